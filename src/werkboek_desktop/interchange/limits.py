"""What a document may hold beside the limits of every zip; the reasons stand in docs/limits.md."""

PART = 16 << 20
"""Bytes of one XML part that is read."""
NODES = 400_000
"""Elements of one XML part; in each other they stand 256 deep at most, which is the parser's own limit."""
ORIGIN = 1 << 20
"""Bytes of what a document says it was made from, unpacked."""
NEW = 100
"""Records that a form may make."""
OBJECTS = 50_000
"""Objects of a PDF."""
UPDATES = 500
"""How often a PDF may be saved after it was made."""
FIELDS = 2_000
"""Fields of the form in it, and pages."""
PARAGRAPHS = 50_000
CHARACTERS = 2_000_000
REMARKS = 2_000
STYLES = 30
"""How many styles a style builds on, at most; what is further down counts for nothing."""
MEMORY = 1 << 30
"""Bytes of the process that reads one."""
SECONDS = 10
"""How long it may work."""
WAIT = 30
"""Seconds that somebody waits for it, on a computer that has more to do."""

"""Every limit of a bundle, with the reason in docs/limits.md. The writer obeys them as the reader does.

Those of single values stand in domain/values.py, that of parents in domain/change.py.
"""

MIB = 1 << 20

FILE = 64 * MIB
UNPACKED = 256 * MIB
EXPANDED = 512 * MIB
MEMBERS = 2_000
RATIO = 200
RATIO_FROM = MIB
MANIFEST = 256 * 1024
TIPS_BYTES = 8 * MIB
LINE = MIB
CHANGES = 200_000
PIECES = 2_000_000
TIPS = 20_000
WRITERS = 10_000
ATTACHMENT = 25 * MIB
JSON_DEPTH = 12
JSON_KEYS = 64
NAME_CHARACTERS = 500
AGE_HEADER = 16 * 1024
SCRYPT_LOG2 = 20

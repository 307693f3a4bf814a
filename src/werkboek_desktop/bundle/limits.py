"""Every limit of a bundle, with the reason in docs/limits.md. The writer obeys them as the reader does.

Those of single values stand in domain/values.py, that of parents in domain/change.py.
"""

from werkboek_desktop.domain import archives
from werkboek_desktop.domain.archives import MIB
from werkboek_desktop.domain.values import VALUE_BYTES

FILE = archives.FILE
UNPACKED = archives.UNPACKED
EXPANDED = 64 * MIB
MEMBERS = archives.MEMBERS
RATIO = archives.RATIO
RATIO_FROM = archives.RATIO_FROM
MANIFEST = 256 * 1024
TIPS_BYTES = 8 * MIB
LINE = MIB
VALUE = VALUE_BYTES
CHANGES = 200_000
PIECES = 2_000_000
TIPS = 20_000
WRITERS = 10_000
ATTACHMENT = 25 * MIB
JSON_DEPTH = 12
JSON_KEYS = 64
UNPROVEN = 1_000
NAME_CHARACTERS = 500
AGE_HEADER = 16 * 1024
SCRYPT_LOG2 = 20

# Of what a bundle is found in: a mail or a zip.
NESTED = 8
BUNDLES = 100
PARTS = archives.MEMBERS
MAIL_HEADER = 64 * 1024
DIRECTORY = MIB

# Of the process that reads one.
MEMORY = 600_000_000
SCRYPT_MEMORY = (1 << 30) + 32 * MIB
SECONDS = 60
WAIT = 60

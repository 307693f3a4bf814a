"""The process in which bundles are read; beginning it takes nothing of what reads them."""

from werkboek_desktop import apart
from werkboek_desktop.bundle import BUNDLE, limits
from werkboek_desktop.errors import BundleTooHard

TASK = apart.Task(
    BUNDLE,
    "werkboek_desktop.bundle.apart",
    limits.MEMORY,
    limits.SCRYPT_MEMORY,
    limits.SECONDS,
    limits.WAIT,
    BundleTooHard,
)
READER = apart.Apart(TASK)

"""The entry of the window program. What costs a start most is left out here, before anything else is loaded."""

import builtins
import gc
import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Opens the window; the answer is the exit code."""
    gc.disable()  # until the first list is on screen: nothing made so far becomes garbage
    _load_qt()
    from werkboek_desktop.program import run  # with Qt there and nothing collected it loads in half the time

    return run(sys.argv[1:] if arguments is None else arguments)


def _load_qt() -> None:
    """PySide6 reads the source of each module that comes after it, for features that none of ours asks for."""
    import PySide6.QtCore  # noqa: F401 - it puts its own way to import in the place of Python's

    vars(builtins)["__import__"] = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())

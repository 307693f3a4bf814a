"""The log of this computer: what went wrong in the program itself."""

import sys
from contextlib import suppress
from pathlib import Path
from traceback import format_exception
from types import TracebackType

from werkboek_desktop.ui.failure import when_and_where


def write_down(home: Path, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> str:
    """Adds a defect to the log under `home`, and tells it to who started the program; what the log says of it."""
    log = home / "log" / "werkboek-desktop.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    details = "".join(format_exception(kind, error, at))
    entry = f"{when_and_where()}\n{details}"
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{entry}\n")
    with suppress(OSError):  # nobody may be listening
        sys.stderr.write(f"{details}Fout in het programma. Je tekst is bewaard. De details staan in {log}\n")
    return entry

"""The log of this computer: what went wrong in the program itself."""

import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from traceback import format_exception
from types import TracebackType


def write_down(home: Path, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> Path:
    """Adds a defect with its details to the log under `home`, and tells it to who started the program; the log."""
    log = home / "log" / "werkboek-desktop.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    details = "".join(format_exception(kind, error, at))
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {details}\n")
    with suppress(OSError):  # nobody may be listening
        sys.stderr.write(f"{details}Fout in het programma. Je tekst is bewaard. De details staan in {log}\n")
    return log

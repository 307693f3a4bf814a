"""The log of this computer: what went wrong in the program itself."""

import platform
import sys
from contextlib import suppress
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from traceback import format_exception
from types import TracebackType


def write_down(home: Path, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> str:
    """Adds a defect to the log under `home`, and tells it to who started the program; what the log says of it."""
    log = home / "log" / "werkboek-desktop.log"
    log.parent.mkdir(parents=True, exist_ok=True)
    details = "".join(format_exception(kind, error, at))
    program = f"Werkboek {version('werkboek-desktop')}, Python {platform.python_version()}, {platform.platform()}"
    entry = f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {program}\n{details}"
    with log.open("a", encoding="utf-8") as file:
        file.write(f"{entry}\n")
    with suppress(OSError):  # nobody may be listening
        sys.stderr.write(f"{details}Fout in het programma. Je tekst is bewaard. De details staan in {log}\n")
    return entry

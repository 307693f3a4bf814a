"""What is known of something that went wrong, for who helps: nothing of it was typed by anybody."""

import platform
from collections.abc import Iterator
from datetime import UTC, datetime
from importlib.metadata import version
from traceback import walk_tb


def when_and_where() -> str:
    """The moment, and which program on what."""
    program = f"Werkboek {version('werkboek-desktop')}, Python {platform.python_version()}, {platform.platform()}"
    return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} {program}"


def details_of(*errors: BaseException) -> str:
    """Of which sort each is, and the places in the program that it came by; not its words, for those name things."""
    return "\n".join((when_and_where(), *(line for error in errors for line in _lines(error)), ""))


def _lines(error: BaseException) -> Iterator[str]:
    code = getattr(error, "code", "")
    yield f"{type(error).__name__} {code}".rstrip()
    for frame, line in walk_tb(error.__traceback__):
        yield f"  {frame.f_globals.get('__name__')}:{line} {frame.f_code.co_name}"
    if cause := error.__cause__ or error.__context__:
        yield from _lines(cause)

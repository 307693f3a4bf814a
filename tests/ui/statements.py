"""What the window's thread asks the project file: each statement takes it a tenth of a millisecond and more."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread

from sqlalchemy import Engine
from sqlalchemy.event import listen, remove


@contextmanager
def asked() -> Iterator[list[str]]:
    """The statements of this thread as they come."""
    found: list[str] = []

    def hear(_connection: object, _cursor: object, statement: str, *_more: object) -> None:
        if current_thread() is main_thread():
            found.append(statement)

    listen(Engine, "before_cursor_execute", hear)
    try:
        yield found
    finally:
        remove(Engine, "before_cursor_execute", hear)

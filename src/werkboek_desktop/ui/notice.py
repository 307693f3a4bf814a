"""What the program has to say about something that happened."""

from collections.abc import Callable
from typing import NamedTuple


class Notice(NamedTuple):
    """A sentence, with at most one thing to do about it."""

    text: str
    action: str = ""
    act: Callable[[], object] | None = None

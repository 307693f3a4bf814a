"""What the program has to say about something that happened."""

from collections.abc import Callable
from typing import NamedTuple


class Notice(NamedTuple):
    """A sentence, with at most one thing to do about it. It takes the place of an earlier one `about` the same.

    `passes`: it tells what one sees happen, and is gone as soon as one goes on.
    """

    text: str
    action: str = ""
    act: Callable[[], object] | None = None
    about: str = ""
    passes: bool = False

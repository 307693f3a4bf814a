"""What may come in, so that all that is here can go out: each bundle holds every erase (decision 0195)."""

from collections.abc import Collection, Iterable
from typing import Final

from werkboek_desktop.domain.change import Change, Op
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.errors import TooManyErases
from werkboek_desktop.store import burials
from werkboek_desktop.store.burials import Count
from werkboek_desktop.store.reading import Reader

MOST: Final = Count(erases=20_000, writers=4_000, authors=4_000)
"""A tenth of the changes, and less than half of the writers and authors, that a bundle has room for."""


def check_room(reader: Reader, came: Iterable[Change], known: Collection[ChangeId]) -> None:
    """Raises TooManyErases; whoever brings no new erase is stopped by none that are here."""
    if all(change.header.op != Op.ERASE or change.id in known for change in came):
        return
    here = burials.count(reader.connection)
    if any(found > most for found, most in zip(here, MOST, strict=True)):
        raise TooManyErases(here.erases, MOST.erases)

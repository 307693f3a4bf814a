"""Which signatures an import must check: one proves the unbroken `prev` chain of the same writer below it."""

from collections.abc import Container, Iterable

from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.ids import ChangeId


def chain_ends(changes: Iterable[Change], known: Container[ChangeId]) -> list[Change]:
    """The changes that are new here and that no other new change of their writer has as `prev`."""
    new = [change for change in changes if change.id not in known]
    proven = {(change.header.writer, change.header.prev) for change in new}
    return [change for change in new if (change.header.writer, change.id) not in proven]

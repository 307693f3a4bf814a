"""Which signatures an import must check: one proves the unbroken `prev` chain of the same writer below it."""

from collections.abc import Container, Iterable

from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.ids import ChangeId, WriterId
from werkboek_desktop.errors import BadSignature

type Links = Container[tuple[WriterId, ChangeId]]
"""Writers with what a change of theirs has as `prev`: whoever signed that change vouches for it."""


def chain_ends(
    changes: Iterable[Change], known: Container[ChangeId] = frozenset(), vouched: Links = frozenset()
) -> list[Change]:
    """The changes that are new here and that no other change of their writer has as `prev`.

    `vouched`: the same of the changes that are here already. Without it whoever sent an unsigned change together
    with a signed one on top to one, and only the upper one to another, would make these two refuse each other.
    """
    new = [change for change in changes if change.id not in known]
    proven = {(change.header.writer, change.header.prev) for change in new}
    return [
        change for change in new if (link := (change.header.writer, change.id)) not in proven and link not in vouched
    ]


def check_proven(
    changes: Iterable[Change], unproven: Container[ChangeId], known: Container[ChangeId], vouched: Links
) -> None:
    """Raises BadSignature where a change that is new here is proven by nothing.

    `unproven`: of the ends of chains within these changes, those whose signature is wrong. With what is here already
    there are fewer ends, and never another one: what had a change above it that is known is vouched for.
    """
    for change in chain_ends(changes, known, vouched):
        if change.id in unproven:
            raise BadSignature(change.id[:8])

"""Taking an import back at this computer: nothing is written, and importing it again lifts it."""

from dataclasses import replace
from typing import NamedTuple

from werkboek_desktop.errors import UnknownBundle
from werkboek_desktop.store.writing import Transaction
from werkboek_desktop.workspace import drafting
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.session import Session
from werkboek_desktop.workspace.steps import Steps


class TakenBack(NamedTuple):
    """What taking an import back does: how many of its changes go, and how many stay, for something stands on them.

    `records`: what shows otherwise. Lifting it is counted alike.
    """

    changed: Changed
    goes: int
    stays: int


def take_back(session: Session, bundle: str, *, undo: bool = False, initiator: object = None) -> TakenBack:
    """Takes an import back, or lifts that; what is being typed is sealed first. Raises UnknownBundle."""
    drafting.seal_all(session)
    with session.store.write() as transaction:
        name = _known(transaction, bundle)
        views = transaction.set_aside(name, aside=not undo)
        goes, stays = transaction.count_aside(name)
        session.seen_row = transaction.last_row()
    session.steps.clear()
    changed = Changed(frozenset(key.record for key in views), initiator, waits=True)
    session.tell(changed)
    return TakenBack(changed, goes, stays)


def preview(session: Session, bundle: str, *, undo: bool = False) -> TakenBack:
    """What the same would do; nothing changes."""
    copy = session.store.copy_to_memory(searched=False)
    try:
        trial = replace(session, store=copy, listeners=[], steps=Steps(), trial=True)
        return take_back(trial, bundle, undo=undo)
    finally:
        copy.close()


def _known(transaction: Transaction, bundle: str) -> str:
    """The whole id of an imported bundle, of which its beginning is enough."""
    found = [one for one in transaction.received_ids() if one.startswith(bundle)] if bundle else []
    if len(found) != 1:
        raise UnknownBundle(bundle)
    return found[0]

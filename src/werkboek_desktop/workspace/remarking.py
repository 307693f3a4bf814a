"""A comment that is being written: kept in the file of this computer until it is placed, one for each case or chapter.

It is no change yet, so nobody else sees it, and closing the window places nothing.
"""

import json
from collections.abc import Collection, Mapping
from typing import NamedTuple

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.text import clean_text
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.writing import Transaction
from werkboek_desktop.workspace import comments
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.session import Session

_BEGUN = "comments_begun"


class Begun(NamedTuple):
    """How far it is, and what it is about: a field, a sentence of that, or the comment that it answers.

    `item`: what of the owner has the field; empty for the owner itself.
    """

    owner: RecordId
    text: str
    field: str = ""
    anchor: str = ""
    answers: RecordId = ""
    item: RecordId = ""


def begun(reader: Reader, owner: RecordId) -> Begun | None:
    """What is being written about a case or chapter."""
    kept = _all(reader).get(owner)
    return Begun(owner, *kept) if kept else None


def keep(session: Session, writing: Begun) -> None:
    """Keeps how far it is; without words there is nothing to keep."""
    with session.store.write() as transaction:
        _put(transaction, writing)


def place(session: Session, writing: Begun, *, initiator: object = None) -> Changed:
    """Makes a comment or an answer of it, and lets it go in the same breath: it is never lost and never there twice."""

    def let_go(transaction: Transaction) -> None:
        _put(transaction, writing._replace(text=""))

    if writing.answers:
        return comments.answer(session, writing.answers, writing.text, initiator=initiator, also=let_go)
    about = writing.item or writing.owner, writing.field, writing.text, writing.anchor
    return comments.comment(session, *about, initiator=initiator, also=let_go)


def forget(transaction: Transaction, records: Collection[RecordId]) -> None:
    """What was being written about records that were erased goes with them."""
    kept = {owner: begun for owner, begun in _all(transaction).items() if not {owner, *begun[3:]} & {*records}}
    if kept != _all(transaction):
        transaction.set(_BEGUN, json.dumps(kept))


def _all(reader: Reader) -> Mapping[RecordId, list[str]]:
    found: dict[RecordId, list[str]] = json.loads(reader.setting(_BEGUN) or "{}")
    return found


def _put(transaction: Transaction, writing: Begun) -> None:
    others = {owner: kept for owner, kept in _all(transaction).items() if owner != writing.owner}
    mine = {writing.owner: [clean_text(writing.text), *writing[2:]]} if writing.text.strip() else {}
    if others | mine != _all(transaction):
        transaction.set(_BEGUN, json.dumps(others | mine))

"""What of a project goes into a bundle for somebody, and what stays here and why."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from typing import NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.audience import Audience, why_it_stays
from werkboek_desktop.domain.careful import most_careful
from werkboek_desktop.domain.change import Change, Op, Scope
from werkboek_desktop.domain.erasing import lacks_value, proofs
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.tips import covered
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView
from werkboek_desktop.errors import NothingMayLeave, PeopleChosen, UnknownReceiver
from werkboek_desktop.store import seen
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import reading
from werkboek_desktop.workspace.contacts import circle
from werkboek_desktop.workspace.lookup import key_of
from werkboek_desktop.workspace.model import Case
from werkboek_desktop.workspace.session import Session

_ID = re.compile("[0-9a-f]{32}")

_LARGE = {ValueType.ATTACHMENT, ValueType.PROSE, ValueType.SET}
_FEW = 4_000
"""Changes of persons that go in each of several bundles."""

type Tips = Mapping[str, tuple[str, ...]]


class Request(NamedTuple):
    """For whom a bundle is, and what they asked for.

    `to`: the sender's name of their bundles. `since_received`: only what they lack as far as their last bundle showed.
    `only`: these records with what they own; none is all. `municipality`: the code of theirs.
    """

    to: str = ""
    since_received: bool = False
    people: bool = False
    only: tuple[RecordId, ...] = ()
    audience: Audience = Audience.EDITORS
    municipality: str = ""

    @property
    def scopes(self) -> tuple[Scope, ...]:
        """What the bundle is about."""
        return (Scope.PEOPLE, Scope.WORK) if self.people else (Scope.WORK,)


@dataclass(frozen=True, slots=True)
class Going:
    """The changes that go; `everywhere`: those that belong in each part, were it split.

    `cases`: those of which more goes than erases, which always do. `stays`: those that may not leave. `partial`:
    records were left out.
    """

    changes: list[Change]
    everywhere: list[Change]
    since: Tips | None
    partial: bool
    cases: tuple[Case, ...]
    stays: tuple[Case, ...]
    owners: Mapping[RecordId, RecordId] = field(repr=False)


class Families:
    """Which record owns which, as every change says it, those of unknown kinds too."""

    def __init__(self, reader: Reader) -> None:
        self.cases: set[RecordId] = set()
        self.owners: dict[RecordId, RecordId] = {}
        self._owned: defaultdict[RecordId, set[RecordId]] = defaultdict(set)
        for key in reader.fields_of():
            if key.kind == "case":
                self.cases.add(key.record)
            if key.owner:
                self.owners[key.record] = key.owner
                self._owned[key.owner].add(key.record)

    def of(self, records: Iterable[RecordId]) -> set[RecordId]:
        """These records and all they own, at any depth."""
        found: set[RecordId] = set()
        todo = list(records)
        while todo:
            if (one := todo.pop()) not in found:
                found.add(one)
                todo += self._owned[one]
        return found


def going(session: Session, reader: Reader, request: Request) -> Going:
    """What goes; raises UnknownRecord, PeopleChosen, UnknownReceiver, NothingMayLeave."""
    _check_people(reader, request)
    families = Families(reader)
    everything = list(reader.changes(request.scopes))
    stays = _staying(reader, families, request, session.app.today())
    chosen = families.of(_joined(reader, request.only)) if request.only else None
    told = stays if chosen is None else {case: why for case, why in stays.items() if families.of([case]) & chosen}
    left_out = _out_of_sight(families, everything, stays)
    kept = [change for change in everything if _goes(change, chosen, left_out)]
    if chosen is not None:
        if chosen <= left_out:
            raise NothingMayLeave(next(iter((told or stays).values())))
        kept = _with_persons(reader, everything, kept)
    since = _receipt(session, reader, request) if request.since_received else None
    has = _covered(reader, since)
    changes = [change for change in kept if change.id not in has or _is_erase(change)]
    here = {change.header.record for change in changes if not _is_erase(change)}
    going_already = {change.id for change in changes}
    changes += [one for one in proofs(changes, everything) if one.id not in going_already]
    return Going(
        changes,
        [change for change in changes if _is_erase(change)] + _persons(changes),
        since,
        chosen is not None or bool(left_out),
        _cases(reader, {case: "" for case in families.cases if families.of([case]) & here}),
        _cases(reader, told),
        families.owners,
    )


def _check_people(reader: Reader, request: Request) -> None:
    kinds = {schema.kind(key_of(reader, record).kind) for record in request.only}
    if not request.people and any(kind and kind.scope is Scope.PEOPLE for kind in kinds):
        raise PeopleChosen


def _goes(change: Change, chosen: Collection[RecordId] | None, left_out: Collection[RecordId]) -> bool:
    if _is_erase(change):
        return True
    return (chosen is None or change.header.record in chosen) and change.header.record not in left_out


def _is_erase(change: Change) -> bool:
    return change.header.op == Op.ERASE


def _persons(changes: Iterable[Change]) -> list[Change]:
    """Who people are, as far as that is little; else it goes in one part, as all else does.

    Of who was erased nothing is to be known everywhere, and what shows that would have to go along each time.
    """
    alive = (change for change in changes if change.header.kind == "person" and not lacks_value(change))
    found = [change for change in alive if change.header.type not in _LARGE]
    return found if len(found) <= _FEW else []


def _joined(reader: Reader, records: Iterable[RecordId]) -> set[RecordId]:
    """These records and those that are the same person: what one sees of them is one."""
    return {one for record in records for one in reader.joined(key_of(reader, record))}


def _with_persons(reader: Reader, everything: Iterable[Change], kept: list[Change]) -> list[Change]:
    """The same with who wrote it and whom it names: else nobody sees whose words these are."""
    of_person = defaultdict(list)
    for change in everything:
        if change.header.kind == "person":
            of_person[change.header.record].append(change)
    here = {change.header.record for change in kept}
    found, todo = list(kept), list(kept)
    while todo:
        named = {id_ for change in todo for id_ in _names(change)} & of_person.keys() - here
        named = _joined(reader, named) - here
        here |= named
        todo = [change for person in named for change in of_person[person]]
        found += todo
    return found


def _names(change: Change) -> set[RecordId]:
    """Every record that a change names, its author too."""
    return _refers(change) | ({change.header.author} if change.header.author else set())


def _refers(change: Change) -> set[RecordId]:
    if change.header.type is ValueType.REFERENCE:
        return {str(change.value)}
    if change.header.type is ValueType.SET:
        return {id_ for element in elements_of(change.value) for id_ in _ID.findall(element)}
    return set()


def _staying(reader: Reader, families: Families, request: Request, today: date) -> dict[RecordId, str]:
    """Why each case stays that may not leave for them."""
    if request.audience is Audience.EDITORS:
        return {}
    names = ("embargo_until", "sharing", "status", "municipalities")
    views = {name: seen.views_of(reader, "case", name) for name in names}
    found = {}
    for case in families.cases:
        shown = {name: views[name].get(case) for name in names}
        places = shown["municipalities"]
        is_own = bool(request.municipality) and request.municipality in elements_of(places.value if places else None)
        why = why_it_stays(partial(_decides, shown), request.audience, is_own=is_own, today=today)
        if why:
            found[case] = why
    return found


def _decides(shown: Mapping[str, FieldView | None], name: str) -> Value:
    return most_careful("case", name, shown[name])


def _out_of_sight(families: Families, everything: Iterable[Change], stays: Collection[RecordId]) -> set[RecordId]:
    """The cases that stay, what they own, what was ever about them, and the sign-ups that they were made of."""
    if not stays:
        return set()
    cases = families.of(stays)
    about = set(cases)
    for change in everything:
        if change.header.kind != "case" and not cases.isdisjoint(_refers(change)):
            about.add(change.header.record)
        elif change.header.record in stays and change.header.field == "signup" and change.value:
            about.add(str(change.value))
    return families.of(about)


def _receipt(session: Session, reader: Reader, request: Request) -> Tips | None:
    """What the receiver's last bundle showed; None where only a whole bundle is safe."""
    receipt = reader.receipt(request.to, circle(reader, session).is_trusted)
    if receipt is None:
        raise UnknownReceiver(request.to, reader.senders())
    return {scope: receipt.tips.get(scope, ()) for scope in request.scopes} if receipt.usable else None


def _covered(reader: Reader, since: Tips | None) -> set[str]:
    has: set[str] = set()
    for scope, tips in (since or {}).items():
        has |= covered(tips, reader.links(scope))
    return has


def _cases(reader: Reader, whys: Mapping[RecordId, str]) -> tuple[Case, ...]:
    titles = {id_: reading.title_of(row) for id_, row in reader.rows_of(whys).items()}
    found = (Case(id_, titles.get(id_, reading.UNTITLED), why) for id_, why in whys.items())
    return tuple(sorted(found, key=lambda case: (case.title, case.record)))

"""What somebody wants erased for good, in words: what goes, and what stays."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import listed
from werkboek_desktop.ui.words import count, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import Workspace


class Wanted(NamedTuple):
    """A record with all it owns; of it one field; of that one passage."""

    record: RecordId
    field: str = ""
    passage: str = ""


class Reach(NamedTuple):
    """How far it goes: what the record is called, and how many it owns of each kind."""

    kind: str
    title: str
    owned: Counter[str]


def reach(workspace: "Workspace", wanted: Wanted) -> Reach:
    """Read in the project."""
    key = workspace.key(wanted.record)
    kind = key.kind if key else ""
    owned: Counter[str] = Counter()
    if not wanted.field:
        _count(workspace, wanted.record, kind, owned)
    return Reach(kind, workspace.title(wanted.record), owned)


def _count(workspace: "Workspace", record: RecordId, kind: str, owned: Counter[str]) -> None:
    for each in schema.owned_kinds(kind):
        for view in workspace.owned(record, each):
            owned[each] += 1
            _count(workspace, view.id, each, owned)


def called(wanted: Wanted, found: Reach) -> str:
    """What is erased, in one line."""
    kind, field = schema.kind(found.kind), schema.field(found.kind, wanted.field) if wanted.field else None
    name = f"{kind.label if kind else found.kind} ‘{found.title}’"
    if field is None:
        return name
    what = tr("één stuk van") if wanted.passage else tr("alles bij")
    return f"{what} ‘{field.label}’, {name[0].lower()}{name[1:]}"


def goes(wanted: Wanted, found: Reach) -> Iterator[str]:
    """What goes, a sentence each."""
    if wanted.passage:
        yield tr("Dit stuk gaat uit elke versie van de tekst, ook uit oude. De rest van de tekst blijft.")
    elif wanted.field:
        yield tr("Alles wat ooit in dit veld stond, ook oude versies.")
    else:
        yield tr("Alles wat erin staat en stond, ook oude versies.")
    if found.owned:
        yield f"{tr('Wat erbij hoort')}: {listed(list(_amounts(found)), 5)}."
    yield tr("Ook wat nog getypt werd, wat ‘zoeken’ ervan weet, en de back-ups op deze computer.")


def _amounts(found: Reach) -> Iterator[str]:
    for key, amount in found.owned.items():
        kind = schema.kind(key)
        if kind:
            yield count(amount, kind.label.lower(), kind.plural.lower())


def stays(wanted: Wanted, found: Reach) -> Iterator[str]:
    """What does not go, a sentence each."""
    if not wanted.field and found.kind == "attendee":
        yield tr("Bij een masterclass blijft staan dat er iemand was, zonder naam.")
    if not wanted.field and found.kind == "signup":
        yield tr("Het praktijkvoorbeeld dat van de aanmelding gemaakt is.")
    yield tr("Wat iemand in een andere tekst schreef, ook als daar dezelfde naam staat. De privacycheck vindt die.")
    yield tr("Pakketten, proeven en mails die al verstuurd zijn: postbussen kan dit programma niet bereiken.")
    yield tr("Bij collega’s verdwijnt het met je volgende pakket uit het zicht, en voorgoed als zij ‘ja’ zeggen.")

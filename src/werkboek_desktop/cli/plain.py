"""What the reading commands print for people: plain Dutch lines."""

from collections.abc import Callable, Iterator
from pathlib import Path

from typer import echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.dutch import spelled
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.values import Place, Value
from werkboek_desktop.domain.view import FieldView, RecordView, Status
from werkboek_desktop.domain.weave import Text
from werkboek_desktop.settings import Around
from werkboek_desktop.workspace import Choosing, Workspace
from werkboek_desktop.workspace.place import sentences

_NOTES = {Status.SETTLED: "", Status.MERGED: " (samengevoegd: lees na)", Status.CONFLICT: " (twee versies)"}


_CONTROLS = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)} - {ord("\n"), ord("\t")}
_HARMLESS = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}")


def harmless(text: str) -> str:
    """A text of whoever wrote it, so that it cannot steer a terminal or turn the reading direction."""
    return text.translate(_HARMLESS)


def say(text: str, *, err: bool = False) -> None:
    """Prints a line for people."""
    echo(harmless(text), err=err)


def warn_of_place(file: Path) -> None:
    """Says when a project file lies where several computers write."""
    for sentence in sentences(file, Around.of_this_computer()):
        say(sentence, err=True)


def by_whom(time: int, author: str | None) -> str:
    """When somebody wrote something, and who."""
    return f"{shapes.moment(time)}  {author or 'onbekend'}"


def record_lines(view: RecordView, workspace: Workspace, waiting: int) -> Iterator[str]:
    """A record with its fields; `waiting`: how many changes of it do not count yet."""
    kind = schema.kind(view.key.kind)
    gone = " (verwijderd)" if view.deleted else ""
    yield f"{kind.label if kind else view.key.kind} {view.id}: {workspace.title(view.id)}{gone}"
    if waiting:
        yield "  (nog niet compleet: zie `werkboek missing`)"
    if any(notice.kind == "newer_program" for notice in view.notices):
        yield "  (hieraan schreef een nieuwer programma: werk dit programma bij)"
    for key, field in view.fields.items():
        declared = schema.field(view.key.kind, key)
        yield f"  {declared.label if declared else key}{_NOTES[field.status]}"
        yield from (f"    {line}" for line in _field(field))
    yield ""


def _field(view: FieldView) -> Iterator[str]:
    if view.status is not Status.CONFLICT:
        yield from field_lines(view.value)
        return
    for part in view.parts:
        if isinstance(part, Text):
            yield from field_lines(part.text)
        else:
            yield from (f"<{change[:8]}> {text}" for change, text in part.by_head.items())
    if not view.parts:
        for variant in view.variants:
            yield from (f"<{variant.changes[0][:8]}> {line}" for line in field_lines(variant.value))


def choosing_lines(found: Choosing, name_of: Callable[[str | None], str | None]) -> Iterator[str]:
    """Where a field began, what everybody made of it, and what that is together."""
    if found.began:
        yield "Beginpunt"
        yield from (f"  {line}" for line in field_lines(found.began.value))
    for version in found.versions:
        author = name_of(version.variant.author) or "onbekend"
        spots = "" if version.spots is None else f": {count_of_spots(version.spots)}"
        yield f"<{version.variant.changes[0][:8]}> {author}{spots}"
        yield from (f"  {line}" for line in field_lines(version.variant.value))
    if found.proposal:
        yield "Voorstel, woord voor woord. Deze zin schreef niemand zo: lees na voor je hem overneemt"
        yield from (f"  {line}" for line in field_lines(found.proposal.text))


def count_of_spots(spots: int) -> str:
    """How far a version is from where it began."""
    return f"{spelled(spots)} {'plek' if spots == 1 else 'plekken'} anders dan het beginpunt"


def field_lines(value: Value) -> list[str]:
    """A value as people read it."""
    if value is None:
        return ["(leeg)"]
    if isinstance(value, bool):
        return ["ja" if value else "nee"]
    if isinstance(value, Place):
        return [value.key]
    if elements := elements_of(value):
        return [" · ".join(elements)]
    return str(value).split("\n")

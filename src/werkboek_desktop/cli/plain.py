"""What the reading commands print for people: plain Dutch lines."""

from collections.abc import Iterator

from typer import echo

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.history import elements_of
from werkboek_desktop.domain.values import Place, Value
from werkboek_desktop.domain.view import FieldView, RecordView, Status
from werkboek_desktop.domain.weave import Text
from werkboek_desktop.workspace import Workspace

_NOTES = {Status.SETTLED: "", Status.MERGED: " (samengevoegd: lees na)", Status.CONFLICT: " (twee versies)"}


_CONTROLS = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)} - {ord("\n"), ord("\t")}
_HARMLESS = dict.fromkeys(_CONTROLS, "\N{REPLACEMENT CHARACTER}")


def harmless(text: str) -> str:
    """A text of whoever wrote it, so that it cannot steer a terminal or turn the reading direction."""
    return text.translate(_HARMLESS)


def say(text: str, *, err: bool = False) -> None:
    """Prints a line for people."""
    echo(harmless(text), err=err)


def record_lines(view: RecordView, workspace: Workspace) -> Iterator[str]:
    """A record with its fields."""
    kind = schema.kind(view.key.kind)
    gone = " (verwijderd)" if view.deleted else ""
    yield f"{kind.label if kind else view.key.kind} {view.id}: {workspace.title(view.id)}{gone}"
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

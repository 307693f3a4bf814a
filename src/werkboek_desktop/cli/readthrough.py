"""The whole book as one text, without a screen."""

from typing import Annotated

from typer import Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, File, reading
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain.readthrough import Part, chosen


def register(app: Typer) -> None:
    """Adds the command."""
    app.command("read", cls=Command)(read)


def read(
    file: File,
    chapter: Annotated[str, Option("--chapter", metavar="RECORD", help="Eén hoofdstuk, met wat eronder hangt.")] = "",
    status: Annotated[str, Option("--status", metavar="STATUS", help="Alleen wat deze status heeft.")] = "",
    json: AsJson = False,
) -> None:
    """Lees het hele werkboek achter elkaar: elk hoofdstuk met zijn praktijkvoorbeelden."""
    with reading(file) as workspace:
        if chapter:
            workspace.record(chapter)  # refuses what is not here
        parts = chosen(workspace.read_through(), chapter, status)
    if json:
        echo(shapes.dump({"parts": [_shape(part) for part in parts]}))
        return
    for part in parts:
        say(f"{'#' * part.level} {part.title}")
        if part.told_in:
            say(f"(Dit praktijkvoorbeeld staat al in ‘{part.told_in}’.)")
        for passage in part.passages:
            if passage.value:
                say(f"\n{passage.label}\n{passage.value}")
        say("")


def _shape(part: Part) -> shapes.Json:
    return {
        "record": part.record if part.kind else None,
        "kind": part.kind or None,
        "title": part.title,
        "level": part.level,
        "status": part.status or None,
        "told_in": part.told_in or None,
        "texts": [
            {
                "record": each.record,
                "field": each.field,
                "label": each.label,
                "status": each.status.value,
                "value": each.value,
            }
            for each in part.passages
        ],
    }

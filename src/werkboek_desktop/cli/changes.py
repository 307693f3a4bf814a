"""Commands about who changed what, and when: log, blame, news, revert."""

from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, Author, FieldName, File, Record, reading, writing
from werkboek_desktop.cli.plain import by_whom, field_lines, say
from werkboek_desktop.domain import schema
from werkboek_desktop.workspace import Deed, Moment

_DEEDS = {
    Deed.MADE: "toegevoegd",
    Deed.WROTE: "gewijzigd",
    Deed.MOVED: "verplaatst",
    Deed.DELETED: "verwijderd",
    Deed.UNDELETED: "teruggezet",
}


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (log, blame, news, revert):
        app.command(command.__name__, cls=Command)(command)


def log(
    file: File,
    record: Annotated[str | None, Argument(metavar="RECORD", help="Eén onderdeel, met wat erbij hoort.")] = None,
    json: AsJson = False,
) -> None:
    """Laat zien wat er gebeurde, het oudste eerst: wie, wanneer, in welk veld."""
    with reading(file) as workspace:
        moments = workspace.log(record)
    if json:
        echo(shapes.dump({"moments": list(map(shapes.moment_of, moments))}))
        return
    for each in moments:
        say(f"{each.change[:8]}  {by_whom(each.time, each.author)}: {_told(each)}")


def _told(moment: Moment) -> str:
    kind, field = schema.kind(moment.kind), schema.field(moment.kind, moment.field)
    what = field.label if field and moment.deed is Deed.WROTE else kind.label if kind else moment.kind
    size = f" ({moment.words:+} woorden)" if moment.words else ""
    gone = " (gewist)" if moment.erased else ""
    return f"{moment.title} · {what} {_DEEDS[moment.deed]}{size}{gone}"


def blame(file: File, record: Record, field: FieldName, json: AsJson = False) -> None:
    """Laat zien wie elke zin schreef die nu in een veld staat."""
    with reading(file) as workspace:
        parts = workspace.blame(record, field)
    if json:
        echo(shapes.dump(shapes.blame(parts)))
        return
    for each in parts:
        say(f"{each.change[:8]}  {by_whom(each.time, each.author)}")
        say("\n".join(f"  {line}" for line in field_lines(each.part)))


def news(
    file: File,
    record: Record,
    seen: Annotated[bool, Option("--seen", help="Je hebt het gelezen: vanaf nu telt wat hierna komt.")] = False,
    json: AsJson = False,
) -> None:
    """Laat zien wat anderen wijzigden sinds dit onderdeel op deze computer voor het laatst is bekeken."""
    with writing(file) if seen else reading(file) as workspace:
        found = workspace.news(record)
        if seen:
            workspace.read_news(record)
    if json:
        echo(shapes.dump(shapes.news(found)))
        return
    for place in found.places:
        say(f"{place.label} · {', '.join(filter(None, place.authors)) or 'onbekend'}")
        for each in place.sentences:
            say(f"  {by_whom(each.time, each.author)}: {each.words}")
    if not found.places:
        say("Niets gewijzigd.")


def revert(
    file: File,
    record: Record,
    field: FieldName,
    change: Annotated[str, Argument(metavar="CHANGE", help="Het nummer (id) van de wijziging die weer moet gelden.")],
    author: Author = None,
) -> None:
    """Zet een veld terug naar een eerdere versie, als nieuwe wijziging; drukt het id van het onderdeel af."""
    with writing(file, author) as workspace:
        say(workspace.revert(record, field, change).record or "")

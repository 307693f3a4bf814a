"""Commands that change nothing: schema, list, show, search, history, versions, hash, check."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, FieldName, File, Force, Record, reading
from werkboek_desktop.cli.plain import by_whom, choosing_lines, field_lines, record_lines, say
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.schema import kinds
from werkboek_desktop.domain.spreadsheet import PEOPLE_INSIDE, has_people
from werkboek_desktop.errors import UnknownKind, WrongUse

KindName = Annotated[str | None, Argument(metavar="KIND", help="Eén soort, zoals case of attendee.")]


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (schema, list_, show, search, history, versions, hash_, check):
        app.command(command.__name__.rstrip("_"), cls=Command)(command)


def schema(kind: KindName = None, json: AsJson = False) -> None:
    """Laat zien welke soorten en velden er zijn."""
    if kind is not None and kind not in {entry.key for entry in kinds()}:
        raise UnknownKind(kind)
    document = shapes.schema(kind)
    if json:
        echo(shapes.dump(document))
        return
    for key, entry in document["kinds"].items():
        say(f"{key}: {entry['label']}")
        for name, field in entry["fields"].items():
            say(f"  {name:<22} {field['type']:<10} {field['label']}")


def list_(
    file: File,
    kind: KindName = None,
    json: AsJson = False,
    csv: Annotated[
        Path | None, Option("--csv", metavar="OUT", help="Schrijf de lijst van één soort als bestand voor Excel.")
    ] = None,
    force: Force = False,
) -> None:
    """Noem de onderdelen van een werkboek."""
    if csv and kind is None:
        raise WrongUse("Noem bij --csv ook de soort, zoals `werkboek list FILE case --csv OUT`.")
    with reading(file) as workspace:
        rows, waits = workspace.rows(kind), workspace.waiting_records()
        if csv and kind:
            workspace.lists.save_table(kind, [row.id for row in rows], csv, force=force)
    if csv and kind:
        say(f"Gemaakt: {csv}")
        if has_people(kind):
            say(f"  Let op: {PEOPLE_INSIDE}")
    elif json:
        echo(shapes.dump([shapes.row(row, waits.get(row.id, 0)) for row in rows]))
    else:
        for row in rows:
            marks = f"  [{row.conflicts} × twee versies]" if row.conflicts else ""
            marks += "  [nog niet compleet]" if row.id in waits else ""
            say(f"{row.id}  {row.kind:<12} {row.title}{marks}")


def show(
    file: File,
    record: Annotated[str | None, Argument(metavar="RECORD", help="Eén onderdeel; anders alle.")] = None,
    json: AsJson = False,
) -> None:
    """Laat één onderdeel zien, of het hele werkboek."""
    with reading(file) as workspace:
        views = workspace.records() if record is None else [workspace.record(record)]
        if json:
            echo(shapes.dump(shapes.show(workspace, views)))
            return
        waits = workspace.waiting_records()
        for view in views:
            say("\n".join(record_lines(view, workspace, waits.get(view.id, 0))))


def search(
    file: File, query: Annotated[str, Argument(metavar="QUERY", help="Wat je zoekt.")], json: AsJson = False
) -> None:
    """Zoek in alle teksten; het beste eerst."""
    with reading(file) as workspace:
        hits = workspace.search(query)
        if json:
            echo(shapes.dump([shapes.hit(hit) for hit in hits]))
            return
        for hit in hits:
            say(f"{hit.record}  {workspace.title(hit.record)} · {hit.field}: {hit.snippet}")


def history(
    file: File,
    record: Record,
    field: FieldName,
    json: AsJson = False,
) -> None:
    """Laat elke wijziging van een veld zien, de oudste eerst."""
    with reading(file) as workspace:
        revisions = workspace.history(record, field)
    if json:
        echo(shapes.dump(shapes.history(revisions)))
        return
    for revision in revisions:
        say(by_whom(revision.time, revision.author))
        say("\n".join(field_lines(revision.value)))


def versions(file: File, record: Record, field: FieldName, json: AsJson = False) -> None:
    """Laat zien waaruit te kiezen is: het beginpunt, elke versie en een voorstel, woord voor woord."""
    with reading(file) as workspace:
        found = workspace.choosing(record, field)
        if json:
            echo(shapes.dump(shapes.choosing(found, workspace.author_name)))
        elif found is None:
            say("Er zijn geen twee versies.")
        else:
            say("\n".join(choosing_lines(found, workspace.author_name)))


def hash_(
    file: File,
    scope: Annotated[
        Scope | None, Option("--scope", metavar="SCOPE", help="work: alleen het werk; people: alleen de mensen.")
    ] = None,
) -> None:
    """Druk de toestandshash af: gelijk op elke computer met dezelfde wijzigingen."""
    with reading(file) as workspace:
        say(workspace.state_hash(scope))


def check(file: File) -> None:
    """Controleer het bestand: database, handtekeningen en alles wat daaruit is afgeleid."""
    with reading(file) as workspace:
        workspace.check()
        notices = workspace.notices()
    say("Alles klopt.")
    for sentence in notices:
        say(f"Let op: {sentence}")

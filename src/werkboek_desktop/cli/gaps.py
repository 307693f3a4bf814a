"""What is missing of what others sent, and a project from all that came: missing, rebuild."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from typer import Argument, Exit, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.exchange import tell_files
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, Author, File, PassphraseFile, passphrase, reading
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain.gaps import Hole, Missing, sentences
from werkboek_desktop.domain.proofs import Mail
from werkboek_desktop.settings import App
from werkboek_desktop.workspace.rebuilding import Rebuilt
from werkboek_desktop.workspace.rebuilding import rebuild as rebuild_file


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (missing, rebuild):
        app.command(cls=Command)(command)


def missing(file: File, json: AsJson = False) -> None:
    """Laat zien welk pakket van wie nog mist, wat erop wacht, en hoe je erom vraagt."""
    with reading(file) as workspace:
        found = [(each, workspace.request_for(each)) for each in workspace.missing()]
        today = workspace.today
    if json:
        echo(shapes.dump({"missing": [_shape(*each) for each in found]}))
        return
    if not found:
        say("Er mist niets: alles wat kwam, is compleet.")
    for each, mail in found:
        say(f"Er mist nog een pakket van {each.sender or 'iemand'}.")
        for sentence in sentences(each, today):
            say(f"  {sentence}")
        say("\n".join(_mail(mail)))


def rebuild(
    file: Annotated[Path, Argument(metavar="FILE", help="Het werkboek; als het er niet is, wordt het gemaakt.")],
    folder: Annotated[Path, Argument(metavar="FOLDER", help="De map met pakketten en opgeslagen mails (.eml, .zip).")],
    author: Author = None,
    passphrase_file: PassphraseFile = None,
    project: Annotated[
        str | None, Option("--project", metavar="ID", help="Welk werkboek, als er pakketten van meer dan één staan.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Maak een werkboek van alle pakketten in een map, of vul het daarmee aan; in welke volgorde ook."""
    opened = passphrase(passphrase_file)
    made = rebuild_file(file, App.of_this_computer(), folder, author=author, passphrase=opened, project=project)
    if json:
        counts = {"looked_at": made.looked_at, "others": made.others, "missing": [each.sender for each in made.missing]}
        echo(shapes.dump(shapes.imported(made.report.files, made.report.state_hash) | counts))
    tell_files(made.report.files, quiet=json)
    if not json:
        say("\n".join(_told(made)))
    if any(report.error for report in made.report.files):
        raise Exit(3)


def _told(made: Rebuilt) -> Iterator[str]:
    came = [report for report in made.report.files if not report.error]
    new = sum(report.new for report in came)
    yield f"{made.looked_at} bestanden bekeken, {len(came)} pakketten ingelezen, {new} nieuwe wijzigingen."
    if made.others:
        yield f"Van een ander werkboek: {made.others} pakketten."
    for each in made.missing:
        yield f"Er mist nog een pakket van {each.sender or 'iemand'}: zie `werkboek missing`."


def _mail(mail: Mail) -> Iterator[str]:
    yield "  Zo kun je erom vragen:"
    yield f"    Onderwerp: {mail.subject}"
    yield from (f"    {line}".rstrip() for line in mail.text.splitlines())


def _shape(missing: Missing, mail: Mail) -> shapes.Json:
    return {
        "sender": missing.sender,
        "numbers": [_hole(hole) for hole in missing.holes],
        "changes": missing.changes,
        "records": list(missing.records),
        "writers": list(missing.writers),
        "goes_on": missing.goes_on,
        "lacks_too": missing.lacks_too,
        "request": {"subject": mail.subject, "text": mail.text},
    }


def _hole(hole: Hole) -> shapes.Json:
    return {
        "first": hole.first,
        "last": hole.last,
        "after": hole.after and hole.after.isoformat(),
        "before": hole.before.isoformat(),
    }

"""What is missing of what others sent: the command `missing`."""

from collections.abc import Iterator

from typer import Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, File, reading
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain.gaps import Hole, Missing, sentences
from werkboek_desktop.domain.proofs import Mail


def register(app: Typer) -> None:
    """Adds the command."""
    app.command("missing", cls=Command)(missing)


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

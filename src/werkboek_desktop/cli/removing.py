"""Commands that take away: erase, erases, aside."""

from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, Author, File, Record, reading, writing
from werkboek_desktop.cli.plain import say
from werkboek_desktop.cli.values import text_of
from werkboek_desktop.domain.moments import counted
from werkboek_desktop.errors import WrongUse
from werkboek_desktop.workspace.destroying import Erased


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (erase, erases, aside):
        app.command(cls=Command)(command)


def erase(
    file: File,
    record: Record,
    field: Annotated[str | None, Argument(metavar="[FIELD]", help="Alleen dit veld.")] = None,
    passage: Annotated[
        str | None, Option("--passage", metavar="@F", help="Alleen dit stuk tekst, in elke versie van het veld.")
    ] = None,
    yes: Annotated[bool, Option("--yes", help="Ja, wis dit voorgoed; er is geen weg terug.")] = False,
    no: Annotated[bool, Option("--no", help="Wis hier niets van wat een collega wiste; het blijft verborgen.")] = False,
    author: Author = None,
) -> None:
    """Wis voorgoed (AVG): een onderdeel met alles wat erbij hoort, een veld, of één stuk tekst."""
    if yes == no:
        raise WrongUse("Voorgoed wissen kan niet ongedaan gemaakt worden.", "Zet er --yes bij als je het zeker weet.")
    if passage is not None and field is None:
        raise WrongUse("Een stuk tekst wis je uit een veld.", "Geef ook het veld.")
    with writing(file, author) as workspace:
        mine = [one for one in workspace.erases() if one.record == record]
        if no:
            asked = [one.erase for one in mine if field in (None, one.field)]
            workspace.keep_hidden(asked)
            say(f"Niet gewist: {len(asked)}. Het blijft verborgen.")
            return
        if passage is None and any(one.trusted and one.field == field for one in mine):
            _tell(workspace.agree(record, field))
        else:
            _tell(workspace.erase(record, field, None if passage is None else text_of(passage)))


def _tell(done: Erased) -> None:
    gone = done.destroyed
    gone_for_good = (
        counted(gone.values, "waarde", "waarden"),
        counted(gone.drafts, "getypte tekst", "getypte teksten"),
        counted(len(gone.files), "bestand", "bestanden"),
    )
    say(f"Voorgoed gewist: {', '.join(gone_for_good)}.")
    backups = counted(done.backups, "back-up", "back-ups")
    say(f"Ook uit {backups}. Mail die al verstuurd is, kan dit programma niet bereiken.")
    if not done.is_clean:
        say("Een ander venster heeft het werkboek open: sluit dat, dan verdwijnen de laatste resten.", err=True)
    for refusal in done.missed:
        say(f"{refusal.message}\n{refusal.advice}", err=True)
    for other in done.namesakes:
        say(f"Let op: {other.kind} {other.record} ({other.title}) lijkt dezelfde persoon ({other.what}).")


def erases(file: File, json: AsJson = False) -> None:
    """Toon wat collega's wisten en hier nog een ja of nee vraagt."""
    with reading(file) as workspace:
        found = workspace.erases()
    if json:
        echo(shapes.dump([one._asdict() | {"time": shapes.moment(one.time)} for one in found]))
        return
    for one in found:
        doubt = "" if one.trusted else f"  sleutel niet vertrouwd: {' '.join(one.signer.split()) or '?'} ({one.phrase})"
        say(f"{one.erase[:12]}  {one.kind} {one.record}  {one.field or 'het geheel'}{doubt}")


def aside(
    file: File,
    bundle: Annotated[str, Argument(metavar="BUNDLE-ID", help="Het kenmerk van het pakket, of het begin daarvan.")],
    undo: Annotated[bool, Option("--undo", help="Laat het weer meetellen.")] = False,
) -> None:
    """Draai een ingelezen pakket terug op deze computer."""
    with writing(file) as workspace:
        done = workspace.aside(bundle, undo=undo)
    if undo:
        say(f"Telt weer mee: {done.stays} wijzigingen.")
        return
    say(f"Teruggedraaid: {done.goes} wijzigingen.")
    if done.stays:
        say(f"{done.stays} wijzigingen blijven: ander werk staat erop, of ze kwamen ook met een ander pakket.")
    say("Lees je het pakket opnieuw in, of een heel pakket waar dit in zit, dan komt het terug.")

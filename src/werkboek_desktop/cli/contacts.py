"""The commands about colleagues: whose keys are known, what receivers are, and what was sent to them."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import (
    AsJson,
    File,
    MunicipalityOption,
    PassphraseFile,
    municipality_code,
    passphrase,
    reading,
    writing,
)
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.proofs import Mail
from werkboek_desktop.domain.trust import Trust
from werkboek_desktop.resources import municipalities
from werkboek_desktop.store.contacts import Receiver
from werkboek_desktop.store.outgoing import Sent
from werkboek_desktop.workspace import Known, Part

_STANDS = {
    Trust.TRUSTED: "vertrouwd",
    Trust.ASKED: "andere sleutel dan eerst: is die van deze persoon? Zeg het met trust",
    Trust.REFUSED: "geweigerd",
    Trust.INTRODUCED: "voorgesteld door {by}",
}
_SHOWN = 16


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (contacts, trust, receiver, sent, reply):
        app.command(command.__name__, cls=Command)(command)


def contacts(file: File, json: AsJson = False) -> None:
    """Laat zien wiens sleutels hier bekend zijn, met zes woorden om ze per telefoon te vergelijken."""
    with reading(file) as workspace:
        found, receivers = workspace.contacts(), workspace.receivers()
    if json:
        echo(shapes.dump({"contacts": list(map(_contact, found)), "receivers": list(map(_receiver, receivers))}))
        return
    for one in found:
        stands = "deze computer" if one.is_own else _STANDS[one.trust].format(by=one.by or "iemand")
        say(f"{one.key[:_SHOWN]}  {one.name or '(zonder naam)'}: {stands}")
        say(f"  {one.phrase}")
    for each in receivers:
        say(f"Ontvanger {each.name}: {_what(each)}")


def trust(
    file: File,
    key: Annotated[str, Argument(metavar="KEY", help="Het begin van de sleutel, zoals in contacts.")],
    refuse: Annotated[bool, Option("--refuse", help="Weiger de sleutel: hij is niet van die persoon.")] = False,
) -> None:
    """Zeg dat een sleutel echt van die persoon is, of juist niet."""
    with writing(file) as workspace:
        workspace.answer_key(key, trusted=not refuse)
    say("Geweigerd: pakketten met deze sleutel worden niet ingelezen." if refuse else "Vertrouwd.")


def receiver(
    file: File,
    name: Annotated[str, Argument(metavar="NAME", help="Wie, zoals bij export --to.")],
    audience: Annotated[Audience, Argument(metavar="WIE", help="redactie, gemeente of anderen.")],
    municipality: MunicipalityOption = None,
) -> None:
    """Zeg wat een ontvanger is; daarvan hangt af welke praktijkvoorbeelden meegaan."""
    with writing(file) as workspace:
        workspace.put_receiver(name, audience, municipality_code(municipality))
    say(f"Bewaard: {name} is {audience}.")


def sent(file: File, json: AsJson = False) -> None:
    """Laat zien welke pakketten hier gemaakt zijn, het laatste eerst."""
    with reading(file) as workspace:
        found = workspace.sent()
    if json:
        echo(shapes.dump([_sent(one) for one in found]))
        return
    for one in found:
        marks = [("deel", one.partial), ("met deelnemers", one.people), ("alleen het nieuwe", one.receipt > 0)]
        told = "".join(f", {word}" for word, holds in marks if holds)
        say(f"{shapes.moment(one.at)}  {one.file} (nummer {one.number}): {one.changes} wijzigingen{told}")
        if one.to:
            say(f"  voor {one.to}")
    if not found:
        say("Hier is nog geen pakket gemaakt.")


def reply(
    file: File,
    folder: Annotated[Path, Argument(metavar="MAP", help="Waar het pakket komt.")],
    to: Annotated[str, Option("--to", metavar="NAME", help="Voor wie: “persoon · computer”.")],
    people: Annotated[bool, Option("--people", help="Ook deelnemers, aanmeldingen en contacten.")] = False,
    passphrase_file: PassphraseFile = None,
    json: AsJson = False,
) -> None:
    """Maak een pakket terug voor iemand, met de mail erbij: wat die nog niet heeft, zo klein als de mail wil."""
    with writing(file) as workspace:
        workspace.seal_if_alone()
        made = workspace.reply(to, folder, people=people, passphrase=passphrase(passphrase_file))
    if json:
        echo(shapes.dump([_attached(*each) for each in zip(made.exported.parts, made.mails, strict=True)]))
        return
    for part, mail in zip(made.exported.parts, made.mails, strict=True):
        say(f"Gemaakt: {part.path} ({part.changes} wijzigingen, {part.size} bytes)")
        say(f"  Onderwerp: {mail.subject}")
        for line in mail.text.splitlines():
            say(f"  {line}".rstrip())


def _attached(part: Part, mail: Mail) -> shapes.Json:
    return {
        "path": str(part.path),
        "changes": part.changes,
        "size": part.size,
        "subject": mail.subject,
        "text": mail.text,
    }


def _what(one: Receiver) -> str:
    return f"{one.audience} {municipalities().name(one.municipality)}".rstrip()


def _contact(one: Known) -> shapes.Json:
    return {
        "key": one.key,
        "name": one.name,
        "phrase": one.phrase,
        "trust": one.trust,
        "is_trusted": one.is_trusted,
        "is_own": one.is_own,
        "persons": list(one.persons),
        "introduced_by": one.by or None,
        "since": None if one.is_own else shapes.moment(one.at),
    }


def _receiver(one: Receiver) -> shapes.Json:
    return {"name": one.name, "for": one.audience, "municipality": one.municipality or None}


def _sent(one: Sent) -> shapes.Json:
    return {
        "at": shapes.moment(one.at),
        "to": one.to or None,
        "file": one.file,
        "number": one.number,
        "changes": one.changes,
        "size": one.size,
        "people": one.people,
        "partial": one.partial,
        "receipt": one.receipt or None,
    }

"""The arguments and options that several commands share, with their Dutch help."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.errors import PassphraseNeeded, UnreadableFile, WrongUse
from werkboek_desktop.resources import municipalities
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace

File = Annotated[Path, Argument(metavar="FILE", help="Het werkboekbestand.")]
Record = Annotated[str, Argument(metavar="RECORD", help="Het nummer (id) van een onderdeel.")]
FieldName = Annotated[str, Argument(metavar="FIELD", help="De naam van het veld, zoals in `schema`.")]
AsJson = Annotated[bool, Option("--json", help="Druk één JSON-document af, voor scripts.")]
Author = Annotated[str | None, Option("--author", metavar="NAME", help="Wie dit schrijft: de precieze naam.")]
Force = Annotated[bool, Option("--force", help="Overschrijf een bestand dat er al is.")]
PassphraseFile = Annotated[
    Path | None, Option("--passphrase-file", metavar="F", help="Bestand met de wachtzin op de eerste regel.")
]

AudienceOption = Annotated[
    Audience | None,
    Option(
        "--for",
        help="Wie het krijgt: redactie (alles), gemeente of anderen (alleen wat zij mogen zien).",
        metavar="WIE",
    ),
]
MunicipalityOption = Annotated[
    str | None, Option("--municipality", metavar="GEMEENTE", help="Van welke gemeente de ontvanger is.")
]


def municipality_code(given: str | None) -> str:
    """The code of what was given as a name, alias or code; raises WrongUse."""
    code = municipalities().resolve(given) if given else ""
    if code is None:
        raise WrongUse(f"‘{given}’ is geen gemeente, of het kan er meer dan een zijn.", "Geef de code, zoals GM0344.")
    return code


def reading(file: Path) -> Workspace:
    """The project, opened so that not one byte of it can change."""
    return Workspace.open(file, App.of_this_computer(), read_only=True)


def writing(file: Path, author: str | None = None) -> Workspace:
    """The project, opened for editing as `author`."""
    return Workspace.open(file, App.of_this_computer(), author=author)


def passphrase(path: Path | None) -> str | None:
    """The first line of the file; raises PassphraseNeeded if nothing stands in it."""
    if path is None:
        return None
    try:
        first = path.read_text(encoding="utf-8-sig").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path) from error
    if not first:
        raise PassphraseNeeded
    return first

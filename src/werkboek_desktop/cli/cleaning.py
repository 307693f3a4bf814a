"""`werkboek clean`: what pasting in the window does, for a text of one's own."""

import sys
from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.plain import say
from werkboek_desktop.errors import UnreadableFile, WrongUse
from werkboek_desktop.workspace.pasting import EVERY_RULE, cleaned, pasted

_KEYS = [rule.key for rule in EVERY_RULE]


def register(app: Typer) -> None:
    """Adds the command."""
    app.command("clean", cls=Command)(clean)


def clean(
    source: Annotated[str, Argument(metavar="PATH", help="De tekst; `-`: wat op de standaardinvoer staat.")],
    html: Annotated[bool, Option("--html", help="De tekst is een webpagina, of wat Word op het klembord zet.")] = False,
    without: Annotated[
        list[str] | None, Option("--without", metavar="RULE", help=f"Sla een regel over: {', '.join(_KEYS)}.")
    ] = None,
) -> None:
    """Schoon tekst op zoals bij plakken: de tekst op de uitvoer, wat er gebeurde op de foutuitvoer."""
    if unknown := set(without or ()) - set(_KEYS):
        raise WrongUse(f"Er is geen regel {min(unknown)!r}.", f"Kies uit: {', '.join(_KEYS)}.")
    text = _read(source)
    found = pasted("", text) if html else pasted(text)
    made = cleaned(found, without or ())
    echo(made.text)
    for line in (*map(str, made.done), *found.left_out):
        say(line, err=True)


def _read(source: str) -> str:
    path = Path(source)
    try:
        found = sys.stdin.buffer.read() if source == "-" else path.read_bytes()
        return found.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(path) from error

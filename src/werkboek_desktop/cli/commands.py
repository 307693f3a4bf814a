"""All commands, put together."""

from typer import Typer
from typer.main import get_command

from werkboek_desktop.cli import (
    akkoord,
    changes,
    cleaning,
    comments,
    contacts,
    editing,
    exchange,
    gaps,
    looking,
    overviews,
    privacy,
    readthrough,
    removing,
    settings,
    today,
    words,
)
from werkboek_desktop.cli.helping import Commands

_app = Typer(
    cls=Commands,
    help="Werkboek Desktop zonder scherm: alles wat het programma kan, als opdracht.",
    add_completion=False,
    suggest_commands=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for module in (
    looking,
    readthrough,
    changes,
    today,
    editing,
    exchange,
    contacts,
    gaps,
    removing,
    settings,
    overviews,
    privacy,
    words,
    cleaning,
    comments,
    akkoord,
):
    module.register(_app)

program = get_command(_app)

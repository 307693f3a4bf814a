"""The commands about this computer: its settings, and what a double-click opens."""

from typing import Annotated

from typer import Argument, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson
from werkboek_desktop.cli.plain import say
from werkboek_desktop.settings import SETTINGS, App, setting
from werkboek_desktop.settings.declared import to_json
from werkboek_desktop.settings.double_click import open_by_double_click


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (settings, associate):
        app.command(command.__name__, cls=Command)(command)


def associate() -> None:
    """Laat een dubbelklik op een pakket of werkboek dit programma openen."""
    open_by_double_click()
    say("Een dubbelklik op een pakket of werkboek opent nu dit programma.")


def settings(
    key: Annotated[str | None, Argument(metavar="KEY", help="De naam van één instelling.")] = None,
    value: Annotated[
        list[str] | None, Argument(metavar="VALUE…", help="De nieuwe waarde; bij mappen een map per woord, '' is geen.")
    ] = None,
    json: AsJson = False,
) -> None:
    """Laat de instellingen van deze computer zien, of wijzig er een."""
    app = App.of_this_computer()
    chosen, wrong = app.read_settings()
    for error in wrong:
        say(f"{error.message} Daarom geldt wat er vanzelf staat.\n{error.advice}", err=True)
    shown = SETTINGS if key is None else (setting(key),)
    if value:
        (entry,) = shown
        chosen = entry.put(chosen, entry.input.read(value))
        app.save_settings(chosen)
    if json:
        document = to_json(chosen)
        echo(shapes.dump({entry.key: document[entry.key] for entry in shown}))
        return
    for entry in shown:
        say(f"{entry.key:<16} {entry.label}: {entry.input.say(entry.of(chosen))}")

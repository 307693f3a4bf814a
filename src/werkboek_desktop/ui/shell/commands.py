"""Everything that can be done with a key, declared once: for the shortcuts, the map of keys (F1) and Ctrl+K."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from werkboek_desktop.ui.shell.deeds import Deeds
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.rail import Destination, destinations
from werkboek_desktop.ui.shell.window import MainWindow
from werkboek_desktop.ui.words import tr

KEYS = "keys"
"""The page with the map of keys."""


class Command(NamedTuple):
    """What a person can ask for everywhere in the window; one without keys is found with Ctrl+K."""

    key: str
    label: str
    keys: str
    act: Callable[[], object]


class Keys(NamedTuple):
    """Keys that a widget has for itself while it has the keyboard."""

    keys: str
    label: str


def commands(window: MainWindow, navigation: Navigation, deeds: Deeds) -> tuple[Command, ...]:
    """What the window itself can do."""
    records = window.records
    return (
        *(_to(entry, at, partial(navigation.go, entry.key)) for at, entry in enumerate(destinations(), 1)),
        Command("search", tr("Zoeken"), "Ctrl+K", navigation.search),
        Command("new", tr("Iets nieuws in deze lijst"), "Ctrl+N", records.new),
        Command("list", tr("Terug naar de lijst"), "Ctrl+Shift+L", records.to_list),
        Command("next", tr("Volgende in de lijst"), "Alt+PgDown", lambda: records.list.step(1)),
        Command("previous", tr("Vorige in de lijst"), "Alt+PgUp", lambda: records.list.step(-1)),
        Command("export", tr("Een pakket versturen"), "Ctrl+E", navigation.export),
        Command("print", tr("Maak een PDF van wat je ziet"), "Ctrl+P", deeds.print),
        Command(
            "saved",
            tr("Laat zien dat alles al bewaard is"),
            "Ctrl+S",
            lambda: window.status.say(tr("Alles is al bewaard.")),
        ),
        Command("keys", tr("Alle toetsen"), "F1", partial(navigation.go, KEYS)),
    )


def _to(entry: Destination, at: int, act: Callable[[], object]) -> Command:
    return Command(f"to-{entry.key}", f"{tr('Naar')} {entry.text}", f"Ctrl+{at}" if at < 10 else "", act)


def widget_keys() -> tuple[Keys, ...]:
    """What lists, forms and the page with two versions have of their own."""
    return (
        Keys("Enter", tr("Vanuit de lijst verder in het formulier")),
        Keys("Tab", tr("Volgend veld; Shift+Tab: vorig veld")),
        Keys("Alt+Up", tr("Onderdeel van een lijst omhoog; Alt+Omlaag: omlaag")),
        Keys("Ctrl+O", tr("Bij Pakketten: een pakket bekijken")),
        Keys("Alt+1", tr("Bij twee versies: neem de eerste; Alt+2 de tweede, en zo verder")),
        Keys("Ctrl+Enter", tr("Bij twee versies: deze tekst gebruiken")),
        Keys("Esc", tr("Terug")),
    )

"""Everything that can be done with a key, declared once: for the shortcuts, the map of keys (F1) and Ctrl+K."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from werkboek_desktop.ui.shell.deeds import Deeds
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.rail import Destination, destinations
from werkboek_desktop.ui.shell.regions import Regions
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
    group: str
    icon: str = "chevron-right"


class Keys(NamedTuple):
    """Keys that a widget has for itself while it has the keyboard."""

    keys: str
    label: str
    group: str


def commands(window: MainWindow, navigation: Navigation, deeds: Deeds, regions: Regions) -> tuple[Command, ...]:
    """What the window itself can do."""
    records = window.records
    work, send, here = tr("In de lijst en het formulier"), tr("Bewaren en versturen"), tr("In dit venster")
    return (
        *(_to(entry, at, partial(navigation.go, entry.key)) for at, entry in enumerate(destinations(), 1)),
        Command("new", tr("Iets nieuws in deze lijst"), "Ctrl+N", records.new, work, "plus"),
        Command("list", tr("Terug naar de lijst"), "Ctrl+Shift+L", records.to_list, work, "list"),
        Command("filter", tr("Zoeken in deze lijst"), "Ctrl+F", navigation.filter, work, "list-filter"),
        Command("next", tr("Volgende in de lijst"), "Alt+PgDown", lambda: records.list.step(1), work, "arrow-down"),
        Command("previous", tr("Vorige in de lijst"), "Alt+PgUp", lambda: records.list.step(-1), work, "arrow-up"),
        Command("export", tr("Een pakket versturen"), "Ctrl+E", navigation.export, send, "send"),
        Command("print", tr("Maak een PDF van wat je ziet"), "Ctrl+P", deeds.print, send, "file-text"),
        Command("saved", tr("Bewaren: dat is al gebeurd"), "Ctrl+S", window.status.say_all_saved, send, "check"),
        Command("region", tr("Naar het volgende deel"), "F6", partial(regions.step, 1), here, "arrow-right"),
        Command("back", tr("Naar het vorige deel"), "Shift+F6", partial(regions.step, -1), here, "arrow-left"),
        Command("larger", tr("Grotere tekst"), "Ctrl++", partial(deeds.resize_text, 1), here, "plus"),
        Command("smaller", tr("Kleinere tekst"), "Ctrl+-", partial(deeds.resize_text, -1), here, "minus"),
        Command("plain", tr("Gewone tekst"), "Ctrl+0", partial(deeds.resize_text, 0), here, "monitor"),
        Command("keys", tr("Alle toetsen"), "F1", partial(navigation.go, KEYS), here, "keyboard"),
    )


def _to(entry: Destination, at: int, act: Callable[[], object]) -> Command:
    keys = f"Ctrl+{at}" if at < 10 else ""
    return Command(f"to-{entry.key}", entry.text, keys, act, tr("Ga naar"), entry.icon)


def widget_keys() -> tuple[Keys, ...]:
    """What lists, forms and the page with two versions have of their own."""
    work, choose, everywhere = tr("In de lijst en het formulier"), tr("Bij twee versies"), tr("In dit venster")
    return (
        Keys("Enter", tr("Vanuit de lijst verder in het formulier"), work),
        Keys("Tab", tr("Volgend veld; met Shift het vorige"), work),
        Keys("Alt+Up", tr("Onderdeel omhoog"), work),
        Keys("Alt+Down", tr("Onderdeel omlaag"), work),
        Keys("Alt+1", tr("Neem de eerste versie; met 2 de tweede, en zo verder"), choose),
        Keys("Ctrl+Enter", tr("Deze tekst gebruiken"), choose),
        Keys("Esc", tr("Later: beide versies blijven staan"), choose),
        Keys("Ctrl+O", tr("Bij Pakketten: een pakket bekijken"), tr("Bewaren en versturen")),
        Keys("Ctrl+K", tr("Zoeken in alles, en alles wat je kunt doen"), everywhere),
        Keys("Esc", tr("Terug, of een paneel sluiten"), everywhere),
    )

"""Where one is in a window: for when it is made anew, for another window beside it, and for the next time."""

from collections.abc import Iterator
from typing import NamedTuple

from werkboek_desktop.ui.shell.memory import Spot
from werkboek_desktop.ui.shell.navigation import RECORDS, lists
from werkboek_desktop.ui.shell.office import Office
from werkboek_desktop.ui.shell.rail import PACKAGES, destinations
from werkboek_desktop.ui.shell.window import FIRST


class Whereabouts(NamedTuple):
    """What a window shows: which page, what on it, what on the lists behind it, and bundles that wait elsewhere."""

    key: str
    place: object
    records: object
    bundles: object


def whereabouts(office: Office) -> Whereabouts:
    """Where one is, for when the window is made anew."""
    navigation = office.navigation
    waits = navigation.unread() and navigation.key() != PACKAGES
    bundles = navigation.packages.place() if waits else None
    return Whereabouts(navigation.key(), navigation.current().place(), office.window.records.place(), bundles)


def return_to(office: Office, there: Whereabouts) -> Iterator[None]:
    """Goes where another window was, and to the list behind another page, a piece a turn."""
    if there.bundles:
        office.navigation.packages.return_to(there.bundles)
        office.navigation.looked.emit()
        yield
    if there.key != RECORDS:
        office.navigation.go(there.key)
        office.navigation.current().return_to(there.place)
        yield
    office.window.records.return_to(there.records)
    yield


def spot(office: Office) -> Spot:
    """The destination that one is at, and the record that is chosen in its list."""
    records, key = office.window.records, office.navigation.key()
    behind = records.kind.key if records.kind else FIRST
    return Spot(key if key in {entry.key for entry in destinations()} else behind, records.list.current() or "")


def start(office: Office, at: Spot) -> None:
    """Goes there; to the first list where that is no place any more."""
    if at.key in {entry.key for entry in destinations()} - lists():
        office.navigation.go(at.key)
    else:
        record = at.record if office.session.there(at.record) else None
        office.window.show_records(at.key if at.key in lists() else FIRST, record)
        office.window.records.list.enter()

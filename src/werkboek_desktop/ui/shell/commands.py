"""Everything that can be done with a key, declared once: for the shortcuts, the map of keys (F1) and Ctrl+K."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from werkboek_desktop import settings
from werkboek_desktop.domain.approvals import Next
from werkboek_desktop.domain.overview.views import LABELS
from werkboek_desktop.ui.pages.packages.tabs import CONTACTS
from werkboek_desktop.ui.prose.tools import tools
from werkboek_desktop.ui.shell.agreements import Agreements
from werkboek_desktop.ui.shell.deeds import Deeds
from werkboek_desktop.ui.shell.erasing import Erasing
from werkboek_desktop.ui.shell.exchange import Exchange
from werkboek_desktop.ui.shell.focusing import Focusing
from werkboek_desktop.ui.shell.navigation import Navigation
from werkboek_desktop.ui.shell.places import REPLACING, TERMS
from werkboek_desktop.ui.shell.rail import OVERVIEWS, SETTINGS, Destination, destinations
from werkboek_desktop.ui.shell.regions import Regions
from werkboek_desktop.ui.shell.remarks import Remarks
from werkboek_desktop.ui.shell.settling import Settling
from werkboek_desktop.ui.shell.tracing import Tracing
from werkboek_desktop.ui.shell.undoing import Undoing
from werkboek_desktop.ui.shell.wording import Wording
from werkboek_desktop.ui.widgets.undo_keys import REDO, REDO_TOO, UNDO
from werkboek_desktop.ui.words import tr

KEYS = "keys"
"""The page with the map of keys."""


class Command(NamedTuple):
    """What a person can ask for everywhere in the window; one without keys is found with Ctrl+K.

    `about`: what it would do now, in words.
    """

    key: str
    label: str
    keys: str
    act: Callable[[], object]
    group: str
    icon: str = "chevron-right"
    about: Callable[[], str] | None = None


class Keys(NamedTuple):
    """Keys that a widget has for itself while it has the keyboard."""

    keys: str
    label: str
    group: str


def commands(
    navigation: Navigation,
    settling: Settling,
    deeds: Deeds,
    regions: Regions,
    undoing: Undoing,
    another: Callable[[], object],
    tour: Callable[[], object],
) -> tuple[Command, ...]:
    """What the window itself can do."""
    return (
        *(_to(entry, at, partial(regions.visit, entry.key)) for at, entry in enumerate(destinations(), 1)),
        *_parts(navigation),
        *_working(navigation, deeds, undoing),
        *_checking(navigation),
        *_settling(settling),
        *_sending(navigation, deeds),
        *_exchanging(Exchange(navigation)),
        *_in_window(navigation, deeds, regions, another, tour),
    )


def _parts(navigation: Navigation) -> Iterator[Command]:
    """The places within a page."""
    within = {entry.key: (entry.text, entry.icon) for entry in destinations()}
    page, icon = within[OVERVIEWS]
    for view, label in LABELS.items():
        act = partial(navigation.show_view, view)
        yield Command(f"to-{OVERVIEWS}-{view}", f"{page}: {tr(label)}", "", act, tr("Ga naar"), icon)
    page, icon = within[SETTINGS]
    for entry in settings.SETTINGS:
        act = partial(navigation.show_setting, entry.key)
        yield Command(f"to-{SETTINGS}-{entry.key}", f"{page}: {entry.label}", "", act, tr("Ga naar"), icon)


def _working(navigation: Navigation, deeds: Deeds, undoing: Undoing) -> Iterator[Command]:
    group = tr("In de lijst en het formulier")
    undo, redo = tr("Ongedaan maken, ook wat je elders deed"), tr("Toch weer doen")
    yield Command("undo", undo, UNDO, undoing.undo, group, "undo-2", undoing.last_done)
    yield Command("redo", redo, REDO, undoing.redo, group, "redo-2", undoing.last_undone)
    yield Command("clean", tr("Tekst opschonen"), "Ctrl+Shift+O", deeds.clean_text, group, "eraser")
    yield Command("new", tr("Iets nieuws in deze lijst"), "Ctrl+N", navigation.new, group, "plus")
    yield Command("list", tr("Terug naar de lijst"), "Ctrl+Shift+L", navigation.to_list, group, "list")
    yield Command("filter", tr("Zoeken in deze lijst"), "Ctrl+F", navigation.filter, group, "list-filter")
    filters = navigation.filters
    yield Command("filters", tr("Filteren, sorteren en groeperen"), "Ctrl+Shift+F", filters, group, "list-filter")
    turn = partial(navigation.turn, 1), partial(navigation.turn, -1)
    yield Command("turn", tr("Volgend tabblad van het formulier"), "Ctrl+PgDown", turn[0], group, "arrow-right")
    yield Command("turn-back", tr("Vorig tabblad van het formulier"), "Ctrl+PgUp", turn[1], group, "arrow-left")
    yield Command("next", tr("Volgende in de lijst"), "Alt+PgDown", partial(navigation.step, 1), group, "arrow-down")
    yield Command("previous", tr("Vorige in de lijst"), "Alt+PgUp", partial(navigation.step, -1), group, "arrow-up")


def _checking(navigation: Navigation) -> Iterator[Command]:
    whole = tr("Doorlopend lezen: het hele werkboek als één tekst")
    yield Command("read-through", whole, "Ctrl+Shift+D", navigation.read_through, tr("Ga naar"), "book-open-text")
    yield Command(
        "privacy", tr("Privacycheck van alle teksten"), "", navigation.check_privacy, tr("Ga naar"), "shield-alert"
    )
    replaces = partial(navigation.go, REPLACING)
    yield Command("replace", tr("Zoeken en vervangen"), "Ctrl+H", replaces, tr("Ga naar"), "search")
    spells = partial(navigation.go, TERMS)
    yield Command("terms", tr("Termen: overal dezelfde schrijfwijze"), "", spells, tr("Ga naar"), "text-align-start")


def _settling(settling: Settling) -> Iterator[Command]:
    group, again = tr("Bij twee versies"), tr("Volgende tekst om na te lezen")
    seen = tr("Gezien: deze samengevoegde tekst is nagelezen; naar de volgende")
    yield Command("merged", again, "F9", settling.next_merged, group, "merge")
    yield Command("seen", seen, "Shift+F9", settling.seen_merged, group, "check")
    choose = tr("Kiezen waar twee versies staan")
    yield Command("conflict", choose, "Ctrl+F9", settling.next_conflict, group, "git-compare")


def _sending(navigation: Navigation, deeds: Deeds) -> Iterator[Command]:
    group = tr("Bewaren en versturen")
    yield Command("export", tr("Een pakket versturen"), "Ctrl+E", navigation.export, group, "send")
    yield Command("print", tr("Maak een PDF van wat je ziet"), "Ctrl+P", deeds.print, group, "file-text")
    yield Command("document", tr("Naar Word: laat anderen meeschrijven"), "", deeds.send_out, group, "pencil-line")
    yield Command("intake", tr("Leeg intakeformulier maken (Word)"), "", deeds.ask_form, group, "file-input")
    yield Command("intake-pdf", tr("Leeg intakeformulier maken (PDF)"), "", deeds.ask_form_pdf, group, "file-input")
    saved = navigation.window.status.say_all_saved
    yield Command("saved", tr("Bewaren: dat is al gebeurd"), "Ctrl+S", saved, group, "check")


def _exchanging(exchange: Exchange) -> Iterator[Command]:
    group = tr("Bewaren en versturen")
    stick = tr("Stickwissel: pakketten uitwisselen met een stick")
    yield Command("stick", stick, "Ctrl+Shift+E", exchange.swap, group, "usb")
    asks = tr("Pakketten: wat mist er, en wat wiste een collega?")
    yield Command("missing", asks, "", exchange.show_asking, group, "hourglass")
    known = tr("Contacten: wie ken je, en met welke sleutel?")
    yield Command("contacts", known, "", partial(exchange.show, CONTACTS), group, "users")


def _in_window(
    navigation: Navigation,
    deeds: Deeds,
    regions: Regions,
    another: Callable[[], object],
    tour: Callable[[], object],
) -> Iterator[Command]:
    group = tr("In dit venster")
    yield Command("region", tr("Naar het volgende deel"), "F6", partial(regions.step, 1), group, "arrow-right")
    yield Command("back", tr("Naar het vorige deel"), "Shift+F6", partial(regions.step, -1), group, "arrow-left")
    yield Command("window", tr("Nieuw venster"), "Ctrl+Shift+N", another, group, "monitor")
    yield Command("larger", tr("Grotere tekst"), "Ctrl++", partial(deeds.resize_text, 1), group, "plus")
    yield Command("smaller", tr("Kleinere tekst"), "Ctrl+-", partial(deeds.resize_text, -1), group, "minus")
    yield Command("plain", tr("Gewone tekst"), "Ctrl+0", partial(deeds.resize_text, 0), group, "text-align-start")
    yield Command("keys", tr("Alle toetsen"), "F1", partial(navigation.go, KEYS), group, "keyboard")
    opens = deeds.open_by_double_click
    yield Command("associate", tr("Pakketten openen met een dubbelklik"), "", opens, group, "file-input")
    yield Command("tour", tr("Rondleiding op proefgegevens"), "Shift+F1", tour, group, "flask-conical")


def discussing(remarks: Remarks) -> Iterator[Command]:
    """What people say about a text."""
    group, icon = tr("In de lijst en het formulier"), "message-square-text"
    yield Command("comment", tr("Een opmerking bij deze zin"), "Ctrl+M", remarks.ask, group, icon)
    yield Command("remark", tr("Volgende open opmerking"), "F8", partial(remarks.step, 1), group, icon)
    yield Command("remark-back", tr("Vorige open opmerking"), "Shift+F8", partial(remarks.step, -1), group, icon)


def agreeing(agreements: Agreements) -> Iterator[Command]:
    """What is asked of those who have to agree."""
    group = tr("Akkoord")
    send, register, decide = (partial(agreements.ask, what) for what in (Next.SEND, Next.REGISTER, Next.DECIDE))
    yield Command("proof", tr("Maak een proef om akkoord te vragen"), "", send, group, "send")
    yield Command("answer", tr("Leg een antwoord op een proef vast"), "", register, group, "handshake")
    yield Command("lapsed", tr("Wat is er gewijzigd na akkoord?"), "", decide, group, "shield-alert")


def tracing(traces: Tracing) -> Iterator[Command]:
    """Who wrote what, and what became of it."""
    group, icon = tr("In de lijst en het formulier"), "history"
    yield Command(
        "change", tr("Volgende wijziging sinds je laatste bezoek"), "Ctrl+F8", traces.next_change, group, "eye"
    )
    read = tr("Gezien: deze wijzigingen zijn gelezen")
    yield Command("read", read, "Ctrl+Shift+F8", traces.read_changes, group, "check")
    yield Command("wrote", tr("Wie schreef deze zin?"), "Ctrl+Shift+W", traces.who_wrote, group, icon)
    yield Command("history", tr("Geschiedenis van dit veld"), "Ctrl+Shift+H", traces.field_history, group, icon)


def erasing(erases: Erasing) -> Iterator[Command]:
    """What goes for good."""
    whole = tr("Voorgoed wissen (AVG): wat je ziet, met alles wat erbij hoort")
    yield Command("erase", whole, "", erases.ask, tr("In de lijst en het formulier"), "eraser")


def wording(wording_: Wording) -> Iterator[Command]:
    """Where words are not as they should be."""
    group, icon = tr("In de lijst en het formulier"), "eraser"
    yield Command("mistake", tr("Volgend woord dat niemand kent"), "F7", partial(wording_.step, 1), group, icon)
    yield Command(
        "mistake-back", tr("Vorig woord dat niemand kent"), "Shift+F7", partial(wording_.step, -1), group, icon
    )


def writing(focusing: Focusing) -> Iterator[Command]:
    """A text without what stands round it."""
    group = tr("In de lijst en het formulier")
    alone, headings = tr("Alleen de tekst, en weer terug"), tr("Koppen in deze tekst")
    yield Command("focus", alone, "F11", focusing.toggle, group, "text-align-start")
    yield Command("outline", headings, "Shift+F11", focusing.outline, group, "heading-2")


def _to(entry: Destination, at: int, act: Callable[[], object]) -> Command:
    keys = f"Ctrl+{at}" if at < 10 else ""
    return Command(f"to-{entry.key}", entry.text, keys, act, tr("Ga naar"), entry.icon)


def _package_keys(group: str) -> tuple[Keys, ...]:
    return (
        Keys("Ctrl+O", tr("Bij Pakketten: pakketten bekijken"), group),
        Keys("Del", tr("Bij Pakketten: een bestand uit de lijst"), group),
        Keys("Ctrl+Shift+Enter", tr("Bij Pakketten: alles inlezen wat er ligt"), group),
    )


def widget_keys() -> tuple[Keys, ...]:
    """What lists, forms and the page with two versions have of their own."""
    work, choose, everywhere = tr("In de lijst en het formulier"), tr("Bij twee versies"), tr("In dit venster")
    table, privacy = tr("In een tabel van het formulier"), tr("Bij de privacycheck")
    words, book = tr("Bij spelling en termen"), tr("Bij doorlopend lezen")
    return (
        Keys("Enter", tr("Vanuit de lijst verder in het formulier"), work),
        Keys("Space", tr("Nog een regel kiezen; met Shift of Ctrl en de pijlen meer"), work),
        Keys("Ctrl+A", tr("Alle regels kiezen; Esc: nog maar één"), work),
        Keys("Left", tr("Groep dichtklappen; naar rechts: open"), work),
        Keys("Alt+Up", tr("Hoofdstuk een plek omhoog; met de pijl omlaag een plek lager"), work),
        Keys(REDO_TOO, tr("Toch weer doen, zoals in andere programma’s"), work),
        Keys("Ctrl+Shift+V", tr("Alleen de woorden plakken, zonder opschonen"), work),
        *(Keys(tool.keys, tool.label, tr("In een tekst")) for tool in tools()),
        Keys("Tab", tr("Volgend veld; met Shift het vorige"), work),
        Keys("Enter", tr("Schrijven in een vak; daarna een regel lager, en onderaan een nieuwe"), table),
        Keys("Ctrl+Enter", tr("Meer van deze regel, en weer dicht"), table),
        Keys("Alt+Up", tr("Regel omhoog"), table),
        Keys("Alt+Down", tr("Regel omlaag"), table),
        Keys("Del", tr("Regel verwijderen"), table),
        Keys("Alt+1", tr("Neem de eerste versie; met 2 de tweede, en zo verder"), choose),
        Keys("Alt+3", tr("Bij twee versies: beide onder elkaar; met 4 het voorstel, woord voor woord"), choose),
        Keys("Alt+Right", tr("Volgende keuze in het hele werkboek; met de pijl naar links de vorige"), choose),
        Keys("Ctrl+Enter", tr("Deze tekst gebruiken"), choose),
        Keys("Esc", tr("Later: beide versies blijven staan"), choose),
        Keys("Alt+1", tr("De zin mag blijven, om de eerste reden; met 2 om de tweede, en zo verder"), privacy),
        Keys("Alt+Right", tr("Volgende zin; met de pijl naar links de vorige"), privacy),
        Keys("Ctrl+Enter", tr("Naar de tekst waar de zin staat"), privacy),
        Keys("Tab", tr("Volgende tekst, over het hele werkboek; met Shift de vorige"), book),
        Keys("Alt+PgDown", tr("Volgend praktijkvoorbeeld; met PageUp het vorige"), book),
        Keys("F3", tr("Volgende vindplaats van wat je zoekt (Ctrl+F); met Shift de vorige"), book),
        Keys("Ctrl+Enter", tr("Naar het formulier, bij dezelfde tekst"), book),
        Keys("1", tr("Het eerste voorstel; met 2 het tweede, en zo verder"), words),
        Keys("M", tr("Aan mijn woordenlijst; met W aan die van dit werkboek"), words),
        Keys("Alt+1", tr("Bij de termen: zo is het voortaan; met 2 de tweede schrijfwijze, en zo verder"), words),
        Keys("Ctrl+Enter", tr("Bij de termen: vervangen door wat het voortaan is"), words),
        *_package_keys(tr("Bewaren en versturen")),
        Keys("Ctrl+K", tr("Zoeken in alles, en alles wat je kunt doen"), everywhere),
        Keys("Esc", tr("Terug, of een paneel sluiten"), everywhere),
    )

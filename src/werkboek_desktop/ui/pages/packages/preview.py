"""A file before it is read in: from whom, made when, and what it would change."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QLayout, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.gaps import sentences
from werkboek_desktop.domain.moments import begun, listed
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.domain.trust import Met
from werkboek_desktop.ui.pages.packages.dated import made_when
from werkboek_desktop.ui.pages.packages.parcels import Parcel
from werkboek_desktop.ui.pages.packages.phrase import advanced
from werkboek_desktop.ui.pages.packages.telling import SHORT, Place, Telling
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, column, label, row, separator
from werkboek_desktop.ui.widgets.flow import flowing
from werkboek_desktop.ui.widgets.marks import Mark, MarkLabel, conflict_mark, merged_mark
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import count, tr
from werkboek_desktop.workspace.model import Result

if TYPE_CHECKING:
    from werkboek_desktop.workspace import FieldChange, FileReport

MARK_COLUMN = 150
NAMED = 6
"""So many cases are named; of more their number says more."""


class PreviewText:
    """Builds what is said of one file. `names` are the fields of records that are not here yet."""

    def __init__(self, session: Session, parcel: Parcel) -> None:
        assert parcel.report is not None
        self._session = session
        self._parcel = parcel
        self._report: FileReport = parcel.report
        self._tells = Telling(session, parcel.report, parcel.sender)

    def widgets(self) -> Iterator[QWidget]:
        """Everything from top to bottom."""
        yield self._head()
        if self._parcel.repeats:
            yield label(
                tr("Dit pakket staat al in de lijst: het is hetzelfde bestand onder een andere naam."), wrap=True
            )
            return
        yield self._numbers()
        if self._report.result == Result.KNOWN:
            yield from self._nothing()
        else:
            yield from self._lines()

    def _head(self) -> QWidget:
        report = self._report
        known = report.result == Result.KNOWN
        first = tr("Je had dit al") if known else tr("Nog niet ingelezen")
        if self._parcel.repeats:
            first = tr("Zelfde pakket, niets te doen")
        title = f"{tr('Document van') if report.is_document else tr('Pakket van')} {self._parcel.sender}"
        holder = QWidget()
        above = label(f"{first} · {tr('er is niets gewijzigd')}", "caption", "text2", wrap=True)
        holder.setLayout(column(above, label(title, "title", wrap=True), facts(self._session, self._parcel), gap=6))
        return holder

    def _numbers(self) -> QFrame:
        report = self._report
        cells = (
            (report.new, tr("nieuw"), tr("wijzigingen die je nog niet had"), "accent"),
            (report.known, tr("bekend"), tr("had je al; worden overgeslagen"), ""),
            (report.waiting, tr("wachten"), _about_waiting(report.waiting), ""),
        )
        box = row(margins=(20, 12, 20, 12), gap=16)
        for value, word, more, tone in cells:
            figure = row(label(number(value), "title", tone), label(word, "lead", "text2"), 0, gap=8)
            box.addLayout(column(figure, label(more, "caption", "text2", wrap=True), gap=2), 1)
        return card("surface", box)

    def _nothing(self) -> Iterator[QWidget]:
        yield from missing(self._report, self._session.workspace.today)
        whence = tr("dit document") if self._report.is_document else tr("dit pakket")
        yield label(f"{tr('Je had alles uit')} {whence} {tr('al: er is niets in te lezen.')}", wrap=True)
        yield from told(self._report)

    def _lines(self) -> Iterator[QWidget]:
        yield label(tr("Wat er straks verandert"), "section")
        report, tells = self._report, self._tells
        yield from _trust(self._parcel, report)
        yield from missing(report, self._session.workspace.today)
        for case in report.lapsed:
            said = tr("Er is akkoord op de tekst van nu. Na het inlezen beslis je of het opnieuw gevraagd moet worden.")
            yield line(lapsed_mark(tr("wijzigt na akkoord")), tells.title(case), said)
        for place in report.conflicts:
            yield line(conflict_mark(tr("twee versies")), tells.where(place), self._written(place))
        for place in report.merged:
            more = tr("Beide bewerkingen passen naast elkaar. Lees het straks even na.")
            yield line(merged_mark(tr("samengevoegd")), tells.where(place), more)
        yield from erased(report)
        yield from gone(tells)
        if plain := tells.plain():
            mark = Mark(count(len(plain), tr("veld"), tr("velden")), "sparkle", "accent")
            yield line(mark, self._records(plain), tr("Hier schreef intussen niemand anders."))
        yield from told(report)

    def _written(self, place: Place) -> str:
        """Who wrote what, where that fits in a line."""
        stay = tr("Alles blijft staan tot iemand kiest.")
        versions = self._session.own_first(self._tells.change(place).versions)
        values = [self._tells.value(place, variant.value) for variant in versions]
        names = [self._tells.who(variant) for variant in versions]
        if max(map(len, values), default=SHORT) < SHORT:
            said = ", ".join(f"{name} {tr('schreef')} {value}" for name, value in zip(names, values, strict=True))
        else:
            said = f"{listed(names)} {tr('schreven elk een eigen tekst')}"
        return f"{begun(said)}. {stay}"

    def _records(self, plain: Sequence["FieldChange"]) -> str:
        """The cases that are here by name, what is new by what it is."""
        here = (self._tells.top(each) for each in plain if self._tells.kind(each.record))
        tops = dict.fromkeys(here)
        names = list(dict.fromkeys(map(self._tells.title, list(tops)[:NAMED])))
        if len(tops) > NAMED:
            names.append(f"{len(tops) - NAMED} {tr('andere')}")
        kinds = {each.record: each.kind for each in plain if not self._tells.kind(each.record)}
        made = (_new(kind, amount) for kind, amount in Counter(kinds.values()).items())
        return begun(listed([*names, *dict.fromkeys(made)]))


def _new(name: str, amount: int) -> str:
    kind = schema.kind(name)
    if kind is None:
        return tr("iets nieuws")
    return f"{amount} {kind.label.lower() if amount == 1 else kind.plural.lower()} {tr('erbij')}"


def facts(session: Session, parcel: Parcel) -> QWidget:
    """What is known of the file itself."""
    report = parcel.report
    assert report is not None
    parts = [fact("file-text", "text2", parcel.path.name)]
    if not report.is_document:
        parts = [_signature(report)]
    if report.created:
        made = f"{tr('Gemaakt')} {made_when(report.created, session.workspace.today)}"
        parts.append(fact("calendar", "text2", made))
    return flowing(*parts)


def _signature(report: "FileReport") -> QWidget:
    match report.trust:
        case Met.NEW:
            return fact("user-plus", "text2", tr("Handtekening klopt, nieuwe afzender"))
        case Met.CHANGED:
            return fact("circle-question-mark", "attn", tr("Handtekening klopt, andere sleutel dan je kende"))
        case Met.KNOWN:
            return fact("shield-check", "ok", tr("Handtekening klopt, bekende afzender"))
    return fact("shield-check", "ok", tr("Handtekening klopt"))


def doubt_mark() -> Mark:
    """Somebody has to say whether it is them."""
    return Mark(tr("andere sleutel"), "circle-question-mark", "attn")


def why_doubt(who: str) -> str:
    """What may be the matter with a key that is another than before."""
    may = tr(
        "kan een nieuwe laptop hebben, of iemand doet zich zo voor. Zolang je niets zegt, wist die niets voorgoed."
    )
    return f"{who} {may}"


def _trust(parcel: Parcel, report: "FileReport") -> Iterator[QWidget]:
    who = parcel.sender
    if report.trust is Met.CHANGED:
        compare = row(advanced(report.phrase))
        yield line(doubt_mark(), f"{who} {tr('stuurt met een andere sleutel')}", why_doubt(who), compare)
    if report.trust is Met.NEW:
        mark = Mark(tr("nieuwe afzender"), "user-plus", "accent")
        said = tr("De handtekening zegt dat er onderweg niets veranderde, niet wie het is. Ken je de afzender?")
        yield line(mark, f"{tr('Je las hier nog niets in van')} {who}", said)


def fact(icon: str, tone: str, words: str) -> QWidget:
    """A fact with its icon."""
    holder = QWidget()
    holder.setLayout(row(picture(icon, tone), label(words, "caption"), gap=7))
    return holder


def line(mark: Mark, first: str, second: str, foot: QLayout | None = None) -> QWidget:
    """What happens, where, and what that means."""
    holder = QWidget()
    words = column(label(first, "body_strong", wrap=True), label(second, "caption", "text2", wrap=True), gap=2)
    if foot is not None:
        words.addLayout(foot)
    place = QWidget()
    place.setLayout(column(row(MarkLabel(mark), 0), 0))
    place.setFixedWidth(theme().px(MARK_COLUMN))
    box = row(place, words, gap=12)
    box.setStretch(1, 1)
    holder.setLayout(column(box, separator(), gap=10))
    return holder


def missing(report: "FileReport", today: date, lead: Callable[[], object] | None = None) -> Iterator[QWidget]:
    """The bundle counts on one that never came here: which, of whom, what waits for it, and that the rest is fine.

    `lead`: to the mail that asks for it, once it is read in.
    """
    for each in report.missing:
        mark = Mark(tr("er mist een pakket"), "hourglass", "neutral", "none")
        ask = tr("Vraag om het pakket van daarvoor, of om een heel pakket.")
        rest = tr("Wat hierop wacht, verschijnt dan vanzelf.") if each.changes else tr("De rest is er gewoon.")
        name = tr("Wat mist er?")
        foot = row(button(name, lead, "link", "arrow-right", f"{name} {person_of(each.sender)}"), 0) if lead else None
        yield line(mark, missing_of(each.sender), " ".join((*sentences(each, today), ask, rest)), foot)


def missing_of(sender: str) -> str:
    """In the same words everywhere."""
    return f"{tr('Er mist nog een pakket van')} {person_of(sender) or tr('iemand')}"


def _about_waiting(changes: int) -> str:
    return tr("er mist nog een eerder pakket") if changes else tr("op een eerder pakket")


def lapsed_mark(words: str) -> Mark:
    """An akkoord does not stand any more."""
    return Mark(words, "shield-alert", "danger")


def erased(report: "FileReport", answer: Callable[[], object] | None = None) -> Iterator[QWidget]:
    """What somebody else erased for good; whose it was is said nowhere. `answer`: to where one says yes or no."""
    if report.erases:
        mark = Mark(tr("gewist"), "eraser", "attn")
        where = count(len(report.erases), tr("onderdeel"), tr("onderdelen"))
        first = f"{tr('Een ander wiste voorgoed iets in')} {where}"
        more = tr("Het verdwijnt meteen uit het zicht. Voorgoed weg is het hier pas als je daar ‘ja’ op zegt.")
        foot = row(button(tr("Beantwoord"), answer, "link", "arrow-right", first), 0) if answer else None
        yield line(mark, first, more, foot)


def gone(tells: Telling) -> Iterator[QWidget]:
    """What somebody else deleted."""
    for record in tells.report.deleted:
        mark = Mark(tr("verwijderd"), "trash-2", "neutral", "none")
        yield line(mark, tells.called(record, ()), tr("De ander haalde dit weg."))


def told(report: "FileReport") -> Iterable[QWidget]:
    """What else is to be said of a document."""
    if report.told:
        yield label(tr("Uit het document"), "section")
    for sentence in report.told:
        yield label(sentence, wrap=True)

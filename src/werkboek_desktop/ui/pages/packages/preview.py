"""A bundle before it is read in, and the report after: what is new, what two people wrote, what was put together."""

from collections.abc import Callable, Collection, Iterable, Sequence
from textwrap import shorten
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.difference import Stretch, difference
from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import begun, listed
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import Variant
from werkboek_desktop.ui.pages.packages.parcels import Parcel
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shown import both_shown, shown
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, card, column, label, row, separator
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.marks import Mark, MarkLabel, conflict_mark, merged_mark
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import count, moment, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import FieldChange, FileReport

type Place = tuple[RecordId, str]
type Go = Callable[[str, str], object]
MOST_SHOWN = 40
KNOWN = "known"
MARK_COLUMN = 150
SHORT, LONGEST = 40, 60
"""Letters of a value that stands beside another, and of a title."""


class ParcelText:
    """Builds what is said of one bundle. `names` are the fields of records that are not here yet."""

    def __init__(self, session: Session, parcel: Parcel, go: Go) -> None:
        assert parcel.report is not None
        self._session = session
        self._parcel = parcel
        self._report: FileReport = parcel.report
        self._go = go

    def widgets(self) -> Iterable[QWidget]:
        """Everything from top to bottom."""
        yield self._head()
        if self._parcel.read_in:
            yield from self._report_cards()
        else:
            yield self._numbers()
            yield from self._preview_lines()

    def _head(self) -> QWidget:
        report, who = self._report, self._parcel.sender
        if self._parcel.read_in:
            first = f"{tr('Ingelezen om')} {self._parcel.read_in} · {tr('er is eerst een back-up gemaakt')}"
            title = f"{tr('Verslag')}: {count(report.new, tr('wijziging'), tr('wijzigingen'))} {tr('van')} {who}"
        else:
            first = tr("Je had dit al") if report.result == KNOWN else tr("Nog niet ingelezen")
            first = f"{first} · {tr('er is niets gewijzigd')}"
            title = f"{tr('Document van') if report.is_document else tr('Pakket van')} {who}"
        made = f"{tr('Gemaakt')} {moment(report.created)}" if report.created else ""
        if report.is_document:
            facts = row(picture("file-text", "text2"), label(self._parcel.path.name, "caption"), 12, gap=7)
        else:
            facts = row(picture("shield-check", "ok"), label(tr("Handtekening klopt"), "caption"), 12, gap=7)
        if made:
            facts.addLayout(row(picture("calendar", "text2"), label(made, "caption"), 0, gap=7))
        facts.addStretch(1)
        holder = QWidget()
        holder.setLayout(column(label(first, "caption", "text2"), label(title, "title", wrap=True), facts, gap=6))
        return holder

    def _numbers(self) -> QFrame:
        report = self._report
        cells = (
            (report.new, tr("nieuw"), tr("wijzigingen die je nog niet had"), "accent"),
            (report.known, tr("bekend"), tr("had je al; worden overgeslagen"), ""),
            (report.waiting, tr("wachten"), tr("er mist nog een eerder pakket"), ""),
        )
        box = row(margins=(20, 12, 20, 12), gap=16)
        for value, word, more, tone in cells:
            figure = row(label(number(value), "title", tone), label(word, "lead", "text2"), 0, gap=8)
            box.addLayout(column(figure, label(more, "caption", "text2", wrap=True), gap=2), 1)
        return card("surface", box)

    def _preview_lines(self) -> Iterable[QWidget]:
        if self._report.result == KNOWN:
            yield from self._missing()
            whence = tr("dit document") if self._report.is_document else tr("dit pakket")
            yield label(f"{tr('Je had alles uit')} {whence} {tr('al: er is niets in te lezen.')}", wrap=True)
            yield from self._told()
            return
        yield label(tr("Wat er straks verandert"), "section")
        report = self._report
        yield from self._missing()
        for place in report.conflicts:
            yield self._line(conflict_mark(tr("twee versies")), self._where(place), self._written(place))
        for place in report.merged:
            more = tr("Beide bewerkingen passen naast elkaar. Lees het straks even na.")
            yield self._line(merged_mark(tr("samengevoegd")), self._where(place), more)
        for record in report.deleted:
            gone = Mark(tr("verwijderd"), "trash-2", "neutral", "none")
            yield self._line(gone, self._title(record), tr("De ander haalde dit weg."))
        mark = Mark(count(len(self._plain()), tr("veld"), tr("velden")), "sparkle", "accent")
        yield self._line(mark, self._records(), tr("Niets van je eigen tekst verandert hierdoor."))
        yield from self._told()

    def _told(self) -> Iterable[QWidget]:
        """What else is to be said of a document."""
        if self._report.told:
            yield label(tr("Uit het document"), "section")
        for sentence in self._report.told:
            yield label(sentence, wrap=True)

    def _missing(self) -> Iterable[QWidget]:
        """The sender counted on something that never came here: who to ask, and that the rest is fine."""
        if self._report.lacking or self._report.waiting:
            mark = Mark(tr("er mist een pakket"), "hourglass", "neutral", "none")
            first = f"{tr('Er mist nog een pakket van')} {self._parcel.sender}"
            ask = tr("Vraag om het pakket van daarvoor, of om een heel pakket.")
            rest = (
                tr("Wat hierop wacht, verschijnt dan vanzelf.") if self._report.waiting else tr("De rest is er gewoon.")
            )
            yield self._line(mark, first, f"{ask} {rest}")

    def _line(self, mark: Mark, first: str, second: str) -> QWidget:
        holder = QWidget()
        words = column(label(first, "body_strong", wrap=True), label(second, "caption", "text2", wrap=True), gap=2)
        place = QWidget()
        place.setLayout(column(row(MarkLabel(mark), 0), 0))
        place.setFixedWidth(theme().px(MARK_COLUMN))
        box = row(place, words, gap=12)
        box.setStretch(1, 1)
        holder.setLayout(column(box, separator(), gap=10))
        return holder

    def _written(self, place: Place) -> str:
        """Who wrote what, where that fits in a line."""
        stay = tr("Alles blijft staan tot iemand kiest.")
        versions = self._session.own_first(self._change(place).versions)
        values = [self._value(place, variant.value) for variant in versions]
        names = [self._who(variant) for variant in versions]
        if max(map(len, values), default=SHORT) < SHORT:
            said = ", ".join(f"{name} {tr('schreef')} {value}" for name, value in zip(names, values, strict=True))
        else:
            said = f"{listed(names)} {tr('schreven elk een eigen tekst')}"
        return f"{begun(said)}. {stay}"

    def _who(self, variant: Variant) -> str:
        """Of a person who is not here yet: who sent it."""
        name = self._session.workspace.author_name(variant.author) or self._parcel.sender
        return tr("jij") if name == self._session.author() else name

    def _change(self, place: Place) -> "FieldChange":
        return next(each for each in self._report.changes if (each.record, each.field) == place)

    def _plain(self) -> Sequence["FieldChange"]:
        asking = {*self._report.conflicts, *self._report.merged}
        return [c for c in self._report.changes if (c.record, c.field) not in asking and self._is_shown(c)]

    def _records(self) -> str:
        tops = dict.fromkeys(self._session.owner_of(change.record) or change.record for change in self._plain())
        names = list(dict.fromkeys(map(self._title, sorted(tops, key=lambda record: not self._kind(record)))))
        return begun(listed(names)) or tr("Geen")

    def _report_cards(self) -> Iterable[QWidget]:
        yield from self._missing()
        yield from self._told()
        for place in self._report.conflicts:
            yield self._conflict_card(place)
        for place in self._report.merged:
            yield self._merged_card(place)
        plain = self._plain()
        if plain:
            yield label(f"{count(len(plain), tr('veld'), tr('velden'))} {tr('zonder meer gewijzigd')}", "section")
        for record in dict.fromkeys(change.record for change in plain[:MOST_SHOWN]):
            yield self._record_card(record, [each for each in plain[:MOST_SHOWN] if each.record == record])
        if len(plain) > MOST_SHOWN:
            yield label(f"{tr('En nog')} {len(plain) - MOST_SHOWN}.", tone="text2")

    def _conflict_card(self, place: Place) -> QFrame:
        versions = self._session.own_first(self._change(place).versions)
        values = [self._value(place, variant.value) for variant in versions]
        rows = [
            column(
                label(value, "prose", wrap=True),
                label(f"{begun(self._who(variant))}, {moment(variant.time)}", "caption", "text2", wrap=True),
                0,
                gap=2,
            )
            for value, variant in zip(values, versions, strict=True)
        ]
        beside = row if max(map(len, values), default=SHORT) < SHORT else column
        act = button(tr("Kies of schrijf zelf"), lambda: self._go(*place), "link", "arrow-right")
        hint = label(tr("Zolang niemand kiest staan beide in het werkboek."), "caption", "text2", wrap=True)
        mark = conflict_mark(f"{len(versions)} {tr('versies')}")
        return self._card(mark, self._where(place), [beside(*rows, gap=16)], _foot(hint, act))

    def _merged_card(self, place: Place) -> QFrame:
        change = self._change(place)
        text = self._difference(place, change.before, change.after)
        act = button(tr("Lees na"), lambda: self._go(*place), "link", "arrow-right")
        hint = label(tr("Onderstreept: wat erbij kwam. De rest stond er al."), "caption", "text2", wrap=True)
        return self._card(merged_mark(tr("samengevoegd: lees na")), self._where(place), [text], _foot(hint, act))

    def _record_card(self, record: RecordId, changes: Sequence["FieldChange"]) -> QFrame:
        texts = []
        for change in changes:
            place = (record, change.field)
            text = self._difference(place, change.before, change.after)
            texts.append(column(label(self._field_label(place), "caption", "text2"), text, gap=2))
        return self._card(None, self._called(record, {change.field for change in changes}), texts, None)

    def _card(
        self, mark: Mark | None, where: str, parts: Sequence[QWidget | QLayout], foot: QHBoxLayout | None
    ) -> QFrame:
        head = row(label(where, "body_strong", wrap=True), *([MarkLabel(mark)] if mark else []))
        head.setStretch(0, 1)
        box = column(head, *parts, margins=(18, 12, 16, 12))
        if foot is not None:
            box.addLayout(foot)
        return card("surface", box)

    def _difference(self, place: Place, before: Value, after: Value) -> ReadText:
        text = ReadText()
        text.setAccessibleName(self._where(place))
        field = schema.field(self._kind(place[0]), place[1])
        title = self._session.workspace.title
        old, new = both_shown(field, before, after, title) if field else (str(before or ""), str(after or ""))
        text.show_stretches(difference(old, new) if old else [Stretch(new or tr("(leeg)"))])
        return text

    def _value(self, place: Place, value: Value) -> str:
        field = schema.field(self._kind(place[0]), place[1])
        return shown(field, value, self._session.workspace.title) if field else str(value)

    def _kind(self, record: RecordId) -> str:
        return self._session.kind_of(record)

    def _is_shown(self, change: "FieldChange") -> bool:
        field = schema.field(change.kind, change.field)
        return not change.kind or (field is not None and Surface.FORM in field.appears)

    def _where(self, place: Place) -> str:
        return f"{self._called(place[0], {place[1]})} · {self._field_label(place)}"

    def _field_label(self, place: Place) -> str:
        field = schema.field(self._kind(place[0]), place[1])
        return field.label if field else place[1]

    def _called(self, record: RecordId, told: Collection[str]) -> str:
        """An item of a record by what it is; by its own words too where they are not told below."""
        owner, title = self._session.owner_of(record), self._title(record)
        kind = schema.kind(self._kind(record))
        if not owner or not kind:
            return title
        return f"{self._title(owner)} · {kind.label}" + ("" if set(kind.title) & set(told) else f" ‘{title}’")

    def _title(self, record: RecordId) -> str:
        if not self._kind(record):
            return tr("iets nieuws")
        return shorten(self._session.workspace.title(record), LONGEST, placeholder=" …")


def _foot(hint: QLabel, act: QPushButton) -> QHBoxLayout:
    box = row(hint, act, gap=16)
    box.setStretch(0, 1)
    return box

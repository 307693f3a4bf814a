"""What reading in did, of one bundle or of several together: first what asks for somebody, word by word."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Surface
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import begun, listed
from werkboek_desktop.domain.trust import Met
from werkboek_desktop.ui.pages.packages.parcels import Parcel
from werkboek_desktop.ui.pages.packages.preview import (
    doubt_mark,
    erased,
    fact,
    facts,
    gone,
    lapsed_mark,
    line,
    missing,
    told,
    why_doubt,
)
from werkboek_desktop.ui.pages.packages.telling import SHORT, Go, Place, Telling, hint_and_act
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import button, card, column, label, row
from werkboek_desktop.ui.widgets.marks import Mark, MarkLabel, conflict_mark, merged_mark
from werkboek_desktop.ui.words import count, moment, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace import FieldChange, FileReport

MOST_SHOWN = 40
LAPSED_SHOWN = 6
"""So many changed fields of a case are shown with its akkoord."""


class Part(StrEnum):
    """What one can look at of a report."""

    ALL = "all"
    LAPSED = "lapsed"
    CONFLICTS = "conflicts"
    MERGED = "merged"
    PLAIN = "plain"


def together(reports: "Sequence[FileReport]") -> "FileReport":
    """Several reports as one, in the order of reading in: of each place how it was before and how it is now."""
    changes: dict[Place, FieldChange] = {}
    asks: dict[Place, Part] = {}
    for report in reports:
        for each in report.changes:
            place = each.record, each.field
            before = changes[place].before if place in changes else each.before
            changes[place] = each._replace(before=before)
            asks.pop(place, None)
        asks |= dict.fromkeys(report.conflicts, Part.CONFLICTS) | dict.fromkeys(report.merged, Part.MERGED)
    return replace(
        reports[0],
        new=sum(each.new for each in reports),
        known=sum(each.known for each in reports),
        waiting=reports[-1].waiting,
        lacking=reports[-1].lacking,
        missing=reports[-1].missing,
        merged=tuple(place for place, part in asks.items() if part is Part.MERGED),
        conflicts=tuple(place for place, part in asks.items() if part is Part.CONFLICTS),
        deleted=tuple(dict.fromkeys(record for each in reports for record in each.deleted)),
        lapsed=tuple(dict.fromkeys(case for each in reports for case in each.lapsed)),
        erases=tuple(dict.fromkeys(record for each in reports for record in each.erases)),
        changes=tuple(changes.values()),
        told=tuple(sentence for each in reports for sentence in each.told),
    )


class Leads(NamedTuple):
    """Where a report leads: to a place, to the question about a key, and to all that asks for somebody."""

    go: Go
    doubt: Callable[[str], object]
    asks: Callable[[], object]


class ReportText:
    """Builds what is said after reading in. Of several files the report is of all of them."""

    def __init__(self, session: Session, parcels: Sequence[Parcel], leads: Leads) -> None:
        self._session = session
        self._parcels = parcels
        self._leads = leads
        self._go = leads.go
        self._report = together([parcel.report for parcel in parcels if parcel.report])
        self._from = listed(list(dict.fromkeys(parcel.sender for parcel in parcels)))
        self._tells = Telling(session, self._report, self._from)
        self._with_akkoord = {case: list(self._printed(case)) for case in self._report.lapsed}

    def parts(self) -> dict[Part, str]:
        """What there is to look at apart, in words; nothing where it is all of one kind."""
        plain = len(self._plain_ones())
        amounts = {
            Part.LAPSED: (tr("Gewijzigd na akkoord"), len(self._report.lapsed)),
            Part.CONFLICTS: (tr("Twee versies"), len(self._report.conflicts)),
            Part.MERGED: (tr("Nalezen"), len(self._report.merged)),
            Part.PLAIN: (tr("Gewoon"), plain),
        }
        found = {part: f"{word} {amount}" for part, (word, amount) in amounts.items() if amount}
        return {Part.ALL: tr("Alles"), **found} if len(found) > 1 else {}

    def widgets(self, part: Part = Part.ALL) -> Iterator[QWidget]:
        """Everything from top to bottom, or one part of it."""
        if part is Part.ALL:
            for parcel in self._parcels:
                if parcel.report:
                    yield from self._doubts(parcel, parcel.report)
                    yield from missing(parcel.report, self._session.workspace.today, self._leads.asks)
            yield from told(self._report)
        if part in {Part.ALL, Part.LAPSED}:
            yield from map(self._lapsed_card, self._report.lapsed)
        if part in {Part.ALL, Part.CONFLICTS}:
            yield from map(self._conflict_card, self._report.conflicts)
        if part in {Part.ALL, Part.MERGED}:
            yield from map(self._merged_card, self._report.merged)
        if part is Part.ALL:
            yield from erased(self._report, self._leads.asks)
            yield from gone(self._tells)
        if part in {Part.ALL, Part.PLAIN}:
            yield from self._plain()

    def head(self) -> QWidget:
        """Of whom it is, and that one can always go back."""
        first, *others = self._parcels
        changes = count(self._report.new, tr("wijziging"), tr("wijzigingen"))
        whence = f"{tr('uit')} {len(self._parcels)} {tr('pakketten')}" if others else f"{tr('van')} {self._from}"
        title = f"{tr('Verslag')}: {changes} {whence}"
        more = fact("users", "text2", self._from) if others else facts(self._session, first)
        holder = QWidget()
        kept = f"{tr('Ingelezen om')} {first.read_in} · {tr('er is eerst een back-up gemaakt')}"
        above = label(kept, "caption", "text2", wrap=True)
        holder.setLayout(column(above, label(title, "title", wrap=True), more, gap=6))
        return holder

    def _doubts(self, parcel: Parcel, report: "FileReport") -> Iterator[QWidget]:
        if report.trust is Met.CHANGED:
            ask = button(tr("Beantwoord"), lambda: self._leads.doubt(report.phrase), "link", "arrow-right")
            yield line(doubt_mark(), f"{tr('Is dit echt')} {parcel.sender}?", why_doubt(parcel.sender), row(ask, 0))

    def _plain(self) -> Iterator[QWidget]:
        plain = self._plain_ones()
        if plain:
            yield label(f"{count(len(plain), tr('veld'), tr('velden'))} {tr('zonder meer gewijzigd')}", "section")
        shown = plain[:MOST_SHOWN]
        for record in dict.fromkeys(change.record for change in shown):
            yield self._record_card(record, [each for each in shown if each.record == record])
        if len(plain) > MOST_SHOWN:
            yield label(f"{tr('En nog')} {len(plain) - MOST_SHOWN}.", tone="text2")

    def _plain_ones(self) -> "list[FieldChange]":
        """What is shown with its akkoord is not shown twice."""
        told = {(each.record, each.field) for changes in self._with_akkoord.values() for each in changes}
        return [each for each in self._tells.plain() if (each.record, each.field) not in told]

    def _printed(self, case: RecordId) -> "Iterator[FieldChange]":
        """What of a case somebody had agreed to and is another now, but for what is asked about in its own card."""
        found = (each for each in self._tells.plain() if self._tells.top(each) == case and _is_printed(each))
        return islice(found, LAPSED_SHOWN)

    def _lapsed_card(self, case: RecordId) -> QFrame:
        texts = [
            column(
                label(self._tells.field_label((each.record, each.field)), "caption", "text2"),
                self._tells.difference((each.record, each.field), each.before, each.after, tr("na akkoord")),
                gap=2,
            )
            for each in self._with_akkoord[case]
        ]
        act = button(tr("Kijk en beslis"), lambda: self._go(case, ""), "link", "arrow-right")
        act.setAccessibleDescription(self._tells.title(case))
        hint = label(tr("Er gold een akkoord op de tekst van daarvoor."), "caption", "text2", wrap=True)
        return _card(
            lapsed_mark(tr("gewijzigd na akkoord")),
            self._tells.title(case),
            texts,
            hint_and_act(hint, act),
        )

    def _conflict_card(self, place: Place) -> QFrame:
        versions = self._session.own_first(self._tells.change(place).versions)
        values = [self._tells.value(place, variant.value) for variant in versions]
        rows = [
            column(
                label(value, "prose", wrap=True),
                label(f"{begun(self._tells.who(variant))}, {moment(variant.time)}", "caption", "text2", wrap=True),
                0,
                gap=2,
            )
            for value, variant in zip(values, versions, strict=True)
        ]
        beside = row if max(map(len, values), default=SHORT) < SHORT else column
        act = button(tr("Kies of schrijf zelf"), lambda: self._go(*place), "link", "arrow-right")
        act.setAccessibleDescription(self._tells.where(place))
        hint = label(tr("Zolang niemand kiest staan beide in het werkboek."), "caption", "text2", wrap=True)
        mark = conflict_mark(f"{len(versions)} {tr('versies')}")
        return _card(mark, self._tells.where(place), [beside(*rows, gap=16)], hint_and_act(hint, act))

    def _merged_card(self, place: Place) -> QFrame:
        change = self._tells.change(place)
        text = self._tells.difference(place, change.before, change.after)
        act = button(tr("Lees na"), lambda: self._go(*place), "link", "arrow-right")
        act.setAccessibleDescription(self._tells.where(place))
        hint = label(tr("Onderstreept: wat erbij kwam. De rest stond er al."), "caption", "text2", wrap=True)
        return _card(
            merged_mark(tr("samengevoegd: lees na")), self._tells.where(place), [text], hint_and_act(hint, act)
        )

    def _record_card(self, record: RecordId, changes: Sequence["FieldChange"]) -> QFrame:
        texts = []
        for change in changes:
            place = (record, change.field)
            text = self._tells.difference(place, change.before, change.after)
            texts.append(column(label(self._tells.field_label(place), "caption", "text2"), text, gap=2))
        return _card(None, self._tells.called(record, {change.field for change in changes}), texts, None)


def _is_printed(change: "FieldChange") -> bool:
    field = schema.field(change.kind, change.field)
    return field is not None and Surface.PRINT in field.appears


def _card(mark: Mark | None, where: str, parts: Sequence[QWidget | QLayout], foot: QHBoxLayout | None) -> QFrame:
    head = row(label(where, "body_strong", wrap=True), *([MarkLabel(mark)] if mark else []))
    head.setStretch(0, 1)
    box = column(head, *parts, margins=(18, 12, 16, 12))
    if foot is not None:
        box.addLayout(foot)
    return card("surface", box)

"""A field of which two versions stand: never one of them hidden, never one of them chosen by the program."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.shown_prose import as_read
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, Variant
from werkboek_desktop.domain.weave import Text
from werkboek_desktop.ui.shown import Title, shown
from werkboek_desktop.ui.widgets.basic import button, column, label, mark_as, row
from werkboek_desktop.ui.widgets.marks import MarkLabel, conflict_mark
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import moment, tr

type Name = Callable[[str | None], str]
"""Who wrote something."""


def versions_mark(view: FieldView) -> MarkLabel:
    """How many versions stand."""
    return MarkLabel(conflict_mark(f"{len(view.variants)} {tr('versies')}"))


def variant_row(field: Field, variant: Variant, title: Title, name: Name, take: Callable[[Value], object]) -> QFrame:
    """One version: the value, who, when, and a button to take it."""
    made = QFrame()
    text = shown(field, variant.value, title)
    who = f"{name(variant.author)}, {moment(variant.time)}"
    use = button(tr("Neem deze"), lambda: take(variant.value), name=f"{tr('Neem')} {text}, {who}")
    words = column(label(text, "body_strong", wrap=True), label(who, "caption", "text2", wrap=True), gap=0)
    box = row(words, use, gap=12)
    box.setStretch(0, 1)
    made.setLayout(box)
    return made


def simple_conflict(field: Field, view: FieldView, title: Title, name: Name, take: Callable[[Value], object]) -> QFrame:
    """All versions of a simple field; taking one, or typing another below, settles it."""
    made = QFrame()
    mark_as(made, "card", "attn")
    rows = [variant_row(field, variant, title, name, take) for variant in view.variants]
    hint = label(
        tr("Neem er een, of vul hieronder zelf in. Beide blijven staan tot iemand kiest."), "caption", wrap=True
    )
    made.setLayout(column(row(versions_mark(view), 0), *rows, hint, margins=(12, 10, 12, 10)))
    return made


def recovered(text: str, action: str, act: Callable[[], object], drop: Callable[[], object]) -> QFrame:
    """What somebody wrote in a choice and did not use: to be used, or let go."""
    made = QFrame()
    mark_as(made, "card", "sunken")
    buttons = row(button(action, act), button(tr("Weggooien"), drop, "link"), 0, gap=8)
    words = column(label(tr("Teruggehaalde tekst"), "label"), label(text, wrap=True), buttons)
    made.setLayout(row(column(picture("history", "text2"), 0), words, margins=(12, 10, 12, 10), gap=10))
    return made


def prose_conflict(field: Field, view: FieldView, name: Name, choose: Callable[[], object]) -> QFrame:
    """The undisputed text, the versions where they differ, and the way to choose."""
    made = QFrame()
    mark_as(made, "card", "attn")
    box = column(row(versions_mark(view), 0), margins=(12, 10, 12, 10))
    authors = {change: variant for variant in view.variants for change in variant.changes}
    for part in view.parts:
        if isinstance(part, Text):
            box.addWidget(label(as_read(part.text.strip()), "prose", "text2", wrap=True))
            continue
        for change, text in part.by_head.items():
            variant = authors.get(change)
            who = f"{name(variant.author)}, {moment(variant.time)}" if variant else tr("onbekend")
            box.addWidget(label(who, "caption", "text2"))
            box.addWidget(label(as_read(text.strip()) or tr("(weggelaten)"), "prose", wrap=True))
    text = tr("Kies een versie")
    box.addLayout(row(button(text, choose, "primary", "git-compare", f"{text}: {field.label}"), 0))
    made.setLayout(box)
    return made

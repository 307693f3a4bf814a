"""Photographs the parts of the screen in every theme: `python tools/draw_building_blocks.py docs/pictures`."""

import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer
from PySide6.QtWidgets import QApplication, QCheckBox, QFocusFrame, QPushButton, QWidget

from werkboek_desktop.ui.theme.look import apply
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.basic import button, card, column, label, page, row
from werkboek_desktop.ui.widgets.difference import Legend, ReadText, difference
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput
from werkboek_desktop.ui.widgets.keys import key_hint
from werkboek_desktop.ui.widgets.marks import Mark, MarkLabel, conflict_mark, merged_mark
from werkboek_desktop.ui.widgets.panels import EmptyState, Panel, ProgressCard, notice
from werkboek_desktop.ui.widgets.pie import StatusPie

SIZE = (1280, 690)
COLOURS = 256
STATUSES = (("aangemeld", -1.0), ("concept", 0.0), ("redactie", 0.5), ("ligt bij gemeente", 0.75), ("definitief", 1.0))


def nothing() -> None:
    """The buttons of a picture do nothing."""


def pill(text: str, *, on: bool) -> QPushButton:
    """A filter."""
    made = QPushButton(text)
    made.setProperty("kind", "pill")
    made.setCheckable(True)
    made.setChecked(on)
    return made


def tick(text: str, *, on: bool, usable: bool = True) -> QCheckBox:
    """A check box."""
    made = QCheckBox(text)
    made.setChecked(on)
    made.setEnabled(usable)
    return made


def part(title: str, *below: QWidget) -> QWidget:
    """A heading with what it is about."""
    made = QWidget()
    made.setLayout(column(label(title, "section"), *below, gap=10))
    return made


def beside(*parts: QWidget) -> QWidget:
    """Parts beside each other, at the left."""
    made = QWidget()
    made.setLayout(row(*parts, 0, gap=12))
    return made


def status(word: str, share: float) -> StatusPie:
    """A status with its pie."""
    made = StatusPie()
    made.show_status(word, share)
    return made


def named(name: str, below: QWidget) -> QWidget:
    """An input under its label."""
    made = QWidget()
    made.setLayout(column(label(name, "label"), below, gap=4))
    return made


def buttons() -> QWidget:
    """Buttons, check boxes and filters."""
    off = button("Niet beschikbaar", nothing)
    off.setEnabled(False)
    kinds = (button("Deze tekst gebruiken", nothing, "primary"), button("Later", nothing))
    kinds[0].setObjectName("ring")
    link = button("Gezien", nothing, "link", "check")
    ticks = (tick("Foto", on=True), tick("Nieuwsbrief", on=False), tick("Gesloten", on=True, usable=False))
    return part(
        "Knoppen en focus",
        beside(*kinds, link, off),
        beside(*ticks, pill("Nalezen 3", on=True), pill("Alle 12", on=False)),
    )


def marks() -> QWidget:
    """Statuses and marks."""
    urgent = (conflict_mark("2 versies"), merged_mark("lees na"))
    other = (
        Mark("gewijzigd na akkoord", "shield-alert", "danger"),
        Mark("er mist een pakket", "hourglass", "neutral", "none"),
    )
    kinds = (
        Mark("repressief", "shield", "repr", "none"),
        Mark("beide", "shield-plus", "neutral", "none"),
        Mark("preventief", "sprout", "prev", "none"),
        Mark("aanwezig", "check", "ok", "none"),
        Mark("alleen hier", "lock", "neutral", "none"),
    )
    return part(
        "Merken: vorm, pictogram en woord",
        beside(*(status(*each) for each in STATUSES)),
        beside(*map(MarkLabel, (*urgent, *other))),
        beside(*map(MarkLabel, kinds)),
    )


def error() -> QWidget:
    """What went wrong, what did not, and what now."""
    panel = Panel()
    panel.refuse(
        "Dit pakket is onderweg beschadigd.",
        "Er is niets ingelezen; je werkboek is niet veranderd.",
        "Vraag Anna van ’t Hoff het pakket opnieuw te mailen.",
    )
    return part("Foutpaneel met ‘Wat nu’", panel)


def words() -> QWidget:
    """A person's own words, and what changed in them."""
    text = ReadText()
    text.show_stretches(difference("Wij belden aan en niemand deed open.", "Wij belden aan. Toen ging een deur open."))
    return part("Eigen woorden en wat eraan veranderde", text, Legend())


def inputs() -> QWidget:
    """Inputs; the last one has the keyboard."""
    residents, year, scale, title = LineInput(), LineInput(), Choice(), LineInput()
    residents.setText("4.210")
    year.setPlaceholderText("bijv. 2025")
    scale.addItem("buurt")
    title.setText("De Kolenbuurt pakt de sleutel terug")
    title.setObjectName("focus")
    pair = QWidget()
    pair.setLayout(row(named("Jaar", year), named("Schaal", scale), gap=14))
    advice = notice("attn", "circle-alert", "attn", "Noem ook het jaar en de bron.", "", nothing)
    return part("Invoer", named("Aantal inwoners", residents), advice, pair, named("Titel (met focus)", title))


def progress() -> QWidget:
    """Work beside the window."""
    made = ProgressCard()
    made.begin("Pakket van Fatima lezen")
    made.step(9, 14, "foto’s")
    return part("Voortgang", made)


def empty() -> QWidget:
    """Nothing yet, and how to begin."""
    made = EmptyState("file-plus")
    made.say("Nog geen praktijkvoorbeelden", "Maak er een, of lees een pakket in.", "Nieuw praktijkvoorbeeld")
    return part("Lege staat", card("surface", column(made, margins=(0, 0, 0, 20))))


def blocks() -> QWidget:
    """The whole page."""
    keys = QWidget()
    keys.setLayout(row(key_hint("Ctrl+Enter", "deze tekst gebruiken"), key_hint("F1", "alle toetsen"), 0, gap=18))
    left = column(buttons(), marks(), error(), words(), keys, 0, gap=22)
    right = column(inputs(), progress(), empty(), 0, gap=22)
    both = row(left, right, margins=(32, 24, 32, 24), gap=40)
    both.setStretch(0, 3)
    both.setStretch(1, 2)
    return page("true", both)


def photograph(app: QApplication, look: Look, out: Path) -> None:
    """One theme, in few colours so that the file stays small."""
    apply(app, Theme(look))
    shown = blocks()
    shown.resize(*SIZE)
    shown.show()
    shown.activateWindow()
    pressed, typed = shown.findChild(QPushButton, "ring"), shown.findChild(LineInput, "focus")
    assert pressed
    assert typed
    ring = QFocusFrame(pressed)
    ring.setWidget(pressed)
    typed.setFocus()
    for _round in range(50):
        app.processEvents()
    bytes_ = QBuffer()
    bytes_.open(QBuffer.OpenModeFlag.WriteOnly)
    shown.grab().save(bytes_, "PNG")
    picture = Image.open(BytesIO(bytes(bytes_.data().data()))).convert("RGB")
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(out, optimize=True)
    shown.close()


if __name__ == "__main__":
    qt = QApplication([])
    for each in Look:
        photograph(qt, each, Path(sys.argv[1]) / f"blocks-{each}.png")

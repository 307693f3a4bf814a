"""The six words to compare a key by, folded away for who does not need them."""

from PySide6.QtWidgets import QWidget

from werkboek_desktop.ui.widgets.basic import become, button, card, column, label, row
from werkboek_desktop.ui.words import tr


def phrase(words: str) -> QWidget:
    """Large enough to read out."""
    said = label(words, "lead", wrap=True)
    said.setAccessibleName(f"{tr('Zes controlewoorden')}: {words}")
    made = QWidget()
    made.setLayout(column(card("surface", column(said, margins=(14, 10, 14, 10)))))
    return made


def advanced(words: str, *more: QWidget) -> QWidget:
    """The words and what they are for, and what else one rarely needs."""
    inside = QWidget()
    hint = label(
        tr("Zes woorden om een sleutel per telefoon te vergelijken: lezen jullie hetzelfde, dan is hij echt."),
        "caption",
        "text2",
        wrap=True,
    )
    inside.setLayout(column(hint, phrase(words), *more, gap=8))
    inside.hide()

    def fold() -> None:
        inside.setVisible(inside.isHidden())
        become(opens, "link", "chevron-right" if inside.isHidden() else "chevron-down")

    opens = button(tr("Geavanceerd"), fold, "link", "chevron-right")
    made = QWidget()
    made.setLayout(column(row(opens, 0), inside, gap=8))
    return made

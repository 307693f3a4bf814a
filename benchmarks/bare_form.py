"""An empty form of as many fields as a case has, with a table of 40 rows: bare widgets in our style."""

from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTableWidget,
    QTextEdit,
    QWidget,
)

from benchmarks.measure import Stopwatch, report
from werkboek_desktop.ui.theme.look import apply, wear
from werkboek_desktop.ui.theme.tokens import Look, Theme

FIELDS, TEXTS, ITEMS, COLUMNS = 42, 16, 40, 4


def make() -> QWidget:
    """The form: labels above their inputs, two in a row, and the table below."""
    area = QScrollArea()
    wear(area)
    inner = QWidget()
    grid = QGridLayout(inner)
    for number in range(FIELDS):
        line, column = divmod(number, 2)
        grid.addWidget(QLabel(f"Veld {number}"), 2 * line, column)
        grid.addWidget(QTextEdit() if number < TEXTS else QLineEdit(), 2 * line + 1, column)
    grid.addWidget(QTableWidget(ITEMS, COLUMNS), FIELDS, 0, 1, 2)
    area.setWidget(inner)
    area.setWidgetResizable(True)
    area.resize(960, 700)
    return area


def main() -> None:
    """Prints what it took from nothing to painted."""
    app = QApplication([])
    apply(app, Theme(Look.LIGHT))
    watch = Stopwatch()
    form = make()
    form.show()
    for _round in range(3):
        app.processEvents()
    report(**watch.figures())


if __name__ == "__main__":
    main()

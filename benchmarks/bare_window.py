"""The peer of the start-up: a bare window with a list of one row, which ends when the row was painted."""

import sys

from PySide6.QtCore import QStringListModel, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QListView, QMainWindow


class List(QListView):
    """Ends the program once it has shown something."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """After the first paint there is nothing left to measure."""
        super().paintEvent(event)
        QTimer.singleShot(0, QApplication.quit)


def main() -> int:
    """Opens the window."""
    app = QApplication(sys.argv)
    window = QMainWindow()
    view = List()
    view.setModel(QStringListModel(["Samen de wijk in"]))
    window.setCentralWidget(view)
    window.resize(1280, 800)
    window.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())

"""When what is being typed goes into the file: at each pause, and soon enough that a kill costs at most two seconds."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE = 700
LONGEST = 1_000
"""What was typed since is read and on the disk well within two seconds, on a busy computer too."""


class Pauses(QObject):
    """`over` comes when somebody who typed stopped for a moment, or did not stop for long."""

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self._end)

    def typed(self) -> None:
        """A key was pressed."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def stop(self) -> None:
        """What was typed is kept already."""
        self._pause.stop()
        self._longest.stop()

    def _end(self) -> None:
        self.stop()
        self.over.emit()

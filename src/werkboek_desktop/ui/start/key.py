"""Nothing is typed before there is a key to seal it: what the keyring of the system asks is awaited."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from werkboek_desktop.errors import Cancelled
from werkboek_desktop.settings import App
from werkboek_desktop.ui.words import tr

if TYPE_CHECKING:
    from werkboek_desktop.ui.work import Progress, Task

LOOK = 20
"""Milliseconds between two looks whether it came."""
ASKS = 1_500
"""After so many milliseconds it is a person who is waited for."""


class KeyAwaited(QTimer):
    """Goes on as soon as the key is there; the window lives meanwhile, and says what it waits for.

    It is sought from the start, and waited for from `begin` on.
    """

    def __init__(self, app: App, window: QObject, say: Callable[[str], object], then: Callable[[], object]) -> None:
        super().__init__(window, interval=LOOK)
        self._app = app
        self._say = say
        self._then = then
        self._asks = QTimer(self, singleShot=True, interval=ASKS)
        self._asks.timeout.connect(lambda: say(waiting()))
        self.timeout.connect(self.look)
        app.own.is_here()

    def begin(self) -> None:
        """At once, where nothing has to be waited for."""
        self.start()
        self._asks.start()
        self.look()

    def look(self) -> None:
        """Whether it is there now."""
        if not self._app.own.is_here():
            return
        self.stop()
        self._asks.stop()
        self._say("")
        self.deleteLater()
        self._then()


def with_key(app: App, task: "Task") -> "Task":
    """The same work, which begins once the key is there and can be stopped before that."""

    def run(progress: "Progress") -> object:
        while not app.own.is_here(LOOK / 1_000):
            if not progress(0, 0, waiting()):
                raise Cancelled
        return task(progress)

    return run


def waiting() -> str:
    """What is waited for."""
    return tr("De sleutelbos van je computer is nog op slot. Geef het wachtwoord, of annuleer de vraag.")

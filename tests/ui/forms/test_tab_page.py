"""What comes on a page of a form leaves alone what stands above it."""

from PySide6.QtCore import QEvent, QObject

from tests.ui.room import PATIENCE, Room
from werkboek_desktop.ui.forms.tab_page import TabPage


class Heard(QObject):
    """What happened to a part of a window."""

    def __init__(self) -> None:
        super().__init__()
        self.types: set[QEvent.Type] = set()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keeps what it was."""
        self.types.add(event.type())
        return False


def test_a_field_that_comes_has_nothing_above_it_squeezed_moved_or_painted_again(room: Room) -> None:
    room.settle()
    page = next(page for page in room.window.findChildren(TabPage) if page.isVisible())
    first, *_between, last = page.rows()
    whole = page.height()
    last.hide()
    room.qtbot.waitUntil(lambda: page.height() < whole, timeout=PATIENCE)
    room.settle()
    heard = Heard()
    first.installEventFilter(heard)
    last.show()
    room.qtbot.waitUntil(lambda: page.height() == whole, timeout=PATIENCE)
    room.settle()
    assert first.visibleRegion().boundingRect() == first.rect()
    assert not heard.types & {QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Paint}

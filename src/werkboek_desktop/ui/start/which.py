"""This computer has a project more than once: which of the files did somebody mean?"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal

from werkboek_desktop.ui.start.sheet import Sheet
from werkboek_desktop.ui.widgets.basic import button, card, label, row, ruled
from werkboek_desktop.ui.widgets.tiles import Item, Steps
from werkboek_desktop.ui.words import breakable, tr

WIDTH = 760


class WhichPage(Sheet):
    """The file that was open last stands first, so Enter is mostly right."""

    chosen = Signal(object)
    back = Signal()

    def __init__(self, name: str, files: Sequence[Path]) -> None:
        super().__init__()
        items = [self._item(file) for file in files]
        self._steps = Steps(self)
        self._steps.take([item.button for item in items])
        lead = f"{tr('Op deze computer staan meer bestanden van')} ‘{name or files[0].stem}’."
        more = label(tr("Er wordt nog niets ingelezen: je ziet eerst wat het pakket zou veranderen."), wrap=True)
        back = button(tr("Terug"), self.back.emit, "link", "arrow-left")
        self.add(tr("In welk werkboek?"), lead, card("surface", ruled(items)), more, row(back, 0), width=WIDTH)
        self.on_escape(self.back)

    def _item(self, file: Path) -> Item:
        return Item(
            "file-text", "accent", file.stem, breakable(file.parent), tr("Open"), lambda: self.chosen.emit(file)
        )

    def begin(self) -> None:
        """The keyboard is at the file that was open last."""
        self._steps.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

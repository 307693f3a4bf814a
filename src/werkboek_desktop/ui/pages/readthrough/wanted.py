"""What somebody wants to read of the book: a chapter, a status, and whether they only read."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.readthrough import LOOSE, Part
from werkboek_desktop.ui.pages.readthrough.sheet import CASE, Wanted
from werkboek_desktop.ui.widgets.basic import column
from werkboek_desktop.ui.widgets.inputs import Choice, Tick
from werkboek_desktop.ui.words import tr

CHAPTER = "chapter"


class Choices(QWidget):
    """`changed`: something else is wanted; `only_reads`: whether one writes, too, is another."""

    changed = Signal()
    only_reads = Signal(bool)

    def __init__(self, *, read_only: bool) -> None:
        super().__init__()
        self.chapter, self.status = Choice(), Choice()
        self.only_read = Tick(tr("Alleen lezen"))
        self._read_only = read_only
        for choice, name in ((self.chapter, tr("Hoofdstuk")), (self.status, tr("Status"))):
            choice.setAccessibleName(name)
            choice.activated.connect(lambda _at: self.changed.emit())
        self.show_chapters(())
        declared = schema.field(CASE, "status")
        self.status.addItem(tr("Alle statussen"), "")
        for option in declared.options if declared else ():
            self.status.addItem(option.label, option.key)
        self.only_read.setChecked(read_only)
        self.only_read.setEnabled(not read_only)
        self.only_read.toggled.connect(self.only_reads)
        self.setLayout(column(self.chapter, self.status, self.only_read, gap=8))

    def wanted(self) -> Wanted:
        """All of it."""
        chapter, status = self.chapter.currentData(), self.status.currentData()
        return Wanted(chapter or "", status or "", self.only_read.isChecked())

    def show_chapters(self, parts: Sequence[Part], current: str = "") -> None:
        """The chapters that there are; one that was wanted and is gone is wanted no longer."""
        self.chapter.clear()
        self.chapter.addItem(tr("Heel het werkboek"), "")
        for part in parts:
            if part.kind == CHAPTER or part.record == LOOSE:
                self.chapter.addItem(part.title, part.record)
        self.chapter.setCurrentIndex(max(self.chapter.findData(current), 0))

    def return_to(self, wanted: Wanted) -> None:
        """The same as in another window; its chapter as soon as that was read."""
        if wanted.chapter and self.chapter.findData(wanted.chapter) < 0:
            self.chapter.addItem("", wanted.chapter)
        self.chapter.setCurrentIndex(max(self.chapter.findData(wanted.chapter), 0))
        self.status.setCurrentIndex(max(self.status.findData(wanted.status), 0))
        self.only_read.setChecked(wanted.only_read or self._read_only)

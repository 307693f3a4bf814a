"""What opens on a page, over it and beside it, for as long as somebody needs it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from werkboek_desktop.domain.view import Notice
from werkboek_desktop.ui.forms.dates import DateEditor
from werkboek_desktop.ui.forms.editor import Editor, ProseEditor
from werkboek_desktop.ui.forms.files import AttachmentEditor
from werkboek_desktop.ui.forms.items import ItemList
from werkboek_desktop.ui.forms.picture_panel import PicturePanel
from werkboek_desktop.ui.forms.tables.finder import Finder
from werkboek_desktop.ui.pages.record import RecordPage
from werkboek_desktop.ui.prose.cleaning import CleaningPanel
from werkboek_desktop.ui.prose.dressing import WAIT
from werkboek_desktop.ui.prose.input import ProseInput
from werkboek_desktop.ui.prose.link import ask_link
from werkboek_desktop.ui.tour.card import TourCard
from werkboek_desktop.ui.tour.tour import Tour
from werkboek_desktop.ui.widgets.inputs import Choice, LineInput
from werkboek_desktop.workspace.news import NewPlace, News, NewSentence

if TYPE_CHECKING:
    from tests.ui.house import House

POP_UPS = {
    "widgets/calendar.py": "kalender",
    "forms/vocabulary.py": "suggesties",
    "forms/items.py": "menu van een regel",
    "pages/head.py": "menu van een masterclass",
    "widgets/menu.py": "menu van een regel",
}
"""Where the walk comes by what each module pops up."""
NOBODY = "Qxzwq"
COPIED = 'De  maatschap-\npelijke "opgave" van de wijk'


def openings(house: "House") -> Iterator[str]:
    """All of it; afterwards everything is as it was before."""
    yield from _of_lines(house)
    yield from _of_texts(house)
    yield from _recovered(house)
    yield from _alone(house)
    yield from _of_tables(house)
    yield from _of_pictures(house)
    yield from _of_lists(house)
    yield from _menus(house)
    yield from _above_a_form(house)
    yield from _of_what_came(house)


def _above_a_form(house: "House") -> Iterator[str]:
    """What two people did with the whole of a record."""
    page = _fullest(house, "masterclass")
    view = house.workspace.record(page.record)
    page.notices.show_view(replace(view, notices=(Notice("deleted_and_edited", None, ""),)))
    yield house.at("verwijderd terwijl een ander eraan schreef")
    page.notices.show_view(view)


def _of_what_came(house: "House") -> Iterator[str]:
    """What a colleague did since one looked, where that is read, and who wrote a sentence of it."""
    page = _fullest(house, "case")
    assert page.news
    parts = house.workspace.blame(page.record, "approach")
    came = [NewSentence(str(each.part), each.author or "", each.time) for each in parts]
    place = NewPlace(page.record, "approach", "Hoe richt u de aanpak in?", ("Yusuf Şahin",), tuple(came[:2]))
    page.news._take(page.record, News(page.record, (place,)))
    yield house.at("sinds je laatste bezoek")
    house.window.activateWindow()
    page.news.step()
    house.settle()
    QTest.qWait(3 * WAIT)  # marks come after the words
    house.office.tracing.who_wrote()
    yield house.at("wie schreef deze zin")
    page.news._take(page.record, None)
    house.office.notices.pass_by()
    house.office.navigation.to_history(page.record, "approach")
    yield house.at("geschiedenis van een veld")


def _of_lines(house: "House") -> Iterator[str]:
    """What a line in a form shows: a calendar, a list to choose from, what is wrong with it, Qt's own menu."""
    page = _fullest(house, "masterclass")
    page.reveal(page.record, "date")
    house.settle()
    day = _editor(page, DateEditor)
    day.calendar.show()
    yield from house.popped_up("kalender")
    for field, name in ((day.input, "menu van een veld"), (_editor(page, ProseEditor).input, "menu van een tekst")):
        field.setFocus()
        _ask_menu(field)
        yield from house.popped_up(name)
    day.input.setFocus()
    before = day.input.text()
    QTest.keyClicks(day.input, NOBODY)
    page.form.leave()
    yield house.at("een datum die geen datum is")
    day.input.setText(before)
    page.form.leave()


def _of_texts(house: "House") -> Iterator[str]:
    """What is said of a text that was pasted, and what was cleaned in it."""
    page = _fullest(house, "masterclass")
    text = _editor(page, ProseEditor).input
    text.setFocus()
    copied = QMimeData()
    copied.setText(COPIED)
    text.insertFromMimeData(copied)
    yield house.at("geplakt")
    said = house.office.notices.shown()[-1]
    assert said.act
    said.act()
    yield house.at("opgeschoond")
    for panel in house.window.findChildren(CleaningPanel):
        panel.slide_out()
    house.office.notices._drop(house.office.notices.cards[-1])
    text.undo()
    page.form.leave()


def _recovered(house: "House") -> Iterator[str]:
    """What was being typed when the program was killed, at the next start."""
    page = _fullest(house, "case")
    view = house.workspace.record(page.record).fields["summary"]
    house.workspace.draft(page.record, "summary", f"{view.value} Daarna ging het licht uit.", view.heads)
    house.desk.session.begin()
    house.office.tell_recovered()
    page.reveal(page.record, "summary")
    yield house.at("teruggehaalde tekst")
    row = page.form.row_of("summary")
    assert row
    answers = [each for each in row.findChildren(QPushButton) if each.text() == "Terug naar de oude tekst"]
    answers[0].click()
    for card in house.office.notices.cards:
        house.office.notices._drop(card)


def _alone(house: "House") -> Iterator[str]:
    """A text without what stands round it, and its headings."""
    page = _fullest(house, "case")
    page.reveal(page.record, "approach")
    row = page.form.row_of("approach")
    assert row
    assert isinstance(row.editor, ProseEditor)
    before = row.editor.text()
    first, *rest = before.split("\n")
    row.editor.replace("\n".join(("## Hoe het begon", first, "### De eerste weken", *rest, "## Wat er daarna kwam")))
    house.settle()
    house.office.focusing.toggle()
    yield house.at("alleen de tekst")
    row.editor.input.moveCursor(QTextCursor.MoveOperation.PreviousWord)
    ask_link(row.editor.input)
    yield house.at("link")
    QTest.keyClick(_focus(), Qt.Key.Key_Escape)
    house.settle()
    house.office.focusing.toggle()
    house.settle()
    house.office.focusing.outline()
    yield house.at("koppen")
    QTest.keyClick(_focus(), Qt.Key.Key_Escape)
    row.editor.replace(before)
    page.form.leave()


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus
    return focus


def _ask_menu(field: LineInput | ProseInput) -> None:
    asked = field.viewport() if isinstance(field, ProseInput) else field
    at = asked.rect().center()
    QApplication.sendEvent(asked, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, asked.mapToGlobal(at)))


def _of_tables(house: "House") -> Iterator[str]:
    """The row that puts somebody on a list: the names it suggests, and what it says of a name that nobody has."""
    page = _fullest(house, "masterclass")
    items = _items(house, page, "attendance")
    items.add()
    house.settle()
    finder = _editor(page, Finder)
    QTest.keyClicks(finder.input, "de")
    yield from house.popped_up("suggesties")
    finder.input.setText("")
    QTest.keyClicks(finder.input, NOBODY)
    QTest.keyClick(finder.input, Qt.Key.Key_Return)
    yield house.at("een naam die niemand heeft: regel")
    items.leave()


def _of_pictures(house: "House") -> Iterator[str]:
    page = _fullest(house, "case")
    items = _items(house, page, "image")
    items.open(0)
    house.settle()
    picture = _editor(page, AttachmentEditor)
    for hides in (False, True):
        picture.work(hides=hides)
        house.settle()
        assert picture.findChild(PicturePanel)
        yield house.at("afbeelding vervagen" if hides else "afbeelding bijsnijden")
    picture._leave_panel()
    items.close_more()


def _of_lists(house: "House") -> Iterator[str]:
    """A list with filters, and the choices of its panel."""
    house.settle()
    house.office.navigation.go("case")
    house.settle()
    house.office.navigation.to_list()
    house.records.arranging.close()
    house.records.show_filters()
    house.settle()
    panel = house.records.arranging.panel
    _shown(panel, Choice).showPopup()
    yield from house.popped_up("keuzes")
    chip = next(each for each in panel.findChildren(QPushButton) if each.isCheckable() and each.isVisible())
    chip.click()
    yield house.at("filter gekozen")
    chip.click()
    for at in (panel.group.findData("status"), 0):
        panel.group.setCurrentIndex(at)
        panel.group.activated.emit(at)
        if at:
            house.records.arranging.close()
            yield house.at("gegroepeerd")
    house.records.arranging.close()


def _menus(house: "House") -> Iterator[str]:
    page = _fullest(house, "masterclass")
    page.head._open()
    yield from house.popped_up("menu van een masterclass")
    items = _items(house, page, "session")
    items.table.setFocus()
    items.table.menu.emit(0, items.table.mapToGlobal(QPoint(0, 0)))
    yield from house.popped_up("menu van een regel")


def tour(house: "House") -> Iterator[str]:
    """Each step, and each once it was done; the last leaves the window as it is."""
    made = Tour(house.office)
    made.begin()
    for number in range(1, len(made.steps) + 1):
        yield house.at(f"rondleiding {number}")
        assert made.card
        made.card.show_done()
        yield house.at(f"rondleiding {number}, gelukt")
        made.next()
    house.settle()
    assert not any(each.isVisible() for each in house.window.findChildren(TourCard))


def _fullest(house: "House", kind: str) -> RecordPage:
    house.settle()
    rows = house.workspace.rows(kind)
    house.office.navigation.to_record(max(rows, key=lambda row: len(row.title)).id)
    house.settle()
    page = house.records.current_page()
    assert page
    return page


def _items(house: "House", page: RecordPage, kind: str) -> ItemList:
    """A table of the form, on its tab."""
    bar = page.form.tab_bar
    for at in range(bar.count()):
        bar.setCurrentIndex(at)
        house.settle()
        for items in page.findChildren(ItemList):
            if items.isVisible() and items.kind.key == kind:
                return items
    raise AssertionError(kind)


def _editor[Kind: Editor](page: RecordPage, kind: type[Kind]) -> Kind:
    return _shown(page, kind)


def _shown[Kind: QWidget](part: QWidget, kind: type[Kind]) -> Kind:
    return next(each for each in part.findChildren(kind) if each.isVisible())

"""The first hour (docs/journeys.md): from a double-click on a mailed file to the first word, by keys alone."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from tests.ui.house import plain
from tests.ui.room import PATIENCE, computer
from werkboek_desktop.program import Program
from werkboek_desktop.settings import App
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.ui.pages.welcome import WelcomePage
from werkboek_desktop.ui.shell.desk import Desk
from werkboek_desktop.ui.shell.places import WELCOME
from werkboek_desktop.ui.start.arguments import parse
from werkboek_desktop.ui.start.join import BeginPage, LockedPage
from werkboek_desktop.ui.start.page import StartPage
from werkboek_desktop.ui.start.which import WhichPage
from werkboek_desktop.workspace import Workspace

NAME = "Ondermijning in de wijk"
CASE = "De Kolenbuurt"


class Marit:
    """Who mails bundles, from a computer of her own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.app = computer(folder, "marit")
        self.file = folder / "van marit.werkboek"
        with Workspace.create(self.file, self.app, name=NAME, author="Marit de Wit") as made:
            fields = {"title": CASE, "summary": "Kort.", "opening": "Een straat."}
            self.case = str(made.create_record("case", None, fields).record)

    def mail(self, name: str, *, passphrase: str | None = None, **fields: str) -> Path:
        """Writes something, and sends everything."""
        out = self.folder / name
        with Workspace.open(self.file, self.app) as workspace:
            for field, value in fields.items():
                workspace.set_field(self.case, field, value)
            workspace.export(out, people=bool(passphrase), passphrase=passphrase)
        return out

    def mail_another(self, name: str) -> Path:
        """A bundle of a project that nobody else has."""
        out = self.folder / name
        with Workspace.create(self.folder / "ander.werkboek", self.app, name="Iets anders", author="Marit") as made:
            made.create_record("case", None, {"title": "Elders"})
            made.export(out)
        return out


class Samira:
    """At a computer where the program was never used; only keys, and each of them counted."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.presses = 0
        self.programs: list[Program] = []

    def double_click(self, *file: Path) -> Program:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        made = Program(app, App.of_this_computer(), parse([str(each) for each in file]))
        self.programs.append(made)
        made.start()
        return made

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        focus = QApplication.focusWidget()
        assert focus, "the keyboard is nowhere"
        QTest.keyClick(focus, key, modifier)
        self.presses += 1

    def write(self, text: str) -> None:
        focus = QApplication.focusWidget()
        assert focus, "the keyboard is nowhere"
        QTest.keyClicks(focus, text)
        self.presses += len(text)

    def wait(self, until: Callable[[], bool], window: QMainWindow) -> None:
        def is_so() -> bool:
            window.activateWindow()  # a screen without somebody who manages windows forgets it
            return window.isActiveWindow() and QApplication.focusWidget() is not None and until()

        self.qtbot.waitUntil(is_so, timeout=PATIENCE)

    def sees[Page](self, program: Program, kind: type[Page]) -> Page:
        window = program.start_window()
        self.wait(lambda: isinstance(window.page(), kind) and not window.jobs.busy(), window)
        page = window.page()
        assert isinstance(page, kind)
        return page

    def desk(self, program: Program) -> Desk:
        self.qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)
        assert program.desk
        return program.desk

    def stop(self) -> None:
        for program in self.programs:
            for office in tuple(program.desk.offices) if program.desk else ():
                office.window.close()
        for window in QApplication.topLevelWidgets():
            window.close()
            window.deleteLater()


@pytest.fixture
def marit(tmp_path: Path) -> Marit:
    return Marit(tmp_path)


@pytest.fixture
def samira(qtbot: QtBot) -> Iterator[Samira]:
    dress(plain())  # what a test before this one wore would be hers
    made = Samira(qtbot)
    yield made
    made.stop()


def join(samira: Samira, bundle: Path) -> Desk:
    """Answers the one question, and is welcomed."""
    program = samira.double_click(bundle)
    samira.sees(program, BeginPage)
    samira.write("Samira")
    samira.press(Qt.Key.Key_Return)
    desk = samira.desk(program)
    window, welcome = desk.front().window, desk.front().navigation.page(WELCOME)
    assert isinstance(welcome, WelcomePage)

    def is_welcomed() -> bool:  # what was put in a page has the keyboard a turn before it is seen
        return any(each.hasFocus() for each in welcome.steps.buttons) and all(
            map(QWidget.isVisible, welcome.steps.buttons)
        )

    samira.wait(is_welcomed, window)
    return desk


def close(desk: Desk) -> None:
    desk.front().window.close()


def words(window: QMainWindow) -> list[str]:
    return [text.text() for text in window.findChildren(QLabel) if text.isVisible()]


def made_files() -> list[str]:
    return sorted(file.name for file in (Path.home() / "Documents" / "Werkboek").glob("*"))


def test_from_a_double_click_to_the_first_word(
    samira: Samira, marit: Marit, record_property: Callable[[str, object], None]
) -> None:
    bundle, began = marit.mail("pakket 3 (2).zip"), time.monotonic()
    desk = join(samira, bundle)
    window = desk.front().window
    assert "Voor jou: 1 praktijkvoorbeeld" in words(window)
    samira.press(Qt.Key.Key_Return)
    samira.wait(window.records.isVisible, window)
    samira.write("Wij")
    record_property("seconds", round(time.monotonic() - began, 1))
    assert samira.presses == len("Samira") + len("Wij") + 2
    samira.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert "Alles is al bewaard." in words(window)
    window.records.leave()
    (case,) = desk.session.workspace.rows("case")
    view = desk.session.workspace.record(case.id)
    assert view.value("context") == "Wij"
    assert desk.session.author() == "Samira"
    assert made_files() == [f"{NAME}.werkboek", f"{NAME}.werkboek-shm", f"{NAME}.werkboek-wal"]


def test_where_her_file_is_stands_at_the_lower_left(samira: Samira, marit: Marit) -> None:
    desk = join(samira, marit.mail("pakket.wbx"))
    office = desk.front()
    office.window.status.file.emit()
    shown = "".join(words(office.window)).replace("\u200b", "")
    assert f"{NAME}.werkboek" in shown
    assert str(Path.home() / "Documents" / "Werkboek") in shown


def test_escape_leaves_the_welcome_for_today(samira: Samira, marit: Marit) -> None:
    desk = join(samira, marit.mail("pakket.wbx"))
    samira.press(Qt.Key.Key_Escape)
    office = desk.front()
    assert office.navigation.current() is office.navigation.page("today")


def test_the_same_bundle_again_opens_her_own_file_and_says_that_she_had_it(samira: Samira, marit: Marit) -> None:
    bundle = marit.mail("pakket.wbx")
    close(join(samira, bundle))
    desk = samira.desk(samira.double_click(bundle))
    office = desk.front()
    samira.qtbot.waitUntil(lambda: not office.jobs.busy(), timeout=PATIENCE)
    (parcel,) = office.navigation.packages.model.parcels
    assert parcel.report
    assert parcel.report.result == "known"
    assert desk.session.author() == "Samira"
    assert len([name for name in made_files() if name.endswith(".werkboek")]) == 1


def test_a_second_bundle_is_seen_before_it_is_read_in(samira: Samira, marit: Marit) -> None:
    close(join(samira, marit.mail("pakket.wbx")))
    desk = samira.desk(samira.double_click(marit.mail("pakket (2).wbx", context="Zij.")))
    office = desk.front()
    samira.wait(lambda: "Nog niet ingelezen · er is niets gewijzigd" in words(office.window), office.window)
    assert desk.session.workspace.record(marit.case).value("context") is None
    samira.presses = 0
    samira.press(Qt.Key.Key_Return)
    samira.wait(lambda: not office.jobs.busy(), office.window)
    assert desk.session.workspace.record(marit.case).value("context") == "Zij."
    assert samira.presses == 1


def test_a_bundle_of_another_project_asks_nothing_any_more(samira: Samira, marit: Marit) -> None:
    close(join(samira, marit.mail("pakket.wbx")))
    program = samira.double_click(marit.mail_another("ander.wbx"))
    samira.sees(program, BeginPage)
    assert "Je schrijft als Samira." in words(program.start_window())
    samira.press(Qt.Key.Key_Return)
    desk = samira.desk(program)
    assert [row.title for row in desk.session.workspace.rows("case")] == ["Elders"]
    assert "Iets anders.werkboek" in made_files()


def test_of_two_files_of_the_project_she_chooses(samira: Samira, marit: Marit) -> None:
    bundle = marit.mail("pakket.wbx")
    close(join(samira, bundle))
    copy = Path.home() / "Documents" / "kopie.werkboek"
    copy.write_bytes((Path.home() / "Documents" / "Werkboek" / f"{NAME}.werkboek").read_bytes())
    App.of_this_computer().opened(copy)
    program = samira.double_click(bundle)
    samira.sees(program, WhichPage)
    samira.press(Qt.Key.Key_Down)
    samira.press(Qt.Key.Key_Up)
    chosen = QApplication.focusWidget()
    assert chosen
    name = chosen.accessibleName().removeprefix("Open: ")
    samira.press(Qt.Key.Key_Return)
    assert samira.desk(program).session.workspace.project.path.stem == name


def test_a_file_of_that_name_is_left_alone(samira: Samira, marit: Marit) -> None:
    theirs = Path.home() / "Documents" / "Werkboek" / f"{NAME}.werkboek"
    theirs.parent.mkdir(parents=True)
    theirs.write_text("iets van haarzelf")
    desk = join(samira, marit.mail("pakket.wbx"))
    assert desk.session.workspace.project.path.name == f"{NAME} 2.werkboek"
    assert theirs.read_text() == "iets van haarzelf"


def test_a_locked_bundle_asks_for_its_passphrase_once(samira: Samira, marit: Marit) -> None:
    bundle = marit.mail("op slot.wbx", passphrase="onderweg")
    program = samira.double_click(bundle)
    samira.sees(program, LockedPage)
    samira.write("thuis")
    samira.press(Qt.Key.Key_Return)
    samira.sees(program, LockedPage)
    window = program.start_window()
    samira.wait(lambda: "Deze wachtzin past niet op dit pakket." in words(window), window)
    samira.write("onderweg")
    samira.press(Qt.Key.Key_Return)
    samira.sees(program, BeginPage)
    samira.write("Samira")
    samira.press(Qt.Key.Key_Return)
    close(samira.desk(program))
    again = samira.double_click(bundle)
    samira.sees(again, LockedPage)
    samira.write("onderweg")
    samira.press(Qt.Key.Key_Return)
    office = samira.desk(again).front()
    samira.qtbot.waitUntil(lambda: not office.jobs.busy(), timeout=PATIENCE)
    (parcel,) = office.navigation.packages.model.parcels
    assert parcel.report
    assert parcel.report.error is None


def test_what_is_no_bundle_says_why_and_leaves_nothing_behind(samira: Samira, marit: Marit, tmp_path: Path) -> None:
    half = marit.mail("half.wbx")
    half.write_bytes(half.read_bytes()[:-50])
    letter = tmp_path / "pakket.zip"
    letter.write_text("Beste Samira,")
    for wrong, why in (
        (half, "Dit pakket is niet heel aangekomen, of er is later iets aan veranderd."),
        (letter, "Dit is geen pakket maar een tekstbestand."),
    ):
        program = samira.double_click(wrong)
        samira.sees(program, StartPage)
        assert why in words(program.start_window())
        assert "Er is niets gemaakt of veranderd." in words(program.start_window())
        program.start_window().close()
    assert not (Path.home() / "Documents" / "Werkboek").exists()


def test_the_next_day_enter_goes_on_where_she_was(samira: Samira, marit: Marit) -> None:
    desk = join(samira, marit.mail("pakket.wbx"))
    file = desk.session.workspace.project.path
    close(desk)
    program = samira.double_click()
    samira.sees(program, StartPage)
    samira.press(Qt.Key.Key_Return)
    assert samira.desk(program).session.workspace.project.path == file


def test_every_way_to_begin_is_reached_by_the_arrows(samira: Samira) -> None:
    program = samira.double_click()
    page = samira.sees(program, StartPage)
    seen = []
    for _button in page.buttons:
        focus = QApplication.focusWidget()
        assert focus
        seen.append(focus.accessibleName())
        samira.press(Qt.Key.Key_Down)
    assert seen == [
        "Kies pakket: Doe mee met een pakket",
        "Kies: Open een werkboek",
        "Begin: Nieuw werkboek",
        "Kies map: Werkboek uit een map met mails",
        "Kijk rond: Rondleiding",
    ]


def test_the_first_empty_part_has_the_keyboard(samira: Samira, marit: Marit) -> None:
    desk = join(samira, marit.mail("pakket.wbx"))
    samira.press(Qt.Key.Key_Return)
    window = desk.front().window
    samira.wait(window.records.isVisible, window)
    page = window.records.current_page()
    assert page
    row = page.form.row_of("context")
    assert row
    assert isinstance(row.editor, ProseEditor)
    assert row.editor.isAncestorOf(QApplication.focusWidget() or window)

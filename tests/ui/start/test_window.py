"""How the program starts, as a process of its own and from the start page."""

import gc
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.ui.room import PATIENCE
from werkboek_desktop.program import SETTLED, Program
from werkboek_desktop.settings import App, Settings
from werkboek_desktop.ui.start.instance import Instance
from werkboek_desktop.ui.start.join import BeginPage
from werkboek_desktop.ui.start.name import NamePage
from werkboek_desktop.ui.start.page import StartPage
from werkboek_desktop.workspace import Workspace

COMMAND = [sys.executable, "-X", "importtime", "-m", "werkboek_desktop"]
NOT_YET = (
    *("sqlalchemy", "pydantic", "reportlab", "nacl", "filelock", "keyring", "urllib", "PySide6.QtNetwork"),
    *(f"werkboek_desktop.{package}" for package in ("bundle", "publish", "saving", "workspace", "ui.forms", "ui.tour")),
    *(f"werkboek_desktop.domain.{module}" for module in ("dates", "echoes", "history", "view", "weave")),
    *(f"werkboek_desktop.ui.{module}" for module in ("lists.keeper", "pages.record ", "shell.desk", "shell.palette")),
    *(f"werkboek_desktop.ui.{module}" for module in ("theme.style", "theme.focus", "prose.input")),
)
"""What the first row does without."""

READ_SOURCES = """
import linecache, os, sys
end = os._exit
os._exit = lambda code: (print(*linecache.cache, sep="\\n", flush=True), end(code))
from werkboek_desktop.app import main
main([sys.argv[1], "--exit-after-first-paint"])
"""


def run(*arguments: object, seconds: int = 60) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, *map(str, arguments)]
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    return subprocess.run(command, capture_output=True, text=True, timeout=seconds, check=False, env=environment)


def test_the_first_row_is_painted_before_anything_else_is_loaded(file: Path) -> None:
    ran = run(file, "--exit-after-first-paint")
    assert ran.returncode == 0
    loaded = [line for line in ran.stderr.splitlines() if line.startswith("import time")]
    assert any("werkboek_desktop.store.first_list" in line for line in loaded)
    assert [line for line in loaded if any(f" {name}" in f"{line} " for name in NOT_YET)] == []


def test_the_first_row_is_painted_before_the_source_of_any_module_is_read(file: Path) -> None:
    command = [sys.executable, "-c", READ_SOURCES, str(file)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert [path for path in ran.stdout.split("\n") if "werkboek_desktop" in path] == []


def test_looking_at_the_first_row_changes_no_byte_of_the_file(file: Path) -> None:
    before = file.read_bytes()
    run(file, "--exit-after-first-paint")
    assert file.read_bytes() == before


def test_the_answer_of_screenshots_may_go_to_a_pipe_that_nobody_reads(tmp_path: Path) -> None:
    telling = (
        "from pathlib import Path\nfrom werkboek_desktop.ui.journey import tell\n[tell(Path('x')) for _ in range(3)]"
    )
    with subprocess.Popen([sys.executable, "-c", telling], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout
        started.stdout.close()
        assert started.stderr
        assert started.stderr.read() == b""
    assert started.returncode == 0


@pytest.mark.parametrize("opened", ["the project", "a bundle of it"])
def test_a_second_start_brings_the_first_window_forward(file: Path, tmp_path: Path, opened: str) -> None:
    called, bundle = tmp_path / "called", tmp_path / "pakket.wbx"
    with Workspace.open(file, App.of_this_computer(), author="Marit de Wit") as workspace:
        workspace.export(bundle)
        workspace.sit_down()
    first = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from pathlib import Path\n"
            "from PySide6.QtCore import QCoreApplication\n"
            "from werkboek_desktop.settings import App\n"
            "from werkboek_desktop.ui.start.instance import Instance\n"
            "app = QCoreApplication([])\n"
            f"first = Instance(Path({str(file)!r}), App.of_this_computer().folder / 'locks')\n"
            "assert first.is_first()\n"
            f"first.listen(lambda file: (Path({str(called)!r}).write_text(str(file)), app.quit()))\n"
            "print('ready', flush=True)\n"
            "app.exec()\n",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    assert first.stdout
    assert first.stdout.readline() == "ready\n"
    assert run(file if opened == "the project" else bundle).returncode == 0
    first.wait(timeout=30)
    first.stdout.close()
    assert called.read_text() == ("None" if opened == "the project" else str(bundle.resolve()))


def test_the_lock_of_a_window_that_died_counts_for_nothing(qapp: QApplication, file: Path, tmp_path: Path) -> None:
    died = (
        "import os\nfrom pathlib import Path\nfrom werkboek_desktop.ui.start.instance import Instance\n"
        f"assert Instance(Path({str(file)!r}), Path({str(tmp_path)!r})).is_first()\nos._exit(9)"
    )
    assert subprocess.run([sys.executable, "-c", died], check=False).returncode == 9
    again = Instance(file, tmp_path)
    assert again.is_first()
    again.release()


def open_windows() -> list[str]:
    return [window.windowTitle() for window in QApplication.topLevelWidgets() if window.isVisible()]


def page_of[Page: QWidget](program: Program, kind: type[Page], qtbot: QtBot) -> Page:
    """What the start window shows, once it does."""
    window = program.start_window()

    def is_there() -> bool:
        window.activateWindow()
        return isinstance(window.page(), kind) and window.focusWidget() is not None

    qtbot.waitUntil(is_there, timeout=PATIENCE)
    page = window.page()
    assert isinstance(page, kind)
    return page


def test_a_new_project_keeps_the_name_that_its_file_is_given(
    program: Program, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.start()
    page_of(program, StartPage, qtbot).new.emit()
    page = page_of(program, BeginPage, qtbot)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "Wijk 2.0"), ""))
    (elsewhere,) = (each for each in page.findChildren(QPushButton) if "plek" in each.text())
    elsewhere.click()
    assert page.file() == tmp_path / "Wijk 2.0.werkboek"


def test_a_new_project_asks_for_a_title_and_a_name_and_opens(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    program.start()
    page_of(program, StartPage, qtbot).new.emit()
    page = page_of(program, BeginPage, qtbot)
    file = page.file()
    page.go_button.click()
    qtbot.keyClicks(page.title.field, "Ondermijning in de wijk")
    page.go_button.click()
    assert "Vul je naam in: dan weten je collega’s wie wat schreef." in [
        text.text() for text in page.findChildren(QLabel)
    ]
    qtbot.keyClicks(page.name.field, "Marit de Wit")
    assert not file.parent.exists()
    page.go_button.click()
    qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)
    assert open_windows() == ["Ondermijning in de wijk – Werkboek"]
    assert program.desk
    assert program.desk.session.author() == "Marit de Wit"
    assert App.of_this_computer().settings().author == "Marit de Wit"


def test_the_first_record_of_an_empty_project_leaves_the_window_as_it_is(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "leeg.werkboek"
    Workspace.create(file, App.of_this_computer(), name="Leeg", author="Marit de Wit").close()
    program.open(file)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)
    desk = program.desk
    assert desk
    window = desk.front().window
    said = [label.text() for label in window.findChildren(QLabel) if label.isVisible()]
    assert "Nog geen praktijkvoorbeelden" in said
    assert "Kies links een regel" not in said
    window.records.list.new_button.click()
    qtbot.waitUntil(lambda: window.records.list.model.rowCount() == 1, timeout=PATIENCE)
    window.records.list.rows.grab()
    QApplication.processEvents()
    QThreadPool.globalInstance().waitForDone()
    QApplication.processEvents()
    assert program.desk is desk


def name_pages() -> list[NamePage]:
    return [page for window in QApplication.topLevelWidgets() for page in window.findChildren(NamePage)]


def tell_name(program: Program, qtbot: QtBot) -> None:
    """Somebody who is new on this computer answers the one question."""
    qtbot.waitUntil(lambda: bool(name_pages()), timeout=PATIENCE)
    (page,) = name_pages()
    page.go_button.click()
    assert program.desk is None
    qtbot.keyClicks(page.name.field, "Marit de Wit")
    page.go_button.click()
    qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)


def press_at_once(program: Program, qtbot: QtBot, *keys: Qt.Key | str) -> None:
    """Presses keys on the window that has just come, and waits until it works."""
    assert program._window
    assert program.desk is None
    handle = program._window.windowHandle()
    for key in keys:
        qtbot.keyClick(handle, key)


def test_who_types_a_name_before_the_window_asks_for_it_finds_it_there(
    program: Program, qtbot: QtBot, file: Path
) -> None:
    program.open(file)
    press_at_once(program, qtbot, *"Marit")
    qtbot.waitUntil(lambda: bool(name_pages()), timeout=PATIENCE)
    assert name_pages()[0].name.text() == "Marit"


def test_keys_that_were_pressed_before_the_window_works_go_where_the_keyboard_is(
    program: Program, qtbot: QtBot, file: Path
) -> None:
    App.of_this_computer().save_settings(Settings(author="Marit de Wit"))
    with Workspace.open(file, App.of_this_computer()) as workspace:
        last = str(workspace.create_record("case", None, {"title": "Zuidrand"}).record)
    program.open(file)
    press_at_once(program, qtbot, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)
    assert program.desk
    window = program.desk.front().window
    assert window.records.list.current() == last
    qtbot.keyClick(window.windowHandle(), Qt.Key.Key_Up)
    assert window.records.list.current() != last


def test_a_file_that_is_no_project_is_refused_on_the_start_page(program: Program, tmp_path: Path) -> None:
    strange = tmp_path / "brief.werkboek"
    strange.write_text("Beste Marit," * 100)
    program.open(strange)
    texts = [label.text() for label in program.start_window().findChildren(QLabel)]
    assert "brief.werkboek is geen werkboek van dit programma." in texts
    assert strange.read_text().startswith("Beste Marit,")


def test_a_defect_seals_what_was_typed_and_goes_into_the_log(
    program: Program,
    qtbot: QtBot,
    file: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication.instance(), "exit", codes.append)  # no loop runs here that could end
    program.open(file)
    tell_name(program, qtbot)
    desk = program.desk
    assert desk
    record = desk.session.workspace.rows("case")[0].id
    desk.session.drafts.keep(record, "summary", "Nog niet af", ())
    beside = desk.open_window().window
    program.defect(ZeroDivisionError, ZeroDivisionError("kapot"), None)
    assert codes == []
    assert open_windows() == ["Werkboek"]
    qtbot.waitUntil(lambda: not isValid(beside), timeout=PATIENCE)  # nor does one go on reading what is closed
    window, kept = program.start_window(), tmp_path / "details.txt"
    assert "Wat je typte is bewaard." in [text.text() for text in window.findChildren(QLabel)]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(kept), ""))
    (keep,) = (each for each in window.findChildren(QPushButton) if each.text() == "Bewaar details")
    keep.click()
    assert "ZeroDivisionError: kapot" in kept.read_text()
    assert "Werkboek 0" in kept.read_text()  # which version it was
    with Workspace.open(file, App.of_this_computer()) as again:
        assert again.record(record).value("summary") == "Nog niet af"
    log = App.of_this_computer().folder / "log" / "werkboek-desktop.log"
    assert "ZeroDivisionError: kapot" in log.read_text()
    assert str(log) in capsys.readouterr().err


def test_a_defect_while_a_bundle_is_opened_leads_back_and_a_second_one_ends_the_program(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    codes: list[int] = []
    monkeypatch.setattr(QApplication.instance(), "exit", codes.append)  # no loop runs here that could end
    window = program._welcome()
    for expected in ([], [1]):
        program.defect(ZeroDivisionError, ZeroDivisionError("kapot"), None)
        assert codes == expected
        assert program.start_window() is window
        page = page_of(program, StartPage, qtbot)
        assert "Er ging iets mis in het programma." in [text.text() for text in page.findChildren(QLabel)]


def test_what_the_first_window_keeps_is_not_looked_through_for_garbage_again(
    program: Program, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "p.werkboek"
    Workspace.create(file, App.of_this_computer(), name="Proef", author="Marit de Wit").close()
    gc.unfreeze()
    program.open(file)
    try:
        qtbot.waitUntil(lambda: gc.get_freeze_count() > 0, timeout=PATIENCE)
    finally:
        gc.unfreeze()


def test_a_window_that_closed_freezes_nothing(program: Program, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "p.werkboek"
    Workspace.create(file, App.of_this_computer(), name="Proef", author="Marit de Wit").close()
    program.open(file)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=PATIENCE)
    assert program.desk
    (settled,) = (timer for timer in program.desk.findChildren(QTimer) if timer.interval() == SETTLED)
    assert settled.isActive()
    for window in QApplication.topLevelWidgets():
        window.close()
    assert not settled.isActive()

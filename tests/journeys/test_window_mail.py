"""The mail of an editor's Monday: four bundles, one of them twice, one three weeks old; and one that goes back."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests.journeys.keyboard import Keyboard
from tests.ui.file_dialog import FileDialog
from tests.ui.mail_program import MailProgram
from tests.ui.room import START, Room
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.view import Status
from werkboek_desktop.settings import App, Settings
from werkboek_desktop.workspace import Workspace, import_into

WEEKS = 3 * 7 * 24 * 3600


def colleague(room: Room, name: str, first: Path, *, ago: int = 0, **fields: str) -> Path:
    """Somebody joins, writes in the case, and mails a bundle, so many seconds ago."""
    here = App.of_this_computer()
    app = App(room.folder / name, lambda: here.clock() - ago, here.entropy)
    app.save_settings(Settings(author=name, computer=f"laptop-{name.split(maxsplit=1)[0].lower()}"))
    file, out = room.folder / f"{name}.werkboek", room.folder / "post" / f"{name}.wbx"
    import_into(file, app, [first], author=name)
    with Workspace.open(file, app, author=name) as theirs:
        for field, value in fields.items():
            theirs.set_field(room.case, field, value)
        return theirs.export(out).path


def mail(room: Room) -> list[Path]:
    """Four bundles in a folder; one of them is another one once more."""
    (room.folder / "post").mkdir()
    first = room.workspace.export(room.folder / "begin.wbx", force=True).path
    fatima = colleague(room, "Fatıma El Idrissi", first, summary=START.replace("De straat", "Heel de straat"))
    yusuf = colleague(room, "Yusuf Şahin", first, costs="92500")
    again = Path(shutil.copy(yusuf, room.folder / "post" / "pakket (2).wbx"))
    anna = colleague(room, "Anna van ’t Hoff", first, ago=WEEKS, subtitle="Van portiek tot plein")
    room.workspace.set_field(room.case, "summary", START.replace("Wij belden aan.", "Wij belden overal aan."))
    room.workspace.set_field(room.case, "costs", "85000")
    return [fatima, yusuf, again, anna]


def words(part: QWidget) -> str:
    """All that one reads on it."""
    QApplication.processEvents()
    return " ".join(" ".join(each.text() for each in part.findChildren(QLabel) if each.isVisible()).split())


def test_four_bundles_are_seen_before_read_in_at_once_and_answered(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    dialog, program = FileDialog(monkeypatch), MailProgram(monkeypatch)
    dialog.chosen = mail(room)
    hands = Keyboard(room)
    hands.press("Ctrl+K")
    hands.enter("pakketten")
    hands.press("Ctrl+O")
    page = room.office.navigation.packages
    seen = [str(page.model.index(at).data()) for at in range(4)]
    assert seen[0].startswith("Fatıma El Idrissi")
    assert "2 nieuw" in seen[0]
    assert "nalezen" in seen[0]
    assert "twee versies" in seen[1]
    assert seen[2].endswith("zelfde pakket, niets te doen")
    assert "drie weken oud" in seen[3]
    assert "Nog niet ingelezen · er is niets gewijzigd" in words(page.reader)
    hands.press("Down")
    assert "Jij schreef € 85.000, Yusuf Şahin schreef € 92.500." in words(page.reader)
    before = room.workspace.state_hash()
    hands.press("Ctrl+Shift+Return")
    assert room.workspace.state_hash() != before
    told = words(page.reader)
    assert "uit 3 pakketten" in told
    assert "De Kolenbuurt · In het kort" in told
    assert room.workspace.record(room.case).fields["summary"].status is Status.MERGED
    assert room.value("subtitle") == "Van portiek tot plein"
    hands.to("Kies of schrijf zelf")
    hands.press("Return")
    hands.press("Alt+1")
    hands.press("Ctrl+Return")
    assert room.value("costs") == "85000"
    send_back(hands, program)
    assert hands.presses <= 36, hands.presses


def send_back(hands: Keyboard, program: MailProgram) -> None:
    """To Yusuf, who then has the same."""
    room = hands.room
    hands.press("Ctrl+E")
    while not room.office.navigation.packages.export.receiver.chosen().sender.startswith("Yusuf"):
        hands.press("Down")
    hands.to("Stuur terug")
    hands.press("Return")
    assert program.mail("subject") == "Pakket voor ons werkboek ‘Ondermijning in de wijk’"
    assert program.mail("body").startswith("Hallo Yusuf Şahin,")
    out = room.file.with_suffix(".wbx")
    app = App(room.folder / "Yusuf Şahin", App.of_this_computer().clock, App.of_this_computer().entropy)
    with Workspace.open(room.folder / "Yusuf Şahin.werkboek", app, author="Yusuf Şahin") as his:
        his.import_([out])
        assert his.state_hash(Scope.WORK) == room.workspace.state_hash(Scope.WORK)
        assert his.record(room.case).value("costs") == "85000"

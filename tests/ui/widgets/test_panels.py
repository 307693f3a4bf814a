"""A panel says in words what happened, and what one does now."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from werkboek_desktop.errors import BundleDamaged, Cancelled, DocumentDamaged, FileExists, NoReason, Refusal
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, column, page
from werkboek_desktop.ui.widgets.panels import Panel


@pytest.fixture
def panel(qtbot: QtBot) -> Iterator[Panel]:
    made = Panel()
    holder = page("", column(made, 0))
    qtbot.addWidget(holder)
    holder.resize(600, 400)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    yield made
    holder.close()


def words(panel: QWidget) -> list[str]:
    QApplication.processEvents()
    return [each.text() for each in panel.findChildren(QLabel) if each.isVisible() and each.text()]


def pressed(panel: Panel, text: str) -> None:
    QApplication.processEvents()
    next(each for each in panel.findChildren(QPushButton) if each.isVisible() and each.text() == text).click()


def test_a_button_leaves_room_for_the_line_round_it_below_the_words(qtbot: QtBot, panel: Panel) -> None:
    do = button("Doe dit", panel.hide)
    panel.warn("Er ging iets mis.", "Wat je typte is bewaard.", ("Probeer het opnieuw.",), do)
    qtbot.waitUntil(lambda: do.width() < 300)
    (now,) = (each for each in panel.findChildren(QLabel) if each.text() == "Probeer het opnieuw.")
    above = now.mapTo(panel, QPoint(0, now.height())).y()
    assert do.mapTo(panel, QPoint(0, 0)).y() - above >= theme().space(8)


def test_several_things_to_do_are_numbered_and_one_is_not(panel: Panel) -> None:
    damaged = BundleDamaged()
    assert len(damaged.steps) == 2
    panel.refuse(damaged, "Er is niets ingelezen.")
    told = words(panel)
    assert told[told.index("Wat nu") + 1 :] == ["1.", damaged.steps[0], "2.", damaged.steps[1]]
    spoken = [each.accessibleName() for each in panel.findChildren(QLabel) if each.text() in damaged.steps]
    assert spoken == [f"1. {damaged.steps[0]}", f"2. {damaged.steps[1]}"]
    single = DocumentDamaged()
    panel.refuse(single, "Er is niets ingelezen.")
    assert words(panel) == [single.message, "Er is niets ingelezen.", "Wat nu", single.advice]


def test_what_is_known_of_a_refusal_can_be_kept_and_one_sees_where(
    panel: Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "details.txt"
    panel.refuse(BundleDamaged("Fatima"), "Er is niets ingelezen.")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: ("", ""))
    pressed(panel, "Bewaar details")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    pressed(panel, "Bewaar details")
    assert "BundleDamaged damaged" in out.read_text("utf-8")
    assert "Fatima" not in out.read_text("utf-8")
    assert any("Er staan geen namen in" in each for each in words(panel))
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text() == "Open map"


def test_where_they_cannot_come_one_hears_why(panel: Panel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "weg" / "details.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    panel.refuse(BundleDamaged(), "Er is niets ingelezen.")
    pressed(panel, "Bewaar details")
    assert any("details.txt kon niet worden opgeslagen" in each for each in words(panel))


@pytest.mark.parametrize("error", [Cancelled(), FileExists(Path("boek.wbx")), NoReason()])
def test_of_what_is_ones_own_to_mend_there_is_nothing_to_keep(panel: Panel, error: Refusal) -> None:
    panel.refuse(error, "Er is niets gemaakt.")
    assert error.steps[0] in words(panel)
    assert "Bewaar details" not in [each.text() for each in panel.findChildren(QPushButton)]


def test_of_what_one_stopped_it_is_said_once_what_was_not_done(panel: Panel) -> None:
    panel.refuse(Cancelled(), "Er is niets gewijzigd.")
    assert sum("niets gewijzigd" in each for each in words(panel)) == 1
    assert "gewijzigd" not in Cancelled().advice  # of many files or lines those before may be in

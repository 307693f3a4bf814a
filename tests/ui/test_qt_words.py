"""What Qt itself says is Dutch too: in the menu of a field, in a file dialog, on the buttons of a message."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QTextEdit, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from werkboek_desktop.resources import resource
from werkboek_desktop.ui.qt_words import speak_dutch
from werkboek_desktop.ui.widgets.inputs import LineInput

PROPERTIES = ("text", "windowTitle", "toolTip", "accessibleName", "accessibleDescription", "placeholderText")
MENU = ["Ongedaan maken", "Opnieuw", "Knippen", "Kopiëren", "Plakken", "Verwijderen", "Alles selecteren"]


@pytest.fixture(autouse=True)
def dutch(qapp: QApplication) -> Iterator[None]:
    """Qt as the program has it, and afterwards as it was."""
    translators = speak_dutch(qapp)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)


def plain(text: str) -> str:
    return text.split("\t", maxsplit=1)[0].replace("&", "")


def said(widget: QWidget) -> set[str]:
    """Every word that a dialog shows or says aloud."""
    parts = [widget, *widget.findChildren(QWidget)]
    texts = {plain(str(part.property(name) or "")) for part in parts for name in PROPERTIES}
    return texts | {plain(action.text()) for part in parts for action in part.actions()}


@pytest.mark.parametrize("kind", [QLineEdit, QTextEdit, LineInput])
def test_the_menu_of_a_field_is_dutch(qtbot: QtBot, kind: type[QLineEdit | QTextEdit]) -> None:
    field = kind()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    assert [plain(action.text()) for action in menu.actions() if action.text()] == MENU
    menu.deleteLater()


@pytest.mark.parametrize(
    ("mode", "accept", "accepts"),
    [
        (QFileDialog.FileMode.ExistingFile, QFileDialog.AcceptMode.AcceptOpen, "Openen"),
        (QFileDialog.FileMode.AnyFile, QFileDialog.AcceptMode.AcceptSave, "Opslaan"),
        (QFileDialog.FileMode.Directory, QFileDialog.AcceptMode.AcceptOpen, "Kiezen"),
    ],
)
def test_the_file_dialog_of_qt_is_dutch(
    qtbot: QtBot, tmp_path: Path, mode: QFileDialog.FileMode, accept: QFileDialog.AcceptMode, accepts: str
) -> None:
    (tmp_path / "pakket.wbx").touch()
    dialog = QFileDialog(None, "Kies een pakket", str(tmp_path), "Pakketten (*.wbx)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(accept)
    dialog.setViewMode(QFileDialog.ViewMode.Detail)
    dialog.show()
    words = said(dialog)
    assert {accepts, "Zoeken in:", "Bestandstype:", "Annuleren", "Terug", "Hogere map", "Nieuwe map aanmaken"} <= words
    english = {"Look in:", "Files of type:", "File name:", "Directory:", "Back", "Go back", "Files", "Sidebar"}
    assert words.isdisjoint(english | {"Open", "Save", "Cancel", "Choose", "Parent Directory", "Create New Folder"})
    heads = dialog.findChildren(QTreeView)[0].model()
    across = Qt.Orientation.Horizontal
    assert [heads.headerData(at, across) for at in range(4)] == ["Naam", "Grootte", "Type", "Datum gewijzigd"]


def test_a_file_that_is_there_already_is_asked_about_in_dutch() -> None:
    asked = QCoreApplication.translate("QFileDialog", "%1 already exists.\nDo you want to replace it?")
    assert asked.startswith("%1 bestaat al.")


@pytest.mark.parametrize(
    ("which", "word"),
    [
        (QMessageBox.StandardButton.Save, "Opslaan"),
        (QMessageBox.StandardButton.Cancel, "Annuleren"),
        (QMessageBox.StandardButton.Close, "Sluiten"),
        (QMessageBox.StandardButton.Yes, "Ja"),
        (QMessageBox.StandardButton.No, "Nee"),
        (QMessageBox.StandardButton.Discard, "Verwerpen"),
    ],
)
def test_the_buttons_of_a_message_are_dutch(qtbot: QtBot, which: QMessageBox.StandardButton, word: str) -> None:
    message = QMessageBox()
    qtbot.addWidget(message)
    assert plain(message.addButton(which).text()) == word


def test_what_is_compiled_is_what_stands_beside_it(tmp_path: Path) -> None:
    made = tmp_path / "made.qm"
    release = Path(sys.executable).with_name("pyside6-lrelease")
    subprocess.run([release, resource("qt", "aanvulling_nl.ts"), "-qm", made], check=True, capture_output=True)
    assert made.read_bytes() == resource("qt", "aanvulling_nl.qm").read_bytes()

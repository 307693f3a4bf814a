"""A double-click on a bundle opens the program: what is written for that, and whether a desktop understands it."""

import os
import subprocess
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from werkboek_desktop.settings.double_click import KINDS, linux_files, open_by_double_click, registry

ASK = (
    "import sys\nfrom PySide6.QtCore import QMimeDatabase\n"
    "kinds = QMimeDatabase()\nfor name in sys.argv[1:]: print(kinds.mimeTypeForFile(name).name())\n"
)


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return tmp_path / "share"


def test_the_desktop_knows_a_bundle_whatever_the_mail_made_of_its_name(data: Path, tmp_path: Path) -> None:
    open_by_double_click()
    names = ["pakket (2).wbx", "wijk.werkboek", "brief.txt"]
    for name in names:
        (tmp_path / name).write_text("x")
    asked = subprocess.run(
        [sys.executable, "-c", ASK, *(str(tmp_path / name) for name in names)],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "XDG_DATA_HOME": str(data)},
    )
    assert asked.stdout.split() == [*(kind.mime for kind in KINDS), "text/plain"]


def test_the_program_that_it_opens_is_there_and_gets_the_file(data: Path) -> None:
    open_by_double_click()
    open_by_double_click()
    entry = ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[method-assign,assignment]
    entry.read(data / "applications" / "werkboek.desktop", encoding="utf-8")
    opens = entry["Desktop Entry"]
    program, _, given = opens["Exec"].rpartition(" ")
    assert Path(program.strip('"')).is_file()
    assert given == "%f"
    assert opens["MimeType"] == "".join(f"{kind.mime};" for kind in KINDS)
    assert Path(opens["Icon"]).is_file()


def test_a_folder_with_signs_that_mean_something_is_written_so_that_it_means_itself() -> None:
    entry = dict(linux_files(Path("/data"), Path('/opt/100% "goed"/werkboek-desktop')))
    assert r'Exec="/opt/100%% \\"goed\\"/werkboek-desktop" %f' in entry[Path("/data/applications/werkboek.desktop")]


def test_windows_gets_for_this_person_what_opens_each_kind() -> None:
    keys = dict(registry(Path("C:/Werkboek/werkboek-desktop.exe")))
    assert keys["Software\\Classes\\.wbx"] == "Werkboek.Pakket"
    assert keys["Software\\Classes\\Werkboek.Pakket\\shell\\open\\command"].endswith('werkboek-desktop.exe" "%1"')
    assert keys["Software\\Classes\\.werkboek"] == "Werkboek.Werkboek"

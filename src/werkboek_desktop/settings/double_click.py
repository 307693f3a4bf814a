"""What a double-click on a bundle or a project opens, for one person at this computer; no administrator is needed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

from werkboek_desktop.resources import resource
from werkboek_desktop.saving import save


class FileKind(NamedTuple):
    """A kind of file of ours: what it is called by people, by Linux and by Windows."""

    suffix: str
    label: str
    mime: str
    key: str


KINDS = (
    FileKind(".wbx", "Pakket voor een werkboek", "application/x-werkboek-pakket", "Werkboek.Pakket"),
    FileKind(".werkboek", "Werkboek", "application/x-werkboek", "Werkboek.Werkboek"),
)
CLASSES = "Software\\Classes"
_CHANGED = 0x08000000


def open_by_double_click() -> None:
    """From now on; doing it again is fine, as after the program was moved. Raises NotSaved."""
    program = Path(sys.executable).with_name("werkboek-desktop")
    if sys.platform == "win32":
        _register(program.with_suffix(".exe"))
    else:
        for path, text in linux_files(_data_home(), program):
            path.parent.mkdir(parents=True, exist_ok=True)
            save(path, text.encode())
        _tell_the_desktop(_data_home())


def linux_files(data: Path, program: Path) -> Iterator[tuple[Path, str]]:
    """The files below ~/.local/share with what stands in them: the kinds of file, and which program opens them."""
    yield data / "mime" / "packages" / "werkboek.xml", _mime_types()
    yield data / "applications" / "werkboek.desktop", _desktop_entry(program)


def registry(program: Path) -> Iterator[tuple[str, str]]:
    """The keys below HKEY_CURRENT_USER of Windows, each with its default value."""
    for kind in KINDS:
        yield f"{CLASSES}\\{kind.suffix}", kind.key
        yield f"{CLASSES}\\{kind.key}", kind.label
        yield f"{CLASSES}\\{kind.key}\\shell\\open\\command", f'"{program}" "%1"'


def _mime_types() -> str:
    types = "".join(
        f"  <mime-type type={quoteattr(kind.mime)}>\n"
        f"    <comment>{kind.label}</comment>\n"
        f"    <glob pattern={quoteattr(f'*{kind.suffix}')}/>\n"
        "  </mime-type>\n"
        for kind in KINDS
    )
    namespace = "http://www.freedesktop.org/standards/shared-mime-info"
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<mime-info xmlns="{namespace}">\n{types}</mime-info>\n'


def _desktop_entry(program: Path) -> str:
    escaped = str(program).replace("\\", "\\\\\\\\").replace('"', '\\\\"').replace("%", "%%")
    lines = {
        "Type": "Application",
        "Name": "Werkboek",
        "Comment": "Praktijkvoorbeelden schrijven en bundelen",
        "Exec": f'"{escaped}" %f',
        "Icon": str(resource("icons", "book-open-text.svg")),
        "MimeType": "".join(f"{kind.mime};" for kind in KINDS),
        "Categories": "Office;",
        "Terminal": "false",
    }
    return "[Desktop Entry]\n" + "".join(f"{key}={value}\n" for key, value in lines.items())


def _data_home() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")


def _tell_the_desktop(data: Path) -> None:
    """A desktop without these programs looks for itself when somebody logs in."""
    for program, folder in (("update-mime-database", "mime"), ("update-desktop-database", "applications")):
        if found := shutil.which(program):
            subprocess.run([found, str(data / folder)], check=False, capture_output=True)  # noqa: S603 - our own folders


def _register(program: Path) -> None:
    if sys.platform == "win32":
        import ctypes
        import winreg

        for key, value in registry(program):
            winreg.SetValue(winreg.HKEY_CURRENT_USER, key, winreg.REG_SZ, value)
        ctypes.windll.shell32.SHChangeNotify(_CHANGED, 0, None, None)

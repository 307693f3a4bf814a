"""Where a project file lies, and what to do when that is a folder that several computers share."""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from werkboek_desktop.domain.today_lines import Line
from werkboek_desktop.settings import Around
from werkboek_desktop.workspace.arriving import project_of

_CONFLICT = re.compile(r"conflict", re.IGNORECASE)
_NUMBERED = re.compile(r" \(\d{1,2}\)$")
FOLDER = "Werkboek"
_MOST = 20
"""So many files beside it are looked into."""
BETTER = (
    "Zet het bestand op deze computer zelf, en leg in die map alleen pakketten: dan raakt er niets zoek als twee "
    "mensen tegelijk schrijven."
)


def folder_by_itself(documents: Path, home: Path, around: Around) -> Path:
    """Where projects come when nobody says: in the documents, unless a program keeps those alike on other computers."""
    first, second = documents / FOLDER, home / FOLDER

    def is_shared(folder: Path) -> bool:
        real = _resolved(folder / FOLDER)
        return bool(around.shared_by(real)) or around.is_remote(real)

    return second if is_shared(first) and not is_shared(second) else first


def warnings(file: Path, around: Around) -> list[Line]:
    """What is wrong with where a project file lies, and beside what; nothing where all is well."""
    real = _resolved(file)
    found = []
    if program := around.shared_by(real) or around.shared_by(file):
        found.append(Line(f"Dit werkboek staat in een map van {program}", BETTER, fine=False))
    elif around.is_remote(real):
        found.append(Line("Dit werkboek staat op een netwerkschijf", BETTER, fine=False))
    if copies := list(_conflicted(real)):
        names = ", ".join(copies[:3])
        found.append(
            Line(
                f"Naast dit werkboek staat nog een exemplaar: {names}",
                "Zo’n bestand maakt een gedeelde map als twee computers tegelijk schrijven. Open het, maak er een "
                "pakket van en lees dat hier in: dan is alles weer bij elkaar.",
                fine=False,
            )
        )
    return found


def sentences(file: Path, around: Around) -> Iterator[str]:
    """The same in sentences."""
    for line in warnings(file, around):
        yield f"{line.title}. {line.sentence}"


def _resolved(file: Path) -> Path:
    """Where it really is: a letter of a disk of another computer becomes the name of that one."""
    with suppress(OSError):
        return file.resolve()
    return file.absolute()


def _conflicted(file: Path) -> Iterator[str]:
    """The files of the same project beside it that look as if a program had made them of two versions."""
    try:
        names = sorted(name for name in os.listdir(file.parent) if _is_like(name, file))  # noqa: PTH208 - see settings.around
    except OSError:
        return
    mine = project_of(file) if names else ""
    for name in names[:_MOST]:
        if mine and project_of(file.with_name(name)) == mine:
            yield name


def _is_like(name: str, file: Path) -> bool:
    """`x (conflicted copy).wbk`, `x.sync-conflict-….wbk`, `x-LAPTOP.wbk`, `x (1).wbk` beside `x.wbk`."""
    stem = name.removesuffix(file.suffix)
    if name in {file.name, stem} or not stem.startswith(file.stem):
        return False
    rest = stem.removeprefix(file.stem)
    return bool(_CONFLICT.search(rest) or _NUMBERED.match(rest)) or rest.startswith("-")

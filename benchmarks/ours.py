"""The same edits as `benchmarks.peer`, in Werkboek Desktop: a project, its bundle, and the import of that bundle.

python -m benchmarks.ours make FOLDER    writes FOLDER/whole.wbx
python -m benchmarks.ours import FOLDER  imports it into a new file; prints its seconds and peak memory
"""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from benchmarks.corpus import edits
from benchmarks.measure import Stopwatch, peak_mebibytes, report
from benchmarks.projects import app_of, write
from werkboek_desktop.workspace import Workspace, import_into

PEOPLE = ("Nul", "Een", "Twee")


def make(folder: Path) -> None:
    """The three people of the corpus; 0 ends with everything and makes the bundle."""
    everything = list(edits())
    for by, name in enumerate(PEOPLE):
        if by:
            import_into(_file(folder, name), app_of(folder, name), [folder / "start.wbx"])
        else:
            Workspace.create(_file(folder, name), app_of(folder, name), author=name).close()
        with _open(folder, name) as workspace:
            write(workspace, [edit for edit in everything if edit.by == by])
            workspace.export(folder / ("start.wbx" if by == 0 else f"{name}.wbx"))
    bundles = [folder / f"{name}.wbx" for name in PEOPLE[1:]]
    import_into(_file(folder, PEOPLE[0]), app_of(folder, PEOPLE[0]), bundles)
    with _open(folder, PEOPLE[0]) as workspace:
        workspace.export(folder / "whole.wbx")


def import_(folder: Path) -> None:
    """Everything a second computer does with its first bundle, until all is committed and can be searched."""
    file = folder / "imported.werkboek"
    for rest in folder.glob("imported.werkboek*"):
        rest.unlink()
    app = app_of(folder, "import")
    import_module("werkboek_desktop.bundle.reader")  # loaded on demand; the peer's libraries are loaded before, too
    watch = Stopwatch()
    outcome = import_into(file, app, [folder / "whole.wbx"])
    figures = watch.figures()
    (done,) = outcome.files
    report(
        **figures,
        peak_mebibytes=peak_mebibytes(),
        new=done.new,
        merged=len(done.merged),
        conflicts=len(done.conflicts),
    )


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.werkboek"


def _open(folder: Path, name: str) -> Workspace:
    return Workspace.open(_file(folder, name), app_of(folder, name), author=name)


COMMANDS: dict[str, Callable[[Path], None]] = {"make": make, "import": import_}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]](Path(sys.argv[2]))

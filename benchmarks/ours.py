"""The same edits as `benchmarks.peer`, in Werkboek Desktop: a project, its bundle, and the import of that bundle.

python -m benchmarks.ours make FOLDER    writes FOLDER/whole.wbx
python -m benchmarks.ours import FOLDER  imports it into a new file; prints its seconds and peak memory
"""

import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from benchmarks.corpus import Edit, edits
from benchmarks.measure import peak_mebibytes, report
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.ids import derived_id
from werkboek_desktop.domain.kinds import sections
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, import_into
from werkboek_desktop.workspace.scribe import Scribe

PEOPLE = ("Nul", "Een", "Twee")


def make(folder: Path) -> None:
    """The three people of the corpus; 0 ends with everything and makes the bundle."""
    everything = list(edits())
    for by, name in enumerate(PEOPLE):
        if by:
            import_into(_file(folder, name), _app(folder, name), [folder / "start.wbx"])
        else:
            Workspace.create(_file(folder, name), _app(folder, name), author=name).close()
        with _open(folder, name) as workspace:
            _write(workspace, [edit for edit in everything if edit.by == by])
            workspace.export(folder / ("start.wbx" if by == 0 else f"{name}.wbx"))
    bundles = [folder / f"{name}.wbx" for name in PEOPLE[1:]]
    import_into(_file(folder, PEOPLE[0]), _app(folder, PEOPLE[0]), bundles)
    with _open(folder, PEOPLE[0]) as workspace:
        workspace.export(folder / "whole.wbx")


def _write(workspace: Workspace, mine: Iterable[Edit]) -> None:
    """Each edit has seen the newest of its own writer, or what came with the bundle."""

    def act(scribe: Scribe) -> None:
        heads: dict[int, tuple[str, ...]] = {}
        for edit in mine:
            record, name = place_of(edit.field)
            seen = heads.get(edit.field)
            if seen is None:
                view = scribe.transaction.field_view(record, name)
                seen = view.heads if view else ()
            heads[edit.field] = (scribe.edit(record, name, edit.text, seen).id,)

    # One transaction: 12,000 of them would only measure the disk.
    workspace._session.edit(workspace.project.id, act)


SECTIONS = tuple(section.key for section in sections.SECTIONS)


def place_of(field: int) -> tuple[RecordKey, str]:
    """The case and the section that stand for a field of the corpus."""
    number, section = divmod(field, len(SECTIONS))
    return RecordKey("case", None, derived_id("benchmark", f"{number:032}")), SECTIONS[section]


def import_(folder: Path) -> None:
    """Everything a second computer does with its first bundle, until all is committed and can be searched."""
    file = folder / "imported.werkboek"
    for rest in folder.glob("imported.werkboek*"):
        rest.unlink()
    app = replace(App.of_this_computer(), folder=folder / "import")
    start = perf_counter()
    outcome = import_into(file, app, [folder / "whole.wbx"])
    seconds = perf_counter() - start
    (done,) = outcome.files
    report(
        seconds=seconds,
        peak_mebibytes=peak_mebibytes(),
        new=done.new,
        merged=len(done.merged),
        conflicts=len(done.conflicts),
    )


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.werkboek"


def _app(folder: Path, name: str) -> App:
    return replace(App.of_this_computer(), folder=folder / name)


def _open(folder: Path, name: str) -> Workspace:
    return Workspace.open(_file(folder, name), _app(folder, name), author=name)


COMMANDS: dict[str, Callable[[Path], None]] = {"make": make, "import": import_}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]](Path(sys.argv[2]))

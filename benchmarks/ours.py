"""The same edits as `benchmarks.peer`, in Werkboek Desktop: a project, its bundle, and the import of that bundle.

python -m benchmarks.ours make FOLDER        writes FOLDER/whole.wbx, begin.wbx and delta.wbx
python -m benchmarks.ours import FOLDER      imports the whole into a new file; prints its seconds and peak memory
python -m benchmarks.ours arrive FOLDER      looks at it in a project that has begun, and then imports it
python -m benchmarks.ours export FOLDER      makes it
python -m benchmarks.ours signatures FOLDER  checks the signatures that this import has to check
"""

import shutil
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from benchmarks.corpus import delta, edits
from benchmarks.measure import Stopwatch, peak_mebibytes, report
from benchmarks.projects import app_of, write
from werkboek_desktop.bundle.keys import verify_change
from werkboek_desktop.bundle.signatures import chain_ends
from werkboek_desktop.workspace import Workspace, import_into, look_at_bundle
from werkboek_desktop.workspace.model import unwatched
from werkboek_desktop.workspace.unpacking import manifest_of, parcels, unpacked

PEOPLE = ("Nul", "Een", "Twee")


def make(folder: Path) -> None:
    """The three people of the corpus; 0 ends with everything and makes the bundle."""
    everything = list(edits())
    for by, name in enumerate(PEOPLE):
        if by:
            import_into(_file(folder, name), app_of(folder, name), [folder / "start.wbx"])
        else:
            with Workspace.create(_file(folder, name), app_of(folder, name), author=name) as workspace:
                workspace.export(folder / "begin.wbx")
        with _open(folder, name) as workspace:
            write(workspace, [edit for edit in everything if edit.by == by])
            workspace.export(folder / ("start.wbx" if by == 0 else f"{name}.wbx"))
    bundles = [folder / f"{name}.wbx" for name in PEOPLE[1:]]
    import_into(_file(folder, PEOPLE[0]), app_of(folder, PEOPLE[0]), bundles)
    with _open(folder, PEOPLE[0]) as workspace:
        workspace.export(folder / "whole.wbx")
        receiver = _receipt(folder)
        workspace.import_([folder / "receipt.wbx"])
        write(workspace, delta(everything))
        workspace.export(folder / "delta.wbx", to=receiver, since_received=True)


def _receipt(folder: Path) -> str:
    """Who has all of it says so."""
    import_into(_file(folder, "Drie"), app_of(folder, "Drie"), [folder / "whole.wbx"])
    with _open(folder, "Drie") as workspace:
        workspace.export(folder / "receipt.wbx")
    return manifest_of(folder / "receipt.wbx", None).sender.name


def import_(folder: Path) -> None:
    """Everything a second computer does with its first bundle, until all is committed and can be searched."""
    file, app = _fresh(folder), app_of(folder, "import")
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


def arrive(folder: Path) -> None:
    """What happens at a computer that has the project already: a preview that one reads, and the import of it."""
    file, app = _fresh(folder), app_of(folder, "import")
    import_into(file, app, [folder / "begin.wbx"])
    with Workspace.open(file, app) as workspace:
        watch = Stopwatch()
        promised = workspace.preview([folder / "whole.wbx"])
        done = workspace.import_([folder / "whole.wbx"])
        figures = watch.figures()
    kept = promised.state_hash == done.state_hash
    report(**figures, peak_mebibytes=peak_mebibytes(), new=done.files[0].new, kept=float(kept))


def export(folder: Path) -> None:
    """The whole bundle again, from a project that is open."""
    with _open(folder, PEOPLE[0]) as workspace:
        import_module("werkboek_desktop.bundle.writer")
        watch = Stopwatch()
        workspace.export(folder / "again.wbx", force=True)
        report(**watch.figures())


def signatures(folder: Path) -> None:
    """Of all changes only the end of each chain is checked: that proves the others."""
    bundle = unpacked(parcels(folder / "whole.wbx", unwatched)[0], None, unwatched)
    watch = Stopwatch()
    ends = chain_ends(bundle.changes, known=())
    sound = sum(verify_change(end, bundle.writers[end.header.writer].key) for end in ends)
    figures = watch.figures()
    report(**figures, checked=sound, changes=len(bundle.changes))


def _fresh(folder: Path) -> Path:
    """Where no file is. What is loaded on demand is loaded now, as the peer's libraries are.

    The process that reads is there too: it begins while somebody chooses a file (decision 0201).
    """
    for rest in folder.glob("imported*"):
        shutil.rmtree(rest) if rest.is_dir() else rest.unlink()
    import_module("werkboek_desktop.bundle.reader")
    look_at_bundle(folder / "begin.wbx", app_of(folder, "import"))
    return folder / "imported.werkboek"


def _file(folder: Path, name: str) -> Path:
    return folder / f"{name}.werkboek"


def _open(folder: Path, name: str) -> Workspace:
    return Workspace.open(_file(folder, name), app_of(folder, name), author=name)


COMMANDS: dict[str, Callable[[Path], None]] = {
    "make": make,
    "import": import_,
    "arrive": arrive,
    "export": export,
    "signatures": signatures,
}

if __name__ == "__main__":
    COMMANDS[sys.argv[1]](Path(sys.argv[2]))

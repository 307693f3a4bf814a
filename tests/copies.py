"""Projects that many tests begin with: made once, for each edit waits for the disk, and copied for each test."""

import shutil
from pathlib import Path


def copy_computers(made: Path, folder: Path) -> None:
    """The same files and computers elsewhere: what these keep of their files names the files that are there."""
    shutil.copytree(made, folder, dirs_exist_ok=True)
    for kept in folder.glob("*/*.json"):
        kept.write_text(kept.read_text("utf-8").replace(str(made), str(folder.resolve())), "utf-8")

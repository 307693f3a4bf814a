"""What proves an akkoord, such as a mail or a scan: beside the project, by hash, and never in a bundle."""

from hashlib import sha256
from pathlib import Path
from shutil import copyfile

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.saving import save
from werkboek_desktop.store.attachments import read_whole

NAME = "bewijsstukken"


def folder(project: Path) -> Path:
    """Where the evidence of a project lies: a folder for each akkoord."""
    return project.with_name(f"{project.stem} {NAME}")


def beside(backup: Path) -> Path:
    """Where the evidence of all the backups in a folder lies."""
    return backup.with_name(NAME)


def keep(project: Path, approval: RecordId, path: Path) -> Path:
    """Lays a copy of a file beside the project. Raises UnreadableFile, AttachmentTooLarge, NotSaved."""
    data = read_whole(path)
    out = folder(project) / approval / f"{sha256(data).hexdigest()}{path.suffix.lower()[:10]}"
    out.parent.mkdir(parents=True, exist_ok=True)
    save(out, data, force=True)
    return out


def of(project: Path, approval: RecordId) -> tuple[Path, ...]:
    """The evidence of an akkoord that is at this computer."""
    kept = folder(project) / approval
    return tuple(sorted(kept.iterdir())) if kept.is_dir() else ()


def take_along(source: Path, target: Path) -> None:
    """Copies what one folder has and the other lacks: what is called by its hash never changes."""
    for path in sorted(source.glob("*/*")) if source.is_dir() else ():
        out = target / path.relative_to(source)
        if not out.exists():
            out.parent.mkdir(parents=True, exist_ok=True)
            copyfile(path, out)

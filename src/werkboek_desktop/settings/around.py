"""Where on this computer a file lies: in a folder that is shared with other computers, or on a disk of another one."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple, Self

_ONEDRIVE = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_NAMES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"OneDrive($| - |-)"), "OneDrive"),
    (re.compile(r"Dropbox($| \()"), "Dropbox"),
    (re.compile(r"Nextcloud\d?$"), "Nextcloud"),
    (re.compile(r"ownCloud$"), "ownCloud"),
    (re.compile(r"Google ?Drive($|-)"), "Google Drive"),
    (re.compile(r"(iCloud ?Drive|Mobile Documents|com~apple~CloudDocs)$"), "iCloud"),
)
_MARKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\.stfolder$"), "Syncthing"),
    (re.compile(r"\.dropbox(\.cache)?$"), "Dropbox"),
    (re.compile(r"(\._?sync_[0-9a-f]+\.db|\.nextcloudsync\.log)$"), "Nextcloud"),
    (re.compile(r"\.owncloudsync\.log$"), "ownCloud"),
    (re.compile(r"\.tmp\.drive(down|up)load$"), "Google Drive"),
)
_REMOTE = re.compile(
    r"(nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|ceph|davfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|onedriver|google-drive-.*))$"
)
_OCTAL = re.compile(r"\\([0-7]{3})")


class Around(NamedTuple):
    """What this computer says of its folders. `mounts`: the lines of /proc/mounts, where there are any."""

    environ: Mapping[str, str]
    mounts: str = ""

    @classmethod
    def of_this_computer(cls) -> Self:
        """As it is now."""
        mounts = ""
        with suppress(OSError):
            mounts = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace")
        return cls(os.environ, mounts)

    def shared_by(self, file: Path) -> str:
        """The program that keeps the folder of a file alike on several computers; empty: none that is known."""
        folders = list(file.absolute().parents)
        for name in _ONEDRIVE:
            if (root := self.environ.get(name)) and Path(root) in folders:
                return "OneDrive"
        return next(_by_name(folders), "") or next(_by_mark(folders), "")

    def is_remote(self, file: Path) -> bool:
        """Whether the disk of a file is another computer's."""
        whole = str(file.absolute())
        if whole.startswith(("\\\\", "//")):
            return True
        within = [mount for mount in self._mounted() if whole.startswith(f"{mount.folder.rstrip('/')}/")]
        nearest = max(within, key=lambda mount: len(mount.folder), default=None)
        return nearest is not None and _REMOTE.match(nearest.type) is not None

    def _mounted(self) -> Iterator["_Mount"]:
        for line in self.mounts.splitlines():
            _device, folder, type_, *_options = (*line.split(" "), "", "")
            yield _Mount(_OCTAL.sub(lambda found: chr(int(found[1], 8)), folder), type_)


class _Mount(NamedTuple):
    folder: str
    type: str


def _by_name(folders: list[Path]) -> Iterator[str]:
    for folder in folders:
        yield from (program for name, program in _NAMES if name.match(folder.name))


def _by_mark(folders: list[Path]) -> Iterator[str]:
    """By what such a program leaves in the topmost folder that it shares."""
    for folder in folders:
        with suppress(OSError):
            names = os.listdir(folder)  # noqa: PTH208 - names are enough, and a folder may be large
            yield from (program for mark, program in _MARKS if any(map(mark.match, names)))

"""The texts of the corpus in git: a commit a change, three branches, and one bundle with all of it."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.corpus import edits
from benchmarks.projects import place_of


def bundle_size(folder: Path) -> int:
    """Bytes of `git bundle`, packed as tightly as git does of itself."""
    repository = folder / "git"
    _git(folder, "init", "--quiet", "--bare", str(repository))
    _git(repository, "fast-import", "--quiet", given=b"".join(_commits()))
    _git(repository, "repack", "-adfq")
    _git(repository, "bundle", "create", "--quiet", "all.bundle", "--all")
    return (repository / "all.bundle").stat().st_size


def _commits() -> Iterator[bytes]:
    started: set[int] = set()
    for number, (field, by, text) in enumerate(edits()):
        record, section = place_of(field)
        branch, content = f"refs/heads/{by}", text.encode()
        yield f"commit {branch}\ncommitter {by} <{by}@example.org> {1_700_000_000 + number} +0000\ndata 0\n".encode()
        if by and by not in started:
            yield b"from refs/heads/0\n"
        started.add(by)
        yield f"M 100644 inline {record.id}/{section}.md\ndata {len(content)}\n".encode() + content + b"\n"


def _git(folder: Path, *arguments: str, given: bytes | None = None) -> None:
    subprocess.run(["git", "-C", str(folder), *arguments], input=given, check=True)  # noqa: S603, S607

"""A file is judged by its content; what is no plain file is never opened."""

import os
from pathlib import Path

import pytest

from tests.bundle.age import lock_quickly
from tests.bundle.forging import GOOD
from tests.bundle.samples import KEY, small
from tests.bundle.test_wrapped import mail, zipped
from werkboek_desktop.bundle import limits
from werkboek_desktop.bundle.source import load
from werkboek_desktop.bundle.wrapped import bundles
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.errors import BundleTooLarge, NotABundle, Refusal, UnreadableFile

CONTENT: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "een leeg bestand"),
    "pdf": (b"%PDF-1.7\n", "een PDF"),
    "docx": (
        b"PK\3\4\x14\0\x06\0\x08\0\0\0!\0" + bytes(16) + b"[Content_Types].xml",
        "een zip-, Word- of Excel-bestand",
    ),
    "png": (b"\x89PNG\r\n\x1a\n", "een afbeelding"),
    "jpeg": (b"\xff\xd8\xff\xe0", "een afbeelding"),
    "project": (b"SQLite format 3\0", "een werkboek of een andere database"),
    "mail": (b"Subject: Vrijdag\nMIME-Version: 1.0\n\nTot dan.", "een mail zonder pakket erin"),
    "text": (b"Beste collega,", "een tekstbestand"),
    "doc": (b"\xd0\xcf\x11\xe0" + bytes(508), "een oud Office-bestand"),
    "msg": (b"\xd0\xcf\x11\xe0" + bytes(508) + "__substg1.0_37010102".encode("utf-16-le"), "een Outlook-bericht"),
    "tnef": (b"\x78\x9f\x3e\x22" + bytes(9), "een bijlage die Outlook zelf inpakte (winmail.dat)"),
    "bytes": (b"\x00\xff\xfe", "een onbekend bestand"),
}


@pytest.mark.parametrize(("data", "what"), CONTENT.values(), ids=CONTENT.keys())
def test_another_kind_of_file_is_named(tmp_path: Path, data: bytes, what: str) -> None:
    path = tmp_path / "pakket.wbx"
    path.write_bytes(data)
    with pytest.raises(NotABundle) as refused:
        bundles(load(path))
    assert refused.value.message == f"Dit is geen pakket maar {what}."


@pytest.mark.parametrize(("name", "advice"), [("msg", "bewaar de bijlage"), ("tnef", "een zip met het pakket")])
def test_what_outlook_wrapped_is_said_to_be_taken_out_and_how(name: str, advice: str) -> None:
    with pytest.raises(NotABundle) as refused:
        bundles(CONTENT[name][0])
    assert advice in " ".join(refused.value.steps)


def test_a_bundle_is_loaded_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "foto.png"
    path.write_bytes(to_bytes(small(), KEY))
    assert bundles(load(path)) == [("", to_bytes(small(), KEY))]


def test_a_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(NotABundle, match="een map"):
        load(tmp_path)


def test_a_fifo_is_never_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pakket.wbx")
    with pytest.raises(NotABundle, match="doorgeefpunt"):
        load(tmp_path / "pakket.wbx")
    with pytest.raises(NotABundle, match="apparaat"):
        load(Path(os.devnull))


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        load(tmp_path / "weg.wbx")


def test_a_link_in_a_ring_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ring.wbx").symlink_to(tmp_path / "ring.wbx")
    with pytest.raises(UnreadableFile):
        load(tmp_path / "ring.wbx")


LARGE: dict[str, tuple[bytes, type[Refusal]]] = {
    "bundle": (GOOD, BundleTooLarge),
    "locked": (lock_quickly(GOOD, "x"), BundleTooLarge),
    "zip": (zipped({"a": GOOD}), BundleTooLarge),
    "mail": (mail({"a": GOOD}), BundleTooLarge),
    "pdf": (b"%PDF-1.7", NotABundle),
}


@pytest.mark.parametrize(("start", "refusal"), LARGE.values(), ids=LARGE.keys())
def test_a_file_over_the_limit_is_named_if_it_is_something_else(
    tmp_path: Path, start: bytes, refusal: type[Refusal]
) -> None:
    path = tmp_path / "groot"
    path.write_bytes(start)
    os.truncate(path, limits.FILE)
    assert len(load(path)) == limits.FILE
    os.truncate(path, limits.FILE + 1)
    with pytest.raises(refusal):
        load(path)

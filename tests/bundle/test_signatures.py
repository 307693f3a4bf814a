"""Nobody writes in somebody else's name."""

from pathlib import Path

import pytest

from tests.bundle.forging import GOOD, opened, refused, resealed
from tests.bundle.samples import OTHER, OTHER_KEY, PROJECT, SCOPES, Pen, sealed_bytes
from werkboek_desktop.bundle.reader import read
from werkboek_desktop.errors import BadSignature


def test_a_stranger_cannot_write_in_somebody_elses_name(tmp_path: Path) -> None:
    forged = Pen().write("Dit schreef Sanne nooit.", signer=OTHER_KEY)
    assert refused(tmp_path / "a.wbx", sealed_bytes([forged])) == "bad_signature"


def test_a_stranger_who_reseals_cannot_pose_as_the_sender(tmp_path: Path) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, OTHER_KEY)) == "bad_signature"


def test_a_change_that_is_here_needs_no_signature_again(tmp_path: Path) -> None:
    odd = Pen(OTHER).write("Eerder al gekomen.", signature=bytes(64))
    assert refused(tmp_path / "a.wbx", sealed_bytes([odd])) == "bad_signature"
    assert opened(tmp_path / "a.wbx", sealed_bytes([odd]), {odd.id}).changes == (odd,)


def test_one_signature_proves_the_chain_of_its_writer_and_of_nobody_else(tmp_path: Path) -> None:
    pen = Pen()
    unsigned = pen.write("een", signature=bytes(64))
    pen.last = unsigned
    above = pen.write("twee")
    assert len(opened(tmp_path / "a.wbx", sealed_bytes([unsigned, above])).changes) == 2
    stranger = Pen(OTHER)
    stranger.last = unsigned
    stolen = stranger.write("twee", signer=OTHER_KEY)
    assert refused(tmp_path / "a.wbx", sealed_bytes([unsigned, stolen])) == "bad_signature"


def test_a_change_that_is_here_vouches_for_what_its_writer_made_it_on(tmp_path: Path) -> None:
    """Else who sent both to one, and only the upper one to another, would make these two refuse each other."""
    pen = Pen()
    unsigned = pen.write("een", signature=bytes(64))
    pen.last = unsigned
    above = pen.write("twee")
    path = tmp_path / "a.wbx"
    path.write_bytes(sealed_bytes([unsigned, above]))
    bundle = read(path, known={above.id}, vouched={(above.header.writer, unsigned.id)}, kind_scope=SCOPES.get)
    assert len(bundle.changes) == 2
    for vouched in (set[tuple[str, str]](), {(OTHER.id(PROJECT), unsigned.id)}):
        with pytest.raises(BadSignature):
            read(path, known={above.id}, vouched=vouched, kind_scope=SCOPES.get)

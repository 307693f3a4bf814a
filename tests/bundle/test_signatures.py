"""Nobody writes in somebody else's name."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bundle.forging import GOOD, opened, refused, resealed
from tests.bundle.samples import OTHER, OTHER_KEY, PROJECT, SCOPES, WORK, Pen, histories, sealed_bytes
from werkboek_desktop.bundle.keys import verify_change
from werkboek_desktop.bundle.reader import read
from werkboek_desktop.bundle.signatures import chain_ends, check_proven
from werkboek_desktop.domain.change import Change
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


def test_a_change_that_is_here_vouches_for_what_its_writer_made_it_on() -> None:
    """Else who sent both to one, and only the upper one to another, would make these two refuse each other."""
    unsigned = Pen().write("een", signature=bytes(64))
    bundle = read(sealed_bytes([unsigned]), kind_scope=SCOPES.get)
    assert bundle.unproven == {unsigned.id}
    check_proven(bundle.changes, bundle.unproven, (), {(WORK.id(PROJECT), unsigned.id)})
    for vouched in (set[tuple[str, str]](), {(OTHER.id(PROJECT), unsigned.id)}):
        with pytest.raises(BadSignature):
            check_proven(bundle.changes, bundle.unproven, (), vouched)


@given(histories(), st.data())
def test_what_was_proven_without_knowing_what_is_here_is_judged_as_if_one_knew(
    changes: list[Change], data: st.DataObject
) -> None:
    """A preview and an import share one parse; between them changes may have come."""
    bad = data.draw(st.sets(st.sampled_from(changes))) if changes else set[Change]()
    known = {change.id for change in (data.draw(st.sets(st.sampled_from(changes))) if changes else ())}
    all_ = [Change(each.header, each.body, bytes(64)) if each in bad else each for each in changes]
    bundle = read(sealed_bytes(all_), kind_scope=SCOPES.get)
    vouched = {(each.header.writer, str(each.header.prev)) for each in all_ if each.id in known}
    ends = chain_ends(bundle.changes, known, vouched)
    is_sound = all(verify_change(each, bundle.writers[each.header.writer].key) for each in ends)
    try:
        check_proven(bundle.changes, bundle.unproven, known, vouched)
    except BadSignature:
        assert not is_sound
    else:
        assert is_sound

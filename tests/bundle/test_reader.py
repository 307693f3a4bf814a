"""What comes out of a bundle is what went in, and nothing else comes out."""

from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bundle.age import lock_quickly
from tests.bundle.forging import GOOD, members, opened, refused, repacked
from tests.bundle.samples import (
    CASE,
    KEY,
    OTHER,
    PROJECT,
    SCOPES,
    WORK,
    Pen,
    contents,
    histories,
    sealed_bytes,
    small,
)
from werkboek_desktop.bundle.container import Method, open_container, pack
from werkboek_desktop.bundle.reader import Bundle, read
from werkboek_desktop.bundle.writer import to_bytes, write
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.errors import Cancelled, OtherProject, PassphraseNeeded, Refusal


@given(histories(), st.randoms(use_true_random=False))
def test_any_set_of_changes_comes_back_whatever_its_order(
    tmp_path_factory: pytest.TempPathFactory, changes: list[Change], random: Random
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.wbx"
    data = sealed_bytes(changes)
    bundle = opened(path, data)
    assert {change.id: change for change in bundle.changes} == {change.id: change for change in changes}
    random.shuffle(changes)
    assert sealed_bytes(changes) == data
    assert sealed_bytes(bundle.changes) == data


def test_a_bundle_says_who_made_it_and_holds_attachments_and_tips(tmp_path: Path) -> None:
    given_ = small()
    bundle = opened(tmp_path / "a.wbx", to_bytes(given_, KEY), project=PROJECT)
    assert bundle.manifest.sender == ("Sanne · laptop", KEY.public)
    assert (bundle.manifest.name, bundle.manifest.number, bundle.manifest.created) == ("Werkboek", 1, 1_764_000_000)
    assert (bundle.manifest.scopes, bundle.manifest.partial, bundle.manifest.since) == (("work",), False, False)
    assert dict(bundle.attachments) == given_.attachments
    assert bundle.tips == given_.tips
    assert set(bundle.writers.values()) == {WORK, OTHER}
    assert bundle.since is None
    assert not bundle.locked


def test_a_delta_says_from_which_tips_it_was_made(tmp_path: Path) -> None:
    pen = Pen()
    first, second = pen.write("een"), pen.write("twee")
    bundle = opened(tmp_path / "a.wbx", sealed_bytes([second], since={"work": (first.id,)}))
    assert bundle.since == {"work": (first.id,)}
    assert bundle.manifest.since
    assert bundle.changes == (second,)


def test_a_bundle_without_changes_is_a_receipt(tmp_path: Path) -> None:
    assert opened(tmp_path / "a.wbx", sealed_bytes([])).changes == ()


def test_a_bundle_is_known_by_its_content_under_any_name(tmp_path: Path) -> None:
    assert len(opened(tmp_path / "pakket (2).zip", to_bytes(small(), KEY)).changes) == 9


def test_another_project_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(OtherProject, match="Werkboek"):
        opened(tmp_path / "a.wbx", to_bytes(small(), KEY), project="11" * 16)


def test_a_locked_bundle_opens_with_its_passphrase_and_only_with_it(tmp_path: Path) -> None:
    changes = [Pen().write("Sanne", kind="case")]
    path = tmp_path / "a.wbx"
    write(path, contents(changes), KEY, "drie woorden samen")
    locked = path.read_bytes()
    bundle = opened(path, locked, passphrase="drie woorden samen")
    assert bundle.locked
    assert list(bundle.changes) == changes
    with pytest.raises(PassphraseNeeded):
        opened(path, locked)


def test_something_else_that_is_locked_is_named() -> None:
    assert refused_with(lock_quickly(b"%PDF-1.7", "drie woorden"), "drie woorden") == "not_a_bundle"


def refused_with(data: bytes, passphrase: str) -> str:
    with pytest.raises(Refusal) as caught:
        read(data, kind_scope=SCOPES.get, passphrase=passphrase)
    return caught.value.code


def test_every_flipped_byte_is_refused_or_without_effect(tmp_path: Path) -> None:
    data = to_bytes(small(), KEY)
    original = content(opened(tmp_path / "a.wbx", data))
    for at in range(len(data)):
        damaged = bytearray(data)
        damaged[at] ^= 1 << at % 8
        assert outcome(tmp_path / "a.wbx", bytes(damaged)) in (None, original)


def test_every_truncation_and_every_byte_too_many_is_refused(tmp_path: Path) -> None:
    data = to_bytes(small(), KEY)
    for at in range(len(data)):
        assert outcome(tmp_path / "a.wbx", data[:at]) is None
    for at in range(0, len(data) + 1, 7):
        assert outcome(tmp_path / "a.wbx", data[:at] + b"\0" + data[at:]) is None


@given(st.data())
def test_damage_is_refused_or_without_effect(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzz.wbx"
    damaged = bytearray(to_bytes(small(), KEY))
    original = content(opened(path, bytes(damaged)))
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=40))
    assert outcome(path, bytes(damaged)) in (None, original)


def outcome(path: Path, data: bytes) -> object:
    """What a bundle holds; None when it is refused."""
    try:
        return content(opened(path, data))
    except Refusal:
        return None


def content(bundle: Bundle) -> object:
    return bundle.id, bundle.changes, dict(bundle.attachments), bundle.tips


@pytest.mark.parametrize("word", ["Lezen", "Samenstellen", "Handtekeningen"])
def test_reading_reports_progress_and_stops_when_asked(word: str) -> None:
    seen: list[tuple[int, int, str]] = []

    def watch(done: int, total: int, what: str) -> bool:
        seen.append((done, total, what))
        return what != word

    with pytest.raises(Cancelled):
        read(to_bytes(small(), KEY), kind_scope=SCOPES.get, progress=watch)
    assert seen[0] == (0, 9, "Lezen")
    assert seen[-1][2] == word


def test_unknown_kinds_may_be_in_either_scope_and_known_ones_only_in_theirs(tmp_path: Path) -> None:
    assert opened(tmp_path / "a.wbx", sealed_bytes([Pen().write("x", kind="drone", record=CASE)])).changes
    posing = Pen().write("Sanne", kind="attendee")
    assert refused(tmp_path / "a.wbx", sealed_bytes([posing])) == "wrong_scope"


def test_a_member_with_another_hash_is_refused(tmp_path: Path) -> None:
    inside = members(GOOD)
    tip = small().tips["work"][0].encode()
    for name, content in {
        "tips.json": inside["tips.json"].replace(tip, b"0" * 64),
        "changes.jsonl": inside["changes.jsonl"] + b"\n",
        "seals": bytes(64) + inside["seals"][64:],
    }.items():
        assert refused(tmp_path / "a.wbx", repacked(inside | {name: content})) == "damaged"


def test_an_attachment_that_no_change_names_is_refused(tmp_path: Path) -> None:
    inside = members(sealed_bytes([Pen().write("tekst")]))
    name = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"  # SHA-256 of "foo"
    assert refused(tmp_path / "a.wbx", repacked(inside | {f"attachments/{name}": b"foo"})) == "damaged"


def test_an_attachment_with_other_bytes_is_refused(tmp_path: Path) -> None:
    inside = members(GOOD)
    name = next(name for name in inside if name.startswith("attachments/"))
    assert refused(tmp_path / "a.wbx", repacked(inside | {name: b"other"})) == "damaged"


def test_attachments_in_another_order_and_members_of_another_folder_are_refused(tmp_path: Path) -> None:
    pen = Pen()
    photos = {sha256(photo).hexdigest(): photo for photo in (b"een", b"twee")}
    named = [pen.write(name, field=f"file{at}", type=ValueType.ATTACHMENT) for at, name in enumerate(photos)]
    inside = members(sealed_bytes(named, attachments=photos))
    assert len(opened(tmp_path / "a.wbx", repacked(inside)).attachments) == 2
    *head, (first, one), (second, two) = inside.items()
    assert refused(tmp_path / "a.wbx", repacked(dict([*head, (second, two), (first, one)]))) == "damaged"
    assert refused(tmp_path / "a.wbx", repacked(inside | {"zzz": b""})) == "damaged"


def test_members_that_are_missing_or_strange_or_in_another_order_are_refused(tmp_path: Path) -> None:
    inside = members(GOOD)
    for name in inside:
        if not name.startswith("attachments/"):
            assert refused(tmp_path / "a.wbx", repacked({n: c for n, c in inside.items() if n != name})) in {
                "damaged",
                "not_a_bundle",
            }
    assert refused(tmp_path / "a.wbx", repacked(inside | {"../evil": b"x"})) == "damaged"
    assert refused(tmp_path / "a.wbx", repacked(dict(sorted(inside.items())))) in {"damaged", "not_a_bundle"}
    assert refused(tmp_path / "a.wbx", repacked(inside | {"mimetype": b"application/zip"})) == "damaged"


def test_seals_are_stored(tmp_path: Path) -> None:
    pen = Pen()
    inside = members(sealed_bytes([pen.write(None, op="fly", body=None) for _ in range(30)]))
    packed = pack((name, content, Method.BZIP2) for name, content in inside.items())
    assert open_container(packed).entries["seals"].method is Method.BZIP2
    assert refused(tmp_path / "a.wbx", packed) == "damaged"

"""This computer's key is made once, is nobody else's to read, and signs what others can verify."""

import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bundle.samples import KEY, OTHER, OTHER_KEY, WORK, Pen
from werkboek_desktop.bundle.keys import KEY_FILE, own_key, verify, verify_change
from werkboek_desktop.errors import OwnKeyDamaged
from werkboek_desktop.settings import App, Settings


def entropy(count: int) -> bytes:
    return b"\7" * count


def no_entropy(count: int) -> bytes:
    raise AssertionError(count)


def test_the_key_is_made_when_missing_and_kept(tmp_path: Path) -> None:
    made = own_key(tmp_path / "new", entropy)
    assert own_key(tmp_path / "new", no_entropy).public == made.public
    assert stat.S_IMODE((tmp_path / "new" / KEY_FILE).stat().st_mode) == 0o600
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [KEY_FILE, "signing.lock"]


@pytest.mark.parametrize(
    "first",
    [
        lambda app: own_key(app.folder, entropy),
        lambda app: app.save_settings(Settings()),
        lambda app: app.next_bundle_number("p"),
    ],
)
def test_the_folder_is_nobody_elses_either(tmp_path: Path, first: Callable[[App], object]) -> None:
    first(App(tmp_path / "new", lambda: 1, entropy))
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o700


def test_a_key_that_others_may_read_is_closed_again(tmp_path: Path) -> None:
    made = own_key(tmp_path, entropy)
    (tmp_path / KEY_FILE).chmod(0o644)
    assert own_key(tmp_path, no_entropy).public == made.public
    assert stat.S_IMODE((tmp_path / KEY_FILE).stat().st_mode) == 0o600


def test_a_half_made_key_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "signing.new").write_bytes(b"half")
    assert own_key(tmp_path, entropy).public == own_key(tmp_path, no_entropy).public


@pytest.mark.parametrize("damaged", [b"", b"x" * 31, b"x" * 33])
def test_a_damaged_key_is_refused_and_left_as_it_is(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / KEY_FILE).write_bytes(damaged)
    with pytest.raises(OwnKeyDamaged):
        own_key(tmp_path, entropy)
    assert (tmp_path / KEY_FILE).read_bytes() == damaged


def test_a_signature_holds_for_its_key_and_message_only() -> None:
    signature = KEY.sign(b"hallo")
    assert verify(KEY.public, b"hallo", signature)
    assert not verify(OTHER_KEY.public, b"hallo", signature)
    assert not verify(KEY.public, b"hallo!", signature)
    assert not verify(KEY.public, b"hallo", signature[:-1])
    assert not verify(b"short", b"hallo", signature)
    assert not verify(bytes(32), b"hallo", bytes(64))


def test_a_change_holds_by_the_key_of_its_writer_only() -> None:
    assert verify_change(Pen().write("een"), WORK.key)
    assert not verify_change(Pen().write("een"), OTHER.key)
    assert not verify_change(Pen(OTHER).write("twee", signature=bytes(64)), OTHER.key)

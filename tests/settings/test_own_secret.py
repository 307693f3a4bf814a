"""This computer's key is made once and is nobody else's to read, in the system's keyring or in a file."""

import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as Fails
from keyring.backends.null import Keyring as Forgets

from tests.settings.keyrings import Asks, Broken, Forgetful, Full, InTheOpen, Locked, Works, chain_of
from werkboek_desktop.errors import OwnKeyDamaged
from werkboek_desktop.settings import App, Settings, own_secret
from werkboek_desktop.settings.own_secret import KEY_FILE, SEED_BYTES, SERVICE, OwnSecret

UNUSABLE = [Fails, Forgets, chain_of, Locked, Full, Forgetful, Broken, InTheOpen]


type Use = Callable[[KeyringBackend], None]


@pytest.fixture
def works(use_keyring: Use) -> Works:
    made = Works()
    use_keyring(made)
    return made


@pytest.fixture
def asks(use_keyring: Use) -> Asks:
    made = Asks()
    use_keyring(made)
    return made


@pytest.fixture
def folder() -> Path:
    """The app's own place."""
    return App.of_this_computer().folder


def no_entropy(count: int) -> bytes:
    raise AssertionError(count)


def seed(folder: Path, *, old: bool = False) -> bytes:
    """As the program reads it when it starts."""
    here = App.of_this_computer()
    return App(folder, here.clock, no_entropy if old else here.entropy).own.seed()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_key_is_in_the_keyring_and_in_no_file(folder: Path, works: Works) -> None:
    made = seed(folder)
    assert works.kept == {(SERVICE, str(folder)): made.hex()}
    assert [path.name for path in folder.iterdir()] == ["signing.lock"]
    assert seed(folder) == made


def test_a_key_in_the_file_is_used_and_no_keyring_is_asked(folder: Path, works: Works) -> None:
    folder.mkdir(parents=True)
    (folder / KEY_FILE).write_bytes(bytes(SEED_BYTES))
    assert seed(folder, old=True) == bytes(SEED_BYTES)
    assert not works.asked


@pytest.mark.parametrize("place", ["own", "stick"])
def test_where_a_file_holds_the_key_the_library_is_not_even_loaded(
    place: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if place == "stick":
        monkeypatch.setenv("WERKBOEK_HOME", str(tmp_path))
    else:
        folder.mkdir(parents=True)
        (folder / KEY_FILE).write_bytes(bytes(SEED_BYTES))
    asks = "from werkboek_desktop.settings import App; import sys; App.of_this_computer().own.seed()"
    done = subprocess.run(
        [sys.executable, "-c", f"{asks}; print('keyring' in sys.modules)"], check=True, capture_output=True, text=True
    )
    assert done.stdout == "False\n"


def test_a_folder_elsewhere_takes_its_key_along(tmp_path: Path, works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WERKBOEK_HOME", str(tmp_path / "stick"))
    made = App.of_this_computer().own.seed()
    assert (tmp_path / "stick" / KEY_FILE).read_bytes() == made
    assert not works.asked


def test_two_folders_have_two_keys(tmp_path: Path, works: Works) -> None:
    own = [OwnSecret(tmp_path / name, bytes((number,)).__mul__, in_keyring=True) for number, name in enumerate("ab", 1)]
    assert [each.seed() for each in own] == [b"\1" * SEED_BYTES, b"\2" * SEED_BYTES]
    assert len(works.kept) == 2


@pytest.mark.parametrize("kind", UNUSABLE)
def test_where_no_keyring_can_be_used_the_key_is_in_the_file_from_then_on(
    kind: Callable[[], KeyringBackend], folder: Path, use_keyring: Use
) -> None:
    use_keyring(kind())
    made = seed(folder)
    assert (folder / KEY_FILE).read_bytes() == made
    assert (mode(folder), mode(folder / KEY_FILE)) == (0o700, 0o600)
    works = Works()
    use_keyring(works)
    assert seed(folder, old=True) == made
    assert not works.asked


def test_of_a_chain_the_first_that_keeps_secrets_is_used(folder: Path, use_keyring: Use) -> None:
    open_to_all, works = InTheOpen(), Works()
    use_keyring(chain_of(open_to_all, works))
    seed(folder)
    assert works.kept
    assert not open_to_all.kept


@pytest.mark.parametrize("other", ["", "geen sleutel", "00" * 31])
def test_what_lies_in_its_place_and_is_no_key_is_left_alone(other: str, folder: Path, works: Works) -> None:
    works.kept[SERVICE, str(folder)] = other
    made = seed(folder)
    assert works.kept == {(SERVICE, str(folder)): other}
    assert (folder / KEY_FILE).read_bytes() == made


def test_a_key_that_went_from_the_keyring_is_replaced_there(folder: Path, works: Works) -> None:
    lost = seed(folder)
    works.kept.clear()
    made = seed(folder)
    assert made != lost
    assert works.kept == {(SERVICE, str(folder)): made.hex()}


def test_a_keyring_that_no_longer_answers_leaves_its_place_to_the_file(
    folder: Path, works: Works, use_keyring: Use
) -> None:
    lost = seed(folder)
    use_keyring(Locked())
    made = seed(folder)
    use_keyring(works)
    assert seed(folder) == made == (folder / KEY_FILE).read_bytes() != lost


def test_a_question_is_waited_for_beside_whoever_asks(folder: Path, asks: Asks) -> None:
    own = App.of_this_computer().own
    assert not own.is_here()
    assert not own.is_here(0.05)
    asks.answered.set()
    assert own.is_here(10)
    assert asks.kept == {(SERVICE, str(folder)): own.seed().hex()}
    assert asks.asked == 2  # what it holds, and then whether it kept what it was given


def test_a_question_that_nobody_answers_ends_in_a_file(
    folder: Path, asks: Asks, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(own_secret, "PATIENCE", 0.05)
    made = seed(folder)
    asks.answered.set()
    assert (folder / KEY_FILE).read_bytes() == made


def test_two_programs_that_begin_at_once_make_one_key(folder: Path, asks: Asks) -> None:
    with ThreadPoolExecutor() as pool:
        found = [pool.submit(seed, folder) for _program in range(4)]
        asks.answered.wait(0.2)
        asks.answered.set()
    assert len({each.result() for each in found}) == 1


@pytest.mark.parametrize("kind", [Works, Locked])
def test_another_key_lies_where_the_one_before_it_lay(
    kind: Callable[[], Works], folder: Path, use_keyring: Use
) -> None:
    use_keyring(kind())
    own = App.of_this_computer().own
    before = own.seed()
    was_in_file = (folder / KEY_FILE).exists()
    own.renew()
    assert own.seed() == seed(folder) != before
    assert (folder / KEY_FILE).exists() is was_in_file


def test_a_program_that_asked_before_signs_with_the_key_that_another_put_in_its_place(
    folder: Path, works: Works
) -> None:
    window, command = App.of_this_computer().own, App.of_this_computer().own
    assert window.seed() == command.seed()
    for _each in range(2):
        before = window.seed()
        command.renew()
        assert window.seed() == command.seed() == seed(folder) != before
    assert works.kept


@pytest.mark.parametrize("kind", [Full, Locked])
def test_another_key_is_in_the_file_where_the_keyring_no_longer_takes_it(
    kind: type[Works], folder: Path, works: Works, use_keyring: Use
) -> None:
    own, other = App.of_this_computer().own, kind()
    own.seed()
    other.kept = works.kept
    use_keyring(other)
    own.renew()
    assert own.seed() == (folder / KEY_FILE).read_bytes()


def test_a_disk_that_was_full_is_tried_again(folder: Path) -> None:
    own = App.of_this_computer().own
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"in the way")
    with pytest.raises(OSError, match="exists"):
        own.seed()
    folder.unlink()
    assert own.seed() == (folder / KEY_FILE).read_bytes()


def test_a_key_in_a_file_is_made_when_missing_and_kept(tmp_path: Path) -> None:
    made = seed(tmp_path / "new")
    assert seed(tmp_path / "new", old=True) == made
    assert mode(tmp_path / "new" / KEY_FILE) == 0o600
    assert sorted(path.name for path in (tmp_path / "new").iterdir()) == [KEY_FILE, "signing.lock"]


@pytest.mark.parametrize(
    "first",
    [
        lambda app: app.own.seed(),
        lambda app: app.save_settings(Settings()),
        lambda app: app.next_bundle_number("p"),
    ],
)
def test_the_folder_is_nobody_elses_either(tmp_path: Path, first: Callable[[App], object]) -> None:
    first(App(tmp_path / "new", lambda: 1, bytes))
    assert mode(tmp_path / "new") == 0o700


def test_a_key_that_others_may_read_is_closed_again(tmp_path: Path) -> None:
    made = seed(tmp_path)
    (tmp_path / KEY_FILE).chmod(0o644)
    assert seed(tmp_path, old=True) == made
    assert mode(tmp_path / KEY_FILE) == 0o600


def test_a_half_made_key_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "signing.new").write_bytes(b"half")
    assert seed(tmp_path) == seed(tmp_path, old=True)


@pytest.mark.parametrize("damaged", [b"", b"x" * 31, b"x" * 33])
def test_a_damaged_key_is_refused_and_left_as_it_is(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / KEY_FILE).write_bytes(damaged)
    with pytest.raises(OwnKeyDamaged):
        seed(tmp_path)
    assert (tmp_path / KEY_FILE).read_bytes() == damaged

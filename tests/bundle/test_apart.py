"""A bundle that is read in a process of its own is the bundle that would be read here."""

import io
import pickle
import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.bundle.age import lock_quickly
from tests.bundle.forging import GOOD, bomb, resealed
from tests.bundle.samples import KEY, VALUES, Pen, histories, sealed_bytes
from tests.bundle.test_wrapped import mail
from tests.bundle.vectors import every_type
from werkboek_desktop import apart as processes
from werkboek_desktop.bundle import BUNDLE, apart, limits, reader
from werkboek_desktop.bundle.apart import find_apart, manifest_apart, read_apart
from werkboek_desktop.bundle.manifest import Voucher
from werkboek_desktop.bundle.process import READER
from werkboek_desktop.bundle.reader import Bundle
from werkboek_desktop.bundle.writer import to_bytes
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.values import PROSE_CHARACTERS, Value, ValueType
from werkboek_desktop.errors import (
    BundleTooHard,
    BundleTooLarge,
    Cancelled,
    NotABundle,
    OtherProject,
    Refusal,
    WrongPassphrase,
)

PASSPHRASE = "drie woorden samen"


def there(data: bytes, passphrase: str | None = None, project: str | None = None) -> Bundle:
    return read_apart(data, passphrase=passphrase, project=project, progress=None)


def here(data: bytes, passphrase: str | None = None) -> Bundle:
    return reader.read(data, kind_scope=apart.kind_scope, passphrase=passphrase)


def parts(bundle: Bundle) -> tuple[object, ...]:
    changes = [(change.id, change.header, change.body, change.signature) for change in bundle.changes]
    rest = vars(bundle) | {"changes": changes, "attachments": dict(bundle.attachments), "writers": dict(bundle.writers)}
    return tuple(rest.values())


@settings(max_examples=25)
@given(histories())
def test_the_same_comes_out_of_any_bundle(changes: list[Change]) -> None:
    data = sealed_bytes(changes)
    assert parts(there(data)) == parts(here(data))


@settings(max_examples=5)
@given(st.fixed_dictionaries(VALUES))
def test_the_same_comes_out_of_every_type_of_value(values: dict[ValueType, Value]) -> None:
    pen = Pen()
    changes = [
        pen.write(value, field=type_.value, type=type_) for type_, one in values.items() for value in (None, one)
    ]
    found = there(sealed_bytes(changes))
    assert set(found.changes) == set(changes)
    assert {type(change.header.type) for change in found.changes} == {ValueType}
    assert {type(change.header.parents) for change in found.changes} == {tuple}


def test_the_same_comes_out_of_what_is_locked() -> None:
    locked = lock_quickly(GOOD, PASSPHRASE)
    assert parts(there(locked, PASSPHRASE)) == parts(here(locked, PASSPHRASE))


@pytest.mark.parametrize("what", ["read", "manifest", "find"])
def test_what_it_does_there_can_be_looked_at_here(what: str) -> None:
    """Its answers are plain data, whatever is asked."""
    data = mail({"a.wbx": GOOD}) if what == "find" else to_bytes(every_type(), KEY)
    rest = {"read": (None, None), "manifest": (None,), "find": ()}[what]
    parts = list(apart._answer((what, data, *rest), lambda *_step: True))
    assert parts
    assert processes.plain(pickle.dumps(parts)) == parts


def test_refusals_are_the_same() -> None:
    for data, wanted in ((GOOD[:-1], None), (resealed(GOOD, changes=lambda data: data[1:]), None), (b"%PDF", None)):
        with pytest.raises(Refusal) as caught:
            there(data)
        with pytest.raises(Refusal) as expected:
            here(data)
        assert (type(caught.value), str(caught.value)) == (type(expected.value), str(expected.value)), wanted
    with pytest.raises(OtherProject):
        there(GOOD, project="11" * 16)
    with pytest.raises(WrongPassphrase):
        there(lock_quickly(GOOD, PASSPHRASE), "iets anders")


def test_a_mail_is_looked_through_there() -> None:
    assert find_apart(mail({"a.wbx": GOOD})) == [("a.wbx", GOOD)]
    with pytest.raises(NotABundle, match="een mail zonder pakket"):
        find_apart(mail({}))


def test_what_a_bundle_says_of_itself_is_told() -> None:
    assert manifest_apart(GOOD) == here(GOOD).manifest
    vouched = sealed_bytes([Pen().write("Tekst.")], vouches=(Voucher(b"1" * 32, b"2" * 32, b"3" * 64),))
    assert manifest_apart(vouched) == here(vouched).manifest
    assert manifest_apart(lock_quickly(GOOD, PASSPHRASE), PASSPHRASE) == here(GOOD).manifest


def test_a_process_is_kept_after_what_was_small() -> None:
    there(GOOD)
    kept = READER._process
    there(GOOD)
    assert READER._process is kept is not None
    with pytest.raises(Refusal):
        there(GOOD[:-1])
    assert READER._process is kept
    there(large := sealed_bytes([Pen().write(f"{at}", field=f"f{at}") for at in range(15_000)]))
    assert len(large) > 1 << 20
    assert READER._process is None


def test_a_process_that_was_expected_is_the_one_that_reads() -> None:
    READER.close()
    READER.expect()
    begun = READER._process
    READER.expect()
    assert READER._process is begun is not None
    there(GOOD)
    assert READER._process is begun
    begun.kill()
    begun.wait()
    READER.expect()
    assert READER._process is not begun
    assert there(GOOD) == here(GOOD)


def test_who_expects_a_process_does_not_wait_for_one_that_is_reading() -> None:
    asked = READER.ask(("find", GOOD))
    next(asked)
    READER.expect()
    asked.close()


def test_a_delta_bomb_ends_in_a_refusal_before_it_grew() -> None:
    data = bomb(2_600)
    assert len(data) < 300_000
    with pytest.raises(BundleTooLarge):
        there(data)


@pytest.mark.thorough
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process here")
def test_the_heaviest_lock_opens_with_a_gigabyte_beside_what_reading_takes() -> None:
    locked = lock_quickly(GOOD, PASSPHRASE, work=limits.SCRYPT_LOG2)
    assert there(locked, PASSPHRASE).locked
    with pytest.raises(WrongPassphrase):
        there(locked, "iets anders")


@pytest.mark.parametrize("told", [(), (1,), ((1, 2),), (("a", "b", "c", "d", "e", "f", 1), [1]), ("x" * 7, [], [])])
def test_what_is_no_bundle_is_none_and_the_next_one_is_read(
    told: tuple[object, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    READER.close()
    sends = "".join(f"send(sys.stdout.buffer, ('part', {each!r}))\n" for each in told)
    code = f"import sys\nfrom werkboek_desktop.apart import send\n{sends}send(sys.stdout.buffer, ('done',))"
    with monkeypatch.context() as patched:
        patched.setattr(processes, "command", lambda *_of: [sys.executable, "-c", code])
        with pytest.raises(BundleTooHard) as held:
            there(GOOD)
    assert held.value.code == "too_large"
    READER.close()
    assert there(GOOD).changes


def test_it_tells_how_far_it_is_and_stops_at_once() -> None:
    data = sealed_bytes([Pen().write(f"{at}", field=f"f{at}") for at in range(20_000)])
    words: list[str] = []

    def watch(_done: int, _total: int, word: str) -> bool:
        words.append(word)
        return not word  # the first word that comes from the process ends it

    with pytest.raises(Cancelled):
        read_apart(data, passphrase=None, project=None, progress=watch)
    assert words[-1]
    assert READER._process is None


def test_a_frozen_window_asks_its_command_line() -> None:
    run = [sys.executable, "-c", "from werkboek_desktop.cli import main; main()", BUNDLE]
    question = io.BytesIO()
    processes.send(question, ("read", GOOD, None, None))
    told = io.BytesIO(subprocess.run(run, input=question.getvalue(), capture_output=True, check=True).stdout)
    frames = iter(lambda: processes.receive(told), ("done",))
    (id_, *_rest), *_parts = (frame[1] for frame in frames if frame[0] == "part")
    assert id_ == here(GOOD).id


@given(st.sampled_from(["find", "manifest", "read"]), st.binary(max_size=60))
@settings(max_examples=10)
def test_any_bytes_are_refused(what: str, data: bytes) -> None:
    questions: dict[str, Callable[[bytes], object]] = {"find": find_apart, "manifest": manifest_apart, "read": there}
    with pytest.raises(Refusal):
        questions[what](data)


def test_as_much_text_as_a_bundle_may_hold_is_read_though_each_letter_takes_four_bytes() -> None:
    pen, size = Pen(), PROSE_CHARACTERS - 10
    changes = [pen.write("a" * size + "😀")]
    left = limits.EXPANDED - (size + 4)
    while left:
        text = "a" * min(size, left - 9) + f"{len(changes):05}😀"
        changes.append(pen.write(text, seen=changes[-1:]))
        left -= len(text.encode())
    assert len(there(sealed_bytes(changes)).changes) == len(changes)
    with pytest.raises(BundleTooLarge):
        sealed_bytes([*changes, pen.write("a", seen=changes[-1:])])

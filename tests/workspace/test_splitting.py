"""What is too large for one mail goes as several, each of which is a bundle."""

from pathlib import Path
from typing import Any

import pytest

from tests.workspace.sent import PASSPHRASE, Photos, opened
from tests.workspace.two import Two
from werkboek_desktop.errors import Cancelled, FileExists
from werkboek_desktop.workspace import Exported, Result, Workspace, import_into


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "uit.wbx"


@pytest.fixture
def photos(two: Two, tmp_path: Path) -> Photos:
    return Photos(two, tmp_path)


def files_in(made: Exported, passphrase: str | None = None) -> list[str]:
    return [name for part in made.parts for name in opened(part.path, passphrase).attachments]


def test_what_is_too_large_to_mail_goes_as_several(photos: Photos, two: Two, out: Path) -> None:
    made = two.anna.export(out, split=True)
    count = len(made.parts)
    assert count == two.anna.what_goes().parts == 3
    assert [part.path.name for part in made.parts] == [f"uit {at} van {count}.wbx" for at in range(1, count + 1)]
    assert not out.exists()
    assert not made.is_too_large_to_mail
    assert made.size == sum(part.path.stat().st_size for part in made.parts)
    numbers = {opened(part.path).manifest.number for part in made.parts}
    assert len(numbers) == count
    assert len(files_in(made)) == len(set(files_in(made))) == 6
    assert all(opened(part.path).manifest.partial for part in made.parts)
    assert not any(each.partial for each in two.anna.sent())


def test_parts_may_come_in_any_order(photos: Photos, two: Two, out: Path) -> None:
    made = two.anna.export(out, split=True)
    for part in reversed(made.parts):
        (report,) = two.bert.import_([part.path]).files
        assert report.result is Result.IMPORTED
    assert two.bert.state_hash() == two.anna.state_hash()
    assert all(two.bert.attachment(name) for name in files_in(made))
    two.from_bert()
    again = two.anna.export(out, to=two.anna.senders()[0], since_received=True)
    assert again.changes == 0


def test_what_fits_stays_one(photos: Photos, two: Two, out: Path) -> None:
    made = two.anna.export(out, only=[two.case], split=True)
    assert [part.path for part in made.parts] == [out]


def test_without_splitting_it_is_one_and_says_so(photos: Photos, two: Two, out: Path) -> None:
    made = two.anna.export(out)
    assert [part.path for part in made.parts] == [out]
    assert made.is_too_large_to_mail


def test_a_file_that_no_mail_takes_goes_by_itself(photos: Photos, two: Two, out: Path, tmp_path: Path) -> None:
    photos.add(tmp_path, two.case, 1_500_000)
    made = two.anna.export(out, split=True)
    assert made.is_too_large_to_mail
    (large,) = [part for part in made.parts if part.size > 1_400_000]
    own = {change.header.field for change in opened(large.path).changes if change.header.kind != "person"}
    assert own == {"file"}
    assert len(files_in(made)) == 7


def test_each_part_is_locked(photos: Photos, two: Two, out: Path, tmp_path: Path) -> None:
    two.make("attendee", last_name="Geheimstra")
    made = two.anna.export(out, people=True, passphrase=PASSPHRASE, split=True)
    assert len(made.parts) == 3
    assert all(b"Geheimstra" not in part.path.read_bytes() for part in made.parts)
    import_into(tmp_path / "ander.werkboek", two.app("Carla"), [p.path for p in made.parts], passphrase=PASSPHRASE)
    with Workspace.open(tmp_path / "ander.werkboek", two.app("Carla")) as there:
        assert there.state_hash() == two.anna.state_hash()


def test_no_part_takes_the_place_of_a_file(photos: Photos, two: Two, out: Path) -> None:
    taken = out.with_name("uit 2 van 3.wbx")
    taken.write_bytes(b"brief")
    with pytest.raises(FileExists):
        two.anna.export(out, split=True)
    assert taken.read_bytes() == b"brief"
    assert list(out.parent.glob("uit*")) == [taken]
    assert len(two.anna.export(out, split=True, force=True).parts) == 3


@pytest.mark.parametrize("at", [0, 1, 2, 3])
def test_who_stops_it_finds_nothing_half_made(photos: Photos, two: Two, out: Path, at: int) -> None:
    told: list[tuple[int, int, str]] = []

    def progress(*done: Any) -> bool:
        told.append(done)
        return len(told) <= at

    with pytest.raises(Cancelled):
        two.anna.export(out, split=True, progress=progress)
    assert not list(out.parent.glob("uit*"))
    assert [number for number, _of, _word in told] == sorted(number for number, _of, _word in told)
    assert all(number <= of for number, of, _word in told)
    assert len(two.anna.sent()) == 1


def test_over_a_limit_of_the_format_it_is_split_too(
    two: Two, out: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for number in range(40):
        two.make("case", title=f"Haven {number}")
    monkeypatch.setattr("werkboek_desktop.bundle.limits.CHANGES", 30)
    made = two.anna.export(out, split=True)
    monkeypatch.undo()
    assert all(part.changes <= 30 for part in made.parts)
    two.bert.import_([part.path for part in made.parts])
    assert two.bert.state_hash() == two.anna.state_hash()

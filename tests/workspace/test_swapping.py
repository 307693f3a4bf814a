"""A stick goes round: nothing of a stranger's is read in unseen, and nobody's bundle is written over unread."""

from pathlib import Path

import pytest

from tests.bundle.test_wrapped import mail, zipped
from tests.workspace.test_room import Crowd
from tests.workspace.two import Two
from werkboek_desktop.bundle import limits
from werkboek_desktop.domain.trust import Met
from werkboek_desktop.errors import Cancelled, NotSaved
from werkboek_desktop.workspace import Workspace, import_into
from werkboek_desktop.workspace.swapping import swap


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


@pytest.fixture
def stick(two: Two) -> Path:
    folder = two.folder / "stick"
    folder.mkdir()
    return folder


def joined(two: Two, folder: str, author: str) -> Workspace:
    """Another computer with the project, whoever sits at it."""
    file = two.folder / f"{folder}.werkboek"
    import_into(file, two.app(folder), [two.folder / "first.wbx"], author=author)
    return Workspace.open(file, two.app(folder), author=author)


def written(two: Two, folder: str, author: str, subtitle: str) -> bytes:
    """The bundle of another computer, with a subtitle of its own."""
    with joined(two, folder, author) as there:
        there.set_field(two.case, "subtitle", subtitle)
        return there.export(two.folder / f"{folder}.wbx").path.read_bytes()


def test_two_computers_of_one_name_do_not_write_over_each_other(two: Two, stick: Path) -> None:
    with joined(two, "laptop", "Anna") as laptop:
        two.anna.import_([laptop.export(two.folder / "met.wbx").path])
        for known in two.anna.contacts()[1:]:
            two.anna.answer_key(known.key, trusted=True)
        laptop.set_field(two.case, "subtitle", "Van de laptop")
        swap(laptop, stick)
        swap(two.anna, stick)
    assert two.value("subtitle") == "Van de laptop"
    assert len(list(stick.iterdir())) == 2


def test_in_a_project_with_a_long_title_everybody_has_a_file_of_their_own(two: Two, stick: Path) -> None:
    (book,) = (row.id for row in two.anna.rows("workbook"))
    two.type("title", "Wijkgerichte aanpak van jonge aanwas: lessen uit twintig gemeenten, eerste deel", book)
    two.to_bert()
    two.bert.set_field(two.case, "subtitle", "Van Bert")
    theirs = swap(two.bert, stick).exported
    assert theirs
    assert "Bert" in theirs.path.name
    assert swap(two.anna, stick).files
    assert two.value("subtitle") == "Van Bert"


@pytest.mark.parametrize("first", ["", "map/.", ".."])
def test_what_is_in_doubt_is_left_where_what_lies_before_it_in_a_mail_has_no_name(
    two: Two, stick: Path, first: str
) -> None:
    two.bert.set_field(two.case, "subtitle", "Van Bert")
    two.from_bert()
    bundles = {first: written(two, "zoë", "Zoë", "Van Zoë"), "bert.wbx": written(two, "vreemd", "Bert", "Van wie?")}
    (stick / "mail.wbx").write_bytes(zipped(bundles) if first else mail(bundles))
    made = swap(two.anna, stick)
    assert [each.trust for each in made.files] == [Met.NEW]
    assert [(each.path.name, each.trust) for each in made.left] == [("bert.wbx", Met.CHANGED)]
    assert two.anna.preview([made.files[0].path]).files[0].bundle == made.files[0].bundle


def test_a_document_that_is_called_a_bundle_is_left(two: Two, stick: Path) -> None:
    two.anna.publish(two.folder / "zaak.docx", case=two.case)
    (two.folder / "zaak.docx").rename(stick / "zaak.wbx")
    made = swap(two.anna, stick)
    assert not made.files
    assert [each.path.name for each in made.left] == ["zaak.wbx"]


def test_what_was_read_in_is_told_where_nothing_can_be_put_on_the_stick(two: Two, stick: Path) -> None:
    made = swap(two.anna, stick)
    assert made.exported
    made.exported.path.unlink()
    made.exported.path.mkdir()  # what lies in its place is no file
    with pytest.raises(NotSaved):
        swap(two.anna, stick)
    two.bert.set_field(two.case, "subtitle", "Van Bert")
    swap(two.bert, stick)
    made = swap(two.anna, stick)
    assert (made.exported, made.error and made.error.code) == (None, NotSaved.code)
    assert len(made.files) == 1
    assert two.value("subtitle") == "Van Bert"


def test_what_was_not_read_in_yet_when_somebody_stopped_is_left_as_it_was_seen(two: Two, stick: Path) -> None:
    for name in ("Yara", "Zoë"):
        (stick / f"{name}.wbx").write_bytes(written(two, name.lower(), name, f"Van {name}"))
    words: list[str] = []

    def until_the_second(_done: int, _of: int, word: str) -> bool:
        words.append(word)
        return words.count("Pakketten") < 2  # one of them while looking

    made = swap(two.anna, stick, progress=until_the_second)
    assert [each.error for each in made.files] == [None]
    assert [(each.path.name, each.error, each.new > 0) for each in made.left] == [("Zoë.wbx", None, True)]
    assert isinstance(made.error, Cancelled)


def test_what_has_no_room_in_one_bundle_goes_onto_it_in_several(
    two: Two, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    crowd = Crowd(two)
    two.anna.import_([crowd.bundle(crowd.edits(20))])
    monkeypatch.setattr(limits, "WRITERS", 10)
    made = swap(two.anna, stick)
    assert made.exported
    assert len(made.exported.parts) > 1
    assert not swap(two.anna, stick).files
    assert all(each.error is None for each in swap(two.bert, stick).files)
    assert two.bert.state_hash() == two.anna.state_hash()


def test_what_a_mac_lays_beside_a_bundle_is_passed_over(two: Two, stick: Path) -> None:
    (stick / "._Werk.wbx").write_bytes(b"\0\5\x16\7" + bytes(60))
    made = swap(two.anna, stick)
    assert (made.files, made.left) == ((), ())

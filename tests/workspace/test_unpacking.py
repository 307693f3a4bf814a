"""What comes in a mail is found, and what was looked at once is not read again."""

from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from tests.bundle.test_wrapped import mail, zipped
from tests.workspace.two import START, Two
from werkboek_desktop.apart import Apart
from werkboek_desktop.bundle.process import READER
from werkboek_desktop.errors import BundleDamaged, UnreadableFile, WrongPassphrase
from werkboek_desktop.workspace import FileReport, Result, import_into, join_project, look_at_bundle
from werkboek_desktop.workspace.model import Progress, unwatched
from werkboek_desktop.workspace.unpacking import KEPT, Parcel, Unpacked, parcels


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the other process is asked."""
    questions: list[str] = []
    ask = Apart.ask

    def heard(self: Apart, question: tuple[str, ...], progress: Progress | None = None, *, keep: bool = True) -> object:
        questions.append(question[0])
        return ask(self, question, progress, keep=keep)

    monkeypatch.setattr(Apart, "ask", heard)
    return questions


@pytest.fixture
def two(tmp_path: Path) -> Two:
    return Two(tmp_path)


def sent(two: Two, name: str, field: str, value: str) -> bytes:
    """What Bert sends after he wrote something."""
    two.bert.set_field(two.case, field, value)
    return two.bert.export(two.folder / name, force=True).path.read_bytes()


def results(files: tuple[FileReport, ...]) -> list[tuple[str, Result]]:
    return [(each.path.name, each.result) for each in files]


def test_a_mail_with_several_bundles_gives_a_report_of_each(two: Two) -> None:
    first, second = sent(two, "b.wbx", "title", "Kade"), sent(two, "b.wbx", "summary", f"{START} Toch.")
    path = two.folder / "mail.eml"
    path.write_bytes(mail({"een.wbx": first, "stuk.wbx": first[:-30] + bytes(30), "twee.wbx": second}))
    report = two.anna.import_([path])
    assert [each.path for each in report.files] == [path / "een.wbx", path / "stuk.wbx", path / "twee.wbx"]
    assert [each.result for each in report.files] == [Result.IMPORTED, Result.REFUSED, Result.IMPORTED]
    assert (two.value("title"), two.value("summary")) == ("Kade", f"{START} Toch.")
    assert results(two.anna.import_([path / "twee.wbx"]).files) == [("twee.wbx", Result.KNOWN)]
    (gone,) = two.anna.import_([path / "drie.wbx"]).files
    assert isinstance(gone.error, UnreadableFile)


def test_who_joins_by_a_mail_gets_all_of_it(two: Two, tmp_path: Path) -> None:
    whole, later = sent(two, "b.wbx", "title", "Kade"), sent(two, "b.wbx", "title", "Haven")
    path = tmp_path / "mail.zip"
    path.write_bytes(zipped({"stuk.wbx": whole[:-40] + bytes(40), "map/een.wbx": whole, "twee.wbx": later}))
    report = import_into(tmp_path / "carla.werkboek", two.app("Carla"), [path], author="Carla")
    expected = [("stuk.wbx", Result.REFUSED), ("een.wbx", Result.IMPORTED), ("twee.wbx", Result.IMPORTED)]
    assert results(report.files) == expected
    assert report.state_hash == two.bert.state_hash()


def test_who_opens_a_mail_whose_first_bundle_is_damaged_joins_by_the_next(two: Two, tmp_path: Path) -> None:
    whole = sent(two, "b.wbx", "title", "Kade")
    path = tmp_path / "mail.eml"
    path.write_bytes(mail({"stuk.wbx": whole[:-40] + bytes(40), "heel.wbx": whole}))
    assert look_at_bundle(path, two.app("Dirk")).sender == "Bert"
    report = join_project(tmp_path / "dirk.werkboek", two.app("Dirk"), path, author="Dirk")
    assert (report.path, report.result) == (path / "heel.wbx", Result.IMPORTED)


def test_of_a_mail_in_which_none_can_be_read_the_first_says_why(two: Two, tmp_path: Path) -> None:
    whole = sent(two, "b.wbx", "title", "Kade")
    path = tmp_path / "mail.eml"
    path.write_bytes(mail({"stuk.wbx": whole[:-40] + bytes(40), "half.wbx": whole[:-9]}))
    with pytest.raises(BundleDamaged):
        look_at_bundle(path, two.app("Dirk"))


def test_a_bundle_with_a_word_document_in_it_is_a_bundle(two: Two) -> None:
    path, noise = two.folder / "brief.docx", Random(1).randbytes(90_000)
    path.write_bytes(noise + b"word/document.xml [Content_Types].xml" + noise[::-1])  # too dense to be packed further
    file = two.make("document", two.case, title="Brief")
    two.anna.set_field(file, "file", two.anna.add_attachment(path))
    bundle = two.anna.export(two.folder / "met brief.wbx").path
    (two.folder / "met brief.zip").write_bytes(zipped({"a.wbx": bundle.read_bytes()}, 0))
    for each in (two.folder / "met brief.zip", bundle):
        (found,) = two.bert.preview([each]).files
        assert (found.error, found.is_document, found.result) == (None, False, Result.IMPORTED)


def test_what_was_looked_at_is_not_read_again(two: Two, asked: list[str]) -> None:
    sent(two, "bert.wbx", "title", "Kade")
    path = two.folder / "bert.wbx"
    looked = two.anna.preview([path])
    two.type("subtitle", "Intussen")
    READER.close()
    again, came = two.anna.preview([path]), two.anna.import_([path])
    assert (asked, READER._process) == (["read"], None)
    assert {(each.files[0].bundle, each.files[0].new) for each in (looked, again, came)} == {(came.files[0].bundle, 2)}
    path.write_bytes(sent(two, "later.wbx", "title", "Haven"))
    two.anna.import_([path])
    assert asked == ["read", "read"]


def test_what_a_passphrase_opened_opens_with_it_alone(two: Two, asked: list[str]) -> None:
    two.bert.create_record("attendee", None, {"first_name": "Sanne"})
    path = two.bert.export(two.folder / "mensen.wbx", people=True, passphrase="drie woorden").path
    assert two.anna.preview([path], passphrase="drie woorden").files[0].new > 0
    (found,) = two.anna.preview([path], passphrase="vier woorden").files
    assert isinstance(found.error, WrongPassphrase)
    assert two.anna.import_([path], passphrase="drie woorden").files[0].error is None
    assert asked == ["read", "read"]


def test_as_much_is_kept_as_fits(two: Two, asked: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    data = [sent(two, f"{at}.wbx", "title", f"Kade {at}") for at in range(3)]
    assert sum(map(len, data)) < KEPT
    unpacked, project = Unpacked(), parcels(two.folder / "0.wbx", unwatched)
    monkeypatch.setattr("werkboek_desktop.workspace.unpacking.KEPT", 2 * len(data[2]))
    of = [Parcel(project[0].path, each) for each in data]
    bundles = [unpacked.read(of[at], two.anna.project.id, None, unwatched, keep=True) for at in (0, 1, 0, 2, 0)]
    assert asked == ["read"] * 3
    assert bundles[0] is bundles[2] is bundles[4]
    unpacked.read(of[1], two.anna.project.id, None, unwatched, keep=False)
    unpacked.read(of[1], two.anna.project.id, None, unwatched, keep=True)
    assert asked == ["read"] * 5
    assert len({sha256(each).digest() for each in data}) == 3

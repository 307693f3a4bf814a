"""What goes into a bundle for somebody, what stays, and as how many files."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.bundle.samples import KEY, Pen
from tests.workspace.two import Two
from werkboek_desktop.bundle.manifest import Writer
from werkboek_desktop.bundle.reader import Bundle, read
from werkboek_desktop.bundle.writer import Contents, write
from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.change import Op
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.errors import Cancelled, FileExists, NothingMayLeave, PeopleChosen, UnknownRecord
from werkboek_desktop.settings import Settings
from werkboek_desktop.workspace import Exported, FromFile, Result, Workspace, import_into

MUNICIPALITY, OTHER = Audience.MUNICIPALITY, Audience.OTHERS
GOUDA, UTRECHT = "GM0513", "GM0344"
PASSPHRASE = "drie fietsen in de gracht"


def opened(path: Path, passphrase: str | None = None) -> Bundle:
    return read(path.read_bytes(), kind_scope=lambda _kind: None, passphrase=passphrase)


def records(path: Path) -> set[RecordId]:
    return {change.header.record for change in opened(path).changes}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "uit.wbx"


def persons(two: Two) -> set[RecordId]:
    return {row.id for row in two.anna.rows("person")}


def test_chosen_records_go_with_what_they_own_and_who_wrote_it(two: Two, out: Path) -> None:
    other = two.make("case", title="Haven")
    quote = two.make("quote", other, quote="Wij waren er.")
    two.anna.export(out, only=[other])
    assert records(out) == {other, quote} | persons(two)
    bundle = opened(out)
    assert bundle.manifest.partial
    assert not bundle.manifest.since
    with two.anna._session.store.read() as reader:
        assert bundle.tips == {"work": reader.tips("work")}


def test_whoever_gets_a_part_sees_whose_words_they_are(two: Two, out: Path, tmp_path: Path) -> None:
    colleague = two.make("person", name="Carla")
    case = two.make("case", title="Haven", assignee=colleague)
    two.anna.export(out, only=[case])
    import_into(tmp_path / "carla.werkboek", two.app("Carla"), [out], author="Carla")
    with Workspace.open(tmp_path / "carla.werkboek", two.app("Carla")) as carla:
        assert [row.title for row in carla.rows("case")] == ["Haven"]
        variant = carla.record(case).fields["title"].variants[0]
        assert carla.author_name(variant.author) == "Anna"
        assert carla.title(str(carla.record(case).value("assignee"))) == "Carla"


def test_people_of_a_chosen_record_go_only_where_asked_for(two: Two, out: Path) -> None:
    contact = two.make("contact", two.case, name="Fatima")
    two.anna.export(out, only=[two.case])
    assert contact not in records(out)
    two.anna.export(out, only=[two.case], people=True, passphrase=PASSPHRASE, force=True)
    assert contact in {change.header.record for change in opened(out, PASSPHRASE).changes}


def test_a_person_is_not_left_out_in_silence(two: Two, out: Path) -> None:
    attendee = two.make("attendee", last_name="Geheimstra")
    with pytest.raises(PeopleChosen):
        two.anna.export(out, only=[two.case, attendee])
    with pytest.raises(PeopleChosen):
        two.anna.what_goes(only=[attendee])
    two.anna.export(out, only=[attendee], people=True, passphrase=PASSPHRASE)
    assert {change.header.record for change in opened(out, PASSPHRASE).changes} == {attendee, *persons(two)}


def test_of_a_record_that_is_not_here_nothing_is_made(two: Two, out: Path) -> None:
    with pytest.raises(UnknownRecord):
        two.anna.export(out, only=["ab" * 16])
    assert not out.exists()


def test_a_part_leaves_no_gap_in_what_is_sent_later(two: Two, out: Path) -> None:
    two.to_bert()
    two.from_bert()
    other = two.make("case", title="Haven")
    two.type("title", "De Kolenbuurt, later")
    two.bert.import_([two.anna.export(out, only=[other]).path])
    two.from_bert()
    bert = two.anna.senders()[0]
    (report,) = two.bert.import_([two.anna.export(out, to=bert, since_received=True, force=True).path]).files
    assert not report.lacking
    assert two.bert.state_hash() == two.anna.state_hash()


def test_a_part_may_hold_only_what_the_other_lacks(two: Two, out: Path) -> None:
    two.from_bert()
    other = two.make("case", title="Haven")
    two.type("title", "De Kolenbuurt, later")
    bert = two.anna.senders()[0]
    made = two.anna.export(out, to=bert, since_received=True, only=[two.case])
    assert made.changes == 1
    assert opened(out).manifest.partial
    assert other not in records(out)


def erased(two: Two, folder: Path, record: RecordId, kind: str, owner: RecordId | None) -> ChangeId:
    """An erase of a record that came from a colleague."""
    project, writer = two.anna.project.id, Writer(KEY.public, "work", b"\7" * 16)
    header: dict[str, Any] = {"op": Op.ERASE, "field": None, "type": None, "body": None, "kind": kind, "owner": owner}
    erase = Pen(writer).write(None, record=record, writer=writer.id(project), author=None, **header)
    contents = Contents(project, None, "Carla · laptop", 1, 1, ("work",), [erase], {writer.id(project): writer}, {})
    (report,) = two.anna.import_([write(folder / "wis.wbx", contents, KEY).path]).files
    assert report.error is None
    return erase.id


def test_every_part_brings_every_erase(two: Two, out: Path, tmp_path: Path) -> None:
    other = two.make("case", title="Haven")
    two.from_bert()
    bert = two.anna.senders()[0]
    erase = erased(two, tmp_path, two.measure, "measure", two.case)
    two.anna.export(out, only=[other])
    assert erase in {change.id for change in opened(out).changes}
    assert two.measure not in {change.header.record for change in opened(out).changes if change.id != erase}
    two.bert.import_([out])
    assert not two.bert.owned(two.case, "measure")
    two.from_bert()
    two.anna.export(out, to=bert, since_received=True, force=True)
    assert erase in {change.id for change in opened(out).changes}
    Photos(two, tmp_path)
    made = two.anna.export(out, split=True, force=True)
    assert len(made.parts) > 1
    assert all(erase in {change.id for change in opened(part.path).changes} for part in made.parts)
    dead = [c for p in made.parts for c in opened(p.path).changes if c.header.record == two.measure and c.id != erase]
    assert dead
    assert all(change.body is None for change in dead)


def test_a_falsely_signed_change_does_not_spoil_a_part(two: Two, out: Path, tmp_path: Path) -> None:
    project = two.anna.project.id
    stranger = Writer(KEY.public, "work", b"\7" * 16)
    pen = Pen(stranger)
    parts: dict[str, Any] = {"writer": stranger.id(project), "author": None}
    unsigned = pen.write("Vals.", signature=bytes(64), record=two.case, field="context", **parts)
    signed = pen.write("Waar.", record="cd" * 16, **parts)
    contents = Contents(
        project, None, "Vreemd · ergens", 1, 1, ("work",), [unsigned, signed], {stranger.id(project): stranger}, {}
    )
    two.anna.import_([write(tmp_path / "vreemd.wbx", contents, KEY).path])
    assert two.anna.export(out).unproven == 0
    made = two.anna.export(out, only=[two.case], force=True)
    assert made.unproven == 1
    (report,) = two.bert.import_([out]).files
    assert report.error is None


class Shelf:
    """Cases with all that decides about where they go."""

    def __init__(self, two: Two) -> None:
        self.two = two
        tomorrow = str(two.anna.today + timedelta(days=1))
        today = str(two.anna.today)
        self.cases = {
            "unsaid": self.case(),
            "internal": self.case(sharing="intern", status="published"),
            "own": self.case(sharing="gemeenten", municipalities=(UTRECHT, GOUDA)),
            "theirs": self.case(sharing="gemeenten", municipalities=(UTRECHT,)),
            "published": self.case(sharing="gemeenten", status="published"),
            "open": self.case(sharing="openbaar", status="published"),
            "embargo": self.case(sharing="openbaar", status="published", embargo_until=tomorrow),
            "over": self.case(sharing="openbaar", status="published", embargo_until=today),
        }

    def case(self, **fields: object) -> RecordId:
        return self.two.make("case", title="Haven", **fields)  # type: ignore[arg-type]

    def going(self, audience: Audience, municipality: str = "") -> set[str]:
        plan = self.two.anna.what_goes(audience=audience, municipality=municipality)
        names = {id_: name for name, id_ in self.cases.items()}
        stays = {case.record for case in plan.stays}
        goes = {case.record for case in plan.cases}
        assert goes | stays == {*self.cases.values(), self.two.case}
        assert not goes & stays
        assert all(case.why.endswith(".") for case in plan.stays)
        return {names[id_] for id_ in goes if id_ in names}


@pytest.fixture
def shelf(two: Two) -> Shelf:
    return Shelf(two)


def test_editors_get_every_case(shelf: Shelf) -> None:
    assert shelf.going(Audience.EDITORS) == set(shelf.cases)


def test_a_municipality_gets_its_own_and_what_is_published(shelf: Shelf) -> None:
    assert shelf.going(MUNICIPALITY, GOUDA) == {"own", "published", "open", "over"}
    assert shelf.going(MUNICIPALITY) == {"published", "open", "over"}


def test_others_get_what_everybody_may_see(shelf: Shelf) -> None:
    assert shelf.going(OTHER, GOUDA) == {"open", "over"}


def test_a_bundle_holds_what_the_plan_says(shelf: Shelf, two: Two, out: Path) -> None:
    plan = two.anna.what_goes(audience=MUNICIPALITY, municipality=GOUDA)
    made = two.anna.export(out, audience=MUNICIPALITY, municipality=GOUDA)
    bundle = opened(out)
    cases = {change.header.record for change in bundle.changes if change.header.kind == "case"}
    assert cases == {case.record for case in plan.cases}
    assert made.stays == plan.stays
    assert made.changes == plan.changes == len(bundle.changes)
    assert bundle.manifest.partial is plan.partial is True
    assert not {two.measure} & records(out)


def test_while_people_disagree_the_most_careful_counts(two: Two, shelf: Shelf) -> None:
    case = shelf.cases["open"]
    two.to_bert()
    two.type("sharing", "intern", case)
    two.bert.edit(case, "sharing", "gemeenten", two.bert.record(case).fields["sharing"].heads)
    two.from_bert()
    assert "open" not in shelf.going(MUNICIPALITY)


def test_what_is_about_a_case_that_stays_stays_too(two: Two, shelf: Shelf, out: Path) -> None:
    hidden = shelf.cases["internal"]
    signup = two.make("signup", sketch="Zo ging het bij ons.")
    two.type("signup", signup, hidden)
    chapter = two.make("chapter", two.anna.project.workbook, title="Over de haven", case=hidden)
    comment = two.make("comment", chapter, text="Mooi.")
    passages = two.make("chapter", two.anna.project.workbook, title="Draad", passages=(f"{hidden}/summary/3",))
    day = two.make("masterclass", title="Dag")
    note = two.make("note", day, text="Een inzicht.", case=hidden)
    once = two.make("note", day, text="Eerst over de haven.", case=hidden)
    two.type("case", None, once)
    beside = two.make("note", day, text="Iets anders.", case=shelf.cases["open"])
    two.anna.export(out, audience=MUNICIPALITY, people=True, passphrase=PASSPHRASE)
    there = {change.header.record for change in opened(out, PASSPHRASE).changes}
    assert not {hidden, signup, chapter, comment, passages, note, once} & there
    assert {day, beside} <= there


def test_what_may_not_leave_is_refused_when_it_is_all_there_is(two: Two, shelf: Shelf, out: Path) -> None:
    with pytest.raises(NothingMayLeave):
        two.anna.export(out, only=[shelf.cases["internal"]], audience=MUNICIPALITY)
    made = two.anna.export(out, only=[shelf.cases["internal"], shelf.cases["open"]], audience=MUNICIPALITY)
    assert [case.record for case in made.stays] == [shelf.cases["internal"]]


def test_an_embargo_ends_by_itself(two: Two) -> None:
    until = two.anna.today
    case = two.make("case", title="Haven", sharing="openbaar", status="published", embargo_until=str(until))
    plan = two.anna.what_goes(audience=OTHER)
    assert case in {each.record for each in plan.cases}
    two.type("embargo_until", str(date.fromordinal(until.toordinal() + 1)), case)
    (why,) = [each.why for each in two.anna.what_goes(audience=OTHER).stays if each.record == case]
    assert str(until.year) in why


class Photos:
    """A project with files that the mail does not take at once."""

    def __init__(self, two: Two, folder: Path) -> None:
        two.anna._session.app.save_settings(Settings(author="Anna", computer="laptop", mail_limit_mb=1))
        self.two, self.chance = two, Random(4)
        for number in range(3):
            case = two.make("case", title=f"Haven {number}")
            for _ in range(2):
                self.add(folder, case, 250_000)

    def add(self, folder: Path, case: RecordId, size: int) -> None:
        path = folder / "bijlage.pdf"
        path.write_bytes(b"%PDF-1.7" + self.chance.randbytes(size))
        target = self.two.anna.new_record("document", case)
        self.two.anna.set_field(target, "file", FromFile(path))


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


def test_what_was_sent_is_kept_in_order(two: Two, out: Path) -> None:
    two.from_bert()
    bert = two.anna.senders()[0]
    two.type("title", "Later")
    made = two.anna.export(out, to=bert, since_received=True)
    last, *_ = two.anna.sent()
    assert (last.to, last.file, last.changes, last.size) == (bert, out.name, made.changes, made.size)
    assert last.number == opened(out).manifest.number
    assert last.receipt == 1
    assert not last.partial
    two.anna.export(out.with_name("later.wbx"), only=[two.case])
    assert [each.file for each in two.anna.sent()][:2] == ["later.wbx", "uit.wbx"]
    assert (two.anna.sent()[0].to, two.anna.sent()[0].receipt, two.anna.sent()[0].partial) == ("", 0, True)

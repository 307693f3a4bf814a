"""What goes into a bundle for somebody, what stays, and as how many files."""

from pathlib import Path
from typing import Any

import pytest

from tests.bundle.samples import KEY, Pen
from tests.workspace.sent import PASSPHRASE, Photos, opened, records
from tests.workspace.two import Two
from werkboek_desktop.bundle.manifest import Writer
from werkboek_desktop.bundle.writer import Contents, write
from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.change import Op
from werkboek_desktop.domain.ids import ChangeId, RecordId
from werkboek_desktop.errors import PeopleChosen, UnknownRecord
from werkboek_desktop.workspace import Workspace, import_into


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


def test_a_case_of_which_only_an_erase_goes_is_not_said_to_go(two: Two) -> None:
    two.anna.erase(two.case, "summary")
    plan = two.anna.what_goes(audience=Audience.OTHERS)
    assert ([case.record for case in plan.stays], plan.cases) == ([two.case], ())
    assert [case.record for case in two.anna.what_goes().cases] == [two.case]


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

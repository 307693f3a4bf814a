"""What is missing of what a colleague sent: which bundle of whom, what waits for it, and where."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workspace.parts import changes_of, parted, seq_of
from tests.workspace.two import START, Two
from werkboek_desktop.domain.gaps import Missing
from werkboek_desktop.domain.today_facts import Sort
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Changed, Result, Workspace, import_into, restore
from werkboek_desktop.workspace.model import Waits

DAY = 24 * 3600


class Chris:
    """A third computer."""

    def __init__(self, two: Two, first: Path) -> None:
        app = App(two.folder / "Chris", two.clock, os.urandom)
        import_into(two.folder / "chris.werkboek", app, [first], author="Chris")
        self.workspace = Workspace.open(two.folder / "chris.werkboek", app, author="Chris")


@pytest.fixture
def chris(two: Two) -> Iterator[Workspace]:
    made = Chris(two, two.folder / "first.wbx").workspace
    yield made
    made.close()


def whole(of: Workspace, out: Path) -> Path:
    return of.export(out, force=True).path


def only(found: list[Missing]) -> Missing:
    (one,) = found
    return one


def test_where_nothing_is_missing_nothing_is_said(two: Two) -> None:
    two.to_bert()
    assert two.bert.missing() == []
    assert two.bert.waiting_records() == {}


def test_the_bundle_before_the_one_that_waits_is_the_one_that_is_missing(two: Two) -> None:
    """A large bundle was divided over three mails; the middle one did not come."""
    first = {change.id for change in changes_of(two.anna)}
    two.type("summary", f"{START} Toen kwam de gemeente.")
    two.clock.now += 6 * DAY
    middle = {change.id for change in changes_of(two.anna)} - first
    two.type("summary", f"{START} Toen kwam de gemeente. En de school.")
    folder = two.folder
    parts = [
        parted(two.anna, folder / "1.wbx", lambda change: change.id in first),
        parted(two.anna, folder / "2.wbx", lambda change: change.id in middle),
        parted(two.anna, folder / "3.wbx", lambda change: change.id not in first | middle),
    ]
    assert two.bert.preview([parts[2]]).files[0].missing[0].holes[0].last == 3
    came = two.bert.import_([parts[0], parts[2]]).files
    assert came[1].result is Result.WAITING
    missing = only(two.bert.missing())
    assert [each.missing for each in came] == [(), (missing,)]
    assert missing.sender == "Anna · pc"
    assert [(hole.first, hole.last) for hole in missing.holes] == [(3, 3)]  # number 1 was Bert's first bundle
    assert (missing.changes, missing.records, missing.titles) == (1, (two.case,), ("De Kolenbuurt",))
    assert not missing.lacks_too
    assert two.bert.waiting_records() == {two.case: 1}
    assert two.bert.summary().missing == [Waits("Anna", 1)]
    assert two.value("summary") != two.bert.record(two.case).value("summary")
    (line,) = [item for item in two.bert.agenda().waiting if item.sort is Sort.MISSING]
    assert "pakket 3" in line.sentence
    assert "De Kolenbuurt" in line.sentence
    two.bert.import_([parts[1]])
    assert two.bert.missing() == []
    assert two.bert.waiting_records() == {}
    assert two.bert.record(two.case).value("summary") == two.value("summary")


def test_what_waits_in_a_part_of_a_case_is_said_of_the_case(two: Two) -> None:
    known = {change.id for change in changes_of(two.anna)}
    for word in ("Slot", "Slot op de deur"):
        two.anna.set_field(two.measure, "measure", word)
    new = [change.id for change in changes_of(two.anna) if change.id not in known]
    late = max(new, key=lambda id_: seq_of(two.anna, id_))
    two.bert.import_([parted(two.anna, two.folder / "laat.wbx", lambda change: change.id == late)])
    assert two.bert.waiting_records() == {two.measure: 1, two.case: 1}
    assert only(two.bert.missing()).titles == ("De Kolenbuurt",)


def test_a_case_of_which_nothing_counts_yet_is_called_what_it_is(two: Two) -> None:
    known = {change.id for change in changes_of(two.anna)}
    case = two.make("case", title="Haven")
    two.anna.set_field(case, "title", "Haven en kade")
    new = [change.id for change in changes_of(two.anna) if change.id not in known]
    late = max(new, key=lambda id_: seq_of(two.anna, id_))
    two.bert.import_([parted(two.anna, two.folder / "laat.wbx", lambda change: change.id == late)])
    assert only(two.bert.missing()).titles == ("Praktijkvoorbeeld (nog niet hier)",)
    assert case not in {row.id for row in two.bert.rows("case")}


def test_a_delta_that_counts_on_what_a_restored_file_lost_says_so_until_all_is_here(two: Two, chris: Workspace) -> None:
    before = chris.backup(two.folder / "chris.backup").path
    two.type("title", "Van Anna")
    chris.import_([whole(two.anna, two.folder / "2.wbx")])
    two.anna.import_([whole(chris, two.folder / "receipt.wbx")])
    (receiver,) = [name for name in two.anna.senders() if name.startswith("Chris")]
    app = chris._session.app
    restore(before, two.folder / "terug.werkboek", app)
    two.type("subtitle", "Van Anna, later")
    two.anna.export(two.folder / "3.wbx", to=receiver, since_received=True)
    with Workspace.open(two.folder / "terug.werkboek", app, author="Chris") as back:
        (report,) = back.import_([two.folder / "3.wbx"]).files
        assert report.lacking
        missing = only(back.missing())
        assert missing.goes_on
        assert (missing.changes, [hole[:2] for hole in missing.holes]) == (0, [(2, 2)])
        assert back.summary().waiting == 0
        (line,) = [item for item in back.agenda().waiting if item.sort is Sort.MISSING]
        assert line.title == "Er mist nog een pakket van Anna"
        assert back.request_for(missing).text.startswith("Hallo Anna,")
        back.import_([whole(two.anna, two.folder / "4.wbx")])
        assert back.missing() == []


def test_who_wrote_on_something_that_is_missing_is_asked_and_not_who_passed_it_on(two: Two, chris: Workspace) -> None:
    """Bert's computer sent here before; now Chris, who lacks it too, passes on what Bert wrote."""
    two.bert.sign()
    two.from_bert()
    known = {change.id for change in changes_of(two.bert)}
    for word in ("Een.", "Een. Twee."):
        two.bert.set_field(two.case, "summary", word)
    late = max(({change.id for change in changes_of(two.bert)} - known), key=lambda id_: seq_of(two.bert, id_))
    chris.import_([parted(two.bert, two.folder / "laat.wbx", lambda change: change.id == late)])
    two.anna.import_([whole(chris, two.folder / "chris.wbx")])
    assert only(chris.missing()).sender == "Bert · pc"
    missing = only(two.anna.missing())
    assert missing.sender.startswith("Bert")
    assert (missing.holes, missing.lacks_too) == ((), False)
    assert missing.writers == ("Bert",)


def test_of_a_computer_that_never_sent_anything_here_the_one_who_passed_it_on_is_asked(
    two: Two, chris: Workspace
) -> None:
    known = {change.id for change in changes_of(two.bert)}
    for word in ("Een.", "Een. Twee."):
        two.bert.set_field(two.case, "summary", word)
    late = max(({change.id for change in changes_of(two.bert)} - known), key=lambda id_: seq_of(two.bert, id_))
    chris.import_([parted(two.bert, two.folder / "laat.wbx", lambda change: change.id == late)])
    two.anna.import_([whole(chris, two.folder / "chris.wbx")])
    missing = only(two.anna.missing())
    assert missing.sender.startswith("Chris")
    assert missing.lacks_too


def test_of_two_computers_of_one_person_each_has_to_be_asked(two: Two, chris: Workspace) -> None:
    """The foot of the window counts what stands in cards elsewhere."""
    for of, name in ((two.bert, "bert"), (chris, "chris")):
        known = {change.id for change in changes_of(of)}
        for word in ("Een.", "Een. Twee."):
            of.set_field(two.case, "summary" if of is chris else "context", word)
        late = max(({change.id for change in changes_of(of)} - known), key=lambda id_: seq_of(of, id_))
        path = two.folder / f"{name}-laat.wbx"
        of._session.author = "Marit"
        two.anna.import_([parted(of, path, lambda change, late=late: change.id == late)])  # type: ignore[misc]
    assert two.anna.summary().missing == [Waits("Marit", 1), Waits("Marit", 1)]
    assert len(two.anna.missing()) == 2
    assert two.anna.summary().waiting == 2


def test_who_looks_at_what_is_not_whole_hears_of_it_when_it_comes(two: Two) -> None:
    known = {change.id for change in changes_of(two.anna)}
    for word in ("Een.", "Een. Twee."):
        two.anna.set_field(two.measure, "measure", word)
    late = max(({change.id for change in changes_of(two.anna)} - known), key=lambda id_: seq_of(two.anna, id_))
    heard: list[Changed] = []
    two.bert.subscribe(heard.append)
    two.bert.import_([parted(two.anna, two.folder / "laat.wbx", lambda change: change.id == late)])
    (changed,) = heard
    assert changed.waits
    assert {two.measure, two.case} <= changed.records
    assert two.bert.lists.facts("case")[two.case].waiting == 1
    for gaps in (two.bert.gaps(two.case), two.bert.lacking(two.case), two.bert.lacking_for(two.case, "approved")):
        assert "Er wacht nog iets op een pakket dat hier niet is." in [gap.sentence for gap in gaps]
    two.to_bert()
    assert not any("wacht" in gap.sentence for gap in two.bert.gaps(two.case))


def test_of_a_large_bundle_in_parts_the_part_that_did_not_come_is_named(two: Two) -> None:
    for number in range(120):
        two.anna.set_field(two.case, "summary", " ".join(f"Zin {number} {os.urandom(1_500).hex()}." for _ in range(6)))
    two.anna.put_setting("mail_limit_mb", 1)
    parts = [part.path for part in two.anna.export(two.folder / "groot.wbx", split=True).parts]
    assert len(parts) > 1
    two.bert.import_(parts[1:])
    missing = only(two.bert.missing())
    assert [hole[:2] for hole in missing.holes] == [(2, 2)]  # number 1 was Bert's first bundle
    two.bert.import_(parts[:1])
    assert two.bert.missing() == []
    assert two.bert.state_hash() == two.anna.state_hash()


def test_what_nobody_has_any_more_is_not_asked_for_once_a_whole_bundle_came(two: Two, chris: Workspace) -> None:
    """Chris wrote in a case of his own, sent another one, and went back to a backup: that one is gone for good."""
    before = chris.backup(two.folder / "chris.backup").path
    chris.create_record("case", fields={"title": "Alleen hier"})
    two.anna.import_([chris.export(two.folder / "deel.wbx", only=[two.case]).path])
    (receiver,) = [name for name in two.anna.senders() if name.startswith("Chris")]
    restore(before, two.folder / "terug.werkboek", chris._session.app)
    two.anna.export(two.folder / "delta.wbx", to=receiver, since_received=True)
    with Workspace.open(two.folder / "terug.werkboek", chris._session.app, author="Chris") as back:
        back.import_([two.folder / "delta.wbx"])
        assert only(back.missing()).goes_on
        back.import_([whole(two.anna, two.folder / "heel.wbx")])
        assert back.missing() == []


def test_who_wrote_it_is_asked_though_somebody_else_passed_it_on_too(two: Two, chris: Workspace) -> None:
    known = {change.id for change in changes_of(two.bert)}
    for word in ("Een.", "Een. Twee."):
        two.bert.set_field(two.case, "summary", word)
    late = max(({change.id for change in changes_of(two.bert)} - known), key=lambda id_: seq_of(two.bert, id_))
    for _lost in range(2):
        whole(two.bert, two.folder / "lost.wbx")
    half = parted(two.bert, two.folder / "laat.wbx", lambda change: change.id == late)
    chris.import_([half])
    two.anna.import_([half, whole(chris, two.folder / "chris.wbx")])
    missing = only(two.anna.missing())
    assert missing.sender == "Bert · pc"
    assert [hole[:2] for hole in missing.holes] == [(1, 2)]

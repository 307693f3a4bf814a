"""What somebody finds when they sit down, on real project files of two computers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.today_facts import Sort
from werkboek_desktop.domain.values import Value
from werkboek_desktop.resources import resource
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, create_demo, import_into

NOW = datetime(2026, 11, 24, 9, 42, tzinfo=UTC)
TEXT = "Wij belden aan. Niemand deed open. De straat bleef stil."


def computer(folder: Path, name: str) -> App:
    return replace(App.of_this_computer(), folder=folder / name, clock=lambda: int(NOW.timestamp()))


class Pair:
    """Marit and Yusuf, each at their own computer, with the same project."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sent = 0
        self.marit = Workspace.create(folder / "marit.wbk", computer(folder, "m"), name="Boek", author="Marit de Wit")
        self.case = self.make(self.marit, "case", title="De Kolenbuurt", summary=TEXT, status="editing")
        self.marit.export(folder / "begin.wbx")
        app = computer(folder, "y")
        import_into(folder / "yusuf.wbk", app, [folder / "begin.wbx"], author="Yusuf Şahin")
        self.yusuf = Workspace.open(folder / "yusuf.wbk", app, author="Yusuf Şahin")

    def make(self, who: Workspace, kind: str, owner: RecordId | None = None, **fields: Value) -> RecordId:
        return str(who.create_record(kind, owner, fields).record)

    def send(self, sender: Workspace, receiver: Workspace) -> None:
        self._sent += 1
        out = self._folder / f"{self._sent}.wbx"
        sender.export(out)
        receiver.import_([out])

    def write(self, who: Workspace, record: RecordId, **fields: Value) -> None:
        for name, value in fields.items():
            view = who.record(record).fields.get(name)
            who.edit(record, name, value, view.heads if view else ())


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Pair]:
    made = Pair(tmp_path)
    yield made
    made.marit.close()
    made.yusuf.close()


def waits(who: Workspace) -> list[tuple[Sort, str, str]]:
    return [(item.sort, item.title, item.sentence) for item in who.agenda().waiting]


def sorts(who: Workspace) -> list[Sort]:
    return [item.sort for item in who.agenda().waiting]


def test_a_project_of_one_person_has_nothing_that_waits(pair: Pair) -> None:
    found = pair.marit.agenda()
    assert (found.name, found.waiting, found.arrived, found.masterclass) == ("Marit de Wit", (), (), None)
    assert found.now == NOW


def test_what_a_colleague_changed_waits_only_in_a_case_one_has_seen(pair: Pair) -> None:
    pair.write(pair.yusuf, pair.case, lessons="Begin klein.")
    pair.send(pair.yusuf, pair.marit)
    assert waits(pair.marit) == []
    pair.marit.saw(pair.case)
    pair.write(pair.yusuf, pair.case, lessons="Begin klein, en bij wie er is.", ideas="Een werkplaats.")
    pair.send(pair.yusuf, pair.marit)
    pair.write(pair.marit, pair.case, subtitle="Van mij")
    assert waits(pair.marit) == [
        (
            Sort.CHANGED,
            "Twee stukken gewijzigd door Yusuf Şahin",
            "De Kolenbuurt · Leerpunten en tips en Vernieuwende ideeën · vandaag",
        )
    ]
    pair.marit.saw(pair.case)
    assert waits(pair.marit) == []


def test_a_look_survives_a_restart_and_travels_nowhere(pair: Pair, tmp_path: Path) -> None:
    before = pair.marit.state_hash()
    pair.marit.saw(pair.case)
    assert pair.marit.state_hash() == before
    pair.marit.close()
    pair.write(pair.yusuf, pair.case, lessons="Begin klein.")
    out = tmp_path / "later.wbx"
    pair.yusuf.export(out)
    with Workspace.open(tmp_path / "marit.wbk", computer(tmp_path, "m"), author="Marit de Wit") as again:
        again.import_([out])
        assert sorts(again) == [Sort.CHANGED]
        again.export(tmp_path / "back.wbx")
    pair.yusuf.import_([tmp_path / "back.wbx"])
    assert sorts(pair.yusuf) == []


def test_two_versions_and_a_merge_are_told_once_and_not_as_changes(pair: Pair) -> None:
    pair.marit.saw(pair.case)
    pair.write(pair.marit, pair.case, summary=TEXT + " Van Marit.", scale="buurt")
    pair.write(pair.yusuf, pair.case, summary="Van Yusuf. " + TEXT, scale="wijk")
    pair.send(pair.yusuf, pair.marit)
    assert waits(pair.marit) == [
        (Sort.CONFLICT, "Twee versies van ‘Schaal’", "De Kolenbuurt · jouw versie en die van Yusuf Şahin, vandaag"),
        (Sort.MERGED, "Eén stuk samengevoegd, nog niet nagelezen", "De Kolenbuurt · In het kort"),
    ]


def test_a_colleagues_comment_waits_until_it_is_answered_or_done(pair: Pair) -> None:
    comment = pair.make(pair.yusuf, "comment", pair.case, text="Klopt dit?", state="open", field="partnership")
    pair.send(pair.yusuf, pair.marit)
    assert waits(pair.marit) == [
        (Sort.COMMENT, "Opmerking van Yusuf Şahin", "De Kolenbuurt · bij ‘Met wie?’ · vandaag")
    ]
    assert sorts(pair.yusuf) == []
    pair.make(pair.marit, "comment", pair.case, text="Ja.", answers=comment)
    pair.send(pair.marit, pair.yusuf)
    assert sorts(pair.marit) == []
    assert sorts(pair.yusuf) == [Sort.COMMENT]
    pair.write(pair.yusuf, comment, state="done")
    assert sorts(pair.yusuf) == []


def test_a_comment_on_a_case_of_somebody_else_is_theirs(pair: Pair) -> None:
    pair.make(pair.yusuf, "comment", pair.case, text="Klopt dit?", state="open")
    yusuf = next(row.id for row in pair.yusuf.rows("person") if row.title == "Yusuf Şahin")
    pair.write(pair.yusuf, pair.case, assignee=yusuf)
    pair.send(pair.yusuf, pair.marit)
    assert sorts(pair.marit) == []


def test_a_case_that_a_colleague_gave_somebody_waits_until_it_is_opened(pair: Pair) -> None:
    marit = next(row.id for row in pair.yusuf.rows("person") if row.title == "Marit de Wit")
    pair.write(pair.yusuf, pair.case, assignee=marit)
    pair.send(pair.yusuf, pair.marit)
    assert waits(pair.marit) == [(Sort.ASSIGNED, "Voor jou: De Kolenbuurt", "Jij bent aan zet.")]
    pair.marit.saw(pair.case)
    assert waits(pair.marit) == []


def test_what_came_in_is_told(pair: Pair) -> None:
    pair.write(pair.marit, pair.case, lessons="Eén.")
    pair.send(pair.marit, pair.yusuf)
    line = pair.yusuf.agenda().arrived[0]
    assert line.title == "Pakket van Marit de Wit"
    assert line.sentence.startswith("Gemaakt vandaag 09:42 · ")


def test_dates_that_come_near_wait_and_those_that_are_far_do_not(pair: Pair) -> None:
    pair.write(pair.marit, pair.case, embargo_until="2026-12-01")
    pair.make(pair.marit, "proof", pair.case, sent_to="De gemeente", sent_on="2026-11-20", deadline="2026-11-27")
    assert [title for _, title, _ in waits(pair.marit)] == [
        "Proefdruk: antwoord vóór 27 november",
        "Embargo tot 1 december",
    ]
    pair.write(pair.marit, pair.case, embargo_until="2027-03-01", status="published")
    assert waits(pair.marit) == []


def test_a_signup_waits_until_somebody_called(pair: Pair) -> None:
    signup = pair.make(pair.marit, "signup", municipality="Duinrade", status="new")
    assert [title for _, title, _ in waits(pair.marit)] == ["Aanmelding van Duinrade: nog bellen"]
    pair.write(pair.marit, signup, status="called")
    assert waits(pair.marit) == []


def test_names_of_attendees_are_never_on_this_screen(pair: Pair, tmp_path: Path) -> None:
    hek = pair.make(pair.marit, "attendee", first_name="Jelle", last_name="Hek", organisation="Politie")
    pair.marit.export(tmp_path / "people.wbx", people=True, passphrase="zeven kleine geiten")
    pair.yusuf.import_([tmp_path / "people.wbx"], passphrase="zeven kleine geiten")
    pair.write(pair.marit, hek, last_name="Heck")
    pair.write(pair.yusuf, hek, last_name="Hekke")
    pair.yusuf.export(tmp_path / "back.wbx", people=True, passphrase="zeven kleine geiten")
    pair.marit.import_([tmp_path / "back.wbx"], passphrase="zeven kleine geiten")
    found = pair.marit.agenda()
    assert [item.sort for item in found.waiting] == [Sort.CONFLICT]
    assert found.waiting[0].sentence.startswith("Deelnemer · ")
    assert not any(name in repr(found) for name in ("Jelle", "Hek", "Heck"))


def test_what_was_sent_is_remembered_and_what_changed_since_is_counted(pair: Pair, tmp_path: Path) -> None:
    assert pair.yusuf.agenda().sent[:2] == ("Nog niets verstuurd", "")
    pair.marit.export(tmp_path / "out.wbx", to="Yusuf Şahin · pc")
    assert pair.marit.agenda().sent[:2] == (
        "Laatst verstuurd: vandaag 09:42",
        "Aan Yusuf Şahin · Daarna veranderde er niets.",
    )
    pair.write(pair.marit, pair.case, lessons="Eén.")
    assert pair.marit.agenda().sent.sentence == "Aan Yusuf Şahin · 1 wijziging sindsdien"


def test_what_was_left_out_of_a_bundle_is_not_sent_yet(pair: Pair, tmp_path: Path) -> None:
    pair.marit.export(tmp_path / "alles.wbx")
    other = pair.make(pair.marit, "case", title="Haven")
    pair.marit.export(tmp_path / "deel.wbx", only=[pair.case])
    assert pair.marit.agenda().sent.sentence == "1 wijziging sindsdien"
    pair.marit.export(tmp_path / "alles 2.wbx", split=True)
    assert pair.marit.agenda().sent.sentence == "Daarna veranderde er niets."
    assert other


def test_the_last_backup_is_told(pair: Pair) -> None:
    assert not pair.marit.agenda().backup.fine
    pair.marit.backup()
    assert pair.marit.agenda().backup[:2] == ("Back-up van vandaag 09:42", "Nagekeken en leesbaar")


def test_the_next_masterclass_counts_who_comes(pair: Pair) -> None:
    pair.make(pair.marit, "masterclass", title="Voorbij", date="2026-11-01", status="open")
    day = pair.make(pair.marit, "masterclass", title="Jonge aanwas", number=2, date="2026-11-26", start="13:00")
    for number, status in enumerate(("confirmed", "registered", "waitlisted", "cancelled")):
        attendee = pair.make(pair.marit, "attendee", last_name=f"Nr {number}")
        pair.marit.set_field(pair.marit.attendance(day, attendee), "status", status)
    found = pair.marit.agenda().masterclass
    assert found
    assert (found.record, found.title, found.hours) == (day, "Masterclass 2: Jonge aanwas", "13.00")
    assert (found.coming, found.waitlisted) == (2, 1)


def test_where_one_was_is_what_one_wrote_oneself(pair: Pair) -> None:
    other = pair.make(pair.marit, "case", title="De Kade", lessons="Eén.")
    pair.make(pair.marit, "measure", pair.case, measure="Sluiting")
    pair.make(pair.marit, "attendee", first_name="Jelle")
    pair.write(pair.yusuf, pair.case, ideas="Van Yusuf.")
    pair.send(pair.yusuf, pair.marit)
    found = [(visit.title, visit.part) for visit in pair.marit.agenda().visited]
    assert found == [("De Kolenbuurt", "Maatregel"), ("De Kade", "Onderdeel 8"), ("Boek", "Titel")]
    assert other


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    folder = tmp_path_factory.mktemp("demo")
    app = computer(folder, "m")
    create_demo(folder / "demo.wbk", app)
    with Workspace.open(folder / "demo.wbk", app) as opened:
        yield opened


def test_the_demo_has_something_of_each(demo: Workspace) -> None:
    found = demo.agenda()
    titles = [item.title for item in found.waiting]
    assert titles[:2] == ["Twee versies van ‘Met wie?’", "Gewijzigd na akkoord van 12 maart (1 zin)"]
    assert {item.sort for item in found.waiting} >= {
        Sort.DEADLINE,
        Sort.COMMENT,
        Sort.MERGED,
        Sort.ASSIGNED,
        Sort.SIGNUP,
    }
    assert found.masterclass
    assert found.masterclass.title == "Masterclass 2: Jonge aanwas vóór zijn"
    assert len(found.visited) == 3


def test_a_late_bundle_in_the_demo_is_told_as_a_change_after_approval(demo: Workspace) -> None:
    demo.import_([resource("demo", "pakketten", "anna-laat.wbx"), resource("demo", "pakketten", "piet-2.wbx")])
    found = demo.agenda()
    assert [line.title for line in found.arrived] == ["Pakket van Piet Bloem", "Pakket van Anna van ’t Hoff"]
    assert "Er mist nog een pakket van Piet Bloem" in [item.title for item in found.waiting]
    assert [item.sort for item in found.waiting].count(Sort.LAPSED) in {1, 2}

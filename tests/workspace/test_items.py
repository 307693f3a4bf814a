"""The items of a list as people read them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    here = App.of_this_computer()
    app = App(tmp_path / "app", here.clock, here.entropy)
    with Workspace.create(tmp_path / "p.werkboek", app, name="Werkboek", author="Marit de Wit") as made:
        yield made


def attendee(workspace: Workspace, first: str, infix: str, last: str) -> str:
    fields = {"first_name": first, "infix": infix, "last_name": last}
    return str(workspace.create_record("attendee", None, fields).record)


def attend(workspace: Workspace, masterclass: str, person: str, status: str | None, **more: str) -> str:
    target = workspace.attendance(masterclass, person)
    record = str(workspace.edit(target, "status", status, ()).record)
    for name, value in more.items():
        workspace.edit(record, name, value, ())
    return record


def masterclass(workspace: Workspace, title: str, status: str = "open") -> str:
    return str(workspace.create_record("masterclass", None, {"title": title, "status": status}).record)


def test_attendances_stand_by_the_main_part_of_the_name(workspace: Workspace) -> None:
    day = masterclass(workspace, "Zicht op de wijk")
    for name in (("Sanne", "’t", "Hoek"), ("Özgür", "", "Çelik"), ("Jan", "van der", "Aa")):
        attend(workspace, day, attendee(workspace, *name), "confirmed")
    found = workspace.items(day, "attendance")
    names = [found.names[str(view.value("attendee"))] for view in found.views]
    assert names == ["Aa, Jan van der", "Çelik, Özgür", "Hoek, Sanne ’t"]


def test_who_was_expected_and_not_seen_is_missed_but_not_who_sent_another(workspace: Workspace) -> None:
    day = masterclass(workspace, "Zicht op de wijk", "held")
    gone, ill, other = (attendee(workspace, name, "", name) for name in ("Gijs", "Iris", "Olaf"))
    away = attend(workspace, day, gone, "confirmed")
    attend(workspace, day, ill, "confirmed")
    attend(workspace, day, other, "present", replaces=ill)
    assert workspace.items(day, "attendance").missed == {away}


def test_nobody_is_missed_before_the_day_was_held(workspace: Workspace) -> None:
    day = masterclass(workspace, "Zicht op de wijk", "open")
    attend(workspace, day, attendee(workspace, "Gijs", "", "Gort"), "confirmed")
    assert workspace.items(day, "attendance").missed == frozenset()


def test_an_attendee_has_the_days_they_are_on_the_list_of(workspace: Workspace) -> None:
    person = attendee(workspace, "Jelle", "van ’t", "Hek")
    other = attendee(workspace, "Sanne", "’t", "Hoek")
    first, second = masterclass(workspace, "Zicht op de wijk", "held"), masterclass(workspace, "Jonge aanwas")
    missed = attend(workspace, first, person, "confirmed")
    attend(workspace, second, person, "registered")
    attend(workspace, second, other, "registered")
    found = workspace.items(person, "attendance")
    assert {view.key.owner for view in found.views} == {first, second}
    assert (found.names[first], found.names[second]) == ("Zicht op de wijk", "Jonge aanwas")
    assert found.missed == {missed}


def test_attendances_of_two_records_that_are_one_person_are_one_row(workspace: Workspace) -> None:
    day = masterclass(workspace, "Zicht op de wijk")
    one, two = attendee(workspace, "Jelle", "", "Hek"), attendee(workspace, "J.", "", "Hek")
    attend(workspace, day, one, "invited")
    came = attend(workspace, day, two, "present")
    workspace.set_field(one, "same_as", (two,))
    assert [view.id for view in workspace.items(day, "attendance").views] == [came]


def test_a_programme_stands_in_the_order_of_the_day(workspace: Workspace) -> None:
    day = masterclass(workspace, "Zicht op de wijk")
    for title, start in (("Later", None), ("Pauze", "14:50"), ("Inloop", "12:30"), ("Werkplaats", "13:15")):
        workspace.create_record("session", day, {"title": title, "start": start})
    titles = [view.value("title") for view in workspace.items(day, "session").views]
    assert titles == ["Inloop", "Werkplaats", "Pauze", "Later"]


def test_items_with_a_place_stand_where_people_put_them(workspace: Workspace) -> None:
    case = str(workspace.create_record("case", None, {"title": "De Kolenbuurt"}).record)
    made = [str(workspace.create_record("measure", case, {"measure": name}).record) for name in "abc"]
    workspace.move(made[2], None, None)
    assert [view.id for view in workspace.items(case, "measure").views] == [made[2], made[0], made[1]]

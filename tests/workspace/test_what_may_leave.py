"""What may leave, for whom: the rest stays, and why is told."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.workspace.sent import PASSPHRASE, opened, records
from tests.workspace.two import Two
from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import NothingMayLeave

MUNICIPALITY, OTHER = Audience.MUNICIPALITY, Audience.OTHERS

GOUDA, UTRECHT = "GM0513", "GM0344"


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "uit.wbx"


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

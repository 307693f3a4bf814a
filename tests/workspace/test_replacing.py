"""Find and replace over many cases is one step; what is not sure is left as it is, and said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from werkboek_desktop.domain.replacing import Search
from werkboek_desktop.errors import NothingSought
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, import_into
from werkboek_desktop.workspace.replacing import CONFLICT, MERGED

SEARCH = Search("e-mail", "mail")


def computer(folder: Path, name: str) -> App:
    here = App.of_this_computer()
    return App(folder / name, here.clock, here.entropy)


@pytest.fixture
def marit(tmp_path: Path) -> Iterator[Workspace]:
    with Workspace.create(tmp_path / "marit.werkboek", computer(tmp_path, "m"), name="Boek", author="Marit") as made:
        yield made


def cases(workspace: Workspace, count: int) -> list[str]:
    text = "Rust.  Een e-mail kwam.\n- Nog een E-mail."
    return [
        str(workspace.create_record("case", None, {"title": f"Wijk {number}", "summary": text}).record)
        for number in range(count)
    ]


def summary(workspace: Workspace, case: str) -> object:
    return workspace.record(case).value("summary")


def test_fifteen_cases_are_one_step_that_can_be_undone(marit: Workspace) -> None:
    made = cases(marit, 15)
    before = summary(marit, made[0])
    found = marit.find_places(SEARCH)
    assert len(found.hits) == 30
    step = marit.replace_words(SEARCH, found.chosen()).step
    assert step
    assert step.name == "‘e-mail’ vervangen door ‘mail’"
    assert {summary(marit, case) for case in made} == {"Rust.  Een mail kwam.\n- Nog een Mail."}
    assert marit.find_places(SEARCH).hits == ()
    marit.undo()
    assert {summary(marit, case) for case in made} == {before}


def test_only_what_is_chosen_and_where_it_is_asked_for(marit: Workspace) -> None:
    one, other = cases(marit, 2)
    found = marit.find_places(SEARCH, [one])
    assert {hit.owner for hit in found.hits} == {one}
    marit.replace_words(SEARCH, found.hits[:1])
    assert summary(marit, one) == "Rust.  Een mail kwam.\n- Nog een E-mail."
    assert summary(marit, other) == "Rust.  Een e-mail kwam.\n- Nog een E-mail."


def test_a_quote_that_somebody_agreed_to_is_only_changed_on_purpose(marit: Workspace) -> None:
    (case,) = cases(marit, 1)
    said = {"quote": "De e-mail hielp ons.", "text_authorised_on": "2026-01-26"}
    quote = str(marit.create_record("quote", case, said).record)
    found = marit.find_places(SEARCH)
    assert [hit.record for hit in found.hits if hit.authorised] == [quote]
    marit.replace_words(SEARCH, found.chosen())
    assert marit.record(quote).value("quote") == "De e-mail hielp ons."
    marit.replace_words(SEARCH, marit.find_places(SEARCH).hits)
    assert marit.record(quote).value("quote") == "De mail hielp ons."


def test_two_versions_and_what_was_merged_are_left_and_told(marit: Workspace, tmp_path: Path) -> None:
    one, other = cases(marit, 2)
    marit.export(tmp_path / "begin.wbx")
    app = computer(tmp_path, "y")
    import_into(tmp_path / "yusuf.werkboek", app, [tmp_path / "begin.wbx"], author="Yusuf")
    with Workspace.open(tmp_path / "yusuf.werkboek", app, author="Yusuf") as yusuf:
        yusuf.set_field(one, "summary", "Rust.  Twee e-mails kwamen.\n- Nog een E-mail.")
        yusuf.set_field(other, "summary", "Stil.  Een e-mail kwam.\n- Nog een E-mail.")
        yusuf.export(tmp_path / "terug.wbx")
    marit.set_field(one, "summary", "Rust.  Geen e-mail kwam.\n- Nog een E-mail.")
    marit.set_field(other, "summary", "Rust.  Een e-mail kwam.\n- Nog een E-mail!")
    marit.import_([tmp_path / "terug.wbx"])
    found = marit.find_places(SEARCH)
    assert found.hits == ()
    assert {(left.record, left.why) for left in found.left_out} == {(one, CONFLICT), (other, MERGED)}


def test_what_came_after_the_preview_is_not_overwritten(marit: Workspace) -> None:
    (case,) = cases(marit, 1)
    found = marit.find_places(SEARCH)
    marit.set_field(case, "summary", "Rust.  Een e-mail kwam.\n- Nog tien e-mails.")
    marit.replace_words(SEARCH, found.hits[:1])
    assert summary(marit, case) == "Rust. Een mail kwam.\n- Nog tien e-mails."


def test_nothing_is_not_looked_for(marit: Workspace) -> None:
    with pytest.raises(NothingSought):
        marit.find_places(Search("  "))

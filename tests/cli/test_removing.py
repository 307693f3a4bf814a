"""Erasing for good and taking back an import, between two computers, by the command line."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek
from tests.cli.test_two_computers import START, Pair
from tests.traces import traces

NAME = "Zwartewaterstein"
TOLD = f"Wij spraken mevrouw {NAME}. De straat bleef stil."


@pytest.fixture
def pair(done: Werkboek, computer: Callable[[str], None], tmp_path: Path) -> Pair:
    return Pair(done, computer, tmp_path)


def erase(pair: Pair, name: str, *target: object) -> str:
    return pair.at(name, "erase", pair.files[name], *target, "--yes", "--author", name).out


def field(pair: Pair, name: str, of: str = "summary") -> object:
    (record,) = pair.at(name, "show", pair.files[name], pair.case, "--json").json["records"]
    return record["fields"].get(of, {}).get("value")


def test_an_erased_passage_is_nowhere_and_the_text_around_it_stays(pair: Pair) -> None:
    pair.write("Anna", TOLD)
    pair.at("Anna", "backup", pair.files["Anna"])
    pair.send("Anna", "Bert")
    old = pair.bundle("Anna")
    passage = pair.folder / "passage.txt"
    passage.write_text(f"Wij spraken mevrouw {NAME}.", encoding="utf-8")
    said = erase(pair, "Anna", pair.case, "summary", "--passage", f"@{passage}")
    assert "Voorgoed gewist" in said
    passage.unlink()
    assert field(pair, "Anna") == "De straat bleef stil."
    assert traces(pair.files["Anna"], NAME) == []
    report = pair.send("Anna", "Bert")
    assert report["files"][0]["erases"] == [pair.case]
    assert field(pair, "Bert") == "De straat bleef stil."
    assert pair.hash("Anna") == pair.hash("Bert")
    assert traces(pair.files["Bert"], NAME) != []  # hidden, until somebody there says yes
    assert erase(pair, "Bert", pair.case, "summary")
    assert traces(pair.files["Bert"], NAME) == []
    assert field(pair, "Bert") == "De straat bleef stil."
    for name in ("Anna", "Bert"):
        pair.receive(name, old)
        assert traces(pair.files[name], NAME) == []
        pair.at(name, "check", pair.files[name])
    assert pair.hash("Anna") == pair.hash("Bert")


def test_an_erased_record_is_gone_with_what_it_owns_and_stays_gone(pair: Pair) -> None:
    pair.write("Anna", TOLD)
    measure = pair.at("Anna", "set", pair.files["Anna"], f"measure:new@{pair.case}", "measure", NAME).out.strip()
    contact = pair.at("Anna", "set", pair.files["Anna"], f"contact:new@{pair.case}", "name", NAME).out.strip()
    pair.send("Anna", "Bert")
    erase(pair, "Anna", pair.case)
    assert pair.at("Anna", "list", pair.files["Anna"], "case", "--json").json == []
    (shown,) = pair.at("Anna", "show", pair.files["Anna"], pair.case, "--json").json["records"]
    assert shown["fields"] == {}
    assert [notice["kind"] for notice in shown["notices"]] == ["erased"]
    assert traces(pair.files["Anna"], NAME) == []
    pair.write("Bert", "Onwetendheid troef.")
    pair.meet()
    assert pair.at("Bert", "list", pair.files["Bert"], "case", "--json").json == []
    for record in (measure, contact):
        (shown,) = pair.at("Anna", "show", pair.files["Anna"], record, "--json").json["records"]
        assert shown["fields"] == {}
    erase(pair, "Bert", pair.case)
    assert traces(pair.files["Bert"], NAME) == []
    assert traces(pair.files["Bert"], "Onwetendheid") == []
    pair.at("Bert", "check", pair.files["Bert"])


def test_a_history_keeps_who_and_when_and_not_what(pair: Pair) -> None:
    pair.write("Anna", TOLD)
    erase(pair, "Anna", pair.case, "summary")
    pair.write("Anna", "Opnieuw.")
    changes = pair.at("Anna", "history", pair.files["Anna"], pair.case, "summary", "--json").json["changes"]
    assert [one.get("erased", False) for one in changes if one["value"] is None] == [True] * (len(changes) - 1)
    assert [one["value"] for one in changes if one["value"]] == ["Opnieuw."]
    assert field(pair, "Anna") == "Opnieuw."


def test_words_that_a_colleague_wrote_meanwhile_are_hidden_too_and_can_be_taken_over_by_writing_them_again(
    pair: Pair,
) -> None:
    pair.write("Bert", f"{START} En dit is van Bert.")
    erase(pair, "Anna", pair.case, "summary")
    pair.meet()
    assert field(pair, "Anna") is None
    pair.write("Bert", "En dit is van Bert.")
    pair.meet()
    assert field(pair, "Anna") == "En dit is van Bert."


def test_a_restored_backup_does_not_bring_it_back(pair: Pair) -> None:
    pair.write("Anna", TOLD)
    out = pair.folder / "elders.werkboek"
    pair.at("Anna", "backup", pair.files["Anna"], out)
    erase(pair, "Anna", pair.case, "summary")
    back = pair.folder / "terug.werkboek"
    pair.at("Anna", "restore", out, back)
    assert traces(back, NAME) == []
    pair.at("Anna", "check", back)


def test_a_no_keeps_it_hidden_and_destroys_nothing(pair: Pair) -> None:
    pair.write("Anna", TOLD)
    pair.send("Anna", "Bert")
    erase(pair, "Anna", pair.case, "summary")
    pair.send("Anna", "Bert")
    (asked,) = pair.at("Bert", "erases", pair.files["Bert"], "--json").json
    assert asked["record"] == pair.case
    pair.at("Bert", "erase", pair.files["Bert"], pair.case, "summary", "--no", "--author", "Bert")
    assert pair.at("Bert", "erases", pair.files["Bert"], "--json").json == []
    assert field(pair, "Bert") is None
    assert traces(pair.files["Bert"], NAME) != []


def test_erasing_asks_for_a_yes(pair: Pair, misused: Werkboek) -> None:
    pair.computer("Anna")
    misused("erase", pair.files["Anna"], pair.case)
    misused("erase", pair.files["Anna"], pair.case, "--passage", "x", "--yes")
    assert field(pair, "Anna") == START


@pytest.mark.parametrize(
    "target", [("f" * 32,), ("{case}", "nergens"), ("{case}", "place"), ("{case}", "context"), ("workbook-id",)]
)
def test_what_cannot_be_erased_is_refused(pair: Pair, refused: Werkboek, target: tuple[str, ...]) -> None:
    before = pair.hash("Anna")
    pair.computer("Anna")
    refused("erase", pair.files["Anna"], *(part.format(case=pair.case) for part in target), "--yes", "--author", "Anna")
    assert pair.hash("Anna") == before


def test_a_passage_that_is_nowhere_is_refused(pair: Pair, refused: Werkboek) -> None:
    pair.computer("Anna")
    refused("erase", pair.files["Anna"], pair.case, "summary", "--passage", "Nergens.", "--yes", "--author", "Anna")
    assert field(pair, "Anna") == START


def test_an_import_is_taken_back_and_comes_again(pair: Pair) -> None:
    before = pair.hash("Bert")
    pair.write("Anna", "Anna schreef dit.")
    bundle = pair.bundle("Anna")
    report = pair.receive("Bert", bundle)
    (brought,) = report["files"]
    after = pair.hash("Bert")
    pair.at("Bert", "aside", pair.files["Bert"], brought["bundle"])
    assert field(pair, "Bert") == START
    assert pair.hash("Bert") == before
    pair.at("Bert", "check", pair.files["Bert"])
    (again,) = pair.receive("Bert", bundle)["files"]
    assert again["result"] == "imported"
    assert pair.hash("Bert") == after
    pair.at("Bert", "aside", pair.files["Bert"], brought["bundle"])
    pair.at("Bert", "aside", pair.files["Bert"], brought["bundle"], "--undo")
    assert pair.hash("Bert") == after
    assert field(pair, "Bert") == "Anna schreef dit."


def test_what_was_taken_back_does_not_travel(pair: Pair) -> None:
    pair.write("Anna", "Anna schreef dit.")
    (brought,) = pair.send("Anna", "Bert")["files"]
    pair.at("Bert", "aside", pair.files["Bert"], brought["bundle"])
    new = pair.folder / "nieuw.werkboek"
    bundle = pair.bundle("Bert")
    pair.computer("Cees")
    pair.done("import", new, bundle, "--author", "Cees")
    (record,) = pair.at("Cees", "show", new, pair.case, "--json").json["records"]
    assert record["fields"]["summary"]["value"] == START


def test_a_bundle_that_never_came_cannot_be_taken_back(pair: Pair, refused: Werkboek) -> None:
    pair.computer("Bert")
    refused("aside", pair.files["Bert"], "f" * 64)


def test_what_was_erased_is_not_put_back_written_in_or_erased_again(pair: Pair, refused: Werkboek) -> None:
    file = pair.files["Anna"]
    erase(pair, "Anna", pair.case)
    before = pair.hash("Anna")
    for arguments in (
        ("delete", file, pair.case, "--undo"),
        ("set", file, pair.case, "title", "Toch"),
        ("set", file, f"measure:new@{pair.case}", "measure", "Toch"),
    ):
        assert "voorgoed gewist" in refused(*arguments, "--author", "Anna").err
    erase(pair, "Anna", pair.case)
    assert pair.hash("Anna") == before


def test_what_has_nothing_left_but_an_erase_can_be_deleted(pair: Pair) -> None:
    file = pair.files["Anna"]
    term = pair.at("Anna", "set", file, "term:new", "term", NAME).out.strip()
    erase(pair, "Anna", term, "term")
    pair.at("Anna", "delete", file, term, "--author", "Anna")
    assert pair.at("Anna", "list", file, "term", "--json").json == []
    pair.at("Anna", "check", file)
    pair.meet()
    assert pair.at("Bert", "list", pair.files["Bert"], "term", "--json").json == []

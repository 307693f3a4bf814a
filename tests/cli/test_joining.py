"""A new colleague opens one bundle, of whatever sort: what is not in it is said."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek


class Joining:
    """Anna has two cases and an attendee; Bert was there before, and Nadia comes new."""

    def __init__(self, done: Werkboek, computer: Callable[[str], None], folder: Path) -> None:
        self.done, self.computer, self.folder = done, computer, folder
        self.anna, self.bert, self.nadia = (folder / f"{name}.werkboek" for name in ("anna", "bert", "nadia"))
        self.secret = folder / "wachtzin"
        self.secret.write_text("drie fietsen in de gracht")
        computer("Anna")
        done("new", self.anna, "--name", "Samen", "--author", "Anna")
        self.cases = [done("set", self.anna, "case:new", "title", title).out.strip() for title in ("Kade", "Haven")]
        done("set", self.anna, "attendee:new", "last_name", "Yılmaz")
        first = self.sent("eerst")
        computer("Bert")
        done("import", self.bert, first, "--author", "Bert")
        done("set", self.bert, self.cases[0], "summary", "Van Bert.", "--author", "Bert")
        receipt = folder / "bert.wbx"
        done("export", self.bert, receipt)
        computer("Anna")
        (file,) = done("import", self.anna, receipt, "--json").json["files"]
        self.receiver = file["sender"]
        done("set", self.anna, self.cases[0], "summary", "Van Bert. En van Anna.")

    def sent(self, name: str, *options: object) -> Path:
        out = self.folder / f"{name}.wbx"
        self.done("export", self.anna, out, *options)
        return out

    def titles(self) -> set[str]:
        return {row["title"] for row in self.done("list", self.nadia, "case", "--json").json}


@pytest.fixture
def joining(done: Werkboek, computer: Callable[[str], None], tmp_path: Path) -> Joining:
    return Joining(done, computer, tmp_path)


def test_by_a_whole_one_she_has_all_and_is_told_of_nothing_else(joining: Joining) -> None:
    bundle = joining.sent("heel")
    joining.computer("Nadia")
    ran = joining.done("import", joining.nadia, bundle, "--author", "Nadia")
    assert ran.err == ""
    assert "deel" not in ran.out
    assert joining.titles() == {"Kade", "Haven"}
    assert joining.done("missing", joining.nadia, "--json").json == {"missing": []}
    assert (
        joining.done("hash", joining.nadia, "--scope", "work").out
        == joining.done("hash", joining.anna, "--scope", "work").out
    )


def test_by_one_that_goes_on_from_an_earlier_one_she_hears_that_it_is_not_all(joining: Joining) -> None:
    bundle = joining.sent("nieuws", "--since-received", "--to", joining.receiver)
    joining.computer("Nadia")
    ran = joining.done("import", joining.nadia, bundle, "--author", "Nadia")
    assert "bewaard, maar er mist nog een eerder pakket" in ran.out
    assert "er mist nog een pakket; stuur eerst een pakket terug" in ran.err
    (missing,) = joining.done("missing", joining.nadia, "--json").json["missing"]
    assert missing["sender"].startswith("Anna · ")
    assert missing["goes_on"]
    assert joining.titles() == set()
    joining.computer("Anna")
    whole = joining.sent("heel")
    joining.computer("Nadia")
    joining.done("import", joining.nadia, whole)
    assert joining.titles() == {"Kade", "Haven"}
    assert joining.done("missing", joining.nadia, "--json").json == {"missing": []}


def test_by_one_with_chosen_cases_she_hears_that_it_is_a_part(joining: Joining) -> None:
    bundle = joining.sent("deel", "--only", joining.cases[0])
    joining.computer("Nadia")
    ran = joining.done("import", joining.nadia, bundle, "--author", "Nadia")
    assert ran.out.rstrip().endswith("(een deel van het werkboek)")
    assert joining.titles() == {"Kade"}
    assert joining.done("missing", joining.nadia, "--json").json == {"missing": []}  # nothing here counts on the rest
    shown = joining.done("show", joining.nadia, joining.cases[0], "--json").json["records"][0]["fields"]["summary"]
    assert shown["value"] == "Van Bert. En van Anna."


def test_by_one_with_people_she_needs_the_passphrase_and_has_them(joining: Joining, werkboek: Werkboek) -> None:
    bundle = joining.sent("mensen", "--people", "--passphrase-file", joining.secret)
    joining.computer("Nadia")
    ran = werkboek("import", joining.nadia, bundle, "--author", "Nadia")
    assert (ran.code, joining.nadia.exists()) == (3, False)
    joining.done("import", joining.nadia, bundle, "--author", "Nadia", "--passphrase-file", joining.secret)
    assert [row["title"] for row in joining.done("list", joining.nadia, "attendee", "--json").json] == ["Yılmaz"]
    assert joining.done("hash", joining.nadia).out == joining.done("hash", joining.anna).out

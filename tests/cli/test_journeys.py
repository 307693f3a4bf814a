"""Two days from the field, by the command line alone: an editor's Monday, and the stick that goes round in the room."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.cli.ran import Ran, Werkboek

TEXT = "Wij belden aan bij elke deur. Niemand deed open. De buurt hield zich stil."


class People:
    """Who works on one project, each at a computer of their own."""

    def __init__(self, done: Werkboek, computer: Callable[[str], None], folder: Path) -> None:
        self._done, self._computer, self.folder = done, computer, folder
        self.made = 0

    def file(self, who: str) -> Path:
        return self.folder / f"{who}.werkboek"

    def at(self, who: str, command: str, *arguments: object) -> Ran:
        self._computer(who)
        return self._done(command, self.file(who), *arguments)

    def writes(self, who: str, target: str, field: str, value: str) -> str:
        return self.at(who, "set", target, field, value, "--author", who).out.strip()

    def bundle(self, who: str, *options: object) -> Path:
        self.made += 1
        out = self.folder / f"{who} {self.made}.wbx"
        self.at(who, "export", out, *options)
        return out

    def reads(self, who: str, *bundles: Path, options: tuple[object, ...] = ()) -> list[Any]:
        files: list[Any] = self.at(who, "import", *bundles, "--json", "--author", who, *options).json["files"]
        return files

    def fields(self, who: str, record: str) -> Any:
        (shown,) = self.at(who, "show", record, "--json").json["records"]
        return shown["fields"]

    def hash(self, who: str, *options: object) -> str:
        return self.at(who, "hash", *options).out


@pytest.fixture
def people(done: Werkboek, computer: Callable[[str], None], tmp_path: Path) -> People:
    return People(done, computer, tmp_path)


def mail_of_a_monday(people: People) -> tuple[str, list[Path]]:
    """A case that three colleagues went on with, and what they mailed: one bundle twice, one three weeks old."""
    people.at("Marit", "new", "--name", "Samen", "--author", "Marit")
    case = people.writes("Marit", "case:new", "title", "De Kolenbuurt")
    people.writes("Marit", case, "summary", TEXT)
    begin = people.bundle("Marit")
    for who in ("Piet", "Fatima", "Anna"):
        people.reads(who, begin)

    people.writes("Anna", case, "context", "Drie weken geleden schreef Anna dit.")
    old = people.bundle("Anna")
    people.writes("Piet", case, "summary", TEXT.replace("Niemand deed open.", "Twee mensen deden open."))
    first = people.bundle("Piet")
    people.writes("Piet", case, "costs", "85000")
    second = people.bundle("Piet", "--since-received", "--to", sender(people, "Piet", begin))
    people.writes("Fatima", case, "costs", "92500")
    fatima = people.bundle("Fatima")

    people.writes("Marit", case, "summary", f"{TEXT} Wij schreven een brief.")
    return case, [first, fatima, first, old, second]


def test_an_editors_monday(people: People) -> None:
    case, mail = mail_of_a_monday(people)
    before = people.file("Marit").read_bytes()
    looked = people.reads("Marit", *mail, options=("--dry-run",))
    assert people.file("Marit").read_bytes() == before
    assert [each["sender"].split(" · ")[0] for each in looked] == ["Piet", "Fatima", "Piet", "Anna", "Piet"]
    assert all(each["created"] for each in looked)
    assert looked[2]["result"] == "known"

    came = people.reads("Marit", *mail)
    assert [(each["new"], each["result"]) for each in came] == [(each["new"], each["result"]) for each in looked]
    assert came[0]["merged"] == [[case, "summary"]]
    assert came[4]["conflicts"] == [[case, "costs"]]
    shown = people.fields("Marit", case)
    assert "Twee mensen deden open." in shown["summary"]["value"]
    assert "Wij schreven een brief." in shown["summary"]["value"]
    assert {each["value"] for each in shown["costs"]["variants"]} == {"85000", "92500"}
    assert people.at("Marit", "missing", "--json").json == {"missing": []}

    people.writes("Marit", case, "costs", "92500")
    people.writes("Marit", case, "summary", shown["summary"]["value"])
    proof_pdf = people.folder / "proef.pdf"
    proof = people.at("Marit", "proof", case, proof_pdf, "--to", "Gemeente Meerdrecht", "--author", "Marit").out.strip()
    assert "Twee mensen deden open." in " ".join(" ".join(p.extract_text().split()) for p in PdfReader(proof_pdf).pages)
    said = ("--by", "Anja Bos", "--function", "wethouder", "--type", "municipality", "--outcome", "approved")
    people.at("Marit", "approve", proof, *said, "--author", "Marit")

    back = people.bundle("Marit", "--since-received", "--to", looked[0]["sender"])
    assert back.stat().st_size < 100_000
    (report,) = people.reads("Piet", back)
    assert (report["result"], report["waiting"]) == ("imported", 0)
    assert people.hash("Piet") == people.hash("Marit")


def sender(people: People, who: str, bundle: Path) -> str:
    """The name of the computer that a bundle came from."""
    name: str = people.reads(who, bundle, options=("--dry-run",))[0]["sender"]
    return name


@pytest.fixture
def locked(tmp_path: Path) -> tuple[object, ...]:
    """What opens and locks the bundles of two laptops."""
    phrase = tmp_path / "wachtzin.txt"
    phrase.write_text("vier fietsen in de regen\n", encoding="utf-8")
    return "--passphrase-file", phrase


def test_the_stick_goes_round(people: People, locked: tuple[object, ...]) -> None:
    with_people = ("--people", *locked)
    people.at("Piet", "new", "--name", "Samen", "--author", "Piet")
    day = people.writes("Piet", "masterclass:new", "title", "Aanpak in de wijk")
    fatima = people.writes("Piet", "attendee:new", "first_name", "Fatima")
    sanne = people.writes("Piet", "attendee:new", "first_name", "Sanne")
    for person in (fatima, sanne):
        people.writes("Piet", f"attendance:{day}+{person}", "status", "confirmed")
    people.reads("Samira", people.bundle("Piet", *with_people), options=locked)
    assert people.hash("Samira") == people.hash("Piet")

    people.writes("Piet", f"attendance:{day}+{fatima}", "status", "present")
    people.writes("Samira", f"attendance:{day}+{sanne}", "status", "present")
    walk_ins = {}
    for who in ("Piet", "Samira"):
        walk_ins[who] = people.writes(who, "attendee:new", "first_name", "Ilyas")
        people.writes(who, f"attendance:{day}+{walk_ins[who]}", "status", "walk_in")

    stick = people.bundle("Piet", *with_people)
    (report,) = people.reads("Samira", stick, options=locked)
    assert (report["waiting"], report["conflicts"]) == (0, [])
    to_piet = ("--since-received", "--to", report["sender"])
    (back,) = people.reads("Piet", people.bundle("Samira", *with_people, *to_piet), options=locked)
    assert (back["waiting"], back["conflicts"]) == (0, [])
    assert people.hash("Piet") == people.hash("Samira")

    here = {each["id"] for each in people.at("Piet", "list", "attendance", "--json").json}
    assert len(here) == 4
    people.at("Piet", "set", walk_ins["Piet"], "same_as", "--add", walk_ins["Samira"], "--author", "Piet")
    people.reads("Samira", people.bundle("Piet", *with_people), options=locked)
    for who in ("Piet", "Samira"):
        named = [each["title"] for each in people.at(who, "list", "attendee", "--json").json]
        assert sorted(named) == ["Fatima", "Ilyas", "Sanne"]
        people.at(who, "check")
    assert people.hash("Piet") == people.hash("Samira")
    without = people.bundle("Piet")
    assert b"Ilyas" not in without.read_bytes()
    people.reads("Anna", without)
    assert people.hash("Anna", "--scope", "work") == people.hash("Piet", "--scope", "work")
    assert people.at("Anna", "list", "attendee", "--json").json == []

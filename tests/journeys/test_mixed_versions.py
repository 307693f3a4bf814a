"""Two colleagues have a newer program, made up for this, and one has this one: nothing of anybody's is lost."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bundle.forging import members, resealed
from tests.journeys.program import werkboek
from tests.newer_program import Answer, Command
from werkboek_desktop.bundle.keys import OwnKey
from werkboek_desktop.bundle.reader import read
from werkboek_desktop.domain.change import Body, Change
from werkboek_desktop.settings.computer import HOME_VARIABLE
from werkboek_desktop.settings.own_secret import KEY_FILE, SEED_BYTES

ROOT = Path(__file__).parents[2]
START = "De zon scheen. Niemand liep buiten. Het bleef stil."
VALUES = {
    "prose": START,
    "line": "Zonnig",
    "set": '["nevel", "zon"]',
    "integer": "12",
    "decimal": "3,5",
    "date": "2026-11-03",
    "month": "2026-11",
    "time": "10:42",
    "boolean": "ja",
}


class Newer:
    """The newer program, which goes on beside the tests."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.newer_program"],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def ask(self, command: Command) -> Answer:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin
        assert stdout
        stdin.write(f"{json.dumps(command)}\n")
        stdin.flush()
        return Answer(*json.loads(stdout.readline()))

    def close(self) -> None:
        with self._process:
            assert self._process.stdin
            self._process.stdin.close()


class Office:
    """Nienke and Olga have the newer program, Piet has this one; each has a file of the same project."""

    def __init__(self, folder: Path, newer: Newer) -> None:
        self.folder, self._newer = folder, newer
        self.sent = 0
        self.newer("Nienke", "new", self.file("Nienke"), "--name", "Samen", "--author", "Nienke")
        self.case = self.newer("Nienke", "set", self.file("Nienke"), "case:new", "title", "De Kade").strip()
        self.drone = self.write("Nienke", "name", "De vlieger", "drone:new")
        for type_, value in VALUES.items():
            self.write("Nienke", f"weather_{type_}", value)
        self.first = self.send("Nienke", "Olga", "Piet")

    def file(self, name: str) -> Path:
        return self.folder / f"{name}.werkboek"

    def home(self, name: str) -> Path:
        return self.folder / f"computer of {name}"

    def newer(self, name: str, *arguments: object, rule: int = 1, op: str = "edit") -> str:
        """A command of the newer program at somebody's computer; what it prints."""
        ran = self._newer.ask(Command(str(self.home(name)), list(map(str, arguments)), rule, op))
        assert ran.code == 0, ran.err
        return ran.out

    def this(self, *arguments: object, code: int = 0) -> str:
        """A command of this program at Piet's computer."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv(HOME_VARIABLE, str(self.home("Piet")))
            ran = werkboek(*arguments)
        assert ran.returncode == code, ran.stderr
        return ran.stdout + (ran.stderr if code else "")

    def act(self, name: str) -> Callable[..., str]:
        return self.this if name == "Piet" else lambda *arguments: self.newer(name, *arguments)

    def send(self, of: str, *to: str) -> Path:
        self.sent += 1
        out = self.folder / f"{self.sent}-{of}.wbx"
        self.act(of)("export", self.file(of), out)
        for name in to:
            self.act(name)("import", self.file(name), out, "--author", name)
        return out

    def write(self, name: str, field: str, value: str, target: str = "") -> str:
        return self.newer(name, "set", self.file(name), target or self.case, field, value, "--author", name).strip()

    def field(self, name: str, field: str, record: str = "") -> Any:
        (shown,) = json.loads(self.act(name)("show", self.file(name), record or self.case, "--json"))["records"]
        return shown["fields"][field]

    def notices(self) -> list[str]:
        (shown,) = json.loads(self.this("show", self.file("Piet"), self.case, "--json"))["records"]
        return [notice["kind"] for notice in shown["notices"]]

    def hash(self, name: str) -> str:
        return self.act(name)("hash", self.file(name)).strip()


@pytest.fixture(scope="module")
def newer() -> Iterator[Newer]:
    made = Newer()
    yield made
    made.close()


@pytest.fixture
def office(tmp_path: Path, newer: Newer) -> Office:
    return Office(tmp_path, newer)


def sealed(bundle: Path) -> dict[str, tuple[bytes, Body | None, bytes]]:
    """Each change in a bundle as it was signed."""
    found: tuple[Change, ...] = read(bundle.read_bytes(), kind_scope=lambda _kind: None).changes
    return {change.id: (change.header.canonical(), change.body, change.signature) for change in found}


def test_what_this_program_does_not_know_is_shown_kept_and_passed_on_byte_for_byte(office: Office) -> None:
    for type_ in VALUES:
        assert office.field("Piet", f"weather_{type_}") == office.field("Nienke", f"weather_{type_}"), type_
    assert office.field("Piet", "name", office.drone)["value"] == "De vlieger"
    assert any(change[0].endswith(b',2,1,"%s"]' % change[0][-66:-2]) for change in sealed(office.first).values())
    passed_on = office.send("Piet")
    for name in ("changes.jsonl", "seals"):
        assert members(passed_on.read_bytes())[name] == members(office.first.read_bytes())[name]
    office.this("check", office.file("Piet"))
    assert office.hash("Piet") == office.hash("Nienke")


def test_what_this_program_writes_beside_it_reaches_the_newer_ones_with_all_the_rest(office: Office) -> None:
    before = sealed(office.first)
    office.this("set", office.file("Piet"), office.case, "title", "De Kade, nu open", "--author", "Piet")
    office.this("set", office.file("Piet"), office.case, "summary", START, "--author", "Piet")
    from_piet = office.send("Piet", "Nienke", "Olga")
    after = sealed(from_piet)
    assert {id_: after[id_] for id_ in before} == before
    assert len({office.hash(name) for name in ("Nienke", "Olga", "Piet")}) == 1
    assert office.field("Olga", "weather_prose")["value"] == START
    assert office.field("Olga", "title")["value"] == "De Kade, nu open"


def test_a_field_it_does_not_know_merges_by_the_type_of_its_value(office: Office) -> None:
    office.write("Nienke", "weather_prose", START.replace("De zon scheen.", "De zon brandde."))
    office.write("Olga", "weather_prose", START.replace("Het bleef stil.", "Het werd rumoerig."))
    office.newer("Nienke", "set", office.file("Nienke"), office.case, "weather_set", "--add", "hagel")
    office.newer("Olga", "set", office.file("Olga"), office.case, "weather_set", "--remove", "zon", "--author", "Olga")
    office.write("Nienke", "weather_integer", "13")
    office.write("Olga", "weather_integer", "14")
    office.send("Nienke", "Piet")
    office.send("Olga", "Piet", "Nienke")
    merged = office.field("Piet", "weather_prose")
    assert (merged["status"], merged["value"]) == (
        "merged",
        "De zon brandde. Niemand liep buiten. Het werd rumoerig.",
    )
    assert office.field("Piet", "weather_set")["value"] == ["hagel", "nevel"]
    assert office.field("Piet", "weather_integer")["status"] == "conflict"
    for field in ("weather_prose", "weather_set", "weather_integer"):
        assert office.field("Nienke", field) == office.field("Piet", field)
    assert office.notices() == []


def test_a_newer_merge_rule_is_left_to_people_and_asks_to_update(office: Office) -> None:
    office.write("Nienke", "summary", START)
    office.send("Nienke", "Olga")
    for name, line in (("Nienke", "Een heel nieuw begin."), ("Olga", "Een heel nieuw eind.")):
        office.newer(
            *(name, "set", office.file(name), office.case, "summary"),
            *(START.replace("De zon scheen." if name == "Nienke" else "Het bleef stil.", line), "--author", name),
            rule=2,
        )
    office.send("Nienke", "Piet")
    assert office.field("Piet", "summary")["status"] == "settled"  # one head is its own bytes, whatever the rule
    office.send("Olga", "Piet", "Nienke")
    summary = office.field("Piet", "summary")
    assert (summary["status"], summary["value"]) == ("conflict", None)
    assert {variant["author"] for variant in summary["variants"]} == {"Nienke", "Olga"}
    assert office.notices() == ["newer_program"]
    assert "nieuwer programma: werk dit programma bij" in office.this("show", office.file("Piet"), office.case)
    assert office.hash("Piet") == office.hash("Nienke")
    office.this("check", office.file("Piet"))


def test_an_op_it_does_not_know_is_kept_and_asks_to_update_too(office: Office) -> None:
    office.newer(
        *("Nienke", "set", office.file("Nienke"), office.case, "context", "Een kanttekening.", "--author", "Nienke"),
        op="annotate",
    )
    sent = office.send("Nienke", "Piet")
    assert office.field("Piet", "context")["status"] == "conflict"
    assert "newer_program" in office.notices()
    mine = {id_: change for id_, change in sealed(sent).items() if change[0].startswith(b'["annotate"')}
    assert mine
    passed_on = sealed(office.send("Piet"))
    assert {id_: passed_on[id_] for id_ in mine} == mine
    office.this("check", office.file("Piet"))


def test_what_a_newer_manifest_says_besides_is_ignored_and_one_that_is_not_for_it_is_refused(office: Office) -> None:
    seed = (office.home("Nienke") / KEY_FILE).read_bytes()
    assert len(seed) == SEED_BYTES
    data = office.send("Nienke").read_bytes()

    def manifest(**more: object) -> Callable[[bytes], bytes]:
        return lambda text: json.dumps(
            json.loads(text) | more, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        ).encode()

    fits = office.folder / "past.wbx"
    fits.write_bytes(resealed(data, OwnKey(seed), manifest=manifest(format=2, mood="hopeful", number=900)))
    office.this("import", office.file("Piet"), fits)
    newer = office.folder / "te nieuw.wbx"
    newer.write_bytes(resealed(data, OwnKey(seed), manifest=manifest(format=2, min_reader=2, number=901)))
    before = office.file("Piet").read_bytes()
    said = office.this("import", office.file("Piet"), newer, "--json", code=3)
    assert '"code": "newer_format"' in said
    assert "Werk dit programma bij." in said
    assert office.file("Piet").read_bytes() == before

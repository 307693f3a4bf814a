"""Two computers and bundles between them, through the command line alone."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.ran import Ran, Werkboek

START = "Wij belden aan bij elke deur. Niemand deed open. De buurt hield zich stil."


class Pair:
    """Anna's project and Bert's, which was made from her first bundle."""

    def __init__(self, done: Werkboek, computer: Callable[[str], None], folder: Path) -> None:
        self.done, self.computer, self.folder = done, computer, folder
        self.files = {name: folder / f"{name}.werkboek" for name in ("Anna", "Bert")}
        self.at("Anna", "new", self.files["Anna"], "--name", "Samen", "--author", "Anna")
        self.case = self.at("Anna", "set", self.files["Anna"], "case:new", "summary", START).out.strip()
        self.send("Anna", "Bert")

    def at(self, name: str, *arguments: object) -> Ran:
        self.computer(name)
        return self.done(*arguments)

    def write(self, name: str, value: str, field: str = "summary") -> None:
        self.at(name, "set", self.files[name], self.case, field, value, "--author", name)

    def bundle(self, sender: str) -> Path:
        out = self.folder / f"{sender}-{len(list(self.folder.glob('*.wbx')))}.wbx"
        self.at(sender, "export", self.files[sender], out)
        return out

    def receive(self, name: str, *bundles: Path) -> Any:
        return self.at(name, "import", self.files[name], *bundles, "--json", "--author", name).json

    def send(self, sender: str, receiver: str) -> Any:
        return self.receive(receiver, self.bundle(sender))

    def meet(self) -> None:
        self.send("Anna", "Bert")
        self.send("Bert", "Anna")
        assert self.hash("Anna") == self.hash("Bert")

    def hash(self, name: str) -> str:
        return self.at(name, "hash", self.files[name]).out.strip()

    def field(self, name: str, field: str = "summary") -> Any:
        shown = self.at(name, "show", self.files[name], self.case, "--json").json
        return shown["records"][0]["fields"][field]


@pytest.fixture
def pair(done: Werkboek, computer: Callable[[str], None], tmp_path: Path) -> Pair:
    return Pair(done, computer, tmp_path)


def test_the_second_computer_has_the_project_of_the_first(pair: Pair) -> None:
    assert pair.hash("Anna") == pair.hash("Bert")
    assert pair.field("Bert")["value"] == START


def test_edits_of_sentences_with_an_untouched_one_between_them_merge(pair: Pair) -> None:
    pair.write("Anna", "Wij belden bij elke deur aan. Niemand deed open. De buurt hield zich stil.")
    pair.write("Bert", "Wij belden aan bij elke deur. Niemand deed open. De buurt zweeg.")
    pair.meet()
    for name in ("Anna", "Bert"):
        field = pair.field(name)
        assert field["status"] == "merged"
        assert field["value"] == "Wij belden bij elke deur aan. Niemand deed open. De buurt zweeg."
        assert len(field["variants"]) == 2


def test_edits_of_adjacent_bullets_merge(pair: Pair) -> None:
    pair.write("Anna", "- Begin bij de school.\n- Praat met ouders.")
    pair.meet()
    pair.write("Anna", "- Begin altijd bij de school.\n- Praat met ouders.")
    pair.write("Bert", "- Begin bij de school.\n- Praat vaak met ouders.")
    pair.meet()
    for name in ("Anna", "Bert"):
        assert pair.field(name)["value"] == "- Begin altijd bij de school.\n- Praat vaak met ouders."


@pytest.mark.parametrize(
    ("annas", "berts"),
    [
        (START.replace("Niemand deed open.", "Niemand deed de deur open."), START.replace("Niemand", "Bijna niemand")),
        (START.replace("Niemand deed open.", "Drie deuren gingen open."), START.replace("De buurt", "De straat")),
    ],
    ids=["the same sentence", "neighbours within a line"],
)
def test_edits_that_touch_become_a_conflict_with_both_variants(pair: Pair, annas: str, berts: str) -> None:
    pair.write("Anna", annas)
    pair.write("Bert", berts)
    pair.meet()
    for name in ("Anna", "Bert"):
        field = pair.field(name)
        assert field["status"] == "conflict"
        assert field["value"] is None
        assert {variant["value"] for variant in field["variants"]} == {annas, berts}
        assert {variant["author"] for variant in field["variants"]} == {"Anna", "Bert"}
        assert field["parts"][0] == {"text": "Wij belden aan bij elke deur."}


def test_setting_a_conflicting_field_resolves_it_everywhere(pair: Pair) -> None:
    pair.write("Anna", START.replace("Niemand", "Iedereen"))
    pair.write("Bert", START.replace("Niemand", "Niet iedereen"))
    pair.meet()
    pair.write("Bert", START.replace("Niemand", "De helft"))
    pair.meet()
    for name in ("Anna", "Bert"):
        field = pair.field(name)
        assert (field["status"], field["value"]) == ("settled", START.replace("Niemand", "De helft"))


def test_any_order_and_repetition_give_one_state(pair: Pair) -> None:
    bundles = []
    for step in range(4):
        pair.write("Anna", f"Tekst {step} van Anna.", "title")
        bundles.append(pair.bundle("Anna"))
    for index in (2, 0, 3, 3, 1, 0):
        pair.receive("Bert", bundles[index])
    assert pair.hash("Bert") == pair.hash("Anna")
    assert pair.receive("Bert", *bundles)["files"][0]["result"] == "known"


def test_a_delta_that_builds_on_an_unseen_bundle_waits(pair: Pair) -> None:
    pair.send("Bert", "Anna")
    receipts = {"--to": pair.receive("Anna", pair.bundle("Bert"))["files"][0]["sender"]}
    deltas = []
    for step in range(2):
        pair.write("Anna", f"Titel {step}", "title")
        out = pair.folder / f"delta{step}.wbx"
        pair.at("Anna", "export", pair.files["Anna"], out, "--since-received", "--to", receipts["--to"])
        deltas.append(out)
    assert deltas[0].stat().st_size < pair.bundle("Anna").stat().st_size
    report = pair.receive("Bert", deltas[1])
    assert report["files"][0]["result"] == "imported"
    assert pair.hash("Bert") == pair.hash("Anna")


def test_a_dry_run_tells_the_same_and_changes_not_one_byte(pair: Pair) -> None:
    pair.write("Anna", "Nieuwe titel", "title")
    bundle = pair.bundle("Anna")
    before = pair.files["Bert"].read_bytes()
    dry = pair.at("Bert", "import", pair.files["Bert"], bundle, "--dry-run", "--json").json
    assert pair.files["Bert"].read_bytes() == before
    assert dry == pair.receive("Bert", bundle)


def test_a_flipped_byte_is_refused_and_the_next_file_still_goes(pair: Pair, werkboek: Werkboek) -> None:
    pair.write("Anna", "Nieuwe titel", "title")
    good = pair.bundle("Anna")
    data = bytearray(good.read_bytes())
    data[len(data) // 2] ^= 1
    bad = pair.folder / "bad.wbx"
    bad.write_bytes(data)
    pair.computer("Bert")
    ran = werkboek("import", pair.files["Bert"], bad, good, "--json", "--author", "Bert")
    files = json.loads(ran.out)["files"]
    assert ran.code == 3
    assert [file["result"] for file in files] == ["refused", "imported"]
    assert files[0]["error"]["code"]
    assert "Traceback" not in ran.err
    assert pair.hash("Bert") == pair.hash("Anna")


def test_another_projects_bundle_is_refused(pair: Pair, werkboek: Werkboek) -> None:
    other = pair.folder / "other.werkboek"
    pair.at("Anna", "new", other, "--author", "Anna")
    out = pair.folder / "other.wbx"
    pair.at("Anna", "export", other, out)
    before = pair.hash("Anna")
    ran = werkboek("import", pair.files["Anna"], out, "--json")
    assert ran.code == 3
    assert ran.json["files"][0]["error"]["code"] == "other_project"
    assert pair.hash("Anna") == before

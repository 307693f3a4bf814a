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
        return self.at(name, "hash", self.files[name], "--scope", "work").out.strip()

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
    data[len(data) // 2] ^= 0xFF  # all its bits: the last byte of a packed member has some that mean nothing
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


def test_different_simple_values_are_a_conflict_without_parts(pair: Pair) -> None:
    for name, value in (("Anna", "12"), ("Bert", "13")):
        pair.write(name, value, "inhabitants")
    pair.meet()
    for name in ("Anna", "Bert"):
        field = pair.field(name, "inhabitants")
        assert field.keys() == {"status", "value", "variants"}
        assert (field["status"], field["value"]) == ("conflict", None)
        assert {variant["value"] for variant in field["variants"]} == {12, 13}


def test_equal_simple_values_settle(pair: Pair) -> None:
    for name in ("Anna", "Bert"):
        pair.write(name, "Dezelfde titel", "title")
    pair.meet()
    field = pair.field("Bert", "title")
    assert (field["status"], field["value"]) == ("settled", "Dezelfde titel")
    (variant,) = field["variants"]
    assert len(variant["changes"]) == 2


def test_sets_are_always_settled_and_an_addition_wins(pair: Pair) -> None:
    pair.write("Anna", '["jonge_aanwas"]', "forms")
    pair.meet()
    pair.at("Anna", "set", pair.files["Anna"], pair.case, "forms", "--remove", "jonge_aanwas", "--add", "explosies")
    pair.at("Bert", "set", pair.files["Bert"], pair.case, "forms", "--add", "geldezels", "--author", "Bert")
    pair.meet()
    for name in ("Anna", "Bert"):
        field = pair.field(name, "forms")
        assert (field["status"], field["value"]) == ("settled", ["explosies", "geldezels"])


def test_the_parts_of_a_conflict_name_their_changes(pair: Pair) -> None:
    pair.write("Anna", START.replace("Niemand", "Iedereen"))
    pair.write("Bert", START.replace("Niemand", "Bijna niemand"))
    pair.meet()
    field = pair.field("Anna")
    before, conflict, behind = field["parts"]
    assert before == {"text": "Wij belden aan bij elke deur."}
    assert behind == {"text": "De buurt hield zich stil."}
    changes = {change for variant in field["variants"] for change in variant["changes"]}
    assert conflict.keys() == {"variants"}
    assert conflict["variants"].keys() == changes
    assert set(conflict["variants"].values()) == {"Iedereen deed open.", "Bijna niemand deed open."}


def test_an_edit_that_a_delete_did_not_see_keeps_the_record_and_says_so(pair: Pair) -> None:
    pair.at("Anna", "delete", pair.files["Anna"], pair.case)
    pair.write("Bert", "Nog niet weg", "title")
    pair.meet()
    for name in ("Anna", "Bert"):
        (record,) = pair.at(name, "show", pair.files[name], pair.case, "--json").json["records"]
        assert record["deleted"] is False
        (notice,) = record["notices"]
        assert notice.keys() == {"kind", "by", "change"}
        assert (notice["kind"], notice["by"]) == ("deleted_and_edited", "Anna")


def test_a_record_that_two_people_moved_says_so(pair: Pair) -> None:
    chapters = [
        pair.at("Anna", "set", pair.files["Anna"], "chapter:new@workbook", "title", title).out.strip()
        for title in ("Een", "Twee", "Drie")
    ]
    pair.meet()
    for name, parent in (("Anna", chapters[1]), ("Bert", chapters[2])):
        place = json.dumps({"parent": parent, "after": None})
        pair.at(name, "set", pair.files[name], chapters[0], "place", place, "--author", name)
    pair.meet()
    for name in ("Anna", "Bert"):
        (record,) = pair.at(name, "show", pair.files[name], chapters[0], "--json").json["records"]
        assert [notice["kind"] for notice in record["notices"]] == ["moved"]
        assert record["fields"]["place"]["value"]["parent"] in chapters[1:]


def test_what_is_merged_or_in_conflict_is_counted_and_reported(pair: Pair) -> None:
    pair.write("Anna", "12", "inhabitants")
    pair.write("Bert", "13", "inhabitants")
    pair.write("Anna", START.replace("Wij belden", "Wij belden samen"))
    pair.write("Bert", START.replace("hield zich stil", "zweeg"))
    (report,) = pair.send("Anna", "Bert")["files"]
    assert report["conflicts"] == [[pair.case, "inhabitants"]]
    assert report["merged"] == [[pair.case, "summary"]]
    (row,) = pair.at("Bert", "list", pair.files["Bert"], "case", "--json").json
    assert (row["conflicts"], row["merged"]) == (1, 1)


def test_setting_the_merged_text_settles_it(pair: Pair) -> None:
    pair.write("Anna", START.replace("Wij belden", "Wij belden samen"))
    pair.write("Bert", START.replace("hield zich stil", "zweeg"))
    pair.meet()
    pair.write("Bert", pair.field("Bert")["value"])
    pair.meet()
    assert pair.field("Anna")["status"] == "settled"
    assert len(pair.field("Anna")["variants"]) == 1


def test_one_sign_up_converted_twice_is_one_case(pair: Pair, tmp_path: Path) -> None:
    secret = tmp_path / "wachtzin"
    secret.write_text("drie fietsen in de gracht")
    people = ["--people", "--passphrase-file", secret]
    signup = pair.at("Anna", "set", pair.files["Anna"], "signup:new", "municipality", "Utrecht").out.strip()
    out = tmp_path / "mensen.wbx"
    pair.at("Anna", "export", pair.files["Anna"], out, *people)
    pair.at("Bert", "import", pair.files["Bert"], out, *people[1:])
    case, again = (
        pair.at(name, "convert", pair.files[name], signup, "--author", name).out.strip() for name in ("Anna", "Bert")
    )
    assert case == again
    pair.meet()
    for name in ("Anna", "Bert"):
        (record,) = pair.at(name, "show", pair.files[name], case, "--json").json["records"]
        assert {field["status"] for field in record["fields"].values()} == {"settled"}


def test_what_there_is_to_choose_from_is_told_with_a_proposal_word_for_word(pair: Pair) -> None:
    pair.write("Anna", START.replace("elke deur", "bijna elke deur"))
    pair.write("Bert", START.replace("Wij belden", "Wij belden 's avonds"))
    pair.meet()
    asked = "versions", pair.files["Anna"], pair.case, "summary"
    found = pair.at("Anna", *asked, "--json").json
    assert found["began"]["value"] == START
    assert {version["author"]: version["places"] for version in found["versions"]} == {"Anna": 1, "Bert": 1}
    proposal = "Wij belden 's avonds aan bij bijna elke deur. Niemand deed open. De buurt hield zich stil."
    assert found["proposal"] == proposal
    plain = pair.at("Anna", *asked).out
    assert "Bert: Eén plek anders dan het beginpunt" in plain
    assert proposal in plain
    assert pair.field("Anna")["status"] == "conflict"
    pair.write("Anna", proposal)
    assert pair.at("Anna", *asked).out.strip() == "Er zijn geen twee versies."
    assert pair.at("Anna", *asked, "--json").json == {"began": None, "versions": [], "proposal": None}

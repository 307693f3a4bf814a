"""The overviews without a screen."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek


@pytest.fixture
def case(make: Callable[..., str], done: Werkboek, project: Path) -> str:
    made = make("case:new", "title", "=De Kolenbuurt")
    done("set", project, made, "municipalities", "--add", "Utrecht")
    done("set", project, made, "forms", "--add", "drugslab")
    for type_ in ("repressive", "repressive", "preventive"):
        make(f"measure:new@{made}", "type", type_)
    return made


def test_the_balance_counts_each_case_and_all_together(done: Werkboek, project: Path, case: str) -> None:
    document = done("overview", project, "balance", "--json").json
    assert [entry["id"] for entry in document["cases"]] == [case]
    counted = {"repressive": 2, "preventive": 1, "both": 0, "unknown": 0}
    assert document["cases"][0]["balance"] == document["total"]["balance"] == counted
    assert [part["label"] for part in document["by"]["municipality"]] == ["Utrecht"]
    out = done("overview", project, "balance").out
    assert f"{case}  =De Kolenbuurt" in out
    assert "Alle praktijkvoorbeelden (1): 2 repressief · 1 preventief" in out


def test_the_choice_says_what_it_leaves_out(done: Werkboek, project: Path, case: str, make: Callable[..., str]) -> None:
    other = make("case:new", "title", "Zuid")
    done("set", project, other, "municipalities", "--add", "Middelburg")
    done("set", project, case, "status", "selected")
    document = done("overview", project, "choice", "--json").json
    assert {"label": "Utrecht", "chosen": 1, "offered": 1} in document["spread"]["province"]
    assert "Nog geen geval uit Zeeland." in document["remarks"]
    assert "Nog geen geval uit Zeeland." in done("overview", project, "choice").out


def test_the_board_counts_what_is_missing(done: Werkboek, project: Path, case: str) -> None:
    document = done("overview", project, "missing", "--json").json
    assert document["cases"][0]["missing"]["photo"] == {"done": 0, "of": 1, "mark": "missing"}
    assert document["cases"][0]["missing"]["privacy"] == {"done": 0, "of": 0, "mark": "not_needed"}
    assert document["totals"]["quotes"] == {"done": 0, "partly": 0, "missing": 0, "not_needed": 1}
    assert "Foto: 1 ontbreekt" in done("overview", project, "missing").out


def test_what_does_not_take_part_comes_along_on_request(done: Werkboek, project: Path, case: str) -> None:
    done("set", project, case, "status", "withdrawn")
    assert done("overview", project, "missing", "--json").json["cases"] == []
    assert len(done("overview", project, "missing", "--all", "--json").json["cases"]) == 1


@pytest.mark.parametrize("view", ["balance", "choice", "missing"])
def test_a_file_for_a_spreadsheet_holds_no_formula(
    done: Werkboek, refused: Werkboek, project: Path, case: str, view: str, tmp_path: Path
) -> None:
    out = tmp_path / "uit.csv"
    assert done("overview", project, view, "--csv", out).out == f"Gemaakt: {out}\n"
    content = out.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfPraktijkvoorbeeld;")
    assert "\r\n'=De Kolenbuurt;" in content.decode("utf-8-sig")
    refused("overview", project, view, "--csv", out)
    assert out.read_bytes() == content
    done("overview", project, view, "--csv", out, "--force")


def test_another_view_is_wrong_use(misused: Werkboek, project: Path) -> None:
    misused("overview", project, "kaart")

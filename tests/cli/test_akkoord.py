"""Akkoord on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

type Make = Callable[..., str]


def test_a_proof_goes_out_is_answered_lapses_and_its_text_comes_back(
    done: Werkboek, werkboek: Werkboek, project: Path, make: Make, tmp_path: Path
) -> None:
    assert done("akkoord", project).out == "Er is nog van geen praktijkvoorbeeld een proef gemaakt.\n"
    case = make("case:new", "title", "De Kolenbuurt")
    done("set", project, case, "summary", "De buurt was stil.")
    out, scan = tmp_path / "proef.pdf", tmp_path / "mail.eml"
    scan.write_text("Akkoord", encoding="utf-8")
    sent = done("proof", project, case, out, "--to", "De gemeente", "--deadline", "2026-12-09", "--status")
    assert "‘Aanleiding en wijk’ is nog leeg." in sent.err
    assert out.exists()
    proof = sent.out.strip()
    refused = werkboek("proof", project, case, out, "--to", "De gemeente")
    assert (refused.code, len(refused.err.splitlines())) == (3, 2)
    said = ("--by", "Anja Bos", "--function", "wethouder", "--type", "municipality", "--outcome", "approved")
    approval = done("approve", project, proof, *said, "--on", "2026-11-25", "--evidence", scan).out.strip()
    done("set", project, case, "summary", "De buurt was niet stil.")
    (found,) = done("akkoord", project, "--json").json["cases"]
    assert (found["case"], found["next"], found["waits"]) == (case, "decide", None)
    stand = next(each for each in found["stands"] if each["type"] == "municipality")
    (change,) = stand.pop("changes")
    assert (stand["state"], stand["approval"], stand["sentences"]) == ("lapsed", approval, 1)
    assert (change["how"], change["field"], change["before"]) == ("changed", "summary", "De buurt was stil.")
    assert change["reasons"] == ["negation"]
    (kept,) = found["proofs"]
    assert (kept["sent_to"], kept["deadline"], kept["answers"][0]["function"]) == (
        "De gemeente",
        "2026-12-09",
        "wethouder",
    )
    assert "Gemeente: gewijzigd na akkoord\n    In het kort: gewijzigd" in done("akkoord", project, case).out
    assert (
        "De tekst is gewijzigd na het akkoord van de gemeente." in done("set", project, case, "status", "approved").err
    )
    line = tmp_path / "regel.jsonl"
    line.write_text(json.dumps({"target": case, "field": "status", "value": "final"}), encoding="utf-8")
    assert "De tekst is gewijzigd na het akkoord van de gemeente." in done("apply", project, line).err
    done("put-back", project, proof)
    assert "Gemeente: akkoord" in done("akkoord", project, case).out
    assert werkboek("approve", project, proof, *said, "--type", "burgemeester").code == 3


def test_an_import_tells_before_and_after_which_akkoord_stands_no_longer(
    done: Werkboek, computer: Callable[[str], None], tmp_path: Path
) -> None:
    anna, bert, bundle = tmp_path / "anna.werkboek", tmp_path / "bert.werkboek", tmp_path / "een.wbx"
    computer("Anna")
    done("new", anna, "--author", "Anna")
    case = done("set", anna, "case:new", "summary", "De buurt was stil.").out.strip()
    proof = done("proof", anna, case, tmp_path / "proef.pdf", "--to", "De gemeente").out.strip()
    said = ("--by", "Anja Bos", "--function", "wethouder", "--type", "municipality", "--outcome", "approved")
    done("approve", anna, proof, *said)
    done("export", anna, bundle)
    computer("Bert")
    done("import", bert, bundle, "--author", "Bert")
    done("set", bert, case, "summary", "De buurt was niet stil.", "--author", "Bert")
    back = tmp_path / "twee.wbx"
    done("export", bert, back)
    computer("Anna")
    for arguments in (("--dry-run",), ()):
        (report,) = done("import", anna, back, "--json", *arguments).json["files"]
        assert report["lapsed"] == [case]
    (again,) = done("import", anna, back, "--json").json["files"]
    assert "lapsed" not in again

"""What is missing of what a colleague sent, as the command line says it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.ran import Werkboek


@pytest.fixture
def waits(done: Werkboek, computer: Callable[[str], None], tmp_path: Path) -> Path:
    """Bert's file went back to an older backup, and then a bundle came that goes on from what that had."""
    computer("Anna")
    project = tmp_path / "samen.werkboek"
    done("new", project, "--name", "Samen de wijk in", "--author", "Anna")
    case = done("set", project, "case:new", "title", "De Kolenbuurt").out.strip()
    bundles = [tmp_path / f"{number}.wbx" for number in range(4)]
    files = [tmp_path / f"bert{number}.werkboek" for number in range(2)]
    done("export", project, bundles[0])
    computer("Bert")
    done("import", files[0], bundles[0], "--author", "Bert")
    done("set", files[0], case, "summary", "Van Bert.", "--author", "Bert")
    done("backup", files[0], tmp_path / "reserve")
    computer("Anna")
    done("set", project, case, "summary", "Een.", "--author", "Anna")
    done("export", project, bundles[1])
    computer("Bert")
    done("import", files[0], bundles[1])
    done("export", files[0], bundles[2])
    done("restore", tmp_path / "reserve", files[1])
    computer("Anna")
    (receiver,) = {file["sender"] for file in done("import", project, bundles[2], "--json").json["files"]}
    done("set", project, case, "summary", "Een. Twee.", "--author", "Anna")
    done("export", project, bundles[3], "--since-received", "--to", receiver)
    computer("Bert")
    ran = done("import", files[1], bundles[3], "--json")
    assert ran.json["files"][0]["result"] == "waiting"
    assert ran.err.endswith("er mist nog een pakket; stuur eerst een pakket terug.\n")
    return files[1]


def test_which_bundle_of_whom_is_missing_and_the_mail_that_asks_for_it(done: Werkboek, waits: Path) -> None:
    (missing,) = done("missing", waits, "--json").json["missing"]
    assert missing["sender"].startswith("Anna · ")
    assert (missing["changes"], missing["goes_on"]) == (1, True)
    assert [(hole["first"], hole["last"]) for hole in missing["numbers"]] == [(2, 2)]
    said = done("missing", waits).out
    assert "Eén wijziging wacht op een eerder pakket: waarschijnlijk pakket 2, gemaakt op" in said
    assert "Nog niet compleet: ‘De Kolenbuurt’." in said
    assert "    Onderwerp: Er mist een pakket van ons werkboek ‘Samen de wijk in’\n" in said
    assert missing["request"]["text"].splitlines()[0] == "Hallo Anna,"


def test_what_is_not_whole_is_shown_so_everywhere(done: Werkboek, waits: Path, tmp_path: Path) -> None:
    (row,) = done("list", waits, "case", "--json").json
    assert row["waiting"] == 1
    assert "[nog niet compleet]" in done("list", waits, "case").out
    (record,) = done("show", waits, row["id"], "--json").json["records"]
    assert record["waiting"] == 1
    assert "(nog niet compleet" in done("show", waits, row["id"]).out
    for out in ("casus.pdf", "casus.docx"):
        printed = done("publish", waits, tmp_path / out, "--case", row["id"]).out
        assert "‘De Kolenbuurt’ is nog niet compleet: één wijziging wacht op een eerder pakket." in printed
    assert "Er mist nog een pakket van Anna" in done("today", waits).out


def test_where_nothing_is_missing_that_is_said(done: Werkboek, project: Path, case: str) -> None:
    assert done("missing", project, "--json").json == {"missing": []}
    assert done("missing", project).out == "Er mist niets: alles wat kwam, is compleet.\n"
    assert "waiting" not in done("list", project, "case", "--json").json[0]
    assert "compleet" not in done("show", project, case).out


def test_a_project_is_made_of_the_bundles_in_a_folder(
    done: Werkboek, refused: Werkboek, waits: Path, computer: Callable[[str], None], tmp_path: Path
) -> None:
    computer("Chris")
    mail, file = tmp_path / "mail", tmp_path / "chris.werkboek"
    mail.mkdir()
    refused("rebuild", file, mail, "--author", "Chris")
    assert not file.exists()
    for number in (3, 0):
        (tmp_path / f"{number}.wbx").rename(mail / f"pakket {number}")
    (mail / "notitie.txt").write_text("niets")
    said = done("rebuild", file, mail, "--author", "Chris").out
    assert "3 bestanden bekeken, 2 pakketten ingelezen, " in said
    assert "Er mist nog een pakket van Anna · " in said
    (tmp_path / "2.wbx").rename(mail / "van Bert")  # what Anna went on from
    document = done("rebuild", file, mail, "--json").json
    assert (document["looked_at"], document["others"], document["missing"]) == (4, 0, [])
    assert {report["result"] for report in document["files"]} == {"known", "imported"}
    ran = refused("rebuild", file, tmp_path / "0")
    assert "is geen map" in ran.err


def test_a_damaged_one_is_refused_and_the_rest_goes(werkboek: Werkboek, waits: Path, tmp_path: Path) -> None:
    mail = tmp_path / "mail"
    mail.mkdir()
    (tmp_path / "1.wbx").rename(mail / "heel")
    (mail / "stuk").write_bytes(b"PK\3\4" + b"x" * 26 + b"mimetype")
    ran = werkboek("rebuild", waits, mail, "--json")
    assert ran.code == 3
    assert [report["result"] for report in ran.json["files"]] == ["imported", "refused"]
    assert len(ran.err.splitlines()) == 2

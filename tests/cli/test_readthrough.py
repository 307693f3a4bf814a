"""The whole book on the command line."""

from pathlib import Path

from tests.cli.ran import Werkboek


def test_the_whole_book_is_read_or_a_chapter_of_it(tmp_path: Path, done: Werkboek, refused: Werkboek) -> None:
    file = tmp_path / "boek.werkboek"
    done("new", file, "--author", "Marit de Wit")
    case = done("set", file, "case:new", "title", "De Kolenbuurt").out.strip()
    done("set", file, case, "summary", "De *buurt* was stil.")
    done("set", file, case, "status", "editing")
    chapter = done("set", file, "chapter:new@workbook", "title", "Eerst").out.strip()
    done("set", file, chapter, "case", case)
    said = done("read", file, "--chapter", chapter).out.splitlines()
    assert said[:6] == ["# Eerst", "", "## De Kolenbuurt", "", "In het kort", "De *buurt* was stil."]
    found = done("read", file, "--status", "editing", "--json").json["parts"]
    assert [(part["kind"], part["level"]) for part in found] == [("chapter", 1), ("case", 2)]
    assert found[1]["texts"][0] == {
        "record": case,
        "field": "summary",
        "label": "In het kort",
        "status": "settled",
        "value": "De *buurt* was stil.",
    }
    refused("read", file, "--chapter", "0" * 32)

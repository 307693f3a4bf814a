"""`werkboek log`, `blame` and `revert`."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

type Make = Callable[..., str]
type Shown = Callable[[str, str], object]


def test_an_earlier_version_is_written_again_as_a_change(
    done: Werkboek, refused: Werkboek, project: Path, field: Shown
) -> None:
    case = done("set", project, "case:new", "title", "Haven", "--author", "Anna").out.strip()
    done("set", project, case, "title", "Kade", "--author", "Bert")
    first, second = done("history", project, case, "title", "--json").json["changes"]
    assert done("revert", project, case, "title", first["change"], "--author", "Bert").out.strip() == case
    assert field(case, "title") == "Haven"
    after = done("history", project, case, "title", "--json").json["changes"]
    assert [(each["value"], each["author"]) for each in after] == [
        ("Haven", "Anna"),
        ("Kade", "Bert"),
        ("Haven", "Bert"),
    ]
    assert after[-1]["parents"] == [second["change"]]
    refused("revert", project, case, "title", "0" * 64, "--author", "Bert")
    assert field(case, "title") == "Haven"


def test_the_log_has_what_was_made_written_and_deleted(done: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "Haven")
    measure = make(f"measure:new@{case}", "measure", "Sluiting")
    done("set", project, measure, "measure", "Waarschuwing")
    done("set", project, case, "summary", "De wijk is klein.")
    done("delete", project, measure)
    make("case:new", "title", "Elders")
    moments = done("log", project, case, "--json").json["moments"]
    # All in one second, so only what happened in one field is in order.
    told = [(each["record"], each["field"], each["deed"]) for each in moments]
    assert set(told) == {
        (case, "title", "wrote"),
        (measure, "measure", "made"),
        (measure, "measure", "wrote"),
        (case, "summary", "wrote"),
        (measure, "deleted", "deleted"),
    }
    assert told.index((measure, "measure", "made")) < told.index((measure, "measure", "wrote"))
    assert [each["words"] for each in moments if each["field"] == "summary"] == [4]
    assert "(+4 woorden)" in done("log", project, case).out
    assert "Elders" in done("log", project).out


def test_who_wrote_this_sentence(done: Werkboek, project: Path) -> None:
    case = done("set", project, "case:new", "summary", "De wijk is klein.", "--author", "Anna").out.strip()
    done("set", project, case, "summary", "De wijk is klein. De haven is groot.", "--author", "Bert")
    parts = done("blame", project, case, "summary", "--json").json["parts"]
    assert [(each["part"], each["author"]) for each in parts] == [
        ("De wijk is klein.", "Anna"),
        ("De haven is groot.", "Bert"),
    ]
    assert "Bert\n  De haven is groot." in done("blame", project, case, "summary").out


def test_a_delete_and_a_place_are_no_versions(done: Werkboek, refused: Werkboek, project: Path, make: Make) -> None:
    case = make("case:new", "title", "Haven")
    measure = make(f"measure:new@{case}", "measure", "Sluiting")
    for name in ("place", "deleted"):
        done("delete", project, measure)
        done("delete", project, measure, "--undo")
        change = done("history", project, measure, name, "--json").json["changes"][0]["change"]
        assert "zet je niet terug" in refused("revert", project, measure, name, change).err


def test_what_others_changed_since_one_looked(done: Werkboek, project: Path) -> None:
    case = done("set", project, "case:new", "summary", "De wijk is klein.", "--author", "Anna").out.strip()
    assert done("news", project, case).out == "Niets gewijzigd.\n"
    done("news", project, case, "--seen")
    done("set", project, case, "summary", "De wijk is klein. De haven is groot.", "--author", "Bert")
    (place,) = done("news", project, case, "--seen", "--json").json["places"]
    assert place["authors"] == ["Bert"]
    assert [each["words"] for each in place["sentences"]] == ["De haven is groot."]
    assert done("news", project, case, "--json").json["places"] == []

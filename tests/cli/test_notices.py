"""What `check` tells besides damage: it is no reason to refuse anything."""

from pathlib import Path

from tests.cli.ran import Werkboek
from tests.workspace.machine.newer import NewerProgram
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.values import ValueType


def test_changes_that_do_not_fit_together_are_told_and_nothing_is_wrong(
    done: Werkboek, project: Path, case: str, tmp_path: Path
) -> None:
    assert done("check", project).out == "Alles klopt.\n"
    id_ = done("show", project, "--json").json["project"]["id"]
    key = FieldKey("work", "case", None, case, "opening", ValueType.PROSE)
    program = NewerProgram(id_, "work", 1)
    first = program.write(key, "Een.", [])
    program.write(key, "Twee.", [first], depth=7)
    program.write(key, "Drie.", [first], seq=9)
    bundle = tmp_path / "raar.wbx"
    bundle.write_bytes(program.bundle())
    done("import", project, bundle)
    assert done("check", project).out.splitlines() == [
        "Alles klopt.",
        "Let op: Van Nienke · nieuwer: één wijziging telt niet mee, want wat eraan voorafging kan zo niet zijn.",
        "Let op: Van Nienke · nieuwer: één wijziging is verkeerd genummerd. Alles wat er staat telt mee.",
    ]
    shown = done("show", project, case, "--json").json["records"][0]["fields"]["opening"]
    assert shown["value"] == "Drie."


def test_a_fork_is_told_and_nothing_is_wrong(done: Werkboek, project: Path, case: str, tmp_path: Path) -> None:
    id_ = done("show", project, "--json").json["project"]["id"]
    key = FieldKey("work", "case", None, case, "opening", ValueType.PROSE)
    for value in ("Links.", "Rechts."):
        program = NewerProgram(id_, "work", 2)
        program.write(key, value, [])
        (tmp_path / value).write_bytes(program.bundle())
        done("import", project, tmp_path / value)
    fine, told = done("check", project).out.splitlines()
    assert fine == "Alles klopt."
    assert told.startswith(
        "Let op: Dit werkboek is op twee plekken verder bewerkt op de computer van Nienke (nieuwer), sinds "
    )

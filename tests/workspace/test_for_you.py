"""What somebody begins with who has just joined."""

from pathlib import Path

from tests.ui.room import computer
from werkboek_desktop.domain.values import Value
from werkboek_desktop.workspace import Workspace


def test_a_case_that_is_mine_with_the_first_part_that_has_no_word(tmp_path: Path) -> None:
    app = computer(tmp_path, "samira")
    with Workspace.create(tmp_path / "a.werkboek", app, name="A", author="Samira") as workspace:
        workspace.sign()
        me = next(row.id for row in workspace.rows() if row.title == "Samira")
        fields: dict[str, Value] = {"title": "Mijn", "municipalities": ("GM0344",), "assignee": me}
        fields |= {"summary": "Kort.", "opening": "Stil.", "context": "De wijk."}
        mine = str(workspace.create_record("case", None, fields).record)
        workspace.create_record("case", None, {"title": "Van niemand"})
        (found,) = workspace.for_you(partial=False)
        assert (found.record, found.title, found.where) == (mine, "Mijn", "Utrecht")
        assert (found.field, found.part) == ("approach", "Hoe richt u de aanpak in?")


def test_two_cases_of_nobody_are_for_who_got_only_these(tmp_path: Path) -> None:
    app = computer(tmp_path, "samira")
    with Workspace.create(tmp_path / "a.werkboek", app, name="A", author="Samira") as workspace:
        for title in ("Een", "Twee"):
            workspace.create_record("case", None, {"title": title})
        assert workspace.for_you(partial=False) == ()
        assert {each.title for each in workspace.for_you(partial=True)} == {"Een", "Twee"}

"""How a case reads, and which sentences make it hard."""

from pathlib import Path

from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace

LONG = f"De {'wijk ' * 26}is stil."


def test_what_reads_hard_in_a_case_and_its_items(tmp_path: Path) -> None:
    real = App.of_this_computer()
    app = App(tmp_path / "m", real.clock, real.entropy)
    with Workspace.create(tmp_path / "werk.werkboek", app, author="Marit") as project:
        fields = {"title": "De RIEC", "summary": f"{LONG} Het regionale centrum (RIEC) hielp."}
        case = str(project.create_record("case", None, fields).record)
        item = project.create_record("bottleneck", case, {"bottleneck": "Het RIEC en het ZVH."}).record
        found = project.reading_ease(case)
        assert found.scores is None
        assert [(each.record, each.field, each.sentence, each.why) for each in found.hard] == [
            (case, "summary", LONG, "29 woorden in één zin"),
            (item, "bottleneck", "Het RIEC en het ZVH.", "niet uitgelegd: ZVH"),
        ]
        project.set_field(case, "approach", "De wijk is stil. " * 25)
        found = project.reading_ease(case)
        assert found.scores
        assert found.words == 29 + 5 + 5 + 100
        assert project.reading_ease(str(item)).words == 0

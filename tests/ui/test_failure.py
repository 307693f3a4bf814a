"""What is known of something that went wrong says nothing that anybody typed."""

from pathlib import Path

import pytest

from werkboek_desktop.errors import NotSaved, OtherProject
from werkboek_desktop.settings import App
from werkboek_desktop.ui.failure import details_of
from werkboek_desktop.workspace import Workspace


def refused(task: str) -> NotSaved:
    """As where the disk is full."""
    try:
        try:
            raise OSError(28, "No space left", task)  # noqa: TRY301 - the cause is what it is about
        except OSError as error:
            raise NotSaved(Path("/data/fatima/geheim.werkboek"), "No space") from error
    except NotSaved as error:
        return error


def test_it_says_which_program_which_refusal_and_where() -> None:
    first, *rest = details_of(refused("Jelle Hek")).splitlines()
    assert "Werkboek " in first
    assert "Python " in first
    here = f"  {__name__}:"
    assert [line.rsplit(maxsplit=1)[0].rstrip("0123456789") for line in rest if line.startswith(" ")] == [here, here]
    assert [line for line in rest if not line.startswith(" ")] == ["NotSaved not_saved", "OSError"]


def test_no_word_of_what_it_is_about_is_in_it() -> None:
    known = details_of(refused("Jelle Hek"), OtherProject("Ondermijning in de wijk"))
    assert "OtherProject other_project" in known
    for word in ("Jelle", "Hek", "fatima", "geheim", "Ondermijning"):
        assert word not in known


def test_the_places_of_the_program_are_named_without_the_folders_of_a_computer(tmp_path: Path) -> None:
    with pytest.raises(Exception, match="bestaat niet") as missing:
        Workspace.open(tmp_path / "fatima.werkboek", App.of_this_computer())
    known = details_of(missing.value)
    assert "werkboek_desktop.workspace." in known
    assert str(tmp_path) not in known
    assert "/" not in known.split("\n", 1)[1]

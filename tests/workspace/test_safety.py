"""Backups beside the project and in the places of the settings."""

from pathlib import Path

import pytest

from werkboek_desktop.errors import NoBackupThere
from werkboek_desktop.settings import App, Settings
from werkboek_desktop.workspace import Workspace, restore


@pytest.fixture
def app(tmp_path: Path) -> App:
    real = App.of_this_computer()
    return App(tmp_path / "app", real.clock, real.entropy)


@pytest.fixture
def workspace(tmp_path: Path, app: App) -> Workspace:
    return Workspace.create(tmp_path / "samen.werkboek", app, name="Samen", author="Anna")


def save_places(app: App, *places: Path) -> None:
    app.save_settings(Settings(computer="laptop/3", backup_places=tuple(map(str, places))))


def test_a_backup_is_taken_to_every_place_and_can_be_restored_from_there(
    workspace: Workspace, app: App, tmp_path: Path
) -> None:
    stick, share = tmp_path / "stick", tmp_path / "share"
    stick.mkdir()
    share.mkdir()
    save_places(app, stick, share)
    made = workspace.backup()
    assert made.missed == ()
    for place in (stick, share):
        (folder,) = place.iterdir()
        assert folder.name.startswith("samen back-ups (laptop-3 ")
        (copy,) = folder.iterdir()
        restore(copy, tmp_path / f"terug van {place.name}.werkboek", app)
        with Workspace.open(tmp_path / f"terug van {place.name}.werkboek", app, read_only=True) as restored:
            assert restored.state_hash() == workspace.state_hash()


def test_a_place_that_is_not_there_is_said_and_the_others_get_theirs(
    workspace: Workspace, app: App, tmp_path: Path
) -> None:
    stick, gone, brief = tmp_path / "stick", tmp_path / "weg", tmp_path / "brief"
    stick.mkdir()
    brief.write_text("geen map")
    save_places(app, gone, brief, stick)
    made = workspace.backup()
    assert made.path.exists()
    assert all(isinstance(missed, NoBackupThere) for missed in made.missed)
    assert [str(place) in missed.message for place, missed in zip((gone, brief), made.missed, strict=True)] == [
        True
    ] * 2
    assert len(list(stick.rglob("*.werkboek"))) == 1


def test_a_place_that_refuses_is_said(workspace: Workspace, app: App, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    save_places(app, stick)
    (first,) = [workspace.backup()]
    (folder,) = stick.iterdir()
    for copy in folder.iterdir():
        copy.unlink()
    folder.rmdir()
    folder.write_text("hier staat al iets")
    second = workspace.backup()
    assert first.missed == ()
    assert len(second.missed) == 1
    assert second.path.exists()


def test_before_an_import_a_copy_is_kept_and_afterwards_taken_to_the_places(
    workspace: Workspace, app: App, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    save_places(app, tmp_path / "weg", stick)
    workspace.export(tmp_path / "pakket.wbx")
    report = workspace.import_([tmp_path / "pakket.wbx"])
    assert [type(missed) for missed in report.missed] == [NoBackupThere]
    assert len(list(stick.rglob("*.werkboek"))) == 1
    assert workspace.preview([tmp_path / "pakket.wbx"]).missed == ()


def test_a_place_that_missed_the_last_backup_is_remembered_until_it_has_one(
    workspace: Workspace, app: App, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    save_places(app, stick)
    workspace.backup()
    assert workspace.agenda().backup.sentence == f"Die kwam niet in {stick}."
    stick.mkdir()
    workspace.backup()
    assert workspace.agenda().backup.fine
    stick.rename(tmp_path / "weg")
    workspace.backup()
    assert not workspace.agenda().backup.fine
    save_places(app)
    assert workspace.agenda().backup.fine


def test_a_copy_with_a_name_of_its_own_goes_nowhere_else(workspace: Workspace, app: App, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    save_places(app, stick)
    assert workspace.backup(tmp_path / "kopie.werkboek").missed == ()
    assert list(stick.iterdir()) == []

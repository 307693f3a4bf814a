"""A file that somebody opened: what it is, and where it belongs at this computer."""

from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.ui.room import computer
from werkboek_desktop.errors import BundleDamaged, FileExists, NotABundle, PassphraseNeeded, WrongPassphrase
from werkboek_desktop.resources import resource
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import (
    Workspace,
    create_project,
    free_path,
    is_project,
    join_project,
    look_at_bundle,
    place_for,
    recent_files,
)

NAME = "Ondermijning in de wijk"


@pytest.fixture
def marit(tmp_path: Path) -> App:
    return computer(tmp_path, "marit")


@pytest.fixture
def samira(tmp_path: Path) -> App:
    return computer(tmp_path, "samira")


@pytest.fixture
def bundle(tmp_path: Path, marit: App) -> Path:
    with Workspace.create(tmp_path / "marit.werkboek", marit, name=NAME, author="Marit de Wit") as made:
        made.create_record("case", None, {"title": "De Kolenbuurt"})
        made.export(tmp_path / "pakket 3 (2).zip")
    return tmp_path / "pakket 3 (2).zip"


@pytest.fixture
def locked(tmp_path: Path, marit: App, bundle: Path) -> Path:
    with Workspace.open(bundle.with_name("marit.werkboek"), marit, author="Marit de Wit") as made:
        made.create_record("attendee", None, {"first_name": "Sanne"})
        made.export(tmp_path / "op slot.wbx", people=True, passphrase="onderweg")
    return tmp_path / "op slot.wbx"


def show(file: Path, app: App) -> None:
    """A window shows it."""
    with Workspace.open(file, app) as workspace:
        workspace.sit_down()


def test_a_bundle_says_whose_it_is_by_what_is_in_it_and_not_by_its_name(bundle: Path, samira: App) -> None:
    offer = look_at_bundle(bundle, samira)
    assert (offer.name, offer.sender, offer.is_partial, offer.files) == (NAME, "Marit de Wit", False, ())
    assert not offer.goes_on
    assert look_at_bundle(resource("demo") / "pakketten" / "piet-1.wbx", samira).goes_on
    assert not is_project(bundle)


def test_a_project_is_known_by_what_is_in_it(tmp_path: Path, bundle: Path) -> None:
    renamed = (tmp_path / "marit.werkboek").rename(tmp_path / "marit.bak")
    assert bundle.exists()
    assert is_project(renamed)
    assert is_project(tmp_path / "weg.werkboek")
    assert not is_project(tmp_path / "weg.wbx")


def test_it_finds_the_files_of_its_project_that_were_shown_here_and_are_still_there(
    tmp_path: Path, bundle: Path, samira: App
) -> None:
    for name in ("een", "twee", "drie"):
        join_project(tmp_path / f"{name}.werkboek", samira, bundle, author="Samira")
        show(tmp_path / f"{name}.werkboek", samira)
    create_project(tmp_path / "ander.werkboek", samira, name="Iets anders", author="Samira")
    show(tmp_path / "ander.werkboek", samira)
    (tmp_path / "twee.werkboek").unlink()
    assert {file.stem for file in look_at_bundle(bundle, samira).files} == {"een", "drie"}
    assert [(each.path.stem, each.is_here) for each in recent_files(samira, 8) if not each.is_here] == [("twee", False)]


def test_a_locked_bundle_asks_and_a_wrong_passphrase_is_refused(tmp_path: Path, locked: Path, samira: App) -> None:
    with pytest.raises(PassphraseNeeded):
        look_at_bundle(locked, samira)
    with pytest.raises(WrongPassphrase):
        look_at_bundle(locked, samira, passphrase="thuis")
    assert look_at_bundle(locked, samira, passphrase="onderweg").name == NAME
    with pytest.raises(WrongPassphrase):
        join_project(tmp_path / "nieuw" / "a.werkboek", samira, locked, author="Samira", passphrase="thuis")
    assert not (tmp_path / "nieuw").exists()


def test_joining_makes_the_folder_and_never_writes_over_a_file(tmp_path: Path, bundle: Path, samira: App) -> None:
    file = tmp_path / "Documenten" / "Werkboek" / "a.werkboek"
    join_project(file, samira, bundle, author="Samira")
    before = file.read_bytes()
    with pytest.raises(FileExists):
        join_project(file, samira, bundle, author="Samira")
    assert file.read_bytes() == before
    with Workspace.open(file, samira) as workspace:
        assert workspace.author == "Samira"


def test_what_is_no_bundle_or_half_of_one_leaves_nothing_behind(tmp_path: Path, bundle: Path, samira: App) -> None:
    letter, half = tmp_path / "brief.wbx", tmp_path / "half.wbx"
    letter.write_text("Beste Samira,")
    half.write_bytes(bundle.read_bytes()[:-40])
    for wrong, refusal in ((letter, NotABundle), (half, BundleDamaged)):
        with pytest.raises(refusal):
            look_at_bundle(wrong, samira)
        with pytest.raises(refusal):
            join_project(tmp_path / "map" / "in" / "a.werkboek", samira, wrong, author="Samira")
    assert not (tmp_path / "map").exists()


def test_a_place_is_free(tmp_path: Path) -> None:
    first = place_for(NAME, tmp_path)
    assert first == tmp_path / f"{NAME}.werkboek"
    first.touch()
    assert place_for(NAME, tmp_path) == tmp_path / f"{NAME} 2.werkboek"
    assert free_path(first) == tmp_path / f"{NAME} 2.werkboek"


@given(st.text(max_size=200))
def test_any_name_of_a_project_can_be_the_name_of_a_file(name: str) -> None:
    stem = place_for(name, Path("nergens")).stem
    assert stem
    assert not set(stem) & set('<>:"/\\|?*')
    assert len(stem) <= 90
    assert stem.isprintable()
    assert stem == stem.strip(" .")


@pytest.mark.parametrize("name", ["CON", "nul.txt", "lpt1", "..", "", "a/b:c?"])
def test_names_that_windows_keeps_for_itself(name: str) -> None:
    assert place_for(name, Path("nergens")).name in {
        "werkboek CON.werkboek",
        "werkboek nul.txt.werkboek",
        "werkboek lpt1.werkboek",
        "werkboek.werkboek",
        "a b c.werkboek",
    }


def test_the_one_who_ever_wrote_here_needs_no_question(tmp_path: Path, samira: App) -> None:
    assert samira.author() == ""
    create_project(tmp_path / "a.werkboek", samira, name="A", author="Samira Bakkali")
    assert samira.author() == "Samira Bakkali"
    create_project(tmp_path / "b.werkboek", samira, name="B", author="Piet")
    assert samira.author() == ""


def test_who_writes_here_is_known_while_another_program_writes(tmp_path: Path, samira: App) -> None:
    file = tmp_path / "a.werkboek"
    create_project(file, samira, name="A", author="Samira")
    known: list[str | None] = []
    with Workspace.open(file, samira) as workspace, samira.incarnation(file):
        asking = Thread(target=lambda: known.append(workspace.author), daemon=True)
        asking.start()
        asking.join(timeout=10)
        assert known == ["Samira"]

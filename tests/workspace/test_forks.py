"""Copied files and computers, backups that came back, files that were moved: all converge, and who has to know does."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend

from tests.settings.keyrings import Locked, Works
from tests.workspace.two import Clock
from werkboek_desktop.domain.forks import Sort
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.trust import Trust
from werkboek_desktop.domain.view import Status
from werkboek_desktop.settings import App
from werkboek_desktop.settings.own_secret import KEY_FILE
from werkboek_desktop.workspace import Result, Workspace, import_into

FILE = "samen.werkboek"


class Place:
    """A folder that is a computer: its app folder, and its project file."""

    def __init__(self, folder: Path, clock: Clock, name: str) -> None:
        self.folder, self.name = folder, name
        self.app = App(folder / "app", clock, os.urandom)
        self.file = folder / FILE

    def open(self, file: Path | None = None) -> Workspace:
        return Workspace.open(file or self.file, self.app, author=self.name)

    def write(self, case: str, field: str, value: str) -> None:
        with self.open() as workspace:
            workspace.set_field(case, field, value)

    def send(self, out: Path, **how: str) -> Path:
        with self.open() as workspace:
            return workspace.export(out, since_received=bool(how), **how).path  # type: ignore[arg-type]

    def take(self, *bundles: Path) -> list[Result]:
        with self.open() as workspace:
            return [report.result for report in workspace.import_(bundles).files]

    def sorts(self) -> dict[Sort, str]:
        with self.open() as workspace:
            return {fork.sort: fork.sender for fork in workspace.forks()}

    def hash(self) -> str:
        with self.open() as workspace:
            workspace.check()
            return workspace.state_hash()


class Colleagues:
    """Anna and Bert, who have the same project."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.clock = folder, Clock()
        self.anna, self.bert = (Place(folder / name, self.clock, name) for name in ("Anna", "Bert"))
        for place in (self.anna, self.bert):
            place.folder.mkdir()
        with Workspace.create(self.anna.file, self.anna.app, name="Samen", author="Anna") as workspace:
            self.case = str(workspace.create_record("case", fields={"title": "De Kolenbuurt"}).record)
            first = workspace.export(folder / "first.wbx").path
        import_into(self.bert.file, self.bert.app, [first], author="Bert")
        self.bert.write(self.case, "subtitle", "Van Bert")

    def exchange(self, *places: Place) -> None:
        """Everybody gets what everybody has, twice, so that what came is passed on."""
        for turn in range(2):
            sent = [place.send(self.folder / f"{turn}{number}.wbx") for number, place in enumerate(places)]
            for place in places:
                place.take(*sent)
            for bundle in sent:
                bundle.unlink()
        assert len({place.hash() for place in places}) == 1


@pytest.fixture
def them(tmp_path: Path) -> Colleagues:
    return Colleagues(tmp_path)


def test_of_an_ordinary_exchange_nothing_is_said(them: Colleagues) -> None:
    them.exchange(them.anna, them.bert)
    assert them.anna.sorts() == them.bert.sorts() == {}


def test_a_file_that_was_copied_to_another_computer_goes_on_as_its_own_and_says_so_until_they_exchanged(
    them: Colleagues,
) -> None:
    other = Place(them.folder / "Chris", them.clock, "Chris")
    other.folder.mkdir()
    shutil.copy(them.anna.file, other.file)
    assert other.sorts() == {}
    for place, value in ((other, "Van Chris"), (them.anna, "Van Anna")):
        place.write(them.case, "title", value)
    assert other.sorts() == {Sort.COPIED: "Anna"}
    them.exchange(them.anna, them.bert, other)
    for place in (them.anna, them.bert, other):
        assert place.sorts() == {}
        with place.open() as workspace:
            assert workspace.record(them.case).fields["title"].status is Status.CONFLICT


def test_a_copied_computer_is_noticed_everywhere_and_both_go_on_with_keys_of_their_own(them: Colleagues) -> None:
    """An image of the laptop was put on another one: the same app folder, the same place of the file."""
    image, away = them.folder / "image", them.folder / "away"
    them.exchange(them.anna, them.bert)
    shutil.copytree(them.anna.folder, image)
    them.anna.write(them.case, "title", "Op de laptop")
    sent = them.anna.send(them.folder / "laptop.wbx")
    them.anna.folder.rename(away)
    image.rename(them.anna.folder)
    them.anna.write(them.case, "title", "Op de kopie")
    copied = them.anna.send(them.folder / "kopie.wbx")
    key = (them.anna.app.folder / KEY_FILE).read_bytes()

    them.bert.take(sent, copied)
    (bundle,) = set(them.bert.sorts().values())
    assert bundle.startswith("Anna · ")
    assert them.bert.sorts().keys() == {Sort.CHAIN}
    with them.bert.open() as workspace:
        to_all, to_anna = (
            workspace.export(them.folder / "x.wbx", to=to, since_received=bool(to), force=True) for to in (None, bundle)
        )
    assert to_anna.changes == to_all.changes  # nobody knows which of the two has what

    them.anna.take(sent)
    assert them.anna.sorts() == {Sort.CHAIN: bundle}  # of a key that is no longer this computer's
    assert (them.anna.app.folder / KEY_FILE).read_bytes() != key
    for value in ("Verder op de kopie", "En verder"):
        them.anna.write(them.case, "subtitle", value)
    shutil.copytree(them.anna.folder, image)
    shutil.rmtree(them.anna.folder)
    away.rename(them.anna.folder)
    them.anna.take(copied)
    them.anna.write(them.case, "subtitle", "Verder op de laptop")
    third = Place(image, them.clock, "Anna")
    them.exchange(them.anna, them.bert, third)
    for place in (them.anna, them.bert, third):
        both_are_kept_and_told(place, them.case)


def both_are_kept_and_told(place: Place, case: RecordId) -> None:
    assert Sort.CHAIN in place.sorts()
    with place.open() as workspace:
        titles = {variant.value for variant in workspace.record(case).fields["title"].variants}
        assert titles == {"Op de laptop", "Op de kopie"}
        assert "Dit werkboek is op twee plekken verder bewerkt" in workspace.agenda().warned[0].title


def test_a_backup_that_came_back_in_the_same_place_is_no_fork(them: Colleagues) -> None:
    reserve = them.folder / "reserve"
    shutil.copy(them.anna.file, reserve)
    them.anna.write(them.case, "title", "Verloren en teruggekomen")
    sent = them.anna.send(them.folder / "voor.wbx")
    shutil.copy(reserve, them.anna.file)
    them.anna.write(them.case, "title", "Na de back-up")
    them.bert.take(sent, them.anna.send(them.folder / "na.wbx"))
    them.exchange(them.anna, them.bert)
    assert them.anna.sorts() == them.bert.sorts() == {}
    with them.bert.open() as workspace:
        assert workspace.record(them.case).fields["title"].status is Status.CONFLICT


def test_two_files_of_one_project_at_one_computer_are_noticed_there(them: Colleagues) -> None:
    copy = them.anna.folder / "kopie.werkboek"
    shutil.copy(them.anna.file, copy)
    with them.anna.open(copy) as workspace:
        workspace.set_field(them.case, "title", "In de kopie")
        (fork,) = workspace.forks()
        assert (fork.sort, fork.file) == (Sort.TWO_FILES, str(them.anna.file))
        bundle = workspace.export(them.folder / "kopie.wbx").path
    them.anna.take(bundle)
    with them.anna.open() as workspace:
        assert [fork.file for fork in workspace.forks()] == [str(copy)]
    them.bert.take(bundle)
    them.exchange(them.anna, them.bert)
    assert them.bert.sorts() == {}


def test_a_file_that_was_moved_is_no_fork_and_is_written_in_as_before(them: Colleagues) -> None:
    moved = them.anna.folder / "ander.werkboek"
    for number, (here, there) in enumerate(((them.anna.file, moved), (moved, them.anna.file)) * 2):
        here.rename(there)
        with them.anna.open(there) as workspace:
            workspace.set_field(them.case, "title", f"Versie {number}")
            assert workspace.forks() == []
            workspace.check()
    them.exchange(them.anna, them.bert)
    with them.bert.open() as workspace:
        assert workspace.record(them.case).value("title") == "Versie 3"
        assert workspace.forks() == []


def test_a_key_that_was_lost_is_replaced_and_what_is_written_then_is_signed_by_the_new_one(them: Colleagues) -> None:
    (them.anna.app.folder / KEY_FILE).unlink()
    them.anna.write(them.case, "title", "Met een nieuwe sleutel")
    assert them.bert.take(them.anna.send(them.folder / "nieuw.wbx")) == [Result.IMPORTED]
    assert them.anna.sorts() == {}
    them.anna.hash()


def test_two_bundles_with_one_number_are_noticed_where_nobody_wrote_twice(them: Colleagues) -> None:
    """The stick with the program was copied; only at one of them somebody wrote."""
    image, away = them.folder / "image", them.folder / "away"
    shutil.copytree(them.anna.folder, image)
    sent = them.anna.send(them.folder / "stick.wbx")
    them.anna.folder.rename(away)
    image.rename(them.anna.folder)
    them.anna.write(them.case, "title", "Op de kopie")
    them.bert.take(sent, them.anna.send(them.folder / "kopie.wbx"))
    assert them.bert.sorts().keys() == {Sort.NUMBER}


def test_a_keyring_that_no_longer_answers_costs_no_words_and_the_others_are_asked_once(
    them: Colleagues, use_keyring: Callable[[KeyringBackend], None]
) -> None:
    use_keyring(Works())
    chris = Place(them.folder / "Chris", them.clock, "Chris")
    chris.app = App(App.of_this_computer().folder, them.clock, os.urandom)
    chris.folder.mkdir()
    import_into(chris.file, chris.app, [them.anna.send(them.folder / "alles.wbx")], author="Chris")
    chris.write(them.case, "title", "Met de sleutelbos")
    them.bert.take(chris.send(them.folder / "met.wbx"))
    use_keyring(Locked())
    chris.app = App(chris.app.folder, them.clock, os.urandom)
    chris.write(them.case, "summary", "Zonder.")
    assert them.bert.take(chris.send(them.folder / "zonder.wbx")) == [Result.IMPORTED]
    assert chris.sorts() == {}
    with them.bert.open() as workspace:
        values = workspace.record(them.case).fields
        assert (values["title"].value, values["summary"].value) == ("Met de sleutelbos", "Zonder.")
        assert sum(known.trust is Trust.ASKED for known in workspace.contacts()) == 1
    them.exchange(chris, them.bert)


def test_a_file_that_says_nonsense_of_its_computer_can_be_written_in(them: Colleagues) -> None:
    with them.anna.open() as workspace, workspace._session.store.write() as transaction:
        transaction.set("home", "geen sleutel")
    them.anna.write(them.case, "title", "De Kolenbuurt nu")
    assert them.anna.sorts() == {}

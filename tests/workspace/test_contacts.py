"""Keys at real computers: who is known, who is asked about, and what that changes."""

import os
import shutil
from pathlib import Path

import pytest

from tests.bundle.samples import KEY
from tests.workspace.test_forks import Colleagues
from tests.workspace.two import Two
from werkboek_desktop.bundle.manifest import Voucher
from werkboek_desktop.bundle.writer import Contents, write
from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.trust import Met, Trust
from werkboek_desktop.errors import KeyRefused, UnknownKey, WhichKey
from werkboek_desktop.settings import App, Settings
from werkboek_desktop.workspace import FileReport, Known, Result, Workspace, import_into


def report(here: Workspace, path: Path) -> FileReport:
    (found,) = here.import_([path]).files
    return found


def contact(here: Workspace, name: str) -> Known:
    (found,) = [one for one in here.contacts() if one.name.startswith(name) and not one.is_own]
    return found


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "uit.wbx"


@pytest.fixture
def elsewhere(two: Two, tmp_path: Path) -> Workspace:
    """Anna at another computer, joined by her own bundle."""
    app = two.app("Anna elsewhere")
    app.save_settings(Settings(author="Anna", computer="kantoor"))
    import_into(tmp_path / "elders.werkboek", app, [two.anna.export(tmp_path / "mee.wbx").path], author="Anna")
    return Workspace.open(tmp_path / "elders.werkboek", app, author="Anna")


def test_who_sends_the_first_bundle_is_trusted(two: Two, out: Path) -> None:
    anna = contact(two.bert, "Anna")
    assert (anna.trust, anna.is_trusted, anna.persons) == (Trust.TRUSTED, True, ("Anna",))
    assert report(two.anna, two.bert.export(out).path).trust is Met.NEW
    two.bert.export(out, force=True)
    assert report(two.anna, out).trust is Met.KNOWN


def test_the_own_key_stands_first_and_reads_alike_at_both(two: Two) -> None:
    own, *_others = two.anna.contacts()
    assert own.is_own
    assert own.phrase == contact(two.bert, "Anna").phrase
    assert len(own.phrase.split()) == 6
    assert two.anna.is_trusted(bytes.fromhex(own.key))


def test_a_preview_meets_nobody(two: Two, out: Path) -> None:
    two.bert.export(out)
    (seen,) = two.anna.preview([out]).files
    assert seen.trust is Met.NEW
    assert len(two.anna.contacts()) == 1


def test_another_computer_of_a_person_is_asked_about_and_its_words_are_taken(
    two: Two, elsewhere: Workspace, out: Path
) -> None:
    elsewhere.set_field(two.case, "title", "Van kantoor")
    two.to_bert()
    came = report(two.bert, elsewhere.export(out).path)
    assert (came.result, came.trust) == (Result.IMPORTED, Met.CHANGED)
    assert came.phrase == contact(two.bert, came.sender or "").phrase
    asked = contact(two.bert, "Anna · kantoor")
    assert (asked.trust, asked.is_trusted) == (Trust.ASKED, False)
    assert two.bert.record(two.case).value("title") == "Van kantoor"
    two.bert.answer_key(asked.key[:8], trusted=True)
    assert contact(two.bert, "Anna · kantoor").is_trusted
    assert report(two.bert, elsewhere.export(out, force=True).path).trust is Met.KNOWN


def test_a_refused_key_brings_nothing(two: Two, elsewhere: Workspace, out: Path) -> None:
    report(two.bert, elsewhere.export(out).path)
    two.bert.answer_key(contact(two.bert, "Anna · kantoor").key, trusted=False)
    before = two.bert.state_hash()
    elsewhere.set_field(two.case, "title", "Nog een keer")
    came = report(two.bert, elsewhere.export(out, force=True).path)
    assert isinstance(came.error, KeyRefused)
    assert came.trust is Met.REFUSED
    assert two.bert.state_hash() == before


def test_what_others_pass_on_of_a_refused_key_comes_still(two: Two, elsewhere: Workspace, out: Path) -> None:
    """Whoever wrote it, all computers end up the same."""
    report(two.bert, elsewhere.export(out).path)
    two.bert.answer_key(contact(two.bert, "Anna · kantoor").key, trusted=False)
    elsewhere.set_field(two.case, "title", "Nog een keer")
    report(two.anna, elsewhere.export(out, force=True).path)
    two.to_bert()
    assert two.bert.state_hash() == two.anna.state_hash()


def test_the_old_computer_vouches_for_the_new_one(two: Two, elsewhere: Workspace, out: Path) -> None:
    elsewhere.set_field(two.case, "title", "Van kantoor")
    elsewhere.export(out)
    report(two.bert, out)
    assert report(two.anna, out).trust is Met.CHANGED
    two.to_bert()
    assert not contact(two.bert, "Anna · kantoor").is_trusted
    two.anna.answer_key(contact(two.anna, "Anna · kantoor").key, trusted=True)
    two.to_bert()
    vouched = contact(two.bert, "Anna · kantoor")
    assert (vouched.is_trusted, vouched.by) == (True, contact(two.bert, f"Anna · {Settings().computer}").name)
    assert report(two.bert, elsewhere.export(out, force=True).path).trust is Met.KNOWN


def test_whoever_wrote_what_a_colleague_passes_on_is_introduced(two: Two, out: Path, tmp_path: Path) -> None:
    two.bert.set_field(two.case, "title", "Van Bert")
    two.from_bert()
    app = two.app("Carla")
    import_into(tmp_path / "carla.werkboek", app, [two.anna.export(out).path], author="Carla")
    with Workspace.open(tmp_path / "carla.werkboek", app) as carla:
        bert = contact(carla, "Bert")
        assert (bert.trust, bert.is_trusted, bert.by[:4]) == (Trust.INTRODUCED, True, "Anna")
        assert report(carla, two.bert.export(out, force=True).path).trust is Met.KNOWN


def test_a_copied_file_takes_along_whom_it_knows_but_not_who_one_is(two: Two, out: Path, tmp_path: Path) -> None:
    two.from_bert()
    two.anna.close()
    shutil.copy(tmp_path / "anna.werkboek", tmp_path / "kopie.werkboek")
    with Workspace.open(tmp_path / "kopie.werkboek", two.app("Dirk"), author="Dirk") as dirk:
        own, *others = dirk.contacts()
        assert [one.name.split(" · ")[0] for one in others] == ["Bert"]
        assert dirk.is_trusted(bytes.fromhex(others[0].key))
        assert own.key not in {one.key for one in others}


def test_a_key_is_named_by_as_much_as_it_takes(two: Two) -> None:
    with pytest.raises(UnknownKey):
        two.bert.answer_key("xyz", trusted=True)
    with pytest.raises(UnknownKey):
        two.bert.answer_key("", trusted=True)
    anna = contact(two.bert, "Anna")
    two.bert.answer_key(anna.key[:6].upper(), trusted=False)
    assert not contact(two.bert, "Anna").is_trusted


def test_two_keys_with_one_beginning_are_told_apart(two: Two, tmp_path: Path) -> None:
    """Sixteen more computers: two of them begin with the same digit."""
    for number in range(16):
        app: App = two.app(f"computer {number}")
        file = tmp_path / f"{number}.werkboek"
        import_into(file, app, [tmp_path / "first.wbx"], author=f"Persoon {number}")
        with Workspace.open(file, app) as there:
            report(two.bert, there.export(tmp_path / f"{number}.wbx").path)
    starts = [one.key[0] for one in two.bert.contacts() if not one.is_own]
    double = next(start for start in starts if starts.count(start) > 1)
    with pytest.raises(WhichKey):
        two.bert.answer_key(double, trusted=False)


def test_what_a_receiver_is_decides_what_they_get(two: Two, out: Path) -> None:
    case = two.make("case", title="Haven", sharing="gemeenten", municipalities=("GM0344",))
    two.anna.put_receiver("Utrecht", Audience.MUNICIPALITY, "GM0344")
    assert [each.record for each in two.anna.what_goes(to="Utrecht").cases] == [case]
    assert [each.record for each in two.anna.export(out, to="Utrecht").stays] == [two.case]
    assert len(two.anna.what_goes(to="Utrecht", audience=Audience.EDITORS).stays) == 0
    two.anna.put_receiver("Utrecht", Audience.OTHERS)
    assert two.anna.what_goes(to="Utrecht").cases == ()
    assert [one.name for one in two.anna.receivers()] == ["Utrecht"]


def test_only_a_trusted_key_says_what_its_owner_has(two: Two, out: Path, tmp_path: Path) -> None:
    """Somebody else by the name of Bert: until they are told apart all goes, and then what Bert lacks."""
    two.from_bert()
    bert = two.anna.senders()[0]
    app = two.app("stranger")
    import_into(tmp_path / "vreemd.werkboek", app, [tmp_path / "first.wbx"], author="Bert")
    with Workspace.open(tmp_path / "vreemd.werkboek", app, author="Bert") as stranger:
        report(two.anna, stranger.export(tmp_path / "vreemd.wbx").path)
    assert two.anna.what_goes(to=bert, since_received=True).changes == 0
    (asked,) = [one for one in two.anna.contacts() if one.trust is Trust.ASKED]
    two.anna.answer_key(asked.key, trusted=True)
    assert not two.anna.what_goes(to=bert, since_received=True).since
    two.anna.answer_key(asked.key, trusted=False)
    assert two.anna.what_goes(to=bert, since_received=True).since


def test_a_computer_that_took_a_fresh_key_is_vouched_for_by_the_one_it_had(tmp_path: Path) -> None:
    """Somebody went on with an image of Anna's laptop; whichever takes another key, nobody is asked."""
    them = Colleagues(tmp_path)
    image, away = tmp_path / "image", tmp_path / "away"
    them.exchange(them.anna, them.bert)
    shutil.copytree(them.anna.folder, image)
    them.anna.write(them.case, "title", "Op de laptop")
    sent = them.anna.send(tmp_path / "laptop.wbx")
    them.anna.folder.rename(away)
    image.rename(them.anna.folder)
    them.anna.write(them.case, "title", "Op de kopie")
    with them.anna.open() as workspace:
        before = workspace.contacts()[0].key
    them.anna.take(sent)
    with them.anna.open() as workspace:
        assert workspace.contacts()[0].key != before
    fresh = them.anna.send(tmp_path / "nieuw.wbx")
    with them.bert.open() as bert:
        assert report(bert, fresh).trust is Met.KNOWN
        (anna,) = [one for one in bert.contacts() if one.by]
        assert (anna.name[:4], anna.is_trusted, anna.by[:4]) == ("Anna", True, "Anna")
    with Workspace.open(away / them.anna.file.name, App(away / "app", them.clock, os.urandom), author="Anna") as laptop:
        assert report(laptop, fresh).trust is Met.KNOWN


@pytest.mark.parametrize(
    "kept", ["[]", '{"vouchers": 3}', '{"vouchers": [1, ["x", "y", "z"], ["00", "11"], ["00", "11", "22"]]}', "{"]
)
def test_what_is_broken_in_the_apps_folder_stops_no_bundle(two: Two, out: Path, kept: str) -> None:
    (two.anna._session.app.folder / "vouchers.json").write_text(kept)
    assert report(two.bert, two.anna.export(out).path).trust is Met.KNOWN


def test_a_statement_that_nobody_signed_says_nothing(two: Two, out: Path) -> None:
    anna = bytes.fromhex(contact(two.bert, "Anna").key)
    forged = Voucher(anna, KEY.public, KEY.sign(b"werkboek key" + KEY.public))
    contents = Contents(two.bert.project.id, None, "Anna · elders", 1, 1, ("work",), [], {}, {}, vouches=(forged,))
    assert report(two.bert, write(out, contents, KEY).path).trust is Met.CHANGED
    assert not contact(two.bert, "Anna · elders").is_trusted

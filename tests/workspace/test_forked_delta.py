"""A writer that went on in two places: what others get of it goes by what they showed to have, never by its numbers."""

import shutil
from pathlib import Path

import pytest

from tests.workspace.sent import opened
from tests.workspace.test_forks import Colleagues, Place
from werkboek_desktop.workspace import import_into


@pytest.fixture
def them(tmp_path: Path) -> Colleagues:
    return Colleagues(tmp_path)


def forked(them: Colleagues) -> tuple[Path, Path]:
    """What Anna wrote on her laptop and on a copy of it, as one writer: two bundles, each with a number of its own."""
    image = them.folder / "image"
    them.exchange(them.anna, them.bert)
    shutil.copytree(them.anna.folder, image)
    them.anna.write(them.case, "title", "Op de laptop")
    laptop = them.anna.send(them.folder / "laptop.wbx")
    shutil.rmtree(them.anna.folder)
    image.rename(them.anna.folder)
    them.anna.write(them.case, "title", "Op de kopie")
    them.anna.send(them.folder / "nooit verstuurd.wbx")
    return laptop, them.anna.send(them.folder / "kopie.wbx")


def delta(of: Place, to: str, out: Path) -> Path:
    with of.open() as workspace:
        (sender,) = (one for one in workspace.senders() if one.startswith(to))
    return of.send(out, to=sender)


def test_whoever_has_one_branch_is_sent_the_other_though_its_numbers_are_no_higher(them: Colleagues) -> None:
    laptop, copied = forked(them)
    carl = Place(them.folder / "Carl", them.clock, "Carl")
    carl.folder.mkdir()
    import_into(carl.file, carl.app, [copied], author="Carl")
    carl.write(them.case, "subtitle", "Van Carl")
    them.bert.take(laptop, copied, carl.send(them.folder / "carl.wbx"))
    sent = delta(them.bert, "Carl", them.folder / "delta.wbx")
    assert opened(sent).manifest.since
    carl.take(sent)
    assert carl.hash() == them.bert.hash()


def test_a_computer_that_went_on_in_two_places_is_sent_everything(them: Colleagues) -> None:
    laptop, copied = forked(them)
    assert opened(laptop).manifest.number != opened(copied).manifest.number
    them.bert.take(laptop, copied)
    sent = opened(delta(them.bert, "Anna", them.folder / "delta.wbx"))
    assert not sent.manifest.since
    with them.bert.open() as workspace:
        assert len(sent.changes) == workspace.export(them.folder / "whole.wbx").changes

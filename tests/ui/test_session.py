"""Typing, drafts and sealing through real widgets and a real file."""

import shutil
from pathlib import Path

import pytest

from tests.ui.room import PATIENCE, START, Room
from werkboek_desktop.domain.view import Status
from werkboek_desktop.errors import NotSaved
from werkboek_desktop.workspace import Workspace


def history_length(room: Room, field: str) -> int:
    return len(room.workspace.history(room.case, field))


def text_in(room: Room, field: str) -> str:
    return room.row(field).editor.text()


def copied(room: Room, folder: Path) -> Path:
    """The file as a program that is killed now would leave it."""
    copy = folder / "copy.werkboek"
    for suffix in ("", "-wal"):
        shutil.copy(f"{room.file}{suffix}", f"{copy}{suffix}")
    return copy


def test_what_is_typed_is_a_draft_before_the_field_is_left(room: Room) -> None:
    room.type("summary", " Tot mei.")
    room.qtbot.waitUntil(lambda: len(room.workspace.drafts()) == 1, timeout=PATIENCE)
    assert room.workspace.drafts()[0].value == f"{START} Tot mei."
    assert room.value("summary") == START


def test_one_visit_is_one_change(room: Room) -> None:
    room.type("summary", " Tot mei.")
    room.qtbot.waitUntil(lambda: bool(room.workspace.drafts()), timeout=PATIENCE)
    room.type("summary", " Toen niet meer.")
    room.leave()
    assert room.value("summary") == f"{START} Tot mei. Toen niet meer."
    assert history_length(room, "summary") == 2
    assert room.workspace.drafts() == []


def test_what_a_killed_backup_left_is_gone_after_the_next_start(room: Room) -> None:
    kept = room.workspace.backup().path
    part = kept.with_name(f"{kept.name}.0123.deel")
    part.write_bytes(kept.read_bytes())
    room.restart()
    room.qtbot.waitUntil(lambda: not part.exists(), timeout=PATIENCE)
    assert kept.exists()


def test_looking_at_a_field_changes_nothing(room: Room) -> None:
    for field in ("title", "summary", "costs", "municipalities", "status"):
        room.row(field)
        room.leave()
        assert history_length(room, field) == 1


def test_switching_the_record_seals_what_was_typed(room: Room) -> None:
    other = room.workspace.create_record("case", None, {"title": "Anders"}).record
    room.settle()
    room.type("summary", " Tot mei.")
    room.window.show_records("case", other)
    assert room.value("summary") == f"{START} Tot mei."


def test_closing_the_window_seals_what_was_typed(room: Room) -> None:
    room.type("summary", " Tot mei.")
    room.restart()
    assert room.value("summary") == f"{START} Tot mei."


def test_text_that_is_being_typed_stays_while_an_import_changes_the_same_sentence(room: Room) -> None:
    row = room.type("summary", " Tot mei.")
    room.qtbot.waitUntil(lambda: bool(room.workspace.drafts()), timeout=PATIENCE)
    bundle = room.from_yusuf(summary=START.replace("De straat bleef stil.", "De straat zweeg."))
    room.workspace.import_([bundle])
    room.settle()
    assert row.editor.read().value == f"{START} Tot mei."
    room.leave()
    view = room.workspace.record(room.case).fields["summary"]
    words = " ".join(str(variant.value) for variant in view.variants) + str(view.value)
    assert "Tot mei." in words
    assert "De straat zweeg." in words


def test_a_change_from_the_command_line_shows_where_nobody_types(room: Room) -> None:
    with Workspace.open(room.file, room.marit, author="Marit de Wit") as beside:
        beside.set_field(room.case, "title", "De Kolenbuurt in maart")
    room.office.session.poll()
    room.settle()
    assert room.row("title").editor.read().value == "De Kolenbuurt in maart"


def test_a_merged_text_asks_to_be_reread_and_gezien_settles_it(room: Room) -> None:
    room.type("summary", " Tot mei.")
    room.leave()
    bundle = room.from_yusuf(summary=START.replace("Wij belden aan.", "Wij belden overal aan."))
    room.workspace.import_([bundle])
    room.settle()
    assert room.workspace.record(room.case).fields["summary"].status is Status.MERGED
    row = room.row("summary")
    row.seen_merged()
    view = room.workspace.record(room.case).fields["summary"]
    assert view.status is Status.SETTLED
    assert view.value == "Wij belden overal aan. Niemand deed open. De straat bleef stil. Tot mei."
    assert len(view.heads) == 1


def test_when_the_disk_is_full_the_text_stays_and_goes_on_by_itself(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise NotSaved(room.file, "disk full")

    with monkeypatch.context() as trouble:
        trouble.setattr(room.workspace, "draft", full)
        row = room.type("summary", " Tot mei.")
        room.leave()
        assert row.editor.read().value == f"{START} Tot mei."
        assert "Niet opgeslagen" in room.window.status.saved_text()
        assert "schijf is vol" in room.window.status.saved_text()
    room.office.session.drafts.retry()
    assert room.value("summary") == f"{START} Tot mei."
    assert "Opgeslagen" in room.window.status.saved_text()


def test_a_choice_that_cannot_be_let_go_is_said(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise NotSaved(room.file, "disk full")

    told: list[NotSaved] = []
    session = room.office.session
    session.refused.connect(told.append)
    heads = room.workspace.record(room.case).fields["summary"].heads
    session.drafts.keep_choice(room.case, "summary", "Anders.", heads)
    monkeypatch.setattr(room.workspace, "drop_draft", full)
    session.drafts.drop_choice(room.case, "summary")
    assert [error.code for error in told] == [NotSaved.code]


def test_a_killed_window_leaves_its_draft_in_the_file(room: Room, tmp_path: Path) -> None:
    room.type("summary", " Tot mei.")
    room.qtbot.waitUntil(lambda: bool(room.workspace.drafts()), timeout=PATIENCE)
    with Workspace.open(copied(room, tmp_path), room.marit, author="Marit de Wit") as again:
        assert again.drafts()[0].value == f"{START} Tot mei."


def test_the_window_stays_open_once_while_words_would_be_lost(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise NotSaved(room.file, "disk full")

    with monkeypatch.context() as trouble:
        trouble.setattr(room.workspace, "draft", full)
        room.type("summary", " Tot mei.")
        room.window.close()
        assert room.window.isVisible()
    room.window.close()
    assert not room.window.isVisible()
    with Workspace.open(room.file, room.marit, author="Marit de Wit") as again:
        assert again.record(room.case).value("summary") == f"{START} Tot mei."


def test_what_was_not_understood_stands_there_again_the_next_day(room: Room) -> None:
    room.type("as_of", "vorige week")
    room.qtbot.keyClicks(room.row("written_by").editor.focusProxy(), "Piet Jansen")
    room.leave()
    room.restart()
    assert [text_in(room, field) for field in ("as_of", "written_by")] == ["vorige week", "Piet Jansen"]
    assert history_length(room, "as_of") == 0
    room.qtbot.keySequence(room.row("as_of").editor.focusProxy(), "Ctrl+A")
    room.type("as_of", "26 jan 2021")
    room.leave()
    room.restart()
    assert text_in(room, "as_of") == "26 januari 2021"
    assert list(room.workspace.unread()) == [(room.case, "written_by")]


def test_what_was_not_understood_waits_for_a_disk_that_is_full(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_arguments: object, **_named: object) -> None:
        raise NotSaved(room.file, "disk full")

    with monkeypatch.context() as trouble:
        trouble.setattr(room.workspace, "keep_unread", full)
        room.type("as_of", "vorige week")
        room.leave()
        assert "Niet opgeslagen" in room.window.status.saved_text()
    room.office.session.drafts.retry()
    assert "Opgeslagen" in room.window.status.saved_text()
    assert [kept[0] for kept in room.workspace.unread().values()] == ["vorige week"]


def test_what_was_not_understood_is_in_the_file_of_a_window_that_was_killed(room: Room, tmp_path: Path) -> None:
    room.type("as_of", "vorige week")
    room.qtbot.waitUntil(lambda: bool(room.workspace.unread()), timeout=PATIENCE)
    with Workspace.open(copied(room, tmp_path), room.marit, author="Marit de Wit") as again:
        assert [kept[0] for kept in again.unread().values()] == ["vorige week"]


def test_half_a_word_never_stands_before_what_was_made_of_it_when_the_window_was_killed(
    room: Room, tmp_path: Path
) -> None:
    room.type("as_of", "26 ja")
    room.qtbot.waitUntil(lambda: bool(room.workspace.unread()), timeout=PATIENCE)
    room.type("as_of", "n 2021")
    room.qtbot.waitUntil(lambda: bool(room.workspace.drafts()), timeout=PATIENCE)
    with Workspace.open(copied(room, tmp_path), room.marit, author="Marit de Wit") as again:
        assert [kept.value for kept in again.drafts()] == ["2021-01-26"]
        assert not again.unread()


def test_who_goes_by_what_was_not_understood_writes_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    room.workspace.set_field(room.case, "as_of", "2021-01-26")
    room.qtbot.keySequence(room.row("as_of").editor.focusProxy(), "Ctrl+A")
    room.type("as_of", "vorige week")
    room.leave()
    room.restart()
    assert text_in(room, "as_of") == "vorige week"
    written = list[tuple[object, ...]]()
    monkeypatch.setattr(room.workspace, "drop_draft", lambda *place: written.append(place))
    room.leave()
    assert written == []
    assert text_in(room, "as_of") == "vorige week"

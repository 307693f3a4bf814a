"""Two computers and bundles between them, at real widgets by real keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from tests.ui.room import START, Room
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.view import Status
from werkboek_desktop.ui.forms.editor import ProseEditor
from werkboek_desktop.workspace import Result, Workspace, import_into


def words_on(room: Room) -> str:
    return "\n".join(
        label.text() for label in room.office.navigation.packages.findChildren(QLabel) if label.isVisible()
    )


def test_sentences_apart_merge_and_the_same_sentence_becomes_two_versions_on_both_sides(room: Room) -> None:
    room.type("summary", " Tot mei.")
    room.leave()
    bundle = room.from_yusuf(summary=START.replace("Wij belden", "Wij bellen"), costs="92500")
    with Workspace.open(room.file, room.marit, author="Marit de Wit") as beside:
        beside.set_field(room.case, "costs", "85000")
    room.office.navigation.look_at([bundle])
    room.settle()
    assert "Nog niet ingelezen" in words_on(room)
    assert room.workspace.summary().conflicts == ()
    room.qtbot.keyClick(room.office.navigation.packages.rows, Qt.Key.Key_Return)
    room.settle()
    assert "Verslag" in words_on(room)
    fields = room.workspace.record(room.case).fields
    assert fields["summary"].status is Status.MERGED
    assert {variant.value for variant in fields["costs"].variants} == {"85000", "92500"}

    back = room.folder / "terug.wbx"
    room.workspace.export(back)
    import_into(room.folder / "yusuf.werkboek", room.yusuf, [back], author="Yusuf Şahin")
    with Workspace.open(room.folder / "yusuf.werkboek", room.yusuf, author="Yusuf Şahin") as his:
        theirs = his.record(room.case).fields
        assert theirs["summary"].value == fields["summary"].value
        assert {variant.value for variant in theirs["costs"].variants} == {"85000", "92500"}
        assert his.state_hash(Scope.WORK) == room.workspace.state_hash(Scope.WORK)


def test_a_conflict_is_settled_by_keys_alone(room: Room) -> None:
    bundle = room.from_yusuf(summary=START.replace("Niemand deed open.", "Eén deur ging open."))
    with Workspace.open(room.file, room.marit, author="Marit de Wit") as beside:
        beside.set_field(room.case, "summary", START.replace("Niemand deed open.", "De deur bleef dicht."))
    room.workspace.import_([bundle])
    room.settle()
    room.office.settling.next_conflict()
    own = room.office.settling.page.findChild(ProseEditor)
    assert own
    assert own.read().value == "Wij belden aan. De straat bleef stil."
    room.qtbot.keyClick(own.input, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    own.go_to_end()
    room.qtbot.keyClicks(own.input, " Tot mei.")
    room.qtbot.keyClick(own.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    room.settle()
    view = room.workspace.record(room.case).fields["summary"]
    assert view.status is Status.SETTLED
    assert str(view.value).endswith("De straat bleef stil. Tot mei.")
    assert len(view.heads) == 1


def test_later_keeps_both_versions_and_what_was_typed(room: Room) -> None:
    bundle = room.from_yusuf(summary=START.replace("Niemand deed open.", "Eén deur ging open."))
    with Workspace.open(room.file, room.marit, author="Marit de Wit") as beside:
        beside.set_field(room.case, "summary", START.replace("Niemand deed open.", "De deur bleef dicht."))
    room.workspace.import_([bundle])
    room.settle()
    room.office.settling.next_conflict()
    own = room.office.settling.page.findChild(ProseEditor)
    assert own
    room.qtbot.keyClicks(own.input, " Half af")
    room.qtbot.keyClick(own.input, Qt.Key.Key_Escape)
    room.settle()
    assert room.workspace.record(room.case).fields["summary"].status is Status.CONFLICT
    assert room.window.pages.currentWidget() is room.window.records
    field = room.page().form.row_of("summary")
    assert field
    room.qtbot.waitUntil(lambda: not field.visibleRegion().isEmpty())
    room.office.settling.next_conflict()
    again = room.office.settling.page.findChildren(ProseEditor)[-1]
    assert str(again.read().value).endswith("Half af")


def test_a_damaged_bundle_is_a_panel_and_changes_nothing(room: Room) -> None:
    bundle = room.from_yusuf(costs="92500")
    whole = bundle.read_bytes()
    bundle.write_bytes(whole[: len(whole) // 2])
    before = room.workspace.state_hash()
    room.office.navigation.look_at([bundle])
    room.settle()
    assert "Er is niets ingelezen." in words_on(room)
    assert "Wat nu" in words_on(room)
    assert room.workspace.state_hash() == before
    assert not room.office.navigation.packages.read_button.isVisible()


def test_the_same_bundle_twice_says_that_there_is_nothing_to_do(room: Room) -> None:
    bundle = room.from_yusuf(costs="92500")
    for _time in range(2):
        room.office.navigation.look_at([bundle])
        room.settle()
        room.office.navigation.packages.read_in()
        room.settle()
    parcels = room.office.navigation.packages.model.parcels
    assert parcels[1].report
    assert parcels[1].report.result is Result.KNOWN
    assert not room.office.navigation.packages.read_button.isEnabled()


def test_people_leave_only_with_a_tick_and_a_passphrase(room: Room) -> None:
    room.office.navigation.go("packages")
    room.office.navigation.packages.show_export()
    export = room.office.navigation.packages.export
    out = room.folder / "mensen.wbx"
    export.where.setText(str(out))
    assert not export.passphrase.isVisible()
    export.people.click()
    assert export.passphrase.isVisible()
    export.make_button.click()
    room.settle()
    assert not out.exists()
    assert "wachtzin" in words_on(room)
    room.qtbot.keyClicks(export.passphrase, "een lange zin voor onderweg")
    export.make_button.click()
    room.settle()
    assert out.exists()
    report = import_into(
        room.folder / "nieuw.werkboek",
        room.yusuf,
        [out],
        author="Yusuf Şahin",
        passphrase="een lange zin voor onderweg",
    )
    assert report.files[0].result is Result.IMPORTED
    with Workspace.open(room.folder / "nieuw.werkboek", room.yusuf) as new:
        assert [row.title for row in new.rows("attendee")] == ["Jelle Hek"]


def test_a_bundle_with_a_passphrase_asks_for_it_in_the_panel(room: Room) -> None:
    out = room.folder / "mensen.wbx"
    with Workspace.open(room.folder / "yusuf.werkboek", room.yusuf, author="Yusuf Şahin") as his:
        his.create_record("attendee", None, {"first_name": "Özgür", "last_name": "Çelik"})
        his.export(out, people=True, passphrase="onderweg")
    room.office.navigation.look_at([out])
    room.settle()
    field = QApplication.focusWidget()
    assert field
    assert field.accessibleName() == "Wachtzin van dit pakket"
    room.qtbot.keyClicks(field, "onderweg")
    room.qtbot.keyClick(field, Qt.Key.Key_Return)
    room.settle()
    room.office.navigation.packages.read_in()
    room.settle()
    assert "Özgür Çelik" in [row.title for row in room.workspace.rows("attendee")]

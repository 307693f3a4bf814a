"""What a colleague erased waits for an answer here, on Vandaag and at Pakketten."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.ui.room import PATIENCE, START, YUSUF, Room, computer
from werkboek_desktop.domain.trust import Trust
from werkboek_desktop.settings import Settings
from werkboek_desktop.ui.pages.packages.erases import Answers, asked, erase_card
from werkboek_desktop.ui.pages.packages.page import PackagesPage
from werkboek_desktop.ui.pages.packages.tabs import RECEIVED
from werkboek_desktop.ui.shell.rail import TODAY
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.workspace import Workspace, import_into
from werkboek_desktop.workspace.erased import Incoming


def words(part: QWidget) -> str:
    QApplication.processEvents()
    return " ".join(" ".join(text.text() for text in part.findChildren(QLabel) if text.isVisible()).split())


def press(room: Room, part: QWidget, text: str) -> None:
    QApplication.processEvents()
    next(each for each in part.findChildren(QPushButton) if each.text() == text and each.isVisible()).click()
    room.settle()


def erased_by_yusuf(room: Room, field: str = "") -> Path:
    """Yusuf, who is known here, erases the summary or the whole of a case that he made."""
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    out = room.folder / "gewist.wbx"
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.erase(room.case, field or None)
        his.export(out)
    return out


def erased_by_who_says_to_be_yusuf(room: Room) -> Path:
    """From a computer with another key than Yusuf's, who is known here."""
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    app = computer(room.folder, "elders")
    app.save_settings(Settings(author="Yusuf Şahin", computer="kantoor"))
    file, out = room.folder / "elders.werkboek", room.folder / "elders.wbx"
    import_into(file, app, [room.workspace.export(room.folder / "mee.wbx").path], author="Yusuf Şahin")
    with Workspace.open(file, app, author="Yusuf Şahin") as there:
        there.erase(room.case, "summary")
        there.export(out)
    return out


def passed_on_by_piet(room: Room, bundle: Path) -> Path:
    """Piet, who does not know Yusuf, reads it in without a doubt."""
    app, file, out = computer(room.folder, "piet"), room.folder / "piet.werkboek", room.folder / "piet.wbx"
    import_into(file, app, [room.folder / "begin.wbx"], author="Piet")
    with Workspace.open(file, app, author="Piet") as there:
        there.import_([bundle])
        there.export(out)
    return out


def answering(room: Room) -> PackagesPage:
    room.office.navigation.go("packages")
    room.settle()
    page = room.office.navigation.packages
    room.qtbot.waitUntil(lambda: "wil voorgoed wissen" in words(page.overview), timeout=PATIENCE)
    return page


def test_before_reading_in_one_sees_that_something_was_erased(room: Room) -> None:
    room.office.navigation.look_at([erased_by_yusuf(room, "summary")])
    room.settle()
    assert "Een ander wiste voorgoed iets in 1 onderdeel" in words(room.office.navigation.packages.reader)


def test_yes_erases_it_here_too_and_reports(room: Room) -> None:
    room.workspace.import_([erased_by_yusuf(room, "summary")])
    page = answering(room)
    assert "Yusuf Şahin wil voorgoed wissen" in words(page.overview)
    assert "Een tekst bij ‘In het kort’ van praktijkvoorbeeld ‘De Kolenbuurt’." in words(page.overview)
    assert room.value("summary") is None
    press(room, page.overview, "Ja, wis het hier ook")
    assert "Voorgoed gewist: " in words(page.overview)
    room.qtbot.waitUntil(lambda: "wil voorgoed wissen" not in words(page.overview), timeout=PATIENCE)
    assert "Niemand deed open" not in room.file.read_bytes().decode("latin-1")


def test_of_what_belongs_to_a_case_one_sees_to_which_and_of_a_passage_that_the_rest_stays(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    out = room.folder / "gewist.wbx"
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.erase(room.measure)
        his.erase(room.case, "summary", "Niemand deed open.")
        his.export(out)
    room.workspace.import_([out])
    page = answering(room)
    assert "Eén maatregel bij praktijkvoorbeeld ‘De Kolenbuurt’." in words(page.overview)
    assert words(page.overview).count("Wat er nu in de tekst staat, blijft.") == 1


def test_yes_to_a_passage_leaves_the_rest_of_the_text(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    out = room.folder / "gewist.wbx"
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.erase(room.case, "summary", "Niemand deed open.")
        his.export(out)
    room.workspace.import_([out])
    page = answering(room)
    press(room, page.overview, "Ja, wis het hier ook")
    room.qtbot.waitUntil(lambda: "wil voorgoed wissen" not in words(page.overview), timeout=PATIENCE)
    assert room.value("summary") == "Wij belden aan. De straat bleef stil."
    assert "Niemand deed open" not in room.file.read_bytes().decode("latin-1")


def test_the_report_shows_nothing_of_what_was_erased_and_leads_to_the_answer(room: Room) -> None:
    room.workspace.import_([room.from_yusuf(subtitle="Van Yusuf")])
    out = room.folder / "gewist.wbx"
    with Workspace.open(room.folder / YUSUF, room.yusuf, author="Yusuf Şahin") as his:
        his.erase(room.case, "subtitle")
        his.erase(room.case, "summary", "Niemand deed open.")
        his.export(out)
    room.office.navigation.look_at([out])
    room.settle()
    page = room.office.navigation.packages
    page.read_in()
    room.settle()
    shown = " ".join(each.toPlainText() for each in page.reader.findChildren(ReadText))
    assert "Wij belden aan. De straat bleef stil." in shown
    assert not any(each in shown for each in ("Niemand", "Van Yusuf"))
    press(room, page.reader, "Beantwoord")
    assert "Yusuf Şahin wil voorgoed wissen" in words(page.overview)


def test_of_a_key_without_trust_one_reads_what_it_is_called_here_and_can_compare_its_words(room: Room) -> None:
    room.workspace.import_([erased_by_who_says_to_be_yusuf(room)])
    page = answering(room)
    asked = next(one for one in room.workspace.contacts() if one.trust is Trust.ASKED)
    assert "Iemand wil voorgoed wissen" in words(page.overview)
    assert "De sleutel heet hier ‘Yusuf Şahin · kantoor’." in words(page.overview)
    assert "Er staat bij dat het van Yusuf Şahin is. Dat kan iedereen schrijven." in words(page.overview)
    assert asked.phrase not in words(page.overview)
    press(room, page.overview, "Geavanceerd")
    assert asked.phrase in words(page.overview)
    assert "Ja, wis het hier ook" not in [each.text() for each in page.overview.findChildren(QPushButton)]
    press(room, page.overview, "Bekijk de sleutel")
    assert asked.phrase in words(page.contacts.pane)
    press(room, page.contacts.pane, "Ja, dit is Yusuf Şahin")
    page.tabs.pills[RECEIVED].click()
    press(room, answering(room).overview, "Ja, wis het hier ook")
    assert room.workspace.erases() == []


def test_a_key_that_only_came_along_can_be_trusted_too(room: Room) -> None:
    room.workspace.import_([passed_on_by_piet(room, erased_by_who_says_to_be_yusuf(room))])
    page = answering(room)
    assert "Van wie de sleutel is, is hier niet bekend." in words(page.overview)
    press(room, page.overview, "Bekijk de sleutel")
    (erase,) = room.workspace.erases()
    press(room, page.contacts.pane, "Geavanceerd")
    assert erase.phrase in words(page.contacts.pane)
    press(room, page.contacts.pane, "Vertrouw deze sleutel")
    assert [one.trusted for one in room.workspace.erases()] == [True]


def test_vandaag_names_nobody_for_a_key_without_trust(room: Room) -> None:
    room.workspace.import_([erased_by_who_says_to_be_yusuf(room)])
    room.office.navigation.go(TODAY)
    today = room.office.navigation.current()
    room.qtbot.waitUntil(lambda: "Iemand wil iets voorgoed wissen" in words(today), timeout=PATIENCE)


def test_no_name_of_a_person_is_on_the_card(room: Room) -> None:
    jan = str(room.workspace.create_record("attendee", None, {"first_name": "Jan", "last_name": "Prik"}).record)
    contact = str(room.workspace.create_record("contact", room.case, {"name": "Els Klaver", "phone": "06"}).record)
    erases = [
        Incoming("ab" * 32, *each, None, 0, True)
        for each in ((jan, "attendee", "phone"), (contact, "contact", "phone"))
    ]
    cards = [
        erase_card(room.office.session, one, Answers(print, print, print, print))
        for one in asked(room.office.session, erases)
    ]
    said = " ".join(text.text() for each in cards for text in each.findChildren(QLabel))
    assert "van deelnemer." in said
    assert "bij praktijkvoorbeeld ‘De Kolenbuurt’." in said
    assert not any(name in said for name in ("Jan", "Prik", "Els", "Klaver"))


def test_no_leaves_it_hidden_and_asks_no_more(room: Room) -> None:
    room.workspace.import_([erased_by_yusuf(room)])
    page = answering(room)
    assert "Eén praktijkvoorbeeld en wat erbij hoort (2 onderdelen)." in words(page.overview)
    press(room, page.overview, "Nee, verborgen laten")
    assert "Het blijft verborgen; er is niets gewist." in words(page.overview)
    room.qtbot.waitUntil(lambda: "wil voorgoed wissen" not in words(page.overview), timeout=PATIENCE)
    assert room.workspace.erases() == []
    assert room.workspace.rows("case") == []


def test_taking_over_brings_it_back_as_ones_own_words(room: Room) -> None:
    room.workspace.import_([erased_by_yusuf(room, "summary")])
    page = answering(room)
    press(room, page.overview, "Overnemen")
    assert "De tekst staat er weer, als jouw woorden." in words(page.overview)
    assert room.value("summary") == START


def test_vandaag_says_so_and_leads_there(room: Room) -> None:
    room.workspace.import_([erased_by_yusuf(room, "summary")])
    room.office.navigation.go(TODAY)
    today = room.office.navigation.current()
    room.qtbot.waitUntil(lambda: "Yusuf Şahin wil iets voorgoed wissen" in words(today), timeout=PATIENCE)
    press(room, today, "Beantwoord")
    assert room.office.navigation.current() is room.office.navigation.packages

"""A bundle back to somebody, with the mail that it goes with."""

from pathlib import Path

from tests.workspace.sent import Photos, opened
from tests.workspace.two import Two
from werkboek_desktop.workspace import Result

PASSPHRASE = "drie fietsen in de gracht"


def test_who_is_known_gets_what_they_lack(two: Two, tmp_path: Path) -> None:
    two.from_bert()
    two.type("title", "Later")
    made = two.anna.reply(two.anna.senders()[0], tmp_path)
    assert made.exported.changes == 1
    (mail,) = made.mails
    path = made.exported.path
    assert path.parent == tmp_path
    assert path.name == f"Werk, van Anna, {two.anna.today.isoformat()}.wbx"
    assert (mail.subject, path.name in mail.text) == ("Pakket voor ons werkboek ‘Werk’", True)
    assert mail.text.startswith("Hallo Bert,\n")
    assert mail.text.endswith("Groet,\nAnna\n")
    (report,) = two.bert.import_([path]).files
    assert (report.result, report.lacking) == (Result.IMPORTED, False)


def test_who_is_not_known_gets_everything(two: Two, tmp_path: Path) -> None:
    made = two.anna.reply("Carla · laptop", tmp_path)
    assert not opened(made.exported.path).manifest.since
    assert not opened(made.exported.path).manifest.partial


def test_where_nothing_is_new_it_still_says_what_one_has(two: Two, tmp_path: Path) -> None:
    two.from_bert()
    made = two.anna.reply(two.anna.senders()[0], tmp_path)
    assert made.exported.changes == 0
    assert opened(made.exported.path).tips["work"]


def test_each_bundle_has_a_name_of_its_own(two: Two, tmp_path: Path) -> None:
    names = [two.anna.reply("Carla · laptop", tmp_path).exported.path.name for _ in range(3)]
    assert len(set(names)) == 3
    assert names[1] == names[0].replace(".wbx", " 2.wbx")


def test_several_go_with_a_mail_each(two: Two, tmp_path: Path) -> None:
    Photos(two, tmp_path)
    made = two.anna.reply("Carla · laptop", tmp_path)
    assert len(made.mails) == len(made.exported.parts) == 3
    for at, (part, mail) in enumerate(zip(made.exported.parts, made.mails, strict=True), 1):
        assert part.path.name in mail.text
        assert f"{at} van 3" in mail.text
    again = two.anna.reply("Carla · laptop", tmp_path)
    assert len({*again.exported.parts, *made.exported.parts}) == 6
    assert " 2 1 van 3.wbx" in again.exported.path.name


def test_no_attendee_is_named_and_no_title(two: Two, tmp_path: Path) -> None:
    two.make("attendee", first_name="Fatima", last_name="Geheimstra")
    made = two.anna.reply("Carla · laptop", tmp_path, people=True, passphrase=PASSPHRASE)
    (mail,) = made.mails
    words = " ".join((*mail, made.exported.path.name, *(one.file for one in two.anna.sent())))
    assert "Geheimstra" not in words
    assert "Kolenbuurt" not in words
    assert PASSPHRASE not in words
    assert "wachtzin" in mail.text

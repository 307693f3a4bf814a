"""`werkboek export`."""

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.cli.ran import Werkboek

type Make = Callable[..., str]


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "wachtzin.txt"
    path.write_text("vier blauwe fietsen\r\nen een regel die niet meetelt\n", encoding="utf-8")
    return path


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "uit.wbx"


def kinds(done: Werkboek, file: Path) -> set[str]:
    return {row["kind"] for row in done("list", file, "--json").json}


def test_an_existing_file_is_kept_without_force(done: Werkboek, refused: Werkboek, project: Path, out: Path) -> None:
    out.write_text("brief")
    refused("export", project, out)
    assert out.read_text() == "brief"
    done("export", project, out, "--force")
    assert out.read_bytes().startswith(b"PK")
    refused("export", project, out)


def test_a_place_that_is_not_there_is_refused(refused: Werkboek, project: Path, tmp_path: Path) -> None:
    refused("export", project, tmp_path / "weg" / "uit.wbx")
    refused("export", project, tmp_path, "--force")


def test_people_stay_home_unless_asked_for(
    done: Werkboek, project: Path, out: Path, make: Make, tmp_path: Path
) -> None:
    make("attendee:new", "last_name", "Geheimstra")
    make("case:new", "title", "Haven")
    done("export", project, out)
    assert b"Geheimstra" not in out.read_bytes()
    copy = tmp_path / "ander.werkboek"
    done("import", copy, out)
    assert "attendee" not in kinds(done, copy)
    scope = ["--scope", "work"]
    assert done("hash", copy, *scope).out == done("hash", project, *scope).out


def test_people_need_a_passphrase(
    done: Werkboek, refused: Werkboek, project: Path, out: Path, make: Make, secret: Path, tmp_path: Path
) -> None:
    make("attendee:new", "last_name", "Geheimstra")
    refused("export", project, out, "--people")
    empty = tmp_path / "leeg.txt"
    empty.write_text("\n")
    refused("export", project, out, "--people", "--passphrase-file", empty)
    refused("export", project, out, "--people", "--passphrase-file", tmp_path / "weg.txt")
    assert not out.exists()
    done("export", project, out, "--people", "--passphrase-file", secret)
    assert out.read_bytes().startswith(b"age-encryption.org")
    copy = tmp_path / "ander.werkboek"
    other = tmp_path / "andere.txt"
    other.write_text("drie rode fietsen")
    for options in ([], ["--passphrase-file", other], ["--passphrase-file", empty]):
        refused("import", copy, out, *options)
        assert not copy.exists()
    done("import", copy, out, "--passphrase-file", secret)
    assert "attendee" in kinds(done, copy)
    assert done("hash", copy).out == done("hash", project).out


def test_a_bundle_without_people_may_be_locked_too(
    done: Werkboek, project: Path, out: Path, secret: Path, tmp_path: Path
) -> None:
    done("export", project, out, "--passphrase-file", secret)
    assert out.read_bytes().startswith(b"age-encryption.org")
    done("import", tmp_path / "ander.werkboek", out, "--passphrase-file", secret)


def test_an_empty_passphrase_never_leaves_a_bundle_unlocked(
    refused: Werkboek, project: Path, out: Path, tmp_path: Path
) -> None:
    empty = tmp_path / "leeg.txt"
    for text in ("", "\n", "\r\nvier rode fietsen\n"):
        empty.write_text(text)
        refused("export", project, out, "--passphrase-file", empty)
        assert not out.exists()


def test_a_passphrase_may_come_from_a_text_file_of_windows(
    done: Werkboek, project: Path, out: Path, tmp_path: Path
) -> None:
    ours, theirs = tmp_path / "ons.txt", tmp_path / "hun.txt"
    ours.write_bytes(b"vier rode fietsen\n")
    theirs.write_bytes(b"\xef\xbb\xbfvier rode fietsen\r\n")
    done("export", project, out, "--passphrase-file", ours)
    done("import", tmp_path / "ander.werkboek", out, "--passphrase-file", theirs)


def test_since_received_is_for_somebody_whose_bundle_came(
    misused: Werkboek, refused: Werkboek, project: Path, out: Path
) -> None:
    misused("export", project, out, "--since-received")
    refused("export", project, out, "--since-received", "--to", "Niemand · nergens")
    assert not out.exists()


def test_a_whole_bundle_may_be_for_anybody(done: Werkboek, project: Path, out: Path) -> None:
    done("export", project, out, "--to", "Niemand · nergens")


def test_the_sender_is_a_person_and_a_computer(done: Werkboek, project: Path, out: Path, tmp_path: Path) -> None:
    done("export", project, out)
    (report,) = done("import", tmp_path / "ander.werkboek", out, "--json").json["files"]
    person, computer = report["sender"].split(" · ")
    assert person == "Anna"
    assert computer


def test_an_attachment_travels(done: Werkboek, project: Path, out: Path, make: Make, tmp_path: Path) -> None:
    (tmp_path / "verslag.pdf").write_bytes(b"%PDF-1.7 een verslag")
    case = make("case:new", "title", "Haven")
    make(f"document:new@{case}", "file", f"@{tmp_path / 'verslag.pdf'}")
    done("export", project, out)
    copy, again = tmp_path / "ander.werkboek", tmp_path / "door.wbx"
    done("import", copy, out)
    done("check", copy)
    done("export", copy, again)
    done("import", tmp_path / "derde.werkboek", again)
    assert done("hash", tmp_path / "derde.werkboek").out == done("hash", project).out


def cases(done: Werkboek, file: Path) -> set[str]:
    return {row["id"] for row in done("list", file, "case", "--json").json}


def test_chosen_records_go_alone(done: Werkboek, project: Path, out: Path, make: Make, tmp_path: Path) -> None:
    first, second = make("case:new", "title", "Haven"), make("case:new", "title", "Kade")
    third = make("case:new", "title", "Werf")
    done("export", project, out, "--only", first, "--only", second)
    copy = tmp_path / "ander.werkboek"
    done("import", copy, out)
    assert cases(done, copy) == {first, second}
    assert kinds(done, copy) == {"case", "person"}
    done("export", project, out, "--only", third, "--force")
    (report,) = done("import", copy, out, "--json").json["files"]
    assert (report["result"], report["waiting"]) == ("imported", 0)
    done("check", copy)


def test_a_chosen_record_has_to_be_there(refused: Werkboek, project: Path, out: Path) -> None:
    refused("export", project, out, "--only", "ab" * 16)
    refused("export", project, out, "--only", "haven")
    assert not out.exists()


def test_what_is_not_for_them_stays_and_is_named(
    done: Werkboek, refused: Werkboek, misused: Werkboek, project: Path, out: Path, make: Make, tmp_path: Path
) -> None:
    secret, own = make("case:new", "title", "Haven"), make("case:new", "title", "Kade")
    for field, value in (("sharing", "gemeenten"), ("municipalities", '["GM0344"]')):
        done("set", project, own, field, value)
    told = done("export", project, out, "--for", "gemeente", "--municipality", "Utrecht").out
    assert "Haven" in told
    assert "Kade" not in told
    copy = tmp_path / "ander.werkboek"
    done("import", copy, out)
    assert cases(done, copy) == {own}
    refused("export", project, out, "--force", "--for", "anderen", "--only", secret)
    misused("export", project, out, "--force", "--for", "iedereen")
    misused("export", project, out, "--force", "--for", "gemeente", "--municipality", "Nergensstad")


def test_what_the_mail_does_not_take_is_split(done: Werkboek, project: Path, out: Path, tmp_path: Path) -> None:
    done("settings", "mail_limit_mb", "1")
    for number in range(3):
        document = tmp_path / f"{number}.pdf"
        document.write_bytes(b"%PDF-1.7" + bytes(Random(number).randbytes(400_000)))
        case = done("set", project, "case:new", "title", f"Haven {number}").out.strip()
        done("set", project, f"document:new@{case}", "file", f"@{document}")
    assert "te groot" in done("export", project, out).err.lower()
    told = done("export", project, out, "--split")
    parts = sorted(out.parent.glob("uit * van *.wbx"))
    assert [part.name for part in parts] == [f"uit {number} van 3.wbx" for number in (1, 2, 3)]
    assert all(str(part) in told.out for part in parts)
    assert not told.err
    done("import", tmp_path / "ander.werkboek", *reversed(parts))
    assert done("hash", tmp_path / "ander.werkboek").out == done("hash", project).out

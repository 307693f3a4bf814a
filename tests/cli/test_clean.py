"""What `clean` prints."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

PDF = 'De  maatschap-\npelijke "opgave"'
CLEAN = "De maatschappelijke “opgave”\n"
SAID = "1 afbreekstreepje weg\n1 dubbele spatie weg\n2 aanhalingstekens\n"


def test_a_text_is_cleaned_and_what_was_done_is_told_apart(done: Werkboek, stdin: Callable[[str], None]) -> None:
    stdin(PDF)
    assert done("clean", "-") == (0, CLEAN, SAID)


def test_a_file_is_read_and_stays_as_it_is(done: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "tekst.txt"
    file.write_text(PDF, encoding="utf-8")
    assert done("clean", file).out == CLEAN
    assert file.read_text(encoding="utf-8") == PDF


def test_a_rule_can_be_left_out(done: Werkboek, stdin: Callable[[str], None]) -> None:
    stdin(PDF)
    ran = done("clean", "-", "--without", "quotes", "--without", "hyphens")
    assert ran.out == 'De maatschap-\npelijke "opgave"\n'
    assert ran.err == "1 dubbele spatie weg\n"


def test_a_page_gives_its_shape_and_says_what_stayed_behind(done: Werkboek, stdin: Callable[[str], None]) -> None:
    stdin("<h1>Kop</h1><p><b>een</b><img src=a.png></p>")
    ran = done("clean", "-", "--html")
    assert (ran.out, ran.err) == ("## Kop\n**een**\n", "1 plaatje weggelaten\n")


def test_an_unknown_rule_is_wrong_use(werkboek: Werkboek, stdin: Callable[[str], None]) -> None:
    stdin(PDF)
    ran = werkboek("clean", "-", "--without", "spelling")
    assert ran.code == 2
    assert "Er is geen regel 'spelling'." in ran.err


def test_too_much_and_what_is_no_text_are_refused(refused: Werkboek, tmp_path: Path) -> None:
    file = tmp_path / "veel.txt"
    file.write_text("a" * 5_000_000, encoding="utf-8")
    assert "te veel om te plakken: 5.000.000 tekens" in refused("clean", file).err
    file.write_bytes(b"\xff\xfe\x00")
    refused("clean", file)
    refused("clean", tmp_path)
    refused("clean", tmp_path / "nergens.txt")

"""What the check points at in one sentence."""

import pytest

from werkboek_desktop.domain.privacy.check import Check, Known
from werkboek_desktop.domain.privacy.finding import LABELS, REASONS, Certainty, Sort
from werkboek_desktop.domain.privacy.names import contact_name

PEOPLE = (("Sanne", "van ’t", "Hoek"), ("Fatima", "", "El Idrissi"), ("Marieke", "", "Bakker"), ("Şule", "", "Yıldız"))
CHECK = Check(Known(PEOPLE, ("Bakkerij Hoek",), ("wijkteam@duinrade.example", "0123-456789")))
PLATES = (
    "XX-99-99 99-99-XX 99-XX-99 XX-99-XX XX-XX-99 99-XX-XX 99-XXX-9 9-XXX-99 XX-999-X X-999-XX XXX-99-X X-99-XXX"
    " 9-XX-999 999-XX-9"
).split()


def found(sentence: str) -> list[tuple[Sort, str]]:
    return [(each.sort, sentence[each.start : each.end]) for each in CHECK.findings(sentence)]


def test_every_kind_has_its_label_and_says_why() -> None:
    assert set(LABELS) == set(REASONS) == set(Sort)


@pytest.mark.parametrize("plate", PLATES)
def test_every_side_code_is_a_plate(plate: str) -> None:
    assert found(f"De auto {plate} stond er weer.") == [(Sort.PLATE, plate)]
    tight = plate.replace("-", "")
    assert found(f"Het kenteken was {tight}.") in ([(Sort.PLATE, tight)], [])
    assert found(f"Formulier {plate.lower()} is ingevuld.") == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("BSN 123456782 stond erbij.", "123456782"),
        ("BSN 123456781 stond erbij.", ""),
        ("Rekening NL91ABNA0417164300.", "NL91ABNA0417164300"),
        ("Rekening NL91ABNA0417164301.", ""),
        ("Rekening NL91 ABNA 0417 1643 00 van hem.", "NL91 ABNA 0417 1643 00"),
    ],
)
def test_numbers_that_carry_a_proof_are_found_by_it(sentence: str, words: str) -> None:
    assert [text for _sort, text in found(sentence)] == ([words] if words else [])


@pytest.mark.parametrize(
    "written",
    [
        "Sanne van ’t Hoek",
        "Sanne van 't Hoek",
        "S. van ’t Hoek",
        "Hoek, Sanne van ’t",
        "mevrouw Van ’t Hoek",
        "Sule Yildiz",
    ],
)
def test_a_name_is_found_as_others_write_it(written: str) -> None:
    sentence = f"Het plan is van {written} en haar team."
    assert [sort for sort, _words in found(sentence)] == [Sort.NAME]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bakkerij Hoek doet mee.",
        "De bakker om de hoek doet mee.",
        "Bakkers en slagers doen mee.",
        "Zelf bakker worden? Dat kan.",
        "Op de hoek staat een bank.",
        "Mail wijkteam@duinrade.example of bel 0123 456 789.",
        "In 2019 daalde het met 12 procent naar 1.250 euro.",
    ],
)
def test_a_firm_a_word_and_what_may_be_printed_are_left_alone(sentence: str) -> None:
    assert found(sentence) == []


def test_a_house_number_in_an_address_is_one_finding() -> None:
    assert found("Hij woont op Dorpsstraat 4, 3511 AB Broekmeer.") == [(Sort.POSTCODE, "Dorpsstraat 4, 3511 AB")]


def test_what_is_less_sure_says_so() -> None:
    (name,) = CHECK.findings("Volgens Fatima was het druk.")
    (group,) = CHECK.findings("Drie jongeren vonden werk.")
    (whole,) = CHECK.findings("Volgens Fatima El Idrissi was het druk.")
    assert (name.certainty, group.certainty) == (Certainty.POSSIBLE, Certainty.POSSIBLE)
    assert whole.certainty is Certainty.SURE


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("mevrouw T. Achterberg", ("T.", "", "Achterberg")),
        ("Henk van den Berg", ("Henk", "van den", "Berg")),
        ("Karima Ben Ali", ("Karima", "", "Ben Ali")),
    ],
)
def test_a_contact_is_known_by_the_parts_of_the_name(written: str, name: tuple[str, str, str]) -> None:
    assert contact_name(written) == name


def test_odd_names_and_texts_break_nothing() -> None:
    odd = Check(Known((("", "", ""), ("", "", "van"), ("’", "'", "-"), ("Jo", "", "de")), ("",), ("",)))
    for text in ("", "’", "Jo de", "€ 1", "-" * 50, "06" * 40, "A" * 300, "1 " * 300):
        odd.findings(text)


LONG = 20_000
PIECES = ("a", "A", "1", "-", "’", "a.", "a@", "06 ", "in ", "van ", "Hoek ", "NL91", "melder ", "melder in de ")
SENTENCES = ("Kerkstraat ", "melder Kerkstraat ", "15-jarige uit de Kerkstraat ", "drie jongeren uit de flat ")


@pytest.mark.parametrize("piece", [*PIECES, *SENTENCES])
def test_a_text_without_end_is_read_and_says_enough_at_a_hundred(piece: str) -> None:
    assert len(CHECK.findings(piece * (LONG // len(piece)))) <= 100

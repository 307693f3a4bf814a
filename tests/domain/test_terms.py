"""Which terms of a book are spelled in several ways, and what is none of that."""

import pytest

from werkboek_desktop.domain.replacing import Search
from werkboek_desktop.domain.terms import Spelling, Term, Written, terms


def found(*cases: str, preferred: dict[str, str] | None = None, names: frozenset[str] = frozenset()) -> list[Term]:
    return terms(lambda: [Written([text]) for text in cases], preferred or {}, names)


def ways(*cases: str) -> list[dict[str, int]]:
    return [{each.text: each.number for each in term.spellings} for term in found(*cases)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("De e-mail, een email, de e mail.", {"e-mail": 1, "email": 1, "e mail": 1}),
        ("Met co-financiering; of cofinanciering.", {"co-financiering": 1, "cofinanciering": 1}),
        ("De coördinator en de coordinator.", {"coördinator": 1, "coordinator": 1}),
        ("Het veiligheidshuis, het Veiligheidshuis, zo’n veiligheidshuis en dat Veiligheidshuis.",
         {"veiligheidshuis": 2, "Veiligheidshuis": 2}),
        ("Het Zorg- en Veiligheidshuis en het Zorg en Veiligheidshuis.",
         {"Zorg- en Veiligheidshuis": 1, "Zorg en Veiligheidshuis": 1}),
        ("Bij RIEC, het RIEC, een Riec en dat Riec.", {"RIEC": 2, "Riec": 2}),
        ("Een **e-mail** of [email](https://e-mail.example/email) naar email@email.example.",
         {"e-mail": 1, "email": 1}),
    ],
)  # fmt: skip
def test_a_term_in_several_ways(text: str, wanted: dict[str, int]) -> None:
    assert ways(text) == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "Veiligheidshuis hielp. Het veiligheidshuis ook.\n## Veiligheidshuis\n- Veiligheidshuis.",
        "Zij zei: “Wijkteams helpen”, en: Wijkteams zijn er. De wijkteams.",
        "Wij willen samen werken. Zij samenwerken.",
        "Het was vóór de zomer, en voor de winter. Geen café zonder café.",
        "Een foto's en foto’s, art.\xa013b en art. 13b, nood‑opvang en nood-opvang.",
        "De om van het OM.",
        "Die Straat, een straat, de straat.",
        "In de Openbare Ruimte, van Openbare Ruimte naar de ruimte, in de ruimte.",
    ],
)
def test_what_is_no_other_spelling(text: str) -> None:
    assert ways(text) == []


def test_what_begins_a_sentence_counts_for_how_it_is_elsewhere() -> None:
    (term,) = found("E-mail hielp. Een e-mail.", "E-mail. De email.", "Email.")
    assert term.spellings == (Spelling("e-mail", 3, 2), Spelling("email", 2, 2))


def test_what_begins_a_sentence_tells_nothing_where_both_ways_are() -> None:
    text = "Een wijkteam, dat wijkteam, een Wijkteam en dat Wijkteam."
    (term,) = found(text, "Wijkteam. Wijkteam.")
    assert term.spellings == (Spelling("wijkteam", 2, 1), Spelling("Wijkteam", 2, 1))


def test_capitals_of_titles_and_names_tell_nothing() -> None:
    lines = ["Aan het Veiligheidshuis", "Het Veiligheidshuis", "e-mail"]
    assert terms(lambda: [Written(["Een veiligheidshuis."], lines)], {}, frozenset()) == []
    (term,) = terms(lambda: [Written(["Een email."], lines)], {}, frozenset())
    assert {each.text for each in term.spellings} == {"email", "e-mail"}


def test_a_name_has_a_capital() -> None:
    text = "In Bergen zijn bergen, van Bergen naar bergen."
    assert len(found(text)) == 1
    assert found(text, names=frozenset({"bergen"})) == []


def test_what_somebody_prefers() -> None:
    (term,) = found("De email kwam.", preferred={"email": "e-mail", "anders": "anders"})
    assert (term.preferred, term.others) == ("e-mail", (Spelling("email", 1, 1),))
    assert found("De e-mail kwam.", preferred={"email": "e-mail"}) == []
    assert found("Een convenant.", preferred={"convenant": "Convenant"}) == []
    (term,) = found(
        "Dit Convenant, dat Convenant, een convenant en een convenant.", preferred={"convenant": "Convenant"}
    )
    assert term.preferred == "Convenant"
    undecided, decided = found("email e-mail", "coördinator, coordinator", preferred={"email": "e-mail"})
    assert (undecided.others, decided.others) == ((), (Spelling("email", 1, 1),))


def test_what_to_look_for_to_write_it_as_is_preferred() -> None:
    (term,) = found("De email, een e-mail, dat E-mail, zo’n E-mail.", preferred={"email": "e-mail"})
    assert term.search() == Search("E-mail", "e-mail", match_case=True)
    (term,) = found("De email, een e-mail.", preferred={"email": "e-mail"})
    assert term.search() == Search("email", "e-mail")
    assert term._replace(preferred="").search() is None

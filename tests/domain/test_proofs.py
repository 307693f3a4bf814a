from datetime import date

from werkboek_desktop.domain.proofs import file_name, mail, mark

TODAY = date(2026, 11, 25)


def test_a_proof_says_what_it_is_on_every_page_and_in_its_name() -> None:
    assert mark(TODAY) == "Proef, versie van 25 november 2026"
    assert (
        file_name("Beginnen bij de wijk: één straat", TODAY) == "proef-beginnen-bij-de-wijk-een-straat-2026-11-25.pdf"
    )
    assert file_name("…", TODAY) == "proef-praktijkvoorbeeld-2026-11-25.pdf"


def test_a_mail_says_what_is_asked_and_by_when() -> None:
    made = mail("De Kolenbuurt", TODAY, date(2026, 12, 9), "Marit de Wit")
    assert made.subject == "Proef om te lezen: De Kolenbuurt"
    assert "vóór 9 december 2026" in made.text
    assert made.text.endswith("Marit de Wit")
    assert "vóór" not in mail("De Kolenbuurt", TODAY, None, "").text

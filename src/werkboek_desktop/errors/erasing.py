"""Refusals about what was erased, or is to be."""

from werkboek_desktop.errors.refusal import OwnToMend, Refusal


class RecordErased(Refusal):
    """Somebody wants to write in a record that was erased for good."""

    code = "erased"

    def __init__(self) -> None:
        super().__init__(
            "Dit is voorgoed gewist en kan niet meer gewijzigd worden.",
            "Maak iets nieuws als je hier nog over wilt schrijven.",
        )


class FieldErased(Refusal):
    """What somebody wrote builds on a text that was erased meanwhile."""

    code = "erased"

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Wat bij ‘{label}’ stond is intussen voorgoed gewist; hierop verder schrijven kan niet.",
            "Kopieer wat je zelf schreef.",
            "Open het veld opnieuw, en plak daar wat mag blijven.",
        )


class PassageNotFound(OwnToMend):
    """A passage that no version of the field has."""

    code = "passage_not_found"

    def __init__(self, label: str) -> None:
        super().__init__(
            f"Dit stuk tekst staat in geen enkele versie van ‘{label}’.",
            "Kopieer het precies zoals het er staat, ook de hoofdletters en de leestekens.",
        )


class NotErasable(OwnToMend):
    """What holds a workbook together holds no words, and stays."""

    code = "not_erasable"

    def __init__(self, label: str) -> None:
        super().__init__(f"‘{label}’ kan niet gewist worden.", "Wis een veld met tekst, of het geheel.")


class NothingToErase(OwnToMend):
    """A field in which nothing was ever written."""

    code = "nothing_to_erase"

    def __init__(self, label: str) -> None:
        super().__init__(f"Bij ‘{label}’ heeft nooit iets gestaan.", "Kijk of je het goede veld koos.")


class NotTrusted(Refusal):
    """An erase of a computer that nobody here trusts destroys nothing."""

    code = "not_trusted"

    def __init__(self) -> None:
        super().__init__(
            "Dit verzoek om te wissen komt van een computer die je nog niet vertrouwt.",
            "Vraag langs een andere weg of het klopt.",
            "Vertrouw dan eerst de sleutel van die computer, bij Contacten.",
        )


class TooManyErases(Refusal):
    """A bundle after which no bundle could hold all erases that it has to."""

    code = "too_many_erases"

    def __init__(self, found: int, most: int) -> None:
        super().__init__(
            f"Dit pakket wist te veel: er zouden hier {found} verzoeken om te wissen zijn. Er is plaats voor {most}, "
            "van een paar duizend schrijvers.",
            "Vraag de afzender langs een andere weg of het klopt; in je werkboek is niets gewijzigd.",
            "Kwamen er al eerder duizenden? Zet dan de back-up van vóór dat pakket terug, en lees andere opnieuw in.",
        )


class UnknownBundle(OwnToMend):
    """A bundle that was never imported here."""

    code = "unknown_bundle"

    def __init__(self, bundle: str) -> None:
        super().__init__(
            f"Een pakket met kenmerk {bundle[:12]} is hier nooit ingelezen.",
            "Kijk in de lijst met ingelezen pakketten welk kenmerk het heeft.",
        )

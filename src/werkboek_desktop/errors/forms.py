"""Refusals about forms in PDF: what it is, and what to do with it."""

from werkboek_desktop.errors.refusal import Refusal

_AGAIN = "Vraag de afzender om het formulier opnieuw in te vullen en op te slaan; in je werkboek is niets gewijzigd."


class NoForm(Refusal):
    """A PDF without a form of ours in it: another one, or one that was printed or flattened."""

    code = "no_form"

    def __init__(self) -> None:
        super().__init__(
            "In deze PDF zit geen intakeformulier van dit programma.",
            "Hoort het erin? Vraag de afzender om het op te slaan, niet af te drukken naar PDF; er is niets gewijzigd.",
        )


class FormDamaged(Refusal):
    """A PDF that cannot be read to its end; `where` says at what, empty: the file as a whole."""

    code = "damaged"

    def __init__(self, where: str = "") -> None:
        part = f" ({where[:80]})" if where else ""
        super().__init__(f"Deze PDF is beschadigd of anders dan een PDF-lezer hem opslaat{part}.", _AGAIN)


class FormLocked(Refusal):
    """A PDF behind a password."""

    code = "document_locked"

    def __init__(self) -> None:
        super().__init__("Deze PDF zit achter een wachtwoord.", "Vraag de afzender om het formulier zonder wachtwoord.")

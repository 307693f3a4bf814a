"""Refusals about Word and LibreOffice documents: what it is, and what to do with it."""

from werkboek_desktop.errors.refusal import OwnToMend, Refusal

_AGAIN = "Vraag de afzender om het opnieuw te sturen als gewoon Word-bestand; in je werkboek is niets gewijzigd."


class DocumentDamaged(Refusal):
    """A document that cannot be read to its end; `where` is a part of it, empty: the file as a whole."""

    code = "damaged"

    def __init__(self, where: str = "") -> None:
        part = f" ({where[:80]})" if where else ""
        super().__init__(f"Dit document is beschadigd of anders dan Word het maakt{part}.", _AGAIN)


class DocumentTooLarge(Refusal):
    """A document over a limit of docs/limits.md."""

    code = "too_large"

    def __init__(self, what: str, found: int, limit: int) -> None:
        super().__init__(
            f"Dit document is te groot: {found} {what}, en het mogen er {limit} zijn.",
            "Haal beelden en bijlagen uit het document en sla het op.",
            "Lees het dan opnieuw in.",
        )


class DocumentTooHard(Refusal):
    """A document that took more time or memory to read than one may, or that ended its reader."""

    code = "too_large"

    def __init__(self) -> None:
        super().__init__("Dit document is niet te lezen: het kost te veel tijd of geheugen.", _AGAIN)


class DocumentLocked(Refusal):
    """A document that opens only with a password."""

    code = "document_locked"

    def __init__(self) -> None:
        super().__init__(
            "Dit document zit achter een wachtwoord, of het is van een oude Word.",
            "Open het in Word.",
            "Sla het zonder wachtwoord op als .docx.",
            "Lees dat bestand in.",
        )


class MacrosInside(Refusal):
    """A document with a program in it."""

    code = "macros"

    def __init__(self) -> None:
        super().__init__(
            "In dit document zit een programma (macro’s).",
            "Vraag de afzender om het als gewoon .docx te sturen; er is niets uitgevoerd en niets gewijzigd.",
        )


class EmptyForm(OwnToMend):
    """A form that came back as it went."""

    code = "empty_form"

    def __init__(self) -> None:
        super().__init__(
            "In dit formulier is nog niets ingevuld.",
            "Vraag de afzender om het ingevulde formulier; in je werkboek is niets gewijzigd.",
        )


class DocumentOfOtherProject(Refusal):
    """A document that was made of another project."""

    code = "other_project"

    def __init__(self) -> None:
        super().__init__(
            "Dit document is gemaakt van een ander werkboek.", "Open dat werkboek.", "Lees het document daar in."
        )


class VersionNotHere(Refusal):
    """A document made of changes that never came to this computer."""

    code = "version_not_here"

    def __init__(self) -> None:
        super().__init__(
            "Dit document is gemaakt van een versie die hier nog niet is.",
            "Lees eerst het pakket in van wie het document maakte.",
            "Lees het document dan opnieuw in.",
        )


class WhichProof(OwnToMend):
    """A document of a case that has lost what it was made from."""

    code = "which_proof"

    def __init__(self) -> None:
        super().__init__(
            "In dit document staat niet meer van welk praktijkvoorbeeld het gemaakt is.",
            "Zeg bij welke proef het hoort met --proof, of maak er een nieuw praktijkvoorbeeld van met --as-new.",
        )


class NoProof(OwnToMend):
    """What was named as a proof is none, or cannot be compared with here."""

    code = "no_proof"

    def __init__(self) -> None:
        super().__init__(
            "Bij deze proef is hier geen versie om mee te vergelijken.",
            "Kies de proef die naar de gemeente ging, of lees eerst het pakket in waarin die zit.",
        )

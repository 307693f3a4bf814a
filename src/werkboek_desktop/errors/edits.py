"""Refusals about what somebody wanted to write."""

from collections.abc import Sequence

from werkboek_desktop.errors.refusal import OwnToMend, Refusal


class UnknownRecord(OwnToMend):
    """No record has this id."""

    code = "unknown_record"

    def __init__(self, record: str) -> None:
        super().__init__(f"Er is geen onderdeel {record[:40]!r}.", "Kijk met `werkboek list` welke er zijn.")


class UnknownKind(OwnToMend):
    """The schema has no such kind."""

    code = "unknown_kind"

    def __init__(self, kind: str) -> None:
        super().__init__(f"Er is geen soort {kind[:40]!r}.", "Kijk met `werkboek schema` welke er zijn.")


class UnknownField(OwnToMend):
    """The kind has no such field."""

    code = "unknown_field"

    def __init__(self, kind: str, field: str) -> None:
        super().__init__(f"{kind} heeft geen veld {field[:40]!r}.", f"Kijk met `werkboek schema {kind}` welke er zijn.")


class BadTarget(OwnToMend):
    """TARGET names nothing that can be edited."""

    code = "bad_target"

    def __init__(self, target: str) -> None:
        super().__init__(
            f"{target[:80]!r} wijst geen onderdeel aan.",
            "Geef een id, SOORT:new, SOORT:new@EIGENAAR, attendance:MASTERCLASS+DEELNEMER of workbook.",
        )


class WrongOwner(OwnToMend):
    """A record of this kind hangs below another kind, or below none."""

    code = "wrong_owner"

    def __init__(self, kind: str, owners: Sequence[str]) -> None:
        below = " of ".join(owners)
        super().__init__(
            f"Een onderdeel van de soort {kind} hoort {'onder ' + below if owners else 'nergens onder'}.",
            f"Geef het doel als {kind}:new{'@ID' if owners else ''}.",
        )


class BadFieldValue(OwnToMend):
    """A value that this field cannot have; `why` is a Dutch clause."""

    code = "bad_value"

    def __init__(self, label: str, why: str, advice: str = "Pas de waarde aan; er is niets gewijzigd.") -> None:
        super().__init__(f"{label}: {why}", advice)


class PasteTooLarge(OwnToMend):
    """More than a text may have; `letters` of it."""

    code = "paste_too_large"

    def __init__(self, letters: int) -> None:
        super().__init__(
            f"Dit is te veel om te plakken: {letters:,} tekens.".replace(",", "."),
            "Plak het in delen, of voeg het bestand toe als bijlage; er is niets geplakt.",
        )


class TextFull(OwnToMend):
    """There is no room in a text for what comes."""

    code = "text_full"

    def __init__(self, most: int) -> None:
        super().__init__(
            f"Deze tekst is vol: er passen {most:,} tekens in.".replace(",", "."),
            "Verdeel hem over meer onderdelen of haal eerst iets weg; er is niets bij gekomen.",
        )


class BadEdit(OwnToMend):
    """A line of `apply` that cannot be read."""

    code = "bad_edit"

    def __init__(self, why: str) -> None:
        super().__init__(f"Deze wijziging is niet te lezen: {why}.", "Verbeter de regel en begin daar opnieuw.")


class NothingSought(OwnToMend):
    """Words are to be replaced, and nobody said which."""

    code = "nothing_sought"

    def __init__(self) -> None:
        super().__init__("Er is niets om naar te zoeken.", "Typ het woord dat je wilt vervangen.")


class NoReason(OwnToMend):
    """Something may stay for a reason that nobody wrote down."""

    code = "no_reason"

    def __init__(self) -> None:
        super().__init__("Er staat nog niet waarom dit mag blijven.", "Schrijf bij ‘Iets anders’ een toelichting.")


class BadLine(OwnToMend):
    """`apply` stops at a line; what was acknowledged before it stays."""

    code = "bad_line"

    def __init__(self, line: int, reason: Refusal) -> None:
        super().__init__(f"Regel {line}: {reason.message}", f"{reason.advice} De regels ervoor zijn bewaard.")


class RecordDeleted(OwnToMend):
    """A deleted record is put back before it is edited."""

    code = "record_deleted"

    def __init__(self, title: str) -> None:
        super().__init__(f"{title} is verwijderd.", "Zet het eerst terug.", "Daarna kun je het wijzigen.")


class PlaceInItself(OwnToMend):
    """A record would hang below itself."""

    code = "place_in_itself"

    def __init__(self) -> None:
        super().__init__(
            "Een onderdeel kan niet onder zichzelf staan.", "Kies een andere plek; er is niets verplaatst."
        )


class NotASignup(OwnToMend):
    """Only a sign-up becomes a case."""

    code = "not_a_signup"

    def __init__(self, record: str) -> None:
        super().__init__(f"Onderdeel {record[:40]!r} is geen aanmelding.", "Kies een aanmelding om om te zetten.")


class WorkbookStays(OwnToMend):
    """The workbook itself is never deleted."""

    code = "workbook_stays"

    def __init__(self) -> None:
        super().__init__("Het werkboek zelf kan niet weg.", "Verwijder de hoofdstukken die je niet wilt.")


class UnknownChange(OwnToMend):
    """No edit has this id."""

    code = "unknown_change"

    def __init__(self, change: str) -> None:
        super().__init__(
            f"Er is geen wijziging {change[:64]!r}.", "Kijk met `werkboek history … --json` welke er zijn."
        )


class NotYours(OwnToMend):
    """Somebody else's work is not taken back."""

    code = "not_yours"

    def __init__(self, author: str) -> None:
        super().__init__(
            f"Deze wijziging is van {author}.",
            "Je neemt alleen je eigen werk terug; wijzig anders het veld.",
        )


class NotTakenBack(OwnToMend):
    """What stands in the way of an undo; `why` is a Dutch sentence."""

    code = "not_taken_back"

    def __init__(self, why: str) -> None:
        super().__init__(why, "Er is niets gewijzigd.")


class NotReverted(OwnToMend):
    """There is no earlier version to write again; `why` is a Dutch sentence."""

    code = "not_reverted"

    def __init__(self, why: str) -> None:
        super().__init__(why, "Er is niets gewijzigd.")


class StillTyping(OwnToMend):
    """Somebody is typing where something would be taken back."""

    code = "still_typing"

    def __init__(self, label: str) -> None:
        super().__init__(f"In ‘{label}’ wordt nog getypt.", "Maak dat eerst af; daarna kun je dit ongedaan maken.")

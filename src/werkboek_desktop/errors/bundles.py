"""Refusals about bundles: what it is, and what to do with it."""

from collections.abc import Sequence

from werkboek_desktop.errors.refusal import OwnToMend, Refusal


class BundleDamaged(Refusal):
    """A bundle whose bytes are not what its sender made; `where` is a member or a line, empty: the file as a whole."""

    code = "damaged"

    def __init__(self, where: str = "") -> None:
        whole = "Dit pakket is niet heel aangekomen, of er is later iets aan veranderd."
        super().__init__(
            f"Dit pakket is beschadigd of veranderd ({where[:80]})." if where else whole,
            "Vraag de afzender om het pakket opnieuw te sturen.",
            "Sla de bijlage van de mail eerst op, en lees haar dan pas in.",
        )


class BundleTooLarge(Refusal):
    """A bundle that is over a limit of docs/limits.md, in or out."""

    code = "too_large"

    def __init__(self, what: str, found: int, limit: int) -> None:
        super().__init__(
            f"Dit pakket is te groot: {found} {what}, en er mogen er {limit}.",
            "Verdeel het over meer pakketten, of neem minder of kleinere bijlagen mee.",
        )


class BundleTooHard(Refusal):
    """A bundle that took more time or memory to read than one may, or that ended its reader."""

    code = "too_large"

    def __init__(self) -> None:
        super().__init__(
            "Dit pakket is niet te lezen: het kost te veel tijd of geheugen.",
            "Vraag de afzender om een kleiner pakket; in je werkboek is niets gewijzigd.",
        )


class NotABundle(Refusal):
    """A file of another kind; `what` is a Dutch noun with its article, such as "een PDF"."""

    code = "not_a_bundle"

    def __init__(
        self, what: str, instead: str = "Kies een bestand dat op .wbx eindigt, of een document (.docx, .odt)."
    ) -> None:
        super().__init__(f"Dit is geen pakket maar {what}.", instead)


class WrappedByOutlook(NotABundle):
    """A format of Outlook's own, in which there may be a bundle; `instead`: how that comes out."""


class OtherProject(Refusal):
    """A bundle of another project; its name, where it says one."""

    code = "other_project"

    def __init__(self, name: str | None) -> None:
        super().__init__(
            f"Dit pakket hoort bij een ander werkboek{f' ({" ".join(name.split())})' if name else ''}.",
            "Open dat werkboek, of vraag de afzender om een pakket van dit werkboek.",
        )


class NewerFormat(Refusal):
    """A bundle that only a newer program can read."""

    code = "newer_format"

    def __init__(self) -> None:
        super().__init__(
            "Dit pakket is gemaakt met een nieuwere versie van dit programma.",
            "Werk dit programma bij.",
            "Lees het pakket dan opnieuw in.",
        )


class BadSignature(Refusal):
    """A signature that its key did not make."""

    code = "bad_signature"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"De handtekening in dit pakket klopt niet ({where[:80]}).",
            "Lees dit pakket niet in.",
            "Vraag de afzender langs een andere weg of het echt van die persoon komt.",
        )


class WrongScope(Refusal):
    """A change about people that poses as one about work, or the other way round."""

    code = "wrong_scope"

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"Dit pakket zet {kind} bij de verkeerde soort gegevens.",
            "Lees dit pakket niet in.",
            "Neem contact op met de afzender.",
        )


class PassphraseNeeded(OwnToMend):
    """A locked bundle without a passphrase, or people who would leave without one."""

    code = "passphrase_needed"

    def __init__(self) -> None:
        super().__init__(
            "Voor dit pakket is een wachtzin nodig.",
            "Geef de wachtzin op; spreek die af per telefoon, niet per mail.",
        )


class WrongPassphrase(Refusal):
    """The passphrase does not open the bundle, or its locked bytes were changed."""

    code = "wrong_passphrase"

    def __init__(self) -> None:
        super().__init__(
            "Deze wachtzin past niet op dit pakket.",
            "Kijk of de wachtzin goed getypt is, ook de hoofdletters en de spaties.",
            "Past hij nog niet? Vraag de afzender om het pakket opnieuw te sturen.",
        )


class LockTooHeavy(Refusal):
    """An age header over its limits: opening it would keep the computer busy for minutes."""

    code = "too_large"

    def __init__(self) -> None:
        super().__init__(
            "Het slot op dit pakket is te zwaar om te openen.",
            "Vraag de afzender om het met dit programma te maken; in je werkboek is niets gewijzigd.",
        )


class UnknownReceiver(OwnToMend):
    """No bundle of this sender was ever imported, so nobody knows what they have."""

    code = "unknown_receiver"

    def __init__(self, name: str, senders: Sequence[str]) -> None:
        known = ", ".join(f"‘{' '.join(sender.split())}’" for sender in senders) or "nog niemand"
        super().__init__(
            f"Van ‘{name}’ is hier nog geen pakket ingelezen.",
            f"Kies iemand van wie er een pakket is ({known}), of stuur een heel pakket.",
        )


class NothingMayLeave(OwnToMend):
    """All that was chosen stays here for this receiver; `why` is a Dutch sentence."""

    code = "nothing_may_leave"

    def __init__(self, why: str) -> None:
        super().__init__(
            f"Niets van wat je koos mag naar deze ontvanger. {why}",
            "Kies iets anders, of kijk bij het praktijkvoorbeeld naar ‘Wie mag dit zien?’ en ‘Niet publiceren vóór’.",
        )


class PeopleChosen(OwnToMend):
    """Somebody chose a record about people for a bundle without people."""

    code = "people_chosen"

    def __init__(self) -> None:
        super().__init__(
            "Wat je koos gaat over personen, en die gaan niet vanzelf mee.",
            "Vraag om ook deelnemers, aanmeldingen en contacten mee te sturen, met een wachtzin.",
        )


class KeyRefused(Refusal):
    """A bundle of a key that somebody here refused; `name` is its sender's."""

    code = "key_refused"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Dit pakket is van ‘{' '.join(name.split())[:80]}’, met een sleutel die hier geweigerd is.",
            "Lees dit pakket niet in.",
            "Is het toch van die persoon? Vertrouw dan eerst de sleutel, bij Contacten.",
        )


class UnknownKey(OwnToMend):
    """No key here starts so."""

    code = "unknown_key"

    def __init__(self, start: str) -> None:
        super().__init__(f"Er is hier geen sleutel die begint met ‘{start[:64]}’.", "Kijk met contacts welke er zijn.")


class WhichKey(OwnToMend):
    """Several keys start so."""

    code = "which_key"

    def __init__(self, start: str) -> None:
        super().__init__(f"Er zijn meer sleutels die beginnen met ‘{start[:64]}’.", "Geef er meer tekens van.")

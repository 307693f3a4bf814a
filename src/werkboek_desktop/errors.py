"""Every failure a person can act on: the facts go in, two Dutch sentences come out."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar


class Refusal(Exception):
    """The program refuses: nothing was changed. `code` is for scripts, `message` and `advice` for people."""

    code: ClassVar[str] = "refused"

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(f"{message} {advice}")
        self.message = message
        self.advice = advice


class ProjectMissing(Refusal):
    """There is no file at this path."""

    code = "project_missing"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Het werkboek {path.name} bestaat niet.",
            "Kijk of de naam en de map kloppen, of maak een nieuw werkboek.",
        )


class NotAProject(Refusal):
    """The file is something else, or is locked with another key."""

    code = "not_a_project"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is geen werkboek van dit programma.",
            "Kies een ander bestand; aan dit bestand is niets veranderd.",
        )


class NewerProject(Refusal):
    """A newer version of the program made the file."""

    code = "newer_project"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is gemaakt met een nieuwere versie van het programma.",
            "Werk het programma bij en open het bestand opnieuw; er is niets aan veranderd.",
        )


class DamagedProject(Refusal):
    """The file can be read in part at most."""

    code = "damaged_project"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is beschadigd.",
            "Zet een back-up terug; bewaar het beschadigde bestand, want er kan nog tekst in staan.",
        )


class NotSaved(Refusal):
    """The disk is full, or does not allow writing."""

    code = "not_saved"

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"{path.name} kon niet worden opgeslagen: {_reason(reason)}.",
            "Maak ruimte of kies een map waarin je mag schrijven; je tekst blijft op het scherm staan.",
        )


def _reason(reported: str) -> str:
    if "full" in reported or "No space" in reported:
        return "de schijf is vol"
    if "readonly" in reported or "read-only" in reported:
        return "het bestand mag niet worden veranderd"
    return "de schijf geeft een fout"


class Busy(Refusal):
    """Another program or window is writing for longer than we wait."""

    code = "busy"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is bezet: een ander venster of programma schrijft erin.",
            "Probeer het over een paar tellen opnieuw.",
        )


class DamagedBackup(Refusal):
    """A backup that is not whole, or does not hold what its project holds."""

    code = "damaged_backup"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"De back-up {path.name} is beschadigd.",
            "Kies een andere back-up; er is niets teruggezet.",
        )


class AttachmentTooLarge(Refusal):
    """A file or picture beyond the limits of docs/limits.md."""

    code = "attachment_too_large"

    def __init__(self, name: str, limit: str) -> None:
        super().__init__(
            f"{name} is te groot: {limit} is het meeste.",
            "Verklein het bestand en voeg het opnieuw toe.",
        )


class UnreadablePicture(Refusal):
    """A picture that cannot be decoded."""

    code = "unreadable_picture"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is geen leesbare afbeelding.",
            "Sla de afbeelding opnieuw op als JPEG of PNG en voeg die toe.",
        )


class WrongUse(Refusal):
    """A command was put together in a way that means nothing."""

    code = "wrong_use"

    def __init__(self, message: str, advice: str = "Kijk hoe het wel moet met --help.") -> None:
        super().__init__(message, advice)


class NotYet(WrongUse):
    """Something that the contract names and this version cannot do."""

    code = "not_yet"

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} kan deze versie nog niet.", "Kijk of er een nieuwere versie is.")


class NoAuthor(WrongUse):
    """Nobody knows who writes."""

    code = "no_author"

    def __init__(self) -> None:
        super().__init__("Wie schrijft dit? Geef je naam met --author.")


class FileExists(Refusal):
    """A file would be overwritten."""

    code = "file_exists"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} bestaat al.", "Kies een andere naam; er is niets overschreven.")


class UnreadableFile(Refusal):
    """A file that was named cannot be read, or holds no text."""

    code = "unreadable_file"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is niet te lezen.", "Kijk of het bestand er staat en of je het mag openen.")


class UnknownRecord(Refusal):
    """No record has this id."""

    code = "unknown_record"

    def __init__(self, record: str) -> None:
        super().__init__(f"Er is geen onderdeel {record[:40]!r}.", "Kijk met `werkboek list` welke er zijn.")


class UnknownKind(Refusal):
    """The schema has no such kind."""

    code = "unknown_kind"

    def __init__(self, kind: str) -> None:
        super().__init__(f"Er is geen soort {kind[:40]!r}.", "Kijk met `werkboek schema` welke er zijn.")


class UnknownField(Refusal):
    """The kind has no such field."""

    code = "unknown_field"

    def __init__(self, kind: str, field: str) -> None:
        super().__init__(f"{kind} heeft geen veld {field[:40]!r}.", f"Kijk met `werkboek schema {kind}` welke er zijn.")


class BadTarget(Refusal):
    """TARGET names nothing that can be edited."""

    code = "bad_target"

    def __init__(self, target: str) -> None:
        super().__init__(
            f"{target[:80]!r} wijst geen onderdeel aan.",
            "Geef een id, SOORT:new, SOORT:new@EIGENAAR, attendance:MASTERCLASS+DEELNEMER of workbook.",
        )


class WrongOwner(Refusal):
    """A record of this kind hangs below another kind, or below none."""

    code = "wrong_owner"

    def __init__(self, kind: str, owners: Sequence[str]) -> None:
        below = " of ".join(owners)
        super().__init__(
            f"Een onderdeel van de soort {kind} hoort {'onder ' + below if owners else 'nergens onder'}.",
            f"Geef het doel als {kind}:new{'@ID' if owners else ''}.",
        )


class BadFieldValue(Refusal):
    """A value that this field cannot have; `why` is a Dutch clause."""

    code = "bad_value"

    def __init__(self, label: str, why: str) -> None:
        super().__init__(f"{label}: {why}", "Pas de waarde aan; er is niets gewijzigd.")


class BadEdit(Refusal):
    """A line of `apply` that cannot be read."""

    code = "bad_edit"

    def __init__(self, why: str) -> None:
        super().__init__(f"Deze wijziging is niet te lezen: {why}.", "Verbeter de regel en begin daar opnieuw.")


class BadLine(Refusal):
    """`apply` stops at a line; what was acknowledged before it stays."""

    code = "bad_line"

    def __init__(self, line: int, reason: Refusal) -> None:
        super().__init__(f"Regel {line}: {reason.message}", f"{reason.advice} De regels ervoor zijn bewaard.")


class RecordDeleted(Refusal):
    """A deleted record is put back before it is edited."""

    code = "record_deleted"

    def __init__(self, title: str) -> None:
        super().__init__(f"{title} is verwijderd.", "Zet het eerst terug; daarna kun je het wijzigen.")


class PlaceInItself(Refusal):
    """A record would hang below itself."""

    code = "place_in_itself"

    def __init__(self) -> None:
        super().__init__(
            "Een onderdeel kan niet onder zichzelf staan.", "Kies een andere plek; er is niets verplaatst."
        )


class NotASignup(Refusal):
    """Only a sign-up becomes a case."""

    code = "not_a_signup"

    def __init__(self, record: str) -> None:
        super().__init__(f"Onderdeel {record[:40]!r} is geen aanmelding.", "Kies een aanmelding om om te zetten.")


class UnknownReceiver(Refusal):
    """No bundle of this sender was ever imported, so nobody knows what they have."""

    code = "unknown_receiver"

    def __init__(self, name: str, senders: Sequence[str]) -> None:
        known = ", ".join(f"‘{' '.join(sender.split())}’" for sender in senders) or "nog niemand"
        super().__init__(
            f"Van ‘{name}’ is hier nog geen pakket ingelezen.",
            f"Kies iemand van wie er een pakket is ({known}), of stuur een heel pakket.",
        )


class ProjectDamaged(Refusal):
    """`check` found something wrong in the file."""

    code = "project_damaged"

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems), "Zet een back-up terug, of vraag een collega om een heel pakket.")


class WorkbookStays(Refusal):
    """The workbook itself is never deleted."""

    code = "workbook_stays"

    def __init__(self) -> None:
        super().__init__("Het werkboek zelf kan niet weg.", "Verwijder de hoofdstukken die je niet wilt.")


class Cancelled(Refusal):
    """A person stopped the work; nothing of it was kept."""

    code = "cancelled"

    def __init__(self) -> None:
        super().__init__("Je hebt dit gestopt.", "Er is niets gewijzigd; je kunt het opnieuw beginnen.")


class BundleDamaged(Refusal):
    """A bundle whose bytes are not what its sender made; `where` is a member, a line or another clue."""

    code = "damaged"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"Dit pakket is beschadigd of veranderd ({where[:80]}).",
            "Vraag de afzender om het opnieuw te sturen; in je werkboek is niets gewijzigd.",
        )


class BundleTooLarge(Refusal):
    """A bundle that is over a limit of docs/limits.md, in or out."""

    code = "too_large"

    def __init__(self, what: str, found: int, limit: int) -> None:
        super().__init__(
            f"Dit pakket is te groot: {found} {what}, en er mogen er {limit}.",
            "Verdeel het over meer pakketten, of neem minder of kleinere bijlagen mee.",
        )


class NotABundle(Refusal):
    """A file of another kind; `what` is a Dutch noun with its article, such as "een PDF"."""

    code = "not_a_bundle"

    def __init__(self, what: str) -> None:
        super().__init__(f"Dit is geen pakket maar {what}.", "Kies een bestand dat op .wbx eindigt.")


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
            "Werk dit programma bij en importeer het dan.",
        )


class BadSignature(Refusal):
    """A signature that its key did not make."""

    code = "bad_signature"

    def __init__(self, where: str) -> None:
        super().__init__(
            f"De handtekening in dit pakket klopt niet ({where[:80]}).",
            "Importeer het niet; vraag de afzender langs een andere weg of het echt van die persoon komt.",
        )


class WrongScope(Refusal):
    """A change about people that poses as one about work, or the other way round."""

    code = "wrong_scope"

    def __init__(self, kind: str) -> None:
        super().__init__(
            f"Dit pakket zet {kind} bij de verkeerde soort gegevens.",
            "Importeer het niet en neem contact op met de afzender.",
        )


class PassphraseNeeded(Refusal):
    """A locked bundle without a passphrase, or people who would leave without one."""

    code = "passphrase_needed"

    def __init__(self) -> None:
        super().__init__(
            "Voor dit pakket is een wachtwoord nodig.",
            "Geef het wachtwoord op; spreek het af per telefoon, niet per mail.",
        )


class WrongPassphrase(Refusal):
    """The passphrase does not open the bundle, or its locked bytes were changed."""

    code = "wrong_passphrase"

    def __init__(self) -> None:
        super().__init__(
            "Dit wachtwoord past niet op dit pakket.",
            "Controleer het wachtwoord, of vraag de afzender om het pakket opnieuw te sturen.",
        )


class LockTooHeavy(Refusal):
    """An age header over its limits: opening it would keep the computer busy for minutes."""

    code = "too_large"

    def __init__(self) -> None:
        super().__init__(
            "Het slot op dit pakket is te zwaar om te openen.",
            "Vraag de afzender om het met dit programma te maken; in je werkboek is niets gewijzigd.",
        )


class OwnKeyDamaged(Refusal):
    """The file with this computer's signing key is not a key."""

    code = "key_damaged"

    def __init__(self, path: str) -> None:
        super().__init__(
            f"De sleutel van deze computer is beschadigd ({path}).",
            "Zet hem terug uit een back-up, of verplaats hem: dan maakt het programma een nieuwe.",
        )

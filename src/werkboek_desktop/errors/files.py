"""Refusals about files: projects, backups, attachments, keys."""

from collections.abc import Sequence
from pathlib import Path

from werkboek_desktop.errors.refusal import OwnToMend, Refusal


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
            "Werk het programma bij.",
            "Open het bestand dan opnieuw.",
        )


class DamagedProject(Refusal):
    """The file can be read in part at most."""

    code = "damaged_project"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name} is beschadigd.",
            "Bewaar het beschadigde bestand: er kan nog tekst in staan.",
            "Zet een back-up terug.",
        )


class ProjectDamaged(Refusal):
    """`check` found something wrong in the file."""

    code = "project_damaged"

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems), "Zet een back-up terug, of vraag een collega om een heel pakket.")


class NotSaved(Refusal):
    """The disk is full, or does not allow writing."""

    code = "not_saved"

    def __init__(self, path: Path, reason: str) -> None:
        self.why, do = _why_and_what_to_do(reason)
        super().__init__(f"{path.name} kon niet worden opgeslagen: {self.why}.", do)


def _why_and_what_to_do(reported: str) -> tuple[str, str]:
    if "full" in reported or "No space" in reported:
        return "de schijf is vol", "Maak ruimte op de schijf; je tekst blijft op het scherm staan."
    if "readonly" in reported or "read-only" in reported or "Permission denied" in reported:
        return "je mag daar niets veranderen", "Kies een map waarin je mag schrijven."
    return "de schijf geeft een fout", "Kijk of de schijf of stick er nog is; je tekst blijft op het scherm staan."


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


class NoBackupThere(Refusal):
    """One of the places of the settings could not take a backup; the one beside the project is made."""

    code = "no_backup_there"

    def __init__(self, place: Path, reason: str) -> None:
        super().__init__(
            f"In {place} kwam geen back-up: {reason.removesuffix('.')}.",
            "Naast je werkboek is hij wel gemaakt. Sluit de stick of schijf aan, of haal de map weg bij Instellingen.",
        )


class AttachmentTooLarge(Refusal):
    """A file or picture beyond the limits of docs/limits.md."""

    code = "attachment_too_large"

    def __init__(self, name: str, limit: str) -> None:
        super().__init__(
            f"{name} is te groot: {limit} is het meeste.",
            "Verklein het bestand.",
            "Voeg het opnieuw toe.",
        )


class UnreadablePicture(Refusal):
    """A picture that cannot be decoded."""

    code = "unreadable_picture"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is geen leesbare afbeelding.",
            "Sla de afbeelding opnieuw op als JPEG of PNG.",
            "Voeg dat bestand toe.",
        )


class FileExists(OwnToMend):
    """A file would be overwritten."""

    code = "file_exists"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} bestaat al.", "Kies een andere naam; er is niets overschreven.")


class UnreadableFile(Refusal):
    """A file that was named cannot be read, or holds no text."""

    code = "unreadable_file"

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path.name} is niet te lezen.", "Kijk of het bestand er staat en of je het mag openen.")


class OwnKeyDamaged(Refusal):
    """The file with this computer's signing key is not a key."""

    code = "key_damaged"

    def __init__(self, path: str) -> None:
        super().__init__(
            f"De sleutel van deze computer is beschadigd ({path}).",
            "Zet hem terug uit een back-up, of verplaats hem: dan maakt het programma een nieuwe.",
        )

"""The mails that go with a bundle: what to do with it. Nothing of what is in it, and nobody's name but who mails."""

from collections.abc import Sequence

from werkboek_desktop.domain.proofs import Mail


def covering_mails(receiver: str, project: str, me: str, files: Sequence[str], *, locked: bool) -> tuple[Mail, ...]:
    """One for each of the `files`, by name: together they would be too large. `locked`: a passphrase is needed."""
    return tuple(_mail(receiver, project, me, name, _of(at, len(files)), locked) for at, name in enumerate(files, 1))


def _of(at: int, all_: int) -> str:
    return f" {at} van {all_}" if all_ > 1 else ""


def _mail(receiver: str, project: str, me: str, file: str, which: str, locked: bool) -> Mail:
    book = f"werkboek ‘{project}’" if project else "werkboek"
    parts = (
        f"Hallo {receiver}," if receiver else "Hallo,",
        f"Hierbij {f'pakket{which}' if which else 'een pakket'} ({file}) voor ons {book}.",
        "De andere komen elk in een eigen mail; de volgorde maakt niet uit." if which else "",
        "Dubbelklik op de bijlage, of sleep haar naar het scherm Pakketten.",
        "Je ziet eerst wat er zou veranderen; er verandert niets voor je zelf op ‘Lees in’ drukt.",
        "Er staat een slot op. De wachtzin geef ik je per telefoon." if locked else "",
        "Stuur je mij een pakket terug als je klaar bent? Dan weet ik dat dit is aangekomen.",
        f"Groet,\n{me}" if me else "Groet",
    )
    return Mail(f"Pakket{which} voor ons {book}", "\n\n".join(filter(None, parts)) + "\n")

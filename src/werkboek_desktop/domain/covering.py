"""The mail that goes with a bundle: what to do with it. Nothing of what is in it, and nobody's name but who mails."""

from collections.abc import Sequence

from werkboek_desktop.domain.moments import counted, listed
from werkboek_desktop.domain.proofs import Mail


def covering_mail(receiver: str, project: str, me: str, files: Sequence[str], *, locked: bool) -> Mail:
    """`files`: their names; `locked`: a passphrase is needed, which never goes by mail."""
    book = f"werkboek ‘{project}’" if project else "werkboek"
    many = len(files) > 1
    what = counted(len(files), "bestand", "bestanden") if many else "een pakket"
    named = f"{what} ({listed(list(files))})"
    parts = (
        f"Hallo {receiver}," if receiver else "Hallo,",
        f"Hierbij {named} voor ons {book}.",
        "Sleep de bestanden samen naar het scherm Pakketten; de volgorde maakt niet uit."
        if many
        else "Dubbelklik op de bijlage, of sleep haar naar het scherm Pakketten.",
        "Je ziet eerst wat er zou veranderen; er verandert niets voor je zelf op ‘Lees in’ drukt.",
        "Er staat een slot op. De wachtzin geef ik je per telefoon." if locked else "",
        "Stuur je mij een pakket terug als je klaar bent? Dan weet ik dat dit is aangekomen.",
        f"Groet,\n{me}" if me else "Groet",
    )
    return Mail(f"Pakket voor ons {book}", "\n\n".join(filter(None, parts)) + "\n")

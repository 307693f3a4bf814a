"""What goes along with a proof: its mark, the name of its file, and a mail to copy. None of it names a person."""

import re
from datetime import date
from typing import NamedTuple

from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.text import fold


class Mail(NamedTuple):
    """A mail to copy."""

    subject: str
    text: str


def mark(on: date) -> str:
    """What stands on every page of a proof."""
    return f"Proef, versie van {day(on)}"


def file_name(title: str, on: date) -> str:
    """`proef-beginnen-bij-de-wijk-2026-11-25.pdf`."""
    words = "-".join(re.findall(r"[a-z0-9]+", fold(title)))[:60].strip("-")
    return f"proef-{words or 'praktijkvoorbeeld'}-{on.isoformat()}.pdf"


def mail(title: str, on: date, deadline: date | None, by: str) -> Mail:
    """Asks to read a proof; `by` signs it."""
    until = f" vóór {day(deadline)}" if deadline else ""
    paragraphs = (
        "Goedendag,",
        f"Bij deze mail zit de proef van ‘{title}’, zoals de tekst in het werkboek komt (versie van {day(on)}).",
        f"Wilt u de proef lezen en ons{until} laten weten of u akkoord bent? Zet uw naam en functie bij uw antwoord.",
        "Klopt er iets niet, of moet er iets anders? Schrijf het in de PDF of in uw antwoord.",
        f"Met vriendelijke groet,\n{by}".strip(),
    )
    return Mail(f"Proef om te lezen: {title}", "\n\n".join(paragraphs))

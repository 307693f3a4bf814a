"""What was erased and where, what could not be reached, and who else may be the same person."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.moments import listed
from werkboek_desktop.ui.widgets.basic import button, column, label, row
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.words import count, tr

if TYPE_CHECKING:
    from werkboek_desktop.workspace.destroying import Erased


def report(done: "Erased", lead: Callable[[RecordId], object]) -> Iterator[QWidget]:
    """Everything from top to bottom."""
    yield told_line("circle-check", "ok", f"{tr('Voorgoed gewist')}: {listed(list(_amounts(done)))}.")
    if done.backups:
        yield told_line("circle-check", "ok", f"{tr('Ook uit')} {count(done.backups, tr('back-up'), tr('back-ups'))}.")
    mailed = tr("Wat al verstuurd is, ligt nog in postbussen. Vraag de ontvangers om het weg te gooien.")
    yield told_line("mail", "text2", mailed)
    if not done.is_clean:
        rest = tr("Een ander venster heeft dit werkboek open. Sluit dat: dan gaan de laatste resten ook.")
        yield told_line("circle-alert", "attn", rest)
    for refusal in done.missed:
        yield told_line("circle-alert", "attn", f"{refusal.message} {refusal.advice}")
    if done.namesakes:
        yield label(tr("Misschien dezelfde persoon"), "label")
    for other in done.namesakes:
        kind = schema.kind(other.kind)
        about = f"{other.title} ({kind.label.lower() if kind else other.kind}, {_shared(other.what)})"
        yield button(about, partial(lead, other.record), "link", "arrow-right")


def _amounts(done: "Erased") -> Iterator[str]:
    gone = done.destroyed
    yield count(gone.values, tr("tekst of waarde"), tr("teksten en waarden"))
    if gone.drafts:
        yield count(gone.drafts, tr("stuk dat nog getypt werd"), tr("stukken die nog getypt werden"))
    if gone.files:
        yield count(len(gone.files), tr("bestand"), tr("bestanden"))


def _shared(what: str) -> str:
    return {"email": tr("zelfde e-mailadres"), "phone": tr("zelfde telefoonnummer")}.get(what, tr("zelfde naam"))


def told_line(icon: str, tone: str, words: str) -> QWidget:
    """A sentence with its icon."""
    box = row(column(picture(icon, tone), 0), label(words, wrap=True), gap=10)
    box.setStretch(1, 1)
    made = QWidget()
    made.setLayout(box)
    return made

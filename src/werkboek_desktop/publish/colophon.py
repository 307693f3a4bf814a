"""Who made the book, and who paid for it."""

from collections.abc import Iterator

from werkboek_desktop.domain.dutch import day
from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.text import sort_key_name
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.publish.blocks import Block, Paragraph, Role, plain
from werkboek_desktop.publish.material import Book
from werkboek_desktop.publish.prose import cell_blocks
from werkboek_desktop.publish.sheet import Desk

TITLE = "Colofon"
FUNDERS = (
    "mede gefinancierd door het Strategisch Beraad Ondermijning (SBO)/Aanjaagteam Ondermijning (ATO) "
    "en het ministerie van Binnenlandse Zaken en Koninkrijksrelaties"
)
_TEAMS = {
    "projectleider": "Projectleiding",
    "redacteur": "Tekst en redactie",
    "facilitator": "Begeleiding",
    "meelezer": "Meelezers",
}
_OTHERS = "Met medewerking van"
_UNNAMED = {"tegenlezer"}
"""Who reads along for the police or the prosecution is not named."""
_AUTHORS = ("projectleider", "redacteur")


def blocks(desk: Desk, book: Book) -> Iterator[Block]:
    """The text of the colophon, whoever it leaves out, the pictures, the funders, the version."""
    text = desk.sheet(book.workbook).text("colophon")
    yield from (paragraph for paragraph in cell_blocks(text))
    for team, names in _teams(desk, book).items():
        if new := [name for name in names if name not in text]:
            yield _line(team, ", ".join(new))
    if credits := [credit for credit in dict.fromkeys(desk.credits) if credit not in text]:
        yield _line("Beeld", ", ".join(credits))
    yield Paragraph(plain(f"Dit werkboek is {FUNDERS}."))
    yield Paragraph(plain(f"Versie van {day(book.as_of)}, gemaakt met Werkboek Desktop {book.app}."), Role.NOTE)


def authors(desk: Desk, book: Book) -> str:
    """Who a file names as its authors."""
    teams = _teams(desk, book)
    return ", ".join(name for role in _AUTHORS for name in teams.get(_TEAMS[role], ()))


def _teams(desk: Desk, book: Book) -> dict[str, list[str]]:
    teams: dict[str, list[str]] = {team: [] for team in (*_TEAMS.values(), _OTHERS)}
    for person in desk.sheets(book.persons):
        if not _roles(person.view) & _UNNAMED and (name := person.words("name")):
            teams[_TEAMS.get(str(person.view.value("role")), _OTHERS)].append(name)
    return {team: sorted(names, key=sort_key_name) for team, names in teams.items()}


def _roles(person: RecordView) -> set[str]:
    view = person.fields.get("role")
    return {str(variant.value) for variant in view.variants} if view else set()


def _line(label: str, text: str) -> Paragraph:
    return Paragraph((Run(f"{label}: ", bold=True), *plain(text)))

"""A document of Word: sent out, come back with a word changed, and one that does not say what it is."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from docx import Document

from tests.interchange.editing import replaced
from werkboek_desktop.ui.shell.printer import WORD

if TYPE_CHECKING:
    from tests.ui.house import House


def documents(house: "House", folder: Path) -> Iterator[str]:
    """Sent out, and looked at when it comes back."""
    row = next(each for each in house.workspace.rows("case") if "Kolenbuurt" in each.title)
    house.office.navigation.to_record(row.id)
    house.settle()
    page = house.records.current_page()
    assert page
    out = folder / "kolenbuurt.docx"
    house.office.printer.make(page, row.id, out, WORD)
    yield house.at("naar word, gemaakt")
    house.office.navigation.look_at([replaced(out, ("Kolenbuurt", "Kolenwijk"))])
    yield house.at("document vooraf")
    strange, made = folder / "kaal.docx", Document()
    for heading in ("In het kort", "Met wie?", "Aanleiding en wijk", "Openingsscène"):
        made.add_heading(heading, 1)
        made.add_paragraph("Tekst.")
    made.save(str(strange))
    house.office.navigation.look_at([strange])
    yield house.at("document, van welke proefdruk")

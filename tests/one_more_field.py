"""The program with one more field in its schema: a declaration, and not another line anywhere.

Run as a program of its own (`python -m tests.one_more_field FOLDER`), for modules read the schema as they load.
"""

import sys
from dataclasses import replace
from pathlib import Path

from werkboek_desktop.domain.fields import LISTED, PUBLIC, Field, Option
from werkboek_desktop.domain.kinds import cases
from werkboek_desktop.domain.values import ValueType

EXTRA = Field(
    "mood",
    "Stemming in de wijk",
    ValueType.ENUM,
    options=(Option("hopeful", "Hoopvol"), Option("weary", "Moe")),
    appears=PUBLIC | LISTED,
    group="Kop",
)
NOTE = Field("motto", "Motto", ValueType.LINE, group="Kop")

cases.CASE = replace(cases.CASE, fields=(*cases.CASE.fields, EXTRA, NOTE))


def main(folder: Path) -> None:
    """Says, a line each, where the fields turned up."""
    from PySide6.QtWidgets import QApplication  # all of the program comes after the declaration

    from werkboek_desktop.cli.edge import run

    app = QApplication(sys.argv[:1])
    file, table = folder / "een.werkboek", folder / "lijst.csv"
    assert run(["new", str(file), "--author", "Anna"]) == 0
    assert run(["set", str(file), "case:new", "mood", "Hoopvol"]) == 0
    assert run(["set", str(file), "case:new", "motto", "Samen verder"]) == 0
    assert run(["schema", "case", "--json"]) == 0
    assert run(["list", str(file), "case", "--csv", str(table)]) == 0
    assert run(["search", str(file), "verder"]) == 0
    print("csv", table.read_text(encoding="utf-8-sig").splitlines()[0])  # noqa: T201 - its answer
    look_in_window(file)
    app.quit()


def look_in_window(file: Path) -> None:
    """The list's columns, filters, orders and groups, and the form."""
    from PySide6.QtWidgets import QApplication

    from werkboek_desktop.domain import schema
    from werkboek_desktop.domain.listing import facets, sorts
    from werkboek_desktop.domain.together import fields_for_many
    from werkboek_desktop.settings import App
    from werkboek_desktop.ui.forms.field_row import FieldRow
    from werkboek_desktop.ui.forms.record_form import RecordForm
    from werkboek_desktop.ui.lists.line import line
    from werkboek_desktop.ui.session import Session
    from werkboek_desktop.workspace import Workspace

    kind = schema.kind("case")
    assert kind
    workspace = Workspace.open(file, App.of_this_computer(), author="Anna")
    session = Session(workspace)
    rows = workspace.rows("case")
    found = {
        "filter": [facet.label for facet in facets(kind)],
        "sort": [sort.label for sort in sorts(kind)],
        "many": [field.label for field in fields_for_many(kind)],
        "column": [line(row, "").place for row in rows],
    }
    form = RecordForm(kind, session)
    form.show_record(rows[0].id)
    form.reveal(rows[0].id, EXTRA.key)
    QApplication.processEvents()
    found["form"] = [row.field.label for row in form.findChildren(FieldRow)]
    for where, labels in found.items():
        print(where, *labels, sep=";")  # noqa: T201 - its answer
    session.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

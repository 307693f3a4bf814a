"""Commands that edit: new, set, apply, delete, undo, convert."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import lines, targets
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import Author, File, Record, writing
from werkboek_desktop.cli.plain import say, warn_of_place
from werkboek_desktop.cli.values import given
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import BadLine, Refusal, UnreadableFile, WrongUse
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Changed, Workspace, create_demo


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (new, apply, delete, undo, convert):
        app.command(cls=Command)(command)
    # A text may begin with a dash: a list does.
    app.command("set", cls=Command, context_settings={"ignore_unknown_options": True})(set_)


def new(
    file: Annotated[Path, Argument(metavar="FILE", help="Het bestand dat gemaakt wordt.")],
    demo: Annotated[bool, Option("--demo", help="Vul het met het voorbeeldwerkboek.")] = False,
    name: Annotated[str | None, Option("--name", metavar="NAME", help="De titel van het werkboek.")] = None,
    author: Author = None,
) -> None:
    """Maak een nieuw werkboek."""
    app = App.of_this_computer()
    if demo:
        create_demo(file, app, name=name, author=author)
    else:
        Workspace.create(file, app, name=name, author=author).close()
    echo(f"Gemaakt: {file}")
    warn_of_place(file)


def set_(
    file: File,
    target: Annotated[str, Argument(metavar="TARGET", help="Een id, KIND:new[@OWNER], attendance:M+A of workbook.")],
    field: Annotated[str, Argument(metavar="FIELD", help="De naam van het veld, zoals in `schema`.")],
    value: Annotated[str | None, Argument(metavar="VALUE", help="De tekst; @PAD: een bestand, -: de invoer.")] = None,
    add: Annotated[list[str] | None, Option("--add", metavar="X", help="Voeg toe aan een lijst.")] = None,
    remove: Annotated[list[str] | None, Option("--remove", metavar="X", help="Haal uit een lijst.")] = None,
    author: Author = None,
) -> None:
    """Wijzig één veld; drukt het id van het onderdeel af."""
    if (value is None) == (not add and not remove):
        raise WrongUse("Geef óf een waarde, óf --add en --remove.")
    with writing(file, author) as workspace:
        record = targets.resolve(workspace, target, {})
        if value is None:
            changed = workspace.change_set(record, field, add or [], remove or [])
        else:
            changed = workspace.set_field(record, field, given(value))
        _tell_lacking(workspace, changed.record, field)
    echo(changed.record)


def _tell_lacking(workspace: Workspace, record: RecordId | None, field: str) -> None:
    """What a case lacks for the status that it was given; it has it all the same."""
    status = workspace.record(record).value(field) if record and field == "status" else None
    for gap in workspace.lacking_for(str(record), str(status)) if status else ():
        say(gap.sentence, err=True)


def apply(
    file: File,
    edits: Annotated[str, Argument(metavar="EDITS", help="Bestand met een JSON-object per regel; - leest de invoer.")],
    author: Author = None,
) -> None:
    """Voer veel wijzigingen uit; elke regel wordt meteen bewaard en bevestigd."""
    refs: dict[str, RecordId] = {}
    with writing(file, author) as workspace:
        for number, line in enumerate(_lines(edits), start=1):
            if not line.strip():
                continue
            try:
                changed, field = _apply_line(workspace, line, refs)
            except Refusal as refusal:
                raise BadLine(number, refusal) from refusal
            echo(json.dumps({"line": number, "record": changed.record, "change": changed.change}))
            sys.stdout.flush()
            _tell_lacking(workspace, changed.record, field)


def _lines(edits: str) -> Iterator[bytes]:
    if edits == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(edits).open("rb") as stream:
            yield from stream
    except OSError as error:
        raise UnreadableFile(Path(edits)) from error


def _apply_line(workspace: Workspace, line: bytes, refs: dict[str, RecordId]) -> tuple[Changed, str]:
    edit = lines.parsed(line, refs)
    record = targets.resolve(workspace, edit.target, refs)
    changed = workspace.set_field(record, edit.field, edit.value)
    if edit.ref and changed.record:
        refs[edit.ref] = changed.record
    return changed, edit.field


def delete(
    file: File,
    record: Record,
    undo: Annotated[bool, Option("--undo", help="Zet het onderdeel terug.")] = False,
    author: Author = None,
) -> None:
    """Verwijder een onderdeel, of zet het terug."""
    with writing(file, author) as workspace:
        (workspace.undelete if undo else workspace.delete)(record)
    echo(record)


def undo(
    file: File,
    change: Annotated[str, Argument(metavar="CHANGE", help="Het nummer (id) van een wijziging van jezelf.")],
    author: Author = None,
) -> None:
    """Neem één eigen wijziging terug; het werk van anderen blijft."""
    with writing(file, author) as workspace:
        echo(workspace.take_back(change).record)


def convert(file: File, signup: Record, author: Author = None) -> None:
    """Maak het praktijkvoorbeeld van een aanmelding; drukt het id ervan af."""
    with writing(file, author) as workspace:
        echo(workspace.convert(signup).record)

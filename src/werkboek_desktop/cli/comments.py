"""Comments without a screen: what was said about a text, and where that stands now."""

from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, Author, File, Record, reading, writing
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain.anchors import How
from werkboek_desktop.errors import WrongUse
from werkboek_desktop.workspace.comments import Discussion, Said

_HOW = {How.MOVED: "verplaatst", How.REWRITTEN: "herschreven", How.GONE: "weg"}


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (comments, done):
        app.command(command.__name__, cls=Command)(command)
    # A text may begin with a dash: a list does.
    app.command("comment", cls=Command, context_settings={"ignore_unknown_options": True})(comment)


def comments(
    file: File,
    record: Annotated[str | None, Argument(metavar="RECORD", help="Eén praktijkvoorbeeld of hoofdstuk.")] = None,
    only_open: Annotated[bool, Option("--open", help="Alleen wat nog niet afgehandeld is.")] = False,
    json: AsJson = False,
) -> None:
    """Laat zien wat er bij de teksten is opgemerkt en geantwoord."""
    with reading(file) as workspace:
        found = [each for each in workspace.discussions(record) if not (only_open and each.done)]
    if json:
        echo(shapes.dump({"comments": [_shape(each) for each in found]}))
        return
    for each in found:
        say(f"{each.record}  {_about(each)}{' (klaar)' if each.done else ''}")
        for said in each.said:
            say(f"  {said.by or 'Iemand'}, {shapes.moment(said.time)}: {said.text}")
    if not found:
        say("Er zijn geen opmerkingen.")


def comment(
    file: File,
    record: Record,
    field: Annotated[str, Argument(metavar="FIELD", help="Bij welk veld; leeg ('') bij het geheel.")],
    text: Annotated[str, Argument(metavar="TEXT", help="Wat je opmerkt.")],
    sentence: Annotated[str, Option("--sentence", metavar="S", help="Bij welke zin: de zin, of woorden eruit.")] = "",
    answers: Annotated[str, Option("--answers", metavar="ID", help="Op welke opmerking dit een antwoord is.")] = "",
    author: Author = None,
) -> None:
    """Merk iets op bij een onderdeel, een veld of een zin; drukt het id van de opmerking af."""
    if sentence and (answers or not field):
        raise WrongUse("--sentence hoort bij een veld, en niet bij een antwoord.")
    with writing(file, author) as workspace:
        if not answers:
            anchor = workspace.anchor_of(record, field, sentence) if sentence else ""
            say(workspace.comment(record, field, text, anchor).record or "")
        elif any(said.record == answers for each in workspace.discussions(record) for said in each.said):
            say(workspace.answer(answers, text).record or "")
        else:
            raise WrongUse("Deze opmerking staat niet bij dit onderdeel. Kijk met `werkboek comments FILE`.")


def done(
    file: File,
    record: Annotated[str, Argument(metavar="COMMENT", help="Het nummer (id) van de opmerking.")],
    undo: Annotated[bool, Option("--undo", help="Toch weer open.")] = False,
    author: Author = None,
) -> None:
    """Leg vast dat een opmerking is afgehandeld."""
    with writing(file, author) as workspace:
        say(workspace.close_comment(record, is_open=undo).record or "")


def _about(each: Discussion) -> str:
    """Where it is about, and what became of that."""
    words = f"“{each.found.words}”" if each.found and each.found.words else ""
    how = _HOW.get(each.found.how, "") if each.found else ""
    now = f" nu: {' '.join(each.now)}" if each.found and each.found.how is How.REWRITTEN else ""
    return " · ".join(filter(None, (each.title, each.label, words, how + now)))


def _shape(each: Discussion) -> shapes.Json:
    first, *answers = each.said
    return {
        **_said(first),
        "record": each.owner,
        "item": each.part if each.part != each.owner else None,
        "field": each.field or None,
        "label": each.label or None,
        "state": "done" if each.done else "open",
        "sentence": (each.found.words or None) if each.found else None,
        "found": each.found.how if each.found else None,
        "now": list(each.now),
        "answers": [_said(said) for said in answers],
    }


def _said(said: Said) -> shapes.Json:
    return {"id": said.record, "text": said.text, "author": said.by or None, "time": shapes.moment(said.time)}

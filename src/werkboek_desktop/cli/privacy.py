"""The privacy check without a screen: what is pointed at, and what may stay."""

from collections.abc import Iterable
from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, Author, File, reading, writing
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.privacy.clearing import GROUNDS, Ground
from werkboek_desktop.domain.privacy.finding import LABELS, REASONS
from werkboek_desktop.domain.privacy.reading import Pointed, Sentence
from werkboek_desktop.errors import WrongUse
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.privacy import Checked, reason, sentence_id

_KEYS = "; ".join(f"{key} = {words.lower()}" for key, words in GROUNDS.items())

Found = Annotated[str, Argument(metavar="ZIN", help="Het nummer van de zin, zoals `privacy` het noemt.")]


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (privacy, allow):
        app.command(command.__name__, cls=Command)(command)


def privacy(
    file: File,
    record: Annotated[str | None, Argument(metavar="RECORD", help="Eén praktijkvoorbeeld of hoofdstuk.")] = None,
    everything: Annotated[bool, Option("--all", help="Ook zinnen waarover al besloten is.")] = False,
    json: AsJson = False,
) -> None:
    """Wijs zinnen aan waarin iemand te herkennen kan zijn; een mens besluit."""
    with reading(file) as workspace:
        found = _shown(_looked_at(workspace, record), everything=everything)
        if json:
            echo(shapes.dump({"records": [_shape(workspace, each) for each in found]}))
            return
    for each in found:
        say(f"{each.record}  {each.title}: {each.open} open")
        for sentence in each.sentences:
            say(f"  {sentence_id(sentence)}  {sentence.field}: {sentence.text}")
            for pointed in sentence.pointed:
                say(f"    {_line(pointed)}")
    if not any(each.sentences for each in found):
        say("Er is niets gevonden dat nog een besluit vraagt.")


def allow(
    file: File,
    sentence: Found,
    ground: Annotated[Ground | None, Option("--ground", help=f"Waarom het mag blijven: {_KEYS}.")] = None,
    note: Annotated[str, Option("--note", metavar="TEKST", help="Een toelichting; bij other nodig.")] = "",
    undo: Annotated[bool, Option("--undo", help="Neem het besluit terug.")] = False,
    author: Author = None,
) -> None:
    """Leg vast dat een zin mag blijven, en waarom; verandert de zin, dan geldt het niet meer."""
    if undo is (ground is not None):
        raise WrongUse("Geef óf --ground, óf --undo.")
    with writing(file, author) as workspace:
        found = next((each for each in _sentences(_looked_at(workspace, None)) if sentence_id(each) == sentence), None)
        if found is None:
            raise WrongUse("Deze zin staat er niet (meer). Kijk met `werkboek privacy FILE --all`.")
        if ground is None:
            workspace.lift_clearance(found)
        else:
            workspace.clear_sentence(found, ground, note)
    say(found.record)


def _looked_at(workspace: Workspace, record: str | None) -> tuple[Checked, ...]:
    return workspace.check_privacy() if record is None else (workspace.privacy_of(record),)


def _shown(found: Iterable[Checked], *, everything: bool) -> list[Checked]:
    return [
        each._replace(sentences=tuple(one for one in each.sentences if everything or one.is_open)) for each in found
    ]


def _sentences(found: Iterable[Checked]) -> Iterable[Sentence]:
    return (sentence for each in found for sentence in each.sentences)


def _line(pointed: Pointed) -> str:
    label = f"{LABELS[pointed.finding.sort]} ({pointed.finding.certainty}): {pointed.words}"
    return f"{label} — mag blijven: {_why(pointed)}" if pointed.stay else label


def _why(pointed: Pointed) -> str:
    stay = pointed.stay
    return "; ".join(filter(None, (reason(stay.ground), stay.note))) if stay else ""


def _shape(workspace: Workspace, each: Checked) -> shapes.Json:
    return {
        "record": each.record,
        "title": each.title,
        "open": each.open,
        "sentences": [_sentence(workspace, sentence) for sentence in each.sentences],
    }


def _sentence(workspace: Workspace, sentence: Sentence) -> shapes.Json:
    key = workspace.key(sentence.record)
    field = schema.field(key.kind, sentence.field) if key else None
    return {
        "id": sentence_id(sentence),
        "record": sentence.record,
        "field": sentence.field,
        "label": field.label if field else sentence.field,
        "sentence": sentence.text,
        "open": sentence.is_open,
        "findings": [_finding(workspace, pointed) for pointed in sentence.pointed],
    }


def _finding(workspace: Workspace, pointed: Pointed) -> shapes.Json:
    finding, stay = pointed.finding, pointed.stay
    return {
        "kind": finding.sort,
        "certainty": finding.certainty.name.lower(),
        "words": pointed.words,
        "start": finding.start,
        "end": finding.end,
        "reason": REASONS[finding.sort],
        "stays": {
            "ground": stay.ground,
            "note": stay.note or None,
            "by": workspace.author_name(stay.by),
            "on": shapes.moment(stay.on),
        }
        if stay
        else None,
    }

"""Words without a screen: spelling, terms in several ways, how a text reads, and other words in their place."""

from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, Author, File, Record, reading, writing
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain.replacing import Search
from werkboek_desktop.domain.terms import Term
from werkboek_desktop.errors import WrongUse
from werkboek_desktop.workspace.reading_ease import Ease
from werkboek_desktop.workspace.replacing import Hit, LeftOut, Preview
from werkboek_desktop.workspace.spelling import Misspelled


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (spell, terms, readability, replace):
        app.command(command.__name__, cls=Command)(command)


def spell(
    file: File,
    record: Annotated[str | None, Argument(metavar="RECORD", help="Eén praktijkvoorbeeld of hoofdstuk.")] = None,
    json: AsJson = False,
) -> None:
    """Noem de woorden die niemand kent; de lijst van het werkboek vul je met `set FILE workbook words --add`."""
    with reading(file) as workspace:
        found = workspace.misspelled(record)
    if json:
        echo(shapes.dump({"words": [_word(each) for each in found]}))
        return
    for each in found:
        say(f"{each.word.text}  {each.record}  {each.title} · {each.label}: {each.sentence}")
    if not found:
        say("Alle woorden zijn bekend.")


def terms(
    file: File,
    prefer: Annotated[
        str | None,
        Option("--prefer", metavar="WORD", help="Zo wordt het voortaan geschreven; komt bij de begrippen."),
    ] = None,
    accept: Annotated[
        list[str] | None,
        Option("--accept", metavar="WORD", help="Deze schrijfwijzen zijn allemaal goed; zo vaak als er zijn."),
    ] = None,
    json: AsJson = False,
    author: Author = None,
) -> None:
    """Noem wat in het boek op meer manieren geschreven is; met `replace` maak je er één van."""
    if prefer is not None and accept:
        raise WrongUse("Kies één van --prefer en --accept.")
    with writing(file, author) if prefer is not None or accept else reading(file) as workspace:
        if prefer is not None:
            workspace.prefer_spelling(prefer)
        if accept:
            workspace.accept_spellings(accept)
        found = workspace.terms()
    if json:
        echo(shapes.dump({"terms": [_term(each) for each in found]}))
        return
    for each in found:
        ways = ", ".join(f"{one.text} ({one.number} × in {one.cases})" for one in each.spellings)
        say(f"{ways}; voortaan: {each.preferred}" if each.preferred else ways)
    if not found:
        say("Elk begrip is geschreven zoals het hoort.")


def readability(file: File, record: Record, json: AsJson = False) -> None:
    """Zeg hoe een praktijkvoorbeeld of hoofdstuk leest, en welke zinnen lastig zijn: een indicatie, geen cijfer."""
    with reading(file) as workspace:
        found = workspace.reading_ease(record)
    if json:
        echo(shapes.dump(_ease(found)))
        return
    if found.scores:
        say(f"Flesch-Douma {found.scores.flesch_douma}, LiX {found.scores.lix}.")
    for each in found.hard:
        say(f"{each.label}: {each.sentence} ({each.why})")


def replace(
    file: File,
    old: Annotated[str, Argument(metavar="OLD", help="De woorden die je zoekt.")],
    new: Annotated[str, Argument(metavar="NEW", help="Wat er komt te staan.")],
    case: Annotated[
        list[str] | None, Option("--case", metavar="RECORD", help="Alleen hierin; mag vaker. Anders overal.")
    ] = None,
    match_case: Annotated[bool, Option("--match-case", help="Let op hoofdletters.")] = False,
    parts: Annotated[bool, Option("--parts", help="Ook midden in een woord.")] = False,
    quotes: Annotated[bool, Option("--quotes", help="Ook in citaten waar iemand akkoord op gaf.")] = False,
    dry_run: Annotated[bool, Option("--dry-run", help="Vertel alleen wat er zou gebeuren.")] = False,
    json: AsJson = False,
    author: Author = None,
) -> None:
    """Vervang woorden in alle teksten; wat twee versies heeft, blijft zoals het is."""
    search = Search(old, new, whole_words=not parts, match_case=match_case)
    with reading(file) if dry_run else writing(file, author) as workspace:
        found = workspace.find_places(search, case or ())
        chosen = list(found.hits) if quotes else found.chosen()
        if chosen and not dry_run:
            workspace.replace_words(search, chosen)
    if json:
        echo(shapes.dump(_shape(found, chosen)))
        return
    for hit in chosen:
        say(f"{hit.record}  {hit.title} · {hit.label}: {hit.place.sentence}")
    for hit in found.hits:
        if hit not in chosen:
            say(f"Overgeslagen, want hier gaf iemand akkoord op: {hit.title} · {hit.label}: {hit.place.sentence}")
    for left in found.left_out:
        say(f"Overgeslagen: {left.title} · {left.label}. {left.why}")
    say(f"{len(chosen)} × {'gevonden' if dry_run else 'vervangen'}.")


def _word(each: Misspelled) -> shapes.Json:
    return {
        "word": each.word.text,
        "record": each.record,
        "field": each.field,
        "title": each.title,
        "label": each.label,
        "sentence": each.sentence,
        "start": each.word.start,
        "end": each.word.end,
    }


def _term(each: Term) -> shapes.Json:
    ways: list[shapes.Json] = [
        {"spelling": one.text, "count": one.number, "cases": one.cases} for one in each.spellings
    ]
    return {"preferred": each.preferred or None, "spellings": ways}


def _ease(found: Ease) -> shapes.Json:
    hard: list[shapes.Json] = [
        {"record": each.record, "field": each.field, "sentence": each.sentence, "why": each.why} for each in found.hard
    ]
    scores = found.scores._asdict() if found.scores else {"flesch_douma": None, "lix": None}
    return {**scores, "words": found.words, "hard": hard}


def _shape(found: Preview, chosen: list[Hit]) -> shapes.Json:
    return {
        "replaced": [_hit(hit) for hit in chosen],
        "authorised": [_hit(hit) for hit in found.hits if hit not in chosen],
        "left_out": [_where(left) | {"reason": left.why} for left in found.left_out],
    }


def _hit(hit: Hit) -> shapes.Json:
    place = hit.place
    return _where(hit) | {"sentence": place.sentence, "start": place.at, "end": place.at + place.end - place.start}


def _where(each: Hit | LeftOut) -> shapes.Json:
    return {"record": each.record, "field": each.field, "title": each.title, "label": each.label}

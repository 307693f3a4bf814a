"""Akkoord without a screen: what is sent, what is answered, and what became of the text since."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, Author, File, Force, reading, writing
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain import lists
from werkboek_desktop.domain.approvals import State
from werkboek_desktop.domain.since import How
from werkboek_desktop.domain.version import Outcome
from werkboek_desktop.errors import NoProof
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.agreeing import WITH_THEM, Answered, Sending
from werkboek_desktop.workspace.akkoord import Akkoord, Answer, Proof, Stand, Told

TYPES = {option.key: option.label for option in lists.APPROVAL_TYPE}
OUTCOMES = {option.key: option.label for option in lists.APPROVAL_OUTCOME}
_STATES = {
    State.UNASKED: "nog geen antwoord",
    State.STANDS: "akkoord",
    State.LAPSED: "gewijzigd na akkoord",
    State.REFUSED: "niet akkoord",
    State.ASK_AGAIN: "opnieuw vragen",
    State.NOT_YET: "nog niet te beoordelen",
    State.ERASED: "gewist",
}
_HOW = {How.CHANGED: "gewijzigd", How.ADDED: "erbij", How.REMOVED: "weg", How.MOVED: "verplaatst"}

ProofId = Annotated[str, Argument(metavar="PROOF", help="Het nummer (id) van de proef.")]


def register(app: Typer) -> None:
    """Adds the commands."""
    for command in (proof, approve, akkoord):
        app.command(command.__name__, cls=Command)(command)
    app.command("put-back", cls=Command)(put_back)


def proof(
    file: File,
    case: Annotated[str, Argument(metavar="CASE", help="Het praktijkvoorbeeld.")],
    out: Annotated[Path, Argument(metavar="OUT.pdf", help="Waar de proef komt.")],
    to: Annotated[str, Option("--to", metavar="NAME", help="Naar wie de proef gaat.")],
    deadline: Annotated[str, Option("--deadline", metavar="D", help="Vóór welke dag je antwoord vraagt.")] = "",
    moves: Annotated[bool, Option("--status", help="Zet de status ook op ‘ligt bij gemeente’.")] = False,
    force: Force = False,
    author: Author = None,
) -> None:
    """Maak een proef (PDF) van een praktijkvoorbeeld en leg vast dat die verstuurd is; drukt het id van de proef af."""
    with writing(file, author) as workspace:
        made = workspace.make_proof(case, out, Sending(to, deadline, moves), force=force)
        lacking = [gap.sentence for gap in workspace.lacking_for(case, WITH_THEM)]
    for sentence in dict.fromkeys([*lacking, *made.paper.checks]):
        say(sentence, err=True)
    say(made.changed.record or "")


def approve(
    file: File,
    proof: ProofId,
    by: Annotated[str, Option("--by", metavar="NAME", help="Wie antwoordde.")],
    type_: Annotated[str, Option("--type", metavar="KEY", help=f"Welk akkoord: {', '.join(TYPES)}.")],
    outcome: Annotated[str, Option("--outcome", metavar="KEY", help=f"De uitkomst: {', '.join(OUTCOMES)}.")],
    on: Annotated[str, Option("--on", metavar="D", help="Op welke dag; anders vandaag.")] = "",
    function: Annotated[str, Option("--function", metavar="TEXT", help="Met welke functie.")] = "",
    channel: Annotated[str, Option("--channel", metavar="TEXT", help="Per mail, telefoon of brief.")] = "",
    conditions: Annotated[str, Option("--conditions", metavar="TEXT", help="Onder welke voorwaarden.")] = "",
    item: Annotated[str | None, Option("--item", metavar="RECORD", help="Alleen dit citaat of deze foto.")] = None,
    evidence: Annotated[Path | None, Option("--evidence", metavar="F", help="Bewijs; blijft op deze computer.")] = None,
    author: Author = None,
) -> None:
    """Leg een antwoord op een proef vast; drukt het id van het akkoord af."""
    with writing(file, author) as workspace:
        day = on or workspace.today.isoformat()
        answered = Answered(by, type_, outcome, day, function, channel, conditions, item, evidence)
        say(workspace.register_akkoord(proof, answered).record or "")


def akkoord(
    file: File,
    case: Annotated[str | None, Argument(metavar="CASE", help="Eén praktijkvoorbeeld.")] = None,
    json: AsJson = False,
) -> None:
    """Laat zien hoe de akkoorden staan, en wat er sinds een akkoord veranderde."""
    with reading(file) as workspace:
        found = [workspace.akkoord(case)] if case else workspace.akkoorden()
        if json:
            echo(shapes.dump({"cases": [_shape(workspace, each) for each in found]}))
            return
        for each in found:
            _print(workspace, each)
    if not found:
        say("Er is nog van geen praktijkvoorbeeld een proef gemaakt.")


def put_back(file: File, proof: ProofId, author: Author = None) -> None:
    """Zet de tekst terug zoals die in een proef stond, als nieuwe wijzigingen."""
    with writing(file, author) as workspace:
        changed, left = workspace.put_back(proof)
    for each in left:
        say(f"{each.record} {each.field}: {each.why}", err=True)
    say(changed.record or "")


def _print(workspace: Workspace, found: Akkoord) -> None:
    say(f"{found.case}  {found.title}")
    for stand in found.stands:
        about = f" ‘{stand.title}’" if stand.title else ""
        people = " (zonder de deelnemers beoordeeld)" if stand.without_people else ""
        say(f"  {TYPES.get(stand.type, stand.type or 'Akkoord')}{about}: {_STATES[stand.state]}{people}")
        for told in _told(workspace, stand) if stand.state is State.LAPSED else ():
            say(f"    {' · '.join(filter(None, (told.title, told.label)))}: {_HOW[told.how]}")
    for each in found.proofs:
        if each.sent_on:
            until = f", antwoord vóór {each.deadline}" if each.deadline else ""
            say(f"  {each.record}  proef van {each.sent_on} naar {each.sent_to}{until}")


def _told(workspace: Workspace, stand: Stand) -> list[Told]:
    try:
        return workspace.since_proof(stand.proof)
    except NoProof:
        return []


def _shape(workspace: Workspace, found: Akkoord) -> shapes.Json:
    return {
        "case": found.case,
        "title": found.title,
        "next": found.next,
        "waits": found.waits or None,
        "stands": [_stand(workspace, each) for each in found.stands],
        "proofs": [_proof(each) for each in found.proofs],
    }


def _stand(workspace: Workspace, stand: Stand) -> shapes.Json:
    changes = _told(workspace, stand) if stand.state is State.LAPSED else []
    return {
        "type": stand.type,
        "about": stand.about,
        "state": stand.state,
        "proof": stand.proof or None,
        "approval": stand.answer or None,
        "sentences": stand.sentences,
        "without_people": stand.without_people,
        "changes": [_change(each) for each in changes],
    }


def _change(told: Told) -> shapes.Json:
    return {
        "how": told.how,
        "record": told.record,
        "field": told.field or None,
        "title": told.title or None,
        "label": told.label,
        "before": told.before or None,
        "after": told.after or None,
        "reasons": sorted(told.reasons),
    }


def _proof(proof: Proof) -> shapes.Json:
    return {
        "proof": proof.record,
        "about": proof.about,
        "sent_to": proof.sent_to or None,
        "sent_on": proof.sent_on or None,
        "deadline": proof.deadline or None,
        "verdict": Outcome(proof.verdict),
        "answers": [_answer(each) for each in proof.answers],
    }


def _answer(answer: Answer) -> shapes.Json:
    told: shapes.Json = {name: value or None for name, value in answer._asdict().items() if name != "evidence"}
    return {**told, "approval": answer.record, "evidence": [str(path) for path in answer.evidence]}

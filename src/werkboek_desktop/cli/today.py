"""`werkboek today`: what the screen Vandaag shows, without a screen."""

from datetime import datetime
from typing import NamedTuple

from typer import Typer, echo

from werkboek_desktop.cli import shapes
from werkboek_desktop.cli.helping import Command
from werkboek_desktop.cli.options import AsJson, File, reading
from werkboek_desktop.cli.plain import say
from werkboek_desktop.domain.moments import full_day, when
from werkboek_desktop.domain.today_lines import Line
from werkboek_desktop.workspace.today import Today


def register(app: Typer) -> None:
    """Adds the command."""
    app.command("today", cls=Command)(today)


def today(file: File, json: AsJson = False) -> None:
    """Laat zien wat op je wacht, wat binnenkwam en wat je nog moet versturen."""
    with reading(file) as workspace:
        found = workspace.agenda()
    if json:
        echo(shapes.dump(_shape(found)))
        return
    for item in found.waiting:
        say(" · ".join(filter(None, [item.title, item.sentence])))
    if not found.waiting:
        say("Niets wacht op je.")
    for line in _beside(found):
        say(" · ".join(filter(None, line[:2])))


def _beside(found: Today) -> list[Line]:
    lines = [*found.warned, *found.arrived, found.sent, found.backup]
    if found.masterclass:
        counts = f"{found.masterclass.coming} aangemeld, {found.masterclass.waitlisted} op de wachtlijst"
        lines.append(Line(f"{full_day(found.masterclass.day)}: {found.masterclass.title}", counts))
    return lines + [
        Line(f"Verder waar je was: {visit.title}", _at(found, visit.part, visit.at)) for visit in found.visited
    ]


def _at(found: Today, part: str, moment: datetime) -> str:
    return f"{part}, {when(moment, found.now)}"


def _shape(found: Today) -> shapes.Json:
    return {
        "now": _value(found.now),
        "name": found.name,
        "waiting": [_fields(item, without="action") for item in found.waiting],
        "arrived": [_fields(line) for line in found.arrived],
        "sent": _fields(found.sent),
        "backup": _fields(found.backup),
        "warned": [_fields(line) for line in found.warned],
        "masterclass": _fields(found.masterclass) if found.masterclass else None,
        "visited": [_fields(visit) for visit in found.visited],
    }


def _fields(shape: NamedTuple, *, without: str = "") -> shapes.Json:
    return {name: _value(value) for name, value in shape._asdict().items() if name != without}


def _value(value: object) -> object:
    if isinstance(value, datetime):
        return shapes.moment(int(value.timestamp()))
    return value if isinstance(value, str | int | None) else str(value)

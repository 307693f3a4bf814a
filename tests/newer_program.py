"""The program as it might be one version on: a kind, fields, an op and a merge rule that this one does not know.

Run as a program of its own (`python -m tests.newer_program`), for modules read the schema as they load. Each line that
it reads is a command of the command line as JSON, and it answers each with a line.
"""

import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from enum import StrEnum
from io import StringIO
from os import environ
from typing import Any, NamedTuple

from werkboek_desktop.domain.fields import PUBLIC, Field, Kind
from werkboek_desktop.domain.kinds import case_parts, cases
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.settings.computer import HOME_VARIABLE

WEATHER = (
    ValueType.PROSE,
    ValueType.LINE,
    ValueType.SET,
    ValueType.INTEGER,
    ValueType.DECIMAL,
    ValueType.DATE,
    ValueType.MONTH,
    ValueType.TIME,
    ValueType.BOOLEAN,
)
FIELDS = tuple(Field(f"weather_{type_}", f"Weer ({type_})", type_, appears=PUBLIC, group="Kop") for type_ in WEATHER)
DRONE = Kind("drone", "Drone", "Drones", fields=(Field("name", "Naam", ValueType.LINE, group="Kop"),), title=("name",))

cases.CASE = replace(cases.CASE, fields=(*cases.CASE.fields, *FIELDS))
case_parts.KINDS = (*case_parts.KINDS, DRONE)  # type: ignore[assignment]


class Command(NamedTuple):
    """A command at the computer with this app folder; `rule` and `op` are what its edits say."""

    home: str
    arguments: list[str]
    rule: int = 1
    op: str = "edit"


class Answer(NamedTuple):
    """How it ended."""

    code: int
    out: str
    err: str


def _answer(command: Command) -> Answer:
    from werkboek_desktop.cli.edge import run  # all of the program comes after the declaration
    from werkboek_desktop.workspace import scribe

    signs: Any = scribe
    signs.FORMAT, signs.MERGE_RULE, signs.Op = 2, command.rule, StrEnum("Op", {"EDIT": command.op, "ERASE": "erase"})
    environ[HOME_VARIABLE] = command.home
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(command.arguments)
    return Answer(code, out.getvalue(), err.getvalue())


def main() -> None:
    """Until nobody asks any more."""
    for line in sys.stdin:
        print(json.dumps(_answer(Command(*json.loads(line)))), flush=True)  # noqa: T201 - its answer


if __name__ == "__main__":
    main()

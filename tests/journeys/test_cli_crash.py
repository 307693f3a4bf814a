"""`werkboek apply` is killed at any moment: what was acknowledged is there, and the next one goes on."""

import json
import sqlite3
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from tests.journeys.program import Running, werkboek
from werkboek_desktop.domain.values import Value
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace

LINES = 400
"""More than any process lives to write."""
KILLS_A_FILE = 25
LONGEST = 0.03
"""Seconds until a kill: about as long as three lines take."""


class Victim:
    """A project that one process after another writes in, each until it is killed."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folder, self.chance = folder, chance
        self.file = folder / "samen.werkboek"
        self.acknowledged: dict[str, object] = {}
        self.numbers = count(1)
        with Workspace.create(self.file, App.of_this_computer(), author="Anna") as workspace:
            self.case = str(workspace.create_record("case").record)
        self.targets = [
            (self.case, "summary"),
            (self.case, "context"),
            ("case:new", "summary"),
            (f"bottleneck:new@{self.case}", "works"),
        ]

    def edits(self) -> Iterator[dict[str, object]]:
        """Each with a value of its own."""
        for _ in range(LINES):
            text = f"Zin nummer {next(self.numbers)}. " + "Nog een zin. " * self.chance.randint(0, 30)
            target, field = self.chance.choice(self.targets)
            yield {"target": target, "field": field, "value": text}

    def kill_once(self) -> None:
        lines = [json.dumps(edit) for edit in self.edits()]
        path = self.folder / "edits.jsonl"
        path.write_text("\n".join(lines), encoding="utf-8")
        answers = self.killed(["apply", str(self.file), str(path)])
        assert 1 <= len(answers) < LINES
        for answer in answers:
            self.acknowledged[answer["change"]] = json.loads(lines[answer["line"] - 1])["value"]

    def killed(self, arguments: list[str]) -> list[dict[str, Any]]:
        """The lines that it acknowledged while it lived."""
        with Running(arguments) as process:
            first = [process.stdout.readline() for _ in range(self.chance.randint(1, 8))]
            time.sleep(self.chance.uniform(0, LONGEST))
            process.kill()
            out, error = process.stdout.read(), process.stderr.read()
        assert not error, error.decode()
        return [json.loads(line) for line in (b"".join(first) + out).splitlines(keepends=True) if line.endswith(b"\n")]

    def assert_nothing_lost(self) -> None:
        with Workspace.open(self.file, App.of_this_computer(), read_only=True) as workspace:
            workspace.check()
            stored: dict[str, Value] = {}
            for view in workspace.records():
                for name in view.fields.keys() & {"summary", "context", "works"}:
                    stored |= {change.change: change.value for change in workspace.history(view.id, name)}
        for change, value in self.acknowledged.items():
            assert str(stored[change]).split() == str(value).split()
        assert not self.forks()

    def forks(self) -> list[tuple[bytes, int]]:
        connection = sqlite3.connect(self.file)
        try:
            twice = "SELECT writer, seq FROM change GROUP BY writer, seq HAVING count(*) > 1"
            return connection.execute(twice).fetchall()
        finally:
            connection.close()

    def finish(self) -> None:
        """An apply that nobody kills."""
        path = self.folder / "last.jsonl"
        path.write_text(json.dumps({"target": self.case, "field": "title", "value": "Klaar"}), encoding="utf-8")
        werkboek("apply", self.file, path).check_returncode()
        with Workspace.open(self.file, App.of_this_computer(), read_only=True) as workspace:
            assert workspace.record(self.case).value("title") == "Klaar"


def kill_often(folder: Path, kills: int, chance: Random) -> None:
    victim = Victim(folder, chance)
    for _ in range(kills):
        victim.kill_once()
        victim.assert_nothing_lost()
    victim.finish()
    victim.assert_nothing_lost()


def test_no_acknowledged_change_is_lost_by_a_kill(tmp_path: Path) -> None:
    kill_often(tmp_path, 8, Random(7))


@pytest.mark.thorough
@pytest.mark.parametrize("file", range(8))
def test_no_acknowledged_change_is_lost_by_two_hundred_kills(file: int, tmp_path: Path) -> None:
    kill_often(tmp_path, KILLS_A_FILE, Random())

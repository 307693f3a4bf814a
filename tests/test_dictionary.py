"""The dictionary answers, from this process and from its own, and a window does without when it cannot."""

import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest

from werkboek_desktop.dictionary import SERVE, Beside, Here, serve
from werkboek_desktop.resources import resource


@pytest.fixture
def beside() -> Iterator[Beside]:
    made = Beside(resource("spelling"))
    yield made
    made.close()


def test_a_process_of_its_own_answers_and_is_begun_again_when_it_died(beside: Beside) -> None:
    assert beside.known(["gemeente", "gemeentee", "één", "foto’s"]) == [True, False, True, True]
    assert "gemeente" in beside.suggest("gemeentee")
    assert beside._process
    beside._process.kill()
    beside._process.wait()
    assert beside.known(["gemeentee"]) == [True]  # nobody knows: not underlined
    assert beside.known(["gemeentee"]) == [False]


def test_where_there_is_none_every_word_is_right(tmp_path: Path) -> None:
    without = Beside(tmp_path)
    assert without.known(["gemeentee"]) == [True]
    assert without.suggest("gemeentee") == []
    without.close()


def test_what_is_served_is_what_the_dictionary_says() -> None:
    here, answers = Here(resource("spelling")), StringIO()
    serve(resource("spelling"), ['{"known": ["wijk", "wjik"]}\n', '{"suggest": "wjik"}\n'], answers)
    assert answers.getvalue().splitlines()[0] == "[true, false]"
    assert here.suggest("wjik")
    assert len(here.suggest("wjik")) <= 5
    assert "gemeente-" not in here.suggest("gemeentee")
    assert "gemeente-" in here.suggest("gemeentee-")


def test_a_frozen_window_asks_its_command_line_which_loads_no_more_than_the_words() -> None:
    code = "import sys; from werkboek_desktop.cli import main; main(); print('typer' in sys.modules)"
    asked = [sys.executable, "-c", code, SERVE, str(resource("spelling"))]
    done = subprocess.run(asked, input='{"known": ["fiets", "fietss"]}\n', capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["[true, false]", "False"]

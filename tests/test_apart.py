"""Another process reads what strangers made: it has its bounds, says data only, and can be stopped."""

import os
import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from werkboek_desktop import apart
from werkboek_desktop.apart import Apart, Task, plain
from werkboek_desktop.errors import BadSignature, BundleTooHard, Cancelled

TASK = Task("--proef", "", 200 << 20, 100 << 20, 2, 30, BundleTooHard)
HASTY = TASK._replace(wait=1)

SERVES = """
import os, sys, time
from werkboek_desktop import apart
from werkboek_desktop.errors import *
task = apart.Task("", "", {memory}, {extra}, {seconds}, 5, Refusal)
def answer(question, progress):
    {does}
apart.serve(task, answer, sys.stdin.buffer, sys.stdout.buffer)
"""


@pytest.fixture
def there(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Apart]]:
    """Makes a process that does this with each question."""
    made: list[Apart] = []

    def make(does: str, task: Task = TASK) -> Apart:
        parts = {"memory": task.memory, "extra": task.extra, "seconds": task.seconds}
        code = SERVES.format(does=does.replace("\n", "\n    "), **parts)
        monkeypatch.setattr(apart, "command", lambda *_of: [sys.executable, "-c", code])
        made.append(Apart(task))
        return made[-1]

    yield make
    for each in made:
        each.close()


def process(of: Apart) -> int:
    assert of._process is not None
    return of._process.pid


def test_it_answers_in_parts_one_question_after_another(there: Callable[..., Apart]) -> None:
    other = there("yield from question")
    assert list(other.ask([1, "twee", b"3", (4, None), {"vijf": True}])) == [1, "twee", b"3", (4, None), {"vijf": True}]
    first = process(other)
    assert list(other.ask([])) == []
    assert process(other) == first


def test_a_refusal_there_is_the_same_here_and_an_answer_as_any_other(there: Callable[..., Apart]) -> None:
    other = there("raise BadSignature(question)\nyield")
    with pytest.raises(BadSignature) as caught:
        list(other.ask("abc"))
    assert (caught.value.message, caught.value.steps) == (BadSignature("abc").message, BadSignature("abc").steps)
    first = process(other)
    with pytest.raises(BadSignature):
        list(other.ask("abc"))
    assert process(other) == first


ENDS = {
    "memory": "yield len(bytes(300 << 20))",
    "more than the extra": "with apart.with_extra():\n    yield len(bytes(400 << 20))",
    "time of work": "while True: pass\nyield",
    "time": "time.sleep(60)\nyield",
    "a defect": "yield 1\n1 / 0",
    "an exit": "os._exit(0)\nyield",
    "a crash": "os.abort()\nyield",
    "recursion": "def go(): go()\ngo()\nyield",
    "a program for an answer": "apart.send(sys.stdout.buffer, ('part', os.system))\nyield",
    "no frame for an answer": "sys.stdout.buffer.write(b'hallo' * 99)\nsys.stdout.buffer.flush()\nyield",
    "a frame of another kind": "apart.send(sys.stdout.buffer, ('hallo',))\nyield",
    "another frame": "apart.send(sys.stdout.buffer, 7)\nyield",
    "a refusal that is none": "apart.send(sys.stdout.buffer, ('refused', 'SystemExit', '', ()))\nyield",
}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process here")
@pytest.mark.parametrize("does", ENDS.values(), ids=ENDS.keys())
def test_whatever_else_it_does_is_a_refusal(there: Callable[..., Apart], does: str) -> None:
    other = there(does, HASTY if "sleep" in does else TASK)
    with pytest.raises(BundleTooHard):
        list(other.ask(None))
    assert other._process is None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process here")
def test_the_extra_memory_is_there_while_it_is_asked_for_and_not_after(there: Callable[..., Apart]) -> None:
    other = there("with apart.with_extra():\n    yield len(bytes(220 << 20))")
    assert list(other.ask(None)) == list(other.ask(None)) == [220 << 20]
    other = there("with apart.with_extra(): pass\nyield len(bytes(220 << 20))")
    with pytest.raises(BundleTooHard):
        list(other.ask(None))


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limits of a process here")
def test_the_time_is_counted_for_each_question(there: Callable[..., Apart]) -> None:
    other = there("end = time.process_time() + 0.8\nwhile time.process_time() < end: pass\nyield 1")
    for _each in range(3):
        assert list(other.ask(None)) == [1]


@pytest.mark.parametrize("does", ["time.sleep(60)\nyield", "while True: progress(1, 2, 'Lezen')\nyield"])
def test_it_can_be_stopped_whatever_it_does(there: Callable[..., Apart], does: str) -> None:
    other = there(does)
    steps: list[tuple[int, int, str]] = []

    def progress(*step: object) -> bool:
        steps.append(step)  # type: ignore[arg-type]
        return len(steps) < 5

    with pytest.raises(Cancelled):
        list(other.ask(None, progress))
    assert other._process is None
    assert steps[-1] == ((1, 2, "Lezen") if "progress" in does else (0, 0, ""))


def test_nothing_begins_for_who_stopped_it_before(there: Callable[..., Apart]) -> None:
    other = there("yield 1")
    with pytest.raises(Cancelled):
        list(other.ask(None, lambda *_step: False))
    assert other._process is None


def test_who_stops_listening_ends_it(there: Callable[..., Apart]) -> None:
    other = there("yield 1\ntime.sleep(60)\nyield 2")
    answer = other.ask(None)
    assert next(answer) == 1
    pid = process(other)
    answer.close()
    assert other._process is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_one_that_is_not_kept_goes_in_its_own_turn(there: Callable[..., Apart]) -> None:
    other = there("yield os.getpid()")
    assert list(other.ask(None)) == [process(other)]
    assert len(list(other.ask(None, keep=False))) == 1
    assert other._process is None


def test_one_that_cannot_begin_is_told_to_who_asks_and_not_to_who_expects_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "command", lambda *_of: [str(Path(__file__, "nobody"))])
    other = Apart(TASK)
    other.expect()
    with pytest.raises(BundleTooHard):
        list(other.ask(None))


def test_who_ends_one_does_not_wait_for_another_that_begins_meanwhile(there: Callable[..., Apart]) -> None:
    other = there("yield os.getpid()")
    other.expect()
    ended = other._process
    assert ended is not None

    class Slow(type(ended)):  # type: ignore[misc]
        def wait(self, timeout: float | None = None) -> int:
            code: int = super().wait(timeout)
            other.expect()
            return code

    ended.__class__ = Slow
    other.close()
    assert list(other.ask(None)) == [process(other)]
    assert other._process is not ended


def test_one_that_went_meanwhile_is_begun_again(there: Callable[..., Apart]) -> None:
    other = there("yield os.getpid()")
    (first,) = other.ask(None)
    other._process.kill()  # type: ignore[union-attr]
    (second,) = other.ask(None)
    assert first != second


@pytest.mark.skipif(sys.platform == "win32", reason="there it waits for as long as its caller is there")
def test_it_does_not_wait_for_ever_for_a_question(there: Callable[..., Apart], monkeypatch: pytest.MonkeyPatch) -> None:
    code = "import sys\nfrom werkboek_desktop import apart\napart.IDLE = 1\n"
    code += "apart.serve(None, None, sys.stdin.buffer, sys.stdout.buffer)"
    monkeypatch.setattr(apart, "command", lambda *_of: [sys.executable, "-c", code])
    started = Apart(TASK)._start()
    assert started.wait(9) != 0
    for pipe in (started.stdin, started.stdout):
        assert pipe is not None
        pipe.close()


def test_a_pickle_that_makes_more_than_data_is_refused() -> None:
    for made in (os.system, Path(), {1}.__class__, BadSignature("x"), object()):
        with pytest.raises(pickle.UnpicklingError):
            plain(pickle.dumps(made))

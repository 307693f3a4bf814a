"""What strangers made is read in a process of its own, that has so much memory and time and no more.

Both sides send plain data in frames: numbers, text, bytes, and tuples, lists and tables of them. A frame that would
make anything else is refused, so what a parser is tricked into there stays there (decision 0140).
"""

import atexit
import io
import os
import pickle
import struct
import subprocess
import sys
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Lock, Thread
from time import monotonic
from typing import IO, Any, Final, NamedTuple

from werkboek_desktop import errors
from werkboek_desktop.errors import Cancelled, Refusal

type Progress = Callable[[int, int, str], bool]
"""Done, total, a Dutch word for what; returning False cancels."""
type Answer = Callable[[Any, Progress], Iterator[object]]
"""From a question to the parts of its answer, which are plain data; raises a Refusal."""

OFTEN: Final = 0.1
"""Seconds between two looks whether somebody stopped it, and between two steps that are told."""
IDLE: Final = 30
"""Seconds that a process waits for the next question."""
FRAME: Final = 1 << 29
"""Bytes of a frame, at most."""
AHEAD: Final = 8
"""Frames that are read before somebody asks for them."""

_HEAD = struct.Struct(">Q")
_REFUSALS = {name: kind for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, Refusal)}


class Task(NamedTuple):
    """What another process of this program is for: the word that tells the frozen command line, and its module.

    It may take `memory` bytes, `extra` more where `with_extra` says so, and work `seconds`; its caller waits `wait`
    seconds. What takes more, or ends it, is a refusal of the kind `failed`.
    """

    flag: str
    module: str
    memory: int
    extra: int
    seconds: int
    wait: int
    failed: type[Refusal]


class Apart:
    """That process: begun by the first question, kept for the next one."""

    def __init__(self, task: Task) -> None:
        self._task = task
        self._process: subprocess.Popen[bytes] | None = None
        self._turn = Lock()
        self._is_answered = False
        self._heard: Queue[bytes] = Queue()
        atexit.register(self.close)

    def ask(self, question: object, progress: Progress | None = None, *, keep: bool = True) -> Generator[Any]:
        """The parts of its answer, as they come. Whatever ends this before the answer did ends the process too.

        `keep`: it is left to the next question; else it is gone before anybody has a turn.
        Raises what is refused there, Cancelled when `progress` said so, and the task's own refusal.
        """
        with self._turn:
            self._is_answered = False
            try:
                yield from self._parts(self._first(question, progress), progress)
            except (OSError, EOFError, ValueError, TypeError, LookupError, pickle.UnpicklingError) as error:
                raise self._task.failed from error
            finally:
                if not (keep and self._is_answered):
                    self.close()

    def expect(self) -> None:
        """Somebody is going to ask: it begins meanwhile, unless it is there already. Why it cannot, who asks hears."""
        if self._turn.acquire(blocking=False):
            try:
                if self._process is None or self._process.poll() is not None:
                    self.close()
                    with suppress(OSError):
                        self._process = self._start()
            finally:
                self._turn.release()

    def _first(self, question: object, progress: Progress | None) -> Any:
        """The first frame of the answer; one that was kept may be gone meanwhile, and another takes its place."""
        self._until = monotonic() + self._task.wait
        self._tell(progress, (0, 0, ""))
        if self._process is not None:
            with suppress(OSError, EOFError):
                return self._begin(question, progress)
            self.close()
        self._process = self._start()
        return self._begin(question, progress)

    def close(self) -> None:
        """Ends the process, whatever it does."""
        process, heard, self._process = self._process, self._heard, None  # another may begin meanwhile
        if process is not None:
            process.kill()
            process.wait()
            while heard.get():
                pass
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    _there(pipe).close()

    def _begin(self, question: object, progress: Progress | None) -> Any:
        assert self._process is not None
        send(_there(self._process.stdin), question)
        return self._next(progress)

    def _start(self) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(  # noqa: S603 - this program itself
            command(self._task.flag, self._task.module),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "MALLOC_ARENA_MAX": "1"},  # one for each thread takes 64 MB of what it may address
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._heard = Queue(AHEAD)
        Thread(target=_listen, args=(_there(process.stdout), self._heard), daemon=True).start()
        return process

    def _parts(self, frame: Any, progress: Progress | None) -> Iterator[Any]:
        while frame[0] == "part":
            yield frame[1]
            frame = self._next(progress)
        refusal = _refusal(*frame[1:]) if frame[0] == "refused" else None
        self._is_answered = refusal is not None or frame[0] == "done"
        if refusal:
            raise refusal
        if not self._is_answered:
            raise ValueError(frame[0])

    def _next(self, progress: Progress | None) -> Any:
        """The next frame that is no step."""
        while True:
            try:
                data = self._heard.get(timeout=OFTEN)
            except Empty:
                data = None
            if data == b"":
                self._heard.put(b"")
                raise EOFError
            frame = plain(data) if data else ("step", *self._step)
            if frame[0] != "step":
                return frame
            self._tell(progress, frame[1:])

    def _tell(self, progress: Progress | None, step: tuple[int, int, str]) -> None:
        self._step = step
        if progress is not None and not progress(*step):
            raise Cancelled
        if monotonic() > self._until:
            raise self._task.failed


def command(flag: str, module: str) -> list[str]:
    """What begins this program as something else: the frozen one has a command line beside it."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name(f"werkboek{Path(sys.executable).suffix}")), flag]
    return [sys.executable, "-P", "-m", module]


def serve(task: Task, answer: Answer, questions: IO[bytes], answers: IO[bytes]) -> None:
    """Answers questions until there are none, or none for a while. What is no refusal ends the process."""
    while True:
        _alarm(IDLE)
        try:
            question = receive(questions)
        except EOFError:
            return
        _alarm(0)
        bound(task)
        _answer(answer, question, answers)


def _answer(answer: Answer, question: object, answers: IO[bytes]) -> None:
    told = 0.0

    def step(done: int, total: int, word: str) -> bool:
        nonlocal told
        if monotonic() - told >= OFTEN:
            told = monotonic()
            send(answers, ("step", done, total, word))
        return True

    try:
        for part in answer(question, step):
            send(answers, ("part", part))
    except Refusal as refusal:
        send(answers, ("refused", type(refusal).__name__, refusal.message, refusal.steps))
    else:
        send(answers, ("done",))


def _alarm(seconds: int) -> None:
    """After so many seconds the process ends; 0: it does not. On Windows it waits while its caller is there."""
    if sys.platform != "win32":
        import signal

        signal.alarm(seconds)


def bound(task: Task) -> None:
    """From here on this process has no more memory and time; Windows only has the time that somebody waits."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = int(used.ru_utime + used.ru_stime) + task.seconds
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        most = task.memory + task.extra
        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        hard = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(resource.RLIMIT_AS, (min(task.memory, hard), hard))


@contextmanager
def with_extra() -> Iterator[None]:
    """While the block lasts a process that is bound has its extra memory."""
    if sys.platform == "win32":
        yield
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def send(pipe: IO[bytes], message: object) -> None:
    """Writes a frame; raises OSError where nobody reads."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    pipe.write(_HEAD.pack(len(data)))
    pipe.write(data)
    pipe.flush()


def receive(pipe: IO[bytes]) -> Any:
    """Reads a frame; raises EOFError where there is none, UnpicklingError for what is no plain data."""
    return plain(_frame(pipe))


def plain(data: bytes) -> Any:
    """What a frame says; raises UnpicklingError where it would make more than plain data."""
    return _Plain(io.BytesIO(data)).load()


class _Plain(pickle.Unpickler):
    def find_class(self, module: str, name: str, /) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name}")


def _frame(pipe: IO[bytes]) -> bytes:
    head = pipe.read(_HEAD.size)
    if len(head) < _HEAD.size or (size := _HEAD.unpack(head)[0]) > FRAME:
        raise EOFError
    data = pipe.read(size)
    if len(data) < size:
        raise EOFError
    return data


def _listen(pipe: IO[bytes], heard: Queue[bytes]) -> None:
    with suppress(EOFError, OSError, ValueError, MemoryError):
        while True:
            heard.put(_frame(pipe))
    heard.put(b"")


def _refusal(name: str, message: str, steps: tuple[str, ...]) -> Refusal:
    """The same refusal as there."""
    kind = _REFUSALS[name]
    made = kind.__new__(kind)
    Refusal.__init__(made, str(message), *map(str, steps))
    return made


def _there(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe

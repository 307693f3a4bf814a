"""The program `werkboek`, in a process of its own."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from multiprocessing import get_context
from multiprocessing.connection import Connection
from subprocess import CompletedProcess
from typing import Self

from werkboek_desktop.cli import main

NOBODY = 65534
FORKED = get_context("forkserver")
FORKED.set_forkserver_preload([__name__, "werkboek_desktop.cli.edge", "werkboek_desktop.bundle.apart"])


class Running:
    """A command that goes on beside the test.

    Its process is forked from one that loaded the program once: loading it takes longer than what it is asked to do.
    """

    def __init__(self, arguments: Sequence[object], before: Callable[[], object] | None = None) -> None:
        self.command = ["werkboek", *map(str, arguments)]
        pipes = [FORKED.Pipe(duplex=False) for _each in range(2)]
        self.stdout, self.stderr = (os.fdopen(os.dup(read.fileno()), "rb") for read, _write in pipes)
        told = [write for _read, write in pipes]
        self._process = FORKED.Process(target=_run, args=(self.command, dict(os.environ), told, before))
        self._process.start()
        for read, write in pipes:
            read.close()
            write.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.wait()
        self.stdout.close()
        self.stderr.close()

    def kill(self) -> None:
        """As when the power goes."""
        self._process.kill()

    def wait(self) -> int:
        """Its exit code, once it ended."""
        self._process.join()
        assert self._process.exitcode is not None
        return self._process.exitcode


def werkboek(*arguments: object, before: Callable[[], object] | None = None) -> CompletedProcess[str]:
    """Runs one command to its end; `before` runs in the new process first."""
    with Running(arguments, before) as running:
        out, error = running.stdout.read().decode(), running.stderr.read().decode()
        return CompletedProcess(running.command, running.wait(), out, error)


def _run(
    command: list[str], environment: Mapping[str, str], told: Sequence[Connection], before: Callable[[], object] | None
) -> None:
    for number, pipe in enumerate(told, 1):
        os.dup2(pipe.fileno(), number)
        pipe.close()
    os.environ.clear()
    os.environ.update(environment)
    sys.argv = command
    if before:
        before()
    main()


def as_nobody() -> None:
    """A person who may look at a folder and change nothing in it; the tests may run as one who may do all."""
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)

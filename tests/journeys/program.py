"""The installed program `werkboek`, in a process of its own."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

PROGRAM = Path(sys.executable).with_name("werkboek")


def werkboek(*arguments: object, before: Callable[[], None] | None = None) -> subprocess.CompletedProcess[str]:
    """Runs one command to its end; `before` runs in the new process first."""
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, preexec_fn=before)


def start(*arguments: object) -> subprocess.Popen[bytes]:
    """Starts a command that goes on beside the test."""
    command = [str(PROGRAM), *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)

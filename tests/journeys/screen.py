"""The real program in a real window, on a screen of its own, with somebody at its keyboard."""

import os
import shutil
import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Self

TOOLS = ("Xvfb", "openbox", "xdotool")
MISSING = [tool for tool in TOOLS if not shutil.which(tool)]
QUIET = 0.3
"""Seconds in which a program that waits for a key does next to nothing."""
PATIENCE = 90


class Screen(ExitStack):
    """Empty until a program is started on it. Keys go to whatever has the keyboard, each at once."""

    def __init__(self) -> None:
        super().__init__()
        read, write = os.pipe()
        self._start("Xvfb", "-displayfd", str(write), "-screen", "0", "1280x720x24", "-noreset", files=(write,))
        os.close(write)
        with os.fdopen(read) as told:
            display = told.readline().strip()
        self.environment = os.environ | {"DISPLAY": f":{display}", "LANG": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}
        self._start("openbox", "--sm-disable")
        self._keys = self._start("xdotool", "-")

    def _start(self, *command: str, files: tuple[int, ...] = ()) -> subprocess.Popen[bytes]:
        started = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            pass_fds=files,
            env=getattr(self, "environment", None),
        )
        self.callback(_end, started)
        return started

    def press(self, *keys: str) -> None:
        """Keys as xdotool calls them, one after another."""
        assert self._keys.stdin
        for key in keys:
            self._keys.stdin.write(f"key {key}\n".encode())

    def program(self, *arguments: object) -> "Program":
        """Starts the program."""
        return Program(self, *arguments)


class Program:
    """A window that works, or is on its way to that."""

    def __init__(self, screen: Screen, *arguments: object) -> None:
        command = [sys.executable, "-m", "werkboek_desktop", *map(str, arguments)]
        self._screen = screen
        self.process = subprocess.Popen(command, env=screen.environment)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()

    def wait(self) -> None:
        """Until its window is there and it waits for a key."""
        search = ["xdotool", "search", "--sync", "--onlyvisible", "--pid", str(self.process.pid)]
        subprocess.run(search, env=self._screen.environment, stdout=subprocess.DEVNULL, check=True, timeout=PATIENCE)
        self.rest(3)

    def rest(self, times: int = 1) -> None:
        """Until it has done what it was asked: so often in a row it did nothing for a while."""
        ticks = os.sysconf("SC_CLK_TCK")
        until, calm, before = time.monotonic() + PATIENCE, 0, self._worked()
        while calm < times and time.monotonic() < until:
            time.sleep(QUIET)
            now = self._worked()
            calm, before = (calm + 1 if now - before <= QUIET * ticks / 10 else 0), now

    def _worked(self) -> int:
        fields = Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])

    def kill(self) -> float:
        """As when the power goes; answers when."""
        at = time.monotonic()
        self.process.kill()
        self.process.wait()
        return at


def _end(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.communicate()

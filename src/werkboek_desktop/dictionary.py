"""The Dutch dictionary, in this process or in one of its own.

The library keeps Python to itself while it reads its list (0.2 s) and while it looks for suggestions (up to 0.5 s), so
a window asks another process (decision 0086). That one loads nothing else of the program.
"""

import atexit
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import IO, Protocol

from werkboek_desktop.apart import command

SERVE = "--dictionary"
"""What the frozen command line is told to be nothing but the dictionary."""
MOST = 5
"""Suggestions for a word."""


class Dictionary(Protocol):
    """What can be asked about words."""

    def known(self, words: Sequence[str]) -> list[bool]:
        """Of each word whether it is in the dictionary."""

    def suggest(self, word: str) -> list[str]:
        """The words that somebody may have meant, the likeliest first."""


class Here:
    """The dictionary in this process."""

    def __init__(self, folder: Path) -> None:
        from hunspell import Hunspell  # whoever asks another process does not load it

        self._words = Hunspell("nl", hunspell_data_dir=str(folder))

    def known(self, words: Sequence[str]) -> list[bool]:
        """Of each word whether it is in the dictionary."""
        return [bool(self._words.spell(word)) for word in words]

    def suggest(self, word: str) -> list[str]:
        """The words that somebody may have meant, the likeliest first; none is half of one unless theirs was."""
        found: Sequence[str] = self._words.suggest(word)
        return [each for each in found if word.endswith("-") or not each.endswith("-")][:MOST]


class Beside:
    """The dictionary in a process of its own, which begins with the first question and ends with this one.

    Where it cannot be reached, all words are right: nothing is underlined that may be fine.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._turn = Lock()
        self._process: subprocess.Popen[str] | None = None
        atexit.register(self.close)

    def known(self, words: Sequence[str]) -> list[bool]:
        """Of each word whether it is in the dictionary."""
        answer = self._ask({"known": list(words)})
        return [bool(each) for each in answer] if len(answer) == len(words) else [True for _word in words]

    def suggest(self, word: str) -> list[str]:
        """The words that somebody may have meant, the likeliest first."""
        return [str(each) for each in self._ask({"suggest": word})]

    def _ask(self, question: dict[str, object]) -> list[object]:
        with self._turn:
            try:
                process = self._process = self._process or _begin(self._folder)
                if process.stdin is None or process.stdout is None:
                    return []
                process.stdin.write(json.dumps(question) + "\n")
                process.stdin.flush()
                answer = json.loads(process.stdout.readline())
            except (OSError, ValueError):
                self.close()
                return []
        return answer if isinstance(answer, list) else []

    def close(self) -> None:
        """Ends the other process."""
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _begin(folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 - this program itself
        [*command(SERVE, "werkboek_desktop.dictionary"), str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def serve(folder: Path, questions: Iterable[str], answers: IO[str]) -> None:
    """Answers one question a line until there are no more."""
    dictionary = Here(folder)
    for line in questions:
        question = json.loads(line)
        answer = (
            dictionary.suggest(question["suggest"]) if "suggest" in question else dictionary.known(question["known"])
        )
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.stdin, sys.stdout)

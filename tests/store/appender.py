"""Run as a program: appends edits of one field without end, and says after each commit which one it was."""

import resource
import sys
from pathlib import Path

from tests.store.store_changes import Author, append
from werkboek_desktop.errors import NotSaved
from werkboek_desktop.store.project_file import Store


def main(path: str, bytes_left: str = "") -> None:
    store = Store.open(Path(path))
    anna = Author()
    key = anna.key("case", anna.record(), "summary")
    change = anna.write(key, "Zin 0.")
    if bytes_left:
        resource.setrlimit(resource.RLIMIT_FSIZE, (int(bytes_left), resource.RLIM_INFINITY))
    for number in range(1, 100_000):
        try:
            append(store, change)
        except NotSaved as refusal:
            sys.stdout.write(f"{refusal.code}\n")
            return
        sys.stdout.write(f"{change.id}\n")
        sys.stdout.flush()
        change = anna.write(key, f"Zin {number}. " * (number % 50), change)


if __name__ == "__main__":
    main(*sys.argv[1:])

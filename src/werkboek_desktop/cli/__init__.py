"""`werkboek …`: every action without a screen (the contract stands in docs/handleiding/opdrachten.md)."""

import sys
from pathlib import Path

from werkboek_desktop.dictionary import SERVE, serve
from werkboek_desktop.interchange import DOCUMENT


def main() -> None:
    """Ends the process with the exit code of the command."""
    if sys.argv[1:2] == [SERVE]:
        serve(Path(sys.argv[2]), sys.stdin, sys.stdout)
        return
    if sys.argv[1:2] == [DOCUMENT]:
        from werkboek_desktop.interchange.apart import serve as serve_document

        serve_document(sys.stdin.buffer, sys.stdout)
        return
    from werkboek_desktop.cli.edge import run  # a window that asks about words waits for none of it

    sys.exit(run(sys.argv[1:]))

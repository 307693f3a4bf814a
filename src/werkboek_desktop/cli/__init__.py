"""`werkboek …`: every action without a screen (the contract stands in docs/handleiding/opdrachten.md)."""

import sys
from pathlib import Path

from werkboek_desktop.bundle import BUNDLE
from werkboek_desktop.dictionary import SERVE, serve
from werkboek_desktop.interchange import DOCUMENT


def main() -> None:
    """Ends the process with the exit code of the command."""
    told = sys.argv[1:2]
    if told == [SERVE]:
        serve(Path(sys.argv[2]), sys.stdin, sys.stdout)
        return
    if told == [DOCUMENT]:
        from werkboek_desktop.interchange.apart import serve as serve_documents

        serve_documents()
        return
    if told == [BUNDLE]:
        from werkboek_desktop.bundle.apart import serve as serve_bundles

        serve_bundles()
        return
    from werkboek_desktop.cli.edge import run  # a window that asks about words waits for none of it

    sys.exit(run(sys.argv[1:]))

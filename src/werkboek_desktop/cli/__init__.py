"""`werkboek …`: every action without a screen (the contract stands in docs/handleiding/opdrachten.md)."""

from werkboek_desktop.cli.edge import main

__all__ = ["main"]

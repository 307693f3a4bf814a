"""The tour as a program of its own, so that it never comes near the project that somebody works in."""

import sys

from PySide6.QtCore import QProcess


def command() -> list[str]:
    """How this program is started for the tour; installed as one file, it is its own interpreter."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "werkboek_desktop"]
    return [*program, "--tour"]


def start_elsewhere() -> None:
    """Goes on by itself, also when this program ends."""
    program, *arguments = command()
    QProcess.startDetached(program, arguments)

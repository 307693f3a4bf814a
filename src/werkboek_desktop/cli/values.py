"""How a value is given on the command line: as it is, in a file, or by standard input."""

import sys
from pathlib import Path

from werkboek_desktop.errors import UnreadableFile
from werkboek_desktop.workspace import FromFile


def given(argument: str) -> str | FromFile:
    """`@PATH`: what stands in a file; `-`: standard input; `@@…`: a literal `@`; else the text itself."""
    if argument == "-":
        return _input()
    if argument.startswith("@@"):
        return argument[1:]
    if argument.startswith("@"):
        return FromFile(Path(argument[1:]))
    return argument


def text_of(argument: str) -> str:
    """The same, read as text; raises UnreadableFile."""
    value = given(argument)
    if isinstance(value, str):
        return value
    try:
        return value.path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(value.path) from error


def _input() -> str:
    try:
        return sys.stdin.buffer.read().decode()
    except UnicodeDecodeError as error:
        raise UnreadableFile(Path("De invoer")) from error

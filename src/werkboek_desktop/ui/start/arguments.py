"""What `werkboek-desktop` can be started with."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from werkboek_desktop.ui.theme.tokens import Look


def size_of(text: str) -> tuple[int, int]:
    """1280x720 as two numbers; anything else is a ValueError, which the parser tells."""
    width, height = map(int, text.split("x"))
    return width, height


def parse(arguments: Sequence[str]) -> Namespace:
    """The arguments of `werkboek-desktop`."""
    parser = ArgumentParser(
        "werkboek-desktop", description="Praktijkvoorbeelden schrijven en bundelen, zonder internet."
    )
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE | BUNDLE.wbx", help="een werkboek of een pakket")
    parser.add_argument("--demo", action="store_true", help="open een verse kopie van het demoproject")
    parser.add_argument("--tour", action="store_true", help="de rondleiding, op een verse kopie van het demoproject")
    parser.add_argument("--exit-after-first-paint", action="store_true", help="stop zodra de eerste regel er staat")
    parser.add_argument("--screenshots", type=Path, metavar="MAP", help="loop de demo door en fotografeer elk scherm")
    parser.add_argument("--size", type=size_of, metavar="BREEDTExHOOGTE", help="het venster op die foto's, in pixels")
    parser.add_argument("--theme", choices=[look.value for look in Look], help="weergave")
    parser.add_argument("--scale", type=int, choices=(100, 125, 150, 175, 200), help="tekstgrootte in procenten")
    return parser.parse_args(arguments)

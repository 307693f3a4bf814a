"""The page with four versions of 2,000 words: `python -m benchmarks.choosing FOLDER`, a process of its own.

Every person changed another word in every fourth sentence, so that a hundred sentences are disputed.
"""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from benchmarks.measure import report, run
from benchmarks.projects import app_of
from benchmarks.table import Row
from benchmarks.windows import Seat
from werkboek_desktop.ui.pages.conflict.cards import VersionCard
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.workspace import Workspace, import_into

FIELD = "approach"
SENTENCES, WORDS = 400, 5
PEOPLE = ("Anna", "Bert", "Cor", "Dina")
CHANGED = 4
SHOWN, BLOCKED = 150, 50


def rows() -> Iterator[Row]:
    """From the key press until all of it is read and shown, and the longest stretch of the window's thread in it."""
    figures = run("benchmarks.choosing")
    yield _bar("four versions of 2,000 words, until all is shown", figures["shown"], SHOWN)
    yield _bar("the same, the longest that the window waits", figures["blocked"], BLOCKED)


def _bar(work: str, figure: float, bar: float) -> Row:
    return Row(work, f"{figure:.1f} ms", "", "", f"≤ {bar} ms", figure <= bar)


def text(person: int | None) -> str:
    """What a person made of it; None: what all began from."""
    return " ".join(" ".join(_sentence(at, person)) + "." for at in range(SENTENCES))


def _sentence(at: int, person: int | None) -> list[str]:
    words = [f"Woord{at}", *(f"woord{at}x{word}" for word in range(1, WORDS))]
    if person is not None and at % CHANGED == 0:
        words[1 + person] = f"{PEOPLE[person].lower()}{at}"
    return words


def torn(folder: Path) -> Path:
    """Anna's project, in which the four versions stand."""
    file = folder / "Anna.werkboek"
    with Workspace.create(file, app_of(folder, PEOPLE[0]), author=PEOPLE[0]) as anna:
        case = str(anna.create_record("case", None, {"title": "Lang", FIELD: text(None)}).record)
        anna.export(folder / "begin.wbx")
        anna.set_field(case, FIELD, text(0))
    bundles = []
    for at, name in enumerate(PEOPLE[1:], 1):
        other, app = folder / f"{name}.werkboek", app_of(folder, name)
        import_into(other, app, [folder / "begin.wbx"], author=name)
        with Workspace.open(other, app, author=name) as theirs:
            theirs.edit(case, FIELD, text(at), theirs.record(case).fields[FIELD].heads)
            bundles.append(theirs.export(folder / f"{name}.wbx").path)
    import_into(file, app_of(folder, PEOPLE[0]), bundles, author=PEOPLE[0])
    return file


def measure(folder: Path) -> None:
    """The second time, when the page was made once."""
    seat = Seat(torn(folder), folder)
    place = seat.workspace.summary().conflicts[0]
    for _time in range(2):
        seat.show(place[0])
        figures = seat.until(partial(seat.office.settling.choose, *place), partial(_is_shown, seat))
        seat.settle()
    report(**figures)
    sys.stdout.flush()
    seat.desk.close()


def _is_shown(seat: Seat) -> bool:
    cards = seat.office.settling.page.findChildren(VersionCard)
    live = [card for card in cards if card.isVisible()]
    return len(live) == len(PEOPLE) and all(card.findChildren(ReadText)[0].toPlainText() for card in live)


if __name__ == "__main__":
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as made:
        measure(Path(made))

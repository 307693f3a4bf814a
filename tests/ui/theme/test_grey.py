"""No meaning by colour alone: everything is told apart in grey too."""

from collections.abc import Callable, Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.dressing import dress
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.difference import Tone
from werkboek_desktop.domain.overview.leaning import EMPTY
from werkboek_desktop.ui.lists.line import STATUS, status_words
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.theme.tokens import Look, Theme
from werkboek_desktop.ui.widgets.difference import ReadText
from werkboek_desktop.ui.widgets.marks import Mark, conflict_mark, merged_mark, paint_mark, paint_pie
from werkboek_desktop.ui.widgets.plot import SIDES, paint_blocks

type Paint = Callable[[QPainter], object]

SIZE = QSize(120, 30)
SEEN, LEAST = 60, 12
"""So many points have to differ, by so many of 255 steps of grey."""


@pytest.fixture(params=list(Look), autouse=True)
def dressed(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    dress(Theme(request.param))
    yield
    dress(Theme(Look.LIGHT))


def in_grey(paint: Paint) -> bytes:
    image = QImage(SIZE, QImage.Format.Format_RGB32)
    image.fill(theme().color("surface"))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)  # its bits are gone when it is
    return bytes(grey.constBits())


def alike(paints: dict[str, Paint]) -> list[str]:
    """Pairs that nobody without colours can tell apart."""
    painted = {name: in_grey(paint) for name, paint in paints.items()}
    return [f"{one} and {other}" for one, other in combinations(painted, 2) if _is_same(painted[one], painted[other])]


def _is_same(one: bytes, other: bytes) -> bool:
    far = sum(abs(here - there) >= SEEN for here, there in zip(one, other, strict=True))
    return far < LEAST


def test_repressive_preventive_and_both_have_patterns_of_their_own() -> None:
    box = QRectF(0, 5, SIZE.width(), 20)

    def block(key: str) -> Paint:
        return lambda painter: paint_blocks(painter, box, EMPTY._replace(**{key: 1}))

    assert alike({side.key: block(side.key) for side in SIDES}) == []


def test_marks_have_icons_and_borders_of_their_own_beside_their_words() -> None:
    marks = {
        "conflict": conflict_mark("2"),
        "merged": merged_mark("2"),
        "lapsed": Mark("2", "shield-alert", "danger"),
        "waits": Mark("2", "hourglass", "neutral", "none"),
    }

    def painted(mark: Mark) -> Paint:
        return lambda painter: paint_mark(painter, mark, 0, 0)

    assert alike({name: painted(mark) for name, mark in marks.items()}) == []


def test_how_far_a_status_is_has_a_shape() -> None:
    def pie(share: float) -> Paint:
        return lambda painter: paint_pie(painter, share, QPointF(60, 15), 14, "text2")

    assert alike({str(share): pie(share) for share in (-1.0, 0.0, 0.5, 1.0)}) == []


@pytest.mark.parametrize("kind", [kind.key for kind in schema.kinds() if schema.field(kind.key, STATUS)])
def test_every_status_that_is_declared_has_a_word_of_its_own(kind: str) -> None:
    status = schema.field(kind, STATUS)
    assert status
    words = [status_words(kind, option.key)[0] for option in status.options]
    assert all(words)
    assert len(set(words)) == len(words)


def test_what_came_is_underlined_and_what_went_struck_through() -> None:
    text = ReadText()
    came, went, plain = (text._format(tone) for tone in (Tone.ADDED, Tone.REMOVED, Tone.PLAIN))
    assert came.fontUnderline()
    assert went.fontStrikeOut()
    assert not plain.fontUnderline()
    assert not plain.fontStrikeOut()


def test_two_that_only_have_another_colour_are_noticed() -> None:
    def filled(tone: str) -> Paint:
        return lambda painter: painter.fillRect(0, 0, 120, 30, theme().color(tone))

    assert alike({tone: filled(tone) for tone in ("repr", "prev")}) == ["repr and prev"]

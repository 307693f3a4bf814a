"""Boxes on a picture."""

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.boxes import LEAST, Box

PARTS = st.floats(-0.5, 1.5)
BOXES = st.builds(Box.between, st.tuples(PARTS, PARTS), st.tuples(PARTS, PARTS))
SIDES = st.integers(1, 12_000)


def is_on_picture(box: Box) -> bool:
    return 0 <= box.left <= box.right <= 1.000001 and 0 <= box.top <= box.bottom <= 1.000001


@given(BOXES, PARTS, PARTS)
def test_a_box_never_leaves_its_picture(box: Box, across: float, down: float) -> None:
    assert is_on_picture(box)
    assert is_on_picture(box.moved(across, down))
    assert is_on_picture(box.grown(across, down)) or box.is_slip


@given(BOXES, PARTS, PARTS)
def test_a_moved_box_keeps_its_size(box: Box, across: float, down: float) -> None:
    moved = box.moved(across, down)
    assert abs((moved.right - moved.left) - (box.right - box.left)) < 1e-9
    assert abs((moved.bottom - moved.top) - (box.bottom - box.top)) < 1e-9


@given(BOXES, SIDES, SIDES)
def test_there_is_always_a_pixel_in_it_and_none_outside_the_picture(box: Box, width: int, height: int) -> None:
    left, top, right, bottom = box.pixels(width, height)
    assert 0 <= left < right <= width
    assert 0 <= top < bottom <= height


@given(BOXES, SIDES, SIDES)
def test_no_pixel_that_it_touches_is_left_out(box: Box, width: int, height: int) -> None:
    left, top, right, bottom = box.pixels(width, height)
    assert left <= box.left * width
    assert top <= box.top * height
    assert right >= min(box.right * width, width) or right == width
    assert bottom >= min(box.bottom * height, height) or bottom == height


def test_a_corner_dragged_anywhere_makes_the_same_box() -> None:
    assert Box.between((0.8, 0.9), (0.2, 0.1)) == Box(0.2, 0.1, 0.8, 0.9)
    assert Box.between((-3, 0.5), (9, 0.75)) == Box(0, 0.5, 1, 0.75)
    assert Box().is_whole
    assert Box.between((0.5, 0.5), (0.505, 0.9)).is_slip
    assert Box(0.5, 0.5, 0.6, 0.6).grown(-1, -1) == Box(0.5, 0.5, 0.5 + LEAST, 0.5 + LEAST)

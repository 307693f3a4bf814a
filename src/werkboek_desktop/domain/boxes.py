"""Boxes on a picture, in parts of its width and height, so that they fit it in every size."""

from math import ceil
from typing import NamedTuple, Self

LEAST = 0.02
"""A box smaller than this part of the picture cannot be seen, so it was a slip of the hand."""


class Box(NamedTuple):
    """A box; all of a picture is (0, 0, 1, 1)."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    @classmethod
    def between(cls, one: tuple[float, float], other: tuple[float, float]) -> Self:
        """The box with these two corners, as far as it lies on the picture."""
        (left, right), (top, bottom) = (sorted(_held(each) for each in pair) for pair in zip(one, other, strict=True))
        return cls(left, top, right, bottom)

    @property
    def is_whole(self) -> bool:
        """Whether nothing lies outside it."""
        return self == (0.0, 0.0, 1.0, 1.0)

    @property
    def is_slip(self) -> bool:
        """Whether it is too small to mean anything."""
        return self.right - self.left < LEAST or self.bottom - self.top < LEAST

    def moved(self, across: float, down: float) -> Self:
        """The same box elsewhere, never over the edge."""
        across = min(max(across, -self.left), 1 - self.right)
        down = min(max(down, -self.top), 1 - self.bottom)
        return type(self)(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def grown(self, across: float, down: float) -> Self:
        """The same corner, larger or smaller to the right and below."""
        right = min(max(self.right + across, self.left + LEAST), 1.0)
        bottom = min(max(self.bottom + down, self.top + LEAST), 1.0)
        return type(self)(self.left, self.top, right, bottom)

    def pixels(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The pixels that lie in it, of which there is always one: left, top, right, bottom."""
        left = min(int(self.left * width), width - 1)
        top = min(int(self.top * height), height - 1)
        right = min(max(ceil(self.right * width), left + 1), width)
        bottom = min(max(ceil(self.bottom * height), top + 1), height)
        return left, top, right, bottom


def _held(part: float) -> float:
    return min(max(part, 0.0), 1.0)

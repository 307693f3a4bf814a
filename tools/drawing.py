"""A canvas with flat colours, and what stands in a Dutch neighbourhood. `base` is the ground under it."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
OVERSAMPLING = 3
COLOURS = 200

type Colour = str
type Point = tuple[float, float]
type Area = tuple[float, float, float, float]
"""Left, top, width, height."""

INK, PAPER, PETROL, PALE = "#26343a", "#f7f3ea", "#0b5d6e", "#d7e6e6"
BRICK, DARK_BRICK, SAND, DUNE = "#b5654a", "#8f4b38", "#e6d3ad", "#d9c08c"
GREEN, DARK_GREEN, GRASS = "#6f9a5b", "#4f7748", "#a9bf7e"
STREET, KERB, WATER, DEEP = "#a7a9a6", "#c9c8c1", "#86b3bd", "#5f93a1"
GLASS, LIT, OCHRE, ROSE = "#4f6f7c", "#f3d68a", "#d99a3d", "#c9806f"


class Scene:
    """A canvas in points of the finished picture, drawn larger and shrunk for smooth edges."""

    def __init__(self, top: Colour, bottom: Colour, horizon: float) -> None:
        self._image = Image.new("RGB", (WIDTH * OVERSAMPLING, HEIGHT * OVERSAMPLING), bottom)
        self._draw = ImageDraw.Draw(self._image)
        bands = 12
        for band in range(bands):
            edge = horizon * band / bands
            self.box((0, edge, WIDTH, horizon - edge), mix(top, bottom, band / (bands - 1)))

    def box(self, area: Area, fill: Colour, radius: float = 0) -> None:
        """A filled rectangle."""
        x, y, w, h = area
        corners = [_big(x), _big(y), _big(x + w) - 1, _big(y + h) - 1]
        self._draw.rounded_rectangle(corners, _big(radius), fill=fill)

    def shape(self, points: list[Point], fill: Colour) -> None:
        """A filled polygon."""
        self._draw.polygon([(_big(x), _big(y)) for x, y in points], fill=fill)

    def disc(self, x: float, y: float, radius: float, fill: Colour) -> None:
        """A filled circle around (x, y)."""
        self._draw.ellipse([_big(v) for v in (x - radius, y - radius, x + radius, y + radius)], fill=fill)

    def ring(self, x: float, y: float, radius: float, colour: Colour, width: float) -> None:
        """A circle around (x, y)."""
        corners = [_big(v) for v in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(corners, outline=colour, width=_big(width))

    def line(self, points: list[Point], colour: Colour, width: float) -> None:
        """A line through the points."""
        self._draw.line([(_big(x), _big(y)) for x, y in points], colour, _big(width), joint="curve")

    def save(self, path: Path) -> None:
        """Writes a PNG with a small palette."""
        small = self._image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def _big(value: float) -> int:
    return round(value * OVERSAMPLING)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour that lies `share` of the way from first to second."""
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def sun(scene: Scene, x: float, y: float, radius: float) -> None:
    scene.disc(x, y, radius * 1.5, mix(LIT, PAPER, 0.65))
    scene.disc(x, y, radius, mix(LIT, PAPER, 0.2))


def cloud(scene: Scene, x: float, y: float, size: float) -> None:
    for dx, dy, radius in ((0, 0, 26), (34, -16, 34), (74, -4, 28), (104, 4, 20)):
        scene.disc(x + dx * size, y + dy * size, radius * size, PAPER)
    scene.box((x, y, 104 * size, 25 * size), PAPER, 12 * size)


def tree(scene: Scene, x: float, base: float, size: float) -> None:
    scene.box((x - 5 * size, base - 70 * size, 10 * size, 70 * size), "#6d5643", 4 * size)
    for dx, dy, radius in ((-24, -92, 34), (24, -96, 36), (0, -126, 40)):
        scene.disc(x + dx * size, base + dy * size, radius * size, GREEN)
    scene.disc(x + 16 * size, base - 84 * size, 26 * size, DARK_GREEN)


def lamp(scene: Scene, x: float, base: float, size: float = 1) -> None:
    scene.box((x - 3 * size, base - 170 * size, 6 * size, 170 * size), INK)
    scene.box((x - 3 * size, base - 172 * size, 44 * size, 6 * size), INK, 3)
    scene.box((x + 24 * size, base - 168 * size, 22 * size, 9 * size), LIT, 4)


def person(scene: Scene, x: float, base: float, coat: Colour, size: float = 1) -> None:
    scene.box((x - 8 * size, base - 30 * size, 7 * size, 30 * size), INK)
    scene.box((x + 1 * size, base - 30 * size, 7 * size, 30 * size), INK)
    scene.box((x - 12 * size, base - 70 * size, 24 * size, 44 * size), coat, 9 * size)
    scene.disc(x, base - 82 * size, 11 * size, "#c99b78")


def bicycle(scene: Scene, x: float, base: float, colour: Colour) -> None:
    for wheel in (x, x + 52):
        scene.ring(wheel, base - 19, 19, INK, 3)
    scene.line(
        [(x, base - 19), (x + 16, base - 46), (x + 42, base - 46), (x + 24, base - 19), (x, base - 19)],
        colour,
        4,
    )
    scene.line([(x + 52, base - 19), (x + 40, base - 54), (x + 48, base - 56)], colour, 4)
    scene.box((x + 6, base - 52, 18, 5), INK, 2)


def van(scene: Scene, x: float, base: float, colour: Colour, size: float = 1) -> None:
    scene.box((x, base - 84 * size, 128 * size, 68 * size), colour, 8 * size)
    scene.shape(
        [(x + p * size, base - q * size) for p, q in ((120, 72), (160, 72), (186, 42), (186, 16), (120, 16))],
        colour,
    )
    scene.shape([(x + p * size, base - q * size) for p, q in ((132, 66), (156, 66), (174, 42), (132, 42))], PALE)
    for wheel in (36, 148):
        scene.disc(x + wheel * size, base - 16 * size, 17 * size, INK)
        scene.disc(x + wheel * size, base - 16 * size, 7 * size, KERB)


def windows(scene: Scene, x: float, y: float, columns: int, rows: int, *, step: Point, size: Point) -> None:
    """A grid of windows; some are lit, the same ones every time."""
    for row in range(rows):
        for column in range(columns):
            left, top = x + column * step[0], y + row * step[1]
            lit = (row * 5 + column * 3 + row * column) % 7 == 0
            scene.box((left - 4, top - 4, size[0] + 8, size[1] + 8), PAPER, 2)
            scene.box((left, top, size[0], size[1]), LIT if lit else GLASS)
            scene.box((left + size[0] / 2 - 2, top, 4, size[1]), PAPER)


def flat(scene: Scene, x: float, base: float, columns: int, floors: int, *, wall: Colour) -> None:
    """A block of flats with balconies, 70 wide a column and 74 high a floor."""
    width, height = columns * 70 + 20, floors * 74 + 34
    scene.box((x, base - height, width, height), wall)
    scene.box((x - 6, base - height - 12, width + 12, 14), mix(wall, INK, 0.5))
    windows(scene, x + 22, base - height + 20, columns, floors, step=(70, 74), size=(46, 38))
    for floor in range(floors):
        top = base - height + 64 + floor * 74
        scene.box((x + 4, top, width - 8, 7), mix(wall, PAPER, 0.45))


def far_roofs(scene: Scene, base: float, colour: Colour) -> None:
    for index in range(15):
        left, height = index * 84 - 20, 46 + (index * 37) % 58
        scene.box((left, base - height, 88, height), colour)
        if index % 3:
            scene.shape([(left, base - height), (left + 44, base - height - 34), (left + 88, base - height)], colour)


def water(scene: Scene, top: float) -> None:
    scene.box((0, top, WIDTH, HEIGHT - top), WATER)
    for index in range(46):
        x = (index * 173) % (WIDTH + 100) - 60
        y = top + 14 + (index * 59) % (HEIGHT - top - 20)
        scene.box((x, y, 40 + (index * 31) % 70, 4), mix(WATER, PAPER if index % 3 else DEEP, 0.4), 2)


def paving(scene: Scene, top: float, colour: Colour) -> None:
    scene.box((0, top, WIDTH, HEIGHT - top), colour)
    rows = 9
    for row in range(1, rows):
        y = top + (HEIGHT - top) * (row / rows) ** 1.5
        scene.box((0, y, WIDTH, 2), mix(colour, INK, 0.12))


def workshop(scene: Scene, x: float, base: float) -> None:
    scene.box((x, base - 190, 420, 190), PETROL)
    scene.shape([(x - 20, base - 186), (x + 20, base - 240), (x + 400, base - 240), (x + 440, base - 186)], INK)
    scene.box((x + 36, base - 140, 180, 140), "#e9dfc8")
    for slat in range(4):
        scene.box((x + 36, base - 140 + slat * 14, 180, 10), KERB)
    scene.box((x + 250, base - 140, 60, 140), OCHRE, 3)
    scene.disc(x + 300, base - 68, 4, INK)
    windows(scene, x + 336, base - 136, 1, 1, step=(0, 0), size=(56, 60))
    bicycle(scene, x + 90, base - 4, ROSE)


def portico(scene: Scene, x: float, base: float, door: Colour) -> None:
    scene.box((x - 46, base - 132, 92, 132), mix(DARK_BRICK, INK, 0.2))
    scene.box((x - 34, base - 118, 68, 118), door, 3)
    scene.box((x - 24, base - 106, 20, 52), PALE)
    scene.box((x + 4, base - 106, 20, 52), PALE)
    scene.disc(x + 20, base - 42, 4, LIT)
    scene.box((x - 22, base - 146, 44, 10), LIT, 5)


def ship(scene: Scene, x: float, line: float, length: float, hull: Colour) -> None:
    scene.shape([(x, line - 44), (x + length, line - 52), (x + length - 36, line + 22), (x + 18, line + 22)], hull)
    scene.box((x + 18, line + 8, length - 54, 14), mix(hull, INK, 0.45))
    scene.box((x + length * 0.26, line - 66, length * 0.62, 22), OCHRE, 4)
    scene.box((x + 30, line - 108, 92, 64), PAPER, 5)
    scene.box((x + 40, line - 98, 72, 24), GLASS, 3)
    scene.box((x + 70, line - 158, 5, 52), INK)
    scene.shape([(x + 75, line - 156), (x + 106, line - 147), (x + 75, line - 138)], ROSE)


def crane(scene: Scene, x: float, base: float) -> None:
    for leg in (0, 96):
        scene.line([(x + leg, base), (x + 30 + leg * 0.36, base - 190)], INK, 9)
    for level in (50, 110, 160):
        scene.line([(x + level * 0.16, base - level), (x + 96 - level * 0.18, base - level)], INK, 5)
    scene.box((x + 16, base - 246, 76, 58), PETROL, 6)
    scene.box((x + 60, base - 234, 24, 26), PALE, 3)
    scene.line([(x + 78, base - 236), (x + 250, base - 402)], INK, 10)
    scene.line([(x + 30, base - 244), (x + 60, base - 330), (x + 250, base - 402)], INK, 4)
    scene.line([(x + 250, base - 402), (x + 250, base - 250)], INK, 3)
    scene.ring(x + 250, base - 240, 10, INK, 4)


def warehouse(scene: Scene, x: float, base: float, wall: Colour) -> None:
    scene.box((x, base - 150, 200, 150), wall)
    scene.shape([(x - 8, base - 148), (x + 100, base - 212), (x + 208, base - 148)], mix(wall, INK, 0.4))
    scene.box((x + 62, base - 108, 76, 108), mix(wall, INK, 0.6))
    scene.box((x + 98, base - 108, 4, 108), wall)
    scene.disc(x + 100, base - 166, 14, PALE)


def hall(scene: Scene, x: float, base: float, wall: Colour, door: Colour) -> None:
    scene.box((x, base - 210, 270, 210), wall)
    scene.box((x - 4, base - 222, 278, 16), mix(wall, INK, 0.5))
    scene.box((x + 22, base - 196, 226, 30), mix(wall, PAPER, 0.5), 3)
    scene.box((x + 30, base - 140, 126, 140), mix(INK, wall, 0.15))
    for slat in range(5):
        scene.box((x + 30, base - 140 + slat * 12, 126, 9), door)
    scene.box((x + 186, base - 104, 52, 104), door, 2)
    scene.box((x + 194, base - 94, 36, 40), PALE)


def hill(scene: Scene, height: Callable[[float], float], colour: Colour) -> None:
    edge: list[Point] = [(x, height(x)) for x in range(0, WIDTH + 10, 10)]
    scene.shape([*edge, (WIDTH, HEIGHT), (0, HEIGHT)], colour)


def tuft(scene: Scene, x: float, base: float, size: float) -> None:
    for lean in (-16, -8, 0, 9, 17):
        scene.line([(x, base), (x + lean * size, base - (34 - abs(lean)) * size)], DARK_GREEN, 2.4 * size)


def pine(scene: Scene, x: float, base: float, size: float) -> None:
    scene.line([(x, base), (x + 8 * size, base - 70 * size)], "#6d5643", 8 * size)
    for dx, dy, radius in ((-26, -74, 26), (10, -92, 34), (42, -78, 26)):
        scene.disc(x + dx * size, base + dy * size, radius * size, DARK_GREEN)
    scene.box((x - 48 * size, base - 78 * size, 112 * size, 24 * size), DARK_GREEN, 12 * size)

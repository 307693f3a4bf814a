"""Draws the pictures of the demo project: `python tools/draw_demo_pictures.py resources/demo/pictures`."""

import math
import sys
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

WIDTH, HEIGHT = 1200, 800
OVERSAMPLING = 3
COLOURS = 128

type Colour = str
type Point = tuple[float, float]

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
            self.box(0, edge, WIDTH, horizon - edge, mix(top, bottom, band / (bands - 1)))

    def box(self, x: float, y: float, w: float, h: float, fill: Colour, radius: float = 0) -> None:
        """A filled rectangle with its top left corner at (x, y)."""
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
    scene.box(x, y, 104 * size, 25 * size, PAPER, 12 * size)


def tree(scene: Scene, x: float, base: float, size: float) -> None:
    scene.box(x - 5 * size, base - 70 * size, 10 * size, 70 * size, "#6d5643", 4 * size)
    for dx, dy, radius in ((-24, -92, 34), (24, -96, 36), (0, -126, 40)):
        scene.disc(x + dx * size, base + dy * size, radius * size, GREEN)
    scene.disc(x + 16 * size, base - 84 * size, 26 * size, DARK_GREEN)


def lamp(scene: Scene, x: float, base: float, size: float = 1) -> None:
    scene.box(x - 3 * size, base - 170 * size, 6 * size, 170 * size, INK)
    scene.box(x - 3 * size, base - 172 * size, 44 * size, 6 * size, INK, 3)
    scene.box(x + 24 * size, base - 168 * size, 22 * size, 9 * size, LIT, 4)


def person(scene: Scene, x: float, base: float, coat: Colour, size: float = 1) -> None:
    scene.box(x - 8 * size, base - 30 * size, 7 * size, 30 * size, INK)
    scene.box(x + 1 * size, base - 30 * size, 7 * size, 30 * size, INK)
    scene.box(x - 12 * size, base - 70 * size, 24 * size, 44 * size, coat, 9 * size)
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
    scene.box(x + 6, base - 52, 18, 5, INK, 2)


def van(scene: Scene, x: float, base: float, colour: Colour, size: float = 1) -> None:
    scene.box(x, base - 84 * size, 128 * size, 68 * size, colour, 8 * size)
    scene.shape(
        [(x + p * size, base - q * size) for p, q in ((120, 72), (160, 72), (186, 42), (186, 16), (120, 16))],
        colour,
    )
    scene.shape(
        [(x + p * size, base - q * size) for p, q in ((132, 66), (156, 66), (174, 42), (132, 42))], PALE
    )
    for wheel in (36, 148):
        scene.disc(x + wheel * size, base - 16 * size, 17 * size, INK)
        scene.disc(x + wheel * size, base - 16 * size, 7 * size, KERB)


def windows(scene: Scene, x: float, y: float, columns: int, rows: int, step: Point, size: Point) -> None:
    """A grid of windows; some are lit, the same ones every time."""
    for row in range(rows):
        for column in range(columns):
            left, top = x + column * step[0], y + row * step[1]
            lit = (row * 5 + column * 3 + row * column) % 7 == 0
            scene.box(left - 4, top - 4, size[0] + 8, size[1] + 8, PAPER, 2)
            scene.box(left, top, size[0], size[1], LIT if lit else GLASS)
            scene.box(left + size[0] / 2 - 2, top, 4, size[1], PAPER)


def flat(scene: Scene, x: float, base: float, columns: int, floors: int, wall: Colour) -> None:
    """A block of flats with balconies, 70 wide a column and 74 high a floor."""
    width, height = columns * 70 + 20, floors * 74 + 34
    scene.box(x, base - height, width, height, wall)
    scene.box(x - 6, base - height - 12, width + 12, 14, mix(wall, INK, 0.5))
    windows(scene, x + 22, base - height + 20, columns, floors, (70, 74), (46, 38))
    for floor in range(floors):
        top = base - height + 64 + floor * 74
        scene.box(x + 4, top, width - 8, 7, mix(wall, PAPER, 0.45))


def far_roofs(scene: Scene, base: float, colour: Colour) -> None:
    for index in range(15):
        left, height = index * 84 - 20, 46 + (index * 37) % 58
        scene.box(left, base - height, 88, height, colour)
        if index % 3:
            scene.shape(
                [(left, base - height), (left + 44, base - height - 34), (left + 88, base - height)], colour
            )


def water(scene: Scene, top: float) -> None:
    scene.box(0, top, WIDTH, HEIGHT - top, WATER)
    for index in range(46):
        x = (index * 173) % (WIDTH + 100) - 60
        y = top + 14 + (index * 59) % (HEIGHT - top - 20)
        scene.box(x, y, 40 + (index * 31) % 70, 4, mix(WATER, PAPER if index % 3 else DEEP, 0.4), 2)


def paving(scene: Scene, top: float, colour: Colour) -> None:
    scene.box(0, top, WIDTH, HEIGHT - top, colour)
    rows = 9
    for row in range(1, rows):
        y = top + (HEIGHT - top) * (row / rows) ** 1.5
        scene.box(0, y, WIDTH, 2, mix(colour, INK, 0.12))


def workshop(scene: Scene, x: float, base: float) -> None:
    scene.box(x, base - 190, 420, 190, PETROL)
    scene.shape(
        [(x - 20, base - 186), (x + 20, base - 240), (x + 400, base - 240), (x + 440, base - 186)], INK
    )
    scene.box(x + 36, base - 140, 180, 140, "#e9dfc8")
    for slat in range(4):
        scene.box(x + 36, base - 140 + slat * 14, 180, 10, KERB)
    scene.box(x + 250, base - 140, 60, 140, OCHRE, 3)
    scene.disc(x + 300, base - 68, 4, INK)
    windows(scene, x + 336, base - 136, 1, 1, (0, 0), (56, 60))
    bicycle(scene, x + 90, base - 4, ROSE)


def portico(scene: Scene, x: float, base: float, door: Colour) -> None:
    scene.box(x - 46, base - 132, 92, 132, mix(DARK_BRICK, INK, 0.2))
    scene.box(x - 34, base - 118, 68, 118, door, 3)
    scene.box(x - 24, base - 106, 20, 52, PALE)
    scene.box(x + 4, base - 106, 20, 52, PALE)
    scene.disc(x + 20, base - 42, 4, LIT)
    scene.box(x - 22, base - 146, 44, 10, LIT, 5)


def ship(scene: Scene, x: float, line: float, length: float, hull: Colour) -> None:
    scene.shape(
        [(x, line - 44), (x + length, line - 52), (x + length - 36, line + 22), (x + 18, line + 22)], hull
    )
    scene.box(x + 18, line + 8, length - 54, 14, mix(hull, INK, 0.45))
    scene.box(x + length * 0.26, line - 66, length * 0.62, 22, OCHRE, 4)
    scene.box(x + 30, line - 108, 92, 64, PAPER, 5)
    scene.box(x + 40, line - 98, 72, 24, GLASS, 3)
    scene.box(x + 70, line - 158, 5, 52, INK)
    scene.shape([(x + 75, line - 156), (x + 106, line - 147), (x + 75, line - 138)], ROSE)


def crane(scene: Scene, x: float, base: float) -> None:
    for leg in (0, 96):
        scene.line([(x + leg, base), (x + 30 + leg * 0.36, base - 190)], INK, 9)
    for level in (50, 110, 160):
        scene.line([(x + level * 0.16, base - level), (x + 96 - level * 0.18, base - level)], INK, 5)
    scene.box(x + 16, base - 246, 76, 58, PETROL, 6)
    scene.box(x + 60, base - 234, 24, 26, PALE, 3)
    scene.line([(x + 78, base - 236), (x + 250, base - 402)], INK, 10)
    scene.line([(x + 30, base - 244), (x + 60, base - 330), (x + 250, base - 402)], INK, 4)
    scene.line([(x + 250, base - 402), (x + 250, base - 250)], INK, 3)
    scene.ring(x + 250, base - 240, 10, INK, 4)


def warehouse(scene: Scene, x: float, base: float, wall: Colour) -> None:
    scene.box(x, base - 150, 200, 150, wall)
    scene.shape([(x - 8, base - 148), (x + 100, base - 212), (x + 208, base - 148)], mix(wall, INK, 0.4))
    scene.box(x + 62, base - 108, 76, 108, mix(wall, INK, 0.6))
    scene.box(x + 98, base - 108, 4, 108, wall)
    scene.disc(x + 100, base - 166, 14, PALE)


def hall(scene: Scene, x: float, base: float, wall: Colour, door: Colour) -> None:
    scene.box(x, base - 210, 270, 210, wall)
    scene.box(x - 4, base - 222, 278, 16, mix(wall, INK, 0.5))
    scene.box(x + 22, base - 196, 226, 30, mix(wall, PAPER, 0.5), 3)
    scene.box(x + 30, base - 140, 126, 140, mix(INK, wall, 0.15))
    for slat in range(5):
        scene.box(x + 30, base - 140 + slat * 12, 126, 9, door)
    scene.box(x + 186, base - 104, 52, 104, door, 2)
    scene.box(x + 194, base - 94, 36, 40, PALE)


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
    scene.box(x - 48 * size, base - 78 * size, 112 * size, 24 * size, DARK_GREEN, 12 * size)


def draw_square() -> Scene:
    scene = Scene("#bcd8e0", "#f3ead6", 470)
    sun(scene, 210, 130, 46)
    cloud(scene, 420, 120, 1.1)
    far_roofs(scene, 470, "#c3cfc8")
    flat(scene, 560, 500, 4, 4, "#c58a6a")
    flat(scene, 900, 500, 4, 5, "#a9745c")
    paving(scene, 496, "#d9cfba")
    scene.shape([(0, 590), (420, 560), (520, 800), (0, 800)], KERB)
    scene.shape([(0, 606), (404, 576), (494, 800), (0, 800)], WATER)
    for index in range(9):
        scene.box(30 + (index * 97) % 330, 640 + (index * 41) % 140, 60, 4, mix(WATER, PAPER, 0.4), 2)
    tree(scene, 90, 580, 1.3)
    tree(scene, 330, 556, 1.0)
    workshop(scene, 660, 680)
    lamp(scene, 600, 690, 1.2)
    person(scene, 560, 716, OCHRE, 1.2)
    person(scene, 616, 730, PETROL, 1.2)
    person(scene, 1120, 700, ROSE, 1.2)
    return scene


def draw_harbour() -> Scene:
    scene = Scene("#8fb6c6", "#f6dcb5", 430)
    sun(scene, 900, 330, 62)
    far_roofs(scene, 430, "#b9c2bd")
    for index, wall in enumerate((BRICK, "#9c7a5d", "#b98a5e", DARK_BRICK)):
        warehouse(scene, 20 + index * 214, 500, wall)
    scene.box(0, 498, WIDTH, 46, KERB)
    scene.box(0, 540, WIDTH, 16, mix(KERB, INK, 0.45))
    water(scene, 554)
    crane(scene, 880, 500)
    for bollard in range(70, WIDTH, 180):
        scene.box(bollard, 522, 18, 22, INK, 5)
    lamp(scene, 452, 520, 1.1)
    person(scene, 780, 536, PETROL, 1.0)
    ship(scene, 70, 620, 520, "#2f5d68")
    ship(scene, 620, 716, 540, "#8d4538")
    return scene


def draw_street() -> Scene:
    scene = Scene("#c6dbe0", "#f4ecdc", 300)
    cloud(scene, 130, 90, 1.0)
    cloud(scene, 820, 70, 1.2)
    flat(scene, -40, 600, 6, 6, BRICK)
    flat(scene, 400, 600, 6, 6, DARK_BRICK)
    flat(scene, 840, 600, 6, 6, BRICK)
    for x, door in ((190, "#6c4a3c"), (630, PETROL), (1070, "#6c4a3c")):
        portico(scene, x, 600, door)
    paving(scene, 600, KERB)
    scene.box(0, 672, WIDTH, 128, STREET)
    for dash in range(20, WIDTH, 150):
        scene.box(dash, 734, 80, 7, PAPER, 3)
    for x in (60, 410, 850):
        tree(scene, x, 664, 1.1)
    lamp(scene, 960, 662, 1.2)
    bicycle(scene, 260, 662, OCHRE)
    person(scene, 590, 664, OCHRE, 1.15)
    person(scene, 662, 664, "#7a5c8a", 1.15)
    person(scene, 706, 668, ROSE, 0.95)
    return scene


def draw_gallery() -> Scene:
    scene = Scene("#b7cfd8", "#efe6d6", 420)
    cloud(scene, 180, 110, 1.2)
    flat(scene, 40, 560, 5, 3, "#c9b18a")
    flat(scene, 470, 560, 9, 6, "#b9a999")
    scene.box(470, 82, 650, 12, INK)
    scene.box(0, 560, WIDTH, 240, GRASS)
    scene.shape([(520, 560), (640, 560), (860, 800), (420, 800)], "#d8cfbd")
    scene.box(540, 452, 84, 108, PETROL, 3)
    scene.box(552, 466, 60, 60, PALE)
    for x, base, size in ((80, 640, 1.4), (300, 610, 1.0), (960, 650, 1.5), (1130, 610, 1.1)):
        tree(scene, x, base, size)
    scene.box(210, 700, 150, 12, "#7a5f49", 4)
    scene.box(210, 672, 150, 10, "#7a5f49", 4)
    for leg in (226, 338):
        scene.box(leg, 672, 8, 62, INK)
    person(scene, 600, 700, ROSE, 1.25)
    lamp(scene, 760, 690, 1.2)
    return scene


def draw_dunes() -> Scene:
    scene = Scene("#a9cddb", "#f6ead2", 380)
    sun(scene, 960, 120, 44)
    cloud(scene, 240, 110, 1.1)
    scene.box(0, 330, WIDTH, 120, WATER)
    for index in range(14):
        scene.box((index * 211) % WIDTH, 340 + (index * 23) % 60, 70, 4, mix(WATER, PAPER, 0.5), 2)
    hill(scene, lambda x: 430 - 46 * math.sin(x / 170) - 22 * math.sin(x / 61), SAND)
    hill(scene, lambda x: 520 - 60 * math.sin(x / 230 + 2.2) - 12 * math.sin(x / 47), DUNE)
    scene.shape(
        [(470, 800), (560, 610), (700, 540), (760, 470), (786, 470), (742, 556), (640, 640), (700, 800)],
        "#f3e7c8",
    )
    hill(scene, lambda x: 690 - 50 * math.sin(x / 260 + 4.4) if x < 470 else 900, GRASS)
    scene.shape([(760, 640), (1200, 610), (1200, 800), (820, 800)], STREET)
    for stall in range(4):
        scene.line([(850 + stall * 96, 640), (880 + stall * 104, 730)], PAPER, 5)
    van(scene, 890, 736, PETROL, 0.95)
    for index in range(34):
        tuft(scene, (index * 139) % WIDTH, 470 + (index * 83) % 110, 0.9)
    for x, base, size in ((110, 560, 1.3), (260, 520, 0.9), (1080, 560, 1.1)):
        pine(scene, x, base, size)
    person(scene, 640, 610, ROSE, 0.9)
    scene.box(664, 590, 26, 13, INK, 6)
    return scene


def draw_school() -> Scene:
    scene = Scene("#bfdbe2", "#f5eedd", 360)
    cloud(scene, 820, 100, 1.2)
    scene.box(120, 190, 760, 340, "#d8a56a")
    scene.box(104, 172, 792, 24, PETROL)
    windows(scene, 160, 232, 6, 2, (116, 150), (86, 96))
    scene.box(880, 290, 240, 240, BRICK)
    scene.box(868, 272, 264, 22, INK)
    scene.box(940, 390, 120, 140, GLASS)
    scene.box(997, 390, 6, 140, PAPER)
    paving(scene, 526, "#cfc7b6")
    scene.shape([(180, 590), (760, 590), (860, 770), (90, 770)], "#8fae9b")
    scene.line([(180, 590), (760, 590), (860, 770), (90, 770), (180, 590)], PAPER, 6)
    scene.line([(470, 590), (474, 770)], PAPER, 6)
    scene.box(182, 470, 10, 150, INK)
    scene.box(160, 440, 90, 56, PAPER, 4)
    scene.ring(214, 500, 16, OCHRE, 5)
    for x, coat in ((330, ROSE), (420, PETROL), (560, OCHRE), (650, "#7a5c8a")):
        person(scene, x, 690 + (x % 50), coat, 1.1)
    scene.disc(500, 640, 14, OCHRE)
    tree(scene, 60, 620, 1.4)
    tree(scene, 1150, 640, 1.5)
    for rack in range(4):
        bicycle(scene, 860 + rack * 62, 606, (ROSE, PETROL, OCHRE, DARK_GREEN)[rack])
    return scene


def draw_business_park() -> Scene:
    scene = Scene("#b4cdd8", "#f2e8d8", 380)
    cloud(scene, 150, 120, 1.2)
    cloud(scene, 760, 90, 1.0)
    far_roofs(scene, 400, "#c0cbc8")
    doors = (PETROL, OCHRE, ROSE, DARK_GREEN)
    for index, wall in enumerate(("#c7c2b4", "#b3bcbc", "#cdbfa6", "#b9b3ac")):
        hall(scene, 16 + index * 296, 560, wall, doors[index])
    paving(scene, 558, KERB)
    scene.box(0, 640, WIDTH, 160, STREET)
    for dash in range(40, WIDTH, 160):
        scene.box(dash, 716, 90, 8, PAPER, 3)
    van(scene, 90, 700, PAPER, 1.2)
    van(scene, 760, 632, OCHRE, 0.9)
    lamp(scene, 560, 640, 1.4)
    tree(scene, 1150, 636, 1.1)
    for x, coat in ((390, PETROL), (436, ROSE), (482, "#7a5c8a")):
        person(scene, x, 630, coat, 1.1)
    return scene


PICTURES: dict[str, Callable[[], Scene]] = {
    "bedrijventerrein": draw_business_park,
    "componistenbuurt": draw_gallery,
    "duinpark": draw_dunes,
    "haven": draw_harbour,
    "kolenbuurt": draw_street,
    "schoolplein": draw_school,
    "sluisplein": draw_square,
}


def main(folder: Path) -> None:
    """Draws every picture into the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, draw in PICTURES.items():
        draw().save(folder / f"{name}.png")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""Draws the pictures of the demo project: `python tools/draw_demo_pictures.py resources/demo/pictures`."""

import math
import sys
from collections.abc import Callable
from pathlib import Path

from drawing import (
    BRICK,
    DARK_BRICK,
    DARK_GREEN,
    DUNE,
    GLASS,
    GRASS,
    INK,
    KERB,
    OCHRE,
    PALE,
    PAPER,
    PETROL,
    ROSE,
    SAND,
    STREET,
    WATER,
    WIDTH,
    Scene,
    bicycle,
    cloud,
    crane,
    far_roofs,
    flat,
    hall,
    hill,
    lamp,
    mix,
    paving,
    person,
    pine,
    portico,
    ship,
    sun,
    tree,
    tuft,
    van,
    warehouse,
    water,
    windows,
    workshop,
)


def draw_square() -> Scene:
    scene = Scene("#bcd8e0", "#f3ead6", 470)
    sun(scene, 210, 130, 46)
    cloud(scene, 420, 120, 1.1)
    far_roofs(scene, 470, "#c3cfc8")
    flat(scene, 560, 500, 4, 4, wall="#c58a6a")
    flat(scene, 900, 500, 4, 5, wall="#a9745c")
    paving(scene, 496, "#d9cfba")
    scene.shape([(0, 590), (420, 560), (520, 800), (0, 800)], KERB)
    scene.shape([(0, 606), (404, 576), (494, 800), (0, 800)], WATER)
    for index in range(9):
        scene.box((30 + (index * 97) % 330, 640 + (index * 41) % 140, 60, 4), mix(WATER, PAPER, 0.4), 2)
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
    scene.box((0, 498, WIDTH, 46), KERB)
    scene.box((0, 540, WIDTH, 16), mix(KERB, INK, 0.45))
    water(scene, 554)
    crane(scene, 880, 500)
    for bollard in range(70, WIDTH, 180):
        scene.box((bollard, 522, 18, 22), INK, 5)
    lamp(scene, 452, 520, 1.1)
    person(scene, 780, 536, PETROL, 1.0)
    ship(scene, 70, 620, 520, "#2f5d68")
    ship(scene, 620, 716, 540, "#8d4538")
    return scene


def draw_street() -> Scene:
    scene = Scene("#c6dbe0", "#f4ecdc", 300)
    cloud(scene, 130, 90, 1.0)
    cloud(scene, 820, 70, 1.2)
    flat(scene, -40, 600, 6, 4, wall=BRICK)
    flat(scene, 400, 600, 6, 4, wall=DARK_BRICK)
    flat(scene, 840, 600, 6, 4, wall=BRICK)
    for x, door in ((190, "#6c4a3c"), (630, PETROL), (1070, "#6c4a3c")):
        portico(scene, x, 600, door)
    paving(scene, 600, KERB)
    scene.box((0, 672, WIDTH, 128), STREET)
    for dash in range(20, WIDTH, 150):
        scene.box((dash, 734, 80, 7), PAPER, 3)
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
    flat(scene, 40, 560, 5, 3, wall="#c9b18a")
    flat(scene, 470, 560, 9, 6, wall="#b9a999")
    scene.box((470, 82, 650, 12), INK)
    scene.box((0, 560, WIDTH, 240), GRASS)
    scene.shape([(520, 560), (640, 560), (860, 800), (420, 800)], "#d8cfbd")
    scene.box((540, 452, 84, 108), PETROL, 3)
    scene.box((552, 466, 60, 60), PALE)
    for x, base, size in ((80, 640, 1.4), (300, 610, 1.0), (960, 650, 1.5), (1130, 610, 1.1)):
        tree(scene, x, base, size)
    scene.box((210, 700, 150, 12), "#7a5f49", 4)
    scene.box((210, 672, 150, 10), "#7a5f49", 4)
    for leg in (226, 338):
        scene.box((leg, 672, 8, 62), INK)
    person(scene, 600, 700, ROSE, 1.25)
    lamp(scene, 760, 690, 1.2)
    return scene


def draw_dunes() -> Scene:
    scene = Scene("#a9cddb", "#f6ead2", 380)
    sun(scene, 960, 120, 44)
    cloud(scene, 240, 110, 1.1)
    scene.box((0, 330, WIDTH, 120), WATER)
    for index in range(14):
        scene.box(((index * 211) % WIDTH, 340 + (index * 23) % 60, 70, 4), mix(WATER, PAPER, 0.5), 2)
    hill(scene, lambda x: 430 - 46 * math.sin(x / 170) - 22 * math.sin(x / 61), SAND)
    hill(scene, lambda x: 520 - 60 * math.sin(x / 230 + 2.2) - 12 * math.sin(x / 47), DUNE)
    hill(scene, lambda x: 640 + 0.0009 * x**2 - 10 * math.sin(x / 60), GRASS)
    scene.shape(
        [(470, 800), (560, 610), (700, 540), (760, 470), (786, 470), (742, 556), (640, 640), (700, 800)],
        "#f3e7c8",
    )
    scene.shape([(760, 640), (1200, 610), (1200, 800), (820, 800)], STREET)
    for stall in range(4):
        scene.line([(850 + stall * 96, 640), (880 + stall * 104, 730)], PAPER, 5)
    van(scene, 890, 736, PETROL, 0.95)
    for index in range(34):
        tuft(scene, (index * 139) % WIDTH, 470 + (index * 83) % 110, 0.9)
    for x, base, size in ((110, 560, 1.3), (260, 520, 0.9), (1080, 560, 1.1)):
        pine(scene, x, base, size)
    person(scene, 640, 610, ROSE, 0.9)
    scene.box((664, 590, 26, 13), INK, 6)
    return scene


def draw_school() -> Scene:
    scene = Scene("#bfdbe2", "#f5eedd", 360)
    cloud(scene, 820, 100, 1.2)
    scene.box((120, 190, 760, 340), "#d8a56a")
    scene.box((104, 172, 792, 24), PETROL)
    windows(scene, 160, 232, 6, 2, step=(116, 150), size=(86, 96))
    scene.box((880, 290, 240, 240), BRICK)
    scene.box((868, 272, 264, 22), INK)
    scene.box((940, 390, 120, 140), GLASS)
    scene.box((997, 390, 6, 140), PAPER)
    paving(scene, 526, "#cfc7b6")
    scene.shape([(180, 590), (760, 590), (860, 770), (90, 770)], "#8fae9b")
    scene.line([(180, 590), (760, 590), (860, 770), (90, 770), (180, 590)], PAPER, 6)
    scene.line([(470, 590), (474, 770)], PAPER, 6)
    scene.box((182, 470, 10, 150), INK)
    scene.box((160, 440, 90, 56), PAPER, 4)
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
    scene.box((0, 640, WIDTH, 160), STREET)
    for dash in range(40, WIDTH, 160):
        scene.box((dash, 716, 90, 8), PAPER, 3)
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

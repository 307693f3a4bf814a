"""Pictures as a page takes them: upright, without transparency, no larger than print needs."""

from io import BytesIO
from typing import NamedTuple

from PIL import Image, ImageOps

_SIDE = 1_600
_MANY_COLOURS = 1_024
_QUALITY = 85
_ORIENTATION = 0x0112


class Picture(NamedTuple):
    """Bytes that ReportLab embeds, and the size in pixels."""

    data: bytes
    width: int
    height: int


def prepared(image: bytes) -> Picture:
    """The picture for print. A JPEG that is upright and small enough is left as it is."""
    with Image.open(BytesIO(image)) as picture:
        if _fits(picture):
            return Picture(image, *picture.size)
        upright = ImageOps.exif_transpose(picture)
        upright.thumbnail((_SIDE, _SIDE))
        return _saved(_opaque(upright))


def _fits(picture: Image.Image) -> bool:
    upright = picture.getexif().get(_ORIENTATION, 1) == 1
    return picture.format == "JPEG" and picture.mode in {"RGB", "L"} and upright and max(picture.size) <= _SIDE


def _opaque(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    paper = Image.new("RGBA", picture.size, "white")
    paper.alpha_composite(picture.convert("RGBA"))
    return paper.convert("RGB")


def _saved(picture: Image.Image) -> Picture:
    data = BytesIO()
    if picture.getcolors(_MANY_COLOURS) is None:
        picture.save(data, "JPEG", quality=_QUALITY)
    else:
        picture.save(data, "PNG", compress_level=1)
    return Picture(data.getvalue(), *picture.size)

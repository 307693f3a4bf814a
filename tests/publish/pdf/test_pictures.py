"""Pictures as a page takes them."""

from io import BytesIO

import pytest
from PIL import Image

from tests.publish.samples import picture
from werkboek_desktop.publish.pdf.pictures import prepared


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def test_a_small_upright_jpeg_is_left_as_it_is() -> None:
    image = picture(1600, 900, kind="JPEG")
    assert prepared(image) == (image, 1600, 900)


def test_a_large_picture_becomes_as_large_as_print_needs() -> None:
    found = prepared(picture(3200, 1000, kind="JPEG"))
    assert (found.width, found.height) == (1600, 500)
    assert opened(found.data).size == (1600, 500)


def test_a_turned_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    data = BytesIO()
    Image.new("RGB", (60, 40)).save(data, "JPEG", exif=exif)
    assert prepared(data.getvalue())[1:] == (40, 60)


@pytest.mark.parametrize(
    ("mode", "kind"), [("P", "PNG"), ("1", "PNG"), ("LA", "PNG"), ("CMYK", "JPEG"), ("RGB", "BMP"), ("I;16", "PNG")]
)
def test_every_kind_of_picture_becomes_red_green_blue(mode: str, kind: str) -> None:
    data = BytesIO()
    Image.new(mode, (30, 20)).save(data, kind)
    assert opened(prepared(data.getvalue()).data).mode == "RGB"


def test_what_is_transparent_becomes_paper() -> None:
    data = BytesIO()
    Image.new("RGBA", (2, 2), (255, 0, 0, 0)).save(data, "PNG")
    assert opened(prepared(data.getvalue()).data).getpixel((0, 0)) == (255, 255, 255)


def test_a_photo_is_kept_small() -> None:
    colours = BytesIO()
    Image.merge("RGB", [Image.effect_noise((400, 300), 80) for _ in "rgb"]).save(colours, "PNG")
    assert opened(prepared(colours.getvalue()).data).format == "JPEG"

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from werkboek_desktop.errors import AttachmentTooLarge, UnreadableFile, UnreadablePicture
from werkboek_desktop.store import attachments
from werkboek_desktop.store.attachments import keep_original, take_in

ORIENTATION = 0x0112
ARTIST = 0x013B
GPS = 0x8825
RED, BLUE = (200, 20, 20), (20, 20, 200)


def two_halves(width: int = 400, height: int = 200, mode: str = "RGB") -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", (width, height), RED)
    picture.paste(BLUE, (width // 2, 0, width, height))
    return picture.convert(mode)


def secrets(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[ARTIST] = "Fatima van Dijk"
    exif.get_ifd(GPS)[1] = "N"
    exif.get_ifd(GPS)[2] = (51.0, 33.0, 40.0)
    return exif


def opened(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture


def is_like(pixel: object, colour: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(a - b) < 40 for a, b in zip(pixel, colour, strict=False))


@pytest.mark.parametrize("format_", ["JPEG", "PNG", "WEBP", "TIFF"])
def test_place_and_maker_are_gone(tmp_path: Path, format_: str) -> None:
    source = tmp_path / "foto"
    two_halves().save(source, format_, exif=secrets(), comment=b"Fatima van Dijk")
    assert b"Fatima" in source.read_bytes()
    taken = take_in(source)
    assert b"Fatima" not in taken.content
    assert not dict(opened(taken.content).getexif())
    assert taken.original is None


def test_text_in_a_png_is_gone(tmp_path: Path) -> None:
    from PIL.PngImagePlugin import PngInfo

    texts = PngInfo()
    texts.add_text("Author", "C:\\Users\\fatima")
    source = tmp_path / "scherm.png"
    two_halves().save(source, pnginfo=texts)
    assert b"fatima" not in take_in(source).content


def test_a_picture_taken_sideways_stands_upright(tmp_path: Path) -> None:
    source = tmp_path / "foto.jpg"
    two_halves().save(source, exif=secrets(orientation=6))
    picture = opened(take_in(source).content)
    assert picture.size == (200, 400)
    assert is_like(picture.getpixel((100, 50)), RED)
    assert is_like(picture.getpixel((100, 350)), BLUE)


def test_a_large_photo_travels_as_a_work_copy_and_stays_here_in_full(tmp_path: Path) -> None:
    source = tmp_path / "foto.jpg"
    two_halves(4_000, 3_000).save(source, exif=secrets())
    taken = take_in(source)
    assert opened(taken.content).size == (2_000, 1_500)
    assert taken.original
    assert opened(taken.original).size == (4_000, 3_000)
    assert b"Fatima" not in taken.original
    keep_original(tmp_path / "werkboek.wbk", "ab", taken)
    assert (tmp_path / "werkboek originelen" / "ab").read_bytes() == taken.original


def test_a_picture_for_print_becomes_one_for_screens(tmp_path: Path) -> None:
    source = tmp_path / "drukwerk.jpg"
    two_halves(mode="CMYK").save(source)
    picture = opened(take_in(source).content)
    assert (picture.format, picture.mode) == ("JPEG", "RGB")
    assert is_like(picture.getpixel((50, 100)), RED)


def test_a_colour_profile_is_applied_and_taken_out(tmp_path: Path) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    source = tmp_path / "foto.jpg"
    two_halves().save(source, icc_profile=profile)
    picture = opened(take_in(source).content)
    assert "icc_profile" not in picture.info
    assert is_like(picture.getpixel((50, 100)), RED)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_can_be_taken_in(tmp_path: Path, mode: str) -> None:
    source = tmp_path / "plaat.png"
    (Image.new("I;16", (40, 20), 40_000) if mode == "I;16" else two_halves(mode=mode)).save(source)
    picture = opened(take_in(source).content)
    assert picture.format == "PNG"
    assert picture.mode in {"L", "RGB", "RGBA"}


def test_what_is_see_through_stays_so(tmp_path: Path) -> None:
    source = tmp_path / "logo.png"
    Image.new("RGBA", (10, 10), (200, 20, 20, 0)).save(source)
    assert opened(take_in(source).content).getpixel((5, 5)) == (200, 20, 20, 0)


def test_taking_in_a_work_copy_again_keeps_it_small(tmp_path: Path) -> None:
    source = tmp_path / "foto.jpg"
    source.write_bytes(take_in_of(two_halves(4_000, 3_000), tmp_path))
    assert take_in(source).original is None


def take_in_of(picture: Image.Image, folder: Path) -> bytes:
    picture.save(folder / "eerst.jpg")
    return take_in(folder / "eerst.jpg").content


def test_other_files_are_taken_as_they_are(tmp_path: Path) -> None:
    source = tmp_path / "convenant.pdf"
    source.write_bytes(b"%PDF-1.7 and so on")
    assert take_in(source) == (source.read_bytes(), None)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        take_in(tmp_path / "nergens.jpg")
    with pytest.raises(UnreadableFile):
        take_in(tmp_path)


def test_a_file_at_the_limit_is_taken_and_one_past_it_is_not(tmp_path: Path) -> None:
    source = tmp_path / "groot.pdf"
    source.write_bytes(b"%PDF" + bytes(attachments.BYTES - 4))
    assert len(take_in(source).content) == attachments.BYTES
    source.write_bytes(b"%PDF" + bytes(attachments.BYTES - 3))
    with pytest.raises(AttachmentTooLarge, match="25 MB"):
        take_in(source)


def png_header(width: int, height: int) -> bytes:
    """A PNG that claims a size; decoding it would need width × height × 4 bytes."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", size) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("width", "height", "limit"),
    [
        (8_000, 5_001, "40 megapixels"),
        (12_001, 10, "12.000 pixels"),
        (10, 12_001, "12.000 pixels"),
        (10_000, 10_000, "40 megapixels"),
        (100_000, 100_000, "40 megapixels"),
    ],
)
def test_a_bomb_is_refused_by_its_header(tmp_path: Path, width: int, height: int, limit: str) -> None:
    source = tmp_path / "bom.png"
    source.write_bytes(png_header(width, height))
    with pytest.raises(AttachmentTooLarge, match=limit):
        take_in(source)


def test_a_picture_at_the_limit_of_its_side_is_taken(tmp_path: Path) -> None:
    source = tmp_path / "strook.png"
    Image.new("L", (12_000, 2)).save(source)
    assert opened(take_in(source).content).size == (2_000, 1)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff\xe0 not a JPEG at all",
        b"\x89PNG\r\n\x1a\n nor a PNG",
        b"\0\0\0\x18ftypheic and the place where it was taken",
        b"II*\0 a raw photo of a camera",
    ],
)
def test_a_picture_that_cannot_be_cleaned_is_refused(tmp_path: Path, content: bytes) -> None:
    source = tmp_path / "foto"
    source.write_bytes(content)
    with pytest.raises(UnreadablePicture):
        take_in(source)


def test_a_picture_that_is_cut_short_is_refused(tmp_path: Path) -> None:
    source = tmp_path / "foto.jpg"
    two_halves().save(source)
    source.write_bytes(source.read_bytes()[:-400])
    with pytest.raises(UnreadablePicture):
        take_in(source)

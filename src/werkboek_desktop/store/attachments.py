"""Files that are taken in: pictures upright, small enough and without what they tell about place and maker."""

import warnings
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageCms, ImageOps

from werkboek_desktop.errors import AttachmentTooLarge, UnreadableFile, UnreadablePicture
from werkboek_desktop.saving import save

BYTES = 25 << 20
PIXELS = 40_000_000
SIDE = 12_000
WORK_SIDE = 2_000

_FORMATS = ("JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP")
_LOSSLESS = frozenset({"PNG", "GIF", "BMP"})
_WORK_QUALITY = 85
_ORIGINAL_QUALITY = 95
_STARTS = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\0", b"MM\0*")
_BOXED = (b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif")


class Taken(NamedTuple):
    """What travels with the changes, and the same picture in full size where that is larger."""

    content: bytes
    original: bytes | None = None


def take_in(path: Path) -> Taken:
    """Reads a file. A picture is turned upright, brought to sRGB and stripped of its metadata.

    Raises:
        UnreadableFile, UnreadablePicture, AttachmentTooLarge: looked for in the header, before anything is decoded.
    """
    return take_in_bytes(path.name, read_whole(path))


def read_whole(path: Path) -> bytes:
    """A file as it is; raises UnreadableFile, AttachmentTooLarge."""
    try:
        if path.stat().st_size > BYTES:
            raise AttachmentTooLarge(path.name, "25 MB")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path) from error


def take_in_bytes(name: str, data: bytes) -> Taken:
    """The same of what came without a file, such as a picture that was pasted."""
    if len(data) > BYTES:
        raise AttachmentTooLarge(name, "25 MB")
    picture = opened(name, data)
    return _cleaned(name, picture) if picture else Taken(data)


def changed(content: bytes, change: Callable[[Image.Image], Image.Image]) -> Taken:
    """A picture that was taken in, with something done to it. Of what it was, nothing is left in it."""
    picture = opened("afbeelding", content)
    if picture is None:
        raise UnreadablePicture("afbeelding")
    lossless = picture.format in _LOSSLESS
    try:
        done = change(_in_srgb(picture))
    except OSError as error:
        raise UnreadablePicture("afbeelding") from error
    return _packed(done, lossless)


def keep_original(project: Path, sha: str, taken: Taken) -> None:
    """Lays the picture in full size beside the project, for the designer; it never travels."""
    if taken.original is not None:
        folder = _originals(project)
        folder.mkdir(exist_ok=True)
        save(folder / sha, taken.original)


def original(project: Path, sha: str) -> Path:
    """Where a picture lies in full size, if it is larger than its work copy and came in at this computer."""
    return _originals(project) / sha


def _originals(project: Path) -> Path:
    return project.with_name(f"{project.stem} originelen")


def opened(name: str, data: bytes) -> Image.Image | None:
    """The picture in these bytes, of which only the header was read; None for other files."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise AttachmentTooLarge(name, "40 megapixels") from error
    except Exception as error:  # Pillow raises whatever it trips over in a damaged picture
        if _looks_like_picture(data):
            raise UnreadablePicture(name) from error
        return None
    if picture.width * picture.height > PIXELS:
        raise AttachmentTooLarge(name, "40 megapixels")
    if max(picture.size) > SIDE:
        raise AttachmentTooLarge(name, "12.000 pixels per zijde")
    return picture


def _looks_like_picture(data: bytes) -> bool:
    """A picture that cannot be cleaned is refused rather than passed on with the place where it was taken."""
    is_boxed = data[4:8] == b"ftyp" and data[8:12] in _BOXED
    return data.startswith(_STARTS) or is_boxed or (data[:4] == b"RIFF" and data[8:12] == b"WEBP")


def _cleaned(name: str, picture: Image.Image) -> Taken:
    lossless = picture.format in _LOSSLESS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            upright = _in_srgb(ImageOps.exif_transpose(picture))
    except Exception as error:
        raise UnreadablePicture(name) from error
    return _packed(upright, lossless)


def _packed(upright: Image.Image, lossless: bool) -> Taken:
    upright.info.clear()
    if max(upright.size) <= WORK_SIDE:
        return Taken(_encoded(upright, lossless, _WORK_QUALITY))
    smaller = WORK_SIDE / max(upright.size)
    work = upright.resize((max(1, round(upright.width * smaller)), max(1, round(upright.height * smaller))))
    return Taken(_encoded(work, lossless, _WORK_QUALITY), _encoded(upright, lossless, _ORIGINAL_QUALITY))


def _in_srgb(picture: Image.Image) -> Image.Image:
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    profile = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK"}:
        srgb = ImageCms.createProfile("sRGB")
        found = ImageCms.profileToProfile(picture, BytesIO(profile), srgb, outputMode="RGB")
        return found or picture.convert("RGB")
    if picture.mode in {"L", "RGB", "RGBA"} and "transparency" not in picture.info:
        return picture
    has_alpha = "transparency" in picture.info or picture.mode in {"LA", "PA", "La", "RGBa"}
    return picture.convert("RGBA" if has_alpha else "RGB")


def _encoded(picture: Image.Image, lossless: bool, quality: int) -> bytes:
    out = BytesIO()
    if lossless or picture.mode == "RGBA":
        picture.save(out, "PNG", optimize=True)
    else:
        picture.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()

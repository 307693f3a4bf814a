"""Blocks → one PDF file: A4, fonts embedded, nl-NL; the same blocks give the same bytes."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from reportlab import rl_config

from werkboek_desktop.errors import Cancelled, FileExists
from werkboek_desktop.publish.blocks import Opening, Printed
from werkboek_desktop.publish.pdf.flow import Setter
from werkboek_desktop.publish.pdf.fonts import Fonts
from werkboek_desktop.publish.pdf.pages import Pages
from werkboek_desktop.publish.pdf.setting import Flow, Setting
from werkboek_desktop.saving import save

type Progress = Callable[[int, int, str], bool]
"""Told (done, of, Dutch word); answering False stops the work."""

_STEP = 100
# Text instead of bytes in a file made it a quarter larger and a sixth slower.
rl_config.useA85 = 0


def write_pdf(
    path: Path, printed: Printed, fonts: Path, *, progress: Progress | None = None, force: bool = False
) -> tuple[str, ...]:
    """Writes the file, all of it or nothing. `fonts` is the folder with the faces.

    Returns sentences for the check list: characters that no face has are left out.

    Raises:
        FileExists: there is a file, and no `force`.
        NotSaved: the disk does not take it.
        Cancelled: `progress` answered False.
    """
    if path.exists() and not force:
        raise FileExists(path)
    faces = Fonts(fonts)
    data = _pdf(printed, faces, progress or _unwatched)
    save(path, data, force=force)
    return tuple(map(_missing, faces.missing))


def _unwatched(_done: int, _of: int, _word: str) -> bool:
    return True


class _Stopped(Exception):
    """What a page raises: ReportLab makes an exception anew with other words, so it must take any."""


def _pdf(printed: Printed, fonts: Fonts, progress: Progress) -> bytes:
    blocks = len(printed.blocks)

    def report(done: int, word: str) -> None:
        if not progress(done, 2 * blocks, word):
            raise _Stopped

    setting = Setting(fonts)
    out = BytesIO()
    try:
        flow = _flow(printed, Setter(setting), report)
        of = len(flow)
        pages = Pages(out, printed, setting, lambda done: report(blocks + blocks * min(done, of) // of, "pagina’s"))
        pages.build(flow)
    except _Stopped:
        raise Cancelled from None
    return out.getvalue()


def _flow(printed: Printed, setter: Setter, report: Callable[[int, str], None]) -> Flow:
    flow: Flow = []
    for done, block in enumerate(printed.blocks):
        if isinstance(block, Opening) or done % _STEP == 0:
            report(done, "hoofdstukken")
        flow += setter.flow(block)
    return [*flow, *setter.rest()]


def _missing(letter: str) -> str:
    return f"Het teken ‘{letter}’ (U+{ord(letter):04X}) staat in geen van de lettertypen en is weggelaten."

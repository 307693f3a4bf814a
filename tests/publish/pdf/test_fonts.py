"""Which face has which character."""

from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFError

from tests.publish.samples import FONTS
from werkboek_desktop.publish.pdf.fonts import FALLBACK, SANS, SERIF, Fonts

NAMES = "Şahin Yıldız Ğ İ Łukasz Nowak-Wójcik ’t Hoff d’Ancona Súdwest-Fryslân Ŷ ŵ Č ő ţ – “” € … ½ ½"


@pytest.mark.parametrize("face", [*SERIF, *SANS])
def test_every_face_has_the_names_of_people_here(face: str) -> None:
    fonts = Fonts(FONTS)
    assert [segment.face for segment in fonts.segments(NAMES, face)] == [face]
    assert fonts.missing == {}


def test_a_character_that_a_face_lacks_comes_from_the_fallback() -> None:
    fonts = Fonts(FONTS)
    assert list(fonts.segments("a █ b", SERIF.regular)) == [
        (SERIF.regular, "a "),
        (FALLBACK, "█"),
        (SERIF.regular, " b"),
    ]


def test_the_ligatures_of_ij_are_two_letters() -> None:
    assert list(Fonts(FONTS).segments("Ĳ ĳ", SERIF.regular)) == [(SERIF.regular, "IJ ij")]


def test_what_no_face_has_is_left_out_and_remembered_once() -> None:
    fonts = Fonts(FONTS)
    assert "".join(segment.text for segment in fonts.segments("a漢b漢😀c", SERIF.regular)) == "abc"
    assert list(fonts.missing) == ["漢", "😀"]


def test_a_width_counts_every_face() -> None:
    fonts = Fonts(FONTS)
    assert fonts.width("a█", SERIF.regular, 10) == fonts.width("a", SERIF.regular, 10) + fonts.width("█", FALLBACK, 10)


def test_a_folder_without_faces_is_a_fault_of_ours(tmp_path: Path) -> None:
    with pytest.raises(TTFError):
        Fonts(tmp_path).face(SERIF.regular)

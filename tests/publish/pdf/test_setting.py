"""Runs and lists → paragraphs in a style."""

from tests.publish.samples import FONTS
from werkboek_desktop.domain.inline import Run
from werkboek_desktop.publish.blocks import Item, ListBlock, ListStyle, plain
from werkboek_desktop.publish.pdf.drawn import Room
from werkboek_desktop.publish.pdf.fonts import Fonts
from werkboek_desktop.publish.pdf.setting import Setting

SETTING = Setting(Fonts(FONTS))
ITEMS = (Item(plain("een"), ListBlock((Item(plain("diep")),))), Item(plain("twee")))


def signs(block: ListBlock) -> list[str]:
    return [each.bulletText for each in SETTING.items(block, SETTING.styles.items) if not isinstance(each, Room)]


def test_every_list_has_its_signs() -> None:
    assert signs(ListBlock(ITEMS)) == ["•", "–", "•"]
    assert signs(ListBlock(ITEMS, ListStyle.NUMBER)) == ["1.", "–", "2."]
    assert signs(ListBlock(ITEMS, ListStyle.CHECK)) == ["☐", "–", "☐"]


def test_a_question_has_room_for_an_answer() -> None:
    flow = SETTING.items(ListBlock((Item(plain("Wie?")),), ListStyle.QUESTION), SETTING.styles.items)
    assert isinstance(flow[-1], Room)


def test_a_giant_is_set_as_several_paragraphs_and_has_one_sign() -> None:
    giant = (Run("woord " * 2_000),)
    assert len(SETTING.paragraphs(giant, SETTING.styles.body)) > 1
    assert signs(ListBlock((Item(giant),)))[:2] == ["•", None]

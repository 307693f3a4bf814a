"""The page of the manual is what the declaration says."""

from werkboek_desktop.resources import resource
from werkboek_desktop.settings.manual import manual


def test_the_page_about_settings_follows_from_their_declaration() -> None:
    page = resource("..", "docs", "handleiding", "instellingen.md").read_text(encoding="utf-8")
    assert page == manual(), "renew it with `python -m werkboek_desktop.settings.manual`"

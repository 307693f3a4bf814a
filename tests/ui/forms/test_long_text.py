"""A text that is longer than a field holds."""

from tests.ui.forms.conftest import Lay
from werkboek_desktop.ui.prose.input import ProseInput


def test_a_text_that_is_too_long_says_so_and_stays(lay: Lay) -> None:
    paper = lay("case", "summary")
    text = paper.type("summary", "Kort.")
    paper.leave()
    paper.enter("summary")
    assert isinstance(text, ProseInput)
    text.insertPlainText("Een zin van een tekst die te lang is. " * 5_500)
    paper.leave()
    assert "langer dan 200000 tekens" in paper.said("summary")
    assert len(text.value()) > 200_000
    assert paper.value("summary") == "Kort."

"""Words as they stand on the screen."""

from werkboek_desktop.ui.words import foldable


def test_an_address_goes_on_in_the_next_line_after_a_part_of_it_and_other_words_stay_whole() -> None:
    text = "Mail kolenbuurt@meerdrecht.example, of bel de wijkagent."
    folded = foldable(text)
    assert folded.split("\u200b") == ["Mail kolenbuurt@", "meerdrecht.", "example, of bel de wijkagent."]
    assert folded.replace("\u200b", "") == text

"""A proposal word for word: what nobody wrote so, and only where versions are not in each other's way."""

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.difference import Stretch, Tone
from werkboek_desktop.domain.proposal import merge_words, propose
from werkboek_desktop.domain.view import FieldView, Status, Variant
from werkboek_desktop.domain.weave import Text, Variants

BEGAN = (
    "Wij werken samen met de politie, de woningcorporatie en het welzijnswerk. De school doet soms mee. "
    "Bewoners worden uitgenodigd als er iets te melden is."
)
MINE = BEGAN.replace("de woningcorporatie", "woningcorporatie De Haven").replace(
    "school doet soms mee", "basisschool doet sinds september vast mee"
)
HIS = BEGAN.replace("soms mee", "mee als het om jonge aanwas gaat").replace(
    "worden uitgenodigd als er iets te melden is", "zitten met twee mensen aan tafel"
)


def conflict(*texts: str, before: str = "", after: str = "") -> FieldView:
    variants = tuple(Variant(f"{before}{text}{after}", "m", at, (str(at),)) for at, text in enumerate(texts))
    around = [Text(side.strip()) if side else None for side in (before, after)]
    parts = (around[0], Variants({str(at): text for at, text in enumerate(texts)}), around[1])
    heads = tuple(str(at) for at in range(len(texts)))
    return FieldView(Status.CONFLICT, None, heads, variants, tuple(part for part in parts if part))


def test_two_people_at_different_words_of_one_sentence_come_together() -> None:
    assert merge_words(BEGAN, [MINE, HIS]) == (
        "Wij werken samen met de politie, woningcorporatie De Haven en het welzijnswerk. "
        "De basisschool doet sinds september vast mee als het om jonge aanwas gaat. "
        "Bewoners zitten met twee mensen aan tafel."
    )


def test_it_proposes_nothing_where_people_are_in_each_others_way() -> None:
    began = "Er zijn 12 panden gesloten."
    assert merge_words(began, ["Er zijn 15 panden gesloten.", "Er zijn 20 panden gesloten."]) is None
    assert merge_words(began, ["Er zijn 15 panden gesloten.", "Er zijn 12 woningen gesloten."]) is None
    assert merge_words(began, ["", "Er zijn 12 oude panden gesloten."]) is None


def test_a_word_that_two_people_wrote_alike_stands_once() -> None:
    texts = ["Nu zijn 15 panden dicht.", "Er zijn 15 panden dicht, zei men."]
    assert merge_words("Er zijn 12 panden dicht.", texts) == "Nu zijn 15 panden dicht, zei men."


def test_lines_and_their_markers_stay_lines() -> None:
    began = "- Bel de wijkagent.\n- Bel de school."
    texts = ["- Bel eerst de wijkagent.\n- Bel de school.", "- Bel de wijkagent.\n- Bel de school.\n- Bel de buurt."]
    assert merge_words(began, texts) == "- Bel eerst de wijkagent.\n- Bel de school.\n- Bel de buurt."


def test_what_is_proposed_is_the_whole_text_and_shown_without_what_nobody_disputes() -> None:
    view = conflict("Zij bellen vaak aan.", "Zij bellen soms niet aan.", before="Wij belden. ", after=" Klaar.")
    found = propose(view, "Wij belden. Zij bellen soms aan. Klaar.")
    assert found is None  # vaak, where another writes beside soms
    view = conflict("Zij bellen soms nog aan.", "Wij bellen soms aan.", before="Wij belden. ", after=" Klaar.")
    found = propose(view, "Wij belden. Zij bellen soms aan. Klaar.")
    assert found
    assert found.text == "Wij belden. Wij bellen soms nog aan. Klaar."
    assert "".join(stretch.text for stretch in found.stretches).split() == "… Wij bellen soms nog aan. …".split()
    assert Stretch("nog ", Tone.ADDED) in found.stretches


def test_what_one_person_wrote_already_is_no_proposal() -> None:
    assert propose(conflict("Wij bellen aan.", "Wij bellen."), "Wij bellen aan.") is None


def test_without_a_beginning_there_is_no_proposal() -> None:
    assert propose(conflict("Wij bellen.", "Zij bellen."), "") is None


WORDS = st.lists(st.sampled_from(["de", "wijk", "school.", "doet", "mee,", "soms", "\n- een", "’s avonds"]), max_size=9)
TEXTS = WORDS.map(lambda words: " ".join(words).replace(" \n", "\n").strip())


@given(TEXTS, TEXTS, TEXTS)
def test_it_holds_only_words_that_somebody_wrote_and_the_order_of_versions_is_nothing_to_it(
    began: str, one: str, other: str
) -> None:
    merged = merge_words(began, [one, other])
    assert merged == merge_words(began, [other, one])
    if merged is not None:
        known = f"{one} {other}"
        assert all(word in known for word in merged.replace(".", " ").replace(",", " ").split())


@given(TEXTS, TEXTS)
def test_one_edit_alone_is_itself(began: str, one: str) -> None:
    merged = merge_words(began, [one, began])
    assert merged is not None
    assert merged.split() == one.split()

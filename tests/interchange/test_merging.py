"""An edit in a document beside one in the program: they merge or conflict as anyone's do."""

from hypothesis import given
from hypothesis import strategies as st

from tests.interchange.samples import FEWER, document, value_in
from tests.interchange.test_documents import edited_sentence
from werkboek_desktop.domain.change import MERGE_RULE, Op
from werkboek_desktop.domain.history import Entry, FieldHistory
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import FieldView, Status

SENTENCES = [
    f"Dit is zin nummer {word} van de tekst." for word in ("een", "twee", "drie", "vier", "vijf", "zes", "zeven")
]
SHAPES = st.lists(st.sampled_from([" ", "\n", "\n- ", "\n## ", "\n> "]), min_size=6, max_size=6)

APART = st.tuples(st.integers(0, 6), st.integers(0, 6)).filter(lambda places: abs(places[0] - places[1]) > 1)


def together(base: str, there: str, here: str) -> FieldView:
    """What a field shows with both edits of the same value."""
    values = {"a": (base, ()), "w": (there, ("a",)), "h": (here, ("a",))}
    entries = [
        Entry(id_, parents, 1 + len(parents), value, None, 0, Op.EDIT, MERGE_RULE)
        for id_, (value, parents) in values.items()
    ]
    return FieldHistory(ValueType.PROSE, entries).view()


@FEWER
@given(SHAPES, APART, st.sampled_from(["beslist", "niet meer", "(nog)"]))
def test_edits_of_sentences_apart_are_both_there(shapes: list[str], places: tuple[int, int], word: str) -> None:
    there, here = places
    base = SENTENCES[0] + "".join(f"{shape}{text}" for shape, text in zip(shapes, SENTENCES[1:], strict=True))
    rewritten = SENTENCES[there].replace("Dit is", f"Dit is {word}")
    came = value_in(edited_sentence(document({"context": base}), SENTENCES[there], rewritten), "context", base)
    assert came == base.replace(SENTENCES[there], rewritten)
    local = base.replace(SENTENCES[here], SENTENCES[here].replace("tekst", "bladzijde"))
    view = together(base, came, local)
    assert view.status is Status.MERGED
    assert view.value == came.replace(SENTENCES[here], SENTENCES[here].replace("tekst", "bladzijde"))


@FEWER
@given(SHAPES, st.integers(0, 6))
def test_edits_of_one_sentence_are_two_versions(shapes: list[str], at: int) -> None:
    base = SENTENCES[0] + "".join(f"{shape}{text}" for shape, text in zip(shapes, SENTENCES[1:], strict=True))
    rewritten = SENTENCES[at].replace("Dit is", "Dit blijft")
    came = value_in(edited_sentence(document({"context": base}), SENTENCES[at], rewritten), "context", base)
    view = together(base, came, base.replace(SENTENCES[at], SENTENCES[at].replace("tekst", "bladzijde")))
    assert view.status is Status.CONFLICT

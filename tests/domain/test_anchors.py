"""Remarks about a sentence find it again: where it was moved to, what was written instead, or that it is gone."""

from collections.abc import Iterable

import pytest

from tests.domain.weave_histories import History
from tests.domain.weave_oracle import SENTENCE
from werkboek_desktop.domain.anchors import Anchors, Found, How, Spot
from werkboek_desktop.domain.change import MERGE_RULE, Op
from werkboek_desktop.domain.history import Entry, FieldHistory
from werkboek_desktop.domain.tokens import tokenize
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.weave import Weave

HISTORIES = 60


class Written:
    """A text that several people write; each change is called by a letter."""

    def __init__(self, **changes: tuple[str | None, str]) -> None:
        self.entries: list[Entry] = []
        for name, (value, parents) in changes.items():
            depth = 1 + max((each.depth for each in self.entries if each.id in parents), default=0)
            entry = Entry(name, tuple(parents), depth, value, None, 0, Op.EDIT, MERGE_RULE, erased=value is None)
            self.entries.append(entry)

    def anchors(self) -> Anchors:
        return Anchors(FieldHistory(ValueType.PROSE, self.entries))

    def find(self, anchor: str) -> tuple[How, list[str]]:
        anchors = self.anchors()
        found = anchors.locate(anchor)
        return found.how, said(anchors, found.spots)


def said(anchors: Anchors, spots: Iterable[Spot]) -> list[str]:
    return [tokenize(anchors.texts[spot.head])[spot.token] for spot in spots]


BEGIN = "De buurt was stil. De winkel ging dicht. De wijkagent kwam langs."
CLOSED, CAME = "De winkel ging dicht.", "De wijkagent kwam langs."


def test_a_sentence_stands_where_others_wrote_round_it() -> None:
    text = Written(a=(BEGIN, ""), b=(f"Eerst dit even. {BEGIN}", "a"), c=(f"{BEGIN} En ten slotte dit.", "a"))
    assert text.find("a:1") == (How.STANDS, [CLOSED])
    anchors = text.anchors()
    (spot,) = anchors.locate("a:1").spots
    assert anchors.anchor(spot) == "a:1"
    assert spot == Spot(2)


@pytest.mark.parametrize(
    ("values", "how", "now"),
    [
        ([f"De buurt was stil. {CAME}\n{CLOSED}"], How.MOVED, [CLOSED]),
        ([f"De buurt was stil. {CAME}\n{CLOSED}", f"{CLOSED} De buurt was stil. {CAME}"], How.MOVED, [CLOSED]),
        ([f"De buurt was stil. {CAME}", BEGIN], How.MOVED, [CLOSED]),
        (
            [f"De buurt was stil. De winkel sloot in mei. {CAME}"],
            How.REWRITTEN,
            ["De winkel sloot in mei."],
        ),
        (
            [f"Rustig was het er. De winkel sloot in mei. {CAME}"],
            How.REWRITTEN,
            ["De winkel sloot in mei."],
        ),
        (
            [f"De buurt was stil. In mei was het zover. De winkel sloot. {CAME}"],
            How.REWRITTEN,
            ["In mei was het zover.", "De winkel sloot."],
        ),
        (
            [f"De buurt was stil. De winkel sloot in mei. {CAME}", f"De buurt was stil. {CAME}\nHij sloot in juni."],
            How.GONE,
            [],
        ),
        (
            [f"{CLOSED} De buurt was stil. {CAME}", f"De deur ging dicht. De buurt was stil. {CAME}"],
            How.REWRITTEN,
            ["De deur ging dicht."],
        ),
        ([f"De buurt was stil. {CAME}"], How.GONE, []),
        ([f"De buurt was stil. {CAME} Er kwam iets bij."], How.GONE, []),
        ([""], How.GONE, []),
    ],
)
def test_what_becomes_of_a_sentence(values: list[str], how: How, now: list[str]) -> None:
    names = "bcdef"
    later = {names[i]: (value, "abcdef"[i]) for i, value in enumerate(values)}
    text = Written(a=(BEGIN, ""), **later)
    assert text.find("a:1") == (how, now)
    assert text.anchors().locate("a:1").words == CLOSED


def test_in_two_versions_it_is_at_all_its_places() -> None:
    text = Written(a=(f"Nee. {CLOSED}", ""), b=(f"Ja. {CLOSED}", "a"), c=(f"Zeker. {CLOSED} Maar goed ook.", "a"))
    anchors = text.anchors()
    found = anchors.locate("a:1")
    assert found == Found(How.STANDS, (Spot(1, "c"), Spot(1, "b")), CLOSED)
    assert {anchors.anchor(spot) for spot in found.spots} == {"a:1"}
    assert text.find("a:0") == (How.REWRITTEN, ["Zeker.", "Ja."])


def test_one_of_two_short_sentences_is_not_the_other() -> None:
    text = Written(a=(f"Zie bijlage. {CLOSED} Zie bijlage.", ""), b=(f"{CLOSED} Zie bijlage.", "a"))
    assert text.find("a:2") == (How.STANDS, ["Zie bijlage."])
    assert text.find("a:0") == (How.GONE, [])


def test_nothing_is_known_of_what_was_erased_or_never_came_or_is_no_anchor() -> None:
    text = Written(a=(None, ""), b=(BEGIN, "a"))
    for anchor in ("a:1", "z:0", "b:9", "b:-1", "b:x", "b:²", "b:3", "b", "", ":"):
        assert text.anchors().locate(anchor) == Found(How.GONE), anchor
    assert text.anchors().anchor(Spot(99)) == ""
    assert list(Written().anchors().sentences()) == []


def grown(seed: int) -> tuple[History, Anchors]:
    history = History(seed)
    history.run(3 + seed % 20)
    steps = history.steps.values()
    entries = (Entry(s.change, s.parents, s.depth, s.value, None, 0, Op.EDIT, MERGE_RULE) for s in steps)
    return history, Anchors(FieldHistory(ValueType.PROSE, entries))


def faults(seed: int) -> list[tuple[str, How]]:
    """Every sentence of every change that was looked for and not found as it should be."""
    history, anchors = grown(seed)
    shown = {text for _spot, text in anchors.sentences()}
    wrong = []
    for step in history.steps.values():
        for place, sentence in enumerate(tokenize(step.value)):
            if SENTENCE.fullmatch(sentence):
                found = anchors.locate(f"{step.change}:{place}")
                now = set(said(anchors, found.spots))
                same = now == {sentence} if found.how in {How.STANDS, How.MOVED} else sentence not in shown
                there = bool(now) is (found.how is not How.GONE) and all(map(SENTENCE.fullmatch, now))
                if not (same and there and found.words == sentence):
                    wrong.append((sentence, found.how))
    return wrong


def test_a_sentence_that_stands_anywhere_is_found_in_any_history() -> None:
    assert [seed for seed in range(HISTORIES) if faults(seed)] == []


@pytest.mark.thorough
def test_a_sentence_that_stands_anywhere_is_found_in_many_histories() -> None:
    assert [seed for seed in range(HISTORIES, 5_000) if faults(seed)] == []


def test_what_is_shown_is_anchored_and_found_at_its_place() -> None:
    how = set()
    for seed in range(HISTORIES):
        history, anchors = grown(seed)
        for spot, _text in anchors.sentences():
            assert spot in anchors.locate(anchors.anchor(spot)).spots
        steps = history.steps.values()
        how |= {anchors.locate(f"{s.change}:{i}").how for s in steps for i in range(len(tokenize(s.value)))}
    assert how == set(How)


def test_a_wrong_place_in_a_merged_text_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    right = Weave.standing

    def shifted(self: Weave, heads: tuple[str, ...]) -> list[tuple[int, ...]]:
        found = right(self, heads)
        return found[1:] + found[:1] if len(heads) > 1 else found

    monkeypatch.setattr(Weave, "standing", shifted)
    assert any(faults(seed) for seed in range(HISTORIES))

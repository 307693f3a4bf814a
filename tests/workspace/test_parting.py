"""What changes weigh, and how they are put together."""

from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.bundle.samples import CASE, Pen, histories, sealed_bytes
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.workspace.parting import pieces, weigh

LONG = "".join(Random(3).choices("abcdefgh ", k=4_000))


def weight(change: Change, *others: Change) -> int:
    return weigh([*others, change], {}).of[change.id]


def test_a_text_weighs_what_it_adds_to_the_one_before() -> None:
    pen = Pen()
    first = pen.write(LONG)
    edited = pen.write(LONG[:2_000] + "iets erbij" + LONG[2_000:], seen=[first])
    other = pen.write(LONG[::-1], seen=[first])
    same = pen.write(LONG, seen=[first])
    assert weight(same, first) <= weight(edited, first) < weight(other, first) // 4
    assert abs(weight(other, first) - weight(first)) < 10
    assert weight(edited) > weight(edited, first)


def test_a_file_weighs_once() -> None:
    pen = Pen()
    parts: dict[str, Any] = {"kind": "image", "field": "file", "type": ValueType.ATTACHMENT}
    first, second = (pen.write("ab" * 32, record=f"{number}0" * 16, **parts) for number in (1, 2))
    weights = weigh([first, second], {"ab" * 32: 5_000_000})
    assert weights.of[first.id] > 5_000_000 > 1_000 > weights.of[second.id]
    assert weights.files == {first.id: "ab" * 32}


def test_a_guess_is_near_what_a_bundle_weighs() -> None:
    pen, chance = Pen(), Random(5)
    words = [f"woord{number}" for number in range(3_000)]
    texts = [" ".join(chance.choices(words, k=60)) for _ in range(300)]
    changes = [pen.write(text, record=f"{number:032x}") for number, text in enumerate(texts)]
    assert 0.5 < weigh(changes, {}).together(changes) / len(sealed_bytes(changes)) < 1.5


@given(histories(), st.integers(1, 2_000), st.booleans())
def test_each_change_is_in_one_portion_and_what_can_be_smaller_is(
    changes: list[Change], room: int, owned: bool
) -> None:
    weights = weigh(changes, {})
    owners = {"ab" * 16: CASE, CASE: "ab" * 16} if owned else {}
    found = pieces(changes, weights, room, owners)
    assert sorted(change.id for portion in found for change in portion) == sorted(change.id for change in changes)
    assert all(weights.together(portion) <= room or len(portion) == 1 for portion in found)
    if weights.together(changes) <= room:
        assert len(found) <= 1

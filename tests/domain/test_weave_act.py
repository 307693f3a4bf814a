"""What a change did, as bytes for the cache."""

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.weave_act import Act, Run, Token

NAMES = ["00" * 32, "ab" * 32, "ff" * 32]
numbers = st.integers(0, 2**40)
tokens = st.builds(Token, st.sampled_from(NAMES), numbers)
runs = st.builds(Run, st.none() | tokens, numbers, numbers)


@given(st.builds(Act, *(st.lists(items, max_size=5).map(tuple) for items in (runs, tokens, tokens))))
def test_bytes_give_the_act_back(act: Act) -> None:
    assert Act.from_bytes(act.to_bytes()) == act


def test_one_sentence_replaced_takes_some_forty_bytes() -> None:
    token = Token(NAMES[1], 7)
    act = Act((Run(token, 3, 1),), (Token(NAMES[1], 8),), ())
    assert len(act.to_bytes()) == 1 + 32 + 5 + 3 + 1


def test_the_bytes_are_the_same_for_ever() -> None:
    act = Act((Run(None, 0, 300), Run(Token(NAMES[2], 1), 301, 2)), (Token(NAMES[1], 0),), (Token(NAMES[2], 128),))
    assert act.to_bytes().hex() == "02" + NAMES[1] + NAMES[2] + "02000000ac020201ad020201010001028001"

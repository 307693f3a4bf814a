import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.approvals import Answer, Next, State, asks, next_step, state, told
from werkboek_desktop.domain.today_facts import Sort
from werkboek_desktop.domain.version import Outcome, holds


def answer(outcome: str | None, verdict: Outcome = Outcome.EQUAL, on: str = "2026-03-12") -> Answer:
    return Answer(outcome, on, 0, verdict)


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], None),
        ([answer("approved")], None),
        ([answer("minor_correction")], None),
        ([answer("approved", Outcome.CHANGED)], Sort.LAPSED),
        ([answer("approved", Outcome.CHANGED), answer("minor_correction", on="2026-03-20")], None),
        ([answer("approved", Outcome.NOT_YET)], None),
        ([answer("approved", Outcome.ERASED)], None),
        ([answer("refused")], Sort.REFUSED),
        ([answer("refused", Outcome.CHANGED)], Sort.REFUSED),
        ([answer("approved"), answer("refused", on="2026-03-20")], Sort.REFUSED),
        ([answer("refused", Outcome.CHANGED), answer("approved", on="2026-03-20")], None),
        ([answer("approved", Outcome.CHANGED), answer("ask_again", Outcome.CHANGED, "2026-03-20")], Sort.ASK_AGAIN),
        ([answer(None)], None),
    ],
)
def test_what_answers_ask_for(answers: list[Answer], expected: Sort | None) -> None:
    assert asks(answers) is expected


@given(
    st.lists(
        st.builds(
            Answer,
            st.sampled_from(["approved", "refused", "minor_correction", "ask_again", None]),
            st.sampled_from(["", "2026-03-12", "2026-03-20"]),
            st.integers(0, 2),
            st.sampled_from(Outcome),
        )
    )
)
def test_an_akkoord_that_stands_asks_nothing_in_whatever_order_the_answers_come(answers: list[Answer]) -> None:
    assert asks(answers) == asks(answers[::-1])
    if holds(each.outcome for each in answers if each.verdict is Outcome.EQUAL):
        assert asks(answers) is None


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([], State.UNASKED),
        ([answer(None)], State.UNASKED),
        ([answer("approved")], State.STANDS),
        ([answer("approved", Outcome.NOT_YET)], State.NOT_YET),
        ([answer("approved", Outcome.ERASED)], State.ERASED),
        ([answer("refused"), answer("approved", on="2026-03-20")], State.REFUSED),
    ],
)
def test_how_an_akkoord_stands(answers: list[Answer], expected: State) -> None:
    assert state(answers) is expected


@pytest.mark.parametrize(
    ("states", "waits", "expected"),
    [
        ([State.UNASKED, State.UNASKED], False, Next.SEND),
        ([State.UNASKED], True, Next.REGISTER),
        ([State.STANDS, State.LAPSED], False, Next.DECIDE),
        ([State.STANDS, State.LAPSED], True, Next.REGISTER),
        ([State.STANDS, State.ASK_AGAIN], False, Next.SEND),
        ([State.ASK_AGAIN], True, Next.REGISTER),
        ([State.STANDS, State.UNASKED], False, Next.REGISTER),
        ([State.NOT_YET, State.UNASKED], False, Next.NOTHING),
        ([State.STANDS, State.STANDS], False, Next.NOTHING),
    ],
)
def test_the_one_thing_to_do(states: list[State], waits: bool, expected: Next) -> None:
    assert next_step(states, waits=waits) is expected


def test_what_does_not_stand_is_told_of_the_right_thing() -> None:
    assert told("quote", State.LAPSED) == "Het citaat is gewijzigd na het akkoord van wie het gaf."
    assert told("photo", State.LAPSED) == "De foto is gewijzigd na het akkoord van wie het gaf."
    assert told("partner", State.LAPSED) == "De tekst is gewijzigd na het akkoord van de partner."
    assert not any(told(type_, State.STANDS) for type_ in ("municipality", "reader", "a_newer_one"))
    assert all(told("a_newer_one", how) for how in State if how not in {State.STANDS, State.UNASKED})

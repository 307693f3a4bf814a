"""To which side measures lean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.overview.cases import field, made, measures
from werkboek_desktop.domain.overview.leaning import Lean, is_disputed, lean, one_sidedness, together, words
from werkboek_desktop.domain.workflow import Balance

balances = st.builds(Balance, *[st.integers(0, 50)] * 4)


@pytest.mark.parametrize(
    ("balance", "expected"),
    [
        (Balance(0, 0, 0), Lean.NONE),
        (Balance(0, 0, 0, 2), Lean.UNKNOWN),
        (Balance(1, 0, 0), Lean.REPRESSIVE),
        (Balance(0, 1, 0), Lean.PREVENTIVE),
        (Balance(0, 0, 3), Lean.EVEN),
        (Balance(2, 1, 0), Lean.EVEN),
        (Balance(3, 1, 0), Lean.REPRESSIVE),
        (Balance(1, 3, 1), Lean.PREVENTIVE),
        (Balance(4, 4, 1, 9), Lean.EVEN),
    ],
)
def test_a_balance_has_a_word(balance: Balance, expected: Lean) -> None:
    assert lean(balance) is expected


def test_a_type_in_conflict_makes_the_whole_case_unknown() -> None:
    disputed = measures("repressive", "repressive", field("repressive", "preventive"))
    assert is_disputed(disputed)
    entry = made(disputed)
    assert entry.lean is Lean.UNKNOWN
    assert entry.balance == Balance(2, 0, 0, 1)


def test_a_type_from_a_newer_program_is_counted_and_unknown() -> None:
    entry = made(measures("repressive", "een_nieuwe_soort", None))
    assert entry.balance == Balance(1, 0, 0, 2)
    assert entry.lean is Lean.REPRESSIVE


def test_a_balance_in_words_leaves_out_what_does_not_occur() -> None:
    assert words(Balance(4, 4, 1)) == "4 repressief · 1 beide · 4 preventief"
    assert words(Balance(0, 0, 0, 1)) == "1 onbekend"
    assert words(Balance(0, 0, 0)) == "geen maatregelen"


@given(balances)
def test_the_other_way_round_it_leans_to_the_other_side(balance: Balance) -> None:
    turned = Balance(balance.preventive, balance.repressive, balance.both, balance.unknown)
    opposite = {Lean.REPRESSIVE: Lean.PREVENTIVE, Lean.PREVENTIVE: Lean.REPRESSIVE}
    assert lean(turned) is opposite.get(lean(balance), lean(balance))
    assert one_sidedness(turned) == one_sidedness(balance)
    assert one_sidedness(balance) <= 1


@given(st.lists(balances))
def test_no_measure_is_lost_in_adding_up(parts: list[Balance]) -> None:
    assert sum(together(parts)) == sum(map(sum, parts))
    assert together(parts).unknown == sum(part.unknown for part in parts)

"""The one order of all tokens, whatever the order in which they come."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.weave_order import START, Order, place_of, token_of, writer_of


def ordered(order: Order) -> list[int]:
    tokens = list(order)
    assert sorted(tokens, key=order.label.__getitem__) == tokens
    return tokens


def test_a_token_is_its_writer_and_its_place() -> None:
    token = token_of(12_345, 678)
    assert (writer_of(token), place_of(token)) == (12_345, 678)


def test_new_tokens_stand_right_behind_the_one_on_their_left() -> None:
    order = Order()
    for depth in (1, 2, 3):
        order.add_writer((-depth, "id"))
    one, two, three = ([token_of(writer, place) for place in range(2)] for writer in range(3))
    order.insert(START, one)
    order.insert(one[0], two)
    order.insert(one[0], three)
    assert ordered(order) == [one[0], *three, *two, one[1]]


def test_of_two_that_did_not_know_each_other_the_deepest_stands_first_then_the_lowest_id() -> None:
    for arrival in ((0, 1, 2), (2, 1, 0), (1, 2, 0)):
        ranks = [(-2, "a"), (-2, "b"), (-3, "c")]
        order = Order()
        tokens = {}
        for index, name in enumerate(arrival):
            order.add_writer(ranks[name])
            tokens[token_of(index, 0)] = name
            order.insert(START, [token_of(index, 0)])
        assert [tokens[token] for token in ordered(order)] == [2, 0, 1]


@given(st.integers(0, 2**32))
def test_the_order_is_the_tree_and_not_the_arrival(seed: int) -> None:
    """A tree of writers, each behind a token it knew, comes in twice: by depth and shuffled."""
    random = Random(seed)
    lefts: list[int | None] = [None]
    depths = [1]
    for writer in range(1, 12):
        lefts.append(random.choice([None, *range(writer)]))
        left = lefts[-1]
        depths.append(random.randint(1, 3) + (0 if left is None else depths[left]))
    names = [f"{random.random()}" for _ in lefts]

    def built(arrival: list[int]) -> list[int]:
        order = Order()
        index = {writer: i for i, writer in enumerate(arrival)}
        for writer in arrival:
            order.add_writer((-depths[writer], names[writer]))
            left = lefts[writer]
            order.insert(START if left is None else token_of(index[left], 0), [token_of(index[writer], 0)])
        return [arrival[writer_of(token)] for token in ordered(order)]

    arrival: list[int] = []
    while len(arrival) < len(lefts):
        ready = [w for w, left in enumerate(lefts) if w not in arrival and (left is None or left in arrival)]
        arrival.append(random.choice(ready))
    assert built(arrival) == built(list(range(len(lefts))))


def test_a_crowded_place_gets_room_again() -> None:
    order = Order()
    expected: list[int] = []
    for writer in range(500):
        order.add_writer((-writer, "id"))
        order.insert(START, [token_of(writer, 0), token_of(writer, 1)])
        expected = [token_of(writer, 0), token_of(writer, 1), *expected]
    assert ordered(order) == expected

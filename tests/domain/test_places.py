from collections.abc import Mapping, Sequence
from itertools import pairwise

from hypothesis import find, given
from hypothesis import strategies as st

from werkboek_desktop.domain.places import Hung, Tree, key_between, keys_between
from werkboek_desktop.domain.values import PLACE_KEY_CHARACTERS, Place, ValueType, check


def entropy(size: int) -> bytes:
    return bytes(size)


def hung(id_: str, parent: str | None, key: str, *, depth: int = 1, deleted: bool = False) -> Hung:
    return Hung(id_, Place(parent, key), (depth, id_), deleted)


def moved(tree: Sequence[Hung], writes: Mapping[str, Place]) -> Tree:
    """The tree after these places were written."""
    after = {record.id: record for record in tree}
    for id_, place in writes.items():
        before = after.get(id_, Hung(id_, None))
        after[id_] = before._replace(place=place, rank=(before.rank[0] + 1, id_))
    return Tree(after.values())


def test_siblings_are_sorted_by_key_and_then_by_id() -> None:
    tree = Tree([hung("b", None, "0.20001"), hung("c", None, "0.1"), hung("a", None, "0.20001")])
    assert tree.children() == ("c", "a", "b")


def test_a_record_without_a_place_or_with_a_parent_that_is_not_here_comes_last() -> None:
    tree = Tree([Hung("a", None), hung("b", "elsewhere", "0.1"), hung("c", None, "0.9")])
    assert tree.children() == ("c", "a", "b")


def test_a_deleted_parent_stays_as_an_invisible_node() -> None:
    records = [
        hung("a", None, "0.1"),
        hung("b", None, "0.2", deleted=True),
        hung("c", None, "0.3"),
        hung("d", "b", "0.5"),
        hung("e", "b", "0.4"),
    ]
    tree = Tree(records)
    assert tree.children() == ("a", "e", "d", "c")
    assert (tree.children("b"), tree.parent("d")) == (("e", "d"), None)
    behind = tree.move("a", None, "e", entropy)
    assert behind["a"].parent == "b"
    assert moved(records, behind).children() == ("e", "a", "d", "c")


def test_of_a_cycle_the_highest_hangs_at_top_level_with_its_key() -> None:
    records = [
        hung("a", "b", "0.3", depth=2),
        hung("b", "a", "0.2", depth=3),
        hung("c", None, "0.1"),
        hung("d", "a", "0.1"),
    ]
    tree = Tree(records)
    assert (tree.cut, tree.children(), tree.children("b"), tree.children("a")) == (
        ("b",),
        ("c", "b"),
        ("a",),
        ("d",),
    )
    assert tree.is_below("d", "b")
    assert not tree.is_below("b", "a")


def test_of_two_cycles_each_loses_one() -> None:
    above = {"a": "b", "b": "a", "c": "d", "d": "e", "e": "c", "f": "a"}
    tree = Tree(hung(id_, parent, "0.1") for id_, parent in above.items())
    assert tree.cut == ("b", "e")


def test_a_record_below_itself_is_a_cycle_of_one() -> None:
    assert Tree([hung("a", "a", "0.1")]).children() == ("a",)


def test_the_next_move_writes_what_a_cycle_put_at_top_level() -> None:
    records = [hung("a", "b", "0.3"), hung("b", "a", "0.2"), hung("c", None, "0.1")]
    writes = Tree(records).move("c", "a", None, entropy)
    assert writes["b"] == Place(None, "0.2")
    assert moved(records, writes).cut == ()


def test_a_neighbour_that_never_had_a_place_gets_one() -> None:
    records = [Hung("a", None), Hung("b", None), hung("c", "elsewhere", "0.1"), Hung("d", None)]
    writes = Tree(records).move("d", None, "a", entropy)
    assert set(writes) == {"a", "d"}
    assert moved(records, writes).children()[:3] == ("a", "d", "b")


def test_the_last_place_is_behind_all_that_is_seen() -> None:
    records = [hung("a", None, "0.1"), hung("b", None, "0.2", deleted=True), hung("c", "b", "0.1")]
    assert moved(records, Tree(records).last("d", entropy)).children() == ("a", "c", "d")
    assert moved([], Tree([]).last("d", entropy)).children() == ("d",)
    assert moved(records, Tree(records).last("a", entropy)).children() == ("c", "a")


def test_equal_keys_are_written_anew_to_make_room() -> None:
    records = [hung(id_, None, "0.55") for id_ in "abc"]
    writes = Tree(records).move("d", None, "a", entropy)
    assert moved(records, writes).children() == ("a", "d", "b", "c")


def test_a_thousand_added_one_by_one_at_either_end_have_short_keys() -> None:
    keys = keys_between(None, None, 2_000, entropy) or []
    assert max(map(len, keys)) == len("0.12345678")
    first = keys[0]
    for _ in range(2_000):
        first = key_between(None, first, entropy) or ""
    assert len(first) == len("0.12345678")


def test_no_key_is_longer_than_allowed() -> None:
    low, high = "0.10000", "0.20000"
    inserted = 0
    while key := key_between(low, high, entropy):
        assert low < key < high
        assert len(key) <= PLACE_KEY_CHARACTERS
        high, inserted = key, inserted + 1
    assert inserted > 100


FRACTIONS = st.text("0123456789", min_size=1, max_size=12).map(lambda digits: f"0.{digits}")


@given(FRACTIONS, FRACTIONS, st.binary(min_size=8, max_size=8))
def test_a_key_lies_between_its_neighbours(one: str, other: str, noise: bytes) -> None:
    low, high = sorted((one, other))
    key = key_between(low, high, lambda _: noise)
    if key is None:
        assert float(low) == float(high)
    else:
        assert low < key < high
        assert check(ValueType.PLACE, Place(None, key)) == Place(None, key)


@st.composite
def trees(draw: st.DrawFn) -> list[Hung]:
    ids = draw(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1))
    parents = st.none() | st.sampled_from("abcdefgh")
    keys = st.sampled_from(["0.1", "0.2", "0.20", "0.3"])
    return [
        Hung(
            id_,
            draw(st.none() | st.builds(Place, parents, keys)),
            (draw(st.integers(1, 3)), id_),
            draw(st.booleans()),
        )
        for id_ in ids
    ]


def seen(tree: Tree, parent: str | None = None) -> list[str]:
    """Every visible record of whoever hangs below nobody invisible, depth first."""
    return [below for child in tree.children(parent) for below in (child, *seen(tree, child))]


@given(trees())
def test_everything_that_is_not_deleted_is_seen_exactly_once(records: list[Hung]) -> None:
    assert sorted(seen(Tree(records))) == sorted(record.id for record in records if not record.deleted)


@given(trees(), st.data())
def test_a_move_puts_the_record_where_it_was_asked_and_leaves_the_others(
    records: list[Hung], data: st.DataObject
) -> None:
    tree = Tree(records)
    record = data.draw(st.sampled_from(records)).id
    parents = [other.id for other in records if not other.deleted and not tree.is_below(other.id, record)]
    parent = data.draw(st.sampled_from([None, *parents]))
    others = [child for child in tree.children(parent) if child != record]
    homes = {other.id for other in records if other.place and other.place.parent not in tree_ids(records)}
    after = data.draw(st.sampled_from([None, *(child for child in others if child not in homes)]))
    result = moved(records, tree.move(record, parent, after, entropy))
    if any(other.id == record and other.deleted for other in records):
        return
    at = others.index(after) + 1 if after else 0
    assert result.cut == ()
    assert in_order([*others[:at], record], result.children(parent))
    assert in_order([record, *others[at:]], result.children(parent))


def tree_ids(records: Sequence[Hung]) -> set[str | None]:
    return {None, *(record.id for record in records)}


def in_order(wanted: Sequence[str], found: Sequence[str]) -> bool:
    places = [found.index(id_) for id_ in wanted]
    return all(one < other for one, other in pairwise(places))


@st.composite
def moves_of_one_person(draw: st.DrawFn) -> list[tuple[str, str | None]]:
    """Moves of one person alone, each of which makes no cycle at its time."""
    moves: list[tuple[str, str | None]] = []
    above: dict[str, str | None] = dict.fromkeys("abcd")
    for _ in range(draw(st.integers(1, 8))):
        record = draw(st.sampled_from("abcd"))
        tree = Tree(hung(id_, parent, "0.1") for id_, parent in above.items())
        allowed = [other for other in "abcd" if not tree.is_below(other, record)]
        above[record] = draw(st.sampled_from([None, *allowed]))
        moves.append((record, above[record]))
    return moves


def winning(moves: Sequence[tuple[str, str | None]]) -> list[Hung]:
    """One field a record, so a record's depth is how often it was moved."""
    return [
        Hung(id_, Place([parent for record, parent in moves if record == id_][-1], "0.1"), (depth, id_))
        for id_ in "abcd"
        if (depth := sum(record == id_ for record, _ in moves))
    ]


def replayed(moves: Sequence[tuple[str, str | None]]) -> Mapping[str, str | None]:
    """The obvious rule: play all moves by (depth, id), and skip one that would make a cycle."""
    above: dict[str, str | None] = dict.fromkeys("abcd")
    order = sorted(
        range(len(moves)), key=lambda n: (sum(moves[m][0] == moves[n][0] for m in range(n + 1)), moves[n][0])
    )
    for number in order:
        record, parent = moves[number]
        if parent is None or not Tree(hung(id_, up, "0.1") for id_, up in above.items()).is_below(parent, record):
            above[record] = parent
    return above


@given(moves_of_one_person())
def test_no_move_of_one_person_alone_is_ever_hidden(moves: list[tuple[str, str | None]]) -> None:
    tree = Tree(hung(id_, dict(moves).get(id_), "0.1") for id_ in "abcd")
    assert tree.cut == Tree(winning(moves)).cut == ()
    assert all(tree.parent(id_) == parent for id_, parent in dict(moves).items())


def test_replaying_moves_would_hide_some() -> None:
    find(moves_of_one_person(), lambda moves: any(replayed(moves)[id_] != up for id_, up in dict(moves).items()))


def test_two_thousand_deleted_parents_above_each_other_are_looked_through() -> None:
    nested = [hung(f"{at:04}", f"{at - 1:04}" if at else None, "0.1", deleted=True) for at in range(2_000)]
    assert Tree([*nested, hung("x", "1999", "0.1")]).children() == ("x",)

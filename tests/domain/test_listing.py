"""By what lists can be filtered, sorted and grouped."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.rows import NAMES, Row
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Kind
from werkboek_desktop.domain.listing import (
    NOTHING,
    Attended,
    Facet,
    Facts,
    Query,
    facets,
    next_masterclass,
    order,
    sorter,
    sorts,
    waits,
    words,
)


def kind_of(key: str) -> Kind:
    kind = schema.kind(key)
    assert kind
    return kind


def facet_of(kind: str, key: str) -> Facet:
    return next(facet for facet in facets(kind_of(kind)) if facet.key == key)


def test_the_choices_that_a_list_shows_are_what_it_is_filtered_by() -> None:
    keys = [facet.key for facet in facets(kind_of("case"))]
    assert keys == ["municipalities", "forms", "phase", "status", "assignee", "gaps", "marks"]


def test_attendees_are_filtered_by_masterclass_and_have_no_gaps() -> None:
    keys = [facet.key for facet in facets(kind_of("attendee"))]
    assert "masterclass" in keys
    assert "gaps" not in keys


def test_every_facet_of_every_kind_has_a_name_and_a_value_in_words() -> None:
    row = Row("a", "Titel")
    for kind in schema.kinds():
        for facet in facets(kind):
            assert facet.label
            assert facet.values(row, NOTHING) == ()


def test_a_value_is_named_as_people_say_it() -> None:
    assert facet_of("case", "municipalities").name("GM0518", NAMES) == "’s-Gravenhage"
    assert facet_of("case", "status").name("with_municipality", NAMES) == "Ligt bij gemeente"
    assert facet_of("case", "assignee").name("x", NAMES) == "record x"
    assert facet_of("case", "gaps").name("photo", NAMES) == "Beeld"
    assert facet_of("case", "status").name("of_a_newer_program", NAMES) == "of_a_newer_program"


def test_an_attendee_stands_under_the_main_part_of_the_last_name() -> None:
    def attendee(first: str, infix: str, last: str) -> Row:
        columns = {"first_name": first, "infix": infix, "last_name": last}
        return Row(first, f"{first} {infix} {last}", columns, kind="attendee")

    people = [attendee("Jelle", "van ’t", "Hek"), attendee("Özgür", "", "Çelik"), attendee("Noël", "", "d’Hondt")]
    assert [row.id for row in sorted(people, key=order)] == ["Özgür", "Jelle", "Noël"]


def test_the_newest_change_comes_first_and_nothing_comes_last() -> None:
    case = kind_of("case")
    row = Row("a", "A", {"phase": "borging"})
    assert sorter(case, "changed", NAMES)(row, Facts(9)) < sorter(case, "changed", NAMES)(row, Facts(3))
    assert sorter(case, "phase", NAMES)(row, NOTHING) < sorter(case, "phase", NAMES)(Row("b", "B"), NOTHING)


def test_a_status_is_sorted_by_its_steps_not_by_its_letters() -> None:
    case = kind_of("case")
    concept, agreed = Row("a", "A", {"status": "concept"}), Row("b", "B", {"status": "approved"})
    assert sorter(case, "status", NAMES)(concept, NOTHING) < sorter(case, "status", NAMES)(agreed, NOTHING)


def test_every_order_of_every_kind_can_be_asked_of_an_empty_row() -> None:
    for kind in schema.kinds():
        for sort in sorts(kind):
            assert sorter(kind, sort.key, NAMES)(Row("a", ""), NOTHING)


def test_what_one_looks_for_is_the_name_and_the_place() -> None:
    row = Row("a", "De Kolenbuurt", {"municipalities": ["GM0344"], "neighbourhoods": "Noord", "status": "concept"})
    assert words(row, NAMES) == "De Kolenbuurt Utrecht Noord"


def test_a_row_waits_for_who_has_to_choose_to_reread_or_to_go_on() -> None:
    assert waits(Row("a", "A", conflicts=1), ())
    assert waits(Row("a", "A", merged=1), ())
    assert waits(Row("a", "A", {"assignee": "me"}), {"me"})
    assert not waits(Row("a", "A", {"assignee": "other"}), {"me"})
    assert not waits(Row("a", "A"), {"me"})


def test_who_did_not_come_is_said_so_whatever_was_written() -> None:
    there = Attended("m1", "M1", "Masterclass 1", "present", missed=False, over=True)
    assert there.words == "M1 aanwezig"
    assert there._replace(stage="confirmed", missed=True).words == "M1 niet verschenen"


def test_the_next_masterclass_is_the_first_that_has_yet_to_be() -> None:
    first = Attended("m1", "M1", "Masterclass 1", "present", missed=False, over=True)
    second, tenth = first._replace(masterclass="m2", name="M2", over=False), first._replace(name="M10", over=False)
    assert next_masterclass([Facts(attended=(first, tenth)), Facts(attended=(second,))]) == second
    assert next_masterclass([Facts(attended=(first,))]) is None


keys = st.text("abcdef", min_size=1, max_size=4)
queries = st.builds(
    Query,
    chosen=st.dictionaries(keys, st.frozensets(keys, min_size=1), max_size=3),
    sort=keys,
    group=keys,
    mine=st.booleans(),
)


@given(queries)
def test_a_kept_query_comes_back_as_it_was(query: Query) -> None:
    assert Query.from_json(query.to_json()) == query


@given(queries, keys, keys)
def test_choosing_twice_is_as_before(query: Query, facet: str, value: str) -> None:
    assert query.toggled(facet, value).toggled(facet, value) == query
    assert query.toggled(facet, value) != query


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda each: st.lists(each) | st.dictionaries(st.text(), each),
    )
)
def test_what_cannot_be_read_is_no_query(kept: object) -> None:
    assert isinstance(Query.from_json(kept), Query)


@given(st.dictionaries(keys, st.none() | st.integers() | st.text() | st.lists(keys)))
def test_a_damaged_filter_is_left_out(chosen: dict[str, object]) -> None:
    query = Query.from_json({"chosen": chosen, "sort": "", "group": "", "mine": False})
    assert query.chosen == {key: frozenset(each) for key, each in chosen.items() if isinstance(each, list) and each}

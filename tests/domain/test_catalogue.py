"""What a list shows of many rows, against the plain way to work it out."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain.rows import MUNICIPALITIES, NAMES, Row
from werkboek_desktop.domain import schema
from werkboek_desktop.domain.catalogue import Catalogue
from werkboek_desktop.domain.listing import Facts, Query, order
from werkboek_desktop.domain.text import fold

CASE = schema.kind("case")
assert CASE
STATUSES = ("concept", "editing", "approved")
FORMS = ("wietteelt", "drugslab", "straathandel")


@st.composite
def rows_of(draw: st.DrawFn) -> list[Row]:
    found = []
    for number in range(draw(st.integers(0, 12))):
        status = draw(st.sampled_from(STATUSES))
        columns: dict[str, object] = {
            "status": status,
            "municipalities": sorted(draw(st.sets(st.sampled_from([*MUNICIPALITIES, "Meerdrecht"])))),
            "forms": sorted(draw(st.sets(st.sampled_from(FORMS)))),
        }
        title = draw(st.sampled_from(["De Kolenbuurt", "Zuid", "’t Duin", "", "Één wijk"]))
        found.append(Row(f"{number:02}", title, columns, status, conflicts=draw(st.integers(0, 1))))
    return sorted(found, key=order)


queries = st.builds(
    Query,
    chosen=st.dictionaries(
        st.sampled_from(["status", "forms", "municipalities"]),
        st.frozensets(st.sampled_from([*STATUSES, *FORMS, *MUNICIPALITIES]), min_size=1),
        max_size=2,
    ),
    mine=st.booleans(),
)
texts = st.sampled_from(["", "kol", "utrecht", "den haag", "s-grav", "een", "wijk zuid", "KOLEN meer"])


def catalogue_of(rows: list[Row]) -> Catalogue:
    assert CASE
    made = Catalogue(CASE, NAMES)
    made.show(rows)
    return made


def fits(row: Row, query: Query, text: str) -> bool:
    def values(key: str) -> set[str]:
        value = row.columns.get(key)
        return {str(each) for each in value} if isinstance(value, list) else {str(value)}

    places = " ".join(MUNICIPALITIES.get(each, each) for each in sorted(values("municipalities")))
    said = fold(f"{row.title} {places}")
    chosen = all(values(key) & wanted for key, wanted in query.chosen.items())
    return chosen and (not query.mine or row.conflicts > 0) and all(word in said for word in fold(text).split())


@given(rows_of(), queries, texts)
def test_what_is_seen_is_what_fits(rows: list[Row], query: Query, text: str) -> None:
    assert catalogue_of(rows).seen(query, text) == [row for row in rows if fits(row, query, text)]


@given(rows_of(), queries, st.sampled_from(["status", "forms", "municipalities", "marks"]))
def test_groups_hold_every_row_under_each_of_its_values(rows: list[Row], query: Query, key: str) -> None:
    catalogue = catalogue_of(rows)
    seen = catalogue.seen(query)
    groups = catalogue.groups(seen, key)
    assert {row.id for group in groups for row in group.rows} == {row.id for row in seen}
    facet = catalogue.facets[key]
    for group in groups:
        values = [facet.values(row, catalogue.facts(row.id)) or ("",) for row in group.rows]
        assert all(group.value in each for each in values)
    assert [group.label for group in groups if not group.value] in ([], ["(leeg)"])
    assert all(group.value for group in groups[:-1])


@given(rows_of(), queries, st.sampled_from(["status", "forms", "municipalities"]))
def test_a_count_is_what_choosing_that_value_alone_would_give(rows: list[Row], query: Query, key: str) -> None:
    catalogue = catalogue_of(rows)
    for tally in catalogue.tally(query, key):
        others = {name: values for name, values in query.chosen.items() if name != key}
        alone = Query({**others, key: frozenset({tally.value})}, mine=query.mine)
        assert tally.rows == len(catalogue.seen(alone))


@given(rows_of(), rows_of(), st.sampled_from(["", "status", "municipalities", "changed"]))
def test_an_update_is_the_same_as_reading_all_anew(before: list[Row], after: list[Row], sort: str) -> None:
    catalogue = catalogue_of(before)
    catalogue.seen(Query(sort=sort), "kol")
    assert catalogue.mine() == sum(row.conflicts for row in before)
    kept = {row.id: row for row in after}
    differs = catalogue.update({row.id: kept.get(row.id) for row in [*before, *after]})
    assert differs is (before != after)
    assert catalogue.mine() == sum(row.conflicts for row in after)
    assert catalogue.seen(Query(sort=sort)) == catalogue_of(after).seen(Query(sort=sort))
    assert catalogue.seen(Query(), "kol") == catalogue_of(after).seen(Query(), "kol")


def test_who_begins_to_write_finds_at_once_what_waits_for_them() -> None:
    catalogue = catalogue_of([Row("a", "A", {"assignee": "marit"}), Row("b", "B")])
    assert (catalogue.mine(), catalogue.seen(Query(mine=True))) == (0, [])
    catalogue.look_for({"marit"})
    assert catalogue.mine() == 1
    assert [row.id for row in catalogue.seen(Query(mine=True))] == ["a"]


def test_what_was_found_in_the_text_is_seen_too() -> None:
    rows = [Row("a", "De Kolenbuurt"), Row("b", "Zuid")]
    assert catalogue_of(rows).seen(Query(), "huisuitzetting", {"b": "… na de huisuitzetting …"}) == [rows[1]]


def test_what_is_learned_counts_at_once() -> None:
    rows = [Row("a", "A"), Row("b", "B")]
    catalogue = catalogue_of(rows)
    assert [row.id for row in catalogue.seen(Query(sort="changed"))] == ["a", "b"]
    catalogue.learn({"b": Facts(changed=5, topics=("text",))})
    assert [row.id for row in catalogue.seen(Query(sort="changed"))] == ["b", "a"]
    assert [group.label for group in catalogue.groups(rows, "gaps")] == ["Tekst en onderdelen", "(leeg)"]


def test_a_chosen_value_stays_to_be_taken_off_when_nothing_has_it() -> None:
    catalogue = catalogue_of([Row("a", "A", {"status": "concept"})])
    query = Query({"status": frozenset({"approved"})})
    assert [(tally.value, tally.rows) for tally in catalogue.tally(query, "status")] == [
        ("concept", 1),
        ("approved", 0),
    ]


def test_a_filter_of_a_newer_program_hides_nothing() -> None:
    rows = [Row("a", "A")]
    assert catalogue_of(rows).seen(Query({"unheard_of": frozenset({"x"})})) == rows

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.weave_histories import History
from tests.store.store_changes import Author, append
from werkboek_desktop.domain.change import Change, Op
from werkboek_desktop.domain.history import Entry, FieldHistory
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.project import entry_of
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.store.states import since_parting


def field_history(history: History, changes: set[ChangeId]) -> FieldHistory:
    steps = [history.steps[change] for change in sorted(changes)]
    return FieldHistory(
        ValueType.PROSE,
        [Entry(step.change, step.parents, step.depth, step.value, None, 0, Op.EDIT, 1) for step in steps],
    )


@given(st.integers(min_value=0))
def test_what_was_before_the_parting_of_ways_decides_nothing(seed: int) -> None:
    history = History(seed)
    for _ in range(12):
        history.run(1)
        for here in (*(replica.here for replica in history.replicas), set(history.steps)):
            whole = field_history(history, set(here))
            assert since_parting(whole).view() == whole.view()


def chain(length: int) -> tuple[Author, list[Change]]:
    anna = Author()
    key = anna.key("case", anna.record(), "summary")
    changes = [anna.write(key, "Zin 0 van deze tekst.")]
    for number in range(1, length):
        changes.append(anna.write(key, f"Zin {number} van deze tekst. Einde van de tekst.", changes[-1]))
    return anna, changes


def test_a_long_history_before_the_parting_is_left_out() -> None:
    anna, changes = chain(20)
    last = changes[-1]
    changes += [anna.write(last.header.key, text, last) for text in ("Anders dan eerst.", "Nog weer anders.")]
    recent = since_parting(FieldHistory(ValueType.PROSE, map(entry_of, changes)))
    assert recent.entries[0].id == last.id
    assert len(recent.entries) == 3


def test_without_a_common_beginning_all_of_it_counts() -> None:
    anna, changes = chain(3)
    changes.append(anna.write(changes[0].header.key, "Los daarvan begonnen."))
    changes.append(anna.write(changes[0].header.key, "Allebei gezien.", changes[2], changes[3]))
    changes += [anna.write(changes[0].header.key, text, changes[2]) for text in ("Anders.", "Nog anders.")]
    whole = FieldHistory(ValueType.PROSE, map(entry_of, changes))
    assert since_parting(whole) is whole


@pytest.mark.parametrize(("rule", "seen"), [(99, 4), (0, 3)])
def test_a_rule_of_a_newer_program_anywhere_is_seen(rule: int, seen: int) -> None:
    anna = Author()
    key = anna.key("case", anna.record(), "summary")
    first = anna.write(key, "Een.", rule=rule)
    second = anna.write(key, "Een. Twee.", first)
    heads = [anna.write(key, text, second) for text in ("Drie.", "Vier.")]
    whole = FieldHistory(ValueType.PROSE, map(entry_of, [first, second, *heads]))
    assert len(since_parting(whole).entries) == seen


def test_one_head_shows_itself_and_is_written_once(store: Store) -> None:
    _, changes = chain(5)
    for change in changes:
        append(store, change)
    with store.read() as reader:
        assert reader.connection.exec_driver_sql("SELECT view, text FROM state").all() == [(None, None)]


def test_moving_on_from_a_merge_leaves_one_head(store: Store) -> None:
    anna, changes = chain(2)
    key = changes[0].header.key
    heads = [anna.write(key, text, changes[-1]) for text in ("Zin 1 van deze tekst.", "Einde van de tekst.")]
    append(store, *changes, *heads)
    with store.read() as reader:
        assert reader.heads(key) == tuple(sorted(head.id for head in heads))
    resolved = anna.write(key, "Besloten.", *heads)
    append(store, resolved)
    with store.read() as reader:
        view = reader.view(key)
        assert view
        assert (view.value, view.heads) == ("Besloten.", (resolved.id,))
        assert [row.conflicts for row in reader.rows()] == [0]

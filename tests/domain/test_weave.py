"""How prose of several people merges: examples that a wrong rule gets wrong."""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import permutations

import pytest

from werkboek_desktop.domain import weave as weave_module
from werkboek_desktop.domain.diff import Match, matches
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tokens import compose
from werkboek_desktop.domain.weave import Part, Text, Weave

EEN, TWEE, DRIE, VIER, VIJF = (f"Hier staat zin {n}." for n in ("een", "twee", "drie", "vier", "vijf"))

type Readable = list[str | dict[str, str]]


def change(name: str) -> ChangeId:
    return sha256(name.encode()).hexdigest()


class Field:
    """A field's history with names for its changes; the values given at once are a root and edits of it."""

    def __init__(self, root: str | None, **edits: str | None) -> None:
        self.weave = Weave()
        self.depths: dict[str, int] = {}
        self.names: dict[ChangeId, str] = {}
        self.add("root", root)
        for name, value in edits.items():
            self.add(name, value, "root")

    def add(self, name: str, value: str | None, *parents: str) -> None:
        self.depths[name] = 1 + max((self.depths[parent] for parent in parents), default=0)
        self.names[change(name)] = name
        self.weave.add(change(name), [*map(change, parents)], self.depths[name], value)

    def state(self, *heads: str) -> Readable:
        return [self._readable(part) for part in self.weave.state([*map(change, heads)])]

    def _readable(self, part: Part) -> str | dict[str, str]:
        if isinstance(part, Text):
            return part.text
        return {self.names[head]: text for head, text in part.by_head.items()}


def merged(root: str, a: str, b: str) -> Readable:
    return Field(root, a=a, b=b).state("a", "b")


class TestWhatMerges:
    def test_sentences_with_an_untouched_one_between_them(self) -> None:
        assert merged("Een. Twee. Drie.", "Een!! Twee. Drie.", "Een. Twee. Drie!!") == ["Een!! Twee. Drie!!"]

    def test_adjacent_bullets(self) -> None:
        assert merged("- Een.\n- Twee.", "- Een!!\n- Twee.", "- Een.\n- Twee!!") == ["- Een!!\n- Twee!!"]

    def test_a_bullet_put_before_a_line_and_an_edit_of_its_second_sentence(self) -> None:
        assert merged("- Een.\nTwee. Drie.", "- Een.\n- Twee. Drie.", "- Een.\nTwee. Vijf.") == [
            "- Een.\n- Twee. Vijf."
        ]

    def test_a_new_last_paragraph_and_an_edit_of_the_last_sentence(self) -> None:
        assert merged("Een. Twee.", "Een. Twee.\nDrie.", "Een. Vier.") == ["Een. Vier.\nDrie."]

    def test_that_also_when_the_same_visit_changed_an_earlier_sentence(self) -> None:
        assert merged("Een. Twee. Zes.", "Een!! Twee. Zes.\nDrie.", "Een. Twee. Vier.") == ["Een!! Twee. Vier.\nDrie."]

    def test_a_sentence_after_the_last_and_an_edit_of_the_one_before(self) -> None:
        assert merged("Een. Twee.", "Een. Twee. Drie.", "Vier. Twee.") == ["Vier. Twee. Drie."]

    def test_the_same_edit_on_both_sides(self) -> None:
        assert merged("Een. Twee. Drie.", "Een. Vier. Drie.", "Vijf. Vier. Drie.") == [
            {"a": "Een. Vier.", "b": "Vijf. Vier."},
            "Drie.",
        ]
        assert Field("Een. Twee.", a="Vier. Twee.", b="Vier. Twee.").state("a", "b") == ["Vier. Twee."]

    def test_a_split_of_a_paragraph_and_an_edit_far_from_it(self) -> None:
        assert merged("Een. Twee. Drie.", "Een.\nTwee. Drie.", "Een. Twee. Vijf.") == ["Een.\nTwee. Vijf."]

    def test_a_stale_edit_does_not_bring_back_what_was_removed(self) -> None:
        field = Field("Een. Twee.", x="Een. Twee. Drie.", late="Vier. Twee.")
        field.add("a", "Een. Twee.", "x")
        assert field.state("a", "late") == ["Vier. Twee."]

    def test_three_heads(self) -> None:
        field = Field("Een. Tw. Drie. Vi. Zes.", a="A!! Tw. Drie. Vi. Zes.", b="Een. Tw. B!! Vi. Zes.")
        field.add("c", "Een. Tw. Drie. Vi. C!!", "root")
        assert field.state("a", "b", "c") == ["A!! Tw. B!! Vi. C!!"]


class TestWhatPeopleMustDecide:
    def test_one_sentence_edited_twice(self) -> None:
        assert merged("Een. Twee. Drie.", "Een. Vier. Drie.", "Een. Vijf. Drie.") == [
            "Een.",
            {"a": "Vier.", "b": "Vijf."},
            "Drie.",
        ]

    def test_neighbours_within_a_line(self) -> None:
        assert merged("Een. Twee. Drie.", "Vier. Twee. Drie.", "Een. Vijf. Drie.") == [
            {"a": "Vier. Twee.", "b": "Een. Vijf."},
            "Drie.",
        ]

    def test_two_new_last_paragraphs(self) -> None:
        assert merged("Een.", "Een.\nTwee.", "Een.\nDrie.\nVier.") == ["Een.\n", {"a": "Twee.", "b": "Drie.\nVier."}]

    def test_a_new_last_paragraph_that_another_removed(self) -> None:
        field = Field("Een.")
        field.add("x", "Een.\nTwee.", "root")
        field.add("a", "Een.", "x")
        field.add("b", "Een.\nDrie.", "x")
        parts = field.state("a", "b")
        assert parts == ["Een.", {"a": "", "b": "\nDrie."}]

    def test_an_edit_of_what_another_emptied(self) -> None:
        assert merged("Een. Twee.", "", "Een. Drie.") == [{"a": "", "b": "Een. Drie."}]

    def test_a_moved_sentence_that_another_deleted(self) -> None:
        """It does not come back silently at its new place."""
        root = f"{EEN} {TWEE} {DRIE} {VIJF}"
        assert merged(root, f"{TWEE} {DRIE} {VIJF} {EEN}", f"{TWEE} {DRIE} {VIJF}") == [
            f"{TWEE} {DRIE} {VIJF}",
            {"a": EEN, "b": ""},
        ]

    def test_a_sentence_moved_to_two_places(self) -> None:
        """It does not stand twice silently."""
        root = f"{EEN} {TWEE} {DRIE} {VIJF}"
        assert merged(root, f"{TWEE} {EEN} {DRIE} {VIJF}", f"{TWEE} {DRIE} {VIJF} {EEN}") == [
            TWEE,
            {"a": EEN, "b": ""},
            f"{DRIE} {VIJF}",
            {"a": "", "b": EEN},
        ]

    def test_two_copies_of_which_each_deletes_the_other(self) -> None:
        """Not both are gone silently."""
        assert merged(f"{VIER} {EEN} {VIER}", f"{EEN} {VIER}", f"{VIER} {EEN}") == [
            {"a": "", "b": VIER},
            EEN,
            {"a": VIER, "b": ""},
        ]

    def test_one_sentence_pasted_at_two_places(self) -> None:
        assert merged(f"{EEN} {TWEE}", f"{VIER} {EEN} {TWEE}", f"{EEN} {TWEE} {VIER}") == [
            {"a": VIER, "b": ""},
            f"{EEN} {TWEE}",
            {"a": "", "b": VIER},
        ]

    def test_opposite_decisions(self) -> None:
        """Who chose nothing and who chose a variant both decided: neither wins silently."""
        field = Field("Een. Twee.", c="Twee.", d="")
        assert field.state("c", "d") == [{"c": "Twee.", "d": ""}]
        field.add("e", "", "c", "d")
        field.add("f", "Twee.", "c", "d")
        assert field.state("e", "f") == [{"e": "", "f": "Twee."}]

    def test_one_of_two_equal_sentences_kept_and_replaced_by_who_knew_one(self) -> None:
        """Two people wrote it, a third made one of it, a fourth had seen only one of the two."""
        field = Field(EEN, x=f"{EEN}\n{DRIE}", y=f"{EEN}\n{DRIE}")
        field.add("kept", f"{EEN}\n{DRIE}\n{VIER}", "x", "y")
        field.add("after x", f"{EEN}\n{VIJF}", "x")
        field.add("after y", f"{EEN}\n{VIJF}", "y")
        assert field.state("kept", "after x") == [f"{EEN}\n", {"kept": DRIE, "after x": VIJF}, f"\n{VIER}"]
        assert field.state("kept", "after y") == [f"{EEN}\n", {"kept": f"{DRIE}\n{VIER}", "after y": VIJF}]

    def test_a_decision_and_an_edit_that_did_not_know_it(self) -> None:
        field = Field("Een.", a="Twee.", b="Drie.")
        field.add("chosen", "Twee.", "a", "b")
        field.add("late", "Vier.", "a")
        assert field.state("chosen", "late") == [{"chosen": "Twee.", "late": "Vier."}]

    def test_an_ordinary_merge_decides_nothing(self) -> None:
        field = Field("Een. Twee. Drie.", a="Vier. Twee. Drie.", b="Een. Twee. Vijf.")
        field.add("both", "Vier. Twee. Vijf.", "a", "b")
        field.add("late", "Zes. Twee. Drie.", "a")
        assert field.state("both", "late") == ["Zes. Twee. Vijf."]


def test_what_was_typed_while_an_import_came_stands_beside_it() -> None:
    field = Field("Een. Twee. Drie.", imported="Een. Twee. Drie. Vier.", typed="Een!! Twee. Drie.")
    assert field.state("imported", "typed") == ["Een!! Twee. Drie. Vier."]


def test_one_head_shows_its_exact_value() -> None:
    odd = "  Een.   Twee. \n\n\tDrie.\n"
    assert Field(odd).state("root") == [odd]


def test_equal_heads_show_their_exact_value() -> None:
    odd = "  Een.   Twee. \n\n"
    assert Field("Vier.", a=odd, b=odd).state("a", "b") == [odd]


def test_a_head_in_the_history_of_another_adds_nothing() -> None:
    field = Field("Een. Twee.", a="Een.")
    assert field.state("root", "a") == ["Een."]


def test_variants_put_together_are_a_text() -> None:
    field = Field("- Een.\n- Twee.", a="- Een.\n- Twee. Drie.\n- Vier.", b="- Een.\n- Vijf.")
    parts = field.weave.state([change("a"), change("b")])
    chosen = compose(part.text if isinstance(part, Text) else part.by_head[change("a")] for part in parts)
    assert chosen == "- Een.\n- Twee. Drie.\n- Vier."


class TestErased:
    def test_an_erased_head_shows_nothing(self) -> None:
        field = Field("Een. Twee.", a=None, b="Een.")
        assert field.state("a", "b") == ["Een."]
        assert field.state("a") == []

    def test_what_builds_on_an_erased_value_starts_afresh(self) -> None:
        field = Field(None, a="Een. Twee.", b="Een. Drie.")
        assert field.state("a", "b") == [{"a": "Een. Twee.", "b": "Een. Drie."}]

    def test_an_erase_among_the_parents_takes_nothing_along(self) -> None:
        field = Field("Een. Twee. Drie.")
        field.add("erase", None)
        field.add("a", "Vier. Twee. Drie.", "root", "erase")
        field.add("b", "Een. Twee. Vijf.", "root", "erase")
        assert field.state("a", "b") == ["Vier. Twee. Vijf."]

    def test_a_clean_text_after_an_erase_is_all_new(self) -> None:
        field = Field("Een. Jan.")
        field.add("erase", None)
        field.add("clean", "Een.", "erase")
        field.add("a", "Een. Vier.", "clean", "erase")
        assert field.state("a") == ["Een. Vier."]


CRISS_CROSS = (
    ("0", "", 1, f"{EEN} {TWEE} {DRIE}"),
    ("1", "0", 2, f"{VIER} {TWEE} {DRIE}"),
    ("2", "0", 2, f"{EEN} {TWEE} {VIJF}"),
    ("3", "12", 3, f"{VIER} {TWEE} {VIJF} {EEN}"),
    ("4", "12", 3, f"{TWEE} {VIJF}"),
    ("5", "2", 3, f"{EEN} {DRIE} {TWEE} {VIJF}"),
)
"""Two editors who build on each other's work; the parents are the names of one digit."""


def criss_cross(order: Iterable[int]) -> Weave:
    weave = Weave()
    for name, parents, depth, value in map(CRISS_CROSS.__getitem__, order):
        weave.add(change(name), [*map(change, parents)], depth, value)
    return weave


def states(weave: Weave) -> list[tuple[Part, ...]]:
    return [weave.state([*map(change, heads)]) for heads in ("345", "34", "45", "15", "3")]


def arrives_after_its_parents(order: Sequence[int]) -> bool:
    return all(order.index(int(parent)) < order.index(i) for i in order for parent in CRISS_CROSS[i][1])


def test_the_order_of_arrival_changes_nothing() -> None:
    orders = [*filter(arrives_after_its_parents, permutations(range(6)))]
    assert len(orders) > 10
    assert all(states(criss_cross(order)) == states(criss_cross(range(6))) for order in orders)


def test_the_order_in_which_heads_are_named_changes_nothing() -> None:
    weave = criss_cross(range(6))
    assert len({repr(weave.state([*map(change, heads)])) for heads in permutations("345")}) == 1


def test_a_change_that_comes_late_is_the_only_one_that_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    field = Field("Een. Twee. Drie.", a="Vier. Twee. Drie.", b="Een. Twee. Vijf.")
    field.add("both", "Vier. Twee. Vijf.", "a", "b")
    compared: list[Sequence[str]] = []

    def counted(old: Sequence[str], new: Sequence[str]) -> list[Match]:
        compared.append(new)
        return matches(old, new)

    monkeypatch.setattr(weave_module, "matches", counted)
    field.add("late", "Een. Zes. Drie.", "root")
    field.state("both", "late")
    assert len(compared) == 1


def test_a_change_is_added_once() -> None:
    with pytest.raises(ValueError, match="already"):
        Field("Een.").add("root", "Een.")


def test_a_long_history_that_many_forget_is_still_known() -> None:
    """More heads than a weave remembers the text of."""
    lines = [f"Zin {i}." for i in range(300)]
    field = Field("\n".join(lines))
    for i in range(300):
        field.add(f"edit {i}", "\n".join([*lines[:i], f"Vers {i}.", *lines[i + 1 :]]), "root")
    field.add("late", "\n".join([*lines, "Laat."]), "edit 0")
    heads = [f"edit {i}" for i in range(1, 300)]
    everything = [f"Vers {i}." for i in range(1, 300)]
    assert field.state(*heads, "late") == ["\n".join(["Zin 0.", *everything, "Laat."])]

"""Which text wins a region, and what the guards take from it."""

from collections.abc import Collection

from werkboek_desktop.domain.weave_merge import Region, Texts, guard_counts, known_to_its_authors

EEN, TWEE, DRIE = "Hier staat een.", "Hier staat twee.", "Hier staat drie."


def region(*texts: Texts, acts: Collection[int] = (), winner: Texts | None = None) -> Region:
    """`acts` has a bit for each head that knows an act."""
    telling = {text for own in texts for text in own}
    return Region([() for _ in texts], texts, telling, set(acts), winner)


class TestKnownToItsAuthors:
    def test_who_knows_every_act_wins(self) -> None:
        assert known_to_its_authors(region((EEN,), (TWEE,), acts={0b01})) == (EEN,)

    def test_heads_with_the_same_text_know_together(self) -> None:
        assert known_to_its_authors(region((EEN,), (EEN,), (TWEE,), acts={0b101, 0b010})) == (EEN,)

    def test_an_act_that_no_author_knows_is_a_conflict(self) -> None:
        assert known_to_its_authors(region((EEN,), (TWEE,), acts={0b01, 0b10})) is None

    def test_two_texts_whose_authors_know_all_are_a_conflict(self) -> None:
        assert known_to_its_authors(region((EEN,), (EEN,), (), (), acts={0b0101, 0b1010})) is None


class TestCountGuard:
    def test_a_sentence_that_would_stand_twice_is_a_conflict_in_both_places(self) -> None:
        regions = [region((EEN,), (), winner=(EEN,)), region((), (EEN,), winner=(EEN,))]
        guard_counts(regions)
        assert [r.winner for r in regions] == [None, None]

    def test_a_sentence_that_would_stand_nowhere_is_a_conflict_in_both_places(self) -> None:
        regions = [region((EEN,), (), winner=()), region((), (EEN,), winner=())]
        guard_counts(regions)
        assert [r.winner for r in regions] == [None, None]

    def test_a_sentence_that_one_head_has_in_another_place_stands_where_it_was_put(self) -> None:
        regions = [region((EEN,), (), winner=()), region((), (EEN,), winner=(EEN,))]
        guard_counts(regions)
        assert [r.winner for r in regions] == [(), (EEN,)]

    def test_one_conflict_brings_the_next(self) -> None:
        """Twee stood for certain only where Een now is a conflict."""
        regions = [
            region((EEN, TWEE), (), winner=(EEN, TWEE)),
            region((), (EEN,), winner=(EEN,)),
            region((), (TWEE,), winner=()),
            region((DRIE,), (), winner=()),
        ]
        guard_counts(regions)
        assert [r.winner for r in regions] == [None, None, None, ()]

"""Comments on real project files of two computers."""

from collections.abc import Iterator
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.workspace.pair import Pair
from werkboek_desktop.domain.anchors import How
from werkboek_desktop.domain.values import Value
from werkboek_desktop.errors import BadFieldValue, UnknownField, UnknownRecord
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.comments import Discussion
from werkboek_desktop.workspace.remarking import Begun

SHUT = "De winkel ging in **mei** dicht."
TEXT = f"De buurt was stil. {SHUT} De wijkagent kwam langs."


class Talking(Pair):
    """Each says something of the case."""

    def ask(self, who: Workspace, text: str = "Weet je dit zeker?") -> str:
        anchor = who.anchor_of(self.case, "summary", "in mei dicht")
        return str(who.comment(self.case, "summary", text, anchor).record)

    def only(self, who: Workspace) -> Discussion:
        (found,) = who.discussions(self.case)
        return found


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Talking]:
    made = Talking(tmp_path, partial(next, count(App.of_this_computer().clock())), summary=TEXT)
    yield made
    made.close()


def test_a_round_over_two_computers_while_the_sentence_moves(pair: Talking) -> None:
    asked = pair.ask(pair.yusuf)
    pair.marit.set_field(pair.case, "summary", f"De buurt was stil. De wijkagent kwam langs.\n{SHUT}")
    pair.send(pair.yusuf, pair.marit)
    found = pair.only(pair.marit)
    assert found.found
    assert (found.found.how, found.now, found.label) == (How.MOVED, ("De winkel ging in mei dicht.",), "In het kort")
    pair.marit.answer(asked, "Ja, op 3 mei.")
    pair.send(pair.marit, pair.yusuf)
    back = pair.only(pair.yusuf)
    assert [(said.by, said.text) for said in back.said] == [
        ("Yusuf Şahin", "Weet je dit zeker?"),
        ("Marit de Wit", "Ja, op 3 mei."),
    ]
    pair.yusuf.answer(back.said[1].record, "Dank.")  # an answer to an answer is one to the comment
    pair.yusuf.close_comment(back.said[1].record)
    pair.send(pair.yusuf, pair.marit)
    over = pair.only(pair.marit)
    assert over.done
    assert [said.text for said in over.said][2:] == ["Dank."]
    assert pair.marit.state_hash() == pair.yusuf.state_hash()


def test_each_is_a_step_that_is_taken_back(pair: Talking) -> None:
    asked = pair.ask(pair.marit)
    pair.marit.answer(asked, "Ja.")
    pair.marit.close_comment(asked)
    names = []
    for _step in range(3):
        undone = pair.marit.undo()
        assert undone
        names.append(undone.step.name)
    assert names == ["Opmerking afgehandeld", "Opmerking beantwoord", "Opmerking geplaatst"]
    assert pair.marit.discussions(pair.case) == []
    pair.marit.redo()
    assert not pair.only(pair.marit).done


def test_over_and_open_again_at_once_is_open(pair: Talking) -> None:
    asked = pair.ask(pair.marit)
    pair.marit.close_comment(asked)
    pair.send(pair.marit, pair.yusuf)
    assert pair.only(pair.yusuf).done
    pair.yusuf.close_comment(asked, is_open=True)
    assert not pair.only(pair.yusuf).done


def test_they_stand_in_reading_order_over_the_whole_project(pair: Talking) -> None:
    marit = pair.marit
    chapter = str(marit.create_record("chapter", marit.project.workbook, {"title": "Voorwoord"}).record)
    marit.comment(chapter, "body", "Nog leeg.")
    marit.comment(pair.case, "approach", "Kort.")
    for words, text in (("wijkagent", "Wie?"), ("stil", "Hoe stil?")):
        marit.comment(pair.case, "summary", text, marit.anchor_of(pair.case, "summary", words))
    marit.comment(pair.case, "", "Mooi geheel.")
    said = [each.said[0].text for each in marit.discussions()]
    assert said == ["Mooi geheel.", "Hoe stil?", "Wie?", "Kort.", "Nog leeg."]


def test_of_an_erased_text_no_words_are_left_at_the_comment(pair: Talking) -> None:
    pair.ask(pair.marit)
    pair.marit.set_field(pair.case, "summary", "Iets anders.")
    kept = pair.only(pair.marit).found
    assert kept
    assert kept.words == SHUT
    (record,) = (view for view in pair.marit.records() if view.key.kind == "comment")
    assert "winkel" not in str([view.value for view in record.fields.values()])


def test_an_answer_to_a_deleted_comment_stays_readable(pair: Talking) -> None:
    asked = pair.ask(pair.marit)
    answered = str(pair.marit.answer(asked, "Ja.").record)
    pair.marit.delete(asked)
    assert [said.record for said in pair.only(pair.marit).said] == [answered]


def test_what_cannot_be_said_is_refused(pair: Talking) -> None:
    marit = pair.marit
    for words in ("staat er niet", "De ", " "):
        with pytest.raises(BadFieldValue):
            marit.anchor_of(pair.case, "summary", words)
    with pytest.raises(BadFieldValue):
        marit.anchor_of(pair.case, "status", "x")
    with pytest.raises(BadFieldValue):
        marit.comment(pair.case, "summary", " \n ")
    with pytest.raises(UnknownField):
        marit.comment(pair.case, "nonsense", "Hoezo?")
    with pytest.raises(UnknownRecord):
        marit.answer(pair.case, "Een geval is geen opmerking.")
    with pytest.raises(UnknownRecord):
        marit.close_comment(pair.case)
    assert marit.discussions() == []


def test_what_is_said_about_an_item_stands_at_its_case_and_is_read_after_the_rest(pair: Talking) -> None:
    marit = pair.marit
    words: dict[str, Value] = {"bottleneck": "Geen tijd.", "solution": "Een vaste dag. En een vaste plek."}
    item = str(marit.create_record("bottleneck", pair.case, words).record)
    marit.comment(item, "solution", "Welke dag?", marit.anchor_of(item, "solution", "vaste dag"))
    marit.comment(item, "", "Mooi.")
    marit.comment(pair.case, "summary", "Kort.")
    pair.send(marit, pair.yusuf)
    found = pair.yusuf.discussions(pair.case)
    assert [(each.owner, each.part, each.field, each.label, each.now) for each in found] == [
        (pair.case, pair.case, "summary", "In het kort", ()),
        (pair.case, item, "", "Knelpunt ‘Geen tijd.’", ()),
        (pair.case, item, "solution", "Knelpunt ‘Geen tijd.’, Oplossing", ("Een vaste dag.",)),
    ]
    marit.set_field(item, "solution", "En een vaste plek. Een vaste dag.")
    assert marit.discussions()[2].now == ("Een vaste dag.",)
    with pytest.raises(UnknownField):
        marit.comment(item, "summary", "Hoezo?")


def test_what_is_being_written_is_kept_for_each_case_and_placed_once(pair: Talking) -> None:
    marit = pair.marit
    other = str(marit.create_record("case", None, {"title": "Zuiderkamp"}).record)
    anchor = marit.anchor_of(pair.case, "summary", "stil")
    half = Begun(pair.case, "Hoe st", "summary", anchor)
    marit.keep_comment(half)
    marit.keep_comment(Begun(other, "Elders."))
    marit.seal_all()
    assert marit.discussions() == []
    assert marit.begun_comment(pair.case) == half
    assert marit.sentence_of(pair.case, "summary", anchor) == "De buurt was stil."
    marit.place_comment(half._replace(text="Hoe stil?"))
    (found,) = marit.discussions()
    assert (found.owner, found.field, found.said[0].text) == (pair.case, "summary", "Hoe stil?")
    assert marit.begun_comment(pair.case) is None
    marit.keep_comment(Begun(pair.case, "Heel", answers=found.record))
    with pytest.raises(BadFieldValue):
        marit.place_comment(Begun(pair.case, " ", answers=found.record))
    marit.place_comment(Begun(pair.case, "Heel stil.", answers=found.record))
    assert [said.text for said in marit.discussions(pair.case)[0].said] == ["Hoe stil?", "Heel stil."]
    assert marit.begun_comment(other) == Begun(other, "Elders.")
    marit.keep_comment(Begun(other, " "))
    assert marit.begun_comment(other) is None

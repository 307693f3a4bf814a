"""The privacy check on real project files of two computers."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.workspace.pair import Pair
from werkboek_desktop.domain.privacy.clearing import Ground
from werkboek_desktop.domain.privacy.reading import Sentence
from werkboek_desktop.errors import Cancelled, NoReason
from werkboek_desktop.workspace import Workspace

NAMED = "Sanne van ’t Hoek belde aan."
GROUP = "Drie jongeren uit de flat deden mee."


class Checked(Pair):
    """Somebody in the case came to a masterclass."""

    def fill(self) -> None:
        self.make("attendee", first_name="Sanne", infix="van ’t", last_name="Hoek")

    def sentences(self, who: Workspace) -> list[Sentence]:
        return list(who.privacy_of(self.case).sentences)

    def open(self, who: Workspace) -> list[str]:
        return [each.text for each in self.sentences(who) if each.is_open]


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Checked]:
    made = Checked(tmp_path, summary=f"Rust. {NAMED} {GROUP}")
    yield made
    made.close()


def test_people_are_known_where_their_data_are(pair: Checked) -> None:
    assert pair.open(pair.marit) == [NAMED, GROUP]
    assert pair.open(pair.yusuf) == [GROUP]  # no attendee ever went there


def test_a_decision_travels_is_one_step_and_lapses_with_the_sentence(pair: Checked) -> None:
    *_named, group = pair.sentences(pair.marit)
    step = pair.marit.clear_sentence(group, Ground.AGREED, " in  overleg ").step
    assert step
    assert step.name == "Groep van minder dan vijf mag blijven"
    assert pair.open(pair.marit) == [NAMED]
    pair.marit.export(pair.folder / "besluit.wbx")
    pair.yusuf.import_([pair.folder / "besluit.wbx"])
    (theirs,) = pair.sentences(pair.yusuf)
    assert not theirs.is_open
    stay = theirs.pointed[0].stay
    assert stay
    assert (stay.ground, stay.note) == ("agreed", "in overleg")
    assert pair.yusuf.author_name(stay.by) == "Marit de Wit"
    pair.yusuf.set_field(pair.case, "summary", GROUP.replace("Drie", "Vier"))
    assert len(pair.open(pair.yusuf)) == 1
    assert pair.marit.undo()
    assert pair.open(pair.marit) == [NAMED, GROUP]


def test_the_words_of_a_sentence_stand_nowhere_in_its_decision(pair: Checked) -> None:
    for sentence in pair.sentences(pair.marit):
        pair.marit.clear_sentence(sentence, Ground.NOBODY)
    kept = [view for view in pair.marit.records() if view.key.kind == "clearance"]
    told = " ".join(str(variant.value) for view in kept for field in view.fields.values() for variant in field.variants)
    assert len(kept) == 2
    assert not any(word in told for word in ("Sanne", "Hoek", "jongeren", "flat"))


def test_a_decision_can_be_taken_back(pair: Checked) -> None:
    named, _group = pair.sentences(pair.marit)
    pair.marit.clear_sentence(named, Ground.AGREED)
    decided = pair.sentences(pair.marit)[0]
    assert not decided.is_open
    pair.marit.lift_clearance(decided)
    assert pair.open(pair.marit) == [NAMED, GROUP]


def test_anything_else_wants_a_reason(pair: Checked) -> None:
    named, _group = pair.sentences(pair.marit)
    with pytest.raises(NoReason):
        pair.marit.clear_sentence(named, Ground.OTHER, "  ")
    assert pair.open(pair.marit) == [NAMED, GROUP]


def test_who_may_be_printed_is_not_pointed_at(pair: Checked) -> None:
    said = {"name": "Mevrouw Hanna Vos", "phone": "06-12345678", "mailbox": "wijk@duinrade.example"}
    contact = str(pair.marit.create_record("contact", pair.case, said).record)
    text = "Bel Hanna Vos, 06 1234 5678, of mail wijk@duinrade.example."
    pair.marit.set_field(pair.case, "summary", text)
    assert len(pair.sentences(pair.marit)[0].pointed) == 3
    pair.marit.set_field(contact, "printable", True)
    assert pair.sentences(pair.marit) == []


def test_before_the_municipality_it_is_on_the_list_of_what_is_missing(pair: Checked) -> None:
    gap = next(gap for gap in pair.marit.gaps(pair.case) if "privacybesluit" in gap.sentence)
    assert gap.sentence == "2 zinnen vragen nog een privacybesluit."
    assert gap.at == (pair.case, "summary")
    for sentence in pair.sentences(pair.marit):
        pair.marit.clear_sentence(sentence, Ground.NOBODY)
    assert not any("privacybesluit" in gap.sentence for gap in pair.marit.gaps(pair.case))
    pair.marit.set_field(pair.case, "summary", NAMED.replace("aan", "op"))
    pair.marit.set_field(pair.case, "status", "concept")
    assert not any("privacybesluit" in gap.sentence for gap in pair.marit.gaps(pair.case))


def test_of_a_case_that_is_deleted_nothing_is_asked(pair: Checked) -> None:
    pair.marit.delete(pair.case)
    assert pair.sentences(pair.marit) == []
    assert not any("privacybesluit" in gap.sentence for gap in pair.marit.standing(pair.case).gaps)
    assert pair.marit.dossier(pair.case) is None
    assert pair.marit.check_privacy() == ()


def test_the_check_list_of_a_pdf_says_what_nobody_decided_about(pair: Checked) -> None:
    (paper,) = pair.marit.publish(pair.folder / "uit.pdf", case=pair.case)
    assert "‘De Kolenbuurt’: 2 zinnen vragen nog een privacybesluit." in paper.checks


def test_all_cases_and_chapters_are_read_and_it_can_be_stopped(pair: Checked) -> None:
    chapter = str(pair.marit.create_record("chapter", pair.marit.project.workbook, {"title": "Slot"}).record)
    pair.marit.set_field(chapter, "body", "De melder woont in de Kerkstraat.")
    found = pair.marit.check_privacy()
    assert [(each.title, each.open) for each in found] == [("De Kolenbuurt", 2), ("Slot", 1)]
    pair.marit.clear_sentence(found[1].sentences[0], Ground.INVENTED)
    assert pair.marit.check_privacy()[1].open == 0
    for number in range(20):
        pair.marit.create_record("case", None, {"title": f"Geval {number}"})
    with pytest.raises(Cancelled):
        pair.marit.check_privacy(lambda _done, _of, _word: False)


def test_nothing_that_is_found_is_logged(pair: Checked, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        pair.marit.clear_sentence(pair.sentences(pair.marit)[0], Ground.AGREED)
        pair.marit.check_privacy()
    assert "Hoek" not in caplog.text

"""Akkoord on real project files of two computers."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.workspace.pair import Pair
from werkboek_desktop.domain.approvals import Next, State
from werkboek_desktop.domain.asking import Reason
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.since import How
from werkboek_desktop.domain.today_facts import Sort
from werkboek_desktop.domain.version import Version
from werkboek_desktop.errors import BadFieldValue, FileExists, NoProof
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, restore
from werkboek_desktop.workspace.agreeing import Answered, Sending
from werkboek_desktop.workspace.akkoord import Stand

TEXT = "Wij belden aan. Niemand deed open. De straat bleef stil."
PEOPLE = "Aantal inwoners van het gebied"
NOW = int(datetime(2026, 11, 25, 9, tzinfo=UTC).timestamp())
YES = Answered("Anja Bos", "municipality", "approved", "2026-11-25", "wethouder", "mail")


class Asked(Pair):
    """There is something to ask an akkoord for."""

    def fill(self) -> None:
        self.measures = [self.make("measure", self.case, measure=name) for name in ("Cameras", "Jongerenwerk")]
        self.quote = self.make("quote", self.case, quote="Het is hier stil.", speaker="Piet")

    def proof(self, moves: bool = False) -> RecordId:
        self.sent += 1
        out = self.folder / f"proef {self.sent}.pdf"
        made = self.marit.make_proof(self.case, out, Sending("De gemeente", "2026-12-09", moves=moves))
        return str(made.changed.record)

    def stand(self, who: Workspace, type_: str = "municipality") -> Stand:
        (found,) = (each for each in who.akkoord(self.case).stands if each.type == type_)
        return found


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[Asked]:
    made = Asked(tmp_path, partial(next, count(NOW)), summary=TEXT, inhabitants=1200)
    yield made
    made.close()


def test_a_proof_says_what_it_is_and_is_kept_with_its_version(pair: Asked) -> None:
    assert pair.marit.akkoord(pair.case).next is Next.SEND
    assert pair.marit.lacking_for(pair.case, "with_municipality")
    out = pair.folder / "proef.pdf"
    made = pair.marit.make_proof(pair.case, out, Sending("De gemeente", "9 december 2026", moves=True))
    assert out.read_bytes().startswith(b"%PDF")
    assert "vóór 9 december 2026" in made.mail.text
    found = pair.marit.akkoord(pair.case)
    (proof,) = found.proofs
    assert (found.waits, found.next) == (proof.record, Next.REGISTER)
    assert (proof.sent_to, proof.sent_on, proof.deadline) == ("De gemeente", "2026-11-25", "2026-12-09")
    assert pair.marit.record(pair.case).value("status") == "with_municipality"
    assert pair.marit.steps.done[-1].name == "Proef gemaakt"
    pair.marit.undo()
    assert pair.marit.akkoord(pair.case).proofs == ()
    assert pair.marit.record(pair.case).value("status") == "editing"
    with pytest.raises(FileExists):
        pair.marit.make_proof(pair.case, out, Sending("De gemeente"))
    with pytest.raises(BadFieldValue):
        pair.marit.make_proof(pair.case, pair.folder / "x.pdf", Sending(" "))
    assert not (pair.folder / "x.pdf").exists()


def test_an_akkoord_lapses_on_every_computer_and_a_correction_mends_it_there_too(pair: Asked) -> None:
    proof = pair.proof()
    pair.yusuf.set_field(pair.case, "summary", TEXT.replace("stil", "heel stil"))
    pair.marit.register_akkoord(proof, YES)
    assert pair.stand(pair.marit).state is State.STANDS
    pair.send(pair.marit, pair.yusuf)
    pair.send(pair.yusuf, pair.marit)
    for who in (pair.marit, pair.yusuf):
        stand = pair.stand(who)
        assert (stand.state, stand.sentences) == (State.LAPSED, 1)
        assert who.akkoord(pair.case).next is Next.DECIDE
        (told,) = who.since_proof(proof)
        assert (told.how, told.label, told.before, told.reasons) == (How.CHANGED, "In het kort", TEXT, frozenset())
    (waits,) = (one for one in pair.marit.agenda().waiting if one.sort is Sort.LAPSED)
    assert waits.record == pair.stand(pair.marit).answer
    pair.marit.decide_akkoord(pair.stand(pair.marit).answer, "minor_correction")
    pair.send(pair.marit, pair.yusuf)
    assert {pair.stand(who).state for who in (pair.marit, pair.yusuf)} == {State.STANDS}
    assert pair.marit.state_hash() == pair.yusuf.state_hash()
    pair.marit.undo()
    assert pair.stand(pair.marit).state is State.LAPSED
    pair.marit.decide_akkoord(pair.stand(pair.marit).answer, "ask_again")
    found = pair.marit.akkoord(pair.case)
    assert (pair.stand(pair.marit).state, found.next) == (State.ASK_AGAIN, Next.SEND)


def test_a_step_a_board_a_list_and_paper_tell_of_a_lapsed_akkoord_as_the_agenda_does(pair: Asked) -> None:
    lapsed = "De tekst is gewijzigd na het akkoord van de gemeente."

    def told() -> list[bool]:
        (paper,) = pair.marit.publish(pair.folder / "boek.pdf", case=pair.case, force=True)
        return [
            lapsed in [gap.sentence for gap in pair.marit.lacking_for(pair.case, "approved")],
            lapsed in [gap.sentence for gap in pair.marit.gaps(pair.case)],
            lapsed in [gap.sentence for gap in pair.marit.lacking(pair.case)],
            f"‘De Kolenbuurt’: {lapsed}" in paper.checks,
            pair.marit.lists.facts("case")[pair.case].lapsed,
            any(one.sort is Sort.LAPSED for one in pair.marit.agenda().waiting),
        ]

    proof = pair.proof(moves=True)
    assert "Het akkoord van de gemeente is nog niet vastgelegd." in [
        each.sentence for each in pair.marit.gaps(pair.case)
    ]
    pair.marit.register_akkoord(proof, YES)
    assert "akkoord van de gemeente" not in str(pair.marit.gaps(pair.case))
    assert not any(told())
    pair.marit.set_field(pair.case, "status", "approved")
    pair.marit.set_field(pair.case, "summary", "Anders.")
    assert all(told())
    pair.marit.decide_akkoord(pair.stand(pair.marit).answer, "ask_again")
    assert "Het akkoord van de gemeente moet opnieuw gevraagd worden." in str(pair.marit.gaps(pair.case))
    pair.marit.put_back(proof)
    assert not any(told())


def test_what_changed_is_told_item_by_item_and_the_old_text_comes_back_in_one_step(pair: Asked) -> None:
    proof, (cameras, youth) = pair.proof(), pair.measures
    pair.marit.register_akkoord(proof, YES)
    pair.marit.set_field(pair.case, "inhabitants", "1300")
    pair.marit.set_field(pair.case, "summary", f"{TEXT} Dat bleef niet zo.")
    pair.marit.move(youth, None, None)
    pair.marit.delete(cameras)
    new = pair.make("measure", pair.case, measure="Bibob")
    gone = pair.make("measure", pair.case, measure="Vergissing")
    pair.marit.delete(gone)
    told = {(each.how, each.record, each.label): each for each in pair.marit.since_proof(proof)}
    assert told.keys() == {
        (How.CHANGED, pair.case, PEOPLE),
        (How.CHANGED, pair.case, "In het kort"),
        (How.MOVED, youth, "Maatregel"),
        (How.REMOVED, cameras, "Maatregel"),
        (How.ADDED, new, "Maatregel"),
    }
    inhabitants = told[How.CHANGED, pair.case, PEOPLE]
    assert (inhabitants.before, inhabitants.after) == ("1.200", "1.300")
    assert inhabitants.reasons == {Reason.FIGURE}
    assert told[How.CHANGED, pair.case, "In het kort"].reasons == {Reason.NEGATION}
    assert "Cameras" in told[How.REMOVED, cameras, "Maatregel"].before
    _changed, left = pair.marit.put_back(proof)
    assert left == ()
    assert pair.marit.since_proof(proof) == []
    assert pair.stand(pair.marit).state is State.STANDS
    pair.marit.undo()
    assert len(pair.marit.since_proof(proof)) == len(told)


def test_a_field_with_two_versions_is_left_and_said(pair: Asked) -> None:
    proof = pair.proof()
    pair.send(pair.marit, pair.yusuf)
    for who, name in ((pair.marit, "De Kade"), (pair.yusuf, "De Haven")):
        who.set_field(pair.case, "title", name)
    pair.send(pair.yusuf, pair.marit)
    pair.marit.set_field(pair.case, "summary", "Anders.")
    _changed, left = pair.marit.put_back(proof)
    assert [(each.field, each.why) for each in left] == [("title", "Hier staan twee versies: kies eerst.")]
    (told,) = pair.marit.since_proof(proof)
    assert told.after.startswith("Twee versies:\n")
    assert "De Haven" in told.after


def test_a_quote_is_agreed_to_by_itself(pair: Asked) -> None:
    proof = pair.proof()
    pair.marit.register_akkoord(proof, YES)
    pair.marit.register_akkoord(proof, Answered("Piet", "quote", "approved", "2026-11-25", part=pair.quote))
    pair.marit.set_field(pair.case, "summary", "Anders.")
    assert pair.stand(pair.marit).state is State.LAPSED
    quote = pair.stand(pair.marit, "quote")
    assert (quote.state, quote.title) == (State.STANDS, "Het is hier stil.")
    pair.marit.set_field(pair.quote, "quote", "Het is hier druk.")
    assert pair.stand(pair.marit, "quote").state is State.LAPSED
    pair.marit.decide_akkoord(pair.stand(pair.marit, "quote").answer, "minor_correction")
    assert pair.stand(pair.marit, "quote").state is State.STANDS
    with pytest.raises(NoProof):
        pair.marit.register_akkoord(proof, YES._replace(part=pair.case))


def test_what_cannot_be_judged_here_is_said(pair: Asked) -> None:
    elsewhere = pair.folder / "version"
    elsewhere.write_bytes(Version((pair.case,), {"case": ("title",)}, {"people": (), "work": ("f" * 64,)}).to_bytes())
    sha = pair.marit.add_attachment(elsewhere)
    proof = pair.make("proof", pair.case, version=sha, sent_to="De gemeente", sent_on="2026-11-26")
    pair.marit.register_akkoord(proof, YES)
    assert pair.stand(pair.marit).state is State.NOT_YET
    assert pair.marit.akkoord(pair.case).next is Next.NOTHING
    with pytest.raises(NoProof):
        pair.marit.since_proof(proof)
    with pytest.raises(NoProof):
        pair.marit.put_back(proof)


def test_evidence_stays_here_and_goes_along_with_a_backup(pair: Asked) -> None:
    scan = pair.folder / "Mail van Anja Bos.EML"
    scan.write_bytes(b"Akkoord, Anja")
    proof = pair.proof()
    with pytest.raises(BadFieldValue):
        pair.marit.register_akkoord(proof, YES._replace(by="", evidence=scan))
    approval = str(pair.marit.register_akkoord(proof, YES._replace(evidence=scan)).record)
    (kept,) = pair.marit.akkoord(pair.case).proofs[0].answers[0].evidence
    assert (kept.parent.name, kept.suffix, kept.read_bytes()) == (approval, ".eml", b"Akkoord, Anja")
    assert [path for path in kept.parents[1].rglob("*") if path.is_file()] == [kept]
    pair.send(pair.marit, pair.yusuf)
    assert pair.yusuf.akkoord(pair.case).proofs[0].answers[0].evidence == ()
    backups = [pair.marit.backup().path, pair.marit.backup(pair.folder / "kopie.werkboek").path]
    for number, path in enumerate(backups):
        again = pair.folder / f"terug {number}.werkboek"
        restore(path, again, App.of_this_computer())
        with Workspace.open(again, App.of_this_computer()) as workspace:
            (found,) = workspace.akkoord(pair.case).proofs[0].answers[0].evidence
        assert found.read_bytes() == b"Akkoord, Anja"

"""A case read sentence by sentence, and what a person decided about it."""

from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.privacy.check import Check, Known
from werkboek_desktop.domain.privacy.clearing import fingerprint, is_of
from werkboek_desktop.domain.privacy.finding import Sort
from werkboek_desktop.domain.privacy.reading import Dossier, Sentence, checked_fields, composites
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, RecordView, Status, Variant

CASE, QUOTE = "c" * 32, "d" * 32
SALT = bytes(16)
SENTENCE = "Fatima El Idrissi begon."
CHECK = Check(Known((("Fatima", "", "El Idrissi"),)))


def view(*values: Value) -> FieldView:
    variants = tuple(Variant(value, "p", 7, (str(at) * 64,)) for at, value in enumerate(values))
    if len(values) == 1:
        return FieldView(Status.SETTLED, values[0], variants[0].changes, variants)
    return FieldView(Status.CONFLICT, None, (), variants)


def record(kind: str, id_: str = CASE, /, **fields: Value | FieldView) -> RecordView:
    views = {name: value if isinstance(value, FieldView) else view(value) for name, value in fields.items()}
    return RecordView(RecordKey(kind, None if kind == "case" else CASE, id_), "work", fields=views)


def clearance(sentence: str = SENTENCE, words: str = "Fatima El Idrissi", /, **more: Value) -> RecordView:
    said: dict[str, Value] = {
        "about": CASE,
        "field": "summary",
        "finding": "name",
        "ground": "agreed",
        "sentence": fingerprint(sentence, SALT),
        "words": fingerprint(words, SALT),
    }
    return record("clearance", "e" * 32, **said | more)


def read(case: RecordView, *owned: RecordView) -> list[Sentence]:
    return Dossier(CHECK, case, owned).sentences()


def test_each_sentence_is_told_once_with_where_it_stands() -> None:
    case = record("case", title="Dorpsstraat 4", summary=f"Rust. **{SENTENCE}**\n- {SENTENCE} Bel 06-12345678.")
    found = read(case, record("quote", QUOTE, quote="Bel 06-12345678!", speaker="Fatima El Idrissi"))
    assert [(each.record, each.field, each.text) for each in found] == [
        (CASE, "title", "Dorpsstraat 4"),
        (CASE, "summary", SENTENCE),
        (CASE, "summary", "Bel 06-12345678."),
        (QUOTE, "quote", "Bel 06-12345678!"),
    ]
    assert all(each.is_open and each.owner == CASE for each in found)


def test_of_a_field_with_two_versions_both_are_read() -> None:
    case = record("case", summary=view("Rust.", SENTENCE))
    assert [each.text for each in read(case)] == [SENTENCE]


def test_what_a_link_mails_is_read_too() -> None:
    (found,) = read(record("case", summary="Vragen? [Mail ons](mailto:f@duinrade.example) gerust."))
    assert [each.words for each in found.pointed] == ["f@duinrade.example"]


def test_names_of_people_stand_in_fields_of_their_own() -> None:
    assert "speaker" not in {field.key for field in checked_fields("quote")}
    assert checked_fields("contact") == checked_fields("comment") == checked_fields("clearance") == ()
    assert {"title", "summary", "editor_note"} <= {field.key for field in checked_fields("case")}


def test_a_decision_holds_for_its_finding_in_its_sentence_alone() -> None:
    case = record("case", summary=SENTENCE)
    (found,) = read(case, clearance(note="mondeling"))
    assert not found.is_open
    stay = found.pointed[0].stay
    assert stay
    assert (stay.ground, stay.note, stay.by, stay.on) == ("agreed", "mondeling", "p", 7)
    assert read(record("case", summary=f"{SENTENCE[:-1]} vroeg."), clearance())[0].is_open
    assert read(record("case", context=SENTENCE), clearance())[0].is_open
    assert read(case, clearance(SENTENCE, "Fatima"))[0].is_open
    assert read(case, clearance(finding="phone"))[0].is_open
    assert read(case, clearance("Iets anders."))[0].is_open


def test_a_clearance_that_another_program_wrote_may_be_odd() -> None:
    case = record("case", summary=SENTENCE)
    for odd in ("", "zz.1", "00", None):
        assert read(case, clearance(**{"sentence": odd}))[0].is_open
    assert not read(case, clearance(ground="newer"))[0].is_open


def test_a_fingerprint_says_nothing_of_the_words_and_is_another_with_another_salt() -> None:
    printed = fingerprint(SENTENCE, SALT)
    assert is_of(printed, SENTENCE)
    assert not is_of(printed, SENTENCE + " ")
    assert printed != fingerprint(SENTENCE, bytes([1] * 16))
    assert "atima" not in printed


def test_who_said_yes_to_being_quoted_may_be_named() -> None:
    case = record("case", summary=SENTENCE)
    asked = record("quote", QUOTE, quote="Mooi.", speaker="Fatima El Idrissi")
    assert len(read(case, asked)) == 1
    said_yes = record("quote", QUOTE, quote="Mooi.", speaker="Fatima El Idrissi", name_authorised_on="2026-01-01")
    assert read(case, said_yes) == []
    dispute = record("quote", QUOTE, speaker="Fatima El Idrissi", name_authorised_on=view("2026-01-01", None))
    assert len(read(case, dispute)) == 1


def test_a_composite_person_is_told_of_as_long_as_the_sentence_stands() -> None:
    marked = clearance(composite=True)
    assert composites(record("case", summary=SENTENCE), [marked]) == {(CASE, "summary")}
    assert composites(record("case", summary="Iets anders."), [marked]) == frozenset()
    assert composites(record("case", summary=SENTENCE), [clearance()]) == frozenset()


def test_what_two_sentences_tell_together_is_decided_about_as_one() -> None:
    young, street = "Een jongen van veertien bracht ze rond.", "Hij woont in de Parklaan."
    pair, words = f"{young} {street}", f"{young[4:]} {street[:-1]}"
    case = record("case", summary=f"Rust. {pair}\n\n{street}")
    (found,) = read(case)
    ((age,),) = ([each] for each in found.pointed)
    assert (found.text, age.words, age.finding.sort) == (pair, words, Sort.AGE)
    ((at, each),) = Dossier(CHECK, case, ()).open_in(CASE, "summary", f"Rust. {pair}")
    assert (at, each.words) == (len("Rust. "), words)
    decided = clearance(pair, words, finding="age")
    assert not any(each.is_open for each in read(case, decided))
    assert all(each.is_open for each in read(record("case", summary=pair.replace("veertien", "twaalf")), decided))
    assert read(record("case", summary=f"{young}\n\n{street}")) == []


def test_in_a_paragraph_the_open_ones_are_pointed_at_where_their_sentence_is() -> None:
    text = f"Rust. {SENTENCE} Bel 06-12345678. Bel 06-12345678."
    marks = list(Dossier(CHECK, record("case", summary=text), [clearance()]).open_in(CASE, "summary", text))
    phones = [(text[at + each.finding.start :][:11], each.finding.sort) for at, each in marks]
    assert phones == [("06-12345678", Sort.PHONE)] * 2
    assert len({at for at, _each in marks}) == 2

"""Out to a document and in again: what nobody touched stays to the byte, and what somebody wrote is all there."""

from copy import deepcopy
from io import BytesIO

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given
from hypothesis import strategies as st

from tests.interchange.editing import paragraphs
from tests.interchange.samples import CASE, FEWER, HEAD, PROJECT, document, filled, value_in, with_members
from werkboek_desktop.interchange.origin import from_properties, tag_of
from werkboek_desktop.interchange.reading import read
from werkboek_desktop.interchange.slots import by_headings, by_ids

AWKWARD = """De buurt sliep *slecht*, en **niemand**  belde.\tTabs ook. Zie art.\u00a013b.
## Een kop
- punt **een**. Nog een zin.
  - dieper
- punt twee
1. eerst

1. dan
### Kleine kop
> Citaat: ‘ik ga’. Ja.
Zie [de *site*](https://example.org/x?a=1&b=2), of \u2011 cliënt\u0301en 👩\u200d👧.
1.  opnieuw  """

SENTENCES = st.sampled_from(
    ["De buurt sliep slecht.", "**Niemand** belde.", "Wie is *aan zet*?", "Art. 13b gold.", "€ 500 ging mee!", "Ja."]
)
MARKERS = st.sampled_from(["", "", "- ", "  - ", "1. ", "## ", "### ", "> "])
LINES = st.lists(st.tuples(MARKERS, st.lists(SENTENCES, min_size=1, max_size=4)), min_size=1, max_size=6)


def edited(data: bytes, at: int, text: str) -> bytes:
    """The document with text behind that of its at-th run, which is in a field."""
    opened = Document(BytesIO(data))
    nodes = [node for each in paragraphs(opened) for node in each._p.iter(qn("w:t")) if _in_context(node)]
    nodes[at % len(nodes)].text = f"{nodes[at % len(nodes)].text}{text}"
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def edited_sentence(data: bytes, old: str, new: str) -> bytes:
    """The document with one sentence rewritten."""
    opened = Document(BytesIO(data))
    (node,) = [node for node in opened.element.body.iter(qn("w:t")) if node.text and old in node.text]
    node.text = node.text.replace(old, new)
    out = BytesIO()
    opened.save(out)
    return out.getvalue()


def _in_context(node: object) -> bool:
    controls = node.iterancestors(qn("w:sdt"))  # type: ignore[attr-defined]  # an element
    return any(tag_of(CASE, "context") == tag.get(qn("w:val")) for each in controls for tag in each.iter(qn("w:tag")))


def test_what_it_was_made_from_comes_back() -> None:
    origin = from_properties(read(document({"context": AWKWARD})).properties)
    assert origin
    assert (origin.project, origin.record) == (PROJECT, CASE)
    assert origin.fields[tag_of(CASE, "context")].heads == (HEAD,)


def test_a_text_that_nobody_touched_comes_back_to_the_byte() -> None:
    assert value_in(document({"context": AWKWARD}), "context", AWKWARD) == AWKWARD


def test_only_the_sentence_that_was_edited_differs() -> None:
    data = edited(document({"context": AWKWARD}), 0, "jaren ")
    sentence = AWKWARD[: AWKWARD.index(" Zie art.")]
    rewritten = sentence.replace("sliep ", "sliep jaren ").replace("\t", " ")
    assert value_in(data, "context", AWKWARD) == AWKWARD.replace(sentence, rewritten)


@FEWER
@given(LINES, st.integers(0, 99), st.sampled_from([" Erbij.", "en", "", " **"]))
def test_whatever_is_edited_the_rest_stays(lines: list[tuple[str, list[str]]], at: int, text: str) -> None:
    value = "\n".join(f"{marker}{' '.join(sentences)}" for marker, sentences in lines)
    data = document({"context": value})
    assert value_in(data, "context", value) == value
    came = value_in(edited(data, at, text), "context", value).split("\n")
    there = value.split("\n")
    assert len(came) == len(there)
    changed = [pair for pair in zip(there, came, strict=True) if pair[0] != pair[1]]
    assert len(changed) <= 1
    assert not filled(data, "context").strays


def test_tracked_changes_count_as_accepted_and_are_listed() -> None:
    opened = Document(BytesIO(document({"context": "De buurt sliep slecht. Niemand belde.\nNog een alinea.\nEn een."})))
    first, second = [each for each in paragraphs(opened) if each.text.startswith(("De buurt", "Nog een"))]
    first.runs[0].text = "De buurt sliep slecht. "
    space = nsdecls("w")
    for xml in (
        f'<w:del {space} w:id="1" w:author="Jan"><w:r><w:delText>Niemand belde.</w:delText></w:r></w:del>',
        f'<w:ins {space} w:id="2" w:author="Jan"><w:r><w:t>Iedereen belde.</w:t></w:r></w:ins>',
    ):
        first._p.append(parse_xml(xml))
    ended = parse_xml(f'<w:rPr {space}><w:del w:id="3" w:author="Jan"/></w:rPr>')
    second._p.get_or_add_pPr().append(ended)
    out = BytesIO()
    opened.save(out)
    assert value_in(out.getvalue(), "context", "") == "De buurt sliep slecht. Iedereen belde.\nNog een alinea.En een."
    assert [(each.author, each.text, each.is_deleted) for each in read(out.getvalue()).tracked] == [
        ("Jan", "Niemand belde.", True),
        ("Jan", "Iedereen belde.", False),
    ]


def test_a_comment_stands_where_it_was_made() -> None:
    opened = Document(BytesIO(document({"context": "Een zin. Nog een zin.", "approach": "Later."})))
    runs = next(each for each in paragraphs(opened) if each.text.startswith("Een zin")).runs
    opened.add_comment(runs, text="Klopt dit?", author="Jan", initials="J")
    out = BytesIO()
    opened.save(out)
    found = read(out.getvalue())
    assert [(each.author, each.text) for each in found.remarks.values()] == [("Jan", "Klopt dit?")]
    (note,) = filled(out.getvalue(), "context", "approach").notes
    assert (note.tag, note.line, note.at) == (tag_of(CASE, "context"), 0, 0)


def test_what_stands_outside_all_fields_is_kept_apart() -> None:
    opened = Document(BytesIO(document({"context": "Een zin."})))
    question = next(each for each in paragraphs(opened) if each.text == "Wat speelde er?")
    question.add_run(" Van alles.")
    out = BytesIO()
    opened.save(out)
    assert filled(out.getvalue(), "context").strays[0].text == "Wat speelde er? Van alles."
    assert value_in(out.getvalue(), "context", "Een zin.") == "Een zin."


def test_our_own_words_are_known_whatever_another_version_calls_things() -> None:
    data = document({"context": "Een zin.", "approach": ""})
    tags = [tag_of(CASE, name) for name in ("context", "approach", "title", "subtitle", "scale", "measure", "by")]
    found = by_ids(read(data), tags, ())
    assert found.strays == ()
    assert found.fields == filled(data, "context", "approach").fields


def test_a_control_that_is_gone_leaves_the_bookmark() -> None:
    opened = Document(BytesIO(document({"context": "Een zin.\n- en\n- twee", "approach": "", "outlook": "Slot."})))
    for control in list(opened.element.body.iter(qn("w:sdt"))):
        for inner in reversed(control.find(qn("w:sdtContent"))):
            control.addnext(inner)
        control.getparent().remove(control)
    out = BytesIO()
    opened.save(out)
    assert value_in(out.getvalue(), "context", "") == "Een zin.\n- en\n- twee"
    assert value_in(out.getvalue(), "approach", "") == ""
    assert value_in(out.getvalue(), "outlook", "") == "Slot."


def test_a_row_that_was_copied_is_no_more_text_of_the_first() -> None:
    opened = Document(BytesIO(document({"context": "Een zin."})))
    row = opened.tables[-1].rows[-1]._tr
    copy = deepcopy(row)
    next(node for node in copy.iter(qn("w:t")) if node.text == "Sluiten").text = "Openen"
    row.addnext(copy)
    out = BytesIO()
    opened.save(out)
    assert value_in(out.getvalue(), "measure", "Sluiten") == "Sluiten"
    assert [stray.text for stray in filled(out.getvalue(), "context").strays] == ["Openen"]


def test_a_heading_without_words_a_number_and_a_table_end_no_text() -> None:
    opened = Document()
    opened.add_heading("Aanleiding", 1)
    opened.add_heading("", 2)
    opened.add_paragraph("Eerst.")
    opened.add_heading("2023", 2)
    opened.add_table(1, 1).rows[0].cells[0].text = "12"
    opened.add_paragraph("Daarna.")
    opened.add_heading("Slot", 1)
    opened.add_paragraph("Einde.")
    out = BytesIO()
    opened.save(out)
    found = by_headings(read(out.getvalue()), {"Aanleiding": "context", "Slot": "outlook"}, ("",))
    shown = {tag: [run.text for line in lines for run in line.runs if run.text] for tag, lines in found.fields.items()}
    assert shown == {"context": ["Eerst.", "2023", "Daarna."], "outlook": ["Einde."]}
    assert [stray.text for stray in found.strays] == ["12"]


def test_a_note_below_the_page_is_read_where_it_is_referred_to() -> None:
    opened = Document(BytesIO(document({"context": "Een zin.\nNog een zin.", "approach": "Later."})))
    first, second = [each for each in paragraphs(opened) if each.text in {"Een zin.", "Nog een zin."}]
    space = nsdecls("w")
    first._p.append(parse_xml(f'<w:r {space}><w:footnoteReference w:id="2"/></w:r>'))
    gone = f'<w:del {space} w:author="Jan"><w:r><w:footnoteReference w:id="3"/></w:r></w:del>'
    second._p.append(parse_xml(gone))
    out = BytesIO()
    opened.save(out)
    kept = "".join(
        f'<w:footnote w:id="{id_}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote>'
        for id_, text in ((2, "Bron: de wijk."), (3, "Bron: niemand."))
    )
    data = with_members(out.getvalue(), {"word/footnotes.xml": f"<w:footnotes {space}>{kept}</w:footnotes>".encode()})
    found = filled(data, "context", "approach")
    assert [(stray.text, stray.near[0]) for stray in found.strays] == [("Bron: de wijk.", tag_of(CASE, "context"))]
    assert value_in(data, "context", "") == "Een zin.\nNog een zin."
    assert [(each.author, each.text, each.is_deleted) for each in read(data).tracked] == [
        ("Jan", "Bron: niemand.", True)
    ]


def test_a_note_behind_the_text_is_read_as_one_below_a_page() -> None:
    for kind in ("footnote", "endnote"):
        note = f"<w:{kind}><w:p><w:r><w:t>Bron: de wijk.</w:t></w:r></w:p></w:{kind}>"
        notes = f"<w:{kind}s {nsdecls('w')}>{note}</w:{kind}s>".encode()
        found = filled(with_members(document({}), {f"word/{kind}s.xml": notes}))
        assert [stray.text for stray in found.strays] == ["Bron: de wijk."]

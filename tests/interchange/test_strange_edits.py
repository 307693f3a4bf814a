"""Whatever somebody's word processor does to a document, each of their sentences is somewhere, and ours are too."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

import pytest
from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from hypothesis import given
from hypothesis import strategies as st

from tests.interchange.samples import CASE, FEWER, OWN, document
from werkboek_desktop.interchange.origin import tag_of, written
from werkboek_desktop.interchange.reading import read
from werkboek_desktop.interchange.slots import by_ids

SPACES = nsdecls("w")
TEXTS = {
    "context": "De buurt sliep slecht. Niemand belde.\n- Punt een.\n- Punt twee.",
    "approach": "",
    "outlook": "Later.",
}
OURS = {"De buurt sliep slecht. Niemand belde.", "Punt een.", "Punt twee.", "Later.", "Samen", "wijk", "Sluiten"}
TAGS = [tag_of(CASE, name) for name in (*TEXTS, "title", "subtitle", "scale", "measure", "by")]


def behind(xml: str) -> Callable[[BaseOxmlElement, str], None]:
    return lambda paragraph, run: paragraph.addnext(_made(xml, run))


def before(xml: str) -> Callable[[BaseOxmlElement, str], None]:
    return lambda paragraph, run: paragraph.addprevious(_made(xml, run))


def inside(xml: str) -> Callable[[BaseOxmlElement, str], None]:
    return lambda paragraph, run: paragraph.append(_made(xml, run))


def _made(xml: str, run: str) -> BaseOxmlElement:
    made: BaseOxmlElement = parse_xml(xml.replace("RUN", run).replace(">", f" {SPACES}>", 1))
    return made


def row_copied(paragraph: BaseOxmlElement, run: str) -> None:
    """The row it stands in once more, with more in it; else more in itself."""
    for row in paragraph.iterancestors(qn("w:tr")):
        copy = deepcopy(row)
        for node in list(copy.iter(qn("w:t"))):
            node.text = ""
        next(copy.iter(qn("w:p"))).append(_made(run, ""))
        row.addnext(copy)
        return
    paragraph.append(_made(run, ""))


WRITING = (
    inside("RUN"),
    inside('<w:ins w:author="Jan">RUN</w:ins>'),
    inside('<w:moveTo w:author="Jan">RUN</w:moveTo>'),
    inside("<w:hyperlink>RUN</w:hyperlink>"),
    inside("<w:r><w:pict><w:txbxContent><w:p>RUN</w:p></w:txbxContent></w:pict></w:r>"),
    behind("<w:p>RUN</w:p>"),
    before("<w:p>RUN</w:p>"),
    behind("<w:tbl><w:tr><w:tc><w:p>RUN</w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
    behind('<w:sdt><w:sdtPr><w:tag w:val="x"/></w:sdtPr><w:sdtContent><w:p>RUN</w:p></w:sdtContent></w:sdt>'),
    row_copied,
)


def unwrapped(body: BaseOxmlElement, at: int) -> None:
    controls = list(body.iter(qn("w:sdt")))
    if controls:
        control = controls[at % len(controls)]
        for each in reversed(control.find(qn("w:sdtContent"))):
            control.addnext(each)
        control.getparent().remove(control)


def renamed(body: BaseOxmlElement, at: int) -> None:
    marks = list(body.iter(qn("w:bookmarkStart")))
    marks[at % len(marks)].set(qn("w:name"), f"_Hlk{at}")


def restyled(body: BaseOxmlElement, at: int) -> None:
    found = list(body.iter(qn("w:p")))
    found[at % len(found)].style = ("Heading1", "Normal", "Quote")[at % 3]


def joined(body: BaseOxmlElement, at: int) -> None:
    found = list(body.iter(qn("w:p")))
    end = parse_xml(f'<w:rPr {SPACES}><w:del w:author="Jan"/></w:rPr>')
    found[at % len(found)].get_or_add_pPr().append(end)


SAID = {tag.partition(".")[2]: "" for tag in TAGS} | {
    "context": "De buurt sliep slecht. Niemand belde.Punt een.Punt twee.",
    "outlook": "Later.",
    "title": "Samen",
    "scale": "wijk",
    "measure": "Sluiten",
}
PLACES = st.integers(0, 99)


@FEWER
@given(
    st.lists(st.tuples(st.sampled_from(WRITING), PLACES), max_size=5),
    st.lists(st.tuples(st.sampled_from([unwrapped, renamed, restyled, joined]), PLACES), max_size=6),
)
def test_every_sentence_is_somewhere_once(
    writing: list[tuple[Callable[[BaseOxmlElement, str], None], int]],
    breaking: list[tuple[Callable[[BaseOxmlElement, int], None], int]],
) -> None:
    opened = Document(BytesIO(document(TEXTS)))
    body = opened.element.body
    theirs = [f"Zin {number} erbij." for number in range(len(writing))]
    for (write, at), text in zip(writing, theirs, strict=True):
        found = list(body.iter(qn("w:p")))
        write(found[at % len(found)], f'<w:r><w:t xml:space="preserve"> {text}</w:t></w:r>')
    for break_, at in breaking:
        break_(body, at)
    out = BytesIO()
    opened.save(out)
    filled = by_ids(read(out.getvalue()), TAGS, OWN)
    lines = [line for found in filled.fields.values() for line in written(found)]
    said = "\n".join([*lines, *(stray.text for stray in filled.strays)])
    assert [text for text in theirs if said.count(text) != 1] == []
    assert {text for text in OURS if text not in said} == set()
    left = said
    for text in (*theirs, *OURS, *OWN, "Schrijf gerust.", "scale"):
        left = left.replace(text, "")
    assert not any(map(str.isalpha, left)), left


def taken_away(body: BaseOxmlElement, *texts: str, leaves: str = "") -> None:
    """Tracked: these paragraphs and their ends, but for so much of the text."""
    for paragraph in body.iter(qn("w:p")):
        if _text(paragraph) in texts:
            for run in list(paragraph.iter(qn("w:r"))):
                gone: BaseOxmlElement = parse_xml(f'<w:del {SPACES} w:author="Jan"/>')
                run.addprevious(gone)
                gone.append(run)
            if leaves:
                paragraph.append(parse_xml(f"<w:r {SPACES}><w:t>{leaves}</w:t></w:r>"))
            joined(paragraph.getparent(), list(paragraph.getparent().iter(qn("w:p"))).index(paragraph))


def _text(paragraph: BaseOxmlElement) -> str:
    return "".join(str(node.text or "") for node in paragraph.iter(qn("w:t")))


@pytest.mark.parametrize("leaves", ["", "Rest."])
@pytest.mark.parametrize("has_controls", [True, False])
@pytest.mark.parametrize(
    ("name", "texts"),
    [
        ("context", ("De buurt sliep slecht. Niemand belde.", "Punt een.", "Punt twee.")),
        ("outlook", ("Later.",)),
        ("scale", ("wijk",)),
        ("measure", ("Sluiten",)),
        ("title", ("Samen",)),
    ],
)
def test_what_follows_a_text_that_was_taken_away_to_its_end_comes_not_in_its_place(
    name: str, texts: tuple[str, ...], leaves: str, has_controls: bool
) -> None:
    opened = Document(BytesIO(document(TEXTS)))
    taken_away(opened.element.body, *texts, leaves=leaves)
    while not has_controls and list(opened.element.body.iter(qn("w:sdt"))):
        unwrapped(opened.element.body, 0)
    out = BytesIO()
    opened.save(out)
    filled = by_ids(read(out.getvalue()), TAGS, OWN)
    said = {tag: "".join(run.text for line in lines for run in line.runs) for tag, lines in filled.fields.items()}
    expected = {tag_of(CASE, key): text for key, text in SAID.items()} | {tag_of(CASE, name): leaves * len(texts)}
    assert said == expected
    assert filled.strays == ()


def test_words_of_ours_without_a_mark_come_not_in_the_place_of_what_was_taken_away() -> None:
    opened = Document(BytesIO(document(TEXTS)))
    taken_away(opened.element.body, "De buurt sliep slecht. Niemand belde.", "Punt een.", "Punt twee.")
    for mark in opened.element.body.iter(qn("w:bookmarkStart")):
        mark.set(qn("w:name"), f"_Hlk{mark.get(qn('w:id'))}")
    out = BytesIO()
    opened.save(out)
    filled = by_ids(read(out.getvalue()), TAGS, OWN)
    assert written(filled.fields[tag_of(CASE, "context")]) == []


@pytest.mark.parametrize("is_above", [True, False])
def test_a_text_that_was_taken_away_leaves_its_bookmark_in_words_of_ours(is_above: bool) -> None:
    opened = Document(BytesIO(document(TEXTS)))
    body = opened.element.body
    while list(body.iter(qn("w:sdt"))):
        unwrapped(body, 0)
    gone = next(each for each in body.iter(qn("w:p")) if _text(each) == "Later.")
    beside = gone.getprevious() if is_above else next(gone.getnext().iter(qn("w:p")))
    for mark in gone.findall(qn("w:bookmarkStart")):
        beside.insert(1, mark)
    gone.getparent().remove(gone)
    out = BytesIO()
    opened.save(out)
    filled = by_ids(read(out.getvalue()), TAGS, OWN)
    assert written(filled.fields[tag_of(CASE, "outlook")]) == []
    assert written(filled.fields[tag_of(CASE, "measure")]) == ["Sluiten"]
    assert filled.strays == ()


@pytest.mark.parametrize("above", ["Wat speelde er?", "Aanleiding"])
def test_a_text_of_which_the_beginning_was_taken_away_with_words_of_ours_goes_on(above: str) -> None:
    opened = Document(BytesIO(document(TEXTS)))
    body = opened.element.body
    while list(body.iter(qn("w:sdt"))):
        unwrapped(body, 0)
    first = next(each for each in body.iter(qn("w:p")) if _text(each).startswith("De buurt"))
    while _text(first.getprevious()) != above:
        body.remove(first.getprevious())
    for mark in first.findall(qn("w:bookmarkStart")):
        first.getprevious().append(mark)
    body.remove(first)
    out = BytesIO()
    opened.save(out)
    filled = by_ids(read(out.getvalue()), TAGS, OWN)
    assert written(filled.fields[tag_of(CASE, "context")]) == ["- Punt een.", "- Punt twee."]
    assert filled.strays == ()

"""Whatever somebody's word processor does to a document, each of their sentences is somewhere, and ours are too."""

from collections.abc import Callable
from copy import deepcopy
from io import BytesIO

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

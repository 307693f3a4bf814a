"""Documents that mean harm, or are broken: a refusal with two sentences, soon."""

import os
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from tests.interchange.samples import CASE, HEAD, PROJECT, document, member, with_members
from werkboek_desktop.domain import archives
from werkboek_desktop.errors import DocumentDamaged, DocumentLocked, DocumentTooLarge, MacrosInside, Refusal
from werkboek_desktop.interchange import limits
from werkboek_desktop.interchange.docx.parts import MAIN, TYPES
from werkboek_desktop.interchange.origin import PROPERTY, Made, Origin, from_properties, to_properties
from werkboek_desktop.interchange.reading import Format, format_of, read

GOOD = document({"context": "Een zin. Nog een zin."})
BODY = member(GOOD, MAIN)
LAUGHS = b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = b'<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def with_doctype(doctype: bytes) -> bytes:
    start, end = BODY.split(b"?>", 1)
    return with_members(GOOD, {MAIN: start + b"?>" + doctype + end.replace(b"Een zin.", b"&a;")})


def test_it_is_recognised_by_what_is_in_it() -> None:
    assert format_of(GOOD) is Format.DOCX
    assert format_of(with_members(GOOD, {MAIN: None})) is None
    assert format_of(b"%PDF-1.7") is Format.PDF
    assert format_of(b"") is None


@pytest.mark.parametrize("doctype", [LAUGHS, OUTSIDE])
def test_no_entity_is_ever_expanded(doctype: bytes) -> None:
    with pytest.raises(DocumentDamaged):
        read(with_doctype(doctype))


@pytest.mark.parametrize(
    "members",
    [
        {"word/vbaProject.bin": b"x"},
        {TYPES: member(GOOD, TYPES).replace(b"document.main+xml", b"document.macroEnabled.main+xml")},
    ],
)
def test_a_program_inside_is_refused(members: dict[str, bytes]) -> None:
    with pytest.raises(MacrosInside):
        read(with_members(GOOD, dict(members)))


def test_a_bomb_is_refused_by_what_it_claims() -> None:
    with pytest.raises(DocumentTooLarge):
        read(with_members(GOOD, {"word/media/image9.png": bytes(archives.RATIO_FROM * 2)}))
    with pytest.raises(DocumentTooLarge):
        read(with_members(GOOD, {f"word/media/{number}": b"" for number in range(archives.MEMBERS)}))
    noise = os.urandom(limits.PART // 2).hex().encode()
    read(with_members(GOOD, {"word/media/a.bin": noise}))
    with pytest.raises(DocumentTooLarge):
        read(with_members(GOOD, {"word/comments.xml": noise + b"0"}))


def test_too_many_elements_are_refused() -> None:
    empty = b"<w:p/>" * limits.NODES
    with pytest.raises(DocumentTooLarge):
        read(with_members(GOOD, {MAIN: BODY.replace(b"<w:body>", b"<w:body>" + empty)}))
    deep = BODY.replace(b"<w:body>", b"<w:body>" + b"<w:sdt><w:sdtContent>" * 5_000)
    with pytest.raises(DocumentDamaged):
        read(with_members(GOOD, {MAIN: deep}))


def test_what_is_locked_is_said_to_be() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert format_of(locked) is Format.LOCKED
    with pytest.raises(DocumentLocked):
        read(locked)
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name in (TYPES, MAIN):
            archive.writestr(name, BODY)
    data = bytearray(out.getvalue())
    data[data.rindex(b"PK\1\2") + 8] |= 1
    with pytest.raises(DocumentLocked):
        read(bytes(data))


def test_a_broken_zip_is_a_refusal_wherever_it_breaks() -> None:
    ends = GOOD.rindex(b"PK\5\6")
    for at in (*range(0, len(GOOD), len(GOOD) // 60), *range(ends, len(GOOD))):
        for broken in (GOOD[:at], GOOD[:at] + bytes([GOOD[at] ^ 0xFF]) + GOOD[at + 1 :]):
            if format_of(broken) is Format.DOCX:
                try:
                    read(broken)
                except Refusal:
                    continue


@pytest.mark.parametrize("pieces", [["x"], ["eJw="], ["!!"], ["QUJD", "REVG"]])
def test_what_it_says_it_was_made_from_is_checked(pieces: list[str]) -> None:
    assert from_properties({f"{PROPERTY}.{number}": piece for number, piece in enumerate(pieces, 1)}) is None


def test_a_head_that_is_named_twice_is_one() -> None:
    made = Made((HEAD, HEAD), "0" * 16)
    origin = from_properties(to_properties(Origin(PROJECT, CASE, 1, {"a": made})))
    assert origin
    assert origin.fields["a"].heads == (HEAD,)


@pytest.mark.parametrize(("number", "is_taken"), [(limits.NEW, True), (limits.NEW + 1, False)])
def test_a_form_makes_so_many_records_and_no_more(number: int, is_taken: bool) -> None:
    new = {f"{at:032x}": "bottleneck" for at in range(number)}
    found = from_properties(to_properties(Origin(PROJECT, CASE, 1, {}, new)))
    assert (found is not None and dict(found.new) == new) is is_taken


def test_properties_that_unpack_without_end_are_none() -> None:
    import zlib
    from base64 import b64encode

    bomb = b64encode(zlib.compress(bytes(limits.ORIGIN * 8))).decode()
    assert from_properties({f"{PROPERTY}.1": bomb}) is None


def test_work_grows_with_the_file_and_not_with_its_square() -> None:
    """Each of these once took minutes: comments that begin in one paragraph, styles that build on each other."""
    many = b"".join(b'<w:commentRangeStart w:id="%d"/><w:r><w:t>a</w:t></w:r>' % number for number in range(40_000))
    (found,) = [each for each in read(with_body(b"<w:p>" + many + b"</w:p>")).paragraphs if len(each.remarks) > 1]
    assert found.remarks[-1] == ("39999", 39_999)
    styles = b"".join(
        b'<w:style w:styleId="s%d"><w:basedOn w:val="s%d"/></w:style>' % (n, n + 1) for n in range(20_000)
    )
    sheet = member(GOOD, "word/styles.xml").replace(b"</w:styles>", styles + b"</w:styles>")
    paragraphs = b"".join(b'<w:p><w:pPr><w:pStyle w:val="s%d"/></w:pPr></w:p>' % number for number in range(20_000))
    read(with_members(with_body(paragraphs), {"word/styles.xml": sheet}))


def test_more_text_than_a_book_has_is_refused() -> None:
    words = b"<w:p><w:r><w:t>" + os.urandom(limits.CHARACTERS // 2).hex().encode() + b"%s</w:t></w:r></w:p>"
    read(with_body(words[: -len(b"%s</w:t></w:r></w:p>") - 200] + b"</w:t></w:r></w:p>"))
    with pytest.raises(DocumentTooLarge):
        read(with_body(words % b"a"))


def with_body(extra: bytes) -> bytes:
    return with_members(GOOD, {MAIN: BODY.replace(b"<w:body>", b"<w:body>" + extra)})

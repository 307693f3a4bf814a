"""The zip subset: one spelling, readable by others, and nothing but that spelling is read."""

import io
import struct
import zipfile
import zlib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from werkboek_desktop.bundle.container import Entry, Method, open_container, pack
from werkboek_desktop.errors import BundleDamaged, Refusal

_NAMES = st.from_regex(r"[a-z]{1,8}(/[a-z]{1,8})?", fullmatch=True)
_MEMBERS = st.dictionaries(_NAMES, st.tuples(st.binary(max_size=300), st.sampled_from(Method)), max_size=5)


def made(contents: dict[str, tuple[bytes, Method]]) -> bytes:
    return pack((name, content, method) for name, (content, method) in contents.items())


@given(_MEMBERS)
def test_what_is_packed_comes_out_here_and_in_another_zip_program(contents: dict[str, tuple[bytes, Method]]) -> None:
    data = made(contents)
    container = open_container(data)
    expected = {name: content for name, (content, _) in contents.items()}
    assert {name: container.read(name) for name in container.entries} == expected
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == expected


def test_text_that_would_unpack_too_densely_is_stored() -> None:
    container = open_container(pack([("a", bytes(3_000_000), Method.BZIP2)]))
    assert container.entries["a"].method is Method.STORED


@pytest.mark.parametrize("method", Method)
def test_a_wrong_crc_or_length_is_refused(method: Method) -> None:
    content = b"tekst " * 50
    packed = open_container(pack([("a", content, method)]))
    body = packed.data[len(packed.entries["a"].local_header()) :][: packed.entries["a"].packed]
    for size, crc in [
        (len(content), 1),
        (len(content) - 1, zlib.crc32(content)),
        (len(content) + 1, zlib.crc32(content)),
    ]:
        entry = Entry("a", method, crc, len(body), size, 0)
        with pytest.raises(BundleDamaged):
            open_container(archive(entry, body)).read("a")


@pytest.mark.parametrize("method", [Method.DEFLATE, Method.BZIP2])
def test_bytes_behind_a_packed_stream_are_refused(method: Method) -> None:
    content = b"tekst " * 50
    packed = open_container(pack([("a", content, method)]))
    body = packed.data[len(packed.entries["a"].local_header()) :][: packed.entries["a"].packed] + b"junk"
    entry = Entry("a", method, zlib.crc32(content), len(body), len(content), 0)
    with pytest.raises(BundleDamaged):
        open_container(archive(entry, body)).read("a")


def archive(entry: Entry, body: bytes) -> bytes:
    directory = entry.central_header()
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(directory), len(entry.local_header()) + len(body), 0)
    return entry.local_header() + body + directory + end


def test_members_that_share_bytes_are_refused() -> None:
    first = Entry("a", Method.STORED, zlib.crc32(b"1"), 1, 1, 0)
    for second in (first._replace(name="b"), first._replace(name="b", start=1)):
        local = b"".join(entry.local_header() + b"1" for entry in (first, second))
        directory = first.central_header() + second.central_header()
        end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 2, 2, len(directory), len(local), 0)
        with pytest.raises(BundleDamaged):
            open_container(local + directory + end)


def test_duplicate_names_are_refused() -> None:
    with pytest.raises(BundleDamaged):
        open_container(pack([("a", b"1", Method.STORED), ("a", b"2", Method.STORED)]))


@pytest.mark.parametrize("junk", [b"\0", b"PK", bytes(22), bytes(65_557)])
def test_junk_before_between_and_behind_is_refused(junk: bytes) -> None:
    data = pack([("a", b"1", Method.STORED), ("b", b"2", Method.STORED)])
    second = data.index(b"PK\3\4", 1)
    directory = data.index(b"PK\1\2")
    for at in (0, second, directory, len(data)):
        with pytest.raises(BundleDamaged):
            open_container(data[:at] + junk + data[at:])


def test_an_archive_behind_another_is_refused() -> None:
    data = pack([("a", b"1", Method.STORED)])
    with pytest.raises(BundleDamaged):
        open_container(data + data)


def other_zips() -> dict[str, bytes]:
    """Archives that Python makes and another program reads, each with one liberty."""
    made_by_python = {}
    for case in ("comment", "extra", "date", "streamed", "mode", "zip64", "lzma"):
        buffer = io.BytesIO()
        info = zipfile.ZipInfo("a", (1980, 1, 1, 0, 0, 0) if case != "date" else (1990, 1, 1, 0, 0, 0))
        info.create_system = 3
        info.external_attr = (0o600 if case != "mode" else 0o120777) << 16
        info.extra = b"\1\0\4\0abcd" if case == "extra" else b""
        info.compress_type = zipfile.ZIP_LZMA if case == "lzma" else zipfile.ZIP_STORED
        target = Unseekable(buffer) if case == "streamed" else buffer
        with zipfile.ZipFile(target, "w") as archive_:
            archive_.comment = b"hallo" if case == "comment" else b""
            with archive_.open(info, "w", force_zip64=case == "zip64") as member:
                member.write(b"tekst")
        made_by_python[case] = buffer.getvalue()
    return made_by_python


class Unseekable(io.RawIOBase):
    """Makes zipfile write sizes behind the data."""

    def __init__(self, target: io.BytesIO) -> None:
        self.target = target

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        return self.target.write(data)


@pytest.mark.parametrize("data", other_zips().values(), ids=other_zips().keys())
def test_a_zip_in_another_spelling_is_refused(data: bytes) -> None:
    with pytest.raises(BundleDamaged):
        open_container(data)


@given(st.binary(max_size=200))
@example(b"PK\5\6")
def test_any_bytes_are_refused_without_another_failure(data: bytes) -> None:
    with pytest.raises(Refusal):
        open_container(data)
    with pytest.raises(Refusal):
        open_container(data + struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 2, 2, 92, len(data), 0))

"""Changes, bundles and forgeries for the tests of the bundle layer."""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from random import Random
from typing import Any

from hypothesis import strategies as st

from werkboek_desktop.bundle.keys import OwnKey
from werkboek_desktop.bundle.manifest import Writer
from werkboek_desktop.bundle.writer import Contents, to_bytes
from werkboek_desktop.domain.change import Body, Change, Header, Op, seal
from werkboek_desktop.domain.values import Place, Value, ValueType, canonical_set

PROJECT = "00" * 16
KEY = OwnKey(b"\1" * 32)
OTHER_KEY = OwnKey(b"\2" * 32)
WORK = Writer(KEY.public, "work", b"\3" * 16)
PEOPLE = Writer(KEY.public, "people", b"\4" * 16)
OTHER = Writer(OTHER_KEY.public, "work", b"\5" * 16)
WRITERS = {writer.id(PROJECT): writer for writer in (WORK, PEOPLE, OTHER)}
SECRETS = {KEY.public: KEY, OTHER_KEY.public: OTHER_KEY}
CASE = "aa" * 16
AUTHOR = "bb" * 16
PHOTO = b"not really a photo"
SCOPES: Mapping[str, str] = {"case": "work", "person": "work", "attendee": "people"}


class Pen:
    """One writer of changes, with a chain that goes on."""

    def __init__(self, writer: Writer = WORK, random: Random | None = None) -> None:
        self.writer = writer
        self.random = random or Random(1)
        self.last: Change | None = None

    def write(self, value: Value, *, seen: Sequence[Change] = (), signer: OwnKey | None = None, **parts: Any) -> Change:
        """The next change; `parts` overrules parts of the header, `body` and `signature` too."""
        body = parts.pop("body", Body(self.random.randbytes(16), value))
        signature = parts.pop("signature", None)
        usual: dict[str, Any] = {
            "op": "edit",
            "scope": self.writer.scope,
            "kind": "case",
            "record": CASE,
            "owner": None,
            "field": "summary",
            "type": ValueType.PROSE,
            "writer": self.writer.id(PROJECT),
            "seq": self.last.header.seq + 1 if self.last else 1,
            "prev": self.last.id if self.last else None,
            "parents": tuple(sorted(parent.id for parent in seen)),
            "depth": 1 + max((parent.header.depth for parent in seen), default=0),
            "time": 1_764_000_000,
            "author": AUTHOR,
            "format": 1,
            "rule": 1,
            "value_hash": body.hash() if body else None,
        }
        header = Header(**(usual | parts))
        change = seal(header, body, (signer or SECRETS[self.writer.key]).sign)
        self.last = change
        return change if signature is None else Change(header, body, signature)


def contents(changes: Sequence[Change], **parts: Any) -> Contents:
    """A whole bundle of these changes."""
    usual: dict[str, Any] = {
        "project": PROJECT,
        "name": "Werkboek",
        "sender": "Sanne · laptop",
        "number": 1,
        "created": 1_764_000_000,
        "scopes": tuple(sorted({"work"} | {change.header.scope for change in changes})),
        "changes": changes,
        "writers": WRITERS,
        "tips": {"work": ()},
    }
    return Contents(**(usual | parts))


def small() -> Contents:
    """A little of everything: text with deltas, a conflict, a set, an unknown kind, op and writer, a photo."""
    pen, other = Pen(), Pen(OTHER, Random(2))
    first = pen.write("De wijk was moe. Niemand belde meer. Toen kwam de wijkagent.")
    left = pen.write("De wijk was moe. Bijna niemand belde meer. Toen kwam de wijkagent.", seen=[first])
    right = other.write("De wijk was moe. Niemand belde meer. Toen kwam een jongerenwerker.", seen=[first])
    both = pen.write("De wijk was moe. Bijna niemand belde meer. Toen kwam een jongerenwerker.", seen=[left, right])
    return contents(
        [
            *(first, left, right, both),
            pen.write(("drugslab", "witwassen"), field="forms", type=ValueType.SET),
            pen.write(
                Place(None, "0.51234"), kind="image", record="cc" * 16, owner=CASE, field="place", type=ValueType.PLACE
            ),
            pen.write(
                sha256(PHOTO).hexdigest(),
                kind="image",
                record="cc" * 16,
                owner=CASE,
                field="file",
                type=ValueType.ATTACHMENT,
            ),
            other.write(12, kind="drone", record="dd" * 16, field="height", type=ValueType.INTEGER, rule=2),
            other.write(None, kind="drone", record="dd" * 16, field=None, type=None, op="fly", body=None, format=2),
        ],
        attachments={sha256(PHOTO).hexdigest(): PHOTO},
        tips={"work": tuple(sorted((both.id, right.id)))},
    )


_TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)
_LINES = st.text(st.characters(codec="utf-8", exclude_characters="\n"), max_size=20)
_IDS = st.binary(min_size=16, max_size=16).map(bytes.hex)
_HASHES = st.binary(min_size=32, max_size=32).map(bytes.hex)
_SIZES = st.integers(-(10**15) + 1, 10**15 - 1)
VALUES: dict[ValueType, st.SearchStrategy[Value]] = {
    ValueType.PROSE: _TEXTS,
    ValueType.LINE: _LINES,
    ValueType.SET: st.lists(_LINES, max_size=5).map(canonical_set),
    ValueType.INTEGER: _SIZES,
    ValueType.DECIMAL: st.from_regex(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{0,14}[1-9])?", fullmatch=True).filter(
        str.isascii
    ),
    ValueType.DATE: st.dates().map(str),
    ValueType.MONTH: st.dates().map(lambda day: str(day)[:7]),
    ValueType.TIME: st.times().map(lambda moment: str(moment)[:5]),
    ValueType.ENUM: st.from_regex(r"[a-z0-9_]{1,12}", fullmatch=True),
    ValueType.REFERENCE: _IDS,
    ValueType.BOOLEAN: st.booleans(),
    ValueType.ATTACHMENT: _HASHES,
    ValueType.PLACE: st.builds(Place, st.none() | _IDS, st.from_regex(r"0\.[0-9]{1,8}", fullmatch=True)),
}


@st.composite
def histories(draw: st.DrawFn) -> list[Change]:
    """Any changes: of all types, concurrent, forked, unknown kinds and ops, wrong depths, gaps, lost parents."""
    random = Random(draw(st.integers(0, 2**32)))
    pens = [Pen(writer, random) for writer in WRITERS.values()]
    changes: list[Change] = []
    for _ in range(draw(st.integers(0, 12))):
        pen = draw(st.sampled_from(pens))
        mine = [change for change in changes if change.header.writer == pen.writer.id(PROJECT)]
        if mine and draw(st.integers(0, 9)) == 0:
            pen.last = draw(st.sampled_from(mine))
        changes.append(_any_change(draw, pen, changes))
    return list({change.id: change for change in changes}.values())


def _any_change(draw: st.DrawFn, pen: Pen, changes: Sequence[Change]) -> Change:
    parts: dict[str, Any] = {
        "kind": draw(st.sampled_from(["case", "drone"])) if pen.writer.scope == "work" else "attendee"
    }
    parts["record"] = draw(st.sampled_from(["aa" * 16, "ab" * 16]))
    parts["time"] = draw(st.integers(0, 10**12))
    parts["author"] = draw(st.sampled_from([None, AUTHOR]))
    oddity = draw(st.integers(0, 19))
    if oddity == 0:
        return pen.write(None, op=Op.ERASE, field=None, type=None, body=None, **parts)
    if oddity == 1:
        return pen.write(None, op="fly", body=None, value_hash=draw(st.none() | _HASHES), format=7, **parts)
    if oddity == 2:
        parts["depth"] = draw(st.integers(1, 9))
    if oddity == 3:
        parts["parents"] = tuple(sorted(draw(st.sets(_HASHES, max_size=3))))
    if oddity == 4:
        parts["seq"] = draw(st.integers(1, 9))
    if oddity == 5:
        parts["prev"] = draw(st.none() | _HASHES)
    type_ = draw(st.sampled_from([ValueType.PROSE, ValueType.PROSE, *ValueType]))
    same = [change for change in changes if change.header.field == type_.value]
    seen = draw(st.lists(st.sampled_from(same), max_size=3, unique_by=lambda change: change.id)) if same else []
    parts.setdefault("parents", tuple(sorted(change.id for change in seen)))
    parts.setdefault("depth", 1 + max((change.header.depth for change in seen), default=0))
    return pen.write(draw(st.none() | VALUES[type_]), field=type_.value, type=type_, **parts)


def sealed_bytes(changes: Sequence[Change], **parts: Any) -> bytes:
    """The bundle of these changes."""
    return to_bytes(contents(changes, **parts), KEY)

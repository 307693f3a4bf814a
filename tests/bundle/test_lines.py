"""A line has one spelling."""

from pathlib import Path

import pytest

from tests.bundle.forging import GOOD, Forge, line, members, raw, refused, resealed
from tests.bundle.samples import CASE, OTHER, Pen, sealed_bytes

NOT_CANONICAL: dict[str, Forge] = {
    "a space": raw(b",", b", "),
    "an escape": raw(b"De wijk", b"\\u0044e wijk"),
    "a lone surrogate": raw(b"De wijk", b"\\ud800e wijk"),
    "raw surrogate bytes": raw(b"De wijk", b"\xed\xa0\x80e wijk"),
    "no UTF-8": raw(b"De wijk", b"\xffe wijk"),
    "a BOM": lambda data: b"\xef\xbb\xbf" + data,
    "a carriage return": raw(b"\n", b"\r\n"),
    "an empty line": raw(b"\n", b"\n\n"),
    "no last line end": lambda data: data[:-1],
    "a byte behind the last line": lambda data: data + b"x",
    "a line too many": lambda data: data + data.splitlines()[-1] + b"\n",
    "lines in another order": lambda data: b"".join(sorted(data.splitlines(keepends=True))),
    "NaN": raw(b",12,", b",NaN,"),
    "infinity": raw(b",12,", b",-Infinity,"),
    "a fraction": raw(b",12,", b",12.0,"),
    "an exponent": raw(b",12,", b",12e0,"),
    "minus zero": raw(b",12,", b",-0,"),
    "5,000 digits": raw(b",12,", b"," + b"1" * 5000 + b","),
    "16 digits": raw(b",12,", b"," + b"1" * 16 + b","),
    "depth 5,000": raw(b",12,", b"," + b"[" * 5000 + b"]" * 5000 + b","),
    "5,000 open brackets": raw(b",12,", b"," + b"[" * 5000 + b","),
    "a duplicate key": raw(b'{"key":"0.51234","parent":null}', b'{"key":"0.5","key":"0.51234","parent":null}'),
    "keys in another order": raw(b'{"key":"0.51234","parent":null}', b'{"parent":null,"key":"0.51234"}'),
    "one key too many": raw(b'{"key":"0.51234","parent":null}', b'{"a":1,"key":"0.51234","parent":null}'),
    "a set in another order": raw(b'["drugslab","witwassen"]', b'["witwassen","drugslab"]'),
    "a set with doubles": raw(b'["drugslab","witwassen"]', b'["drugslab","drugslab","witwassen"]'),
    "true for a number": raw(b",12,", b",true,"),
    "text for a number": raw(b",12,", b',"12",'),
    "a capital in an id": raw(CASE.encode(), b"A" + CASE.encode()[1:]),
}


@pytest.mark.parametrize("forge", NOT_CANONICAL.values(), ids=NOT_CANONICAL.keys())
def test_a_line_that_is_not_its_own_canonical_form_is_refused(tmp_path: Path, forge: Forge) -> None:
    assert refused(tmp_path / "a.wbx", resealed(GOOD, changes=forge)) == "damaged"


def test_lines_out_of_order_and_twice_are_refused(tmp_path: Path) -> None:
    one = Pen().write("een", record="aa" * 16)
    two = Pen(OTHER).write("twee", record="bb" * 16)
    data = sealed_bytes([one, two])
    swapped = resealed(
        data,
        changes=lambda lines: b"".join(lines.splitlines(keepends=True)[::-1]),
        seals=lambda seals: seals[80:] + seals[:80],
    )
    assert refused(tmp_path / "a.wbx", swapped) == "damaged"
    again = line(0, lambda parts: [[], *parts[1:]])(members(sealed_bytes([one]))["changes.jsonl"])
    twice = resealed(sealed_bytes([one]), changes=lambda lines: lines + again, seals=lambda seals: seals * 2)
    assert refused(tmp_path / "a.wbx", twice) == "damaged"

"""Canonical JSON: one spelling, so that whatever else a parser tolerates is refused by comparing bytes."""

import json
import re

from pydantic_core import to_json

from werkboek_desktop.bundle import limits
from werkboek_desktop.errors import BundleDamaged

encode = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
).encode

# Possessive, and closed by the end too: one pass over any input.
_STRING = re.compile(rb'"[^"\\]*+(?:\\.?[^"\\]*+)*+(?:"|\Z)', re.DOTALL)


def decode_object(data: bytes, where: str) -> dict[str, object]:
    """A canonical JSON object; raises BundleDamaged for anything else."""
    check_shape(data, where)
    try:
        parsed = json.loads(data.decode(), parse_float=_refuse, parse_constant=_refuse)
        exact = isinstance(parsed, dict) and is_spelling(data, parsed)
    except ValueError as error:
        raise BundleDamaged(where) from error
    if not exact:
        raise BundleDamaged(where)
    return parsed  # type: ignore[no-any-return]


def is_spelling(data: bytes, parsed: object) -> bool:
    """Whether these bytes are the canonical form of what was parsed from them; raises ValueError for a surrogate."""
    # pydantic writes the same bytes in a fifth of the time, but leaves the keys of an object as they came.
    return (encode(parsed).encode() if b"{" in data else to_json(parsed)) == data


def check_shape(data: bytes, where: str) -> None:
    """Bounds nesting and object keys before a parser sees the text; raises BundleDamaged."""
    if data.count(b"[") + data.count(b"{") <= limits.JSON_DEPTH and data.count(b":") <= limits.JSON_KEYS:
        return
    bare = _STRING.sub(b"", data)
    if bare.count(b":") > limits.JSON_KEYS or _is_deep(bare):
        raise BundleDamaged(where)


def check_line(data: bytes, where: str) -> None:
    """Bounds lists, objects and their keys in a line, which nests nothing; raises BundleDamaged."""
    if data.count(b"[") + data.count(b"{") > limits.JSON_DEPTH or data.count(b":") > limits.JSON_KEYS:
        bare = _STRING.sub(b"", data)
        if bare.count(b"[") + bare.count(b"{") > limits.JSON_DEPTH or bare.count(b":") > limits.JSON_KEYS:
            raise BundleDamaged(where)


def _is_deep(bare: bytes) -> bool:
    depth = 0
    for bracket in re.finditer(rb"[\[\]{}]", bare):
        depth += 1 if bracket[0] in b"[{" else -1
        if depth > limits.JSON_DEPTH:
            return True
    return False


def _refuse(text: str) -> object:
    raise ValueError(text)

"""How ids, values and lists lie in a column: ids as bytes, values as what SQLite has for them."""

import json
from collections.abc import Callable
from typing import Any

from sqlalchemy import Column, ColumnElement, Dialect, literal
from sqlalchemy.types import UserDefinedType

from werkboek_desktop.domain.values import Place, Value, ValueType

ID_BYTES = 32


class Encoded[Outside, Inside](UserDefinedType[Outside]):
    """A column that holds something else than what Python sees of it."""

    cache_ok = True

    def __init__(self, declared: str, encode: Callable[[Outside], Inside], decode: Callable[[Inside], Outside]) -> None:
        self.declared = declared
        self.encode = encode
        self.decode = decode

    def get_col_spec(self, **_: Any) -> str:
        """The declared type."""
        return self.declared

    def bind_processor(self, dialect: Dialect) -> Callable[[Any], Inside]:  # noqa: ARG002 - SQLAlchemy's shape
        """To the database."""
        return self.encode

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Outside]:  # noqa: ARG002
        """From the database."""
        return self.decode


def pack(ids: tuple[str, ...]) -> bytes:
    """Change ids as bytes, one behind the other."""
    return bytes.fromhex("".join(ids))


def unpack(data: bytes | None) -> tuple[str, ...]:
    """The change ids in bytes; none where an outer join found nothing."""
    return tuple(data[i : i + ID_BYTES].hex() for i in range(0, len(data), ID_BYTES)) if data else ()


# None lies as nothing at all, so that it can be part of a unique key.
HEX: Encoded[str | None, bytes] = Encoded(
    "BLOB", lambda id_: bytes.fromhex(id_ or ""), lambda data: data.hex() if data else None
)
WORD: Encoded[str | None, str] = Encoded("TEXT", lambda word: word or "", lambda text: text or None)
TYPE: Encoded[ValueType | None, str] = Encoded(
    "TEXT", lambda type_: type_ or "", lambda text: ValueType(text) if text else None
)
IDS: Encoded[tuple[str, ...], bytes] = Encoded("BLOB", pack, unpack)


def equals(column: Column[Any], value: object) -> ColumnElement[bool]:
    """A comparison that treats None like any other value: SQLAlchemy would make it IS NULL."""
    return column == literal(value, column.type)


class Plain(UserDefinedType[Any]):
    """Bytes, or a value as `store_value` leaves it. Without affinity: SQLite must not make 7 of "007"."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """The declared type."""
        return "BLOB"


def store_value(value: Value) -> str | int | None:
    """Text and numbers as they are; sets and places as JSON, for the field's type tells them apart."""
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    return value


def load_value(type_: ValueType | None, stored: str | int | None) -> Value:
    """The value that `store_value` stored for a field of this type."""
    if type_ is ValueType.BOOLEAN and stored is not None:
        return bool(stored)
    if type_ is ValueType.SET and isinstance(stored, str):
        return tuple(json.loads(stored))
    if type_ is ValueType.PLACE and isinstance(stored, str):
        return Place(*json.loads(stored))
    return stored

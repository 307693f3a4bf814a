"""The tables of a project file (docs/store.md says what is derived from what)."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
    and_,
    literal_column,
)

from werkboek_desktop.domain.change import Op
from werkboek_desktop.domain.joining import SAME_AS
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.store.columns import HEX, IDS, TYPE, WORD, Plain

METADATA = MetaData()

setting = Table("setting", METADATA, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

# The set: written once.

writer = Table(
    "writer",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", HEX, nullable=False, unique=True),
    Column("scope", Text, nullable=False),
    Column("key", Plain, nullable=False),
    Column("nonce", Plain, nullable=False),
)

field = Table(
    "field",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("record", HEX, nullable=False),
    Column("kind", Text, nullable=False),
    Column("owner", HEX, nullable=False),
    Column("scope", Text, nullable=False),
    Column("field", WORD, nullable=False),
    Column("type", TYPE, nullable=False),
    UniqueConstraint("record", "kind", "owner", "scope", "field", "type"),
    Index("field_owner", "owner"),
)

# Spelled out, for SQLite uses a partial index only where it sees the very same words.
IS_SAME_AS = and_(field.c.field == literal_column(f"'{SAME_AS}'"), field.c.type == literal_column(f"'{ValueType.SET}'"))
Index("field_same_as", field.c.kind, sqlite_where=IS_SAME_AS)

change = Table(
    "change",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", HEX, nullable=False, unique=True),
    Column("field", ForeignKey("field.row"), nullable=False),
    Column("writer", ForeignKey("writer.row"), nullable=False),
    Column("op", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("prev", HEX, nullable=False),
    Column("parents", IDS, nullable=False),
    Column("depth", Integer, nullable=False),
    Column("time", Integer, nullable=False),
    Column("author", HEX, nullable=False),
    Column("format", Integer, nullable=False),
    Column("rule", Integer, nullable=False),
    Column("value_hash", HEX, nullable=False),
    Column("signature", Plain, nullable=False),
    Column("salt", Plain),
    Column("value", Plain),
    Column("standing", Text, nullable=False),
    Column("bundle", ForeignKey("received.row", deferrable=True, initially="DEFERRED")),
    Index("change_field", "field"),
    Index("change_writer", "writer", "seq"),
)

IS_ERASE = change.c.op == literal_column(f"'{Op.ERASE}'")
Index("change_erase", change.c.field, sqlite_where=IS_ERASE)

# Derived from the set.

waiting = Table(
    "waiting",
    METADATA,
    Column("parent", HEX, nullable=False),
    Column("child", ForeignKey("change.row"), nullable=False),
    PrimaryKeyConstraint("parent", "child"),
    Index("waiting_child", "child"),
    sqlite_with_rowid=False,
)

state = Table(
    "state",
    METADATA,
    Column("field", ForeignKey("field.row"), primary_key=True),
    Column("heads", IDS, nullable=False),
    Column("erases", IDS, nullable=False),
    Column("hashed", IDS, nullable=False),
    Column("status", Text, nullable=False),
    Column("head", ForeignKey("change.row")),
    Column("view", Text),
    Column("text", Text),
)

record = Table(
    "record",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", HEX, nullable=False),
    Column("kind", Text, nullable=False),
    Column("owner", HEX, nullable=False),
    Column("scope", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("status", Text),
    Column("columns", Text, nullable=False),
    Column("conflicts", Integer, nullable=False),
    Column("merged", Integer, nullable=False),
    Column("deleted", Boolean, nullable=False),
    UniqueConstraint("id", "kind", "owner", "scope"),
    Index("record_kind", "kind"),
    Index("record_owner", "owner"),
)

# Beside the set: this computer's own.

draft = Table(
    "draft",
    METADATA,
    Column("field", ForeignKey("field.row"), primary_key=True),
    Column("value", Plain),
    Column("seen", IDS, nullable=False),
    Column("time", Integer, nullable=False),
)

attachment = Table(
    "attachment",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("sha", HEX, nullable=False, unique=True),
    Column("content", Plain, nullable=False),
)

received = Table(
    "received",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("id", HEX, nullable=False, unique=True),
    Column("sender", Text, nullable=False),
    Column("key", Plain, nullable=False),
    Column("number", Integer, nullable=False),
    Column("created", Integer, nullable=False),
    Column("tips", Text, nullable=False),
    Column("whole", Boolean, nullable=False),
    Column("lacks", Text, nullable=False),
    Column("content", Text, nullable=False),
    Column("aside", Boolean, nullable=False),
)

answer = Table(
    "answer",
    METADATA,
    Column("erase", HEX, primary_key=True),
    Column("destroys", Boolean, nullable=False),
)

seen = Table(
    "seen",
    METADATA,
    Column("record", HEX, primary_key=True),
    Column("row", Integer, nullable=False),
)

sent = Table(
    "sent",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Integer, nullable=False),
    Column("to", Text, nullable=False),
    Column("file", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("changes", Integer, nullable=False),
    Column("size", Integer, nullable=False),
    Column("people", Boolean, nullable=False),
    Column("partial", Boolean, nullable=False),
    Column("receipt", Integer, nullable=False),
    Column("row", Integer, nullable=False),
)

contact = Table(
    "contact",
    METADATA,
    Column("row", Integer, primary_key=True),
    Column("key", Plain, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("trust", Text, nullable=False),
    Column("at", Integer, nullable=False),
    Column("by", Plain),
)

receiver = Table(
    "receiver",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("audience", Text, nullable=False),
    Column("municipality", Text, nullable=False),
)

"""Whether a project file is still what was written: SQLite's own view, every hash and signature, all derived tables."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from sqlalchemy import select

from werkboek_desktop.domain.change import Change, Op, signed_message
from werkboek_desktop.domain.erasing import Erases
from werkboek_desktop.domain.ids import WriterId, writer_id
from werkboek_desktop.domain.project import replay
from werkboek_desktop.domain.readiness import Standing
from werkboek_desktop.domain.values import BadValue
from werkboek_desktop.errors import DamagedProject
from werkboek_desktop.store import asides, burials, search, summaries
from werkboek_desktop.store.assembly import all_records, record_views
from werkboek_desktop.store.changeset import ChangeSet
from werkboek_desktop.store.connection import connect, refusals
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.rows import CHANGES, change_of
from werkboek_desktop.store.shapes import Writer
from werkboek_desktop.store.tables import change

type Verify = Callable[[bytes, bytes, bytes], bool]
"""Whether a key (32 bytes) made this signature (64 bytes) of a message: called as (key, message, signature)."""


def problems_of(store: Store, verify: Verify) -> list[str]:
    """What is wrong in a project file, a Dutch sentence each; empty when all is well. Changes nothing."""
    try:
        if broken := list(_broken_pages(store.path, store.key)):
            return broken
        with store.read() as reader:
            changed = [*_wrong_writers(reader), *_wrong_changes(reader, verify)]
            return changed or [*_wrong_views(reader), *_wrong_rows(reader), *_wrong_search(store)]
    except DamagedProject as refusal:
        return [refusal.message]


def is_whole(path: Path, key: bytes | None = None) -> bool:
    """Whether a file can be read to the end and every change in it is what was written."""
    try:
        if any(_broken_pages(path, key)):
            return False
        store = Store.open(path, key=key, read_only=True)
        try:
            with store.read() as reader:
                return not any(_wrong_changes(reader, verify=None))
        finally:
            store.close()
    except DamagedProject:
        return False


def _broken_pages(path: Path, key: bytes | None) -> Iterator[str]:
    with refusals(path):
        connection = connect(path, key, read_only=True)
        try:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
            strays = connection.execute("PRAGMA foreign_key_check").fetchall()
        finally:
            connection.close()
    if found != ["ok"]:
        yield f"Het bestand is beschadigd: {found[0]}."
    if strays:
        yield f"Er zijn {len(strays)} rijen die naar iets verwijzen dat er niet is."


def _wrong_writers(reader: ChangeSet) -> Iterator[str]:
    project = reader.project()
    for id_, made_of in reader.writers().items():
        if writer_id(project, made_of.scope, made_of.key, made_of.nonce) != id_:
            yield f"De schrijver {id_[:8]} hoort niet bij dit werkboek."


def _wrong_changes(reader: ChangeSet, verify: Verify | None) -> Iterator[str]:
    writers = reader.writers()
    erases = burials.proving(reader.connection)
    for row in reader.connection.execute(CHANGES.add_columns(change.c.id.label("stored"))):
        if wrong := _wrong(change_of(row), row.stored, writers, erases, verify):
            yield f"Wijziging {row.stored[:8]}: {wrong}."


def _wrong(
    one: Change, stored: str, writers: Mapping[WriterId, Writer], erases: Erases, verify: Verify | None
) -> str | None:
    """What is wrong with a change, as the end of a sentence."""
    if one.id != stored:
        return "de kop is veranderd"
    try:
        if not _holds_its_value(one, erases):
            return "de inhoud is veranderd"
    except BadValue:
        return "de inhoud is veranderd"
    if verify and not verify(writers[one.header.writer].key, signed_message(stored), one.signature):
        return "de handtekening klopt niet"
    return None


def _holds_its_value(one: Change, erases: Erases) -> bool:
    """Only what is dead, or what a newer program does, may lack the value that its header names (docs/format.md)."""
    value_hash = one.body.hash() if one.body else None
    may_lack = one.body is None and (one.header.op != Op.EDIT or erases.kills(one.header))
    return value_hash == one.header.value_hash or may_lack


def _wrong_views(reader: Reader) -> Iterator[str]:
    if asides.is_stale(reader.connection):
        yield "Wat van een teruggedraaid pakket te zien is, klopt niet."
    expected = replay(reader.get(reader.visible_ids()).values())
    records = all_records(reader.connection)
    found = dict(zip(records, record_views(reader.connection, records), strict=True))
    for one in sorted(found.keys() | expected.records.keys(), key=str):
        if found.get(one) != expected.records.get(one):
            yield f"Wat er van {one.kind} {one.id[:8]} te zien is, klopt niet met de wijzigingen."
    standings = {Standing.WAITING: expected.waiting, Standing.INVALID: expected.invalid}
    for standing, ids in standings.items():
        if set(reader.connection.scalars(select(change.c.id).where(change.c.standing == standing))) != ids:
            yield "Welke wijzigingen meetellen, klopt niet."
    if reader.waiting() != len(expected.waiting):
        yield "Het aantal wijzigingen dat wacht, klopt niet."
    if reader.state_hash() != expected.state_hash:
        yield "De stand van het werkboek klopt niet met de wijzigingen."


def _wrong_rows(reader: Reader) -> Iterator[str]:
    for one in summaries.stale(reader.connection):
        yield f"De lijst toont {one.kind} {one.id[:8]} anders dan het is."


def _wrong_search(store: Store) -> Iterator[str]:
    """On a copy, for SQLite looks through an index only where it may write."""
    copy = store.copy_to_memory()
    try:
        with copy.write() as transaction:
            if not search.is_whole(transaction.connection):
                yield "De zoekindex klopt niet met de teksten."
    finally:
        copy.close()

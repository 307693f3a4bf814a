"""One open project file: snapshots to read, transactions to write, and word of what others wrote."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from pathlib import Path
from threading import local
from typing import NamedTuple, Self

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import FileExists, NotSaved
from werkboek_desktop.store import migrations, search
from werkboek_desktop.store.connection import VERSION, connect, identify_file, may_write, refusal_for, refusals, tidy
from werkboek_desktop.store.connection import Connection as RawConnection
from werkboek_desktop.store.copying import copy_file, write_ahead
from werkboek_desktop.store.engine import WRITES, make_engine
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.writing import Transaction


class Poll(NamedTuple):
    """What somebody else wrote: the records it is about, and the last row, to ask again from."""

    row: int
    records: frozenset[RecordId]


class _Open(local):
    """The snapshot that this thread is looking at."""

    reader: Reader | None = None


class Store:
    """An open project. May be used from several threads; each transaction belongs to one."""

    def __init__(self, path: Path, engine: Engine, key: bytes | None = None, *, read_only: bool = False) -> None:
        self.path = path
        self.key = key
        self.read_only = read_only
        self._engine = engine
        self._watch: RawConnection | None = None
        self._version = 0
        self._open = _Open()

    @classmethod
    def create(cls, path: Path, project: str, *, key: bytes | None = None) -> Self:
        """Makes a project file; nothing stays behind if that fails.

        Raises:
            FileExists, NotSaved
        """
        with refusals(path):
            _touch(path)
            try:
                store = cls(path, make_engine(partial(connect, path, key)), key)
                with store.write() as transaction:
                    migrations.create_schema(transaction.connection)
                    transaction.set("project", project)
                write_ahead(path, key)
            except BaseException:
                path.unlink()
                raise
        return store

    @classmethod
    def open(cls, path: Path, *, key: bytes | None = None, read_only: bool = False) -> Self:
        """Opens a project file, and brings an older one to this version after a backup.

        Raises:
            ProjectMissing, NotAProject, NewerProject, DamagedProject: the file is what it was, to the byte.
        """
        version = identify_file(path, key)
        engine = make_engine(partial(connect, path, key, read_only=read_only))
        store = cls(path, engine, key, read_only=read_only)
        if version < VERSION and not read_only:
            store._migrate(version)
        return store

    @classmethod
    def open_as_allowed(cls, path: Path, *, key: bytes | None = None) -> Self:
        """The same, only to look at where the file or its folder may not be changed."""
        identify_file(path, key)
        return cls.open(path, key=key, read_only=not may_write(path, key))

    @contextmanager
    def making(self) -> Iterator[Self]:
        """While a new project gets its first content: if that fails there is no file."""
        try:
            yield self
        except BaseException:
            self.close()
            self.path.unlink(missing_ok=True)
            raise

    def close(self) -> None:
        """Lets go of the file."""
        if self._watch:
            self._watch.close()
        self._engine.dispose()
        if self.read_only:
            tidy(self.path, self.key)

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One consistent snapshot, which no writer waits for; inside another one of this thread it is that one."""
        if self._open.reader:
            yield self._open.reader
            return
        with self._refusals(), self._engine.connect() as connection, connection.begin():
            self._open.reader = Reader(connection)
            try:
                yield self._open.reader
            finally:
                self._open.reader = None

    @contextmanager
    def write(self) -> Iterator[Transaction]:
        """One transaction: all of it is on the disk when the block has ended, or none of it after an exception.

        Raises:
            Busy, NotSaved
        """
        with self._refusals(), self._engine.connect() as connection:
            connection.execution_options(**{WRITES: True})
            with connection.begin(), search.transaction(connection):
                yield Transaction(connection)

    def poll(self, since: int) -> Poll | None:
        """What was written after the change in row `since`; None if nothing, which costs next to nothing to see."""
        with refusals(self.path):
            self._watch = self._watch or connect(self.path, self.key, read_only=True)
            (version,) = self._watch.execute("PRAGMA data_version").fetchone()
        if version == self._version:
            return None
        self._version = version
        with self.read() as reader:
            row = reader.last_row()
            return Poll(row, reader.records_since(since)) if row > since else None

    def copy_to_memory(self, *, searched: bool = True) -> "Store":
        """A copy to try an import on: the file stays what it is. `searched`: somebody looks for words in it."""
        with refusals(self.path):
            source = connect(self.path, self.key, read_only=True)
            try:
                target = connect(None, self.key)
                source.backup(target)
            finally:
                source.close()
        return Store(self.path, make_engine(lambda: target, shared=True, searched=searched), self.key)

    def standing_still(self) -> AbstractContextManager[Reader]:
        """A snapshot that stays the latest for as long as the block lasts, for nobody else can write."""
        return self.read() if self.read_only else self.write()

    def _migrate(self, version: int) -> None:
        copy_file(self.path, self.path.with_name(f"{self.path.stem} versie {version}{self.path.suffix}"), self.key)
        with self.write() as transaction:
            migrations.migrate(transaction.connection, version)

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            refusal = refusal_for(error.orig, self.path) if error.orig else None
            if refusal is None:
                raise
            raise refusal from error


def _touch(path: Path) -> None:
    try:
        path.touch(exist_ok=False)
    except FileExistsError as error:
        raise FileExists(path) from error
    except OSError as error:
        raise NotSaved(path, str(error)) from error

"""The open project and who writes in it: what every action of the workspace works with."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, nullcontext
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from werkboek_desktop.bundle.keys import OwnKey
from werkboek_desktop.domain.change import Change, RecordKey
from werkboek_desktop.domain.ids import RecordId, writer_id
from werkboek_desktop.errors import NoAuthor
from werkboek_desktop.settings import App, Incarnation
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.store.writing import Transaction
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.steps import Steps, step_of
from werkboek_desktop.workspace.unpacking import Unpacked

type Act = Callable[[Scribe], Change | None]
"""Edits through a scribe; answers the change that the action is about, if it made one."""
type Called = str | Callable[[Reader, RecordKey], str]
"""What a step is called, or how it is called by the record it is about, as that is before the step."""
type Listener = Callable[[Changed], None]
COPIED = "copied"
"""The fact about a file that it came from another computer: the key of that one, and when somebody wrote here first."""
_HOME = "home"
"""The key of the computer that last wrote in a file."""
RETIRED = "retired_keys.json"


@dataclass
class Session:
    """One open project file, at one computer. `author` is a name; None: whoever wrote here before, if that is clear.

    `trial`: it is a copy to try something on, and nothing of it is remembered.
    """

    store: Store
    app: App
    project: str
    author: str | None = None
    listeners: list[Listener] = field(default_factory=list)
    seen_row: int = 0
    unread: dict[RecordId, int] = field(default_factory=dict)
    """After which change somebody began to look at a record, until they say that they read what others did since."""
    desk: ExitStack = field(default_factory=ExitStack)
    steps: Steps = field(default_factory=Steps)
    trial: bool = False
    unpacked: Unpacked = field(default_factory=Unpacked)

    @property
    def path(self) -> Path:
        """The project file."""
        return self.store.path

    @cached_property
    def key(self) -> OwnKey:
        """This computer's key."""
        return OwnKey(self.app.own.seed())

    def forget_key(self) -> None:
        """The next one that is asked for is read again."""
        del self.key

    def edit(
        self,
        record: RecordId | None,
        act: Act,
        initiator: object = None,
        *,
        name: Called = "",
        typed: bool = False,
        by: str = "",
    ) -> Changed:
        """Does what a person asked in one transaction; `record` is what it is about.

        What has a `name` is a step that can be taken back. `by`: who wrote it, where that is nobody at this computer.
        """
        key = self.key  # a keyring may have a question first: nobody else waits for the answer
        with self._incarnation() as incarnation:
            with self.store.write() as transaction:
                self._sign_in(transaction, incarnation)
                scribe = Scribe(transaction, incarnation, self.app, key, self.project)
                if by:
                    scribe.write_for(by)
                else:
                    scribe.sign_as(self._writer(incarnation))
                signed = len(scribe.changes)
                change = act(scribe)
                called = _called(name, transaction, change)
                step = step_of(transaction, called, record, scribe.changes[signed:], typed=typed) if called else None
                records = transaction.append(scribe.changes).records if scribe.changes else frozenset()
                self.seen_row = transaction.last_row()
            scribe.finish()
        if step:
            self.steps.add(step)
        return self.tell(Changed(frozenset(records), initiator, record, change.id if change else None, step))

    def _sign_in(self, transaction: Transaction, incarnation: Incarnation) -> None:
        """This computer writes in the file; that another one did before it means that somebody copied the file."""
        home, here = transaction.setting(_HOME), self.key.public.hex()
        if home != here:
            transaction.set(_HOME, here)
            if home and home not in self.app.kept(RETIRED) and self._is_anothers(home, incarnation):
                transaction.set(COPIED, json.dumps([home, self.app.clock()]))

    def _is_anothers(self, home: str, incarnation: Incarnation) -> bool:
        """Whether this is a key with which this computer, that may have lost one, never wrote in this file."""
        try:
            key = bytes.fromhex(home)
        except ValueError:  # whoever handed on the file wrote something else there
            return False
        states = incarnation.writers.items()
        return all(
            state.writer != writer_id(self.project, scope, key, bytes.fromhex(state.nonce)) for scope, state in states
        )

    def _incarnation(self) -> AbstractContextManager[Incarnation]:
        return nullcontext(Incarnation()) if self.trial else self.app.incarnation(self.path)

    def tell(self, changed: Changed) -> Changed:
        """Every screen hears what changed, or that something came which waits."""
        if changed.records or changed.waits:
            for listener in tuple(self.listeners):
                listener(changed)
        return changed

    def _writer(self, incarnation: Incarnation) -> str:
        name = self._author(incarnation.persons)
        if not name:
            raise NoAuthor
        return name

    def author_here(self) -> str | None:
        """The name of who writes here; None while nobody said so."""
        return self._author(self.app.persons_at(self.path))

    def _author(self, persons: list[str]) -> str | None:
        return self.author or self.app.settings().author or _only(persons or self.app.persons())


def _called(name: Called, reader: Reader, change: Change | None) -> str:
    if isinstance(name, str):
        return name
    return name(reader, change.key.record_key) if change else ""


def _only(names: list[str]) -> str | None:
    return names[0] if len(names) == 1 else None

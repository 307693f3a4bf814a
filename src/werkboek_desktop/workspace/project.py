"""The only door: an open project, for both user interfaces."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.errors import Refusal
from werkboek_desktop.settings import App, Settings, setting
from werkboek_desktop.store import seen
from werkboek_desktop.store.project_file import Store
from werkboek_desktop.store.seen import Arrival
from werkboek_desktop.workspace import forks, history, news, printing, receiving, safety, today
from werkboek_desktop.workspace.acting import Acting
from werkboek_desktop.workspace.exchanging import Exchanging
from werkboek_desktop.workspace.for_you import ForYou, for_you
from werkboek_desktop.workspace.history import Written
from werkboek_desktop.workspace.looking import Looking
from werkboek_desktop.workspace.model import (
    AS_IT_SAYS,
    Backup,
    Changed,
    ImportReport,
    Paper,
    Progress,
    ReadAs,
    unwatched,
)
from werkboek_desktop.workspace.news import News
from werkboek_desktop.workspace.removing import Removing
from werkboek_desktop.workspace.session import Listener, Session


class Workspace(Looking, Acting, Exchanging, Removing):
    """One open project file at one computer."""

    @classmethod
    def create(cls, path: Path, app: App, *, name: str | None = None, author: str | None = None) -> Self:
        """A new project, with its title and its author where they are given; raises FileExists, NoAuthor."""
        project = app.entropy(16).hex()
        with Store.create(path, project).making() as store:
            app.begin(path)
            workspace = cls(Session(store, app, project, author))
            if name:
                workspace.set_field(workspace.workbook(), "title", name)
                workspace.steps.done.clear()
            elif author:
                workspace.sign()
        return workspace

    @classmethod
    def open(cls, path: Path, app: App, *, author: str | None = None, read_only: bool = False) -> Self:
        """A project that is there. Opened read-only, not one byte of its file changes."""
        return cls._of(Store.open(path, read_only=read_only), app, author)

    @classmethod
    def open_as_allowed(cls, path: Path, app: App) -> Self:
        """The same, only to look at where the file or its folder may not be changed."""
        return cls._of(Store.open_as_allowed(path), app, None)

    @classmethod
    def _of(cls, store: Store, app: App, author: str | None) -> Self:
        with store.read() as reader:
            return cls(Session(store, app, reader.project(), author, seen_row=reader.last_row()))

    @property
    def read_only(self) -> bool:
        """Whether it can only be looked at."""
        return self._session.store.read_only

    def settings(self) -> Settings:
        """What is set at this computer; who writes here, also where nobody filled in a name."""
        settings = self._session.app.settings()
        return replace(settings, author=settings.author or self.author or "")

    def wrong_settings(self) -> list[Refusal]:
        """What the file with settings says that cannot be: there the default stands."""
        return self._session.app.read_settings()[1]

    def put_setting(self, key: str, value: object) -> None:
        """Changes one; raises UnknownSetting, BadSetting, NotSaved."""
        self._session.app.save_settings(setting(key).put(self._session.app.settings(), value))

    def close(self) -> None:
        """Lets the file go; drafts stay drafts."""
        self._session.desk.close()
        self._session.store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, type_: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self.close()

    def sit_down(self) -> None:
        """A window holds the file from now on: what is typed in it is nobody else's to seal."""
        with suppress(Refusal):  # it is a convenience that the file is offered again
            self._session.app.opened(self._session.path)
        self._session.desk.enter_context(self._session.app.desk(self._session.path))

    def seal_if_alone(self) -> bool:
        """Makes changes of all drafts if no window holds the file; whether that was so."""
        with self._session.app.desk(self._session.path) as alone:
            if alone:
                self.seal_all()
        return alone

    def agenda(self, author: str | None = None) -> today.Today:
        """What waits for who sits here, or for `author`, and what stands beside that."""
        return today.look(self._session, author or self.author or "")

    def saw(self, record: RecordId) -> None:
        """Who sits here looked at a record as it is now; nobody else ever hears of it."""
        today.saw(self._session, record)

    def news(self, record: RecordId) -> News:
        """What others did with a record since who sits here last looked at it, until they say that they read it."""
        return news.news(self._session, record)

    def read_news(self, record: RecordId) -> None:
        """Who sits here read what others did with a record; nobody else ever hears of it."""
        news.read(self._session, record)

    def who_wrote(self, record: RecordId, field: str, words: str, nth: int) -> Written | None:
        """Who wrote the nth sentence that is shown with exactly these words; None where there is none."""
        with self._session.store.read() as reader:
            return history.who_wrote(reader, record, field, words, nth)

    def received(self) -> list[Arrival]:
        """The bundles that were read in here, the latest first."""
        with self._session.store.read() as reader:
            return seen.arrivals(reader)

    def for_you(self, *, partial: bool) -> tuple[ForYou, ...]:
        """What who sits here begins with; `partial`: all that came was chosen for them."""
        return for_you(self._session, self.author or "", partial=partial)

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Tells a screen of every change, its own too; call the answer to stop it."""
        self._session.listeners.append(listener)
        return lambda: self._session.listeners.remove(listener)

    def poll(self) -> Changed | None:
        """What another program wrote in the file since this one last looked; listeners are told."""
        found = self._session.store.poll(self._session.seen_row)
        if found is None:
            return None
        self._session.seen_row = found.row
        return self._session.tell(Changed(found.records))

    def import_(
        self,
        paths: Iterable[Path],
        *,
        passphrase: str | None = None,
        read_as: ReadAs = AS_IT_SAYS,
        progress: Progress = unwatched,
        initiator: object = None,
    ) -> ImportReport:
        """Takes bundles and documents in, after a backup; each in one transaction, a refused one changes nothing."""
        kept = safety.backup_before_import(self._session)
        report = receiving.import_files(
            self._session, paths, passphrase=passphrase, read_as=read_as, progress=progress, initiator=initiator
        )
        forks.leave(self._session)
        return replace(report, missed=safety.spread(self._session, kept)) if kept else report

    def preview(
        self,
        paths: Iterable[Path],
        *,
        passphrase: str | None = None,
        read_as: ReadAs = AS_IT_SAYS,
        progress: Progress = unwatched,
    ) -> ImportReport:
        """What the same import would do; nothing changes."""
        return receiving.preview(self._session, paths, passphrase=passphrase, read_as=read_as, progress=progress)

    def publish(
        self,
        out: Path,
        *,
        chapter: RecordId | None = None,
        case: RecordId | None = None,
        everything: bool = False,
        intake: bool = False,
        force: bool = False,
        progress: Progress = unwatched,
    ) -> list[Paper]:
        """The workbook, a chapter, a case, or a file for each chapter as PDF; a case and the intake's form as .docx."""
        return printing.publish(
            self._session,
            out,
            chapter=chapter,
            case=case,
            everything=everything,
            intake=intake,
            force=force,
            progress=progress,
        )

    def clear_away(self) -> None:
        """What a backup left that was killed half-way goes."""
        safety.clear_away(self._session)

    def backup(self, out: Path | None = None) -> Backup:
        """A verified copy."""
        return safety.backup(self._session, out)

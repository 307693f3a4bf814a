"""The half of the door towards colleagues: what goes to whom, what went, and whom this computer believes."""

from collections.abc import Sequence
from pathlib import Path

from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.store.contacts import Receiver
from werkboek_desktop.store.outgoing import Sent
from werkboek_desktop.workspace import contacts, replying, sending
from werkboek_desktop.workspace.contacts import Known
from werkboek_desktop.workspace.going import Request
from werkboek_desktop.workspace.model import Exported, Progress, unwatched
from werkboek_desktop.workspace.replying import Reply
from werkboek_desktop.workspace.sending import Plan
from werkboek_desktop.workspace.session import Session

STICK = "stick.json"


class Exchanging:
    """What is sent from an open project."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def what_goes(
        self,
        *,
        to: str | None = None,
        since_received: bool = False,
        people: bool = False,
        only: Sequence[RecordId] = (),
        audience: Audience | None = None,
        municipality: str = "",
    ) -> Plan:
        """What `export` would send; raises UnknownRecord, PeopleChosen, UnknownReceiver, NothingMayLeave."""
        request = self._request(to, audience, municipality)._replace(
            since_received=since_received, people=people, only=tuple(only)
        )
        return sending.what_goes(self._session, request)

    def export(
        self,
        out: Path,
        *,
        to: str | None = None,
        since_received: bool = False,
        people: bool = False,
        only: Sequence[RecordId] = (),
        audience: Audience | None = None,
        municipality: str = "",
        passphrase: str | None = None,
        force: bool = False,
        split: bool = False,
        progress: Progress = unwatched,
    ) -> Exported:
        """Makes a bundle for a colleague; people never leave without a passphrase."""
        request = self._request(to, audience, municipality)._replace(
            since_received=since_received, people=people, only=tuple(only)
        )
        return sending.export(
            self._session, out, request, passphrase=passphrase, force=force, split=split, progress=progress
        )

    def _request(self, to: str | None, audience: Audience | None, municipality: str) -> Request:
        """For whom it is: as they say now, else as somebody said once."""
        said = contacts.receiver(self._session, to) if to else None
        if audience is None and said:
            audience, municipality = said.audience, municipality or said.municipality
        return Request(to or "", audience=audience or Audience.EDITORS, municipality=municipality)

    def reply(self, to: str, folder: Path, *, people: bool = False, passphrase: str | None = None) -> Reply:
        """Makes what somebody lacks, as far as is known, in files that the mail takes, with a mail for each."""
        request = self._request(to, None, "")._replace(people=people)
        return replying.reply(self._session, request, folder, passphrase=passphrase)

    def contacts(self) -> list[Known]:
        """This computer's own key, and every other that came, the first first."""
        return contacts.known(self._session, sending.sender_name(self._session))

    def own_phrase(self) -> str:
        """Six words to compare this computer's key by."""
        return contacts.phrase_of(self._session.key.public)

    def answer_key(self, key: str, *, trusted: bool) -> None:
        """Says whether a key is of who it says; `key`: the start of its hex. Raises UnknownKey, WhichKey."""
        contacts.answer(self._session, key, trusted=trusted)

    def is_trusted(self, key: bytes) -> bool:
        """Whether what this key signed is taken to be of who it says."""
        return contacts.is_trusted(self._session, key)

    def receivers(self) -> list[Receiver]:
        """Everybody of whom somebody said what they are to the project."""
        return contacts.receivers(self._session)

    def put_receiver(self, name: str, audience: Audience, municipality: str = "") -> None:
        """Says what a receiver is to the project, so which cases they may have; `municipality`: the code of theirs."""
        contacts.put_receiver(self._session, Receiver(name, audience, municipality))

    def stick(self) -> Path | None:
        """The folder that bundles were exchanged by last; None: nowhere, or it is not there now."""
        folder = self._session.app.kept(STICK).get("folder")
        return Path(folder) if isinstance(folder, str) and folder and Path(folder).is_dir() else None

    def put_stick(self, folder: Path) -> None:
        """Remembers it at this computer."""
        self._session.app.keep(STICK, {"folder": str(folder)})

    def sent(self) -> list[Sent]:
        """The bundles that were made at this computer, the last one first."""
        return sending.sent_log(self._session)

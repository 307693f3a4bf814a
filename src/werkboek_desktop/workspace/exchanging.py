"""The half of the door towards colleagues: what goes to whom, and what went."""

from collections.abc import Sequence
from pathlib import Path

from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.store.outgoing import Sent
from werkboek_desktop.workspace import sending
from werkboek_desktop.workspace.going import Request
from werkboek_desktop.workspace.model import Exported
from werkboek_desktop.workspace.sending import Plan
from werkboek_desktop.workspace.session import Session


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
        """What `export` would send; raises UnknownRecord, UnknownReceiver, NothingMayLeave."""
        request = Request(to or "", since_received, people, tuple(only), audience or Audience.EDITORS, municipality)
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
    ) -> Exported:
        """Makes a bundle for a colleague; people never leave without a passphrase."""
        request = Request(to or "", since_received, people, tuple(only), audience or Audience.EDITORS, municipality)
        return sending.export(self._session, out, request, passphrase=passphrase, force=force, split=split)

    def sent(self) -> list[Sent]:
        """The bundles that were made at this computer, the last one first."""
        return sending.sent_log(self._session)

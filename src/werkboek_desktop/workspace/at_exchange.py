"""The part of the door that looks at what came and what did not: what is missing, and where the file itself is."""

from werkboek_desktop.domain.forks import Fork
from werkboek_desktop.domain.gaps import Missing, request
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.proofs import Mail
from werkboek_desktop.settings import Around
from werkboek_desktop.store.gaps import waiting_records
from werkboek_desktop.workspace import forks, gaps, place, reading
from werkboek_desktop.workspace.session import Session


class AtExchange:
    """What an open project lacks of what others made."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def missing(self) -> list[Missing]:
        """Which bundles of whom never came, as far as that can be told, and what waits for them."""
        with self._session.store.read() as reader:
            return gaps.missing(reader)

    def request_for(self, missing: Missing) -> Mail:
        """The mail that asks its sender for it."""
        with self._session.store.read() as reader:
            name = reading.project_name(reader, self._session.project)
        return request(missing, name, self._session.author_here() or "", self._session.app.today())

    def forks(self) -> list[Fork]:
        """Where the project goes on in two places, as far as it shows here."""
        with self._session.store.read() as reader:
            return forks.forks(self._session, reader)

    def notices(self) -> list[str]:
        """What is odd and no damage: forks, and changes of others that do not fit together, in sentences."""
        with self._session.store.read() as reader:
            return forks.notices(self._session, reader)

    def place_warning(self) -> str | None:
        """Why the file lies in a bad place, and what is better, in sentences; None: it lies well."""
        return " ".join(place.sentences(self._session.path, Around.of_this_computer())) or None

    def waiting_records(self) -> dict[RecordId, int]:
        """What is not whole here: how many changes wait, of each record and of each that owns one."""
        with self._session.store.read() as reader:
            return waiting_records(reader)

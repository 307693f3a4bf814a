"""What erases reach, said in another way than the program does."""

from collections.abc import Iterable

from tests.workspace.machine.computers import Computer
from werkboek_desktop.domain.change import Change, FieldKey, Header, Op
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.workspace import Workspace


class Erased:
    """Of a set of changes: which fields and records were erased, with all that these own."""

    def __init__(self, changes: Iterable[Change]) -> None:
        headers = {change.id: change.header for change in changes}
        self._fields: dict[FieldKey, set[ChangeId]] = {}
        for id_, header in headers.items():
            if header.op == Op.ERASE:
                self._fields.setdefault(header.key, set()).add(id_)
        self._gone = {(key.scope, key.record) for key in self._fields if key.field is None}
        owned = {(header.scope, header.owner, header.record) for header in headers.values() if header.owner}
        while more := {(scope, record) for scope, owner, record in owned if (scope, owner) in self._gone} - self._gone:
            self._gone |= more

    def reaches(self, key: FieldKey) -> bool:
        """Whether something of this field may be dead."""
        return (key.scope, key.record) in self._gone or key in self._fields

    def kills(self, header: Header) -> bool:
        """Whether a change is dead: its record is gone, or it does not name each erase of its field."""
        if header.op == Op.ERASE:
            return False
        is_gone = (header.scope, header.record) in self._gone
        return is_gone or not self._fields.get(header.key, set()) <= set(header.parents)


def alive(here: Computer) -> dict[ChangeId, tuple[Header, object, bytes]]:
    """All that is stored at a computer; of what is dead only what has to be the same everywhere."""
    changes = here.changes()
    erased = Erased(changes.values())
    return {
        id_: (one.header, None if erased.kills(one.header) else one.body, one.signature) for id_, one in changes.items()
    }


def without_erases(here: Workspace, heads: Iterable[ChangeId]) -> set[ChangeId]:
    """Of what a field was made from, what says something."""
    with here._session.store.read() as reader:
        return {id_ for id_, change in reader.get(list(heads)).items() if change.header.op != Op.ERASE}

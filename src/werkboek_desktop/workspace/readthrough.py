"""The whole book as one text to read: chapters in their order with the cases they tell, and then all other cases."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from werkboek_desktop.domain.ids import RecordId, workbook_id
from werkboek_desktop.domain.places import Tree
from werkboek_desktop.domain.readthrough import LOOSE, Part, passages_of
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.errors import Cancelled
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import reading
from werkboek_desktop.workspace.model import Progress, unwatched

IN_NO_CHAPTER = "In geen hoofdstuk"
_STRIDE = 5

type _Families = Mapping[RecordId, tuple[RecordView, Sequence[RecordView]]]
"""Records with what they own."""


def read_through(reader: Reader, progress: Progress = unwatched) -> list[Part]:
    """All of it, so that no case is missed; a case stands where the first chapter tells it. Raises Cancelled."""
    workbook = workbook_id(reader.project())
    tree = Tree(reader.hung(workbook, "chapter"))
    cases = [row.id for row in reading.rows(reader, "case")]
    chapters = list(_in_order(tree))
    families = _families(reader, [workbook, *(chapter for chapter, _level in chapters), *cases], progress)
    found = [_part(families, workbook, 1)] if workbook in families else []
    told: dict[RecordId, str] = {}
    for chapter, level in chapters:
        if chapter not in families:
            continue
        found.append(_part(families, chapter, level))
        case = families[chapter][0].value("case")
        if isinstance(case, str) and case in families:
            found.append(_part(families, case, level + 1, told.get(case, "")))
            told.setdefault(case, found[-2].title)
    level = 2 if chapters else 1
    loose = [_part(families, case, level) for case in cases if case not in told and case in families]
    return [*found, *([Part(LOOSE, "", IN_NO_CHAPTER, 1)] if loose and chapters else []), *loose]


def parts(reader: Reader, records: Collection[RecordId]) -> list[Part]:
    """These chapters and cases as they are now; where they stand in the book is not told."""
    families = _families(reader, records)
    return [_part(families, record, 1) for record in families]


def _families(reader: Reader, ids: Collection[RecordId], progress: Progress = unwatched) -> _Families:
    found = {}
    for view, owned in reader.families(ids):
        found[view.id] = view, owned
        if len(found) % _STRIDE == 0 and not progress(len(found), len(ids), "gelezen"):
            raise Cancelled
    return found


def _in_order(tree: Tree) -> Iterator[tuple[RecordId, int]]:
    todo = [(id_, 1) for id_ in reversed(tree.children())]
    while todo:
        id_, level = todo.pop()
        yield id_, level
        todo += [(child, level + 1) for child in reversed(tree.children(id_))]


def _part(families: _Families, record: RecordId, level: int, told_in: str = "") -> Part:
    view, owned = families[record]
    status = view.value("status")
    title = str(view.value("title") or "") or reading.UNTITLED
    passages = () if told_in else passages_of(view, owned)
    return Part(record, view.key.kind, title, level, str(status or ""), told_in, passages)

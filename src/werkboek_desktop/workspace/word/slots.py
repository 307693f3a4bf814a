"""Fields on their way into a document: what each shows there, and the heads that it was made from."""

from collections.abc import Iterable

from werkboek_desktop.domain.change import MAX_PARENTS
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.inline import Run
from werkboek_desktop.domain.shown_prose import Line, ShownProse
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.interchange.origin import Made, checksum, tag_of
from werkboek_desktop.interchange.pieces import Slot
from werkboek_desktop.publish.sheet import Desk, Sheet
from werkboek_desktop.publish.words import euros, words

_MONEY = "€"


class Slots:
    """Makes them for one document. `made` grows with each field that is put in."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.made: dict[str, Made] = {}

    def slot(self, sheet: Sheet, field: Field) -> Slot:
        """One field of a record."""
        view = sheet.view.fields.get(field.key)
        if view and view.status is Status.CONFLICT:
            sheet.warn(field.key, f"van ‘{field.label}’ zijn er twee versies; een daarvan staat in het document")
        value, heads = as_seen(view)
        tag = tag_of(sheet.view.id, field.key)
        lines = tuple(self._lines(field, value))
        self.made[tag] = Made(heads[:MAX_PARENTS], checksum(lines))
        return Slot(tag, field.label, lines)

    def _lines(self, field: Field, value: Value) -> Iterable[Line]:
        if value in (None, "", ()):
            return ()
        if field.type is ValueType.PROSE:
            return ShownProse(str(value)).lines
        return [Line("", 0, (Run(self._words(field, value)),))]

    def _words(self, field: Field, value: Value) -> str:
        if field.year:
            return str(value)
        return euros(str(value)) if field.unit == _MONEY else words(field, value, self.desk.lookups)


def as_seen(view: FieldView | None) -> tuple[Value, tuple[ChangeId, ...]]:
    """What a reader is shown of a field, and its heads: of a conflict one variant, and that one's."""
    if view is None:
        return None, ()
    if view.status is not Status.CONFLICT:
        return view.value, tuple(sorted(view.heads))
    return view.variants[0].value, tuple(sorted(view.variants[0].changes))

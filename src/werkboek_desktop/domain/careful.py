"""What counts of a field while people still disagree: for print, and for leaving the room."""

from collections.abc import Iterable

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tokens import compose
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.domain.weave import Part, Text


def for_print(view: FieldView) -> Value:
    """The value that is printed: of a conflict the variant of the highest (depth, id), of prose in every part."""
    if view.status is not Status.CONFLICT:
        return view.value
    if not view.parts:
        return view.variants[0].value
    heads = [change for variant in view.variants for change in variant.changes]
    return compose(_printed(part, heads) for part in view.parts)


def _printed(part: Part, heads: Iterable[ChangeId]) -> str:
    if isinstance(part, Text):
        return part.text
    return next((part.by_head[head] for head in heads if head in part.by_head), "")


def most_careful(kind: str, name: str, view: FieldView | None) -> Value:
    """The value of a field that decides about leaving the room; of a conflict its most careful variant."""
    field = schema.field(kind, name)
    if field is None:
        raise ValueError(f"no field {name} of {kind}")
    if view is None or view.status is not Status.CONFLICT:
        return view.value if view else None
    return schema.most_careful(field, (variant.value for variant in view.variants))

"""To which side the measures of a case lean: repression, prevention, or neither."""

from collections.abc import Iterable, Sequence
from enum import StrEnum

from werkboek_desktop.domain.view import RecordView, Status
from werkboek_desktop.domain.workflow import Balance


class Lean(StrEnum):
    """The balance of a case in a word."""

    REPRESSIVE = "vooral repressief"
    EVEN = "in balans"
    PREVENTIVE = "vooral preventief"
    UNKNOWN = "onbekend"
    NONE = "geen maatregelen"


EMPTY = Balance(0, 0, 0)


def lean(balance: Balance) -> Lean:
    """In balance while the difference is no more than a third of the measures that have a type."""
    known, difference = _known(balance), balance.repressive - balance.preventive
    if not known:
        return Lean.UNKNOWN if balance.unknown else Lean.NONE
    if 3 * abs(difference) <= known:
        return Lean.EVEN
    return Lean.REPRESSIVE if difference > 0 else Lean.PREVENTIVE


def one_sidedness(balance: Balance) -> float:
    """0: even; 1: all measures at one side; less than 0 where there is nothing to weigh."""
    known = _known(balance)
    return abs(balance.repressive - balance.preventive) / known if known else -1.0


def is_disputed(measures: Iterable[RecordView]) -> bool:
    """Whether people still disagree on the type of a measure."""
    views = (measure.fields.get("type") for measure in measures)
    return any(view is not None and view.status is Status.CONFLICT for view in views)


def together(balances: Sequence[Balance]) -> Balance:
    """The measures of all of them."""
    return Balance(*map(sum, zip(*balances, strict=True))) if balances else EMPTY


def words(balance: Balance) -> str:
    """`4 repressief · 1 beide · 4 preventief`; types that do not occur are left out."""
    counts = (
        (balance.repressive, "repressief"),
        (balance.both, "beide"),
        (balance.preventive, "preventief"),
        (balance.unknown, "onbekend"),
    )
    return " · ".join(f"{number} {word}" for number, word in counts if number) or Lean.NONE


def _known(balance: Balance) -> int:
    return balance.repressive + balance.preventive + balance.both

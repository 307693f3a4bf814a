"""The facts at the head of a case or chapter: every short field that may be printed, in the order of the schema."""

from collections.abc import Callable, Iterable, Mapping

from werkboek_desktop.domain.dutch import month, number
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.inline import Run, Runs
from werkboek_desktop.domain.kinds.sections import SECTIONS
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.workflow import Balance
from werkboek_desktop.publish.blocks import Fact, KeyFacts, plain
from werkboek_desktop.publish.prose import paragraphs_of
from werkboek_desktop.publish.sheet import Sheet
from werkboek_desktop.publish.words import euros

_TITLES = {"title", "subtitle"}
_SECTIONS = {section.key for section in SECTIONS}
_WITH_ANOTHER = {"inhabitants_year", "inhabitants_source", "period_end", "ongoing", "costs_note"}


def case_facts(case: Sheet, measures: Iterable[Sheet]) -> KeyFacts:
    """The head of a case, with its balance counted from the measures."""
    aside = _TITLES | _SECTIONS | _WITH_ANOTHER
    facts = [_fact(case, field) for field in case.fields if field.key not in aside]
    return KeyFacts(tuple(fact for fact in facts if fact.runs), _balance(measures))


def short_facts(sheet: Sheet) -> tuple[Fact, ...]:
    """The lines of a record, its title aside."""
    lines = (field for field in sheet.fields if field.type is ValueType.LINE and field.key not in _TITLES)
    return tuple(fact for field in lines if (fact := _fact(sheet, field)).runs)


def _fact(sheet: Sheet, field: Field) -> Fact:
    if (label := _TOGETHER.get(field.key)) and sheet.view.key.kind == "case":
        return Fact(label[0], label[1](sheet))
    if field.type is ValueType.PROSE:
        return Fact(field.label, _in_line(sheet.text(field.key)))
    return Fact(field.label, plain(sheet.words(field.key)))


def _in_line(text: str) -> Runs:
    return tuple(run for paragraph in paragraphs_of(text) for run in (*paragraph, Run(" ")))[:-1]


def _inhabitants(case: Sheet) -> Runs:
    inhabitants, year, source = (case.value(f"inhabitants{part}") for part in ("", "_year", "_source"))
    if not isinstance(inhabitants, int):
        return ()
    if not (year and source):
        case.warn("inhabitants", "het aantal inwoners heeft geen jaar of geen bron")
    said = ", ".join(str(part) for part in (source, year) if part)
    return plain(f"{number(inhabitants)}{f' ({said})' if said else ''}")


def _period(case: Sheet) -> Runs:
    start, end, ongoing = (case.value(name) for name in ("period_start", "period_end", "ongoing"))
    first = month(str(start)) if start else ""
    last = "doorlopend" if ongoing else month(str(end)) if end else ""
    if first and last:
        return plain(f"vanaf {first}, {last}" if ongoing else f"{first} – {last}")
    return plain(f"vanaf {first}" if first else f"tot en met {last}" if last and not ongoing else last)


def _costs(case: Sheet) -> Runs:
    amount = case.value("costs")
    note = _in_line(case.text("costs_note"))
    if amount is None:
        return note
    return (*plain(euros(str(amount))), *((Run(". "), *note) if note else ()))


_TOGETHER: Mapping[str, tuple[str, Callable[[Sheet], Runs]]] = {
    "inhabitants": ("Aantal inwoners van het gebied", _inhabitants),
    "period_start": ("Periode", _period),
    "costs": ("Kosten en financiering", _costs),
}


def _balance(measures: Iterable[Sheet]) -> Balance | None:
    types = [measure.value("type") for measure in measures]
    counted = Balance(*(types.count(type_) for type_ in ("repressive", "preventive", "both")))
    return counted if any(counted) else None

"""For whom a case is: what says that it may not leave for somebody yet, whatever way it would go."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum

from werkboek_desktop.domain.values import Value

type Decides = Callable[[str], Value]
"""What a field of a case says; while people disagree about it, what the most careful of them says."""


class Audience(StrEnum):
    """Who somebody is to the project."""

    EDITORS = "redactie"
    MUNICIPALITY = "gemeente"
    OTHERS = "anderen"


def not_before(embargo: Value) -> str:
    """What an embargo (YYYY-MM-DD) says, as a Dutch sentence."""
    year, month, day = map(int, str(embargo).split("-"))
    return f"Dit mag niet naar buiten vóór {day}-{month}-{year}."


def why_it_stays(case: Decides, audience: Audience, *, is_own: bool, today: date) -> str:
    """Why a case may not go to them: a Dutch sentence; empty where it may. `is_own`: it is of their municipality."""
    if audience is Audience.EDITORS:
        return ""
    embargo, sharing = case("embargo_until"), case("sharing")
    if embargo and date.fromisoformat(str(embargo)) > today:
        return not_before(embargo)
    if sharing not in {"openbaar", "gemeenten"}:
        return "Dit is alleen voor de redactie." if sharing else "Hier is nog niet gekozen wie dit mag zien."
    if sharing == "gemeenten" and audience is Audience.OTHERS:
        return "Dit is alleen voor gemeenten."
    if case("status") != "published" and not is_own:
        return "Dit is van een andere gemeente en nog niet gepubliceerd."
    return ""

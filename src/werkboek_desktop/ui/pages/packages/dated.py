"""When a bundle was made, as its sender's computer says, and how old it is by now."""

from datetime import date

from werkboek_desktop.domain.dutch import DAYS
from werkboek_desktop.domain.moments import aged, day_near
from werkboek_desktop.ui.words import local, moment


def made_on(seconds: int, today: date) -> str:
    """`maandag 23 november 15:20`; late: `3 november · drie weken oud`."""
    when = local(seconds)
    day = day_near(when.date(), today)
    if age := aged(when.date(), today):
        return f"{day} · {age}"
    named = f"{DAYS[when.weekday()]} {day}" if day[:1].isdigit() else day
    return f"{named} {when:%H:%M}"


def made_when(seconds: int, today: date) -> str:
    """The same in full: `dinsdag 3 november 2026, 11:08 · drie weken oud`."""
    return " · ".join(filter(None, (moment(seconds), aged(local(seconds).date(), today))))

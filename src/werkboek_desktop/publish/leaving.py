"""What of a case may leave the room on paper or in a document, whoever it is for."""

from datetime import date

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.publish.sheet import Sheet
from werkboek_desktop.publish.words import iso_day


def warn_before_leaving(case: Sheet, today: date) -> None:
    """Puts on the check list what says that a case stays here for now."""
    embargo = case.decides("embargo_until")
    if embargo and date.fromisoformat(str(embargo)) > today:
        case.warn("embargo_until", f"mag niet gepubliceerd worden vóór {iso_day(str(embargo))}")
    if case.decides("sharing") != "openbaar":
        case.warn("sharing", "is niet voor iedereen: kijk bij ‘Wie mag dit zien?’")
    if case.decides("status") in {"withdrawn", "paused"}:
        case.warn("status", "is gepauzeerd of ingetrokken")


def may_leave(sheet: Sheet) -> bool:
    """Whether a record of a case may be on it: a quote with a yes to its text, a contact with a yes to print, a source
    that is more than background.
    """
    match sheet.view.key.kind:
        case "quote":
            return bool(sheet.decides("text_authorised_on"))
        case "contact":
            return sheet.decides("printable") is True
        case "source":
            return sheet.decides("background_only") is not True
    return True


def names_speaker(quote: Sheet) -> bool:
    """Whether a quote's speaker said yes to their name."""
    return bool(quote.decides("name_authorised_on"))


def fields(sheet: Sheet) -> tuple[Field, ...]:
    """The fields of a record that may be on it."""
    if sheet.view.key.kind == "quote" and not names_speaker(sheet):
        return tuple(field for field in sheet.fields if field.key != "speaker")
    return sheet.fields

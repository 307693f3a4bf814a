"""Where a case is about, in a few words."""

from werkboek_desktop.domain.dutch import number
from werkboek_desktop.domain.view import RecordView


def inhabitants(case: RecordView) -> str:
    """ "4.210 inwoners (2025, CBS)": a figure with the year and the source that it has; empty without a figure."""
    found = case.value("inhabitants")
    if not isinstance(found, int):
        return ""
    known = [str(value) for key in ("inhabitants_year", "inhabitants_source") if (value := case.value(key))]
    whence = f" ({', '.join(known)})" if known else ""
    return f"{number(found)} {'inwoner' if found == 1 else 'inwoners'}{whence}"

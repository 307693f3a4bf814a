"""What is odd about a field beside the others of its record: said under it, and never in the way."""

from collections.abc import Mapping

from werkboek_desktop.domain.values import Value

type Values = Mapping[str, Value]


def figure_alone(values: Values) -> str:
    """A number of inhabitants without its year and source is worth little."""
    if values.get("inhabitants") is None:
        return ""
    wanted = [
        word for key, word in (("year", "het jaar"), ("source", "de bron")) if not values.get(f"inhabitants_{key}")
    ]
    return f"Noem ook {' en '.join(wanted)}. Opslaan kan gewoon." if wanted else ""


def period(values: Values) -> str:
    """A course ends after it began, and not at all when it goes on."""
    start, end = values.get("period_start"), values.get("period_end")
    if end and values.get("ongoing"):
        return "Doorlopend én een einde: een van de twee klopt niet."
    return "Het einde ligt vóór de start." if start and end and str(end) < str(start) else ""


def hours(values: Values) -> str:
    """A day ends after it began."""
    start, end = values.get("start"), values.get("end")
    return "De eindtijd ligt vóór de begintijd." if start and end and str(end) <= str(start) else ""


def description(values: Values) -> str:
    """A picture says what is to be seen on it, unless it is there for show."""
    if not values.get("file"):
        return ""
    if values.get("decorative"):
        return "Versiering wordt niet voorgelezen; de alt-tekst doet dan niets." if values.get("alt") else ""
    return "" if values.get("alt") else "Beschrijf wat er te zien is, of kies: dit is alleen versiering."

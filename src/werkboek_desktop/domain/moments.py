"""When something was or will be, as people say it that day: vandaag 10:42 · gisteren · vrijdag 20 november."""

from datetime import date, datetime, timedelta

from werkboek_desktop.domain.dutch import DAYS, MONTHS

_NEAR = {timedelta(-1): "gisteren", timedelta(): "vandaag", timedelta(1): "morgen"}
_AGES = ((365, 365, "jaar", "jaar"), (61, 30, "maand", "maanden"), (7, 7, "week", "weken"))
_PARTS_OF_DAY = ((6, "Goedenacht"), (12, "Goedemorgen"), (18, "Goedemiddag"), (24, "Goedenavond"))
_NUMBERS = ("geen", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def greeting(now: datetime, name: str) -> str:
    """`Goedemorgen, Marit`: by the time of day, with the first name where there is one."""
    hello = next(word for until, word in _PARTS_OF_DAY if now.hour < until)
    first = name.split()[:1]
    return ", ".join([hello, *first])


def day_near(day: date, today: date) -> str:
    """`vandaag`, `gisteren`, `morgen`, else `21 november`, with the year where it is another one."""
    year = "" if day.year == today.year else f" {day.year}"
    return _NEAR.get(day - today, f"{day.day} {MONTHS[day.month - 1]}{year}")


def full_day(day: date) -> str:
    """`Donderdag 26 november`: one that everybody knows the year of."""
    return f"{DAYS[day.weekday()].capitalize()} {day.day} {MONTHS[day.month - 1]}"


def when(moment: datetime, now: datetime) -> str:
    """`vandaag 10:42`, `gisteren 17:05`, else the day alone."""
    near = day_near(moment.date(), now.date())
    return f"{near} {moment:%H:%M}" if abs(moment.date() - now.date()) <= timedelta(1) else near


def counted(number: int, one: str, many: str) -> str:
    """`één stuk`, `twee stukken`, `13 stukken`."""
    word = _NUMBERS[number] if number < len(_NUMBERS) else f"{number:,}".replace(",", ".")
    return f"{word} {one if number == 1 else many}"


def begun(sentence: str) -> str:
    """With a capital, which has no accent: `Eén stuk`."""
    return "Eén" + sentence[3:] if sentence.startswith("één") else sentence[:1].upper() + sentence[1:]


def listed(words: list[str], most: int = 3) -> str:
    """`Anna`, `Anna en Piet`, `Anna, Piet en Yusuf`, `Anna, Piet en nog 4`."""
    if len(words) > most:
        words = [*words[: most - 1], f"nog {len(words) - most + 1}"]
    return " en ".join(filter(None, [", ".join(words[:-1]), *words[-1:]]))


def aged(day: date, today: date) -> str:
    """How old something is that comes late: `drie weken oud`, `twee maanden oud`; nothing within a week."""
    days = (today - day).days
    for least, length, one, many in _AGES:
        if days >= least:
            return f"{counted(days // length, one, many)} oud"
    return ""

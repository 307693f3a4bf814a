"""People without a name whom the neighbours recognise: by age, by what they saw, by how few they are."""

import re
from collections.abc import Iterator

from werkboek_desktop.domain.privacy.finding import Certainty, Finding, Sort
from werkboek_desktop.domain.privacy.places import SMALL, streets

_TENS = "tien|twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig"
_NUMERAL = rf"(?:\d{{1,2}}|\w*(?:{_TENS})|zes|zeven|acht|negen|elf|twaalf)"
_ONE = (
    r"jongen|meisje|man|vrouw|moeder|vader|zoon|dochter|jongere|tiener|scholier|scholiere|leerling|bewoner|bewoonster"
    r"|kind|oma|opa|weduwe|weduwnaar|student|studente|broer|zus|broertje|zusje|verdachte|huurder|huurster|puber"
    r"|jongetje|dader|slachtoffer|bejaarde|neef|nicht|heer|dame|meneer|mevrouw"
)
_AGE = re.compile(
    rf"\b(?:(?P<years>{_NUMERAL}-?jarige)(?: (?P<next>\w+))?(?!\w)"
    rf"|(?:{_ONE})(?: van {_NUMERAL}(?: jaar)?(?: oud)?(?!\w)(?! tot)| \(\d{{1,2}}\)|,? \d{{1,2}} jaar(?: oud)?)"
    rf"|(?:{_ONE}) die \d{{1,2}} (?:jaar )?(?:is|was)|(?:hij|zij|ze) (?:is|was) (?:pas |nog maar )?{_NUMERAL}(?!\w))",
    re.IGNORECASE,
)
_AGED_THINGS = frozenset(
    "straat bestaan jubileum traditie samenwerking project looptijd termijn overeenkomst convenant periode pilot proef"
    " aanpak plan programma opleiding studie boom flat wijk buurt school".split()
)

_SAW = (
    r"melder|meldster|tipgever|tipgeefster|klokkenluider|getuige|aangever|aangeefster|informant|beller|klager"
    r"|(?:over|onder|boven|achter)?buur(?:vrouw|man|meisje|jongen)"
)
_ROLE = re.compile(rf"(?<![\w-])(?<!elke )(?<!iedere )(?<!geen )(?:{_SAW})(?!\w)", re.IGNORECASE)
_AT = r"(?:uit|van|in|op|aan|naast|boven|onder|tegenover|bij|achter|om)"
_ROLE_AT = re.compile(
    rf"(?:[ ,]+[\w’'-]+){{0,5}}?[ ,]+{_AT} (?:[\w’'-]+ ){{0,3}}?(?:{SMALL}|(?:nummer|nr\.?|huisnummer) ?\d+\w?"
    r"|[A-Z]\w+(?:buurt|wijk|kwartier)(?!\w))"
)
_NUMBERED_ROLE = re.compile(
    r"\b(?:bewoners?|bewoonster|huurders?|huurster|buren) (?:van|op) (?:nummer|nr\.?) ?\d+\w?", re.IGNORECASE
)
_NEIGHBOUR = re.compile(r"\b(?:buurt)?(?:bewoner|bewoonster)\b", re.IGNORECASE)
_TELLS = re.compile(r"\b(?:anoniem|meldde|melding|tip|tipte|waarschuwde|filmde)\b", re.IGNORECASE)
_NEAR = 60

_YOUNG = (
    "jongeren|jongens|meisjes|meiden|tieners|pubers|minderjarigen|kinderen|gezinnen|families|broers|zussen|broertjes"
    "|zusjes|verdachten|daders|slachtoffers|dealers|koeriers|scholieren|leerlingen|geldezels|loopjongens|zonen|dochters|neven|nichten"
)
_OTHERS = "bewoners|ouders|moeders|vaders|mannen|vrouwen|huurders|ondernemers|winkeliers|buren|mensen|personen|vrienden"
_LONE = "gezin|familie|jongere|jongen|meisje|kind|leerling|verdachte|bewoner|huurder"
_GROUP = re.compile(
    r"(?<![\w.,-])(?<!op de )(?<!\w van de )(?<!tot )(?<!van elke )"
    rf"(?:(?:twee|drie|vier|[234]|tweetal|drietal|viertal) (?:[\w-]+e ){{0,2}}?(?:(?P<young>{_YOUNG})|{_OTHERS})"
    rf"|(?:één|1) (?:[\w-]+e )??(?:{_LONE}))(?!\w)(?! per )",
    re.IGNORECASE,
)
_SMALL = re.compile(rf"\b{_AT} (?:[\w’'-]+ ){{0,2}}?(?:{SMALL}|buurt(?!\w)|wijk(?!\w))")


_GOES_ON = re.compile(
    rf"(?:hij|zij|ze|die|deze|daar|hier|zijn|haar|hun|(?:de|het|deze|dat) (?:{_ONE}|{_SAW})"
    rf"|een (?:{_ONE}|{_NUMERAL}-?jarige))\b",
    re.IGNORECASE,
)


def across(first: str, second: str) -> tuple[Finding, ...]:
    """What a sentence and the next, one space apart, tell together and neither of them alone: who, and where."""
    if not _GOES_ON.match(second):
        return ()
    both, border = f"{first} {second}", len(first)
    told = [found for of in (ages, roles) for found in of(both) if found.start < border < found.end]
    return tuple(found._replace(certainty=Certainty.POSSIBLE) for found in told)


def ages(sentence: str) -> Iterator[Finding]:
    """Somebody of whom the age and the street are told."""
    aged = [found for found in _AGE.finditer(sentence) if found["next"] not in _AGED_THINGS]
    places = [*streets(sentence), *_small_places(sentence)] if aged else []
    for found in aged:
        if places:
            start, end = min(places, key=lambda place: abs(place[0] - found.start()))
            yield Finding(Sort.AGE, min(start, found.start()), max(end, found.end()))


def _small_places(sentence: str) -> Iterator[tuple[int, int]]:
    for found in _SMALL.finditer(sentence):
        if not found[0].endswith(("straat", "wijk", "buurt", "school")):
            yield found.start(), found.end()


def roles(sentence: str) -> Iterator[Finding]:
    """Who reported or saw something, with where they live or that they are a neighbour."""
    seen = list(_ROLE.finditer(sentence))
    seen += _NEIGHBOUR.finditer(sentence) if _TELLS.search(sentence) else ()
    named = list(streets(sentence)) if seen else []
    for found in seen:
        end = found.end()
        if at := _ROLE_AT.match(sentence, end):
            yield Finding(Sort.ROLE, found.start(), at.end(), Certainty.LIKELY)
        elif near := [place for place in named if abs(place.start - end) <= _NEAR]:
            start = min(found.start(), near[0].start)
            yield Finding(Sort.ROLE, start, max(end, near[0].end), Certainty.LIKELY)
    if len({found[0].lower() for found in seen}) > 1:
        yield Finding(Sort.ROLE, seen[0].start(), seen[-1].end(), Certainty.LIKELY)
    for found in _NUMBERED_ROLE.finditer(sentence):
        yield Finding(Sort.ROLE, found.start(), found.end())


def groups(sentence: str) -> Iterator[Finding]:
    """Fewer than five of a kind; of adults only with a place."""
    seen = list(_GROUP.finditer(sentence))
    is_placed = bool(seen) and (_SMALL.search(sentence) is not None or next(streets(sentence), None) is not None)
    for found in seen:
        if is_placed or found["young"]:
            yield Finding(Sort.GROUP, found.start(), found.end(), Certainty.LIKELY if is_placed else Certainty.POSSIBLE)

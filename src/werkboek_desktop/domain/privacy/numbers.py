"""Numbers and addresses that lead to one person: telephone, e-mail, BSN, IBAN."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from werkboek_desktop.domain.privacy.finding import Certainty, Finding, Sort

_EMAIL = re.compile(r"(?<![\w.+%-])[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+")
_PHONE = re.compile(
    r"(?<![\w+.,/-])(?<![A-Z]{4}[ \xa0])(?:\+\d|\(?0\d)(?:(?:[ \xa0./]| ?[–—-] ?)?\(?\d\)?){6,13}(?![\d-])"
)
_DATE = re.compile(r"\d{1,2}[-./]\d{1,2}[-./]\d{4}")
_COUNTRY = re.compile(r"(?:00|\+)31(?:\(0\)|0)?")
_OF_FIRMS = ("0800", "0900", "0906", "0909", "088", "067")
_NATIONAL = 10
_BSN = re.compile(r"(?<![\w.,-])(?<!€ )\d(?:[ \xa0.]?\d){7,8}(?![\w,-]|\.\d|[ \xa0](?:euro|miljoen))")
_BSN_SAID = re.compile(r"\b(?:bsn|burgerservice|sofi|persoonsnummer)", re.IGNORECASE)
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3})+")
_IBAN = re.compile(r"(?<!\w)[A-Z]{2}[ \xa0]?\d{2}(?:[ \xa0.]?[A-Z0-9]){10,30}(?![a-z])")
_LENGTHS = {
    **{"AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18},
    **{"FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IT": 27, "LT": 20, "LU": 20, "LV": 21, "MA": 28},
    **{"MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24, "TR": 26},
}


def emails(sentence: str, printable: AbstractSet[str]) -> Iterator[Finding]:
    """Addresses, but those that may be printed."""
    for found in _EMAIL.finditer(sentence):
        if found[0].rstrip(".-").casefold() not in printable:
            yield Finding(Sort.EMAIL, found.start(), found.end())


def phones(sentence: str, printable: AbstractSet[str]) -> Iterator[Finding]:
    """Numbers of people, but those that may be printed; a number of a firm or service is nobody's."""
    for found in _PHONE.finditer(sentence):
        number = phone_of(found[0])
        if number and number not in printable and not _DATE.match(found[0]):
            yield Finding(Sort.PHONE, found.start(), found.end())


def phone_of(text: str) -> str:
    """The digits of a number that may be a person's, in one form; empty where it is none."""
    tight = re.sub(r"[ \xa0./–—-]", "", text)
    country = _COUNTRY.match(tight)
    digits = "0" * bool(country) + re.sub(r"\D", "", tight[country.end() :] if country else tight)
    if not country and tight.startswith(("+", "00")):
        return digits
    is_one = len(digits) == _NATIONAL and digits[1] != "0" and not digits.startswith(_OF_FIRMS)
    return digits if is_one else ""


def bsns(sentence: str) -> Iterator[Finding]:
    """Nine digits that pass the eleven-test, and are no amount."""
    is_said = _BSN_SAID.search(sentence) is not None
    for found in _BSN.finditer(sentence):
        is_amount = _DOTTED.fullmatch(found[0]) and not is_said
        if _passes_eleven(re.sub(r"\D", "", found[0]), short=is_said) and not is_amount:
            yield Finding(Sort.BSN, found.start(), found.end(), Certainty.SURE if is_said else Certainty.LIKELY)


def _passes_eleven(digits: str, *, short: bool) -> bool:
    """Old numbers are written with eight digits."""
    whole = digits.zfill(9) if short else digits
    if len(whole) != 9 or not whole.strip("0"):
        return False
    return sum(weight * int(digit) for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), whole, strict=True)) % 11 == 0


def ibans(sentence: str) -> Iterator[Finding]:
    """Bank accounts whose check digits are right."""
    for found in _IBAN.finditer(sentence):
        length = _LENGTHS.get(found[0][:2], 0)
        at = [place for place, letter in enumerate(found[0]) if letter.isalnum()][:length]
        if length and len(at) == length and _passes_97("".join(found[0][place] for place in at)):
            yield Finding(Sort.IBAN, found.start(), found.start() + at[-1] + 1)


def _passes_97(account: str) -> bool:
    return int("".join(str(int(letter, 36)) for letter in account[4:] + account[:4])) % 97 == 1

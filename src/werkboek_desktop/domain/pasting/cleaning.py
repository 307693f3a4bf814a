"""The rules of cleaning, in the order in which they work, and what they did together."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from werkboek_desktop.domain.pasting import letters, lists, paper
from werkboek_desktop.domain.pasting.rule import Done, Rule
from werkboek_desktop.domain.prose import canonical_prose

_LINE_ENDS = re.compile("\r\n|[\r\v\x85\u2028\u2029]")

RULES = (
    Rule("letters", "Letters van een PDF los van elkaar", "letterpaar los", "letterparen los", letters.untie),
    Rule(
        "pages",
        "Paginanummers en kopregels weg",
        "regel van een paginarand weg",
        "regels van paginaranden weg",
        paper.pages,
    ),
    Rule("bullets", "Opsommingstekens gelijk", "opsommingsteken", "opsommingstekens", lists.bullets),
    Rule("numbers", "Nummers van een lijst gelijk", "nummer van een lijst", "nummers van een lijst", lists.numbers),
    Rule("tables", "Tabellen als tekst", "tabelregel als tekst", "tabelregels als tekst", lists.tables),
    Rule("paragraphs", "Losse regels tot alinea’s", "regel aan elkaar", "regels aan elkaar", paper.paragraphs),
    Rule("hyphens", "Afbreekstreepjes weg", "afbreekstreepje weg", "afbreekstreepjes weg", paper.hyphens),
    Rule("spaces", "Dubbele spaties weg", "dubbele spatie weg", "dubbele spaties weg", letters.single_spaces),
    Rule("quotes", "Aanhalingstekens gelijk", "aanhalingsteken", "aanhalingstekens", letters.quotes),
)


class Cleaned(NamedTuple):
    """A text in canonical prose, and which rules did something for it."""

    text: str
    done: tuple[Done, ...]

    def __str__(self) -> str:
        """`12 afbreekstreepjes weg, 3 aanhalingstekens`."""
        return ", ".join(map(str, self.done))


def clean(text: str, rules: Sequence[Rule] = RULES, without: Collection[str] = ()) -> Cleaned:
    """Lets each rule work on what the one before it made; `without`: the keys of those that don't."""
    text = _LINE_ENDS.sub("\n", text).replace("\f", "\n\f")
    done = []
    for rule in rules:
        if rule.key not in without:
            text, count = rule.mend(text)
            done += [Done(rule, count)] if count else []
    return Cleaned(canonical_prose(text), tuple(done))

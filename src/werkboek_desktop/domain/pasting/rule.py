"""What a rule of cleaning is, and what it says it did."""

from collections.abc import Callable
from typing import NamedTuple

type Mend = Callable[[str], tuple[str, int]]
"""A text → the text mended, and how many things were mended in it. Its lines end in `\\n`; `\\f` begins a page."""


class Rule(NamedTuple):
    """One thing to clean. `label` says what it does; `one` and `many` what it did, behind a number."""

    key: str
    label: str
    one: str
    many: str
    mend: Mend


class Done(NamedTuple):
    """How often a rule did what it does."""

    rule: Rule
    times: int

    def __str__(self) -> str:
        return f"{self.times} {self.rule.one if self.times == 1 else self.rule.many}"

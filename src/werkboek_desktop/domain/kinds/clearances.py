"""What a person decided about the findings of the privacy check."""

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.fields import LISTED, NOWHERE, PRINTED, REMOVED, Field, Kind, Privacy
from werkboek_desktop.domain.kinds import case_parts
from werkboek_desktop.domain.values import ValueType

CHECKED = ("case", "chapter", *(kind.key for kind in case_parts.KINDS))
"""The kinds whose text is read by the check."""
HEARD = ("masterclass", "note", "canvas")
"""Kinds whose text is pointed at while it is written: none of it is printed, so nobody decides about it."""

CLEARANCE = Kind(
    "clearance",
    "Privacybesluit",
    "Privacybesluiten",
    owners=("case", "chapter"),
    title=("finding",),
    help="Wat volgens iemand mag blijven staan, en waarom. Verandert de zin, dan geldt het niet meer.",
    fields=(
        Field("about", "Bij welk onderdeel", ValueType.REFERENCE, refers=CHECKED, appears=NOWHERE),
        Field("field", "Bij welk veld", ValueType.LINE, appears=NOWHERE),
        Field(
            "finding",
            "Wat er staat",
            ValueType.ENUM,
            options=lists.FINDING,
            appears=LISTED,
        ),
        Field("sentence", "Vingerafdruk van de zin", ValueType.LINE, appears=NOWHERE),
        Field("words", "Vingerafdruk van de woorden", ValueType.LINE, appears=NOWHERE),
        Field(
            "ground",
            "Waarom het mag blijven",
            ValueType.ENUM,
            options=lists.GROUND,
            appears=NOWHERE,
        ),
        Field("composite", "Samengesteld uit meer mensen", ValueType.BOOLEAN, appears=PRINTED),
        Field("note", "Toelichting", ValueType.LINE, privacy=Privacy.FREE_TEXT, appears=NOWHERE),
        REMOVED,
    ),
)

KINDS = (CLEARANCE,)

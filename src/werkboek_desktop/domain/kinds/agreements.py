"""What was agreed and said about a text: proofs, approvals and comments."""

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.fields import (
    INTERNAL,
    LISTED,
    NOWHERE,
    REMOVED,
    WHOLE,
    Field,
    Kind,
    Privacy,
    in_order,
)
from werkboek_desktop.domain.values import ValueType

PROOF = Kind(
    "proof",
    "Proefdruk",
    "Proefdrukken",
    owners=("case",),
    title=("sent_to", "sent_on"),
    fields=(
        Field("version", "Versie", ValueType.ATTACHMENT, appears=NOWHERE),
        Field(
            "sent_to",
            "Gestuurd naar",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | LISTED,
            width=WHOLE,
        ),
        Field("sent_on", "Gestuurd op", ValueType.DATE, appears=INTERNAL | LISTED),
        Field("deadline", "Antwoord vóór", ValueType.DATE, appears=INTERNAL | LISTED),
        REMOVED,
    ),
)

APPROVAL = Kind(
    "approval",
    "Akkoord",
    "Akkoorden",
    owners=("case",),
    title=("type", "by"),
    fields=(
        Field("proof", "Proefdruk", ValueType.REFERENCE, refers=("proof",), appears=INTERNAL),
        Field("by", "Van wie", ValueType.LINE, privacy=Privacy.PERSON, appears=INTERNAL | LISTED),
        Field("function", "Functie", ValueType.LINE, privacy=Privacy.PERSON, appears=INTERNAL),
        Field("on", "Op", ValueType.DATE, appears=INTERNAL | LISTED),
        Field(
            "type",
            "Soort akkoord",
            ValueType.ENUM,
            options=lists.APPROVAL_TYPE,
            appears=INTERNAL | LISTED,
        ),
        Field(
            "channel", "Hoe gegeven", ValueType.LINE, help="Per mail, telefoon of brief.", appears=INTERNAL, width=WHOLE
        ),
        Field(
            "outcome",
            "Uitkomst",
            ValueType.ENUM,
            options=lists.APPROVAL_OUTCOME,
            appears=INTERNAL | LISTED,
            careful=in_order("refused", "ask_again", None, "minor_correction", "approved"),
        ),
        Field(
            "conditions",
            "Voorwaarden",
            ValueType.PROSE,
            privacy=Privacy.FREE_TEXT,
            appears=INTERNAL,
        ),
        REMOVED,
    ),
)

COMMENT = Kind(
    "comment",
    "Opmerking",
    "Opmerkingen",
    owners=("case", "chapter"),
    title=("text",),
    fields=(
        Field("field", "Bij welk veld", ValueType.LINE, appears=NOWHERE),
        Field("anchor", "Bij welke zin", ValueType.LINE, appears=NOWHERE),
        Field("answers", "Antwoord op", ValueType.REFERENCE, refers=("comment",), appears=NOWHERE),
        Field("text", "Opmerking", ValueType.PROSE, privacy=Privacy.FREE_TEXT, appears=INTERNAL | LISTED),
        Field(
            "state",
            "Stand",
            ValueType.ENUM,
            options=lists.COMMENT_STATE,
            appears=INTERNAL | LISTED,
        ),
        REMOVED,
    ),
)

KINDS = (PROOF, APPROVAL, COMMENT)

"""The lists of a case: the records that are written together with its text."""

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.fields import (
    INTAKE,
    INTERNAL,
    LISTED,
    PLACED,
    PRINTED,
    PUBLIC,
    REMOVED,
    WHOLE,
    Advice,
    Field,
    Kind,
    Privacy,
    absent_first,
    in_order,
)
from werkboek_desktop.domain.kinds import remarks
from werkboek_desktop.domain.kinds.sections import NO_NAMES
from werkboek_desktop.domain.values import ValueType

_UNTIL_RETRACTED = "Tot de persoon het intrekt, en niet langer dan het project loopt."

BOTTLENECK = Kind(
    "bottleneck",
    "Knelpunt",
    "Knelpunten en oplossingen",
    owners=("case",),
    title=("bottleneck",),
    questions=("Wat is het knelpunt?", "Hoe lost u het op?", "Werkt dat?"),
    number=5,
    advised=Advice(3, 6),
    fields=(
        Field(
            "bottleneck",
            "Knelpunt",
            ValueType.PROSE,
            help=NO_NAMES,
            questions=("Wat zit er in de weg?",),
            privacy=Privacy.FREE_TEXT,
            appears=PUBLIC | INTAKE | LISTED,
        ),
        Field(
            "solution",
            "Oplossing",
            ValueType.PROSE,
            help=NO_NAMES,
            questions=("Hoe lost u het op?",),
            privacy=Privacy.FREE_TEXT,
            appears=PUBLIC | INTAKE | LISTED,
        ),
        Field("works", "Werkt dat?", ValueType.LINE, privacy=Privacy.FREE_TEXT, width=WHOLE),
        PLACED,
        REMOVED,
    ),
)

MEASURE = Kind(
    "measure",
    "Maatregel",
    "Maatregelen",
    owners=("case",),
    title=("measure",),
    help="De balans tussen repressie en preventie wordt hieruit berekend.",
    fields=(
        Field("measure", "Maatregel", ValueType.LINE, appears=PUBLIC | LISTED, width=WHOLE),
        Field(
            "type",
            "Soort",
            ValueType.ENUM,
            options=lists.MEASURE_TYPE,
            appears=PUBLIC | LISTED,
        ),
        Field("instrument", "Instrument", ValueType.ENUM, options=lists.INSTRUMENTS),
        Field("by", "Wie", ValueType.LINE, help="Een organisatie of functie."),
        Field("state", "Stand", ValueType.LINE, width=WHOLE),
        PLACED,
        REMOVED,
    ),
)

PARTNER = Kind(
    "partner",
    "Partner",
    "Partners",
    owners=("case",),
    title=("name",),
    fields=(
        Field(
            "name",
            "Partner",
            ValueType.LINE,
            help="Kies uit de lijst, of typ de naam van de organisatie.",
            options=lists.PARTNERS,
            open=True,
            appears=PUBLIC | LISTED,
        ),
        Field("role", "Rol", ValueType.ENUM, options=lists.PARTNER_ROLE, appears=PUBLIC | LISTED),
        Field("since", "Sinds", ValueType.LINE, help="Een jaar of een maand, bijvoorbeeld maart 2021."),
        PLACED,
        REMOVED,
    ),
)

RESULT = Kind(
    "result",
    "Resultaat",
    "Resultaten",
    owners=("case",),
    title=("result",),
    fields=(
        Field("result", "Resultaat", ValueType.LINE, privacy=Privacy.FREE_TEXT, appears=PUBLIC | LISTED, width=WHOLE),
        Field("indicator", "Indicator", ValueType.LINE, width=WHOLE),
        Field("before", "Voor", ValueType.LINE),
        Field("after", "Na", ValueType.LINE),
        Field("source", "Bron", ValueType.LINE, width=WHOLE),
        PLACED,
        REMOVED,
    ),
)

QUOTE = Kind(
    "quote",
    "Citaat",
    "Citaten",
    owners=("case",),
    title=("quote",),
    fields=(
        Field("quote", "Citaat", ValueType.PROSE, privacy=Privacy.FREE_TEXT, appears=PUBLIC | LISTED),
        Field(
            "speaker",
            "Spreker",
            ValueType.LINE,
            help="Wordt alleen gedrukt als de spreker daar ja op zei.",
            privacy=Privacy.PERSON,
            retention=_UNTIL_RETRACTED,
            appears=INTERNAL | PRINTED | LISTED,
        ),
        Field("function", "Functie", ValueType.LINE, privacy=Privacy.PERSON, appears=INTERNAL | PRINTED),
        Field(
            "text_authorised_on",
            "Tekst akkoord op",
            ValueType.DATE,
            appears=INTERNAL,
            careful=absent_first,
        ),
        Field(
            "name_authorised_on",
            "Naam akkoord op",
            ValueType.DATE,
            appears=INTERNAL,
            careful=absent_first,
        ),
        PLACED,
        REMOVED,
    ),
)

IMAGE = Kind(
    "image",
    "Beeld",
    "Beelden",
    owners=("case",),
    title=("caption",),
    fields=(
        Field(
            "file",
            "Bestand",
            ValueType.ATTACHMENT,
            help="Staat er iemand herkenbaar op, of een kenteken? Vervaag dat dan, of neem een andere foto.",
            privacy=Privacy.PERSON,
            picture=True,
        ),
        Field("caption", "Bijschrift", ValueType.LINE, privacy=Privacy.FREE_TEXT, appears=PUBLIC | LISTED, width=WHOLE),
        Field(
            "alt",
            "Alt-tekst",
            ValueType.LINE,
            help="Wat is er te zien, voor wie de foto niet ziet?",
            privacy=Privacy.FREE_TEXT,
            beside=remarks.description,
            width=WHOLE,
            noted=True,
        ),
        Field("decorative", "Dit is alleen versiering", ValueType.BOOLEAN, width=WHOLE),
        Field(
            "photographer",
            "Fotograaf",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED,
        ),
        Field("rights", "Recht", ValueType.LINE, help="Waarom mag deze foto gedrukt worden?", width=WHOLE, noted=True),
        PLACED,
        REMOVED,
    ),
)

SOURCE = Kind(
    "source",
    "Bron",
    "Bronnen",
    owners=("case",),
    title=("title",),
    fields=(
        Field("title", "Bron", ValueType.LINE, appears=PUBLIC | LISTED, width=WHOLE),
        Field("url", "Webadres", ValueType.LINE, width=WHOLE),
        Field("consulted_on", "Geraadpleegd op", ValueType.DATE),
        Field(
            "background_only",
            "Alleen achtergrond",
            ValueType.BOOLEAN,
            help="Wordt dan nooit gedrukt.",
            appears=INTERNAL,
            careful=in_order(True, False, None),
        ),
        PLACED,
        REMOVED,
    ),
)

TIMELINE = Kind(
    "timeline",
    "Moment",
    "Tijdlijn",
    owners=("case",),
    title=("date", "event"),
    advised=Advice(3, 6),
    fields=(
        Field("date", "Datum", ValueType.DATE, appears=PUBLIC | LISTED),
        Field(
            "event",
            "Wat gebeurde er?",
            ValueType.LINE,
            privacy=Privacy.FREE_TEXT,
            appears=PUBLIC | LISTED,
            width=WHOLE,
        ),
        PLACED,
        REMOVED,
    ),
)

DOCUMENT = Kind(
    "document",
    "Document",
    "Meer weten",
    owners=("case",),
    title=("title",),
    help="Documenten om over te nemen: een convenant, een format, een draaiboek.",
    fields=(
        Field("title", "Document", ValueType.LINE, appears=PUBLIC | LISTED, width=WHOLE),
        Field("url", "Webadres", ValueType.LINE, width=WHOLE),
        Field("file", "Bestand", ValueType.ATTACHMENT),
        PLACED,
        REMOVED,
    ),
)

KINDS = (BOTTLENECK, MEASURE, PARTNER, RESULT, QUOTE, IMAGE, SOURCE, TIMELINE, DOCUMENT)

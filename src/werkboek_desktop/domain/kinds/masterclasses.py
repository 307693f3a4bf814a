"""Masterclasses: the day, its programme, and what was said and drawn there."""

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.fields import (
    INTERNAL,
    LISTED,
    PRINTED,
    PUBLIC,
    QUARTER,
    REMOVED,
    THIRD,
    WHOLE,
    Field,
    Kind,
    Privacy,
    in_order,
)
from werkboek_desktop.domain.kinds import remarks
from werkboek_desktop.domain.kinds.sections import NO_NAMES, SECTION_OPTIONS
from werkboek_desktop.domain.values import ValueType

_DAY = "Dag"
_PLACE = "Plek"
_CONTENT = "Inhoud"

MASTERCLASS = Kind(
    "masterclass",
    "Masterclass",
    "Masterclasses",
    title=("title",),
    fields=(
        Field("number", "Nummer", ValueType.INTEGER, appears=PUBLIC | LISTED, group=_DAY, width=QUARTER),
        Field("title", "Titel", ValueType.LINE, appears=PUBLIC | LISTED, group=_DAY, width=9),
        Field("theme", "Thema", ValueType.LINE, group=_DAY, width=WHOLE),
        Field("date", "Datum", ValueType.DATE, appears=PUBLIC | LISTED, group=_DAY),
        Field("start", "Van", ValueType.TIME, group=_DAY, width=QUARTER),
        Field("end", "Tot", ValueType.TIME, group=_DAY, width=QUARTER, beside=remarks.hours),
        Field("mode", "Vorm", ValueType.ENUM, options=lists.MODE, group=_PLACE),
        Field("venue", "Locatie", ValueType.LINE, appears=PUBLIC | LISTED, group=_PLACE),
        Field("room", "Zaal", ValueType.LINE, group=_PLACE),
        Field("capacity", "Capaciteit", ValueType.INTEGER, appears=INTERNAL, group=_PLACE, unit="mensen"),
        Field("goals", "Leerdoelen", ValueType.PROSE, privacy=Privacy.FREE_TEXT, group=_CONTENT),
        Field(
            "facilitators",
            "Begeleiders",
            ValueType.SET,
            open=True,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED,
            group=_CONTENT,
        ),
        Field(
            "chair",
            "Dagvoorzitter",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED,
            group=_CONTENT,
            width=WHOLE,
        ),
        Field(
            "status",
            "Status",
            ValueType.ENUM,
            options=lists.MASTERCLASS_STATUS,
            appears=INTERNAL | LISTED,
            careful=in_order(None, "concept", "open", "closed", "held", "finished"),
            group=_CONTENT,
        ),
        REMOVED,
    ),
)

SESSION = Kind(
    "session",
    "Programmaonderdeel",
    "Programma",
    owners=("masterclass",),
    title=("title",),
    fields=(
        Field("start", "Begin", ValueType.TIME, appears=PUBLIC | LISTED, width=QUARTER),
        Field("minutes", "Duur", ValueType.INTEGER, appears=PUBLIC | LISTED, unit="minuten", width=THIRD),
        Field("title", "Titel", ValueType.LINE, appears=PUBLIC | LISTED),
        Field(
            "type",
            "Soort",
            ValueType.ENUM,
            options=lists.SESSION_TYPE,
            appears=PUBLIC | LISTED,
        ),
        Field(
            "speakers",
            "Sprekers",
            ValueType.SET,
            open=True,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED,
        ),
        Field("room", "Zaal", ValueType.LINE),
        Field("case", "Praktijkvoorbeeld", ValueType.REFERENCE, refers=("case",)),
        Field("cancelled", "Vervalt", ValueType.BOOLEAN),
        REMOVED,
    ),
)

NOTE = Kind(
    "note",
    "Notitie",
    "Notities",
    owners=("masterclass",),
    title=("text",),
    fields=(
        Field("time", "Tijd", ValueType.TIME, appears=INTERNAL | LISTED),
        Field("type", "Soort", ValueType.ENUM, options=lists.NOTE_TYPE, appears=PUBLIC | LISTED),
        Field(
            "text",
            "Tekst",
            ValueType.PROSE,
            help=NO_NAMES,
            privacy=Privacy.FREE_TEXT,
            appears=PUBLIC | LISTED,
        ),
        Field("case", "Praktijkvoorbeeld", ValueType.REFERENCE, refers=("case",), appears=INTERNAL),
        Field("section", "Onderdeel", ValueType.ENUM, options=SECTION_OPTIONS, appears=INTERNAL),
        Field("state", "Stand", ValueType.ENUM, options=lists.NOTE_STATE, appears=INTERNAL | LISTED),
        Field("file", "Bestand", ValueType.ATTACHMENT, privacy=Privacy.PERSON, appears=INTERNAL),
        REMOVED,
    ),
)

CANVAS = Kind(
    "canvas",
    "Casuscanvas",
    "Casuscanvassen",
    owners=("masterclass",),
    title=("title",),
    fields=(
        Field("title", "Titel", ValueType.LINE, appears=PUBLIC | LISTED),
        Field("case", "Praktijkvoorbeeld", ValueType.REFERENCE, refers=("case",), appears=INTERNAL | LISTED),
        Field("situation", "Wat speelt er?", ValueType.PROSE, help=NO_NAMES, privacy=Privacy.FREE_TEXT),
        Field(
            "approach",
            "Hoe richt u de aanpak in?",
            ValueType.PROSE,
            number=2,
            privacy=Privacy.FREE_TEXT,
        ),
        Field("partnership", "Met wie?", ValueType.PROSE, number=3, privacy=Privacy.FREE_TEXT),
        Field("balance", "Repressie en preventie", ValueType.PROSE, number=4, privacy=Privacy.FREE_TEXT),
        Field(
            "bottlenecks",
            "Knelpunten en oplossingen",
            ValueType.PROSE,
            number=5,
            privacy=Privacy.FREE_TEXT,
        ),
        Field("effects", "Resultaten en effecten", ValueType.PROSE, number=6, privacy=Privacy.FREE_TEXT),
        Field("ideas", "Vernieuwende ideeën", ValueType.PROSE, number=7, privacy=Privacy.FREE_TEXT),
        REMOVED,
    ),
)

KINDS = (MASTERCLASS, SESSION, NOTE, CANVAS)

"""The workbook: its chapters, the editions that appeared, and the terms it explains."""

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.fields import (
    INTERNAL,
    LISTED,
    NOWHERE,
    PLACED,
    PUBLIC,
    REMOVED,
    Field,
    Kind,
    Privacy,
    in_order,
)
from werkboek_desktop.domain.kinds.sections import SECTION_OPTIONS
from werkboek_desktop.domain.values import ValueType

_TEXT = "Tekst"
_FROM_CASE = "Uit het praktijkvoorbeeld"
_METHOD = "Werkvorm"
_COURSE = "Voortgang"

WORKBOOK = Kind(
    "workbook",
    "Werkboek",
    "Werkboek",
    title=("title",),
    printed=True,
    single=True,
    fields=(
        Field(
            "title",
            "Titel",
            ValueType.LINE,
            help="Dit is ook de naam van het project.",
            characters=80,
            appears=PUBLIC | LISTED,
        ),
        Field("subtitle", "Ondertitel", ValueType.LINE, characters=120),
        Field(
            "colophon",
            "Colofon",
            ValueType.PROSE,
            help="Auteurs, redactie, meelezers, beeldmakers. De regel van de financiers komt er vanzelf bij.",
            privacy=Privacy.FREE_TEXT,
        ),
        Field(
            "words",
            "Woordenlijst",
            ValueType.SET,
            help="Woorden die in dit werkboek goed gespeld zijn. Ze gaan mee in pakketten.",
            open=True,
            appears=INTERNAL,
        ),
        Field(
            "spellings",
            "Schrijfwijzen naast elkaar",
            ValueType.SET,
            help="Schrijfwijzen van een term die allemaal goed zijn. Ze gaan mee in pakketten.",
            open=True,
            appears=INTERNAL,
        ),
        REMOVED,
    ),
)

CHAPTER = Kind(
    "chapter",
    "Hoofdstuk",
    "Hoofdstukken",
    owners=("workbook",),
    title=("title",),
    printed=True,
    fields=(
        Field("title", "Titel", ValueType.LINE, characters=80, appears=PUBLIC | LISTED, group=_TEXT),
        Field(
            "type",
            "Soort hoofdstuk",
            ValueType.ENUM,
            options=lists.CHAPTER_TYPE,
            appears=PUBLIC | LISTED,
            group=_TEXT,
        ),
        Field("intro", "Inleiding", ValueType.PROSE, privacy=Privacy.FREE_TEXT, group=_TEXT),
        Field("body", "Tekst", ValueType.PROSE, privacy=Privacy.FREE_TEXT, group=_TEXT),
        Field("case", "Praktijkvoorbeeld", ValueType.REFERENCE, refers=("case",), group=_FROM_CASE),
        Field(
            "sections",
            "Welke onderdelen",
            ValueType.SET,
            help="Niets gekozen betekent: alles.",
            options=SECTION_OPTIONS,
            group=_FROM_CASE,
        ),
        Field("photos", "Welke beelden", ValueType.SET, refers=("image",), group=_FROM_CASE),
        Field(
            "print_contact",
            "Contact afdrukken",
            ValueType.BOOLEAN,
            help="Alleen als het contact zelf ook gedrukt mag worden.",
            appears=INTERNAL,
            careful=in_order(None, False, True),
            group=_FROM_CASE,
        ),
        Field("passages", "Overgenomen passages", ValueType.SET, open=True, appears=NOWHERE),
        Field("goal", "Doel", ValueType.PROSE, privacy=Privacy.FREE_TEXT, group=_METHOD),
        Field("duration", "Duur", ValueType.LINE, group=_METHOD),
        Field("group_size", "Groepsgrootte", ValueType.LINE, group=_METHOD),
        Field("material", "Materiaal", ValueType.PROSE, privacy=Privacy.FREE_TEXT, group=_METHOD),
        Field(
            "steps",
            "Stappen",
            ValueType.PROSE,
            help="Eén stap op een regel, met het aantal minuten.",
            privacy=Privacy.FREE_TEXT,
            group=_METHOD,
        ),
        Field(
            "status",
            "Status",
            ValueType.ENUM,
            options=lists.CHAPTER_STATUS,
            appears=INTERNAL | LISTED,
            careful=in_order(None, "opzet", "in_bewerking", "meelezen", "eindredactie", "definitief", "gepubliceerd"),
            group=_COURSE,
        ),
        PLACED,
        REMOVED,
    ),
)

EDITION = Kind(
    "edition",
    "Uitgave",
    "Uitgaven",
    owners=("workbook",),
    title=("name",),
    fields=(
        Field("name", "Naam", ValueType.LINE, appears=PUBLIC | LISTED),
        Field("version", "Versie", ValueType.ATTACHMENT, appears=NOWHERE),
        Field("on", "Verschenen op", ValueType.DATE, appears=PUBLIC | LISTED),
        Field("pdf", "PDF", ValueType.ATTACHMENT, appears=INTERNAL),
        Field("app", "Gemaakt met", ValueType.LINE, appears=INTERNAL),
        Field(
            "sent",
            "Gestuurd naar",
            ValueType.SET,
            open=True,
            privacy=Privacy.PERSON,
            appears=INTERNAL,
        ),
        REMOVED,
    ),
)

TERM = Kind(
    "term",
    "Begrip",
    "Begrippen",
    title=("term",),
    fields=(
        Field("term", "Begrip", ValueType.LINE, appears=PUBLIC | LISTED),
        Field("meaning", "Betekenis", ValueType.PROSE, privacy=Privacy.FREE_TEXT, appears=PUBLIC | LISTED),
        REMOVED,
    ),
)

KINDS = (WORKBOOK, CHAPTER, EDITION, TERM)

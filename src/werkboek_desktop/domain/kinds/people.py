"""People: authors and editors, and those whose data only leave with a tick and a passphrase."""

from collections.abc import Mapping

from werkboek_desktop.domain import lists
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.fields import (
    INTAKE,
    INTERNAL,
    LISTED,
    NOWHERE,
    PRINTED,
    QUARTER,
    REMOVED,
    THIRD,
    WHOLE,
    Advice,
    Field,
    Kind,
    Privacy,
    absent_first,
    in_order,
)
from werkboek_desktop.domain.kinds.sections import NO_NAMES
from werkboek_desktop.domain.text import parts_of_name
from werkboek_desktop.domain.values import Value, ValueType

_AFTER_EVENTS = "Tot een half jaar na de laatste masterclass; daarna wissen."
_CONSENT = "Toestemming: geen vinkje is nee"
_AFTER_PUBLICATION = "Tot een jaar na het verschijnen van het werkboek; daarna wissen."


def _author(name: str) -> Mapping[str, Value]:
    return {"name": name}


def _attendee(name: str) -> Mapping[str, Value]:
    """Nothing more: no consent is a no."""
    parts = zip(("first_name", "infix", "last_name"), parts_of_name(name), strict=True)
    return {key: part for key, part in parts if part}


PERSON = Kind(
    "person",
    "Auteur of redacteur",
    "Auteurs en redactie",
    title=("name",),
    by_name=_author,
    retention="Zolang het werkboek bestaat: de naam staat in het colofon.",
    fields=(
        Field(
            "name",
            "Naam",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED | LISTED,
        ),
        Field("role", "Rol", ValueType.ENUM, options=lists.PERSON_ROLE, appears=INTERNAL | LISTED),
        Field("organisation", "Organisatie", ValueType.LINE, appears=INTERNAL | PRINTED | LISTED),
        Field("same_as", "Dezelfde persoon als", ValueType.SET, refers=("person",), appears=NOWHERE),
        REMOVED,
    ),
)

CONTACT = Kind(
    "contact",
    "Contact",
    "Contacten",
    owners=("case", "signup"),
    scope=Scope.PEOPLE,
    title=("name", "mailbox"),
    retention=_AFTER_PUBLICATION,
    help="Liefst een algemeen postvak, geen naam.",
    fields=(
        Field(
            "mailbox",
            "Algemeen postvak",
            ValueType.LINE,
            help="Een e-mailadres van een team of afdeling.",
            appears=INTERNAL | PRINTED | INTAKE | LISTED,
        ),
        Field(
            "name",
            "Naam",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED | INTAKE | LISTED,
        ),
        Field(
            "function",
            "Functie",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED | INTAKE | LISTED,
        ),
        Field(
            "email",
            "E-mail",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED | INTAKE,
            width=7,
        ),
        Field(
            "phone",
            "Telefoon",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED | INTAKE,
            width=5,
        ),
        Field(
            "printable",
            "Mag gedrukt worden",
            ValueType.BOOLEAN,
            help="Staat op nee tot het contact ja zei.",
            appears=INTERNAL | INTAKE,
            careful=in_order(None, False, True),
        ),
        Field(
            "note",
            "Notitie",
            ValueType.PROSE,
            help="Wat er verder over dit contact te weten is. Wordt niet gedrukt.",
            privacy=Privacy.FREE_TEXT,
            appears=INTERNAL,
        ),
        REMOVED,
    ),
)

SIGNUP = Kind(
    "signup",
    "Aanmelding",
    "Aanmeldingen",
    scope=Scope.PEOPLE,
    title=("municipality",),
    becomes="case",
    retention=_AFTER_EVENTS,
    fields=(
        Field("municipality", "Gemeente", ValueType.LINE, municipal=True, appears=INTERNAL | LISTED),
        Field("department", "Afdeling of domein", ValueType.LINE, appears=INTERNAL),
        Field(
            "wants",
            "Wil",
            ValueType.SET,
            options=lists.SIGNUP_WANTS,
            appears=INTERNAL | LISTED,
        ),
        Field("neighbourhoods", "Wijk(en)", ValueType.LINE, appears=INTERNAL),
        Field(
            "sketch",
            "Korte schets",
            ValueType.PROSE,
            help=NO_NAMES,
            questions=("Wat speelt er, en wat doet u daaraan?",),
            words=Advice(0, 150),
            privacy=Privacy.FREE_TEXT,
            appears=INTERNAL,
        ),
        Field("phase", "Fase", ValueType.ENUM, options=lists.PHASE, appears=INTERNAL),
        Field("forms", "Vormen van ondermijning", ValueType.SET, options=lists.FORMS, appears=INTERNAL),
        Field(
            "hopes",
            "Wat hoopt u te halen?",
            ValueType.PROSE,
            privacy=Privacy.FREE_TEXT,
            appears=INTERNAL,
        ),
        Field(
            "brings",
            "Wat komt u brengen?",
            ValueType.PROSE,
            privacy=Privacy.FREE_TEXT,
            appears=INTERNAL,
        ),
        Field(
            "privacy_notice_version",
            "Privacyverklaring getoond: versie",
            ValueType.LINE,
            appears=INTERNAL,
        ),
        Field("privacy_notice_on", "Privacyverklaring getoond op", ValueType.DATE, appears=INTERNAL),
        Field("received_via", "Ontvangen via", ValueType.LINE, appears=INTERNAL),
        Field("received_on", "Ontvangen op", ValueType.DATE, appears=INTERNAL | LISTED),
        Field(
            "status",
            "Status",
            ValueType.ENUM,
            options=lists.SIGNUP_STATUS,
            appears=INTERNAL | LISTED,
            careful=in_order(None, "declined", "new", "called", "waitlisted", "admitted", "converted"),
        ),
        REMOVED,
    ),
)

ATTENDEE = Kind(
    "attendee",
    "Deelnemer",
    "Deelnemers",
    scope=Scope.PEOPLE,
    title=("first_name", "infix", "last_name"),
    by_name=_attendee,
    aside=_CONSENT,
    retention=_AFTER_EVENTS,
    fields=(
        Field(
            "first_name",
            "Voornaam",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED | LISTED,
            width=THIRD,
        ),
        Field(
            "infix",
            "Tussenvoegsel",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED | LISTED,
            width=QUARTER,
        ),
        Field(
            "last_name",
            "Achternaam",
            ValueType.LINE,
            privacy=Privacy.PERSON,
            appears=INTERNAL | PRINTED | LISTED,
            width=5,
        ),
        Field("organisation", "Organisatie", ValueType.LINE, appears=INTERNAL | PRINTED | LISTED),
        Field(
            "organisation_type",
            "Soort organisatie",
            ValueType.ENUM,
            options=lists.ORGANISATION_TYPE,
            appears=INTERNAL | LISTED,
        ),
        Field("municipality", "Gemeente", ValueType.LINE, municipal=True, appears=INTERNAL | LISTED),
        Field("function", "Functie", ValueType.LINE, privacy=Privacy.PERSON, appears=INTERNAL),
        Field("email", "E-mail", ValueType.LINE, privacy=Privacy.PERSON, appears=INTERNAL, width=7),
        Field("phone", "Telefoon", ValueType.LINE, privacy=Privacy.PERSON, appears=INTERNAL, width=5),
        Field(
            "question",
            "Leervraag",
            ValueType.PROSE,
            help="Wat wil je deze dag te weten komen?",
            privacy=Privacy.FREE_TEXT,
            appears=INTERNAL,
        ),
        Field(
            "consent_photo",
            "Foto’s mogen",
            ValueType.DATE,
            appears=INTERNAL,
            careful=absent_first,
            group=_CONSENT,
            width=WHOLE,
            ticked=True,
        ),
        Field(
            "consent_list",
            "Mag op de deelnemerslijst",
            ValueType.DATE,
            appears=INTERNAL,
            careful=absent_first,
            group=_CONSENT,
            width=WHOLE,
            ticked=True,
        ),
        Field(
            "consent_newsletter",
            "Wil de nieuwsbrief",
            ValueType.DATE,
            appears=INTERNAL,
            careful=absent_first,
            group=_CONSENT,
            width=WHOLE,
            ticked=True,
        ),
        Field("same_as", "Dezelfde persoon als", ValueType.SET, refers=("attendee",), appears=NOWHERE),
        REMOVED,
    ),
)

ATTENDANCE = Kind(
    "attendance",
    "Deelname",
    "Deelnames",
    owners=("masterclass",),
    scope=Scope.PEOPLE,
    title=("attendee",),
    retention=_AFTER_EVENTS,
    fields=(
        Field(
            "attendee",
            "Deelnemer",
            ValueType.REFERENCE,
            refers=("attendee",),
            privacy=Privacy.PERSON,
            appears=INTERNAL | LISTED,
        ),
        Field(
            "status",
            "Status",
            ValueType.ENUM,
            options=lists.ATTENDANCE_STATUS,
            appears=INTERNAL | LISTED,
            careful=in_order(
                None, "cancelled", "invited", "registered", "waitlisted", "confirmed", "walk_in", "present"
            ),
        ),
        Field("role", "Rol", ValueType.ENUM, options=lists.ATTENDANCE_ROLE, appears=INTERNAL | LISTED),
        Field(
            "workshop",
            "Workshopkeuze",
            ValueType.REFERENCE,
            refers=("session",),
            appears=INTERNAL | LISTED,
        ),
        Field(
            "replaces",
            "Komt in plaats van",
            ValueType.REFERENCE,
            refers=("attendee",),
            privacy=Privacy.PERSON,
            appears=INTERNAL,
        ),
        REMOVED,
    ),
)

KINDS = (PERSON, CONTACT, SIGNUP, ATTENDEE, ATTENDANCE)

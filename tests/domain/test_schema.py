"""The schema against the contract of the command line, written out."""

import json
import re
from collections.abc import Callable

import pytest

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.schema import Field, Kind, Privacy, Surface
from werkboek_desktop.domain.values import ValueType

TABLE = """
case  -  work
  title:line subtitle:line status:enum municipalities:set neighbourhoods:line inhabitants:integer
  inhabitants_year:integer inhabitants_source:line forms:set scale:enum phase:enum domains:set
  target_group:prose as_of:date interviewed_on:date written_by:reference assignee:reference signup:reference
  selection_reason:prose status_reason:line period_start:month period_end:month ongoing:boolean costs:decimal
  costs_note:prose legal_basis:set evidence:enum embargo_until:date sharing:enum editor_note:prose
  summary:prose opening:prose context:prose approach:prose partnership:prose balance:prose effects:prose
  ideas:prose lessons:prose outlook:prose needs:prose discussion:prose
bottleneck  case  work
  bottleneck:prose solution:prose works:line place:place
measure  case  work
  measure:line type:enum instrument:enum by:line state:line place:place
partner  case  work
  name:line role:enum since:line place:place
result  case  work
  result:line indicator:line before:line after:line source:line place:place
quote  case  work
  quote:prose speaker:line function:line text_authorised_on:date name_authorised_on:date place:place
image  case  work
  file:attachment caption:line alt:line decorative:boolean photographer:line rights:line place:place
source  case  work
  title:line url:line consulted_on:date background_only:boolean place:place
timeline  case  work
  date:date event:line place:place
document  case  work
  title:line url:line file:attachment place:place
contact  case,signup  people
  name:line function:line email:line phone:line mailbox:line printable:boolean
proof  case  work
  version:attachment sent_to:line sent_on:date deadline:date
approval  case  work
  proof:reference by:line function:line on:date type:enum channel:line outcome:enum conditions:prose
clearance  case,chapter  work
  about:reference field:line finding:enum sentence:line words:line ground:enum composite:boolean note:line
comment  case,chapter  work
  field:line anchor:line answers:reference text:prose state:enum
person  -  work
  name:line role:enum organisation:line same_as:set
signup  -  people
  municipality:line department:line wants:set neighbourhoods:line sketch:prose phase:enum forms:set
  hopes:prose brings:prose privacy_notice_version:line privacy_notice_on:date received_via:line
  received_on:date status:enum
masterclass  -  work
  number:integer title:line theme:line date:date start:time end:time mode:enum venue:line room:line
  capacity:integer goals:prose facilitators:set chair:line status:enum
session  masterclass  work
  title:line type:enum start:time minutes:integer speakers:set room:line case:reference cancelled:boolean
attendee  -  people
  first_name:line infix:line last_name:line organisation:line organisation_type:enum municipality:line
  function:line email:line phone:line question:prose consent_photo:date consent_list:date
  consent_newsletter:date same_as:set
attendance  masterclass  people
  attendee:reference status:enum role:enum workshop:reference replaces:reference
note  masterclass  work
  time:time type:enum text:prose case:reference section:enum state:enum file:attachment
canvas  masterclass  work
  title:line case:reference situation:prose approach:prose partnership:prose balance:prose bottlenecks:prose
  effects:prose ideas:prose
term  -  work
  term:line meaning:prose
workbook  -  work
  title:line subtitle:line colophon:prose words:set
chapter  workbook  work
  title:line type:enum case:reference intro:prose body:prose sections:set photos:set print_contact:boolean
  passages:set status:enum place:place goal:prose duration:line group_size:line material:prose steps:prose
edition  workbook  work
  name:line version:attachment on:date pdf:attachment app:line sent:set
"""

KEYS = {
    "case.status": "registered selected concept deepening editing with_municipality approved final published "
    "paused withdrawn",
    "case.forms": "wietteelt drugslab opslag_of_dumping_van_drugsgrondstoffen_en_afval straathandel "
    "jonge_aanwas criminele_uitbuiting witwassen vastgoed_en_woonfraude zorg_en_uitkeringsfraude "
    "intimidatie_van_bestuurders_en_professionals wapens_en_geweld geldezels explosies overig",
    "case.scale": "pand straat buurt wijk stadsdeel gemeente regio",
    "case.phase": "verkenning coalitie_en_plan uitvoering borging geevalueerd gestopt",
    "case.domains": "veiligheid sociaal fysiek justitie zorg onderwijs economie",
    "case.evidence": "ervaring gemonitord geevalueerd onderzocht",
    "case.sharing": "openbaar gemeenten intern",
    "case.legal_basis": "opiumwet wet_bibob apv gemeentewet convenant",
    "measure.type": "repressive preventive both",
    "measure.instrument": "sluiting bestuurlijke_rapportage handhavingsarrangement wet_bibob apv "
    "integrale_controle strafrecht_en_afpakken huisuitzetting cameratoezicht fiscale_controle "
    "persoonsgerichte_aanpak preventie_met_gezag barrieremodel lesprogramma naschools_aanbod "
    "jongerenwerk_en_rolmodellen toeleiding_naar_werk gezinsaanpak weerbaarheidsscan meldpunt_bewoners "
    "renovatie gebiedsgericht_rechtdoen ontmoeting",
    "partner.role": "lead partner informal",
    "approval.type": "municipality partner quote photo reader",
    "approval.outcome": "approved refused minor_correction ask_again",
    "comment.state": "open done",
    "clearance.finding": "name phone email bsn iban plate postcode street age role group",
    "clearance.ground": "nobody agreed public invented composite other",
    "person.role": "facilitator redacteur projectleider meelezer tegenlezer",
    "signup.wants": "masterclass case",
    "signup.phase": "verkenning coalitie_en_plan uitvoering borging geevalueerd gestopt",
    "signup.status": "new called admitted waitlisted declined converted",
    "masterclass.mode": "fysiek online hybride",
    "masterclass.status": "concept open closed held finished",
    "session.type": "inloop plenair workshop pauze terugkoppeling afsluiting",
    "attendee.organisation_type": "gemeente politie om corporatie onderwijs welzijn kennisinstelling anders",
    "attendance.status": "invited registered confirmed waitlisted cancelled present walk_in",
    "attendance.role": "deelnemer spreker begeleider casusinbrenger",
    "note.type": "insight question bottleneck solution idea quote action later",
    "note.state": "open verwerkt vervallen",
    "note.section": "summary opening context approach partnership balance bottlenecks effects ideas lessons "
    "outlook needs discussion",
    "chapter.type": "voorwerk samenvatting thema praktijkvoorbeeld rode_draad werkvorm checklist "
    "reflectievragen masterclassverslag begrippenlijst bronnen bijlage",
    "chapter.status": "opzet in_bewerking meelezen eindredactie definitief gepubliceerd",
}

ALL_FIELDS = [(kind, field) for kind in schema.kinds() for field in kind.fields]
NAMES = [f"{kind.key}.{field.key}" for kind, field in ALL_FIELDS]
PAIR = re.compile(r"(\w+):(\w+)")
KEY = re.compile(r"[a-z0-9_]{1,64}")
FREE_TEXT = Privacy.FREE_TEXT
each_kind = pytest.mark.parametrize("kind", schema.kinds(), ids=lambda kind: kind.key)


def contract() -> dict[str, tuple[str, str, dict[str, str]]]:
    """Kind → owners, scope, and the type of each key."""
    table: dict[str, tuple[str, str, dict[str, str]]] = {}
    types: dict[str, str] = {}
    for line in TABLE.strip().splitlines():
        if line.startswith(" "):
            types.update(PAIR.findall(line))
        else:
            key, owners, scope = line.split()
            types = {"deleted": "set"}
            table[key] = (owners.strip("-"), scope, types)
    return table


def find(name: str) -> Field:
    field = schema.field(*name.split("."))
    assert field is not None
    return field


def case() -> Kind:
    kind = schema.kind("case")
    assert kind is not None
    return kind


def test_every_kind_of_the_contract_is_there_with_its_owner_scope_and_keys() -> None:
    found = {
        kind.key: (
            ",".join(kind.owners),
            str(kind.scope),
            {field.key: str(field.type) for field in kind.fields},
        )
        for kind in schema.kinds()
    }
    assert found == contract()


def test_the_lists_have_the_keys_of_the_contract() -> None:
    found = {f"{kind.key}.{field.key}": field.keys for kind, field in ALL_FIELDS if field.keys}
    expected = {name: tuple(keys.split()) for name, keys in KEYS.items()}
    expected["signup.forms"] = expected["case.forms"]
    expected["chapter.sections"] = expected["note.section"]
    assert found == expected


def broken(rule: Callable[[Kind, Field], bool]) -> list[str]:
    return [f"{kind.key}.{field.key}" for kind, field in ALL_FIELDS if not rule(kind, field)]


def says_in_dutch(kind: Kind, field: Field) -> bool:
    sentences = (field.help or "Geen.", schema.retention(kind, field), *field.questions)
    return (
        field.label == field.label.strip()
        and field.label[0].isupper()
        and all(sentence.endswith((".", "?")) for sentence in sentences)
    )


def has_a_proper_list(_kind: Kind, field: Field) -> bool:
    keys = field.keys or ()
    labels = {option.label for option in field.options}
    return len(set(keys)) == len(keys) and len(labels) == len(field.options) and all(map(KEY.fullmatch, keys))


def test_a_field_says_in_dutch_what_it_is() -> None:
    assert broken(says_in_dutch) == []


def test_a_list_has_no_key_or_label_twice_and_only_keys_that_an_enum_can_hold() -> None:
    assert broken(has_a_proper_list) == []
    assert broken(lambda _, field: field.type is not ValueType.ENUM or bool(field.options)) == []


def test_a_reference_points_at_kinds_that_exist() -> None:
    assert broken(lambda _, field: all(schema.kind(key) for key in field.refers)) == []
    assert broken(lambda _, field: field.type is not ValueType.REFERENCE or bool(field.refers)) == []


def test_no_person_is_shown_on_the_beamer() -> None:
    shown = [(kind, field) for kind, field in ALL_FIELDS if Surface.BEAMER in field.appears]
    assert {kind.scope for kind, _ in shown} == {Scope.WORK}
    assert [field.key for _, field in shown if field.privacy is Privacy.PERSON] == ["file"]


def test_what_prose_says_is_free_text() -> None:
    assert broken(lambda _, field: field.type is not ValueType.PROSE or field.privacy is FREE_TEXT) == []


@each_kind
def test_a_kind_says_in_dutch_what_it_is_and_has_a_name_and_columns(kind: Kind) -> None:
    keys = {field.key for field in kind.fields}
    assert kind.label
    assert kind.plural
    assert set(kind.title) <= keys
    assert kind.columns or kind.key == "edition"
    assert len(keys) == len(kind.fields)
    assert all(schema.kind(owner) for owner in kind.owners)


def test_every_numbered_section_asks_its_questions() -> None:
    numbers = {field.number: field for field in case().fields if field.number is not None}
    bottleneck = schema.kind("bottleneck")
    assert bottleneck is not None
    assert bottleneck.questions
    assert sorted([*numbers, bottleneck.number or 0]) == list(range(12))
    assert all(field.questions for field in numbers.values())


def test_the_words_that_domain_experts_advise() -> None:
    advised = {field.key: tuple(field.words) for field in case().fields if field.words}
    assert advised == {
        "summary": (0, 100),
        "opening": (0, 80),
        "context": (150, 250),
        "approach": (200, 300),
        "partnership": (100, 200),
        "balance": (150, 250),
        "effects": (100, 200),
        "ideas": (80, 150),
        "outlook": (60, 120),
        "needs": (80, 150),
    }


def test_what_a_case_must_have_from_editing_on() -> None:
    required = {field.key for field in case().fields if field.required_from}
    assert required == {
        "title",
        "municipalities",
        "forms",
        "scale",
        "phase",
        "as_of",
        "summary",
        "context",
        "approach",
        "partnership",
        "balance",
        "effects",
        "ideas",
        "lessons",
    }


def test_the_intake_form_asks_nine_things() -> None:
    asked = {f"{kind.key}.{field.key}" for kind, field in ALL_FIELDS if Surface.INTAKE in field.appears}
    sections = {f"case.{key}" for key in ["summary", "context", "approach", "partnership", "ideas"]}
    contact = {f"contact.{key}" for key in ["mailbox", "name", "function", "email", "phone", "printable"]}
    assert asked == sections | contact | {
        "case.title",
        "case.municipalities",
        "bottleneck.bottleneck",
        "bottleneck.solution",
    }


def test_what_is_never_printed() -> None:
    for name in ("case.editor_note", "case.status", "case.assignee", "comment.text", "contact.printable"):
        assert not find(name).appears & {Surface.PRINT, Surface.BEAMER}


def test_a_record_says_which_kinds_it_may_own() -> None:
    assert "contact" in schema.owned_kinds("signup")
    assert schema.owned_kinds("masterclass") == ("attendance", "session", "note", "canvas")
    assert schema.owned_kinds("term") == ()
    assert schema.owned_kinds("from_a_newer_program") == ()


def test_what_a_newer_program_knows_is_unknown_and_no_error() -> None:
    assert schema.kind("hologram") is None
    assert schema.field("case", "hologram") is None
    assert schema.field("hologram", "title") is None


@pytest.mark.parametrize(
    ("name", "values", "most_careful"),
    [
        ("case.status", ["published", "editing"], "editing"),
        ("case.status", ["published", "withdrawn"], "withdrawn"),
        ("case.status", ["registered", "a_newer_status"], "a_newer_status"),
        ("case.sharing", ["openbaar", "intern", "gemeenten"], "intern"),
        ("case.sharing", ["openbaar", None], None),
        ("case.embargo_until", ["2027-01-01", None, "2028-01-01"], "2028-01-01"),
        ("contact.printable", [True, False], False),
        ("contact.printable", [True, None], None),
        ("source.background_only", [None, True], True),
        ("attendee.consent_photo", ["2026-01-01", None], None),
        ("quote.text_authorised_on", ["2026-02-01", "2026-01-01"], "2026-01-01"),
        ("chapter.print_contact", [True, False], False),
    ],
)
def test_in_conflict_the_most_careful_variant_counts(
    name: str, values: list[str | bool | None], most_careful: str | bool | None
) -> None:
    for order in (values, values[::-1]):
        assert schema.most_careful(find(name), order) == most_careful


def test_whatever_decides_about_leaving_the_room_knows_its_most_careful_variant() -> None:
    words = ("status", "consent_", "authorised", "printable", "sharing", "embargo", "background_only")
    careless = [name for name in NAMES if any(word in name for word in words) and not find(name).careful]
    assert careless == ["case.status_reason"]


def test_the_schema_as_json_has_the_shape_of_the_contract() -> None:
    document = json.loads(json.dumps({kind.key: schema.as_json(kind) for kind in schema.kinds()}))
    assert document["case"]["owner"] is None
    assert document["measure"]["owner"] == "case"
    assert document["contact"]["owner"] == ["case", "signup"]
    assert document["contact"]["scope"] == "people"
    assert document["case"]["fields"]["title"] == {
        "type": "line",
        "label": "Titel",
        "keys": None,
        "required_from": "editing",
        "privacy": "none",
        "appears": ["beamer", "csv", "form", "intake", "list", "print", "search"],
    }
    assert document["case"]["fields"]["scale"]["keys"][0] == "pand"

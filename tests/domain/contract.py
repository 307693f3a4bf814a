"""The contract of the command line, written out: each kind with its owners, scope and keys, and the keys of lists."""

import re

TABLE = """
case  -  work
  title:line subtitle:line status:enum municipalities:set neighbourhoods:line inhabitants:integer
  inhabitants_year:integer inhabitants_source:line forms:set scale:enum phase:enum domains:set
  target_group:prose as_of:date interviewed_on:date written_by:reference assignee:reference signup:reference
  selection_reason:prose status_reason:line period_start:month period_end:month ongoing:boolean costs:decimal
  costs_note:prose legal_basis:set evidence:enum embargo_until:date sharing:enum editor_note:prose form:line
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
  name:line function:line email:line phone:line mailbox:line printable:boolean note:prose
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
  title:line subtitle:line colophon:prose words:set spellings:set
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

PAIR = re.compile(r"(\w+):(\w+)")


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

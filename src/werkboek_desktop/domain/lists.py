"""The lists of the field. A key never changes: it stands in changes everywhere."""

from werkboek_desktop.domain.fields import Option

CASE_STATUS = (
    Option("registered", "Aangemeld"),
    Option("selected", "Geselecteerd"),
    Option("concept", "Concept"),
    Option("deepening", "Verdieping"),
    Option("editing", "Redactie"),
    Option("with_municipality", "Ligt bij gemeente"),
    Option("approved", "Akkoord"),
    Option("final", "Definitief"),
    Option("published", "Gepubliceerd"),
    Option("paused", "Gepauzeerd"),
    Option("withdrawn", "Ingetrokken"),
)

FORMS = (
    Option("wietteelt", "Wietteelt/hennepteelt"),
    Option("drugslab", "Drugslab"),
    Option(
        "opslag_of_dumping_van_drugsgrondstoffen_en_afval",
        "Opslag of dumping van drugsgrondstoffen en -afval",
    ),
    Option("straathandel", "Straathandel"),
    Option("jonge_aanwas", "Jonge aanwas (jongeren voor hand- en spandiensten)"),
    Option("criminele_uitbuiting", "Criminele uitbuiting"),
    Option("witwassen", "Witwassen"),
    Option("vastgoed_en_woonfraude", "Vastgoed- en woonfraude"),
    Option("zorg_en_uitkeringsfraude", "Zorg- en uitkeringsfraude"),
    Option("intimidatie_van_bestuurders_en_professionals", "Intimidatie van bestuurders en professionals"),
    Option("wapens_en_geweld", "Wapens en geweld"),
    Option("geldezels", "Geldezels"),
    Option("explosies", "Explosies"),
    Option("overig", "Overig"),
)

SCALE = (
    Option("pand", "Pand"),
    Option("straat", "Straat"),
    Option("buurt", "Buurt"),
    Option("wijk", "Wijk"),
    Option("stadsdeel", "Stadsdeel"),
    Option("gemeente", "Gemeente"),
    Option("regio", "Regio"),
)

PHASE = (
    Option("verkenning", "Verkenning"),
    Option("coalitie_en_plan", "Coalitie en plan"),
    Option("uitvoering", "Uitvoering"),
    Option("borging", "Borging"),
    Option("geevalueerd", "Geëvalueerd"),
    Option("gestopt", "Gestopt"),
)

DOMAINS = (
    Option("veiligheid", "Veiligheid"),
    Option("sociaal", "Sociaal"),
    Option("fysiek", "Fysiek"),
    Option("justitie", "Justitie"),
    Option("zorg", "Zorg"),
    Option("onderwijs", "Onderwijs"),
    Option("economie", "Economie"),
)

MEASURE_TYPE = (
    Option("repressive", "Repressief"),
    Option("preventive", "Preventief"),
    Option("both", "Beide"),
)

_REPRESSIVE = "Repressief/bestuurlijk"
_PREVENTIVE = "Preventief/sociaal/fysiek"

REPRESSIVE_INSTRUMENTS = (
    Option("sluiting", "Sluiting (art. 13b Opiumwet, Damocles)", _REPRESSIVE),
    Option("bestuurlijke_rapportage", "Bestuurlijke rapportage", _REPRESSIVE),
    Option("handhavingsarrangement", "Handhavingsarrangement", _REPRESSIVE),
    Option("wet_bibob", "Wet Bibob", _REPRESSIVE),
    Option("apv", "APV/last onder dwangsom", _REPRESSIVE),
    Option("integrale_controle", "Integrale controle", _REPRESSIVE),
    Option("strafrecht_en_afpakken", "Strafrecht en afpakken", _REPRESSIVE),
    Option("huisuitzetting", "Huisuitzetting", _REPRESSIVE),
    Option("cameratoezicht", "Cameratoezicht/gebiedsverbod/boa-inzet", _REPRESSIVE),
    Option("fiscale_controle", "Fiscale controle", _REPRESSIVE),
)

PREVENTIVE_INSTRUMENTS = (
    Option("persoonsgerichte_aanpak", "Persoonsgerichte aanpak", _PREVENTIVE),
    Option("preventie_met_gezag", "Preventie met Gezag", _PREVENTIVE),
    Option("barrieremodel", "Barrièremodel", _PREVENTIVE),
    Option("lesprogramma", "Lesprogramma", _PREVENTIVE),
    Option("naschools_aanbod", "Naschools aanbod", _PREVENTIVE),
    Option("jongerenwerk_en_rolmodellen", "Jongerenwerk en rolmodellen", _PREVENTIVE),
    Option("toeleiding_naar_werk", "Toeleiding naar werk", _PREVENTIVE),
    Option("gezinsaanpak", "Gezinsaanpak/schuldhulp", _PREVENTIVE),
    Option("weerbaarheidsscan", "Weerbaarheidsscan", _PREVENTIVE),
    Option("meldpunt_bewoners", "Meldpunt bewoners", _PREVENTIVE),
    Option("renovatie", "Renovatie/schoon-heel-veilig", _PREVENTIVE),
    Option("gebiedsgericht_rechtdoen", "Gebiedsgericht rechtdoen", _PREVENTIVE),
    Option("ontmoeting", "Ontmoeting/sport/bewonersinitiatief", _PREVENTIVE),
)

INSTRUMENTS = REPRESSIVE_INSTRUMENTS + PREVENTIVE_INSTRUMENTS

PARTNERS = (
    Option("gemeente", "Gemeente (veiligheid, sociaal domein, wonen, jeugd, handhaving)"),
    Option("politie", "Politie"),
    Option("om", "OM"),
    Option("riec", "RIEC/LIEC"),
    Option("belastingdienst", "Belastingdienst/FIOD"),
    Option("zorg_en_veiligheidshuis", "Zorg- en Veiligheidshuis"),
    Option("halt", "Halt"),
    Option("raad_voor_de_kinderbescherming", "Raad voor de Kinderbescherming"),
    Option("reclassering", "Reclassering"),
    Option("woningcorporatie", "Woningcorporatie"),
    Option("welzijn", "Welzijn/jongerenwerk"),
    Option("wijkteam", "Wijkteam"),
    Option("jeugdzorg", "Jeugdzorg/Veilig Thuis"),
    Option("ggd", "GGD/GGZ"),
    Option("onderwijs", "Onderwijs"),
    Option("sportvereniging", "Sportvereniging"),
    Option("ondernemers", "Ondernemers"),
    Option("bewoners", "Bewoners"),
    Option("netbeheerder", "Netbeheerder"),
    Option("omgevingsdienst", "Omgevingsdienst"),
    Option("provincie", "Provincie"),
    Option("ministerie", "Ministerie"),
    Option("kennisinstelling", "Kennisinstelling"),
)

PARTNER_ROLE = (
    Option("lead", "Trekker"),
    Option("partner", "Partner"),
    Option("informal", "Informeel"),
)

EVIDENCE = (
    Option("ervaring", "Ervaring"),
    Option("gemonitord", "Gemonitord"),
    Option("geevalueerd", "Geëvalueerd"),
    Option("onderzocht", "Onderzocht"),
)

SHARING = (
    Option("openbaar", "Openbaar"),
    Option("gemeenten", "Gemeenten"),
    Option("intern", "Intern"),
)

LEGAL_BASIS = (
    Option("opiumwet", "Opiumwet (art. 13b)"),
    Option("wet_bibob", "Wet Bibob"),
    Option("apv", "APV"),
    Option("gemeentewet", "Gemeentewet"),
    Option("convenant", "Convenant gegevensdeling"),
)

APPROVAL_TYPE = (
    Option("municipality", "Gemeente"),
    Option("partner", "Partner"),
    Option("quote", "Citaat"),
    Option("photo", "Foto"),
    Option("reader", "Tegenlezer"),
)

APPROVAL_OUTCOME = (
    Option("approved", "Akkoord"),
    Option("refused", "Niet akkoord"),
    Option("minor_correction", "Kleine correctie, akkoord blijft"),
    Option("ask_again", "Opnieuw vragen"),
)

COMMENT_STATE = (
    Option("open", "Open"),
    Option("done", "Klaar"),
)

FINDING = (
    Option("name", "Naam"),
    Option("phone", "Telefoonnummer"),
    Option("email", "E-mailadres"),
    Option("bsn", "Burgerservicenummer"),
    Option("iban", "Rekeningnummer"),
    Option("plate", "Kenteken"),
    Option("postcode", "Postcode met huisnummer"),
    Option("street", "Straat met huisnummer"),
    Option("age", "Leeftijd met straat"),
    Option("role", "Melder of buur met plek"),
    Option("group", "Groep van minder dan vijf"),
)

GROUND = (
    Option("nobody", "Gaat niet over één persoon"),
    Option("agreed", "Deze persoon zei ja"),
    Option("public", "Is al openbaar"),
    Option("invented", "Is verzonnen"),
    Option("composite", "Samengesteld uit meer mensen"),
    Option("other", "Iets anders"),
)

PERSON_ROLE = (
    Option("facilitator", "Begeleider"),
    Option("redacteur", "Redacteur"),
    Option("projectleider", "Projectleider"),
    Option("meelezer", "Meelezer/gemeente-contact"),
    Option("tegenlezer", "Tegenlezer (politie, OM)"),
)

SIGNUP_WANTS = (
    Option("masterclass", "Meedoen aan masterclasses"),
    Option("case", "Een praktijkvoorbeeld delen"),
)

SIGNUP_STATUS = (
    Option("new", "Nieuw"),
    Option("called", "Gebeld"),
    Option("admitted", "Toegelaten"),
    Option("waitlisted", "Wachtlijst"),
    Option("declined", "Afgewezen"),
    Option("converted", "Omgezet in praktijkvoorbeeld"),
)

MASTERCLASS_STATUS = (
    Option("concept", "Concept"),
    Option("open", "Open"),
    Option("closed", "Gesloten"),
    Option("held", "Gehouden"),
    Option("finished", "Afgerond"),
)

MODE = (
    Option("fysiek", "Fysiek"),
    Option("online", "Online"),
    Option("hybride", "Hybride"),
)

SESSION_TYPE = (
    Option("inloop", "Inloop"),
    Option("plenair", "Plenair"),
    Option("workshop", "Workshop"),
    Option("pauze", "Pauze"),
    Option("terugkoppeling", "Terugkoppeling"),
    Option("afsluiting", "Afsluiting"),
)

ORGANISATION_TYPE = (
    Option("gemeente", "Gemeente"),
    Option("politie", "Politie"),
    Option("om", "OM"),
    Option("corporatie", "Corporatie"),
    Option("onderwijs", "Onderwijs"),
    Option("welzijn", "Welzijn"),
    Option("kennisinstelling", "Kennisinstelling"),
    Option("anders", "Anders"),
)

ATTENDANCE_STATUS = (
    Option("invited", "Uitgenodigd"),
    Option("registered", "Aangemeld"),
    Option("confirmed", "Bevestigd"),
    Option("waitlisted", "Wachtlijst"),
    Option("cancelled", "Afgemeld"),
    Option("present", "Aanwezig"),
    Option("walk_in", "Nieuw aan de deur"),
)

ATTENDANCE_ROLE = (
    Option("deelnemer", "Deelnemer"),
    Option("spreker", "Spreker"),
    Option("begeleider", "Begeleider"),
    Option("casusinbrenger", "Casusinbrenger"),
)

NOTE_TYPE = (
    Option("insight", "Inzicht"),
    Option("question", "Vraag"),
    Option("bottleneck", "Knelpunt"),
    Option("solution", "Oplossing"),
    Option("idea", "Idee"),
    Option("quote", "Citaat"),
    Option("action", "Actie"),
    Option("later", "Voor later"),
)

NOTE_STATE = (
    Option("open", "Open"),
    Option("verwerkt", "Verwerkt"),
    Option("vervallen", "Vervallen"),
)

CHAPTER_TYPE = (
    Option("voorwerk", "Voorwerk"),
    Option("samenvatting", "Samenvatting"),
    Option("thema", "Thema"),
    Option("praktijkvoorbeeld", "Praktijkvoorbeeld"),
    Option("rode_draad", "Rode draad"),
    Option("werkvorm", "Werkvorm"),
    Option("checklist", "Checklist"),
    Option("reflectievragen", "Reflectievragen"),
    Option("masterclassverslag", "Masterclassverslag"),
    Option("begrippenlijst", "Begrippenlijst"),
    Option("bronnen", "Bronnen"),
    Option("bijlage", "Bijlage"),
)

CHAPTER_STATUS = (
    Option("opzet", "Opzet"),
    Option("in_bewerking", "In bewerking"),
    Option("meelezen", "Meelezen"),
    Option("eindredactie", "Eindredactie"),
    Option("definitief", "Definitief"),
    Option("gepubliceerd", "Gepubliceerd"),
)

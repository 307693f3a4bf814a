"""The prose of a case, with the questions that stand beside it."""

from werkboek_desktop.domain.fields import INTAKE, PUBLIC, Advice, Field, Option, Privacy
from werkboek_desktop.domain.values import ValueType

EDITING = "editing"
"""The case status from which the required parts are asked for."""
BOTTLENECKS = "bottlenecks"
"""Stands for section 5, which is kept as records."""
NO_NAMES = "Geen namen van verdachten, melders of bewoners."


def _section(
    key: str,
    label: str,
    *questions: str,
    number: int | None = None,
    words: Advice | None = None,
    required: bool = False,
    intake: bool = False,
    hint: str = "",
) -> Field:
    return Field(
        key,
        label,
        ValueType.PROSE,
        help=f"{hint} {NO_NAMES}".lstrip(),
        questions=questions,
        number=number,
        words=words,
        required_from=EDITING if required else None,
        privacy=Privacy.FREE_TEXT,
        appears=PUBLIC | INTAKE if intake else PUBLIC,
        group="Tekst",
    )


BEFORE_BOTTLENECKS = (
    _section(
        "summary",
        "In het kort",
        "Wat doet u?",
        "Voor wie?",
        "Met welk resultaat?",
        number=0,
        words=Advice(0, 100),
        required=True,
        intake=True,
    ),
    _section(
        "opening",
        "Openingsscène",
        "Welk moment in de wijk laat zien waarom dit nodig is?",
        words=Advice(0, 80),
    ),
    _section(
        "context",
        "Aanleiding en wijk",
        "Wat speelde er?",
        "Waarom in deze wijk?",
        "Welke cijfers en verhalen lagen er?",
        "Wie voelde de urgentie?",
        number=1,
        words=Advice(150, 250),
        required=True,
        intake=True,
    ),
    _section(
        "approach",
        "Hoe richt u de aanpak in?",
        "Welke stappen?",
        "Hoe begon de lokale verkenning?",
        "Wie heeft de regie?",
        "Welke overlegvormen?",
        "Hoe deelt u informatie?",
        number=2,
        words=Advice(200, 300),
        required=True,
        intake=True,
    ),
    _section(
        "partnership",
        "Met wie?",
        "Welke partners uit veiligheid én sociaal domein?",
        "Wie ontbreekt?",
        "Wat doen bewoners en ondernemers?",
        number=3,
        words=Advice(100, 200),
        required=True,
        intake=True,
    ),
    _section(
        "balance",
        "Repressie en preventie verbinden",
        "Welke maatregelen zijn repressief, welke preventief?",
        "Hoe versterken ze elkaar?",
        "Wie bewaakt de balans?",
        number=4,
        words=Advice(150, 250),
        required=True,
    ),
)

AFTER_BOTTLENECKS = (
    _section(
        "effects",
        "Resultaten en effecten",
        "Wat merkt de wijk?",
        "Hoe weet u dat?",
        "Wat lukte niet?",
        number=6,
        words=Advice(100, 200),
        required=True,
    ),
    _section(
        "ideas",
        "Vernieuwende ideeën",
        "Wat doet u anders dan anders?",
        "Wat wilt u nog proberen?",
        number=7,
        words=Advice(80, 150),
        required=True,
        intake=True,
    ),
    _section(
        "lessons",
        "Leerpunten en tips",
        "Wat zijn uw drie tot vijf lessen?",
        "Wat raadt u een andere gemeente aan?",
        number=8,
        required=True,
        hint="Drie tot vijf lessen, elk op een eigen regel met een streepje ervoor.",
    ),
    _section(
        "outlook",
        "Vooruitblik en borging",
        "Wat blijft als het project stopt?",
        number=9,
        words=Advice(60, 120),
    ),
    _section(
        "needs",
        "Wat is er nodig? · Waar werkt dit (niet)?",
        "Uren, geld, mandaat?",
        "Wat moet een andere gemeente eerst hebben?",
        number=10,
        words=Advice(80, 150),
    ),
    _section(
        "discussion",
        "Om over door te praten",
        "Welke twee vragen kan een team zichzelf stellen na het lezen?",
        number=11,
        hint="Deze vragen schrijft de redactie.",
    ),
)

SECTIONS = BEFORE_BOTTLENECKS + AFTER_BOTTLENECKS

SECTION_OPTIONS = (
    *(Option(field.key, field.label) for field in BEFORE_BOTTLENECKS),
    Option(BOTTLENECKS, "Knelpunten en oplossingen"),
    *(Option(field.key, field.label) for field in AFTER_BOTTLENECKS),
)

"""Every setting, declared once: the screen, settings.json, the command line and the manual follow from it."""

import platform
from dataclasses import MISSING, asdict, dataclass, field, fields, replace
from typing import Any, cast

from werkboek_desktop.errors import BadSetting, Refusal, UnknownSetting
from werkboek_desktop.settings.inputs import Folders, Input, Line, Number, Pick, SettingValue, Switch, Words

SYSTEM = "system"
"""The theme that the computer itself is in."""


YOU, READING, KEEPING = "Wie je bent", "Lezen en kijken", "Versturen en bewaren"
WRITING = "Schrijven"


def _told(group: str, label: str, help_text: str, input_: Input, standard: str = "") -> dict[str, object]:
    return {"group": group, "label": label, "help": help_text, "input": input_, "standard": standard}


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of this computer with their defaults; the metadata is what the screen and the manual say."""

    author: str = field(
        default="",
        metadata=_told(
            YOU,
            "Je naam",
            "Staat bij alles wat je hierna schrijft. Wat er al staat, houdt de naam van toen.",
            Line(),
        ),
    )
    computer: str = field(
        default_factory=platform.node,
        metadata=_told(
            YOU,
            "Naam van deze computer",
            "Zo herkennen je collega’s je pakketten: naam · computer.",
            Line(),
            standard="zoals de computer zelf heet",
        ),
    )
    theme: str = field(
        default=SYSTEM,
        metadata=_told(
            READING,
            "Weergave",
            "Beamer heeft donkerder letters en randen, voor op de muur.",
            Pick(
                {
                    SYSTEM: "Volg het systeem",
                    "light": "Licht",
                    "dark": "Donker",
                    "contrast": "Hoog contrast",
                    "beamer": "Beamer",
                }
            ),
        ),
    )
    text_percent: int = field(
        default=100,
        metadata=_told(
            READING,
            "Tekstgrootte",
            "Ook met Ctrl en +, Ctrl en -, en Ctrl en 0 voor 100 %.",
            Pick({percent: f"{percent} %" for percent in (100, 125, 150, 175, 200)}),
        ),
    )
    reading_letter: bool = field(
        default=False,
        metadata=_told(
            READING,
            "Leesletter",
            "Atkinson Hyperlegible: letters die minder op elkaar lijken, voor alle tekst op het scherm.",
            Switch(),
        ),
    )
    spelling: bool = field(
        default=True,
        metadata=_told(
            WRITING,
            "Spelling nakijken",
            "Een golflijn onder woorden die niet in een woordenlijst staan. Klik er rechts op voor voorstellen.",
            Switch(),
        ),
    )
    typed_quotes: bool = field(
        default=True,
        metadata=_told(
            WRITING,
            "Aanhalingstekens en apostrofs omzetten",
            "Terwijl je typt: “wijk”, ‘wijk’, ’t en foto’s. Ctrl+Z geeft terug wat je typte.",
            Switch(),
        ),
    )
    typed_dashes: bool = field(
        default=True,
        metadata=_told(
            WRITING,
            "Streepjes omzetten",
            "Twee streepjes na elkaar worden een gedachtestreepje: –.",
            Switch(),
        ),
    )
    typed_dots: bool = field(
        default=True,
        metadata=_told(
            WRITING,
            "Puntjes omzetten",
            "Drie punten na elkaar worden één teken: ….",
            Switch(),
        ),
    )
    words: tuple[str, ...] = field(
        default=(),
        metadata=_told(
            WRITING,
            "Mijn woordenlijst",
            "Woorden die voor jou goed gespeld zijn, met komma’s ertussen.",
            Words(),
        ),
    )
    mail_limit_mb: int = field(
        default=10,
        metadata=_told(
            KEEPING,
            "Grens van de mail",
            "Is een pakket groter, dan worden het er meer, die elk in een mail passen.",
            Number(1, 1000, "MB"),
        ),
    )
    backup_places: tuple[str, ...] = field(
        default=(),
        metadata=_told(
            KEEPING,
            "Ook back-ups in",
            "Bijvoorbeeld op een stick. Is een map er niet, dan zegt het programma dat en gaat het door.",
            Folders(),
        ),
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """What is declared of one setting."""

    key: str
    group: str
    label: str
    help: str
    input: Input
    standard: str
    """What it is until somebody chooses, in words."""

    def of(self, settings: Settings) -> SettingValue:
        """Its value."""
        return cast("SettingValue", getattr(settings, self.key))

    def put(self, settings: Settings, value: object) -> Settings:
        """The settings with another value; raises BadSetting."""
        if not self.input.allows(value):
            raise BadSetting(self.label, self.input.allowed)
        changed: dict[str, Any] = {self.key: value}
        return replace(settings, **changed)

    def beside(self, settings: Settings, by: int) -> SettingValue:
        """The option that stands so many places further; at the end the last one, and 0 is the default."""
        if not by or not isinstance(self.input, Pick):
            return self.of(Settings())
        options = list(self.input.options)
        at = options.index(cast("str | int", self.of(settings))) + by
        return options[min(max(at, 0), len(options) - 1)]


def _declared() -> tuple[Setting, ...]:
    defaults = Settings()
    return tuple(
        Setting(
            entry.name,
            entry.metadata["group"],
            entry.metadata["label"],
            entry.metadata["help"],
            entry.metadata["input"],
            entry.metadata["standard"] or entry.metadata["input"].say(getattr(defaults, entry.name)),
        )
        for entry in fields(Settings)
    )


SETTINGS = _declared()


def setting(key: str) -> Setting:
    """The declaration of a setting; raises UnknownSetting."""
    for entry in SETTINGS:
        if entry.key == key:
            return entry
    raise UnknownSetting(key, [entry.key for entry in SETTINGS])


def from_json(saved: dict[str, object]) -> tuple[Settings, list[Refusal]]:
    """What a file says, and what is wrong in it: there the default stands. Keys of a newer program are left out."""
    settings, wrong = Settings(), []
    for entry in SETTINGS:
        value = saved.get(entry.key, MISSING)
        if value is MISSING:
            continue
        try:
            settings = entry.put(settings, tuple(value) if isinstance(value, list) else value)
        except BadSetting as error:
            wrong.append(error)
    return settings, cast("list[Refusal]", wrong)


def to_json(settings: Settings) -> dict[str, object]:
    """All of them, as `--json` prints them."""
    return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(settings).items()}


def to_file(settings: Settings, saved: dict[str, object]) -> dict[str, object]:
    """What the file says next: only what somebody chose, and whatever a newer program had put there."""
    defaults = to_json(Settings())
    chosen = {key: value for key, value in to_json(settings).items() if value != defaults[key]}
    return {key: value for key, value in saved.items() if key not in defaults} | chosen

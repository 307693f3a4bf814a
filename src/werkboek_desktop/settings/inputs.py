"""Kinds of settings: which values are allowed, and how a person writes and reads one."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import ClassVar

type SettingValue = str | int | bool | tuple[str, ...]

YES, NO = "aan", "uit"
LONGEST = 200
MOST_FOLDERS = 8
MOST_WORDS = 2_000


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, with something in it."""

    def allows(self, value: object) -> bool:
        """Whether it is a value of this kind."""
        return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST and value.isprintable()

    def read(self, words: Sequence[str]) -> object:
        """The value that somebody wrote; what is no value of this kind is refused by `allows`."""
        return " ".join(words).strip()

    def say(self, value: SettingValue) -> str:
        """The value in words."""
        return str(value) or "nog niet ingevuld"

    @property
    def allowed(self) -> str:
        """What may be filled in, in words."""
        return f"één regel tekst van hoogstens {LONGEST} tekens"


@dataclass(frozen=True, slots=True)
class Pick:
    """One of a few values, each with its word."""

    options: dict[str | int, str]

    def allows(self, value: object) -> bool:
        """Whether it is one of them."""
        return any(value == option and type(value) is type(option) for option in self.options)

    def read(self, words: Sequence[str]) -> object:
        """By its value or its word."""
        asked = " ".join(words).strip().casefold()
        found = (option for option, word in self.options.items() if asked in {str(option).casefold(), word.casefold()})
        return next(found, None)

    def say(self, value: SettingValue) -> str:
        """Its word."""
        return next((word for option, word in self.options.items() if option == value), str(value))

    @property
    def allowed(self) -> str:
        """All of them."""
        return " · ".join(
            f"`{option}`" if isinstance(option, int) else f"`{option}` ({word})"
            for option, word in self.options.items()
        )


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number within limits, and its unit."""

    least: int
    most: int
    unit: str

    def allows(self, value: object) -> bool:
        """Whether it lies within the limits; true and false are no numbers."""
        return type(value) is int and self.least <= value <= self.most

    def read(self, words: Sequence[str]) -> object:
        """With or without its unit behind it."""
        asked = " ".join(words).strip().removesuffix(self.unit).strip()
        return int(asked) if asked.isdecimal() and len(asked) <= len(str(self.most)) else None

    def say(self, value: SettingValue) -> str:
        """With its unit."""
        return f"{value} {self.unit}"

    @property
    def allowed(self) -> str:
        """The limits."""
        return f"{self.least} tot {self.most} {self.unit}"


@dataclass(frozen=True, slots=True)
class Switch:
    """On or off."""

    words: ClassVar[dict[str, bool]] = {YES: True, "ja": True, "true": True, NO: False, "nee": False, "false": False}

    def allows(self, value: object) -> bool:
        """Whether it is one of the two."""
        return isinstance(value, bool)

    def read(self, words: Sequence[str]) -> object:
        """As people say it."""
        return self.words.get(" ".join(words).strip().casefold())

    def say(self, value: SettingValue) -> str:
        """In a word."""
        return YES if value else NO

    @property
    def allowed(self) -> str:
        """The two."""
        return f"`{YES}` · `{NO}`"


@dataclass(frozen=True, slots=True)
class Folders:
    """Some folders, each named from the root of its disk: they mean the same wherever the program was started."""

    def allows(self, value: object) -> bool:
        """Whether all of them are whole paths and none is there twice."""
        return (
            isinstance(value, tuple)
            and len(value) <= MOST_FOLDERS
            and all(isinstance(path, str) and PurePath(path).is_absolute() for path in value)
            and len(set(value)) == len(value)
        )

    def read(self, words: Sequence[str]) -> object:
        """One in a word; an empty word is none."""
        return tuple(word.strip() for word in words if word.strip())

    def say(self, value: SettingValue) -> str:
        """All of them."""
        return " · ".join(value) if isinstance(value, tuple) and value else "geen"

    @property
    def allowed(self) -> str:
        """What a folder has to be."""
        return f"hele paden van mappen, hoogstens {MOST_FOLDERS}"


@dataclass(frozen=True, slots=True)
class Words:
    """Words, in any number."""

    def allows(self, value: object) -> bool:
        """Whether all of them are words, and none is there twice."""
        return (
            isinstance(value, tuple)
            and len(value) <= MOST_WORDS
            and all(isinstance(word, str) and 0 < len(word) <= LONGEST and word.isprintable() for word in value)
            and len(set(value)) == len(value)
        )

    def read(self, words: Sequence[str]) -> object:
        """With commas between them, or each by itself."""
        return tuple(dict.fromkeys(filter(None, (word.strip() for text in words for word in text.split(",")))))

    def say(self, value: SettingValue) -> str:
        """All of them."""
        return ", ".join(value) if isinstance(value, tuple) and value else "geen"

    @property
    def allowed(self) -> str:
        """How many, in words."""
        return f"woorden met komma’s ertussen, hoogstens {MOST_WORDS}"


type Input = Line | Pick | Number | Switch | Folders | Words

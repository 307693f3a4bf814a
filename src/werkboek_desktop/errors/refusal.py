"""What every refusal is, and those that are about the asking itself."""

from typing import ClassVar


class Refusal(Exception):
    """The program refuses: nothing was changed. `code` is for scripts, `message` and `steps` for people.

    `steps`: what to do, each a sentence of its own, in the order in which one does them; `advice` is all of it.
    """

    code: ClassVar[str] = "refused"

    def __init__(self, message: str, *steps: str) -> None:
        self.message = message
        self.steps = steps
        self.advice = " ".join(steps)
        super().__init__(f"{message} {self.advice}")


class OwnToMend(Refusal):
    """About what somebody asked or typed just now: its sentences are all that is known, and nobody has to help."""


class WrongUse(OwnToMend):
    """A command was put together in a way that means nothing."""

    code = "wrong_use"

    def __init__(self, message: str, advice: str = "Kijk hoe het wel moet met --help.") -> None:
        super().__init__(message, advice)


class NotYet(WrongUse):
    """Something that the contract names and this version cannot do."""

    code = "not_yet"

    def __init__(self, what: str) -> None:
        super().__init__(f"{what} kan deze versie nog niet.", "Kijk of er een nieuwere versie is.")


class NoAuthor(WrongUse):
    """Nobody knows who writes."""

    code = "no_author"

    def __init__(self) -> None:
        super().__init__("Wie schrijft dit? Geef je naam met --author.")


class Cancelled(OwnToMend):
    """A person stopped the work; of the step that it was in nothing was kept, and who asked knows what that was."""

    code = "cancelled"

    def __init__(self) -> None:
        super().__init__("Je hebt dit gestopt.", "Je kunt het opnieuw beginnen.")

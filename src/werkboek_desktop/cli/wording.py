"""What the command-line library says of wrong use, in Dutch."""

import re

from werkboek_desktop.errors import NotYet, WrongUse

_LATER = {
    "--password-file": "Een werkboek met een wachtwoord openen",
}
_SAYINGS = (
    (r"(Missing command)\.", "noem een opdracht."),
    (r"No such command '?([^']*)'?.*", "de opdracht ‘{}’ bestaat niet."),
    (r"No such option:? '?(--?[\w-]+).*", "de optie {} bestaat niet."),
    (r"Missing argument '?([^'.]*).*", "er ontbreekt iets: {}."),
    (r"Got unexpected extra argument\(s\) \((\S+).*\)", "{} hoort er niet bij."),
    (r"Invalid value for '?([^':]*).*", "dit kan niet de waarde zijn van {}."),
    (r"Option '?(--?[\w-]+)'? does not take a value.*", "achter {} hoort geen waarde."),
    (r"Option '?(--?[\w-]+)'? requires an argument.*", "achter {} hoort een waarde."),
)


def wrong_use(message: str) -> WrongUse:
    """The refusal for a message of the library; the contract's parts that come later say so."""
    for pattern, saying in _SAYINGS:
        if found := re.fullmatch(pattern, message, re.DOTALL):
            if found[1] in _LATER:
                return NotYet(_LATER[found[1]])
            return WrongUse(f"Zo werkt deze opdracht niet: {saying.format(found[1])}")
    return WrongUse("Zo werkt deze opdracht niet.")

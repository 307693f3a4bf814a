"""Refusals about the settings of this computer."""

from collections.abc import Sequence

from werkboek_desktop.errors.refusal import OwnToMend


class UnknownSetting(OwnToMend):
    """There is no setting of this name."""

    code = "unknown_setting"

    def __init__(self, key: str, known: Sequence[str]) -> None:
        super().__init__(f"Er is geen instelling ‘{key[:40]}’.", f"Kies uit: {', '.join(known)}.")


class BadSetting(OwnToMend):
    """A value that this setting cannot have."""

    code = "bad_setting"

    def __init__(self, label: str, allowed: str) -> None:
        super().__init__(f"Deze waarde past niet bij ‘{label}’.", f"Wat wel kan: {allowed.replace('`', '')}.")

"""How keys are called."""

import pytest

from werkboek_desktop.ui.widgets.keys import key_names


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        ("Ctrl+Shift+Z", ["Ctrl", "Shift", "Z"]),
        ("Ctrl++", ["Ctrl", "+"]),
        ("Ctrl+-", ["Ctrl", "-"]),
        ("Alt+Up", ["Alt", "↑"]),
        ("F6", ["F6"]),
    ],
)
def test_each_key_has_its_name_the_plus_too(keys: str, names: list[str]) -> None:
    assert key_names(keys) == names

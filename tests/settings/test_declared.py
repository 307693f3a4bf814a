"""One declaration of the settings: what each allows, and what becomes of a file that somebody spoilt."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.errors import BadSetting, UnknownSetting
from werkboek_desktop.settings import SETTINGS, App, Setting, Settings, setting
from werkboek_desktop.settings.declared import from_json, to_file, to_json

DEFAULTS = Settings()
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=300),
    lambda inner: st.lists(inner, max_size=9) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


def here(folder: Path) -> App:
    real = App.of_this_computer()
    return App(folder, real.clock, real.entropy)


@pytest.fixture
def app(tmp_path: Path) -> App:
    return here(tmp_path)


@pytest.mark.parametrize("entry", SETTINGS, ids=lambda entry: entry.key)
def test_every_setting_says_in_dutch_what_it_is_and_what_it_allows(entry: Setting) -> None:
    assert entry.label
    assert entry.help.endswith(".")
    assert entry.input.allowed
    assert entry.standard


@pytest.mark.parametrize("entry", [entry for entry in SETTINGS if entry.key != "author"], ids=lambda entry: entry.key)
def test_every_default_is_a_value_that_somebody_could_choose(entry: Setting) -> None:
    assert entry.input.allows(entry.of(DEFAULTS))


@given(st.dictionaries(st.sampled_from([entry.key for entry in SETTINGS]) | st.text(), JSON))
def test_whatever_a_file_says_the_program_has_settings_that_are_allowed(saved: dict[str, object]) -> None:
    settings, wrong = from_json(saved)
    for entry in SETTINGS:
        value = entry.of(settings)
        assert value == entry.of(DEFAULTS) or entry.input.allows(value)
    kept = to_json(settings)
    spoilt = [key for key in saved if key in kept and saved[key] != kept[key]]
    assert len(wrong) == len(spoilt)
    assert from_json(to_file(settings, saved)) == (settings, [])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text_percent", 130),
        ("text_percent", True),
        ("text_percent", "100"),
        ("theme", "pink"),
        ("reading_letter", 1),
        ("mail_limit_mb", 0),
        ("mail_limit_mb", True),
        ("author", " "),
        ("computer", "laptop\n3"),
        ("backup_places", ["kopie"]),
        ("backup_places", ["/media/stick", "/media/stick"]),
        ("backup_places", "/media/stick"),
        ("backup_places", [7]),
    ],
)
def test_a_wrong_value_is_said_and_only_that_setting_is_the_default(app: App, key: str, value: object) -> None:
    (app.folder / "settings.json").write_text(json.dumps({"theme": "dark", "mail_limit_mb": 25} | {key: value}))
    settings, wrong = app.read_settings()
    assert [error.message for error in wrong] == [f"Deze waarde past niet bij ‘{setting(key).label}’."]
    assert setting(key).of(settings) == setting(key).of(DEFAULTS)
    assert [settings.theme, settings.mail_limit_mb].count("dark" if key != "theme" else 25) == 1


@pytest.mark.parametrize("content", ["", "{", "[]", "\x00", '{"theme": '])
def test_a_broken_file_gives_the_defaults(app: App, content: str) -> None:
    (app.folder / "settings.json").write_text(content)
    assert app.settings() == DEFAULTS


def test_what_was_saved_is_read_again_and_a_newer_programs_setting_stays(app: App) -> None:
    (app.folder / "settings.json").write_text(json.dumps({"theme": "dark", "voice": "Fatima"}))
    chosen = Settings(author="Marit de Wit", text_percent=150, backup_places=("/media/stick",))
    app.save_settings(chosen)
    assert app.read_settings() == (chosen, [])
    assert json.loads((app.folder / "settings.json").read_text()) == {
        "voice": "Fatima",
        "author": "Marit de Wit",
        "text_percent": 150,
        "backup_places": ["/media/stick"],
    }


@pytest.mark.parametrize("entry", [entry for entry in SETTINGS if entry.key != "author"], ids=lambda entry: entry.key)
def test_what_a_setting_says_in_words_can_be_typed(entry: Setting) -> None:
    value = entry.of(DEFAULTS)
    assert value in {entry.input.read([entry.input.say(value)]), ()}


@pytest.mark.parametrize(
    ("key", "words", "value"),
    [
        ("theme", ["Hoog contrast"], "contrast"),
        ("theme", ["dark"], "dark"),
        ("text_percent", ["150"], 150),
        ("text_percent", ["150", "%"], 150),
        ("mail_limit_mb", ["25 MB"], 25),
        ("reading_letter", ["Aan"], True),
        ("author", ["Marit", "de Wit"], "Marit de Wit"),
        ("backup_places", ["/a", "/b c"], ("/a", "/b c")),
        ("backup_places", [""], ()),
    ],
)
def test_a_value_is_understood_as_people_type_it(key: str, words: list[str], value: object) -> None:
    assert setting(key).input.read(words) == value


def test_a_value_that_does_not_fit_and_a_setting_that_is_not_there_are_refused() -> None:
    with pytest.raises(BadSetting, match="1 tot 1000 MB"):
        setting("mail_limit_mb").put(DEFAULTS, setting("mail_limit_mb").input.read(["veel"]))
    with pytest.raises(UnknownSetting, match="text_percent"):
        setting("kleur")

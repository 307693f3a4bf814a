"""The page of the manual about the settings, from their declaration: `python -m werkboek_desktop.settings.manual`."""

from itertools import groupby

from werkboek_desktop.settings.declared import SETTINGS, Setting

HEAD = """# Instellingen

Kies links onderaan **Instellingen**. Wat je daar verandert, geldt meteen: je hoeft niets op te slaan of opnieuw te
starten, en wat je typte blijft staan. Instellingen horen bij deze computer, niet bij het werkboek: ze gaan niet mee in
een pakket.

Ook zonder scherm: `werkboek settings` laat ze zien, `werkboek settings NAAM WAARDE` verandert er een. Ze staan in
`settings.json` in de map van het programma. Klopt daar iets niet, dan geldt voor die ene wat er vanzelf staat,
en het programma zegt het.
"""


def manual() -> str:
    """The whole page."""
    groups = groupby(SETTINGS, lambda entry: entry.group)
    return HEAD + "".join(f"\n## {group}\n{''.join(map(_section, entries))}" for group, entries in groups)


def _section(entry: Setting) -> str:
    return f"""
### {entry.label}

{entry.help}

| naam | wat kan | vanzelf |
|---|---|---|
| `{entry.key}` | {entry.input.allowed} | {entry.standard} |
"""


if __name__ == "__main__":
    print(manual(), end="")  # noqa: T201 - that is what it is for

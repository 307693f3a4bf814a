"""The lists, icons and fonts that the program ships."""

import csv
import re

from werkboek_desktop.resources import resource

LISTS = resource("lists")


def rows(name: str) -> list[dict[str, str]]:
    with (LISTS / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


MUNICIPALITIES = {row["gemeentecode"]: row["gemeentenaam"] for row in rows("gemeenten.csv")}


def test_all_municipalities_are_there_with_their_traps() -> None:
    assert len(MUNICIPALITIES) == 342
    assert {"'s-Gravenhage", "Bergen (NH.)", "Bergen (L.)", "Nuenen, Gerwen en Nederwetten"} <= {
        *MUNICIPALITIES.values()
    }


def test_every_alias_leads_to_a_municipality_and_is_none_itself() -> None:
    aliases = rows("gemeenten-aliassen.csv")
    assert len({row["alias"] for row in aliases}) == len(aliases)
    for row in aliases:
        assert row["code"] in MUNICIPALITIES, row
        assert row["alias"] not in MUNICIPALITIES.keys() | {*MUNICIPALITIES.values()}, row


def test_the_former_municipalities_add_up_to_what_statistics_netherlands_counted() -> None:
    former = rows("gemeenten-opgegaan.csv")
    assert len({row["naam"] for row in former}) == len(former)
    assert {code for row in former for code in row["code"].split()} <= MUNICIPALITIES.keys()
    assert not {row["naam"] for row in former} & {*MUNICIPALITIES.values()}
    counted, count = {}, 388
    for year in range(2018, 2024):
        joined = {row["naam"]: row["code"].split() for row in former if row["jaar"] == str(year)}
        founded = {code for codes in joined.values() for code in codes if code >= "GM1949"}  # others were there before
        count += len(founded) - len(joined)
        counted[year] = count
    assert counted == {2018: 380, 2019: 355, 2020: 355, 2021: 352, 2022: 344, 2023: 342}


def test_every_icon_takes_the_colour_of_its_surroundings() -> None:
    icons = list(resource("icons").glob("*.svg"))
    assert icons
    for icon in icons:
        drawing = icon.read_text(encoding="utf-8")
        assert 'stroke="currentColor"' in drawing
        assert not re.search(r"#[0-9a-fA-F]{3,6}\b|<script|href", drawing), icon.name


def test_every_font_and_icon_set_comes_with_its_licence() -> None:
    licences = {path.name for path in resource("fonts").glob("*") if path.suffix in {".md", ".txt"}}
    assert {"OFL-SourceSans3.md", "OFL-SourceSerif4.md", "LICENSE-DejaVuSans.txt"} <= licences
    assert (resource("icons") / "LICENSE").is_file()

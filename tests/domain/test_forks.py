"""What people hear of a project that goes on in two places."""

from datetime import date

import pytest

from werkboek_desktop.domain.forks import Fork, Sort, line, sentences

TODAY = date(2026, 11, 24)
SINCE = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("fork", "title"),
    [
        (
            Fork(Sort.CHAIN, "Piet · laptop", SINCE),
            "Dit werkboek is op twee plekken verder bewerkt op de computer van Piet (laptop), sinds 3 november",
        ),
        (
            Fork(Sort.NUMBER, "", date(2025, 11, 3)),
            "Dit werkboek is op twee plekken verder bewerkt met de sleutel van deze computer, sinds 3 november 2025",
        ),
        (
            Fork(Sort.COPIED, "Piet", SINCE),
            "Dit bestand is een kopie van dat op de computer van Piet, sinds 3 november",
        ),
        (Fork(Sort.TWO_FILES, "", file="/x/b.wbk"), "Dit werkboek staat nog eens op deze computer: /x/b.wbk"),
    ],
)
def test_who_it_is_and_since_when(fork: Fork, title: str) -> None:
    assert line(fork, TODAY).title == title
    assert not line(fork, TODAY).fine


def test_what_shows_in_two_ways_is_said_once() -> None:
    forks = [Fork(sort, "Piet · pc", SINCE) for sort in (Sort.CHAIN, Sort.NUMBER)]
    (said,) = sentences(forks, TODAY)
    assert said.endswith("Beide zijn bewaard. Wissel pakketten uit en werk daarna verder op één plek.")

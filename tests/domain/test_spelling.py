"""Which words are checked, and when one is right."""

import pytest

from werkboek_desktop.domain.spelling import Word, forms, is_right, vocabulary, word_number, words

KNOWN = frozenset(
    "zorg en veiligheidshuis veiligheid huis ex wijkagent gemeente één één’s Anna bijv. foto's leden".split()
)


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


def right(word: str) -> bool:
    return is_right(word, KNOWN.__contains__)


def test_words_stand_where_they_are_said_to() -> None:
    text = "De zorg- en veiligheidshuizen: ‘samen’, ’s avonds."
    assert [text[word.start : word.end] for word in words(text)] == [word.text for word in words(text)]
    assert texts(text) == ["De", "zorg-", "en", "veiligheidshuizen", "samen", "’s", "avonds"]
    assert list(words("Zie: huis")) == [Word(0, "Zie"), Word(5, "huis")]


@pytest.mark.parametrize(
    "text",
    ["https://www.gemeente.example/wijk", "www.wijk.example", "jan.jansen@gemeente.example", "i.s.m.", "d.m.v.",
     "13b", "2021-01-26", "RIEC", "OM", "1.200", "M50-plus", "x" * 61],
)  # fmt: skip
def test_what_is_no_word_is_not_checked(text: str) -> None:
    assert texts(text) == []


def test_names_of_places_with_an_apostrophe_are_one_word() -> None:
    assert texts("in 's-Gravenhage en ’t Hoekje, foto's") == ["in", "'s-Gravenhage", "en", "’t", "Hoekje", "foto's"]


@pytest.mark.parametrize(
    "word",
    ["gemeente", "zorg-", "veiligheids-", "ex-wijkagent", "RIEC-leden", "RIEC’s", "Annas", "bijv", "Eén", "foto's"],
)
def test_a_word_is_right_in_any_way_it_is_written(word: str) -> None:
    assert right(word)


@pytest.mark.parametrize("word", ["gemeentee", "zog-", "ex-wijkagnt", "wijkagents", "Veilgheid"])
def test_a_mistake_stays_one(word: str) -> None:
    assert not right(word)


def test_all_that_decides_about_a_word_is_asked() -> None:
    asked: list[str] = []

    def knows(form: str) -> bool:
        asked.append(form)
        return False

    assert not is_right("Veiligheids-", knows)
    assert set(asked) == forms("Veiligheids-")


def test_a_term_is_known_at_the_start_of_a_sentence_too() -> None:
    assert {"buurtapp", "Buurtapp", "Wietske"} <= vocabulary(["de buurtapp", "Wietske 06-12345678"])


def test_how_many_words_one_reads_before_a_place() -> None:
    text = "1. Een **[wijk](https://wijk.example/een)** en nog een."
    assert [word_number(text, text.index(word)) for word in ("Een", "wijk", "en n", "nog")] == [0, 1, 2, 3]

"""Six words of a key."""

import re
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from werkboek_desktop.domain.check_phrase import check_phrase
from werkboek_desktop.resources import check_words

LIST = "6021c464df3db304a6f19c47ffbcbc21b700b972852aa1f7db0be1327a2d4777"
FIRST = "synthese arbeider gesp toerist cockpit haar"


def test_the_words_are_short_plain_and_each_once() -> None:
    words = check_words()
    assert len(words) == 2_048
    assert list(words) == sorted(set(words))
    assert all(re.fullmatch("[a-z]{4,8}", word) for word in words)


def test_the_list_never_changes() -> None:
    """People with different versions read their words to each other."""
    words = "\n".join(check_words()) + "\n"
    assert sha256(words.encode()).hexdigest() == LIST


def test_a_phrase_stays_what_it_is() -> None:
    assert check_phrase(bytes(32), check_words()) == FIRST
    assert check_phrase(b"\1" * 32, check_words()) != FIRST


@given(st.binary(min_size=32, max_size=32))
def test_every_word_counts_for_eleven_bits(key: bytes) -> None:
    words = check_words()
    phrase = check_phrase(key, words).split()
    assert len(phrase) == 6
    number = 0
    for word in phrase:
        number = number * 2_048 + words.index(word)
    assert number == int(sha256(b"werkboek phrase" + key).hexdigest(), 16) >> 190

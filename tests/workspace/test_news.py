"""What others did with a case since somebody last looked at it, on two computers."""

from tests.workspace.test_today import TEXT, Pair, pair
from werkboek_desktop.workspace.news import News

__all__ = ["pair"]


def told(found: News) -> list[tuple[str, tuple[str, ...]]]:
    return [(place.field or place.label, tuple(each.words for each in place.sentences)) for place in found.places]


def test_the_sentences_that_came_are_told_until_somebody_says_that_they_read_them(pair: Pair) -> None:
    marit = pair.marit
    pair.write(pair.yusuf, pair.case, summary=f"{TEXT} **Later** kwam er licht.", title="De Kolenkade")
    pair.send(pair.yusuf, marit)
    assert marit.news(pair.case).places == ()  # never looked at: all of it is new
    marit.saw(pair.case)
    pair.write(pair.yusuf, pair.case, summary=f"Het begon klein. {TEXT}", costs="80000")
    measure = pair.make(pair.yusuf, "measure", pair.case, measure="Sluiting", by="Gemeente")
    pair.write(marit, pair.case, subtitle="Van mij")
    pair.send(pair.yusuf, marit)
    found = marit.news(pair.case)
    assert told(found) == [("summary", ("Het begon klein.",)), ("costs", ()), ("measure", ())]
    assert found.authors == ("Yusuf Şahin",)
    assert found.places[-1].record == measure
    marit.saw(pair.case)  # to look is not to read
    assert marit.news(pair.case) == found
    pair.yusuf.delete(measure)
    pair.send(pair.yusuf, marit)
    gone = marit.news(pair.case).places[-1]
    assert (gone.record, gone.field, gone.label) == (pair.case, "", "Maatregel verwijderd")
    marit.read_news(pair.case)
    assert marit.news(pair.case).places == ()


def test_who_wrote_the_sentence_that_somebody_stands_in(pair: Pair) -> None:
    pair.write(pair.yusuf, pair.case, summary=f"De straat bleef **stil**. {TEXT}")
    pair.send(pair.yusuf, pair.marit)
    wrote = [pair.marit.who_wrote(pair.case, "summary", "De straat bleef stil.", nth) for nth in range(3)]
    assert [each and each.author for each in wrote] == ["Yusuf Şahin", "Marit de Wit", None]

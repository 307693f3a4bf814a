"""What people say in the margin of a document of Word comes along with it."""

from pathlib import Path

from docx import Document

from tests.cli.documents import TEXT, Field, came
from tests.cli.ran import Werkboek
from tests.interchange.editing import discussed, paragraphs, remarked


def test_comments_come_along_and_once(done: Werkboek, project: Path, case: str, sent: Path, field: Field) -> None:
    remarked(sent, "wijkagent", "Klopt dit?")
    report = came(done, project, sent)
    assert report["new"] == 1
    (comment,) = done("list", project, "comment", "--json").json
    assert (field(comment["id"], "text"), field(comment["id"], "field")) == ("Jan: Klopt dit?", "context")
    assert field(comment["id"], "state") == "open"
    made = done("history", project, case, "context", "--json").json["changes"][0]["change"]
    assert field(comment["id"], "anchor") == f"{made}:0"
    done("set", project, comment["id"], "text", "Jan: Klopt dit? Ja.")
    assert came(done, project, sent)["new"] == 0
    done("delete", project, comment["id"])
    assert came(done, project, sent)["new"] == 0


def test_a_comment_on_a_sentence_that_was_rewritten_stands_at_the_new_one(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    document = Document(str(sent))
    paragraph = next(each for each in paragraphs(document) if "wijkagent" in each.text)
    first, _rest = TEXT.split(" Niemand ")
    paragraph.runs[0].text = f"{first} "
    runs = [paragraph.add_run("Geen mens belde nog."), paragraph.add_run(" Toen kwam de wijkagent.")]
    document.add_comment(runs[:1], text="Zeker?", author="", initials="")
    document.save(str(sent))
    assert came(done, project, sent)["new"] == 2
    (comment,) = done("list", project, "comment", "--json").json
    last = done("history", project, case, "context", "--json").json["changes"][-1]
    assert last["value"] == TEXT.replace("Niemand", "Geen mens")
    assert field(comment["id"], "anchor") == f"{last['change']}:2"
    assert came(done, project, sent)["new"] == 0


def test_answers_and_what_is_done_come_along_and_once(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    question, answer = ("Jan", "Klopt dit?", None, False), ("Els", "Ja.", 0, False)
    assert came(done, project, discussed(sent, "wijkagent", question))["new"] == 1
    (first,) = (row["id"] for row in done("list", project, "comment", "--json").json)
    back = discussed(sent, "wijkagent", question, answer, ("Els", "Ja.", None, True), ("Jan", "Mooi.", 1, False))
    assert came(done, project, back)["new"] == 3
    made = {row["id"]: row["title"] for row in done("list", project, "comment", "--json").json}
    assert {(title, field(id_, "answers"), field(id_, "state")) for id_, title in made.items()} == {
        ("Jan: Klopt dit?", None, "open"),
        ("Els: Ja.", first, None),
        ("Jan: Mooi.", first, None),
        ("Els: Ja.", None, "done"),
    }
    assert came(done, project, back)["new"] == 0
    settled = discussed(sent, "wijkagent", ("Jan", "Klopt dit?", None, True))
    assert came(done, project, settled)["new"] == 1
    assert field(first, "state") == "done"
    done("set", project, first, "state", "open")
    assert came(done, project, settled)["new"] == 0
    assert field(first, "state") == "open"


def test_comments_without_ids_of_paragraphs_answer_nobody(
    done: Werkboek, project: Path, case: str, sent: Path, field: Field
) -> None:
    remarked(sent, "wijkagent", "Klopt dit?", "En dit?")
    assert came(done, project, sent)["new"] == 2
    comments = [row["id"] for row in done("list", project, "comment", "--json").json]
    assert {(field(id_, "answers"), field(id_, "state")) for id_ in comments} == {(None, "open")}

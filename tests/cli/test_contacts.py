"""`werkboek contacts`, `trust`, `receiver` and `sent`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.ran import Ran, Werkboek

type Sit = Callable[[str], None]


class Post:
    """Anna's project, and bundles that come from other computers."""

    def __init__(self, done: Werkboek, computer: Sit, folder: Path) -> None:
        self.done, self.computer, self.folder = done, computer, folder
        self.file = folder / "anna.werkboek"
        self.at("Anna", "new", self.file, "--name", "Samen", "--author", "Anna")
        self.first = folder / "eerste.wbx"
        self.at("Anna", "export", self.file, self.first)

    def at(self, name: str, *arguments: object) -> Ran:
        self.computer(name)
        return self.done(*arguments)

    def bundle(self, computer: str, person: str) -> Path:
        file, out = self.folder / f"{computer}.werkboek", self.folder / f"{computer}.wbx"
        self.at(computer, "import", file, self.first, "--author", person)
        self.at(computer, "set", file, "case:new", "title", f"Van {computer}", "--author", person)
        self.at(computer, "export", file, out)
        return out

    def contacts(self) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.at("Anna", "contacts", self.file, "--json").json["contacts"]
        return found


@pytest.fixture
def post(done: Werkboek, computer: Sit, tmp_path: Path) -> Post:
    return Post(done, computer, tmp_path)


def test_the_own_key_is_there_from_the_start(post: Post) -> None:
    (own,) = post.contacts()
    assert own["is_own"]
    assert own["trust"] == "trusted"
    told = post.at("Anna", "contacts", post.file).out
    assert own["phrase"] in told
    assert "deze computer" in told


def test_a_changed_key_is_told_and_answered(post: Post, refused: Werkboek) -> None:
    first, second = post.bundle("Bert thuis", "Bert"), post.bundle("Bert elders", "Bert")
    assert "trust" not in post.at("Anna", "import", post.file, first, "--json").json["files"][0]
    asked = post.at("Anna", "import", post.file, second, "--dry-run", "--json").json["files"][0]
    assert asked["trust"] == "changed"
    ran = post.at("Anna", "import", post.file, second)
    assert "andere sleutel" in ran.err
    assert "ingelezen" in ran.out
    _own, known, asked = post.contacts()
    assert (known["trust"], asked["trust"], asked["is_trusted"]) == ("trusted", "asked", False)
    assert "trust" in post.at("Anna", "contacts", post.file).out
    post.at("Anna", "trust", post.file, asked["key"][:12], "--refuse")
    assert post.contacts()[2]["trust"] == "refused"
    came = refused("import", post.file, second)
    assert "geweigerd" in came.err
    post.at("Anna", "trust", post.file, asked["key"][:12])
    assert "trust" not in post.at("Anna", "import", post.file, second, "--json").json["files"][0]
    refused("trust", post.file, "zzz")


def test_what_a_receiver_is_is_remembered(post: Post, misused: Werkboek) -> None:
    case = post.at("Anna", "set", post.file, "case:new", "title", "Haven").out.strip()
    post.at("Anna", "receiver", post.file, "Utrecht", "gemeente", "--municipality", "Utrecht")
    shown = post.at("Anna", "contacts", post.file, "--json").json["receivers"]
    assert shown == [{"name": "Utrecht", "for": "gemeente", "municipality": "GM0344"}]
    told = post.at("Anna", "export", post.file, post.folder / "u.wbx", "--to", "Utrecht").out
    assert "Haven" in told
    told = post.at("Anna", "export", post.file, post.folder / "r.wbx", "--to", "Utrecht", "--for", "redactie").out
    assert "Haven" not in told
    misused("receiver", post.file, "Utrecht", "vriend")
    assert case


def test_what_was_sent_is_listed(post: Post) -> None:
    post.at("Anna", "export", post.file, post.folder / "twee.wbx", "--to", "Bert · laptop")
    last, first = post.at("Anna", "sent", post.file, "--json").json
    assert (last["file"], last["to"], first["file"], first["to"]) == ("twee.wbx", "Bert · laptop", "eerste.wbx", None)
    assert last["number"] == first["number"] + 1
    told = post.at("Anna", "sent", post.file).out
    assert "Bert · laptop" in told
    assert "twee.wbx" in told


def test_a_reply_is_made_with_its_mail(post: Post) -> None:
    post.at("Anna", "import", post.file, post.bundle("Bert thuis", "Bert"))
    (sender,) = {one["name"] for one in post.contacts() if not one["is_own"]}
    (made,) = post.at("Anna", "reply", post.file, post.folder, "--to", sender, "--json").json
    assert Path(made["path"]).exists()
    assert Path(made["path"]).name in made["text"]
    assert made["subject"] == "Pakket voor ons werkboek ‘Samen’"
    told = post.at("Anna", "reply", post.file, post.folder, "--to", sender).out
    assert "Onderwerp: Pakket voor ons werkboek ‘Samen’" in told

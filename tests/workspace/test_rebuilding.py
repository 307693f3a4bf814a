"""A project from what lies in a mail folder: all of it in any order, some of it twice, in mails and zips, one lost."""

import os
import shutil
from collections.abc import Callable, Iterator
from email.message import EmailMessage
from itertools import count
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest

from tests.workspace.two import Clock
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.errors import Cancelled, FolderTooLarge, NoBundles, NotAFolder, Refusal, SeveralProjects
from werkboek_desktop.settings import App, Settings
from werkboek_desktop.workspace import Result, Workspace, create_project, import_into
from werkboek_desktop.workspace import rebuilding as module
from werkboek_desktop.workspace.rebuilding import Rebuilt, rebuild

NAMES = ("Anna", "Bert", "Chris", "Şule")
SENTENCES = [f"Dit is zin nummer {n}." for n in range(8)]


class Team:
    """Four computers, and a folder into which goes whatever they send each other."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.random, self.clock = folder, Random(7), Clock()
        self.mail = folder / "mail"
        self.mail.mkdir()
        self.files: dict[str, Workspace] = {}
        self.sent: list[Path] = []
        create_project(self.path("Anna"), self.app("Anna"), name="Samen", author="Anna")
        self.files["Anna"] = Workspace.open(self.path("Anna"), self.app("Anna"), author="Anna")
        self.cases = [str(self.files["Anna"].create_record("case", fields={"title": n}).record) for n in "abc"]
        first = self.send("Anna")
        for name in NAMES[1:]:
            import_into(self.path(name), self.app(name), [first], author=name)
            self.files[name] = Workspace.open(self.path(name), self.app(name), author=name)

    def path(self, name: str) -> Path:
        return self.folder / f"{name}.werkboek"

    def app(self, name: str) -> App:
        app = App(self.folder / name, self.clock, os.urandom)
        app.save_settings(Settings(author=name, computer="laptop"))
        return app

    def write(self, name: str) -> None:
        record, workspace = self.random.choice(self.cases), self.files[name]
        words = " ".join(self.random.sample(SENTENCES, 4))
        workspace.set_field(record, self.random.choice(["summary", "context", "title"]), words)

    def send(self, name: str, to: str = "") -> Path:
        """Whole, or what somebody lacked as far as is known here."""
        out = self.mail / f"{len(self.sent):02} {name}.wbx"
        known = f"{to} · laptop" in self.files[name].senders()
        self.files[name].export(out, to=f"{to} · laptop" if known else None, since_received=known)
        self.sent.append(out)
        return out

    def work(self, bundles: int) -> None:
        while len(self.sent) < bundles:
            of, to = self.random.sample(NAMES, 2)
            for _ in range(self.random.randint(1, 3)):
                self.write(of)
            self.clock.now += self.random.randint(60, 90_000)
            bundle = self.send(of, to)
            if self.random.random() < 0.7:  # the rest lies in a mail box that nobody looked into
                self.files[to].import_([bundle])

    def hash_of_all(self) -> str:
        """What everybody sees once everything has arrived."""
        hashes = set()
        for workspace in self.files.values():
            workspace.import_(self.random.sample(self.sent, len(self.sent)))
            hashes.add(workspace.state_hash(Scope.WORK))
        (one,) = hashes
        return one

    def close(self) -> None:
        for workspace in self.files.values():
            workspace.close()

    def rebuild(self, name: str = "nieuw") -> Rebuilt:
        return rebuild(self.path(name), self.app(name), self.mail, author="Mila")


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Team]:
    """Forty bundles later."""
    team = Team(tmp_path_factory.mktemp("team"))
    team.work(40)
    yield team
    team.close()


def mailed(*bundles: Path, to: Path) -> None:
    """A saved mail with these as attachments."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "anna@voorbeeld.nl", "mila@voorbeeld.nl", "Werkboek"
    mail.set_content("Hoi, hier is het weer.")
    for bundle in bundles:
        mail.add_attachment(bundle.read_bytes(), maintype="application", subtype="octet-stream", filename=bundle.name)
    to.write_bytes(mail.as_bytes())


def zipped(*bundles: Path, to: Path) -> None:
    with ZipFile(to, "w") as archive:
        for bundle in bundles:
            archive.write(bundle, bundle.name)


def strewn(team: Team, to: Path, bundles: list[Path]) -> None:
    """As a mail folder has them: in folders, mails and zips, called anything, some twice, among other things."""
    random = Random(3)
    bundles = random.sample(bundles, len(bundles))
    deep = to / "2026" / "november"
    deep.mkdir(parents=True)
    mailed(*bundles[:4], to=to / "Re_ pakketten.eml")
    zipped(*bundles[4:7], to=deep / "alles.zip")
    for number, bundle in enumerate(bundles[7:]):
        shutil.copy(
            bundle, (to, deep)[number % 2] / f"{number}{random.choice(('.wbx', ' (2).wbx', '.zip', '.bin', ''))}"
        )
    for number, bundle in enumerate(random.sample(bundles, 6)):
        shutil.copy(bundle, deep / f"nog eens {number}.wbx")
    (to / "notulen.txt").write_text("From: niemand")
    (to / "foto.png").write_bytes(b"\x89PNG\r\n")
    (to / "leeg").touch()
    mailed(to=deep / "zonder bijlage.eml")
    zipped(to / "foto.png", to=deep / "foto.zip")
    os.mkfifo(deep / "pijp")
    (deep / "rondje").symlink_to(to)


def test_forty_bundles_of_four_computers_make_what_everybody_has(worked: Team, tmp_path: Path) -> None:
    strewn(worked, tmp_path / "mail", worked.sent)
    file = tmp_path / "nieuw.werkboek"
    made = rebuild(file, worked.app("Mila"), tmp_path / "mail", author="Mila")
    assert made.missing == []
    assert made.others == 0
    assert {report.result for report in made.report.files} <= {Result.IMPORTED, Result.KNOWN, Result.WAITING}
    assert len(made.report.files) == 46
    with Workspace.open(file, worked.app("Mila"), author="Mila") as workspace:
        assert workspace.state_hash(Scope.WORK) == worked.hash_of_all()
        workspace.check()
        assert {name for name in NAMES if any(each.startswith(name) for each in workspace.senders())} == {*NAMES}
    again = rebuild(file, worked.app("Mila"), tmp_path / "mail")
    assert {report.result for report in again.report.files} == {Result.KNOWN}


def test_somebody_who_was_away_for_long_catches_up_in_one_go(worked: Team, tmp_path: Path) -> None:
    """Mila joined by the first bundle, wrote something, and did not look for a year."""
    app, file = worked.app("Mila away"), tmp_path / "mila.werkboek"
    import_into(file, app, worked.sent[:1], author="Mila")
    with Workspace.open(file, app, author="Mila") as workspace:
        workspace.set_field(worked.cases[0], "opening", "Van voor mijn verlof.")
    made = rebuild(file, app, worked.mail)
    assert made.missing == []
    with Workspace.open(file, app) as workspace:
        assert workspace.record(worked.cases[0]).value("opening") == "Van voor mijn verlof."
        workspace.import_(worked.sent)
        hashes = {workspace.state_hash(Scope.WORK)}
        out = workspace.export(tmp_path / "mila.wbx").path
    anna = worked.files["Anna"]
    anna.import_([*worked.sent, out])
    assert anna.state_hash(Scope.WORK) in hashes


def test_without_the_one_that_was_lost_it_says_from_whom_it_was_and_the_rest_is_there(tmp_path: Path) -> None:
    team = Team(tmp_path)
    case = team.cases[0]
    for to in NAMES[1:]:
        team.files["Anna"].import_([team.send(to)])
    team.files["Anna"].set_field(case, "summary", "Een.")
    lost = team.send("Anna", "Bert")
    team.files["Bert"].import_([lost])
    team.files["Anna"].import_([team.send("Bert")])  # a receipt: Bert has it
    team.files["Anna"].set_field(case, "summary", "Een. Twee.")
    team.files["Anna"].set_field(case, "context", "Iets anders.")
    team.send("Anna", "Bert")
    receipt = team.sent[-2]
    for gone in (lost, receipt):
        gone.unlink()
    made = team.rebuild()
    (missing,) = made.missing
    assert missing.sender == "Anna · laptop"
    assert [hole[:2] for hole in missing.holes] == [(2, 2)]
    assert (missing.changes, missing.records) == (1, (case,))
    with Workspace.open(team.path("nieuw"), team.app("nieuw")) as workspace:
        assert workspace.record(case).value("context") == "Iets anders."
        assert "summary" not in workspace.record(case).fields
    team.close()


def test_bundles_of_other_projects_are_left_and_one_says_which_is_meant(worked: Team, tmp_path: Path) -> None:
    app = worked.app("Ander")
    other, file = tmp_path / "ander.werkboek", tmp_path / "nieuw.werkboek"
    create_project(other, app, name="Iets anders", author="Ander")
    mail = tmp_path / "mail"
    mail.mkdir()
    with Workspace.open(other, app) as workspace:
        project = workspace.project.id
        workspace.export(tmp_path / "ander.wbx")
    mailed(tmp_path / "ander.wbx", worked.sent[0], worked.sent[1], to=mail / "samen.eml")
    with pytest.raises(SeveralProjects) as refusal:
        rebuild(file, app, mail, author="Mila")
    assert "‘Samen’ (2 pakketten" in refusal.value.message
    assert project in refusal.value.message
    assert not file.exists()
    made = rebuild(file, app, mail, author="Mila", project=project)
    assert (made.others, len(made.report.files)) == (2, 1)
    assert rebuild(file, app, mail).others == 2
    with Workspace.open(file, app) as workspace:
        assert workspace.project.name == "Iets anders"


def test_what_is_locked_or_damaged_is_refused_by_itself(worked: Team, tmp_path: Path) -> None:
    mail, file = tmp_path / "mail", tmp_path / "nieuw.werkboek"
    mail.mkdir()
    with pytest.raises(NoBundles):
        rebuild(file, worked.app("x"), mail)
    worked.files["Anna"].export(mail / "slot.wbx", people=True, passphrase="drie fietsen")
    with pytest.raises(NoBundles, match="wachtzin"):
        rebuild(file, worked.app("x"), mail, author="Mila")
    shutil.copy(worked.sent[0], mail)
    data = bytearray(worked.sent[1].read_bytes())
    data[len(data) // 2] ^= 0xFF
    (mail / "stuk.wbx").write_bytes(data)
    made = rebuild(file, worked.app("x"), mail, author="Mila")
    assert sorted((report.path.name, report.result) for report in made.report.files) == [
        (worked.sent[0].name, Result.IMPORTED),
        ("slot.wbx", Result.REFUSED),
        ("stuk.wbx", Result.REFUSED),
    ]
    opened = rebuild(file, worked.app("x"), mail, passphrase="drie fietsen")
    assert [report.path.name for report in opened.report.files if report.error] == ["stuk.wbx"]


def test_a_document_in_the_folder_is_not_taken_in(worked: Team, tmp_path: Path) -> None:
    mail, file = tmp_path / "mail", tmp_path / "nieuw.werkboek"
    mail.mkdir()
    shutil.copy(worked.sent[0], mail)
    worked.files["Anna"].publish(mail / "casus.docx", case=worked.cases[0])
    made = rebuild(file, worked.app("y"), mail, author="Mila")
    assert [report.path.name for report in made.report.files] == [worked.sent[0].name]


REFUSED: list[tuple[Callable[[Path], object], type[Refusal]]] = [
    (lambda _folder: None, NotAFolder),
    (lambda folder: folder.write_text("x"), NotAFolder),
    (lambda folder: folder.mkdir(), NoBundles),
]


@pytest.mark.parametrize(("make", "refusal"), REFUSED, ids=["nothing", "a file", "an empty folder"])
def test_what_is_no_folder_with_bundles_is_refused(
    tmp_path: Path, make: Callable[[Path], object], refusal: type[Refusal]
) -> None:
    make(tmp_path / "mail")
    with pytest.raises(refusal):
        rebuild(tmp_path / "nieuw.werkboek", App.of_this_computer(), tmp_path / "mail", author="Mila")
    assert not (tmp_path / "nieuw.werkboek").exists()


def test_more_files_than_anybody_means_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "FILES", 3)
    for number in range(3):
        (tmp_path / str(number)).touch()
    with pytest.raises(NoBundles):
        rebuild(tmp_path / "x", App.of_this_computer(), tmp_path)
    (tmp_path / "4").touch()
    with pytest.raises(FolderTooLarge):
        rebuild(tmp_path / "x", App.of_this_computer(), tmp_path)


def test_a_folder_is_looked_into_to_a_depth(worked: Team, tmp_path: Path) -> None:
    deep = tmp_path / "mail" / "/".join("d" * module.DEEP)
    (deep / "d").mkdir(parents=True)
    shutil.copy(worked.sent[0], deep)
    shutil.copy(worked.sent[1], deep / "d")
    made = rebuild(tmp_path / "nieuw.werkboek", worked.app("z"), tmp_path / "mail", author="Mila")
    assert made.looked_at == 1
    (left,) = [each for each in made.report.files if each.error]
    assert left.path == deep / "d"
    assert left.error
    assert left.error.message == "In d is niet gekeken: die ligt meer dan 16 mappen diep."


def test_a_message_of_outlook_is_named_and_an_old_document_is_not(worked: Team, tmp_path: Path) -> None:
    mails = tmp_path / "mail"
    mails.mkdir()
    shutil.copy(worked.sent[0], mails)
    (mails / "verslag.doc").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(70_000))
    (mails / "van anna.msg").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(70_000) + "__substg1.0_".encode("utf-16-le"))
    made = rebuild(tmp_path / "nieuw.werkboek", worked.app("z"), mails, author="Mila")
    (left,) = [each for each in made.report.files if each.error]
    assert left.path == mails / "van anna.msg"
    assert left.error
    assert "bewaar de bijlage" in " ".join(left.error.steps)


def test_it_can_be_stopped_and_then_nothing_was_made(worked: Team, tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        rebuild(tmp_path / "nieuw.werkboek", worked.app("s"), worked.mail, author="Mila", progress=lambda *_told: False)
    assert not (tmp_path / "nieuw.werkboek").exists()


def test_wherever_it_is_stopped_nothing_was_made(worked: Team, tmp_path: Path) -> None:
    mails = tmp_path / "mail"
    mails.mkdir()
    for bundle in worked.sent[:2]:
        shutil.copy(bundle, mails)
    heard = count()
    rebuild(tmp_path / "heel" / "boek", worked.app("h"), mails, progress=lambda *_told: next(heard) >= 0)
    steps = next(heard)
    assert steps > 5
    for at in range(1, steps - 1):
        went = iter([True] * at)
        with pytest.raises(Cancelled):
            rebuild(tmp_path / "map" / "boek", worked.app("h"), mails, progress=lambda *_told, on=went: next(on, False))
        assert not (tmp_path / "map").exists()


def test_where_nothing_can_be_taken_in_it_says_why_and_makes_nothing(worked: Team, tmp_path: Path) -> None:
    mails = tmp_path / "mail"
    mails.mkdir()
    whole = worked.sent[0].read_bytes()
    at = whole.index(b"PK\1\2") - 40  # in what is sealed, which only reading it in looks at
    (mails / "stuk.wbx").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
    with pytest.raises(NoBundles, match="beschadigd"):
        rebuild(tmp_path / "map" / "boek", worked.app("h"), mails)
    assert not (tmp_path / "map").exists()

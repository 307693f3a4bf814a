"""Several programs and several computers on one project: the command line beside an open window, copies, backups."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.journeys.program import Running, werkboek
from werkboek_desktop.domain.view import Status
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Result, Workspace, import_into, restore

START = "Wij belden aan bij elke deur. Niemand deed open. De buurt hield zich stil."
type Join = Callable[[str], Workspace]


@pytest.fixture
def window(tmp_path: Path) -> Iterator[Workspace]:
    """Anna's window, open on a project with one case."""
    with Workspace.create(tmp_path / "samen.werkboek", App.of_this_computer(), author="Anna") as workspace:
        workspace.create_record("case", fields={"summary": START})
        yield workspace


@pytest.fixture
def case(window: Workspace) -> str:
    return window.rows("case")[0].id


@pytest.fixture
def join(window: Workspace, tmp_path: Path) -> Iterator[Join]:
    """Another computer with all that Anna has."""
    opened: list[Workspace] = []

    def joined(name: str) -> Workspace:
        app = replace(App.of_this_computer(), folder=tmp_path / f"computer of {name}")
        file, first = tmp_path / f"{name}.werkboek", tmp_path / f"for {name}.wbx"
        window.export(first)
        import_into(file, app, [first], author=name)
        opened.append(Workspace.open(file, app, author=name))
        return opened[-1]

    yield joined
    for workspace in opened:
        workspace.close()


def assert_one_chain(file: Path) -> None:
    """Each writer wrote its changes one after another: no number twice, each on the one before."""
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT writer, seq, id, prev FROM change ORDER BY writer, seq").fetchall()
    connection.close()
    last: dict[int, tuple[int, bytes | None]] = {}
    for writer, seq, id_, prev in rows:
        assert (seq, prev or None) == (last.get(writer, (0, None))[0] + 1, last.get(writer, (0, None))[1])
        last[writer] = seq, id_


def send(sender: Workspace, receiver: Workspace, **options: object) -> Result:
    path = sender.project.path
    out = path.with_name(f"{path.stem}-{len(list(path.parent.glob('*.wbx')))}.wbx")
    sender.export(out, **options)  # type: ignore[arg-type]
    return receiver.import_([out]).files[0].result


def test_what_is_typed_and_what_the_command_line_writes_both_stand(window: Workspace, case: str) -> None:
    seen = window.record(case).fields["summary"].heads
    window.draft(case, "summary", START.replace("Wij belden aan bij elke deur.", "Wij belden overal aan."), seen)
    ran = werkboek("set", window.project.path, case, "summary", START.replace("hield zich stil", "zweeg"))
    assert ran.returncode == 0, ran
    heard = window.poll()
    assert heard
    assert case in heard.records
    window.seal(case, "summary")
    view = window.record(case).fields["summary"]
    assert view.status is Status.MERGED
    assert view.value == "Wij belden overal aan. Niemand deed open. De buurt zweeg."
    assert_one_chain(window.project.path)


def test_typing_over_what_the_command_line_wrote_is_a_conflict(window: Workspace, case: str) -> None:
    seen = window.record(case).fields["summary"].heads
    window.draft(case, "summary", START.replace("Niemand", "Iedereen"), seen)
    assert (
        werkboek("set", window.project.path, case, "summary", START.replace("Niemand", "Bijna niemand")).returncode == 0
    )
    window.draft(case, "summary", START.replace("Niemand", "De helft"), window.record(case).fields["summary"].heads)
    window.seal(case, "summary")
    view = window.record(case).fields["summary"]
    assert view.status is Status.CONFLICT
    texts = {variant.value for variant in view.variants}
    assert texts == {START.replace("Niemand", "De helft"), START.replace("Niemand", "Bijna niemand")}


def test_a_draft_stays_a_draft_while_the_command_line_works(window: Workspace, case: str) -> None:
    window.draft(case, "title", "Half getypt", ())
    for arguments in (["set", case, "subtitle", "x"], ["show", "--json"], ["check"]):
        assert werkboek(arguments[0], window.project.path, *arguments[1:]).returncode == 0
    assert [draft.value for draft in window.drafts()] == ["Half getypt"]


def test_a_bundle_says_that_what_is_still_typed_is_not_in_it(window: Workspace, case: str, tmp_path: Path) -> None:
    window.sit_down()
    window.draft(case, "title", "Half getypt", ())
    ran = werkboek("export", window.project.path, tmp_path / "een.wbx")
    assert (ran.returncode, ran.stderr) == (0, "Wat nog getypt wordt gaat niet mee: 1 veld.\n")
    assert [draft.value for draft in window.drafts()] == ["Half getypt"]


def test_a_bundle_takes_along_what_a_closed_window_left_typed(window: Workspace, case: str, tmp_path: Path) -> None:
    window.draft(case, "title", "Nog even dit", ())
    ran = werkboek("export", window.project.path, tmp_path / "een.wbx")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert window.drafts() == []
    assert window.record(case).value("title") == "Nog even dit"


def test_two_programs_write_at_once_as_one_writer(window: Workspace, case: str, tmp_path: Path) -> None:
    edits = tmp_path / "edits.jsonl"
    lines = [{"target": "case:new", "field": "title", "value": f"opdracht {n}"} for n in range(40)]
    edits.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    with Running(["apply", window.project.path, edits]) as process:
        assert process.stdout.readline()
        for number in range(40):
            window.set_field(case, "title", f"venster {number}")
        assert process.wait() == 0, process.stderr.read()
    titles = {row.title for row in window.rows("case")}
    assert titles == {f"opdracht {n}" for n in range(40)} | {"venster 39"}
    assert len(window.history(case, "title")) == 40
    window.check()
    assert_one_chain(window.project.path)
    connection = sqlite3.connect(window.project.path)
    (writers,) = connection.execute("SELECT count(DISTINCT writer) FROM change").fetchone()
    connection.close()
    assert writers == 1


def test_two_commands_at_once_both_write(window: Workspace, tmp_path: Path) -> None:
    processes = [Running(["set", window.project.path, "case:new", "title", f"opdracht {n}"]) for n in range(4)]
    for process in processes:
        with process:
            assert process.wait() == 0, process.stderr.read()
    assert {f"opdracht {n}" for n in range(4)} <= {row.title for row in window.rows("case")}
    assert_one_chain(window.project.path)


def test_a_delta_that_builds_on_what_is_not_here_waits_until_that_comes(
    window: Workspace, case: str, join: Join, tmp_path: Path
) -> None:
    bert, chris = join("Bert"), join("Chris")
    bert.set_field(case, "subtitle", "Bert was hier")
    assert send(bert, chris) is Result.IMPORTED
    before = chris.backup(tmp_path / "chris.backup").path
    window.set_field(case, "title", "Van Anna")
    window.export(tmp_path / "van Anna.wbx")
    for other in (bert, chris):
        other.import_([tmp_path / "van Anna.wbx"])
    assert send(chris, bert) is Result.KNOWN
    (receiver,) = [name for name in bert.senders() if name.startswith("Chris")]
    restore(before, tmp_path / "terug.werkboek", App.of_this_computer())
    bert.set_field(case, "title", "Van Bert, op dat van Anna")
    with Workspace.open(tmp_path / "terug.werkboek", App.of_this_computer(), author="Chris") as back:
        bert.export(tmp_path / "delta.wbx", to=receiver, since_received=True)
        assert back.import_([tmp_path / "delta.wbx"]).files[0].result is Result.WAITING
        assert back.summary().waiting > 0
        assert back.record(case).fields.get("title") is None
        (report,) = back.preview([tmp_path / "delta.wbx"]).files
        assert report.lacking
        assert back.import_([tmp_path / "van Anna.wbx"]).files[0].result is Result.IMPORTED
        assert back.summary().waiting == 0
        assert not back.preview([tmp_path / "delta.wbx"]).files[0].lacking
        assert back.record(case).value("title") == "Van Bert, op dat van Anna"
        assert back.state_hash() == bert.state_hash()
        back.check()


def test_a_delta_holds_what_the_other_lacks_and_no_more(window: Workspace, case: str, join: Join) -> None:
    bert = join("Bert")
    send(bert, window)
    (receiver,) = [name for name in window.senders() if name.startswith("Bert")]
    window.set_field(case, "title", "Nieuw")
    out = window.project.path.with_name("delta.wbx")
    assert window.export(out, to=receiver, since_received=True).changes == 1
    assert bert.import_([out]).files[0].new == 1
    assert bert.state_hash() == window.state_hash()


def test_a_copied_file_goes_on_as_another_writer_and_both_converge(
    window: Workspace, case: str, tmp_path: Path
) -> None:
    path = window.project.path
    window.set_field(case, "title", "Samen")
    copy = tmp_path / "kopie.werkboek"
    assert werkboek("backup", path, tmp_path / "reserve").returncode == 0
    shutil.copy(tmp_path / "reserve", copy)
    for file, field in ((path, "subtitle"), (copy, "status_reason"), (path, "title"), (copy, "title")):
        assert werkboek("set", file, case, field, f"{file.stem} schreef {field}", "--author", "Anna").returncode == 0
    with Workspace.open(copy, App.of_this_computer(), author="Anna") as other:
        send(window, other)
        send(other, window)
        assert window.records() == other.records()
        assert window.state_hash() == other.state_hash()
        assert window.record(case).fields["title"].status is Status.CONFLICT
        other.check()
    window.check()
    for file in (path, copy):
        assert_one_chain(file)

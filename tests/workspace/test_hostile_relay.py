"""What somebody passes on that is not what an honest program would: it spoils nothing that honest ones send later."""

from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.workspace.machine.newer import NewerProgram
from tests.workspace.two import Two
from werkboek_desktop.bundle.manifest import Writer
from werkboek_desktop.bundle.signatures import chain_ends
from werkboek_desktop.bundle.writer import Contents, to_bytes
from werkboek_desktop.domain.audience import Audience
from werkboek_desktop.domain.change import FieldKey
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.workspace import Result, Workspace, import_into

UNSIGNED = bytes(64)


def long_text(seed: int) -> str:
    chance = Random(seed)
    return " ".join(f"{chance.getrandbits(64):x}" for _ in range(4_000))


def of_case(case: RecordId, field: str, type_: ValueType = ValueType.PROSE) -> FieldKey:
    return FieldKey("work", "case", None, case, field, type_)


def arrive(two: Two, program: NewerProgram) -> None:
    path = two.folder / "vreemd.wbx"
    path.write_bytes(program.bundle())
    (report,) = two.anna.import_([path]).files
    assert report.error is None


def test_each_part_of_what_is_split_comes_in_by_itself_though_a_change_in_it_was_signed_falsely(
    two: Two, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = NewerProgram(two.anna.project.id, "work", 1)
    program.write(of_case(two.case, "context"), long_text(1), [], format=1)
    program.changes[0] = replace(program.changes[0], signature=UNSIGNED)  # the next one proves it
    program.write(of_case(two.make("case", title="Twee"), "context"), long_text(2), [], format=1)
    arrive(two, program)
    monkeypatch.setattr("werkboek_desktop.workspace.sending._room", lambda _mb: 60_000)
    parts = two.anna.export(two.folder / "uit.wbx", split=True).parts
    assert len(parts) > 1
    for part in parts:
        assert two.bert.import_([part.path]).files[0].error is None


def without_most_signatures(two: Two) -> Path:
    """All that Anna has, passed on with the signatures of the ends alone: those prove the others."""
    session = two.anna._session
    with session.store.read() as reader:
        changes, writers = list(reader.changes(("work",))), reader.writers()
    ends = {end.id for end in chain_ends(changes)}
    cut = [one if one.id in ends else replace(one, signature=UNSIGNED) for one in changes]
    made_of = {id_: Writer(*writer) for id_, writer in writers.items()}
    contents = Contents(two.anna.project.id, None, "Anna · vm", 99, 1, ("work",), cut, made_of, {"work": ()})
    path = two.folder / "kaal.wbx"
    path.write_bytes(to_bytes(contents, session.key))
    return path


def test_a_sound_bundle_mends_what_came_without_its_signatures(two: Two) -> None:
    sound = two.anna.export(two.folder / "heel.wbx").path
    file, app = two.folder / "carla.werkboek", two.app("Carla")
    import_into(file, app, [without_most_signatures(two)], author="Carla")
    with Workspace.open(file, app, author="Carla") as carla:
        assert carla.export(two.folder / "deel.wbx", only=[two.case]).unproven
        (report,) = carla.import_([sound]).files
        assert report.result is Result.KNOWN
        carla.check()
        assert not carla.export(two.folder / "deel.wbx", only=[two.case], force=True).unproven


def test_a_case_does_not_leave_because_somebody_made_another_one_with_its_id(two: Two) -> None:
    two.type("sharing", "intern")
    program = NewerProgram(two.anna.project.id, "work", 1)
    for field, value in (("sharing", "openbaar"), ("status", "published")):
        key = FieldKey("work", "case", "ee" * 16, two.case, field, ValueType.ENUM)
        program.write(key, value, [], format=1)
    arrive(two, program)
    assert [case.record for case in two.anna.what_goes(audience=Audience.OTHERS).stays] == [two.case]

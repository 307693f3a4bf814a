"""Projects of a given size, filled in one transaction: 12,000 of them would only measure the disk."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.corpus import Edit, edits
from werkboek_desktop.domain.change import RecordKey
from werkboek_desktop.domain.ids import derived_id
from werkboek_desktop.domain.kinds import sections
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace
from werkboek_desktop.workspace.scribe import Scribe

SECTIONS = tuple(section.key for section in sections.SECTIONS)


def place_of(field: int) -> tuple[RecordKey, str]:
    """The case and the section that stand for a field of the corpus."""
    number, section = divmod(field, len(SECTIONS))
    return case_key(number), SECTIONS[section]


def case_key(number: int) -> RecordKey:
    """The case of this number."""
    return RecordKey("case", None, derived_id("benchmark", f"{number:032}"))


def app_of(folder: Path, name: str) -> App:
    """The computer of somebody, with a key of its own."""
    return replace(App.of_this_computer(), folder=folder / name)


def write(workspace: Workspace, edits: Iterable[Edit]) -> None:
    """Each edit has seen the newest of its own writer, or what was there before."""

    def act(scribe: Scribe) -> None:
        heads: dict[int, tuple[str, ...]] = {}
        for edit in edits:
            record, name = place_of(edit.field)
            seen = heads.get(edit.field)
            if seen is None:
                view = scribe.transaction.field_view(record, name)
                seen = view.heads if view else ()
            heads[edit.field] = (scribe.edit(record, name, edit.text, seen).id,)

    workspace._session.edit(workspace.project.id, act)


def cases(folder: Path, name: str, count: int) -> Workspace:
    """An open project of so many cases, each with a title, a status and one section of prose."""
    workspace = Workspace.create(folder / f"{name}.werkboek", app_of(folder, name), author="Anna")
    fill(workspace, count)
    return workspace


def fill(workspace: Workspace, count: int) -> None:
    """So many cases more."""
    texts = (edit.text for edit in edits())

    def act(scribe: Scribe) -> None:
        for number, text in zip(range(count), texts, strict=False):
            key = case_key(number)
            scribe.edit(key, "title", text.split(".", 1)[0][:80], ())
            scribe.edit(key, "summary", text, ())
            scribe.edit(key, "status", "concept", ())

    workspace._session.edit(workspace.project.id, act)

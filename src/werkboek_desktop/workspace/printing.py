"""From the project to paper: gathers what a book is made of, and has it written."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import RecordKey, Scope
from werkboek_desktop.domain.ids import RecordId, workbook_id
from werkboek_desktop.domain.places import Tree
from werkboek_desktop.domain.text import fold
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.errors import NotSaved, NotYet, UnknownRecord
from werkboek_desktop.publish.blocks import Printed
from werkboek_desktop.publish.book import case_blocks, chapter_blocks, workbook_blocks
from werkboek_desktop.publish.material import Book, CaseMaterial, Chapter, Lookups
from werkboek_desktop.resources import municipalities, resource
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace import gaps, privacy
from werkboek_desktop.workspace.approvals import not_standing
from werkboek_desktop.workspace.model import Paper, Progress
from werkboek_desktop.workspace.reading import record
from werkboek_desktop.workspace.session import Session

PDF = ".pdf"
WORD = ".docx"

_DEEPEST = 6
"""A PDF knows six levels of headings; what hangs deeper is printed as the sixth."""


def book(session: Session, reader: Reader) -> Book:
    """The whole book as the project shows it now."""
    chapters = tuple(_chapters(reader))
    return Book(
        workbook=reader.record(workbook_id(session.project)) or _empty_workbook(session.project),
        persons=tuple(view for view in reader.records("person") if not view.deleted),
        chapters=chapters,
        terms=tuple(view for view in reader.records("term") if not view.deleted),
        lookups=Lookups(municipalities().name, lambda sha: reader.attachments([sha]).get(sha)),
        app=version("werkboek-desktop"),
        as_of=_day(min(reader.last_time(), session.app.clock())),
        today=_day(session.app.clock()),
    )


def _day(seconds: int) -> date:
    return datetime.fromtimestamp(seconds, UTC).date()


def _chapters(reader: Reader) -> Iterator[Chapter]:
    """In reading order, each below the chapter it hangs under."""
    workbook = workbook_id(reader.project())
    tree = Tree(reader.hung(workbook, "chapter"))
    views = {view.id: view for view in reader.records("chapter") if view.key.owner == workbook}
    todo = [(1, id_) for id_ in reversed(tree.children())]
    while todo:
        level, id_ = todo.pop()
        view = views[id_]
        case = view.value("case")
        here = case is not None and reader.row(str(case)) is not None
        told = case_material(reader, str(case)) if here else None
        yield Chapter(view, told, level, tuple(reader.owned(id_, "clearance")))
        todo += ((min(level + 1, _DEEPEST), child) for child in reversed(tree.children(id_)))


def case_material(reader: Reader, case: RecordId) -> CaseMaterial:
    """A case with what it owns; raises UnknownRecord."""
    owned = {kind: tuple(reader.owned(case, kind)) for kind in schema.owned_kinds("case")}
    return CaseMaterial(record(reader, case), owned)


def _empty_workbook(project: str) -> RecordView:
    return RecordView(RecordKey("workbook", None, workbook_id(project)), Scope.WORK)


def publish(
    session: Session,
    out: Path,
    *,
    chapter: RecordId | None,
    case: RecordId | None,
    everything: bool,
    intake: bool,
    force: bool,
    progress: Progress,
) -> list[Paper]:
    """The workbook, a chapter or a case as one file; `everything`: a folder with a file for each chapter.

    A case whose file is called .docx comes back one day with what others wrote in it; so does the form of the intake.
    """
    if intake and out.suffix.lower() in {WORD, PDF}:
        return [_form(session, out, case, force=force)]
    if intake:
        raise NotYet("Het intakeformulier anders dan als .docx of .pdf maken")
    if case is not None and out.suffix.lower() == WORD:
        return [_document(session, out, case, force=force)]
    if not everything and out.suffix.lower() != PDF:
        raise NotYet(f"Een bestand dat eindigt op ‘{out.suffix}’ maken")
    from werkboek_desktop.publish.pdf import write_pdf  # ReportLab makes every command a fifth slower

    with session.store.read() as reader:
        whole = book(session, reader)
        wanted = _wanted(whole, reader, out, chapter, case, everything=everything)
        if everything:
            _make_folder(out)
        papers = []
        told = _told(whole, chapter, case)
        undecided = privacy.open_checks(privacy.check_some(reader, told))
        warned = (*gaps.not_whole(reader, told), *not_standing(reader, told), *undecided)
        for path, printed in wanted:
            missing = write_pdf(path, printed, resource("fonts"), progress=progress, force=force)
            papers.append(Paper(path, (*(check.sentence for check in printed.checks), *missing, *warned)))
    return papers


def _document(session: Session, out: Path, case: RecordId, *, force: bool) -> Paper:
    from werkboek_desktop.workspace.word.outgoing import save_case  # python-docx makes every command slower

    with session.store.read() as reader:
        material = case_of(reader, case)
        paper = save_case(out, session.project, book(session, reader), material, session.app.clock(), force=force)
        return paper._replace(checks=(*paper.checks, *gaps.not_whole(reader, [case])))


def _form(session: Session, out: Path, case: RecordId | None, *, force: bool) -> Paper:
    from werkboek_desktop.workspace.word.intake import save_form  # see _document

    with session.store.read() as reader:
        material = case_of(reader, case) if case else None
        at, entropy = session.app.clock(), session.app.entropy
        return save_form(out, session.project, book(session, reader), material, at, entropy, force=force)


def _told(whole: Book, chapter: RecordId | None, case: RecordId | None) -> list[RecordId]:
    """The chapters and cases whose text is printed."""
    if case is not None:
        return [case]
    chapters = [each for each in whole.chapters if chapter in {None, each.record.id}]
    told = [each.told.case.id for each in chapters if each.told]
    return list(dict.fromkeys([*(each.record.id for each in chapters), *told]))


def _wanted(
    whole: Book,
    reader: Reader,
    out: Path,
    chapter: RecordId | None,
    case: RecordId | None,
    *,
    everything: bool,
) -> list[tuple[Path, Printed]]:
    if everything:
        return [
            (out / file_name(number, each.record), chapter_blocks(whole, each))
            for number, each in enumerate(whole.chapters, 1)
        ]
    if chapter is not None:
        return [(out, chapter_blocks(whole, _chapter(whole, chapter)))]
    if case is not None:
        return [(out, case_blocks(whole, case_of(reader, case)))]
    return [(out, workbook_blocks(whole))]


def _chapter(whole: Book, id_: RecordId) -> Chapter:
    for each in whole.chapters:
        if each.record.id == id_:
            return each
    raise UnknownRecord(id_)


def case_of(reader: Reader, id_: RecordId) -> CaseMaterial:
    """The same of what must be a case."""
    if record(reader, id_).key.kind != "case":
        raise UnknownRecord(id_)
    return case_material(reader, id_)


def file_name(number: int, chapter: RecordView) -> str:
    """`03-beginnen-bij-de-wijk.pdf`: the title only, so no person's name unless the title has it."""
    words = "-".join(re.findall(r"[a-z0-9]+", fold(str(chapter.value("title") or "hoofdstuk"))))
    return f"{number:02}-{words[:60] or 'hoofdstuk'}{PDF}"


def _make_folder(path: Path) -> None:
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotSaved(path, error.strerror or "") from error

"""A merged text, until it was reread: which sentences somebody else brought in, and whose they are."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from werkboek_desktop.domain.choosing import from_others
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.view import FieldView, Status, Variant
from werkboek_desktop.ui.forms.editor import Editor, ProseEditor
from werkboek_desktop.ui.prose.marks import Layer, in_sentences
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.panels import notice
from werkboek_desktop.ui.words import count, moment, tr


def mark_merged(editor: Editor, view: FieldView | None, session: Session) -> None:
    """Marks those sentences in the text itself; pointing at one tells whose it is."""
    if isinstance(editor, ProseEditor):
        tips = _tips(view, session) if view and view.status is Status.MERGED else {}
        editor.input.set_layer(Layer.MERGED, in_sentences(tips) if tips else None)


def _tips(view: FieldView, session: Session) -> dict[str, str]:
    own = session.own_first(view.variants)[0]
    mine = own if session.name_of(own.author) == session.author() else None
    return {sentence: _whose(writers, session) for sentence, writers in from_others(view, mine).items()}


def _whose(writers: tuple[Variant, ...], session: Session) -> str:
    return "; ".join(f"{session.name_of(writer.author)}, {moment(writer.time)}" for writer in writers)


def merged_notice(field: Field, view: FieldView, session: Session, seen: Callable[[], object]) -> QFrame:
    """That it was merged, from whom, and the button that says it was reread."""
    names = f" {tr('en')} ".join(dict.fromkeys(session.name_of(variant.author) for variant in view.variants))
    brought = len(_tips(view, session))
    marked = count(brought, tr("zin is gemarkeerd"), tr("zinnen zijn gemarkeerd"))
    text = f"{tr('Samengevoegd: lees na. Tekst van')} {names}. {f'{marked}.' if brought else ''}".strip()
    return notice("merge", "merge", "merge", text, tr("Gezien"), seen, field.label)

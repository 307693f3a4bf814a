"""Which editor a field gets: one place, by the type of its values and its list."""

from collections.abc import Sequence
from pathlib import Path

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.forms.choices import BooleanEditor, EnumEditor, ReferenceEditor
from werkboek_desktop.ui.forms.editor import Editor, LineEditor, ProseEditor
from werkboek_desktop.ui.forms.files import AttachmentEditor
from werkboek_desktop.ui.forms.sets import CheckListEditor, ChipsEditor
from werkboek_desktop.ui.forms.vocabulary import MunicipalWords, OptionWords, Vocabulary
from werkboek_desktop.ui.session import Session


def editor_for(field: Field, session: Session) -> Editor:
    """The editor of a field."""
    match field.type:
        case ValueType.PROSE:
            return ProseEditor(field)
        case ValueType.ENUM:
            return EnumEditor(field)
        case ValueType.BOOLEAN:
            return BooleanEditor(field)
        case ValueType.SET:
            return _set_editor(field, session)
        case ValueType.REFERENCE:
            return ReferenceEditor(field, lambda: titles(field, session), session.workspace.title)
        case ValueType.ATTACHMENT:
            return AttachmentEditor(field, session.workspace.attachment, lambda path: _take(session, path))
    return LineEditor(field, vocabulary(field))


def _set_editor(field: Field, session: Session) -> Editor:
    if field.refers:
        return CheckListEditor(field, lambda: titles(field, session))
    if field.open:
        return ChipsEditor(field, vocabulary(field) or OptionWords(()))
    return CheckListEditor(field, lambda: [(option.key, option.label) for option in field.options])


def titles(field: Field, session: Session) -> Sequence[tuple[str, str]]:
    """The records that a field can refer to."""
    return [(row.id, row.title) for kind in field.refers for row in session.workspace.rows(kind)]


def vocabulary(field: Field) -> Vocabulary | None:
    """The words that a field suggests."""
    if field.municipal:
        return MunicipalWords()
    return OptionWords(field.options) if field.options else None


def _take(session: Session, path: Path) -> str | None:
    return session.act(lambda: session.workspace.add_attachment(path))

"""Which editor a field gets: one place, by the type of its values and its list."""

from functools import partial

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.fields import Field
from werkboek_desktop.domain.privacy.reading import is_checked
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.ui.forms.choices import BooleanEditor, EnumEditor, TickEditor
from werkboek_desktop.ui.forms.dates import DateEditor
from werkboek_desktop.ui.forms.editor import Editor, LineEditor, ProseEditor
from werkboek_desktop.ui.forms.files import AttachmentEditor
from werkboek_desktop.ui.forms.line_spelling import LineSpelling
from werkboek_desktop.ui.forms.references import RecordWords, ReferenceEditor
from werkboek_desktop.ui.forms.sets import CheckListEditor, ChipsEditor
from werkboek_desktop.ui.forms.vocabulary import MunicipalWords, OptionWords, Vocabulary
from werkboek_desktop.ui.prose.cleaning import tell_clean, tell_cleaned
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.spelling import spelling_of


def editor_for(field: Field, session: Session) -> Editor:
    """The editor of a field."""
    match field.type:
        case ValueType.PROSE:
            return _prose_editor(field, session)
        case ValueType.ENUM:
            return EnumEditor(field)
        case ValueType.BOOLEAN:
            return BooleanEditor(field)
        case ValueType.SET:
            return _set_editor(field, session)
        case ValueType.REFERENCE:
            return _reference_editor(field, session)
        case ValueType.ATTACHMENT:
            return AttachmentEditor(field, session)
        case ValueType.DATE:
            make = TickEditor if field.ticked else DateEditor
            return make(field, lambda: session.workspace.today)
    return _line_editor(field, session)


def _line_editor(field: Field, session: Session) -> Editor:
    made = LineEditor(field, lambda: session.workspace.today, vocabulary(field))
    if is_checked(field):
        LineSpelling(made.input, spelling_of(session))
    return made


def _prose_editor(field: Field, session: Session) -> Editor:
    made = ProseEditor(field)
    pasting = made.input.pasting
    pasting.cleaned.connect(partial(tell_cleaned, session.told.emit))
    pasting.clean_already.connect(partial(tell_clean, session.told.emit))
    pasting.refused.connect(session.refused)
    made.input.settings = session.workspace.settings
    return made


def _reference_editor(field: Field, session: Session) -> Editor:
    made = ReferenceEditor(field, record_words(field, session))
    made.input.came.connect(lambda: session.targets(field))
    session.found.connect(made.look_again)
    return made


def _set_editor(field: Field, session: Session) -> Editor:
    if field.refers:
        made = ChipsEditor(field, record_words(field, session))
        made.input.came.connect(lambda: session.targets(field))
        session.found.connect(made.look_again)
        return made
    if field.open:
        return ChipsEditor(field, vocabulary(field) or OptionWords(()))
    return CheckListEditor(field)


def record_words(field: Field, session: Session) -> RecordWords:
    """The records that a field can refer to, read when somebody comes to choose."""
    can_make = field.type is ValueType.REFERENCE and schema.made_by_name(field) is not None
    return RecordWords(lambda: session.targets(field), session.workspace.title, can_make=can_make)


def vocabulary(field: Field) -> Vocabulary | None:
    """The words that a field suggests."""
    if field.municipal:
        return MunicipalWords()
    return OptionWords(field.options) if field.options else None

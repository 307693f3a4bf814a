"""From a sign-up to the case it offers (*omzetten in praktijkvoorbeeld*)."""

from collections.abc import Mapping

from werkboek_desktop.domain.change import Change, RecordKey
from werkboek_desktop.domain.ids import RecordId, converted_case_id, derived_id
from werkboek_desktop.domain.values import Value
from werkboek_desktop.domain.view import RecordView
from werkboek_desktop.errors import NotASignup
from werkboek_desktop.resources import municipalities
from werkboek_desktop.workspace import steps
from werkboek_desktop.workspace.editing import refuse_deleted
from werkboek_desktop.workspace.lookup import field_key, key_of
from werkboek_desktop.workspace.model import Changed
from werkboek_desktop.workspace.reading import record
from werkboek_desktop.workspace.scribe import Scribe
from werkboek_desktop.workspace.session import Session

_COPIED = {"neighbourhoods": "neighbourhoods", "sketch": "summary", "phase": "phase", "forms": "forms"}
_CONTACT = ("name", "function", "email", "phone", "mailbox")


def convert(session: Session, signup: RecordId, *, initiator: object = None) -> Changed:
    """Makes the case with what the sign-up tells, and its contact; what was made before is left as it is.

    All ids are derived, so the same sign-up converted on two computers is one case.
    """
    with session.store.read() as reader:
        if key_of(reader, signup).kind != "signup":
            raise NotASignup(signup)
        view = record(reader, signup)
        refuse_deleted(reader, signup)
        contacts = reader.owned(signup, "contact")
    case = RecordKey("case", None, converted_case_id(signup))

    def act(scribe: Scribe) -> Change | None:
        _write_new(scribe, case, _case_values(view, signup))
        for contact in contacts:
            copy = RecordKey("contact", case.id, derived_id("contact of case", contact.id))
            _write_new(scribe, copy, {name: contact.value(name) for name in _CONTACT})
        seen = scribe.transaction.heads(field_key(view.key, "status"))
        return None if view.value("status") == "converted" else scribe.edit(view.key, "status", "converted", seen)

    return session.edit(case.id, act, initiator, name=steps.converted(view.key.kind))


def _case_values(signup: RecordView, id_: RecordId) -> Mapping[str, Value]:
    named = str(signup.value("municipality") or "")
    return {
        "status": "registered",
        "signup": id_,
        "municipalities": (municipalities().resolve(named) or named,) if named else None,
    } | {to: signup.value(name) for name, to in _COPIED.items()}


def _write_new(scribe: Scribe, record: RecordKey, values: Mapping[str, Value]) -> None:
    for name, value in values.items():
        if value is not None and not scribe.transaction.heads(field_key(record, name)):
            scribe.edit(record, name, value, ())

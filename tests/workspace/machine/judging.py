"""What must be so at each computer, whatever happened."""

from tests.domain.oracles import by_tags
from tests.domain.weave_oracle import Oracle, Shown, Step, shown
from werkboek_desktop.domain.change import DELETED, FieldKey
from werkboek_desktop.domain.history import FieldHistory, elements_of
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.sets import SetChange
from werkboek_desktop.domain.values import ValueType
from werkboek_desktop.domain.view import FieldView, Status
from werkboek_desktop.domain.weave import Text, Variants
from werkboek_desktop.workspace import Workspace


def assert_sound(here: Workspace) -> None:
    """What is kept is what a replay makes, no sentence is lost, invented or back, and sets hold what was added."""
    here.check()
    with here._session.store.read() as reader:
        for key in reader.fields_of():
            view, history = reader.view(key), reader.history(key)
            if view and key.type is ValueType.PROSE:
                assert_sentences(history, view)
            if view and key.type is ValueType.SET and key.field != DELETED:
                assert_elements(key, history, view)


def assert_sentences(history: FieldHistory, view: FieldView) -> None:
    """Judges what is shown by who wrote and who removed each sentence, and by what they saw."""
    oracle = Oracle()
    for entry in history.entries:
        step = Step(entry.id, entry.parents, entry.depth, str(entry.value or ""), entry.parents)
        oracle.learn(step, shown_of(history.at(entry.parents).view()))
    assert oracle.judge(heads_of(history), shown_of(view)) == []


def heads_of(history: FieldHistory) -> list[ChangeId]:
    """Those that say something."""
    return [head.id for head in history.head_entries]


def shown_of(view: FieldView) -> Shown:
    """The sentences that a person sees, in doubt or not."""
    if view.status is not Status.CONFLICT:
        return shown([Text(str(view.value or ""))])
    versions = {head: str(variant.value or "") for variant in view.variants for head in variant.changes}
    return shown(view.parts or [Variants(versions)])


def assert_elements(key: FieldKey, history: FieldHistory, view: FieldView) -> None:
    """An element stands if somebody added it who was not followed by somebody who took it away."""
    changes = [
        SetChange(entry.id, entry.parents, elements_of(entry.value) if entry.has_value else None)
        for entry in history.entries
    ]
    assert elements_of(view.value) == by_tags(changes, heads_of(history)), key

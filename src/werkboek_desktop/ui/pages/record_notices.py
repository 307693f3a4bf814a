"""What a person should know of a record besides its fields: two people wanted something else of the whole of it."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from werkboek_desktop.domain.view import Notice, RecordView
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.widgets.basic import clear, column
from werkboek_desktop.ui.widgets.panels import notice
from werkboek_desktop.ui.words import tr

PLACE = "place"


class RecordNotices(QWidget):
    """A card for each, with the way to settle it; hidden while there is nothing."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[object, ...] = ()
        self._box = column(margins=(0, 4, 12, 4))
        self.setLayout(self._box)
        self.hide()

    def show_view(self, view: RecordView) -> None:
        """What there is to know of this record."""
        if (view.id, view.notices) == self._shown:
            return
        self._shown = (view.id, view.notices)
        clear(self._box)
        for each in view.notices:
            text, action, act = self._about(each, view)
            self._box.addWidget(notice("attn", "git-compare", "attn", text, action, act))
        self.setVisible(bool(view.notices))

    def _about(self, about: Notice, view: RecordView) -> tuple[str, str, Callable[[], object]]:
        who = self._session.name_of(about.by)
        match about.kind:
            case "deleted_and_edited":
                said = tr("heeft dit verwijderd terwijl een ander eraan schreef. Daarom staat het er nog.")
            case "deleted_and_undeleted":
                said = tr("heeft dit verwijderd en een ander zette het terug. Daarom staat het er nog.")
            case "moved":
                said = tr("heeft dit verplaatst, en een ander ook. Het staat waar het hier staat.")
                return f"{who} {said}", tr("Laat het hier"), lambda: self._keep_place(view)
            case _:
                return tr("Hieraan schreef een nieuwer programma: werk dit programma bij."), "", lambda: None
        menu = tr("Toch weg? Verwijder het dan nog eens.")
        return f"{who} {said} {menu}", tr("Laat het staan"), lambda: self._keep(view)

    def _keep(self, view: RecordView) -> None:
        workspace = self._session.workspace
        self._session.act(lambda: workspace.undelete(view.id, initiator=self))

    def _keep_place(self, view: RecordView) -> None:
        workspace, place = self._session.workspace, view.fields[PLACE]
        self._session.act(lambda: workspace.edit(view.id, PLACE, place.value, place.heads, initiator=self))

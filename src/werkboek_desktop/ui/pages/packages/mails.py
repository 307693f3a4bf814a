"""The mails that a bundle goes with: one for each of its files, for the mail would not take them together."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from werkboek_desktop.domain.proofs import Mail
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import clear, label
from werkboek_desktop.ui.widgets.mailing import Mailing
from werkboek_desktop.ui.words import tr


class Mails(QWidget):
    """Each with its own buttons; the first opens by itself, the others when somebody comes to them."""

    def __init__(self) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme().space(16))

    def begin(self, mails: Sequence[Mail], files: Sequence[str]) -> None:
        """Shows them instead of those before, and opens the first. `files`: the name of what each goes with."""
        clear(self._box)
        made = []
        for at, (mail, file) in enumerate(zip(mails, files, strict=True), 1):
            about = f"{tr('mail')} {at} {tr('van')} {len(mails)}" if len(mails) > 1 else ""
            if about:
                self._box.addWidget(label(about.capitalize(), "section"))
            made.append(Mailing(about))
            made[-1].show_mail(mail, [file])
            self._box.addWidget(made[-1])
        made[0].open()

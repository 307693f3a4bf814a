"""One setting on the screen: its input follows from its declaration, and what is wrong stands under it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QFileDialog, QPushButton, QVBoxLayout, QWidget

from werkboek_desktop.errors import Refusal
from werkboek_desktop.settings import Setting
from werkboek_desktop.settings.inputs import Folders, Number, Pick, SettingValue, Switch, Words
from werkboek_desktop.ui.theme.look import theme
from werkboek_desktop.ui.widgets.basic import button, clear, column, label, row
from werkboek_desktop.ui.widgets.flow import Flow
from werkboek_desktop.ui.widgets.inputs import LineInput
from werkboek_desktop.ui.widgets.panels import picture
from werkboek_desktop.ui.widgets.reading import read, takes_tab
from werkboek_desktop.ui.words import tr

type Put = Callable[[object], None]
"""Changes the setting; raises a Refusal."""

NUMBER_WIDTH = 96


class SettingRow(QWidget):
    """Label, input, help; each change holds at once."""

    def __init__(self, entry: Setting, value: SettingValue, put: Put) -> None:
        super().__init__()
        self.entry = entry
        self._put = put
        self._wrong = label("", "caption", "attn", wrap=True)
        self._wrong_row = QWidget()
        self._wrong_row.setLayout(row(picture("circle-alert", "attn", 16), self._wrong, gap=6))
        help_text = label(entry.help, "caption", "text2", wrap=True)
        name = [] if isinstance(entry.input, Switch) else [label(entry.label, "label")]
        self.setLayout(column(*name, self._input(value), help_text, self._wrong_row, gap=4))
        self._wrong_row.hide()

    def _input(self, value: SettingValue) -> QWidget:
        match self.entry.input:
            case Pick(options):
                return self._pick(options, value)
            case Switch():
                return self._switch(value)
            case Folders():
                return self._folders(value)
            case Words() as words:
                return self._line(words.say(value) if value else "")
            case Number(unit=unit):
                line = self._line(str(value))
                line.setFixedWidth(theme().px(NUMBER_WIDTH))
                holder = QWidget()
                holder.setLayout(row(line, label(unit), 0))
                return holder
        return self._line(str(value))

    def _line(self, text: str) -> LineInput:
        line = LineInput()
        line.show_text(text)
        line.setAccessibleName(self.entry.label)
        line.setAccessibleDescription(self.entry.help)

        def typed() -> None:
            if line.text() != text or self.wrong():
                self.put(self.entry.input.read([line.text()]))

        line.left.connect(typed)
        line.returnPressed.connect(typed)
        return line

    def _switch(self, value: SettingValue) -> QWidget:
        box = QCheckBox(self.entry.label)
        box.setAccessibleDescription(self.entry.help)
        box.setChecked(bool(value))
        box.clicked.connect(self.put)
        return box

    def _pick(self, options: dict[str | int, str], value: SettingValue) -> QWidget:
        holder = QWidget()
        flow = Flow(holder, gap=8)
        group = QButtonGroup(holder)
        for option, word in options.items():
            pill = QPushButton(word)
            pill.setProperty("kind", "pill")
            pill.setCheckable(True)
            pill.setAutoDefault(False)
            pill.setChecked(option == value)
            pill.setAccessibleName(f"{self.entry.label}: {word}")
            pill.clicked.connect(lambda _checked=False, option=option: self.put(option))
            group.addButton(pill)
            flow.addWidget(pill)
        return holder

    def _folders(self, value: SettingValue) -> QWidget:
        self._paths = list(value) if isinstance(value, tuple) else []
        self._list = QVBoxLayout()
        self._list.setSpacing(theme().space(4))
        self._path = LineInput()
        self._path.setAccessibleName(tr("Nog een map"))
        self._path.setPlaceholderText(tr("bijv. E:\\back-ups"))
        self._path.returnPressed.connect(self._add)
        holder = QWidget()
        choose = button(tr("Kies map"), self._ask, "", "folder-open")
        add = button(tr("Voeg toe"), self._add, "", "plus")
        holder.setLayout(column(self._list, row(self._path, choose, add), gap=8))
        self._show_folders()
        return holder

    def _show_folders(self) -> None:
        clear(self._list)
        for path in self._paths:
            drop = button("", partial(self._drop, path), "quiet", "x", f"{path} {tr('weghalen')}")
            line = row(picture("folder-open", "text2"), label(path, wrap=True), drop)
            line.setStretch(1, 1)
            holder = QWidget()
            holder.setLayout(line)
            self._list.addWidget(holder)

    def _ask(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Waar komen ook back-ups?"))
        if chosen:
            self._path.setText(chosen)
            self._add()

    def _add(self) -> None:
        path = self._path.text().strip()
        if path and self._put_folders([*self._paths, path]):
            self._path.clear()

    def _drop(self, path: str) -> None:
        self._put_folders([each for each in self._paths if each != path])
        self._path.setFocus()

    def _put_folders(self, paths: list[str]) -> bool:
        if not self.put(tuple(paths)):
            return False
        self._paths = paths
        self._show_folders()
        return True

    def put(self, value: object) -> bool:
        """Changes the setting; says under it why that cannot be."""
        try:
            self._put(value)
        except Refusal as error:
            self._wrong.setText(f"{error.message} {error.advice}")
            self._wrong_row.show()
            return False
        self._wrong_row.hide()
        return True

    def enter(self) -> None:
        """Puts the keyboard in it, at what is chosen."""
        parts = [each for each in read(self) if takes_tab(each)]
        chosen = (each for each in parts if isinstance(each, QPushButton) and each.isChecked())
        next(chosen, parts[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def wrong(self) -> str:
        """What stands under it, if anything."""
        return "" if self._wrong_row.isHidden() else self._wrong.text()

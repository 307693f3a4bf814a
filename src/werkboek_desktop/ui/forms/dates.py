"""The editor of a day: typed as people type it, or picked from a small calendar."""

from werkboek_desktop.domain.fields import Field
from werkboek_desktop.ui.forms.editor import LineEditor, Today
from werkboek_desktop.ui.widgets.calendar import DayPicker
from werkboek_desktop.ui.words import tr

DAY = 176
"""How wide the longest date is with its calendar, at 100 %."""


class DateEditor(LineEditor):
    """A line for a day, with its calendar."""

    def __init__(self, field: Field, today: Today) -> None:
        super().__init__(field, today)
        self.calendar = DayPicker(self.input, field.label, today)
        self.calendar.picked.connect(self._take)
        self.input.setPlaceholderText(tr("bijv. 26 jan 2021"))

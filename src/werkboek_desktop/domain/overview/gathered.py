"""All cases together, with what every view of them needs: worked out once, beside the window."""

from collections.abc import Iterable, Mapping

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.overview.entry import Entry
from werkboek_desktop.domain.overview.facets import STATUS, Spread, sums
from werkboek_desktop.domain.overview.views import View, in_first_order


class Gathered:
    """The cases of a project at one moment."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = {entry.id: entry for entry in entries}
        every = list(self.entries.values())
        self.orders = {view: in_first_order(view, every) for view in View}
        self.statuses = sums(every, STATUS)
        self.spread = Spread(every)

    def changed(self, fresh: Mapping[RecordId, Entry | None]) -> "Gathered":
        """The same with these cases as they are now; None for one that is deleted."""
        kept = (entry for case, entry in self.entries.items() if case not in fresh)
        return Gathered([*kept, *filter(None, fresh.values())])

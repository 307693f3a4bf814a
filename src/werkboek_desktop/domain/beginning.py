"""What somebody begins with in a project that is new to them."""

from collections.abc import Collection, Mapping

from werkboek_desktop.domain.ids import RecordId


def meant_for(turns: Mapping[RecordId, RecordId], me: Collection[RecordId], *, partial: bool) -> list[RecordId]:
    """The cases whose turn (case → person, empty: nobody's) is mine; else what was chosen for me; else the only one.

    `partial`: not the whole project came, so what came was chosen.
    """
    mine = [case for case, person in turns.items() if person in me]
    everything = list(turns)
    return mine or (everything if partial or len(everything) == 1 else [])

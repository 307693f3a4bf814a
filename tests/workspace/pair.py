"""A project of Marit's, and Yusuf's copy of it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.domain.values import Value
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, import_into


class Pair:
    """Marit and Yusuf, each at their own computer, with the same case; both computers go by one clock."""

    def __init__(self, folder: Path, clock: Callable[[], int] | None = None, **case: Value) -> None:
        here = App.of_this_computer()
        marit, yusuf = (replace(here, folder=folder / name, clock=clock or here.clock) for name in "my")
        self.folder, self.sent = folder, 0
        self.marit = Workspace.create(folder / "marit.werkboek", marit, name="Boek", author="Marit de Wit")
        self.case = self.make("case", None, title="De Kolenbuurt", status="editing", **case)
        self.fill()
        self.marit.export(folder / "begin.wbx")
        import_into(folder / "yusuf.werkboek", yusuf, [folder / "begin.wbx"], author="Yusuf Şahin")
        self.yusuf = Workspace.open(folder / "yusuf.werkboek", yusuf, author="Yusuf Şahin")

    def fill(self) -> None:
        """What else there is before Yusuf has it."""

    def make(self, kind: str, owner: RecordId | None = None, **fields: Value) -> RecordId:
        """A record of Marit's."""
        return str(self.marit.create_record(kind, owner, fields).record)

    def send(self, of: Workspace, to: Workspace) -> None:
        """All that one of them has."""
        self.sent += 1
        bundle = self.folder / f"{self.sent}.wbx"
        of.export(bundle)
        to.import_([bundle])

    def close(self) -> None:
        """Both let their files go."""
        self.marit.close()
        self.yusuf.close()

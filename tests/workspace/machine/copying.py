"""Files that are copied, restored, rolled back, and laptops that are cloned with all that is on them."""

import shutil
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.workspace.machine.computers import WHO, YEAR, Clock, Computer, World
from tests.workspace.machine.sending import MOST
from tests.workspace.machine.words import words_stored
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.domain.ids import ChangeId
from werkboek_desktop.domain.tips import forks
from werkboek_desktop.workspace import restore

FEW = st.integers(0, 3)


class Copying(World):
    """What happens to the file outside the program."""

    def __init__(self) -> None:
        super().__init__()
        self.unsure: dict[Path, set[str]] = {}
        """By file: words of a later one that this took the place of, which its backups may still have."""
        self.rolled_back: set[ChangeId] = set()
        """What was in a file that an earlier one took the place of: gone, unless somebody else had it."""
        self.kept: list[tuple[Computer, Path]] = []

    @precondition(lambda self: len(self.computers) < MOST)
    @rule(who=WHO, elsewhere=st.booleans())
    def copy(self, who: int, elsewhere: bool) -> None:
        """Somebody copies the file, beside it or to another computer, and works in both."""
        here = self.at(who)
        file = self.copied(here)
        self.add(file, self.new_app(here.name) if elsewhere else here.app, here.name)

    @precondition(lambda self: len(self.computers) < MOST)
    @rule(who=WHO)
    def clone_laptop(self, who: int) -> None:
        """A whole laptop is copied, keys and all, so that both go on as one writer."""
        here = self.at(who)
        app = self.new_app(here.name, here.app.folder)
        app.save_settings(here.app.settings())
        file = self.copied(here)
        with here.app.incarnation(here.file) as old, app.incarnation(file) as new:
            new.writers, new.persons = dict(old.writers), list(old.persons)
        self.add(file, app, here.name)

    @precondition(lambda self: len(self.computers) < MOST)
    @rule(who=WHO)
    def restore(self, who: int) -> None:
        """Somebody restores a backup beside the file, and works in both."""
        here, file = self.at(who), self.new_file()
        backup = here.workspace.backup(self.new_file(".backup")).path
        restore(backup, file, here.app)
        self.add(file, here.app, here.name)

    @rule(who=WHO)
    def keep(self, who: int) -> None:
        """A stick, a synced folder or a backup program keeps the file as it is now."""
        here = self.at(who)
        self.kept.append((here, self.copied(here)))

    @precondition(lambda self: self.kept)
    @rule(which=FEW)
    def roll_back(self, which: int) -> None:
        """It takes the place of the file again, under the same name."""
        here, kept = self.kept[which % len(self.kept)]
        before = here.changes()
        here.workspace.close()
        shutil.copy(kept, here.file)
        here.open()
        self.rolled_back |= before.keys() - here.ids()
        self.unsure.setdefault(here.file, set()).update(words_stored(str(one.value) for one in before.values()))

    def copied(self, here: Computer) -> Path:
        """The file as somebody copies it who closed the program first."""
        file = self.new_file()
        here.workspace.close()
        shutil.copy(here.file, file)
        here.open()
        return file

    @rule(who=WHO, years=st.integers(-60, 300))
    def set_clock(self, who: int, years: int) -> None:
        """A clock is put right, or wrong."""
        clock = self.at(who).app.clock
        assert isinstance(clock, Clock)
        clock.now = max(1, 10**9 + years * YEAR)

    def forked(self) -> set[str]:
        """The writers that went on at two places, by all that is anywhere."""
        everything: dict[str, set[ChangeId]] = {}
        for computer in self.computers:
            for change in computer.changes().values():
                everything.setdefault(f"{change.header.writer} {change.header.prev}", set()).add(change.id)
        return {key.split()[0] for key, ids in everything.items() if len(ids) > 1}

    def assert_flagged(self, here: Computer) -> None:
        """Whoever has both branches can see that there are two."""
        with here.workspace._session.store.read() as reader:
            found = {writer for scope in Scope for writer in forks(reader.links(scope))}
        assert found == self.forked()

"""Files that are copied, restored, rolled back, and laptops that are cloned with all that is on them."""

import shutil
from collections import Counter
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.workspace.machine.computers import WHO, YEAR, Clock, Computer, World
from tests.workspace.machine.sending import MOST
from tests.workspace.machine.words import words_stored
from werkboek_desktop.domain.forks import Sort
from werkboek_desktop.domain.ids import ChangeId
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
    @rule(who=WHO, how=st.sampled_from(["beside it", "elsewhere", "laptop", "backup"]))
    def double(self, who: int, how: str) -> None:
        """The file is copied, or the whole laptop, or a backup is restored, and people work in both."""
        here = self.at(who)
        if how == "laptop":
            self.clone_laptop(here)
        elif how == "backup":
            file = self.new_file()
            restore(here.workspace.backup(self.new_file(".backup")).path, file, here.app)
            self.add(file, here.app, here.name)
        else:
            self.add(self.copied(here), here.app if how == "beside it" else self.new_app(here.name), here.name)

    def clone_laptop(self, here: Computer) -> None:
        """All of it, keys and all, so that both go on as one writer."""
        app = self.new_app(here.name, here.app.folder)
        app.save_settings(here.app.settings())
        file = self.copied(here)
        with here.app.incarnation(here.file) as old, app.incarnation(file) as new:
            new.writers, new.persons = dict(old.writers), list(old.persons)
        self.add(file, app, here.name)

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

    def assert_flagged(self, here: Computer) -> None:
        """Whoever has both branches of a writer is told, and nobody else."""
        followers = Counter((one.header.writer, one.header.prev) for one in here.changes().values())
        told = any(fork.sort is Sort.CHAIN for fork in here.workspace.forks())
        assert told == any(count > 1 for count in followers.values())

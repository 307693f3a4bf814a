"""Imports that are taken back at one computer, and come again."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.workspace.machine.computers import PASSPHRASE, WHICH, WHO, Post
from tests.workspace.machine.sending import Sending
from werkboek_desktop.workspace import FileReport


class TakingBack(Sending):
    """What was set aside is still stored, and counts in the receipt."""

    def __init__(self) -> None:
        super().__init__()
        self.came: dict[str, Post] = {}
        """By the id of a bundle."""

    def told(self, post: Post, report: FileReport) -> None:
        """Which bundle a file is."""
        if report.bundle:
            self.came[report.bundle] = post

    @rule(who=WHO, which=WHICH, undo=st.booleans())
    def take_back(self, who: int, which: int, undo: bool) -> None:
        """Somebody takes an import back, or lifts that: a preview says what shows otherwise, and nothing is written."""
        here = self.at(who)
        received = here.workspace.received()
        if received:
            bundle = received[which % len(received)].id
            stored, promised = here.ids(), here.workspace.aside_preview(bundle, undo=undo)
            done = here.workspace.aside(bundle, undo=undo)
            assert (done.goes, done.stays) == (promised.goes, promised.stays)
            assert stored <= here.ids()

    @precondition(lambda self: self.came)
    @rule(who=WHO, which=WHICH)
    def take_back_and_again(self, who: int, which: int) -> None:
        """Taken back and imported again is as if it had never been taken back."""
        here = self.at(who)
        bundle, post = list(self.came.items())[which % len(self.came)]
        here.workspace.import_([post.path], passphrase=PASSPHRASE)
        here.workspace.seal_all()
        before = here.document()
        here.workspace.aside(bundle)
        here.workspace.import_([post.path], passphrase=PASSPHRASE)
        assert here.document() == before

    def lift_all(self) -> None:
        """Nothing is taken back any more, at any computer."""
        for computer in self.computers:
            for arrival in computer.workspace.received():
                computer.workspace.aside(arrival.id, undo=True)

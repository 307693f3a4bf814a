"""Bundles that are made, late, lost, repeated, damaged, and taken in one by one or together."""

from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from tests.workspace.machine.computers import NAMES, PASSPHRASE, WHICH, WHO, Computer, Post, World
from werkboek_desktop.domain.change import Scope
from werkboek_desktop.errors import UnknownReceiver
from werkboek_desktop.workspace import FileReport, Result

MOST = 6
"""Computers, copies included."""
CHOSEN = ("case", "day", "one", "attendee")
"""Records that may go by themselves."""


class Sending(World):
    """What goes from one computer to another."""

    @rule(who=WHO, people=st.booleans(), to=WHO, since=st.booleans())
    def send(self, who: int, people: bool, to: int, since: bool) -> None:
        """A bundle, with what the other lacks where that is known; it may arrive, or not, or twice."""
        self.post(self.at(who), people=people, to=self.at(to) if since else None)

    @rule(who=WHO, people=st.booleans(), to=WHO, since=st.booleans(), only=st.sets(st.sampled_from(CHOSEN), min_size=1))
    def send_chosen(self, who: int, people: bool, to: int, since: bool, only: set[str]) -> None:
        """Only some records with all they own."""
        if self.here(who, *only):
            people = people or "attendee" in only
            self.post(self.at(who), people=people, to=self.at(to) if since else None, only=only)

    def post(
        self, sender: Computer, *, people: bool, to: Computer | None = None, only: Collection[str] = frozenset()
    ) -> Post:
        """Makes it; whole where nothing was ever received of the other."""
        out = self.new_file(".wbx")
        records = [self.ids[slug] for slug in only]
        content = sender.visible(Scope if people else (Scope.WORK,), records)
        export = partial(
            sender.workspace.export, out, people=people, only=records, passphrase=PASSPHRASE if people else None
        )
        try:
            export(to=to.sender if to else None, since_received=bool(to))
        except UnknownReceiver:
            export()
        self.posted.append(Post(out, frozenset(content)))
        return self.posted[-1]

    @precondition(lambda self: self.posted)
    @rule(who=WHO, which=WHICH)
    def receive(self, who: int, which: int) -> None:
        """Whatever bundle arrives, a preview says what its import does, and then nothing of it is new."""
        here, post = self.at(who), self.posted[which % len(self.posted)]
        before = here.workspace.state_hash()
        promised = here.workspace.preview([post.path], passphrase=PASSPHRASE)
        assert here.workspace.state_hash() == before
        report = here.workspace.import_([post.path], passphrase=PASSPHRASE)
        assert report == replace(promised, files=tuple(replace(each, fresh=frozenset()) for each in promised.files))
        self.arrived(here, post, report.files[0])
        (again,) = here.workspace.import_([post.path], passphrase=PASSPHRASE).files
        assert (again.result, again.new) == (Result.KNOWN, 0)

    @precondition(lambda self: self.posted)
    @rule(who=WHO, which=st.lists(WHICH, min_size=2, max_size=4))
    def receive_several(self, who: int, which: list[int]) -> None:
        """A folder of them at once, in whatever order, maybe one twice."""
        here, posts = self.at(who), [self.posted[number % len(self.posted)] for number in which]
        files = here.workspace.import_([post.path for post in posts], passphrase=PASSPHRASE).files
        for post, report in zip(posts, files, strict=True):
            self.arrived(here, post, report)

    def told(self, post: Post, report: FileReport) -> None:
        """Which bundle it is."""

    def arrived(self, here: Computer, post: Post, report: FileReport) -> None:
        """Who is not told that something lacks has all that the sender had."""
        assert report.error is None
        self.told(post, report)
        assert report.lacking or post.content <= here.ids()

    @rule(who=WHO, to=WHO, people=st.booleans())
    def answer(self, who: int, to: int, people: bool) -> None:
        """Two send each other what the other lacks: whoever left the people out leaves no gap."""
        one, other = self.at(who), self.at(to)
        for sender, receiver, with_people in ((one, other, people), (other, one, False), (one, other, True)):
            post = self.post(sender, people=with_people, to=receiver)
            (report,) = receiver.workspace.import_([post.path], passphrase=PASSPHRASE).files
            self.arrived(receiver, post, report)

    @precondition(lambda self: self.posted)
    @rule(who=WHO, which=WHICH, at=st.floats(0, 1, exclude_max=True), bit=st.integers(0, 7))
    def receive_damaged(self, who: int, which: int, at: float, bit: int) -> None:
        """One bit was changed on the way: it is refused and nothing changed here, or says just what it said."""
        here, post = self.at(who), self.posted[which % len(self.posted)]
        data = bytearray(post.path.read_bytes())
        data[int(at * len(data))] ^= 1 << bit
        damaged = self.new_file(".wbx")
        damaged.write_bytes(data)
        before = here.document()
        (report,) = here.workspace.import_([damaged], passphrase=PASSPHRASE).files
        if report.result is Result.REFUSED:
            assert here.document() == before
        else:  # a packer fills its last byte with bits that mean nothing
            (whole,) = here.workspace.import_([post.path], passphrase=PASSPHRASE).files
            assert (whole.bundle, whole.new) == (report.bundle, 0)

    @precondition(lambda self: self.posted and len(self.computers) < MOST)
    @rule(which=WHICH)
    def join_late(self, which: int) -> None:
        """A new colleague begins with whatever bundle somebody gave them."""
        name = NAMES[len(self.computers)]
        self.add(self.new_file(), self.new_app(name), name, self.posted[which % len(self.posted)].path)

    @rule(who=WHO)
    def reopen(self, who: int) -> None:
        """The program stops and starts."""
        here = self.at(who)
        here.workspace.close()
        here.open()

    def exchange(self) -> Post:
        """Everybody sends all they have to one of them, who sends it all to everybody: the bundle of that."""
        hub, *others = self.computers
        outs = [self.post(computer, people=True).path for computer in others]
        self.random.shuffle(outs)
        self.take_in(hub, outs)
        whole = self.post(hub, people=True)
        for computer in others:
            self.take_in(computer, [whole.path])
        return whole

    def take_in(self, here: Computer, paths: Collection[Path]) -> None:
        """All of it counts."""
        for report in here.workspace.import_(paths, passphrase=PASSPHRASE).files:
            assert report.error is None

"""The bytes of a bundle, or of several where one would be too large for the mail."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from werkboek_desktop.bundle.keys import OwnKey, verify_change
from werkboek_desktop.bundle.signatures import chain_ends
from werkboek_desktop.domain.change import Change
from werkboek_desktop.domain.erasing import proofs, provable
from werkboek_desktop.domain.ids import RecordId, WriterId
from werkboek_desktop.errors import BundleTooLarge
from werkboek_desktop.workspace.parting import Weights, pieces

if TYPE_CHECKING:
    from werkboek_desktop.bundle.writer import Contents

_FILLED = 0.95
"""How much of the room is filled by what things weigh, for that is an estimate."""
_LOCK, _STRETCH, _TAG = 300, 64 * 1024, 16
"""age adds a header, and so many bytes to each stretch."""


class Packed(NamedTuple):
    """One bundle, not locked yet."""

    data: bytes
    contents: "Contents"


@dataclass(frozen=True, slots=True)
class Packer:
    """Packs a shipment. `everywhere` are those of its changes that belong in each part."""

    whole: "Contents"
    everywhere: Sequence[Change]
    weights: Weights
    owners: Mapping[RecordId, RecordId]
    key: OwnKey
    numbers: Iterator[int]

    def parts(self, room: int | None) -> Iterator[Packed]:
        """About as few as it takes, each of `room` bytes at most once it is locked; None: it is one, however large.

        Only what cannot be split is larger: one change with its file, or what belongs in each part. Raises
        BundleTooLarge where that is over a limit of the format.
        """
        if room is None:
            yield self._pack(replace(self.whole, number=next(self.numbers)))
            return
        common = {change.id for change in self.everywhere}
        rest = [change for change in self.whole.changes if change.id not in common]
        yield from self._split(rest, next(self.numbers), room)

    def _split(self, changes: Sequence[Change], number: int, room: int) -> Iterator[Packed]:
        packed = self._try(changes, number)
        if packed and (locked_size(packed) <= room or len(changes) < 2):
            yield packed
            return
        least = locked_size(self._pack(self._part((), number)))
        room, weight = max(room, 2 * least), self.weights.together(changes)
        share = _FILLED * (room - least) / (locked_size(packed) - least) if packed else 0.5
        for at, portion in enumerate(pieces(changes, self.weights, min(int(weight * share), weight - 1), self.owners)):
            yield from self._split(portion, next(self.numbers) if at else number, room)

    def _try(self, changes: Sequence[Change], number: int) -> Packed | None:
        try:
            return self._pack(self._part(changes, number))
        except BundleTooLarge:
            if len(changes) < 2:
                raise
            return None

    def _part(self, changes: Sequence[Change], number: int) -> "Contents":
        together = [*self.everywhere, *changes]
        here = {change.id for change in together}
        together += [one for one in proofs(together, self.whole.changes) if one.id not in here]
        named = (self.weights.files.get(change.id) for change in changes)
        return replace(
            self.whole,
            number=number,
            changes=together,
            partial=self.whole.partial or len(together) < len(self.whole.changes),
            attachments={name: self.whole.attachments[name] for name in named if name},
        )

    def _pack(self, contents: "Contents") -> Packed:
        from werkboek_desktop.bundle.writer import to_bytes  # pydantic makes every command a fifth slower

        contents = replace(contents, changes=_acceptable(contents.changes, contents.writers))
        return Packed(to_bytes(contents, self.key), contents)


class Keyed(Protocol):
    """A writer, by the key that signs for it."""

    @property
    def key(self) -> bytes:
        """Public, 32 bytes."""


def _acceptable(changes: Sequence[Change], writers: Mapping[WriterId, Keyed]) -> Sequence[Change]:
    """Those that a receiver takes: what does not prove itself may have been what shows that another is dead."""
    kept: Sequence[Change] = ()
    while len(kept) != len(changes):
        kept, changes = changes, proven(provable(changes), writers)
    return changes


def proven(changes: Sequence[Change], writers: Mapping[WriterId, Keyed]) -> list[Change]:
    """Those of which a receiver will find the signature sound.

    An import checks the last one of each chain. Where that one does not go, the one before it must hold by itself; if
    it does not, who wrote it signed it falsely, and nobody would take this bundle.
    """
    kept = list(changes)
    while bad := {end.id for end in chain_ends(kept) if not verify_change(end, writers[end.header.writer].key)}:
        kept = [change for change in kept if change.id not in bad]
    return kept


def locked_size(packed: Packed) -> int:
    """Its bytes with a passphrase, and a little more than without one."""
    return len(packed.data) + _LOCK + _TAG * (len(packed.data) // _STRETCH + 1)

"""What one change did to the tokens it built on: worked out once, kept for ever."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from werkboek_desktop.domain.ids import ChangeId

_ID = 32


class Token(NamedTuple):
    """A token's identity: the change that wrote it and its place among the tokens of that change's value."""

    change: ChangeId
    place: int


class Run(NamedTuple):
    """New tokens that stand together: `length` from place `first` on, behind `left` (None: at the start)."""

    left: Token | None
    first: int
    length: int


@dataclass(frozen=True, slots=True)
class Act:
    """What a change wrote, what it removed, and what it kept of the conflicts that it decided."""

    runs: tuple[Run, ...]
    removed: tuple[Token, ...]
    decided: tuple[Token, ...]

    def to_bytes(self) -> bytes:
        """The ids it names, 32 bytes each, then three lists of numbers; numbers take 7 bits a byte."""
        named = [run.left for run in self.runs if run.left] + [*self.removed, *self.decided]
        ids = sorted({token.change for token in named})
        at = {change: i for i, change in enumerate(ids, 1)}
        runs = [(_pair(run.left, at), run.first, run.length) for run in self.runs]
        return b"".join(
            (
                _packed(len(ids)),
                *map(bytes.fromhex, ids),
                _packed(len(runs), *(n for left, first, length in runs for n in (*left, first, length))),
                *(
                    _packed(len(tokens), *(n for token in tokens for n in _pair(token, at)))
                    for tokens in (self.removed, self.decided)
                ),
            )
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> "Act":
        """Reads what `to_bytes` wrote."""
        stream = iter(data)
        ids = [bytes(next(stream) for _ in range(_ID)).hex() for _ in range(_number(stream))]

        def token() -> Token | None:
            at, place = _number(stream), _number(stream)
            return Token(ids[at - 1], place) if at else None

        def tokens() -> Iterator[Token]:
            return (found for _ in range(_number(stream)) if (found := token()))

        runs = tuple(Run(token(), _number(stream), _number(stream)) for _ in range(_number(stream)))
        return cls(runs, tuple(tokens()), tuple(tokens()))


def _pair(token: Token | None, at: dict[ChangeId, int]) -> tuple[int, int]:
    return (at[token.change], token.place) if token else (0, 0)


def _packed(*numbers: int) -> bytes:
    packed = bytearray()
    for number in numbers:
        rest = number
        while rest > 0x7F:
            packed.append(rest & 0x7F | 0x80)
            rest >>= 7
        packed.append(rest)
    return bytes(packed)


def _number(stream: Iterator[int]) -> int:
    number = shift = 0
    while (byte := next(stream)) > 0x7F:
        number |= (byte & 0x7F) << shift
        shift += 7
    return number | byte << shift

"""Bundles that never change: what docs/format.md lists, and what every program that reads format 1 has to read.

python -m tests.bundle.vectors writes those that are not there yet.
"""

import json
import sys
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from tests.bundle import tiny_reader
from tests.bundle.age import lock_quickly
from tests.bundle.samples import CASE, KEY, OTHER, PEOPLE, PHOTO, Pen, contents, small
from werkboek_desktop.bundle.writer import Contents, to_bytes
from werkboek_desktop.domain.change import Change, Op
from werkboek_desktop.domain.values import Place, Value, ValueType

FOLDER = Path(__file__).parents[1] / "data" / "golden"
PASSPHRASE = "drie woorden samen"
LOCKED = "people"


VALUES: dict[ValueType, Value] = {
    ValueType.PROSE: "Eén straat.\nTwee.",
    ValueType.LINE: "De Kade",
    ValueType.SET: ("a", "b"),
    ValueType.INTEGER: -12,
    ValueType.DECIMAL: "-0.5",
    ValueType.DATE: "2026-02-28",
    ValueType.MONTH: "2026-02",
    ValueType.TIME: "23:59",
    ValueType.ENUM: "wijk",
    ValueType.REFERENCE: "ab" * 16,
    ValueType.BOOLEAN: True,
    ValueType.ATTACHMENT: sha256(PHOTO).hexdigest(),
    ValueType.PLACE: Place(CASE, "0.25"),
}


def every_type() -> Contents:
    """A value of each type, and each cleared again."""
    pen = Pen()
    changes: list[Change] = []
    for type_, value in VALUES.items():
        first = pen.write(value, field=type_.value, type=type_)
        changes += (first, pen.write(None, field=type_.value, type=type_, seen=[first]))
    return contents(changes, attachments={sha256(PHOTO).hexdigest(): PHOTO})


def erased() -> Contents:
    """An erase of a field and one of a record, headers that lost their value, and a clean text over them."""
    pen = Pen()
    first = pen.write("Jan woont op nummer 4.")
    gone = Change(first.header, None, first.signature)
    erase = pen.write(None, op=Op.ERASE, body=None)
    clean = pen.write("Iemand woont er.", seen=[erase])
    record = pen.write(None, op=Op.ERASE, body=None, field=None, type=None, record="ee" * 16)
    return contents([gone, erase, clean, record])


def only_since() -> Contents:
    """What came after a receipt, built on what the receiver has, of two writers, one of whom forked."""
    pen, other = Pen(), Pen(OTHER)
    base = pen.write("Hier begon het. Toen niets.")
    later = pen.write("Hier begon het. Toen veel.", seen=[base])
    fork = other.write("Hier begon het.", seen=[base, later])
    other.last = None
    twin = other.write("Hier begon niets.", seen=[later])
    return contents([later, fork, twin], since={"work": (base.id,)}, tips={"work": tuple(sorted((later.id, fork.id)))})


def people() -> Contents:
    """Both scopes; it leaves in age only."""
    pen, work = Pen(PEOPLE), Pen()
    name = pen.write("Sanne", kind="attendee", field="first_name", type=ValueType.LINE)
    case = work.write("Kade", field="title", type=ValueType.LINE)
    return contents([name, case], name=None, tips={"people": (name.id,), "work": (case.id,)})


def partial() -> Contents:
    """A chosen record and what it owns: of its writer's chain some links stay behind, and are named by their ids."""
    pen, other = Pen(), Pen(OTHER)
    title = pen.write("Kade", field="title", type=ValueType.LINE)
    pen.write("Haven", field="title", type=ValueType.LINE, record="ab" * 16)
    text = pen.write("De kade was leeg.")
    owned = pen.write("Sluiting", kind="measure", record="dd" * 16, owner=CASE, field="measure", type=ValueType.LINE)
    answer = other.write("De kade was vol.", seen=[text])
    tips = tuple(sorted((owned.id, answer.id)))
    return contents([title, text, owned, answer], partial=True, number=7, tips={"work": tips})


def receipt() -> Contents:
    """No changes at all: what its sender has."""
    return contents([], tips={"work": ("ab" * 32,)}, name=None)


VECTORS: Mapping[str, Callable[[], Contents]] = {
    "whole": small,
    "types": every_type,
    "since": only_since,
    "partial": partial,
    "erase": erased,
    "receipt": receipt,
    LOCKED: people,
}


def main() -> int:
    """Writes NAME.wbx and what the tiny reader lists of it; a vector that is there is never written again."""
    for name, made in VECTORS.items():
        path = FOLDER / f"{name}.wbx"
        if not path.exists():
            data = to_bytes(made(), KEY)
            listed = tiny_reader.listed(data)
            path.write_bytes(lock_quickly(data, PASSPHRASE) if name == LOCKED else data)
            text = json.dumps(listed, ensure_ascii=False, indent=1)
            path.with_suffix(".json").write_text(text + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

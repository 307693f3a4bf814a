"""What is damaged: a small bundle of every shape there is, and the same in what mail puts round it."""

from collections.abc import Sequence
from hashlib import sha256
from typing import NamedTuple

from tests.bundle.age import lock_quickly
from tests.bundle.samples import CASE, KEY, OTHER, PEOPLE, PHOTO, Pen, contents, small
from tests.bundle.test_envelope import armored
from tests.bundle.test_wrapped import forwarded, mail, zipped
from werkboek_desktop.bundle.writer import Contents, to_bytes
from werkboek_desktop.domain.change import Change, Op
from werkboek_desktop.domain.values import Place, Value, ValueType

PASSPHRASE = "drie woorden samen"


class Shape(NamedTuple):
    """A sound bundle: what is in it, its bytes, and the file that it comes as."""

    contents: Contents
    plain: bytes
    file: bytes


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
    """Both scopes, chosen records only."""
    pen, work = Pen(PEOPLE), Pen()
    name = pen.write("Sanne", kind="attendee", field="first_name", type=ValueType.LINE)
    case = work.write("Kade", field="title", type=ValueType.LINE)
    return contents([name, case], partial=True, name=None, tips={"people": (name.id,), "work": (case.id,)})


def shapes() -> Sequence[Shape]:
    """All of them."""
    made = [
        (each, to_bytes(each, KEY)) for each in (small(), every_type(), erased(), only_since(), people(), contents([]))
    ]
    plain = [Shape(inside, data, data) for inside, data in made]
    inside, data = made[3]
    around = [
        lock_quickly(data, PASSPHRASE),
        armored(lock_quickly(data, PASSPHRASE)),
        zipped({"lees mij.txt": b"Hoi", "a.wbx": data}),
        mail({"a.wbx": data}),
        mail({"a.wbx": data}, "quoted-printable"),
        forwarded(mail({"a.zip": zipped({"a.wbx": data, "b.wbx": made[5][1]})})),
    ]
    return [*plain, *(Shape(inside, data, file) for file in around)]


SHAPES = shapes()

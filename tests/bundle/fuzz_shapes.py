"""What is damaged: a small bundle of every shape there is, and the same in what mail puts round it."""

from collections.abc import Sequence
from typing import NamedTuple

from tests.bundle.age import lock_quickly
from tests.bundle.samples import KEY, contents, small
from tests.bundle.test_envelope import armored
from tests.bundle.test_wrapped import forwarded, mail, zipped
from tests.bundle.vectors import PASSPHRASE, erased, every_type, only_since, people
from werkboek_desktop.bundle.writer import Contents, to_bytes


class Shape(NamedTuple):
    """A sound bundle: what is in it, its bytes, and the file that it comes as."""

    contents: Contents
    plain: bytes
    file: bytes


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

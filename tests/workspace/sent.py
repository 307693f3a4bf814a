"""What is in a bundle that was made, and photos that make it large."""

from pathlib import Path
from random import Random

from tests.workspace.two import Two
from werkboek_desktop.bundle.reader import Bundle, read
from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.settings import Settings
from werkboek_desktop.workspace import FromFile

PASSPHRASE = "drie fietsen in de gracht"


def opened(path: Path, passphrase: str | None = None) -> Bundle:
    return read(path.read_bytes(), kind_scope=lambda _kind: None, passphrase=passphrase)


def records(path: Path) -> set[RecordId]:
    return {change.header.record for change in opened(path).changes}


class Photos:
    """A project with files that the mail does not take at once."""

    def __init__(self, two: Two, folder: Path) -> None:
        two.anna._session.app.save_settings(Settings(author="Anna", computer="laptop", mail_limit_mb=1))
        self.two, self.chance = two, Random(4)
        for number in range(3):
            case = two.make("case", title=f"Haven {number}")
            for _ in range(2):
                self.add(folder, case, 250_000)

    def add(self, folder: Path, case: RecordId, size: int) -> None:
        path = folder / "bijlage.pdf"
        path.write_bytes(b"%PDF-1.7" + self.chance.randbytes(size))
        target = self.two.anna.new_record("document", case)
        self.two.anna.set_field(target, "file", FromFile(path))

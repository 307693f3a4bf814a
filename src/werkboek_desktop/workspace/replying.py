"""A bundle back to somebody, with the mail that it goes with."""

from glob import escape
from pathlib import Path
from typing import NamedTuple

from werkboek_desktop.domain.covering import covering_mails
from werkboek_desktop.domain.proofs import Mail
from werkboek_desktop.domain.today_lines import person_of
from werkboek_desktop.workspace import sending
from werkboek_desktop.workspace.arriving import file_name, numbered
from werkboek_desktop.workspace.going import Request
from werkboek_desktop.workspace.model import Exported
from werkboek_desktop.workspace.reading import project_name
from werkboek_desktop.workspace.session import Session

BUNDLE = ".wbx"


class Reply(NamedTuple):
    """What was made, and a mail for each file, for the mail would not take them together. Who sends it adds it."""

    exported: Exported
    mails: tuple[Mail, ...]


def reply(session: Session, request: Request, folder: Path, *, passphrase: str | None) -> Reply:
    """Makes what the receiver lacks, or all where nobody knows what they have, in files that the mail takes.

    Raises what `export` does.
    """
    with session.store.read() as reader:
        name = project_name(reader, session.project)
        knows = reader.receipt(request.to) is not None
    request = request._replace(since_received=knows)
    out = _free(folder, _stem(session, name))
    exported = sending.export(session, out, request, passphrase=passphrase, force=False, split=True)
    to, me = person_of(request.to), session.author_here() or ""
    names = [part.path.name for part in exported.parts]
    return Reply(exported, covering_mails(to, name, me, names, locked=bool(passphrase)))


def _stem(session: Session, name: str) -> str:
    """`Samen de wijk in, van Anna, 2026-11-26`."""
    by = session.author_here()
    return ", ".join(filter(None, [name or "werkboek", f"van {by}" if by else "", session.app.today().isoformat()]))


def _free(folder: Path, stem: str) -> Path:
    """The first place by this name where neither a bundle is, nor parts of one."""
    wanted = folder / f"{file_name(stem)}{BUNDLE}"
    return next(
        path for path in numbered(wanted) if not path.exists() and not any(folder.glob(f"{escape(path.stem)} * van *"))
    )

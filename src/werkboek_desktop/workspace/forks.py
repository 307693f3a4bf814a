"""Whether this project goes on in two places, and how this computer leaves a fork of its own."""

import json
from collections.abc import Iterator

from werkboek_desktop.domain.forks import Fork, Sort, sentences
from werkboek_desktop.domain.moments import counted
from werkboek_desktop.store import forks as stored
from werkboek_desktop.store.contacts import authors as authors_by_key
from werkboek_desktop.store.reading import Reader
from werkboek_desktop.workspace.contacts import hand_over
from werkboek_desktop.workspace.reading import author_name
from werkboek_desktop.workspace.session import COPIED, RETIRED, Session
from werkboek_desktop.workspace.spots import local


def forks(session: Session, reader: Reader) -> list[Fork]:
    """Every place where the project goes on twice, as far as it shows here."""
    return [*_of_keys(session, reader), *_two_files(session, reader), *_copied(reader)]


def _of_keys(session: Session, reader: Reader) -> Iterator[Fork]:
    chains, numbers = stored.branched(reader), stored.same_numbers(reader)
    for key, since in (numbers | chains).items():
        sort = Sort.CHAIN if key in chains else Sort.NUMBER
        yield Fork(sort, "" if key == session.key.public else _name(reader, key), local(since).date())


def _two_files(session: Session, reader: Reader) -> Iterator[Fork]:
    """Other files at this computer in which a writer went on that also wrote in this one, or the other way round."""
    mine = session.path.resolve()
    for file, writers in session.app.written_files().items():
        if file != mine and file.exists() and not file.samefile(mine) and stored.written_by(reader, writers):
            yield Fork(Sort.TWO_FILES, "", file=str(file))


def _copied(reader: Reader) -> Iterator[Fork]:
    """The computer that last wrote in this file before this one; not once a bundle of it came, for then all is well."""
    copied = reader.setting(COPIED)
    if copied:
        home, since = json.loads(copied)
        key = bytes.fromhex(home)
        if not stored.came_from(reader, key):
            yield Fork(Sort.COPIED, _name(reader, key), local(since).date())


def _name(reader: Reader, key: bytes) -> str:
    authors = (author_name(reader, author) for author in authors_by_key(reader, key).get(key, ()))
    return stored.came_from(reader, key) or next(filter(None, authors), "iemand")


def notices(session: Session, reader: Reader) -> list[str]:
    """What `check` tells besides what is wrong with the file: forks, and what does not fit together, in sentences."""
    found = list(sentences(forks(session, reader), session.app.today()))
    for key, count in stored.invalid(reader).items():
        changes = counted(count, "wijziging telt", "wijzigingen tellen")
        found.append(f"Van {_name(reader, key)}: {changes} niet mee, want wat eraan voorafging kan zo niet zijn.")
    for key, count in stored.miscounted(reader).items():
        changes = counted(count, "wijziging is", "wijzigingen zijn")
        found.append(f"Van {_name(reader, key)}: {changes} verkeerd genummerd. Alles wat er staat telt mee.")
    return found


def leave(session: Session) -> None:
    """Takes a fresh key, and so fresh writers, where somebody goes on with this computer's own (shared/exchange.md)."""
    with session.store.read() as reader:
        forked = session.key.public in stored.branched(reader).keys() | stored.same_numbers(reader).keys()
    if forked:
        former = session.key
        retired = former.public.hex()
        session.app.own.renew()
        session.app.keep(RETIRED, session.app.kept(RETIRED) | {retired: session.app.clock()})
        session.forget_key()
        hand_over(session, former)

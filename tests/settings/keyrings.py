"""Keyrings of a system as the library knows them: one that works, and what can be wrong with one."""

from threading import Event

from keyring.backend import KeyringBackend
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked, PasswordSetError


class Works(KeyringBackend):
    """Keeps what it is given, as long as the test."""

    priority: float = 5

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.asked = 0

    def get_password(self, service: str, username: str) -> str | None:
        self.asked += 1
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


class Locked(Works):
    """Somebody dismissed its question."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringLocked(service, username)


class Full(Works):
    """Takes nothing more."""

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError(service, username, len(password))


class Forgetful(Works):
    """Says that it keeps what it was given."""

    def set_password(self, service: str, username: str, password: str) -> None:
        self.asked += len((service, username, password))


class Broken(Works):
    """Fails in a way that the library does not know."""

    def get_password(self, service: str, username: str) -> str | None:
        raise RuntimeError(service, username)


class InTheOpen(Works):
    """Keeps its secrets where all can read them, and says so by its priority."""

    priority = 0.5


class Asks(Works):
    """Has a question, and waits for its answer."""

    def __init__(self) -> None:
        super().__init__()
        self.answered = Event()

    def get_password(self, service: str, username: str) -> str | None:
        self.answered.wait(20)
        return super().get_password(service, username)


def chain_of(*backends: KeyringBackend) -> KeyringBackend:
    """Several behind each other."""
    made: KeyringBackend = type("Chain", (ChainerBackend,), {"backends": backends})()
    return made

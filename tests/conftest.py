"""Every test: no network, no files of the person who runs it, no window on their screen, no quiet warning."""

import gc
import os
import socket
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import keyring
import pytest
from hypothesis import HealthCheck, settings
from keyring.backend import KeyringBackend
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QGuiApplication

from tests.bundle.age import lock_quickly

settings.register_profile("default", derandomize=True, deadline=None, max_examples=60)
settings.register_profile("dev", deadline=None, max_examples=100)
settings.register_profile(
    "thorough",
    deadline=None,
    max_examples=5_000,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],  # a history of five replicas is slow to draw
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))

LONGEST = "test_access.py"
TESTS = count(1)
SWEPT_AFTER = 20

USER_FOLDERS = (
    "HOME",
    "XDG_CACHE_HOME",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_RUNTIME_DIR",
    "XDG_STATE_HOME",
)


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    if event == "socket.getaddrinfo":
        raise PermissionError(f"a test looked up {arguments[0]!r}")
    if event in {"socket.connect", "socket.sendto"} and is_network(arguments[0]):
        raise PermissionError(f"a test reached for the network: {arguments[1]!r}")


def is_network(connection: object) -> bool:
    return isinstance(connection, socket.socket) and connection.family != socket.AF_UNIX


def pytest_configure() -> None:
    sys.addaudithook(refuse_network)
    os.environ.setdefault("LANG", "C.UTF-8")
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest comes first: at the end the other process would wait for it, or begin it too."""
    items.sort(key=lambda item: item.path.name != LONGEST)


def pytest_collection_finish() -> None:
    """Modules and tests stay to the end: no sweep has to look through them."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def sweep() -> Iterator[None]:
    """A window goes with its test; its garbage is swept between tests now and then, for it is swept nowhere else."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if not gc.isenabled() and next(TESTS) % SWEPT_AFTER == 0:
        gc.collect()


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    """What was copied goes with its test: offscreen, Qt would take it apart when Python has gone (decision 0117)."""
    yield
    if isinstance(QCoreApplication.instance(), QGuiApplication):
        QGuiApplication.clipboard().clear()


@pytest.fixture(scope="session")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """One after the other; pytest would look through all that there are to number the next."""
    street = tmp_path_factory.mktemp("homes")
    return (street / str(number) for number in count(1))


@pytest.fixture(autouse=True)
def home(homes: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """Gives each test a home of its own, for what it starts too."""
    monkeypatch.delenv("WERKBOEK_HOME", raising=False)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
    own = next(homes)
    own.mkdir()
    for variable in USER_FOLDERS:
        folder = own / variable.lower()
        folder.mkdir(mode=0o700)
        monkeypatch.setenv(variable, str(folder))


@pytest.fixture
def use_keyring() -> Iterator[Callable[[KeyringBackend], None]]:
    """Puts one in the place of the system's, which no test ever sees."""
    before = keyring.get_keyring()
    yield keyring.set_keyring
    keyring.set_keyring(before)


@pytest.fixture(autouse=True)
def quick_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passphrases take no second each; what is made before the tests of a module, as in test_envelope, does."""
    monkeypatch.setattr("pyrage.passphrase.encrypt", lock_quickly)

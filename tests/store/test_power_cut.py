"""A power cut or a full disk at any moment costs nothing that was acknowledged."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from tests.store.store_changes import KEY, PROJECT
from werkboek_desktop.store.backup import clear_away, keep, kept_in
from werkboek_desktop.store.check import problems_of
from werkboek_desktop.store.copying import parts
from werkboek_desktop.store.project_file import Store

ROOT = Path(__file__).parents[2]


def appending(path: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.store.appender", str(path), *arguments]
    return subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | {"PYTHONPATH": "src"}
    )


def assert_all_there(path: Path, acknowledged: list[str]) -> None:
    store = Store.open(path)
    with store.read() as reader:
        assert reader.known(acknowledged) == set(acknowledged)
    assert problems_of(store, lambda key, *_: key == KEY) == []
    store.close()


@pytest.mark.parametrize("seed", range(4))
def test_what_was_acknowledged_survives_being_killed(tmp_path: Path, seed: int) -> None:
    path = tmp_path / "werkboek.wbk"
    Store.create(path, PROJECT).close()
    process = appending(path)
    assert process.stdout
    acknowledged = [process.stdout.readline().strip()]
    time.sleep(Random(seed).uniform(0, 0.4))
    process.send_signal(signal.SIGKILL)
    acknowledged += process.stdout.read().split("\n")[:-1]
    process.wait()
    process.stdout.close()
    assert acknowledged[0]
    assert_all_there(path, acknowledged)


def test_what_was_acknowledged_survives_a_disk_that_fills_up(tmp_path: Path) -> None:
    path = tmp_path / "werkboek.wbk"
    Store.create(path, PROJECT).close()
    process = appending(path, str(path.stat().st_size + 400_000))
    out, _ = process.communicate(timeout=60)
    *acknowledged, last = out.split()
    assert last == "not_saved"
    assert acknowledged
    assert_all_there(path, acknowledged)


BACKUP = """
import sys
from pathlib import Path
from werkboek_desktop.store import backup
from werkboek_desktop.store.project_file import Store
backup.keep(Store.open(Path(sys.argv[1])), 1_700_000_000)
"""


def test_what_a_backup_left_that_was_killed_half_way_goes(tmp_path: Path) -> None:
    path = tmp_path / "werkboek.wbk"
    store = Store.create(path, PROJECT)
    with store.write() as transaction:
        transaction.add_attachment(os.urandom(20_000_000))
    process = subprocess.Popen(
        [sys.executable, "-c", BACKUP, str(path)], cwd=ROOT, env=os.environ | {"PYTHONPATH": "src"}
    )
    while not (left := parts(kept_in(path))):
        assert process.poll() is None
        time.sleep(0.001)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert all(part.exists() for part in left)
    clear_away(store)
    assert list(kept_in(path).iterdir()) == []
    assert keep(store, 1_700_000_001).exists()
    store.close()

"""Where a file lies: a folder that is kept alike on several computers, or a disk of another one."""

from pathlib import Path

import pytest

from werkboek_desktop.settings import Around

NOWHERE = Around({})


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Gemeente Meerdrecht/Werk", "OneDrive"),
        ("Library/CloudStorage/OneDrive-Gemeente", "OneDrive"),
        ("Dropbox (Persoonlijk)/boek", "Dropbox"),
        ("Nextcloud/Samen", "Nextcloud"),
        ("Library/CloudStorage/GoogleDrive-anna@voorbeeld.nl/Mijn Drive", "Google Drive"),
        ("iCloudDrive", "iCloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Documenten", ""),
        ("Dropboxen/OneDriveen", ""),
    ],
)
def test_a_shared_folder_is_known_by_its_name(folder: str, program: str) -> None:
    assert NOWHERE.shared_by(Path("/data/anna") / folder / "samen.werkboek") == program


@pytest.mark.parametrize(
    ("mark", "program"),
    [
        (".stfolder", "Syncthing"),
        (".dropbox.cache", "Dropbox"),
        (".sync_0123456789ab.db", "Nextcloud"),
        ("._sync_0123456789ab.db", "Nextcloud"),
        (".nextcloudsync.log", "Nextcloud"),
        (".owncloudsync.log", "ownCloud"),
        (".tmp.driveupload", "Google Drive"),
        ("notitie.txt", ""),
    ],
)
def test_or_by_what_such_a_program_leaves_in_it_or_above_it(tmp_path: Path, mark: str, program: str) -> None:
    (tmp_path / mark).touch()
    deep = tmp_path / "werk" / "boek"
    deep.mkdir(parents=True)
    assert NOWHERE.shared_by(deep / "samen.werkboek") == program
    assert NOWHERE.shared_by(tmp_path / "samen.werkboek") == program


def test_or_by_what_the_computer_says_of_itself() -> None:
    around = Around({"OneDriveCommercial": "/data/wolk", "OneDrive": ""})
    assert around.shared_by(Path("/data/wolk/werk/samen.werkboek")) == "OneDrive"
    assert around.shared_by(Path("/data/wolken/samen.werkboek")) == ""


MOUNTS = "\n".join(
    [
        "overlay / overlay rw 0 0",
        "server:/werk /mnt/werk nfs4 rw 0 0",
        "//server/deel /mnt/ons\\040deel cifs rw 0 0",
        "/dev/sda1 /mnt/werk/stick ext4 rw 0 0",
        "stuk",
        "",
    ]
)


@pytest.mark.parametrize(
    ("file", "remote"),
    [
        ("/mnt/werk/samen.werkboek", True),
        ("/mnt/ons deel/boek/samen.werkboek", True),
        ("/mnt/werk/stick/samen.werkboek", False),
        ("/mnt/werkboeken/samen.werkboek", False),
        ("/data/anna/samen.werkboek", False),
        ("//server/deel/samen.werkboek", True),
    ],
)
def test_a_disk_of_another_computer(file: str, *, remote: bool) -> None:
    assert Around({}, MOUNTS).is_remote(Path(file)) is remote


def test_what_this_computer_says_is_read_as_it_is() -> None:
    around = Around.of_this_computer()
    assert around.environ["PATH"]
    assert not around.is_remote(Path(__file__))

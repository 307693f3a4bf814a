"""Makes the demo bundles (resources/demo/pakketten) from what bundles.toml tells; to run after every change of it.

Each colleague has a copy of the demo project and a key of their own, seeded like the demo itself, so the same data
gives the same files.
"""

import re
import shutil
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from werkboek_desktop.domain.ids import RecordId
from werkboek_desktop.resources import resource
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Given, Workspace, exchange, safety
from werkboek_desktop.workspace.demo import Clock, DemoAuthor, demo_session, seeded
from werkboek_desktop.workspace.demo_data import Table, moment, replaced

NEW = re.compile(r"(?P<kind>[a-z_]+):new(@@(?P<owner>[\w-]+))?")


class Colleague:
    """One computer, which has the demo project as it was before its later edits."""

    def __init__(self, told: Table, folder: Path, demo: DemoAuthor, start: Path) -> None:
        slug = str(told["author"]).removeprefix("@")
        self.name = str(next(one.values["name"] for one in demo.data.persons() if one.slug == slug))
        self.clock = Clock()
        seed = sha256(demo.data.digest + slug.encode()).digest()
        self.app = App(folder / slug, self.clock, seeded(seed))
        self.app.save_settings(replace(self.app.settings(), author=self.name, computer=str(told["computer"])))
        self.file = folder / f"{slug}.werkboek"
        self.ids: dict[str, RecordId] = dict(demo.ids)
        shutil.copy(start, self.file)

    def make(self, told: Table, receipt: Path, out: Path) -> None:
        """Edits as told, and makes a bundle of what whoever made `receipt` lacks."""
        self.clock.now = moment(told["made"])
        with Workspace.open(self.file, self.app) as workspace:
            sender = workspace.import_([receipt]).files[0].sender
            for edit in told["edit"]:
                self._edit(workspace, edit)
            workspace.export(out, to=sender, since_received=True, force=True)

    def _edit(self, workspace: Workspace, edit: Table) -> None:
        field = str(edit["field"])
        if new := NEW.fullmatch(edit["target"]):
            owner = new["owner"]
            target = workspace.new_record(new["kind"], self.ids[owner] if owner else None)
            self.ids[str(edit["ref"])] = target.key.id
            workspace.set_field(target, field, edit["value"])
            return
        record = self.ids[str(edit["target"]).removeprefix("@")]
        value: Given = replaced(str(workspace.record(record).value(field)), edit)
        workspace.set_field(record, field, value)


def make_bundles(out: Path) -> Mapping[str, Path]:
    """Makes every bundle of bundles.toml in the folder `out`; their paths by id."""
    made: dict[str, Path] = {}
    colleagues: dict[str, Colleague] = {}
    with TemporaryDirectory() as name:
        folder = Path(name)
        with demo_session(folder / "demo.werkboek", edits=False) as demo:
            start = folder / "start.werkboek"
            safety.backup(demo.session, start)
            receipt = folder / "receipt.wbx"
            for told in demo.data.bundles():
                if "after" in told:
                    exchange.import_files(demo.session, [made[told["after"]]])
                exchange.export(demo.session, receipt, force=True)
                colleague = colleagues.setdefault(told["author"], Colleague(told, folder, demo, start))
                made[told["id"]] = out / f"{told['id']}.wbx"
                colleague.make(told, receipt, made[told["id"]])
    return made


def damage(bundle: Path) -> None:
    """Beside a good bundle the ones that mail leaves behind: a copy, half of it, and one with a changed byte."""
    data = bundle.read_bytes()
    shutil.copy(bundle, bundle.with_name(f"{bundle.stem} (2).wbx"))
    bundle.with_name(f"{bundle.stem}-afgebroken.wbx").write_bytes(data[: len(data) // 2])
    changed = bytearray(data)
    changed[len(data) // 2] ^= 0x20
    bundle.with_name(f"{bundle.stem}-veranderd.wbx").write_bytes(changed)


def main() -> None:
    """Renews resources/demo/pakketten."""
    out = resource("demo", "pakketten")
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir()
    damage(make_bundles(out)["fatima"])


if __name__ == "__main__":
    main()

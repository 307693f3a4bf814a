"""The demo on a computer of its own: made-up people and files never mix with those of who looks at it."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from werkboek_desktop.settings import App
from werkboek_desktop.workspace.files import create_demo


class Apart:
    """A fresh demo project with the look of this computer, and nothing else of it. `close` throws it away."""

    def __init__(self, app: App) -> None:
        self._folder = TemporaryDirectory(prefix="werkboek-demo-", ignore_cleanup_errors=True)
        folder = Path(self._folder.name)
        self.file = folder / "demo.werkboek"
        self.app = replace(app, folder=folder / "computer")
        self.app.save_settings(replace(app.settings(), author="", backup_places=()))
        create_demo(self.file, self.app)

    def close(self) -> None:
        """When its last window closed."""
        self._folder.cleanup()

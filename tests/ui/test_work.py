"""Work beside the window, when the window goes on without it."""

import subprocess
import sys

GOES_WHILE_IT_WORKS = """
import time
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from werkboek_desktop.ui.work import Jobs

class Owner(QObject):
    def event(self, event: QEvent) -> bool:
        return super().event(event)

app = QCoreApplication([])
owner = Owner()
Jobs(owner).look_up(lambda: time.sleep(0.2), print)
owner.deleteLater()
QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
print("goes on")
"""


def test_a_window_that_goes_while_something_works_for_it_does_not_hang() -> None:
    done = subprocess.run(  # what hangs holds on to Python, so only another process can end it
        [sys.executable, "-c", GOES_WHILE_IT_WORKS], capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "goes on\n"

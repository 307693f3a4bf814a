"""What has to hold before anything else: the machine, the imports, the files in git."""

import subprocess
import sys

SET_TEXT = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication(["-platform", "offscreen"])
label = QLabel()
for number in range(20_000):
    label.setText(str(number))
"""


def run_python(source: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", source], capture_output=True, text=True, check=False)


def test_python_and_pyside_survive_twenty_thousand_calls() -> None:
    assert run_python(SET_TEXT).returncode == 0

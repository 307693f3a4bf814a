"""The one place that knows where resources/ lies: beside the checkout, or inside the frozen program."""

import sys
from pathlib import Path


def resource(*parts: str) -> Path:
    """The path of a file or folder below resources/."""
    frozen = getattr(sys, "_MEIPASS", None)
    root = Path(frozen) if frozen else Path(__file__).resolve().parents[2]
    return root.joinpath("resources", *parts)

"""A case that goes out to Word and comes back: what it says, and what its document brought."""

from collections.abc import Callable
from pathlib import Path

from tests.cli.ran import Werkboek

type Field = Callable[[str, str], object]

TEXT = "De buurt sliep slecht. Twee panden stonden leeg. Niemand belde nog. Toen kwam de wijkagent."


def came(done: Werkboek, project: Path, path: Path, *more: object) -> dict[str, object]:
    """What was read in of one file, as the command line reports it."""
    (report,) = done("import", project, path, "--json", *more).json["files"]
    return dict(report)


def listed(done: Werkboek, project: Path, kind: str) -> list[str]:
    """The records of a kind, as the command line lists them."""
    return [str(row["id"]) for row in done("list", project, kind, "--json").json]

"""Refusals about a folder of bundles."""

from collections.abc import Sequence
from pathlib import Path

from werkboek_desktop.errors.refusal import OwnToMend, Refusal


class NotAFolder(OwnToMend):
    """Something else than a folder, or nothing."""

    code = "not_a_folder"

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path.name or path} is geen map.", "Kies de map waarin de pakketten of de opgeslagen mails staan."
        )


class FolderTooLarge(OwnToMend):
    """More files than anybody means to have looked through."""

    code = "folder_too_large"

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(
            f"In {path.name} staan meer dan {most} bestanden.",
            "Zet de pakketten en mails bij elkaar in een eigen map, en kies die.",
        )


class FolderTooDeep(OwnToMend):
    """A folder below more others than are looked into."""

    code = "folder_too_deep"

    def __init__(self, path: Path, most: int) -> None:
        super().__init__(
            f"In {path.name} is niet gekeken: die ligt meer dan {most} mappen diep.",
            "Staan er pakketten in? Zet die map hoger, en kies dan opnieuw.",
        )


class NoBundles(OwnToMend):
    """A folder without a bundle that can be read; `refusals`: why others could not."""

    code = "no_bundles"

    def __init__(self, path: Path, refusals: Sequence[Refusal]) -> None:
        why = dict.fromkeys(refusal.message for refusal in refusals)
        steps = dict.fromkeys(step for refusal in refusals for step in refusal.steps)
        what = " ".join((f"In {path.name} staat geen pakket van dit werkboek dat te lezen is.", *why))
        super().__init__(what, *(steps or ("Kies de map waarin de pakketten of de opgeslagen mails staan.",)))


class SeveralProjects(OwnToMend):
    """Bundles of more than one project; of each its id, its name and how many there are."""

    code = "several_projects"

    def __init__(self, projects: Sequence[tuple[str, str, int]]) -> None:
        self.projects = tuple(projects)
        listed = ", ".join(f"‘{name or 'zonder titel'}’ ({count} pakketten, {id_})" for id_, name, count in projects)
        super().__init__(
            f"In deze map staan pakketten van {len(projects)} werkboeken: {listed}.",
            "Kies er één: geef het nummer op met --project.",
        )

"""The only door to a project, for the window and the command line alike."""

from werkboek_desktop.store.shapes import Draft, Hit, Row
from werkboek_desktop.workspace.files import create_demo, import_into, restore
from werkboek_desktop.workspace.items import Items
from werkboek_desktop.workspace.model import (
    Changed,
    Edit,
    Exported,
    FieldChange,
    FileReport,
    FromFile,
    Given,
    ImportReport,
    NewRecord,
    Paper,
    PlaceAfter,
    Progress,
    Project,
    Result,
    Revision,
    Summary,
)
from werkboek_desktop.workspace.project import Workspace
from werkboek_desktop.workspace.selftest import Outcome, run_selftest

__all__ = [
    "Changed",
    "Draft",
    "Edit",
    "Exported",
    "FieldChange",
    "FileReport",
    "FromFile",
    "Given",
    "Hit",
    "ImportReport",
    "Items",
    "NewRecord",
    "Outcome",
    "Paper",
    "PlaceAfter",
    "Progress",
    "Project",
    "Result",
    "Revision",
    "Row",
    "Summary",
    "Workspace",
    "create_demo",
    "import_into",
    "restore",
    "run_selftest",
]

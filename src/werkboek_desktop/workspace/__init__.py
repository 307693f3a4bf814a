"""The only door to a project, for the window and the command line alike."""

from werkboek_desktop.store.shapes import Draft, Hit, Row
from werkboek_desktop.workspace.files import create_demo, import_into, restore
from werkboek_desktop.workspace.finding import Passage
from werkboek_desktop.workspace.items import Items
from werkboek_desktop.workspace.model import (
    Backup,
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
    Standing,
    Summary,
    Undone,
    Untaken,
)
from werkboek_desktop.workspace.overview import Overview, as_edits, overview_csv
from werkboek_desktop.workspace.project import Workspace
from werkboek_desktop.workspace.selftest import Outcome, run_selftest
from werkboek_desktop.workspace.steps import Step

__all__ = [
    "Backup",
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
    "Overview",
    "Paper",
    "Passage",
    "PlaceAfter",
    "Progress",
    "Project",
    "Result",
    "Revision",
    "Row",
    "Standing",
    "Step",
    "Summary",
    "Undone",
    "Untaken",
    "Workspace",
    "as_edits",
    "create_demo",
    "import_into",
    "overview_csv",
    "restore",
    "run_selftest",
]

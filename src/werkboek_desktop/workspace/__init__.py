"""The only door to a project, for the window and the command line alike."""

from werkboek_desktop.store.first_list import SUFFIX, is_project
from werkboek_desktop.store.seen import Arrival
from werkboek_desktop.store.shapes import Draft, Hit, Row
from werkboek_desktop.workspace.apart import Apart
from werkboek_desktop.workspace.arriving import (
    Offer,
    Recent,
    free_path,
    look_at_bundle,
    place_for,
    recent_files,
)
from werkboek_desktop.workspace.choosing import Choosing, Version
from werkboek_desktop.workspace.contacts import Known
from werkboek_desktop.workspace.drafting import Recovered
from werkboek_desktop.workspace.files import create_demo, create_project, import_into, join_project, restore
from werkboek_desktop.workspace.finding import Passage
from werkboek_desktop.workspace.for_you import ForYou
from werkboek_desktop.workspace.history import Deed, Moment, Written
from werkboek_desktop.workspace.items import Items
from werkboek_desktop.workspace.model import (
    Backup,
    Case,
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
    Part,
    PlaceAfter,
    Progress,
    Project,
    ReadAs,
    Result,
    Revision,
    Standing,
    Summary,
    Undone,
    Untaken,
)
from werkboek_desktop.workspace.overview import Overview, as_edits, overview_csv
from werkboek_desktop.workspace.project import Workspace
from werkboek_desktop.workspace.replying import Reply
from werkboek_desktop.workspace.selftest import Outcome, run_selftest
from werkboek_desktop.workspace.sending import Plan
from werkboek_desktop.workspace.steps import Step
from werkboek_desktop.workspace.unpacking import expect_bundle

__all__ = [
    "SUFFIX",
    "Apart",
    "Arrival",
    "Backup",
    "Case",
    "Changed",
    "Choosing",
    "Deed",
    "Draft",
    "Edit",
    "Exported",
    "FieldChange",
    "FileReport",
    "ForYou",
    "FromFile",
    "Given",
    "Hit",
    "ImportReport",
    "Items",
    "Known",
    "Moment",
    "NewRecord",
    "Offer",
    "Outcome",
    "Overview",
    "Paper",
    "Part",
    "Passage",
    "PlaceAfter",
    "Plan",
    "Progress",
    "Project",
    "ReadAs",
    "Recent",
    "Recovered",
    "Reply",
    "Result",
    "Revision",
    "Row",
    "Standing",
    "Step",
    "Summary",
    "Undone",
    "Untaken",
    "Version",
    "Workspace",
    "Written",
    "as_edits",
    "create_demo",
    "create_project",
    "expect_bundle",
    "free_path",
    "import_into",
    "is_project",
    "join_project",
    "look_at_bundle",
    "overview_csv",
    "place_for",
    "recent_files",
    "restore",
    "run_selftest",
]

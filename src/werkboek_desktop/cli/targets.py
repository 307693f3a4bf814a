"""TARGET on the command line: an existing record, or one that the first edit makes."""

import re
from collections.abc import Mapping

from werkboek_desktop.domain.ids import RecordId, is_record_id
from werkboek_desktop.errors import BadTarget
from werkboek_desktop.workspace import NewRecord, Workspace

WORKBOOK = "workbook"
_NEW = re.compile(r"(?P<kind>[a-z_]+):new(@(?P<owner>.+))?")
_ATTENDANCE = re.compile(r"attendance:(?P<masterclass>[^+]+)\+(?P<attendee>.+)")


def resolve(workspace: Workspace, target: str, refs: Mapping[str, RecordId]) -> RecordId | NewRecord:
    """What TARGET names; `refs` are the names that earlier lines of `apply` gave. Raises BadTarget."""

    def deref(name: str) -> RecordId:
        if name == WORKBOOK:
            return workspace.project.workbook
        id_ = refs.get(name[1:], "") if name.startswith("@") else name
        if not is_record_id(id_):
            raise BadTarget(target)
        return id_

    if target == WORKBOOK:
        return workspace.workbook()
    if match := _NEW.fullmatch(target):
        owner = match["owner"]
        return workspace.new_record(match["kind"], deref(owner) if owner else None)
    if match := _ATTENDANCE.fullmatch(target):
        return workspace.attendance(deref(match["masterclass"]), deref(match["attendee"]))
    return deref(target)

"""The JSON of the contract: what `--json` prints, from what the workspace gives."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import cache
from typing import Any

from werkboek_desktop.domain.schema import as_json, kinds
from werkboek_desktop.domain.schema import field as declared_field
from werkboek_desktop.domain.trust import Met
from werkboek_desktop.domain.values import Value, ValueType, to_json
from werkboek_desktop.domain.view import FieldView, RecordView, Status, Variant
from werkboek_desktop.domain.weave import Text
from werkboek_desktop.store.shapes import Hit, Row
from werkboek_desktop.workspace import Choosing, FileReport, Moment, Revision, Workspace, Written
from werkboek_desktop.workspace.news import News

type Json = dict[str, Any]
_LAST_SECOND = int(datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC).timestamp())

type NameOf = Callable[[str | None], str | None]


def dump(document: object) -> str:
    """One JSON document for people's terminals and for scripts."""
    return json.dumps(document, ensure_ascii=False, indent=1)


def moment(seconds: int) -> str:
    """A change's claimed time, as `2026-11-24T10:42:00Z`; what lies past every calendar is their last second."""
    return datetime.fromtimestamp(min(seconds, _LAST_SECOND), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def schema(only: str | None) -> Json:
    """Every kind, or one."""
    return {"kinds": {kind.key: as_json(kind) for kind in kinds() if only in (None, kind.key)}}


def row(entry: Row, waiting: int) -> Json:
    """A line of `list`; of what is not whole also how many changes wait."""
    shape: Json = {
        "id": entry.id,
        "kind": entry.kind,
        "title": entry.title,
        "status": entry.status,
        "conflicts": entry.conflicts,
        "merged": entry.merged,
    }
    return shape | _waits(waiting)


def show(workspace: Workspace, records: list[RecordView]) -> Json:
    """The document of `show`."""
    project, name_of, waits = workspace.project, cache(workspace.author_name), workspace.waiting_records()
    return {
        "project": {"id": project.id, "name": project.name},
        "state_hash": workspace.state_hash(),
        "waiting": workspace.summary().waiting,
        "records": [record_view(view, name_of) | _waits(waits.get(view.id, 0)) for view in records],
    }


def _waits(changes: int) -> Json:
    return {"waiting": changes} if changes else {}


def record_view(view: RecordView, name_of: NameOf) -> Json:
    """One record as `show` prints it."""
    shape: Json = {
        "id": view.id,
        "kind": view.key.kind,
        "owner": view.key.owner,
        "deleted": view.deleted,
        "notices": [{"kind": n.kind, "by": name_of(n.by), "change": n.change} for n in view.notices],
        "fields": {
            key: field_view(field, name_of, is_set=_is_set(view.key.kind, key))
            for key, field in sorted(view.fields.items())
        },
    }
    return shape | ({"joined": list(view.joined)} if view.joined else {})


def _is_set(kind: str, name: str) -> bool:
    declared = declared_field(kind, name)
    return declared is not None and declared.type is ValueType.SET


def field_view(view: FieldView, name_of: NameOf, *, is_set: bool) -> Json:
    """One field: its value where it is undisputed, and every distinct head value. A set that was cleared is empty."""
    empty: object = [] if is_set else None
    shape: Json = {
        "status": view.status,
        "value": _plain(view.value, empty),
        "variants": [_variant(variant, name_of, empty) for variant in view.variants],
    }
    if view.status is Status.CONFLICT and view.parts:
        shape["parts"] = [
            {"text": part.text} if isinstance(part, Text) else {"variants": dict(part.by_head)} for part in view.parts
        ]
    return shape


def _plain(value: Value, empty: object) -> object:
    return empty if value is None else to_json(value)


def _variant(variant: Variant, name_of: NameOf, empty: object) -> Json:
    return {
        "value": _plain(variant.value, empty),
        "author": name_of(variant.author),
        "time": moment(variant.time),
        "changes": list(variant.changes),
    }


def choosing(found: Choosing | None, name_of: NameOf) -> Json:
    """The document of `versions`: where the field began, and each version; no versions where nothing is disputed."""
    if found is None:
        return {"began": None, "versions": [], "proposal": None}
    return {
        "began": _revision(found.began) if found.began else None,
        "versions": [
            _variant(version.variant, name_of, None) | {"places": version.spots} for version in found.versions
        ],
        "proposal": found.proposal.text if found.proposal else None,
    }


def history(revisions: list[Revision]) -> Json:
    """The document of `history`, oldest first."""
    return {"changes": list(map(_revision, revisions))}


def _revision(revision: Revision) -> Json:
    return {
        "change": revision.change,
        "author": revision.author,
        "time": moment(revision.time),
        "value": to_json(revision.value),
        "parents": list(revision.parents),
    } | ({"erased": True} if revision.erased else {})


def moment_of(entry: Moment) -> Json:
    """A line of `log`."""
    return {
        "change": entry.change,
        "record": entry.record,
        "kind": entry.kind,
        "field": entry.field,
        "title": entry.title,
        "deed": entry.deed,
        "author": entry.author,
        "time": moment(entry.time),
        "words": entry.words,
        "erased": entry.erased,
        "stands": entry.stands,
    }


def blame(parts: list[Written]) -> Json:
    """The document of `blame`: who wrote each part that stands in a field, in reading order."""
    return {
        "parts": [
            {
                "part": to_json(each.part),
                "change": each.change,
                "author": each.author,
                "time": moment(each.time),
                "version": each.version or None,
            }
            for each in parts
        ]
    }


def news(found: News) -> Json:
    """The document of `news`: where others changed a record, and which sentences came."""
    return {
        "record": found.record,
        "places": [
            {
                "record": place.record,
                "field": place.field or None,
                "authors": list(place.authors),
                "sentences": [
                    {"words": each.words, "author": each.author, "time": moment(each.time)} for each in place.sentences
                ],
            }
            for place in found.places
        ],
    }


def hit(entry: Hit) -> Json:
    """A line of `search`."""
    return {"record": entry.record, "kind": entry.kind, "field": entry.field, "snippet": entry.snippet}


def imported(files: tuple[FileReport, ...], state_hash: str | None) -> Json:
    """The document of `import`."""
    return {"state_hash": state_hash, "files": [_file(report) for report in files]}


def _file(report: FileReport) -> Mapping[str, object]:
    error = report.error
    told: Mapping[str, object] = {"told": list(report.told)} if report.told else {}
    return {
        "path": str(report.path),
        "result": report.result,
        "bundle": report.bundle,
        "sender": report.sender,
        "created": moment(report.created) if report.created is not None else None,
        "new": report.new,
        "known": report.known,
        "waiting": report.waiting,
        "merged": [list(pair) for pair in report.merged],
        "conflicts": [list(pair) for pair in report.conflicts],
        "deleted": list(report.deleted),
        "erases": list(report.erases),
        "error": {"code": error.code, "message": f"{error.message} {error.advice}"} if error else None,
        **told,
        **({"lapsed": list(report.lapsed)} if report.lapsed else {}),
        **({"trust": report.trust} if report.trust is Met.CHANGED else {}),
    }

"""The demo project as what publish takes, straight from its files; and records made by hand."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from werkboek_desktop.domain import schema
from werkboek_desktop.domain.change import RecordKey, Scope
from werkboek_desktop.domain.values import Value, ValueType
from werkboek_desktop.domain.view import FieldView, RecordView, Status, Variant
from werkboek_desktop.publish.material import Book, CaseMaterial, Chapter, Lookups
from werkboek_desktop.resources import resource

FOLDER = resource("demo")
FONTS = resource("fonts")
APP = "0.1.0"
AS_OF = date(2026, 11, 23)
TODAY = date(2026, 11, 24)
_META = {"author", "at", "edit", "id"}


def id_of(slug: str) -> str:
    """The id of a record, from its slug."""
    return sha256(slug.encode()).hexdigest()[:32]


def settled(value: Value) -> FieldView:
    """A field that nobody disputes."""
    return FieldView(Status.SETTLED, value, ("c",), (Variant(value, None, 0, ("c",)),))


def conflict(*values: Value) -> FieldView:
    """A field with variants, the one that is printed first."""
    variants = tuple(Variant(value, None, 0, (f"c{number}",)) for number, value in enumerate(values))
    return FieldView(Status.CONFLICT, None, tuple(f"c{number}" for number in range(len(values))), variants)


def record(kind: str, slug: str = "", /, **fields: Value | FieldView) -> RecordView:
    """A record made by hand."""
    views = {name: value if isinstance(value, FieldView) else settled(value) for name, value in fields.items()}
    key = RecordKey(kind, None, id_of(slug or f"{kind} {fields}"))
    found = schema.kind(kind)
    return RecordView(key, found.scope if found else Scope.WORK, fields=views)


def case(*owned: RecordView, **fields: Value | FieldView) -> CaseMaterial:
    """A case made by hand, with what it owns."""
    return CaseMaterial(
        record("case", "case", **{"title": "Een aanpak", "sharing": "openbaar", **fields}), by_kind(owned)
    )


def by_kind(owned: Iterable[RecordView]) -> Mapping[str, tuple[RecordView, ...]]:
    """Records by their kind, in the given order."""
    listed = list(owned)
    return {
        kind: tuple(view for view in listed if view.key.kind == kind) for kind in {view.key.kind for view in listed}
    }


def book(*chapters: Chapter, pictures: Mapping[str, bytes] | None = None, **workbook: Value) -> Book:
    """A book made by hand."""
    return Book(
        record("workbook", "workbook", **{"title": "Ons werkboek", **workbook}),
        persons=(),
        chapters=chapters,
        terms=(),
        lookups=Lookups(lambda element: {"GM0344": "Utrecht"}.get(element, element), (pictures or {}).get),
        app=APP,
        as_of=AS_OF,
        today=TODAY,
    )


def chapter(**fields: Value | FieldView) -> Chapter:
    """A chapter made by hand, without a case."""
    whole = {"title": "Een hoofdstuk", "type": "thema", **fields}
    return Chapter(record("chapter", f"chapter {whole['title']}", **whole))


def picture(width: int = 60, height: int = 40, colour: str = "navy", mode: str = "RGB", kind: str = "PNG") -> bytes:
    """The bytes of a picture."""
    made = BytesIO()
    Image.new("RGB", (width, height), colour).convert(mode).save(made, kind)
    return made.getvalue()


def demo() -> Book:
    """The demo project, without what was edited after the approvals."""
    project = _toml(FOLDER / "project.toml")
    cases = {path.stem: _case(_toml(path)) for path in sorted((FOLDER / "cases").glob("*.toml"))}
    chapters = tuple(_chapter(data, cases) for data in project["chapter"])
    told = {chapter.record.value("case") for chapter in chapters}
    more = tuple(
        Chapter(
            record(
                "chapter",
                f"hoofdstuk-{slug}",
                type="praktijkvoorbeeld",
                case=material.case.id,
                title=material.case.value("title"),
            ),
            material,
        )
        for slug, material in cases.items()
        if material.case.id not in told
    )
    back = (
        Chapter(record("chapter", "begrippen", type="begrippenlijst", title="Begrippen")),
        Chapter(record("chapter", "bronnen", type="bronnen", title="Bronnen")),
    )
    return replace(
        book(*chapters, *more, *back, pictures=_pictures()),
        workbook=_record("workbook", project["workbook"]),
        persons=tuple(_record("person", data) for data in project["person"]),
        terms=tuple(_record("term", data) for data in project["term"]),
    )


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _pictures() -> dict[str, bytes]:
    return {sha256(path.name.encode()).hexdigest(): path.read_bytes() for path in (FOLDER / "pictures").glob("*.png")}


def _chapter(data: dict[str, Any], cases: Mapping[str, CaseMaterial]) -> Chapter:
    return Chapter(_record("chapter", data), cases.get(str(data.get("case", "")).removeprefix("@")))


def _case(data: dict[str, Any]) -> CaseMaterial:
    owned = [
        _record(kind, item) for kind in data if _is_tables(data[kind]) and schema.kind(kind) for item in data[kind]
    ]
    return CaseMaterial(_record("case", data), by_kind(owned))


def _is_tables(value: object) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _record(kind: str, data: dict[str, Any]) -> RecordView:
    names = [name for name in data if name not in _META and not _is_tables(data[name])]
    return record(kind, str(data.get("id", "")), **{name: settled(_value(kind, name, data[name])) for name in names})


def _value(kind: str, name: str, value: Any) -> Value:
    field = schema.field(kind, name)
    if field and field.type is ValueType.ATTACHMENT:
        return sha256(Path(value).name.encode()).hexdigest()
    if isinstance(value, list):
        return tuple(sorted(_slug(element) for element in value))
    return _slug(value) if isinstance(value, str) else value


def _slug(value: str) -> str:
    return id_of(value[1:]) if value.startswith("@") else value

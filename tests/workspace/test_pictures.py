"""Pictures: cropped and with parts hidden, for good."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PIL.Image import Resampling

from werkboek_desktop.domain.boxes import Box
from werkboek_desktop.errors import AttachmentTooLarge, UnreadablePicture
from werkboek_desktop.settings import App
from werkboek_desktop.workspace import Workspace, import_into
from werkboek_desktop.workspace.pictures import Edit, edited, prepare, prepare_bytes, size_of

STRIPES = 8


def striped(width: int, height: int) -> Image.Image:
    """Black and white, a pixel each: whatever is left of it can be seen."""
    picture = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(picture)
    for x in range(0, width, STRIPES):
        draw.rectangle((x, 0, x + STRIPES // 2 - 1, height), fill="black")
    return picture


def png(picture: Image.Image) -> bytes:
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Workspace]:
    app = App.of_this_computer()
    with Workspace.create(tmp_path / "p.werkboek", App(tmp_path / "a", app.clock, app.entropy), author="Marit") as made:
        yield made


def taken(project: Workspace, picture: Image.Image) -> str:
    return project.keep_file(prepare_bytes("foto.png", png(picture)))


def result(project: Workspace, sha: str, edit: Edit) -> Image.Image:
    source = project.picture(sha)
    assert source
    return Image.open(BytesIO(edited(source, edit).content))


def test_a_frame_keeps_what_is_in_it(project: Workspace) -> None:
    cropped = result(project, taken(project, striped(400, 200)), Edit(Box(0.25, 0.5, 0.75, 1.0)))
    assert cropped.size == (200, 100)
    assert cropped.convert("RGB").tobytes() == striped(400, 200).crop((100, 100, 300, 200)).tobytes()


def test_of_a_hidden_part_nothing_is_left_and_of_the_rest_everything(project: Workspace) -> None:
    hidden = Box(0.25, 0.25, 0.5, 0.5)
    done = result(project, taken(project, striped(400, 400)), Edit(hidden=(hidden,))).convert("RGB")
    inside = done.crop(hidden.pixels(400, 400)).convert("L")
    low, high = inside.getextrema()
    assert isinstance(low, float | int)
    assert isinstance(high, float | int)
    assert high - low < 64
    assert done.crop((0, 0, 400, 100)).tobytes() == striped(400, 400).crop((0, 0, 400, 100)).tobytes()


def test_a_hidden_part_is_a_handful_of_blocks_whatever_was_there(project: Workspace) -> None:
    noise = Image.effect_noise((600, 150), 120).convert("RGB")
    done = result(project, taken(project, noise), Edit(hidden=(Box(),))).convert("L")
    rebuilt = done.resize((5, 1), Resampling.BOX).resize(done.size, Resampling.BICUBIC)
    difference = max(abs(a - b) for a, b in zip(done.tobytes(), rebuilt.tobytes(), strict=True))
    assert difference < 60


def test_parts_are_hidden_where_they_were_before_the_picture_was_cropped(project: Workspace) -> None:
    sha = taken(project, striped(400, 200))
    done = result(project, sha, Edit(Box(0.5, 0, 1, 1), (Box(0, 0, 0.5, 1),))).convert("RGB")
    assert done.tobytes() == striped(400, 200).crop((200, 0, 400, 200)).tobytes()


def test_the_picture_in_full_size_is_edited_too(project: Workspace, tmp_path: Path) -> None:
    sha = taken(project, striped(4000, 2000))
    source = project.picture(sha)
    assert source
    assert source.original.is_file()
    done = edited(source, Edit(Box(0, 0, 0.75, 1), (Box(0, 0, 0.1, 0.1),)))
    assert size_of(done.content) == (2000, 1333)
    assert done.original
    assert size_of(done.original) == (3000, 2000)
    again = project.keep_file(done)
    found = project.picture(again)
    assert found
    assert found.original.read_bytes() == done.original


def test_what_is_edited_says_nothing_of_place_and_maker(project: Workspace, tmp_path: Path) -> None:
    photo = tmp_path / "foto.jpg"
    exif = Image.Exif()
    exif[0x010F] = "Camera van Piet"
    exif[0x0112] = 6
    striped(300, 200).save(photo, exif=exif)
    sha = project.keep_file(prepare(photo))
    done = result(project, sha, Edit(Box(0, 0, 1, 0.5)))
    assert done.size == (200, 150)
    assert dict(done.getexif()) == {}


def test_the_picture_before_it_was_blurred_travels_in_no_bundle(project: Workspace, tmp_path: Path) -> None:
    case = project.create_record("case", None, {"title": "De Kolenbuurt"}).record
    before = taken(project, striped(400, 200))
    image = str(project.create_record("image", case, {"file": before}).record)
    source = project.picture(before)
    assert source
    after = project.keep_file(edited(source, Edit(hidden=(Box(0, 0, 0.5, 1),))))
    project.edit(image, "file", after, project.record(image).fields["file"].heads)
    project.export(tmp_path / "pakket.wbx")
    app = App.of_this_computer()
    there = App(tmp_path / "b", app.clock, app.entropy)
    import_into(tmp_path / "q.werkboek", there, [tmp_path / "pakket.wbx"], author="Yusuf")
    with Workspace.open(tmp_path / "q.werkboek", there) as theirs:
        assert theirs.record(image).value("file") == after
        assert theirs.attachment(after) is not None
        assert theirs.attachment(before) is None
        assert [each.value for each in theirs.history(image, "file")] == [before, after]


def test_a_picture_that_was_put_back_travels(project: Workspace, tmp_path: Path) -> None:
    case = project.create_record("case", None, {"title": "De Kolenbuurt"}).record
    before = taken(project, striped(400, 200))
    image = str(project.create_record("image", case, {"file": before}).record)
    project.edit(image, "file", taken(project, striped(40, 20)), project.record(image).fields["file"].heads)
    project.undo()
    project.export(tmp_path / "pakket.wbx")
    app = App.of_this_computer()
    there = App(tmp_path / "b", app.clock, app.entropy)
    import_into(tmp_path / "q.werkboek", there, [tmp_path / "pakket.wbx"], author="Yusuf")
    with Workspace.open(tmp_path / "q.werkboek", there) as theirs:
        assert theirs.attachment(before) is not None


def test_a_picture_that_is_not_here_cannot_be_edited(project: Workspace) -> None:
    assert project.picture("0" * 64) is None


def test_no_picture_has_no_size() -> None:
    assert size_of(b"%PDF-1.7") is None


def test_what_is_pasted_is_held_to_the_same_limits() -> None:
    with pytest.raises(AttachmentTooLarge):
        prepare_bytes("geplakt", b"\0" * (25 * 1024 * 1024 + 1))
    with pytest.raises(UnreadablePicture):
        prepare_bytes("geplakt.png", png(striped(90, 90))[:200])
    with pytest.raises(AttachmentTooLarge, match="pixels per zijde"):
        prepare_bytes("lang.png", png(Image.new("1", (12_001, 1))))

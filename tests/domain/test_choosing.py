"""Where two versions began, and what nobody disputes."""

from werkboek_desktop.domain.choosing import beginning, both, excerpt, from_others, parts, stretches, undisputed
from werkboek_desktop.domain.difference import Stretch, Tone
from werkboek_desktop.domain.view import FieldView, Status, Variant
from werkboek_desktop.domain.weave import Text, Variants
from werkboek_desktop.workspace import Revision

VIEW = FieldView(
    Status.CONFLICT,
    None,
    ("a", "b"),
    (Variant("Wij belden. De deur ging open.", "m", 1, ("a",)), Variant("Wij belden. Niets.", "y", 2, ("b",))),
    (Text("Wij belden."), Variants({"a": "De deur ging open.", "b": "Niets."})),
)


def revision(change: str, *parents: str) -> Revision:
    return Revision(change, None, 0, change, parents)


def test_the_beginning_is_the_last_change_that_all_versions_build_on() -> None:
    history = [revision("r"), revision("s", "r"), revision("a", "s"), revision("b", "s"), revision("c", "a")]
    found = beginning(history, ("c", "b"))
    assert found
    assert found.change == "s"


def test_texts_that_began_apart_have_no_beginning() -> None:
    assert beginning([revision("a"), revision("b")], ("a", "b")) is None


def test_what_nobody_disputes_is_what_one_starts_from() -> None:
    assert undisputed(VIEW) == "Wij belden."
    assert both(VIEW) == "Wij belden. De deur ging open. Niets."


def test_a_version_shows_the_undisputed_in_grey_and_its_own_against_the_beginning() -> None:
    shown = stretches(VIEW, VIEW.variants[0], "Wij belden. De deur bleef dicht.")
    assert shown[0] == Stretch("Wij belden.", Tone.GREY)
    assert Stretch("bleef dicht ", Tone.REMOVED) in shown
    assert Stretch("ging open", Tone.ADDED) in shown


def test_of_the_beginning_only_what_is_disputed_is_told() -> None:
    assert excerpt(VIEW, "Wij belden. De deur bleef dicht.\nWij belden.") == "… De deur bleef dicht. …"


def test_a_beginning_of_which_nothing_is_disputed_is_told_whole() -> None:
    assert excerpt(VIEW, "Wij belden.") == "Wij belden."


def test_each_disputed_stretch_has_a_beginning_of_its_own() -> None:
    view = FieldView(
        Status.CONFLICT,
        None,
        ("a", "b"),
        (Variant("Een a. Twee. Drie a. Vier.", "m", 1, ("a",)), Variant("Een b. Twee. Drie b. Vier.", "y", 2, ("b",))),
        (
            Variants({"a": "Een a.", "b": "Een b."}),
            Text("Twee."),
            Variants({"a": "Drie a.", "b": "Drie b."}),
            Text("Vier."),
        ),
    )
    assert [part.began for part in parts(view, "Een. Twee. Drie. Vier.")] == ["Een.", None, "Drie.", None]
    assert [part.began for part in parts(view, "Twee. Vier.")] == ["", None, "", None]
    assert [part.began for part in parts(view, None)] == [None] * 4


def test_of_a_merged_text_what_others_brought_in_is_told_as_it_is_shown() -> None:
    mine, his = (
        Variant("Wij belden **aan**. Stil.", "m", 1, ("a",)),
        Variant("Wij belden. Hij **riep**.", "y", 2, ("b",)),
    )
    view = FieldView(Status.MERGED, "Wij belden **aan**. Hij **riep**.", ("a", "b"), (mine, his), ())
    assert from_others(view, mine) == {"Hij riep.": (his,)}
    assert from_others(view, None) == {"Wij belden aan.": (mine,), "Hij riep.": (his,)}


def test_versions_are_read_without_the_signs_that_an_editor_does_not_show_either() -> None:
    began, mine = "- De **deur** bleef dicht.", "- De **deur** ging open."
    parts_ = (Text("## Wij belden.\n"), Variants({"a": mine, "b": "- Niets."}))
    variants = (Variant(f"## Wij belden.\n{mine}", "m", 1, ("a",)), Variant("## Wij belden.\n- Niets.", "y", 2, ("b",)))
    view = FieldView(Status.CONFLICT, None, ("a", "b"), variants, parts_)
    shown = "".join(each.text for each in stretches(view, variants[0], f"## Wij belden.\n{began}"))
    assert not set("*#-").intersection(shown + excerpt(view, f"## Wij belden.\n{began}"))
    assert "ging open" in shown

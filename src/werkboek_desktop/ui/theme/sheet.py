"""The one style sheet: widgets say by a property what they are (`role`, `kind`, `card` …), this says how it looks."""

from string import Template

from werkboek_desktop.ui.theme.tokens import BORDERED, TAB_ROOM, Theme, type_roles

TONES = ("text2", "text3", "accent", "attn", "merge", "danger", "ok", "neutral", "repr", "prev")

BARE, PAPER = 16, 4
"""Between a text without a frame and the ring that shows that the keyboard is in it; what Qt adds of that itself."""

GROUNDS = (
    "bg",
    "rail",
    "surface",
    "sunken",
    "hover",
    "selected",
    "line",
    "line_strong",
    "text",
    "accent_hover",
    "on_accent",
    "focus",
    "select_bg",
    "select_fg",
    "attn_bg",
    "merge_bg",
)

SHEET = """
* { font-family: "$sans"; font-size: $body; }
QWidget { color: $text; }
QMainWindow, QWidget[page="true"] { background: $bg; }
QWidget[page="surface"] { background: $surface; }
QWidget[page="rail"] { background: $rail; border-right: 1px solid $line; }
QWidget[page="list"] { background: $bg; border-right: 1px solid $line; }
QWidget[page="status"] { background: $rail; border-top: 1px solid $line; }
QWidget[page="header"] { background: $surface; border-bottom: 1px solid $line; }
QWidget[page="footer"] { background: $surface; border-top: 1px solid $line; }
QToolTip { color: $text; background: $surface; border: 1px solid $line_strong; padding: $s1; }
QLabel { background: transparent; }
QLabel[cap="true"] {
  background: $surface; border: 1px solid $line_strong; border-radius: $r_mark; padding: 1px $s1; font-size: $caption;
}
QToolButton { background: transparent; border: 1px solid transparent; border-radius: $r_mark; padding: $s1; }
QToolButton[alone="true"] { min-height: $hit; padding: 0 $s1; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $selected; }

QFrame[card="surface"] { background: $surface; border: 1px solid $line; border-radius: $r_card; }
QFrame[card="active"] { background: $surface; border: 2px solid $focus; border-radius: $r_card; }
QFrame[card="sunken"] { background: $sunken; border: 1px solid $sunken_border; border-radius: $r_card; }
QFrame[card="slide"] { background: $surface; border: none; border-left: 2px solid $line_strong; }
QFrame[card="notice"] { background: $surface; border: none; border-top: 1px solid $line_strong; }
QFrame[card="dashed"] { background: transparent; border: 2px dashed $line_strong; border-radius: $r_card; }
QFrame[card="danger"] { background: $surface; border: 1px solid $danger; border-radius: $r_card; }
QFrame[card="attn"] { background: $attn_bg; border: 1px solid $attn; border-radius: $r_card; }
QFrame[card="merge"] { background: $merge_bg; border: 1px dashed $merge; border-radius: $r_card; }
QFrame[line="true"] { background: $line; border: none; max-height: 1px; min-height: 1px; }

QLineEdit, QComboBox, QTextEdit, QListView[box="true"] {
  background: $surface; color: $text; border: 1px solid $line_strong; border-radius: $r_control;
  padding: 1px $pad_in; selection-background-color: $select_bg; selection-color: $select_fg;
  placeholder-text-color: $text3;
}
QLineEdit, QComboBox { min-height: $control_in; }
QLineEdit:focus, QComboBox:focus, QTextEdit:focus, QListView[box="true"]:focus {
  border: 2px solid $focus; padding: 0px $pad_in_focus;
}
QLineEdit:disabled, QComboBox:disabled, QTextEdit:disabled { color: $text3; background: $sunken; }
QTextEdit { padding: $s1 $pad_in; }
QTextEdit:focus { padding: $s1_focus $pad_in_focus; }
QTextEdit[prose="true"] { font-family: "$serif"; font-size: $prose; }
QTextEdit[bare] { border: 2px solid transparent; padding: 0; background: transparent; }
QTextEdit[bare]:focus { border-color: $focus; padding: 0; }
QTextEdit[bare="row"], QTextEdit[bare="row"]:focus { padding: $s1_focus $pad_bare; }
QTextEdit[alone="true"], QTextEdit[alone="true"]:focus { border: none; padding: 0; background: transparent; }
QListView[outline="true"] {
  border: 2px solid transparent; border-radius: $r_control; color: $text2;
  selection-background-color: $selected; selection-color: $text;
}
QListView[outline="true"]::item { padding: 0 $s2; }
QListView[outline="true"]:focus { border-color: $focus; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: $drop; }
QComboBox QAbstractItemView, QListView[offers="true"] {
  background: $surface; border: 1px solid $line_strong; outline: 0;
  selection-background-color: $select_bg; selection-color: $select_fg;
}
QComboBox QAbstractItemView { padding: $s1; }
QComboBox QAbstractItemView::item, QListView[offers="true"]::item { min-height: $hit; padding: 0 $s2; }
QCheckBox { spacing: $s2; min-height: $hit; background: transparent; }
QCheckBox:disabled { color: $text3; }

QPushButton {
  background: $surface; color: $text; border: 1px solid $line_strong; border-radius: $r_control;
  padding: 0 $pad_button; min-height: $control_in; font-weight: 600;
}
QPushButton:hover { background: $hover; }
QPushButton:disabled { color: $text3; background: $sunken; border-color: $line; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border-color: $accent; }
QPushButton[kind="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[kind="primary"]:disabled { color: $text3; background: $sunken; border-color: $line; }
QPushButton[kind="danger"] { color: $danger; border-color: $danger; }
QPushButton[kind="link"] {
  background: transparent; color: $accent; border: none; padding: 0; min-height: $hit; text-align: left;
}
QPushButton[kind="link"]:hover { color: $accent_hover; text-decoration: underline; }
QPushButton[kind="link"]:disabled { color: $text3; }
QPushButton[kind="quiet"] {
  background: transparent; color: $text; border: none; padding: 0 $s1; min-height: $hit; text-align: left;
}
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="tool"] {
  background: transparent; border: none; padding: 0;
  min-height: $hit; max-height: $hit; min-width: $hit; max-width: $hit;
}
QPushButton[kind="tool"]:hover { background: $hover; }
QPushButton[kind="status"] {
  background: transparent; color: $text2; border: none; padding: 0 $s1; min-height: $hit;
  font-weight: 400; font-size: $caption;
}
QPushButton[kind="status"][pie="true"] { padding-left: $pie; }
QPushButton[kind="status"]:disabled { background: transparent; border: none; color: $text2; }
QPushButton[kind="status"]:hover { color: $text; text-decoration: underline; }
QPushButton[kind="status"][tone="attn"] { color: $text; }
QPushButton[kind="status"][tone="danger"] { color: $danger; font-weight: 600; }
QPushButton[kind="pill"] {
  background: $surface; border: 1px solid $line_strong; border-radius: $r_pill; padding: 0 $s3; min-height: $pill_in;
  font-size: $caption;
}
QPushButton[kind="pill"]:checked {
  background: $selected; border: 2px solid $accent; color: $accent; min-height: $pill_in_on;
}
QPushButton[kind="choice"] { text-align: left; font-weight: 400; padding: $s1 $s3; }
QPushButton[kind="tile"] { border-radius: $r_card; padding: 0; }

QTabBar { background: transparent; border: none; }
QTabBar::tab {
  background: transparent; color: $text2; border: none; border-bottom: 2px solid transparent;
  padding: $s1 0 $s2 0; margin: 0 $tab_room;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar QToolButton { background: $surface; border: 1px solid $line; }

QListView { background: transparent; border: none; outline: 0; }
QTableView, QTreeView {
  background: transparent; border: none; outline: 0; gridline-color: transparent;
  selection-background-color: $selected; selection-color: $text;
}
QHeaderView { background: transparent; border: none; }
QHeaderView::section {
  background: $bg; color: $text2; border: none; border-bottom: 1px solid $text2; padding: $s1 $s2;
  font-size: $caption; font-weight: 600;
}
QTableView[items] QHeaderView::section { background: transparent; }
QTableView[items="placed"] QHeaderView::section:first { padding-left: $grip; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollArea, QWidget[scrolled="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: $bar; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: $bar; margin: 2px; }
QScrollBar::handle { background: $line_strong; border-radius: 3px; min-height: 32px; min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar {
  background: $surface; border: 1px solid $line_strong; border-radius: 4px; max-height: 8px; min-height: 8px;
}
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $surface; }
QCalendarWidget QToolButton { color: $text; font-weight: 600; padding: $s1 $s2; }
QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus { background: $hover; }
QCalendarWidget QAbstractItemView {
  color: $text; selection-background-color: $accent; selection-color: $on_accent; outline: 0;
  border: 2px solid $surface;
}
QCalendarWidget QAbstractItemView:focus { border-color: $focus; }
QCalendarWidget QAbstractItemView:disabled { color: $text3; }
QMenu { background: $surface; border: 1px solid $line_strong; padding: $s1; }
QMenu::item { padding: $s1 $s4; border-radius: $r_mark; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $text3; }
QMenu::separator { height: 1px; background: $line; margin: $s1 $s2; }
"""

TYPE_RULE = 'QLabel[role="$role"] { font-family: "$family"; font-size: ${size}px; font-weight: $weight; }\n'
TONE_RULE = 'QLabel[tone="$tone"] { color: $color; }\n'


def style_sheet(theme: Theme) -> str:
    """The whole sheet for a theme and a text size."""
    return Template(SHEET).substitute(_values(theme)) + _type_rules(theme) + _tone_rules(theme)


def _values(theme: Theme) -> dict[str, str]:
    lengths = {
        "body": theme.px(15),
        "caption": theme.px(13),
        "prose": theme.px(18),
        "r_card": theme.radius("card"),
        "r_control": theme.radius("control"),
        "r_pill": theme.size("hit_min") // 2,
        "r_mark": theme.radius("mark"),
        "control_in": theme.size("control_h") - 4,
        "pill_in": theme.size("hit_min") - 2,
        "pill_in_on": theme.size("hit_min") - 4,
        "hit": theme.size("hit_min"),
        "drop": theme.px(30),
        "bar": 10,
        "tab_room": TAB_ROOM,
        "pad_in": theme.space(11),
        "pad_in_focus": theme.space(11) - 1,
        "pad_bare": theme.space(BARE) - 2 - PAPER,
        "pad_button": theme.space(15),
        "grip": theme.space(18),
        "pie": theme.px(24),
        "s1_focus": theme.space(4) - 1,
    } | {f"s{step}": theme.space(size) for step, size in enumerate((0, 4, 8, 12, 16, 24, 32))}
    return (
        {name: f"{length}px" for name, length in lengths.items()}
        | {name: theme.hex(name) for name in (*TONES, *GROUNDS)}
        | {
            "sans": theme.family("body"),
            "serif": theme.family("prose"),
            "sunken_border": theme.hex("line" if theme.look in BORDERED else "sunken"),
        }
    )


def _type_rules(theme: Theme) -> str:
    rule = Template(TYPE_RULE)
    return "".join(
        rule.substitute(
            role=role, family=theme.family(role), size=theme.px(theme.step(role).pixels), weight=theme.step(role).weight
        )
        for role in type_roles()
    )


def _tone_rules(theme: Theme) -> str:
    return "".join(Template(TONE_RULE).substitute(tone=tone, color=theme.hex(tone)) for tone in TONES)

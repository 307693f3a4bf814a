"""The pages that are no list of records: which one stands behind a key."""

from collections.abc import Callable

from werkboek_desktop.ui.pages.overviews.page import OverviewsPage
from werkboek_desktop.ui.pages.packages.page import PackagesPage
from werkboek_desktop.ui.pages.page import Page
from werkboek_desktop.ui.pages.privacy import PrivacyPage
from werkboek_desktop.ui.pages.readthrough.page import ReadingPage
from werkboek_desktop.ui.pages.settings import SettingsPage
from werkboek_desktop.ui.pages.today import TodayPage
from werkboek_desktop.ui.pages.welcome import WelcomePage
from werkboek_desktop.ui.session import Session
from werkboek_desktop.ui.shell.rail import OVERVIEWS, PACKAGES, SETTINGS, TODAY
from werkboek_desktop.ui.work import Jobs

CONFLICT = "conflict"
WELCOME = "welcome"
PRIVACY = "privacy"
REPLACING = "replacing"
TERMS = "terms"
READING = "reading"

PLACES: dict[str, Callable[[Session, Jobs], Page]] = {
    TODAY: TodayPage,
    PACKAGES: PackagesPage,
    OVERVIEWS: OverviewsPage,
    SETTINGS: SettingsPage,
    WELCOME: WelcomePage,
    PRIVACY: PrivacyPage,
    READING: ReadingPage,
}
"""Each is made when somebody first goes there."""

WITHIN = {READING: "chapter", WELCOME: TODAY}
"""Which entry of the rail a page belongs to that has none of its own."""

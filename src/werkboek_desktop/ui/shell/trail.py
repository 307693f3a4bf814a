"""What one came by on the way to a page, and so where *Terug* leads."""

from werkboek_desktop.ui.pages.page import Page


class Trail:
    """Where one comes by a page again, the way there begins anew."""

    def __init__(self, start: Page) -> None:
        self._start = start
        self._pages: list[Page] = []

    @property
    def before(self) -> Page:
        """What was shown before."""
        return self._pages[-1] if self._pages else self._start

    def go(self, here: Page, there: Page) -> None:
        """Somebody goes from one page to another."""
        was_there = there in self._pages
        for each in (here, there):
            if each in self._pages:
                del self._pages[self._pages.index(each) :]
        if there is not here and not was_there:
            self._pages.append(here)

    def forget(self, page: Page) -> None:
        """This page is going."""
        self._pages = [each for each in self._pages if each is not page]

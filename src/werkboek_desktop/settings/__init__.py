"""What belongs to this computer and not to a project: settings, and which writer goes on in which file."""

from werkboek_desktop.settings.around import Around
from werkboek_desktop.settings.computer import App, Incarnation, WriterState
from werkboek_desktop.settings.declared import SETTINGS, Setting, Settings, setting

__all__ = ["SETTINGS", "App", "Around", "Incarnation", "Setting", "Settings", "WriterState", "setting"]

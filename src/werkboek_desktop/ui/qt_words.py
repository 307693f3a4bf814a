"""Qt's own words in Dutch: menus of a field, file dialogs, buttons of a message."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QTranslator

from werkboek_desktop.resources import resource


def speak_dutch(qt: QCoreApplication) -> list[QTranslator]:
    """From now on. What Qt's own translation lacks stands in resources/qt."""
    folders = {
        "qtbase_nl": QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
        "aanvulling_nl": str(resource("qt")),
    }
    translators = []
    for name, folder in folders.items():
        translator = QTranslator(qt)
        translator.load(name, folder)
        qt.installTranslator(translator)
        translators.append(translator)
    return translators

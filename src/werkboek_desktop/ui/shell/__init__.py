"""The main window: rail, pages and status bar."""

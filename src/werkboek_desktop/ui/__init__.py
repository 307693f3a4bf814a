"""The window: Qt widgets over the workspace. No rule of the domain lives here."""

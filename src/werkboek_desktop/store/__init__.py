"""The project file: SQLite through SQLAlchemy Core."""

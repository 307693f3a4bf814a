"""Overzichten: all cases at once, drawn."""

"""Werkboek Desktop: an offline editor for Dutch practice cases."""

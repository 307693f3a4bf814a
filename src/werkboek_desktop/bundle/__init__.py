"""Bundles (.wbx): bytes from and to verified changes."""

BUNDLE = "--bundle"
"""What a frozen window tells its command line to be: the reader of bundles."""

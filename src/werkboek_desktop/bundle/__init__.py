"""Bundles (.wbx): bytes from and to verified changes."""

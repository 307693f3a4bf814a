"""The declarations: one module for each part of the field."""

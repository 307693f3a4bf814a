"""Two versions of a field: read side by side, and one chosen or another written."""

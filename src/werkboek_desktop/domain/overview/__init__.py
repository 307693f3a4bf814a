"""What the overviews count, compare and order: pure functions of the cases and what they own."""

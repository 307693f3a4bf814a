"""Lists of records: a model over frozen rows, a delegate that paints them, and the pane with its search field."""

"""Tables of list items: a model of records, painted cells, editing in place, and more of one item below its row."""

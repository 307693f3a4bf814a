"""Writing a text: its editor, the document it is written in, and the marks that stand in it."""

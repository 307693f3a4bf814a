"""A case that goes to people without the program as a document, and what comes back of it."""

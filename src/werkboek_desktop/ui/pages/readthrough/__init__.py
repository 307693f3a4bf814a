"""Doorlopend lezen: the whole book as one text, of which only what is in sight is made."""

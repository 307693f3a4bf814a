"""What strangers bring and take: pasted text, documents of Word and LibreOffice."""

DOCUMENT = "--document"
"""What a frozen window tells its command line to be: the reader of one document."""

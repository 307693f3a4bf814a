"""What strangers bring and take: pasted text, documents of Word and LibreOffice."""

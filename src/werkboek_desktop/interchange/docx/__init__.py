"""Word's own format: read from bounded XML, written with python-docx."""

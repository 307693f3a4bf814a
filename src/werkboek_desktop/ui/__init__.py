"""The windows. No rule lives here."""

"""Pakketten: what came in, what went out, and who one exchanges with."""

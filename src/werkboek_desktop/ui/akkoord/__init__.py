"""Akkoord on the screen: how it stands, what went out and came back, and what to do now."""

"""Voorgoed wissen (AVG): the panel, what it says before and what it reports after."""

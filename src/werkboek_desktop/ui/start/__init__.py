"""From a double-click to a window that works: which file is meant, whose it is, and what comes while that loads."""

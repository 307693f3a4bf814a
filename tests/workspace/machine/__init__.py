"""What happens at several computers with real files, as rules for hypothesis: `tests/workspace/test_convergence.py`."""

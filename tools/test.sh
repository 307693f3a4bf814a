#!/usr/bin/env bash
# What every commit passes. The last line is pytest's own.
set -euo pipefail
cd "$(dirname "$0")/.."
unset PYTHONDONTWRITEBYTECODE # each test that starts the program would compile it again

.venv/bin/ruff check --quiet .
.venv/bin/ruff format --check --quiet .
.venv/bin/lint-imports --no-logo &
layers=$!
.venv/bin/mypy --num-workers 2
wait "$layers"
exec .venv/bin/pytest -m "not thorough" -n 2 --dist worksteal

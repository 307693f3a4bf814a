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

# What tests write they write in memory, where there is room: a disk is waited for at each save, and proves no more.
if [ "$(df --output=avail /dev/shm 2>/dev/null | tail -1)" -gt 2000000 ] 2>/dev/null; then
  TMPDIR=$(mktemp -d -p /dev/shm)
  export TMPDIR
  trap 'rm -rf "$TMPDIR"' EXIT
  chmod 711 "$TMPDIR" # a test looks at its files as somebody else
fi
.venv/bin/pytest -m "not thorough" -n 2 --dist worksteal

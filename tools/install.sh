#!/usr/bin/env bash
# Set-up from nothing: system libraries, .venv, locked packages, the program itself.
set -euo pipefail
cd "$(dirname "$0")/.."

tools/system.sh
python=$(tools/find_python.sh)
[ -x .venv/bin/pip ] || "$python" -m venv --clear .venv
pip() { .venv/bin/python -m pip --disable-pip-version-check "$@"; }
pip install --quiet --require-hashes -r requirements.lock
pip install --quiet --no-index --no-deps --no-build-isolation -e .
.venv/bin/python -m compileall -q src

#!/usr/bin/env bash
# Open the program on the demo project; without a screen, walk the same journey and leave pictures.
set -euo pipefail
cd "$(dirname "$0")/.."

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec .venv/bin/werkboek-desktop --demo
fi
QT_QPA_PLATFORM=offscreen exec .venv/bin/python -m werkboek_desktop --demo --screenshots build/demo

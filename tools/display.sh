#!/usr/bin/env bash
# Run a command that makes windows without anybody seeing them: in a virtual screen, or offscreen
# where there is already a screen (so that nothing flashes) or no Xvfb.
set -euo pipefail

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] && command -v xvfb-run >/dev/null; then
  exec xvfb-run -a -s "-noreset -screen 0 1280x720x24" "$@"
fi
QT_QPA_PLATFORM=offscreen exec "$@"

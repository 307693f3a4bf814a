#!/usr/bin/env bash
# Photograph every screen: each look and text size at the smallest and at a large window, a folder each.
set -euo pipefail
cd "$(dirname "$0")/.."

for look in light dark contrast; do
  for scale in 100 150 200; do
    for size in 1280x720 1920x1080; do
      .venv/bin/python -m tests.ui.photographs "$look" "$scale" "$size" "build/screenshots/$look-$scale-$size"
    done
  done
done

#!/usr/bin/env bash
# Freeze the program into dist/werkboek-desktop and see it start there, without the Python of this checkout.
set -euo pipefail
cd "$(dirname "$0")/.."

.venv/bin/pyinstaller --noconfirm --log-level WARN build_installer.spec
bare=(env -i "HOME=$(mktemp -d)" LANG=C.UTF-8 QT_QPA_PLATFORM=offscreen)
"${bare[@]}" dist/werkboek-desktop/werkboek selftest
"${bare[@]}" dist/werkboek-desktop/werkboek-desktop --demo --exit-after-first-paint
du -sh dist/werkboek-desktop

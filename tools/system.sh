#!/usr/bin/env bash
# Install the Debian packages that the program and its tests need; without root, print the one line that does.
set -euo pipefail

needed=(python3-venv ca-certificates libegl1 libgl1 libglib2.0-0t64 libfontconfig1 libdbus-1-3 libgssapi-krb5-2
  libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-image0 libxcb-render-util0
  libxcb-randr0 libxcb-xkb1)
wanted=(xvfb xauth)

missing() {
  for package in "$@"; do
    dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || echo "$package"
  done
}

if ! command -v apt-get >/dev/null; then
  echo "This is no Debian: Qt's system libraries have to be there already." >&2
  exit
fi
install=$(missing "${needed[@]}" "${wanted[@]}" | xargs)
[ -n "$install" ] || exit 0
if [ "$(id -u)" = 0 ]; then
  apt-get update -q
  # shellcheck disable=SC2086 # a list of package names
  DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $install
else
  echo "Some system libraries are missing. Run this line, then make again:" >&2
  echo "  sudo apt-get install --no-install-recommends $install" >&2
  [ -z "$(missing "${needed[@]}")" ]
fi

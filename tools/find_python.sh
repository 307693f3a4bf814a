#!/usr/bin/env bash
# Print the Python to build on. Found by running it: a pyenv shim may be there and still not start.
set -euo pipefail

for name in python3.14 python3.13 python3.12; do
  for candidate in $(type -ap "$name"); do
    "$candidate" -c 'import sys; print(sys.executable)' 2>/dev/null && exit
  done
done
echo "Python 3.14, 3.13 or 3.12 is needed, and none of them runs here ($(python3 --version 2>&1))." >&2
echo "3.11 will not do: PySide6 aborts there after some thousands of calls. On Debian 13: apt-get install python3" >&2
exit 1

#!/usr/bin/env bash
# Print the newest Python that runs. By running it: a pyenv shim may exist and still not start.
set -euo pipefail

for name in python3.14 python3.13 python3.12 python3; do
  for python in $(type -ap "$name"); do
    if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null; then
      echo "$python"
      exit
    fi
  done
done
echo "Python 3.12, 3.13 or 3.14 is needed and none was found. Python 3.11 will not do: PySide6 aborts there after a few" \
  "thousand calls. On Debian 13: apt-get install python3" >&2
exit 1

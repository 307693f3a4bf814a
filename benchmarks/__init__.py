"""Speed, memory and size, as ratios against a peer in the same run: `make bench`. No screen is needed."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

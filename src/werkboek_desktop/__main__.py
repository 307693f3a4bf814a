"""`python -m werkboek_desktop` opens the window."""

import sys

from werkboek_desktop.app import main

sys.exit(main())

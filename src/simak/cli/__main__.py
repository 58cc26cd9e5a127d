"""``python -m simak.cli``, for where the command itself is not on the path."""

import sys

from simak.cli import main

sys.exit(main())

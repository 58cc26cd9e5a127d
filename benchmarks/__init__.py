"""How long things take. Run with ``make bench``."""

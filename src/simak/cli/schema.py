"""``simak schema``: the JSON Schema of the record."""

from __future__ import annotations

import argparse
import json

DESCRIPTION = """\
Prints the JSON Schema (2020-12) of the record.

  simak schema > simak-record.schema.json
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """``simak schema`` has no options."""


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak schema`` and return the exit code."""
    from simak import record

    print(json.dumps(record.schema(), ensure_ascii=False, indent=2))
    return 0

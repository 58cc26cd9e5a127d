"""``simak version``: the versions on which a record depends."""

from __future__ import annotations

import argparse
import platform
from importlib.metadata import version as version_of

DESCRIPTION = """\
Prints the versions on which a record depends.

  simak version
"""


def add_options(parser: argparse.ArgumentParser) -> None:
    """``simak version`` has no options."""


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak version`` and return the exit code."""
    from simak import indonesian
    from simak.lexicon import Lexicon

    print(f"simak    {version_of('simak')}")
    print(f"model    {indonesian.model_version(indonesian.load())}")
    print(f"lexicon  {Lexicon().digest}")
    print(f"spacy    {version_of('spacy')}")
    print(f"python   {platform.python_version()}")
    return 0

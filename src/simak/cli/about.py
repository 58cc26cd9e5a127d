"""``simak schema`` and ``simak version``."""

from __future__ import annotations

import json
import platform
from importlib.metadata import version as version_of


def schema() -> int:
    """Print the JSON Schema of the record."""
    from simak import record

    print(json.dumps(record.schema(), ensure_ascii=False, indent=2))
    return 0


def version() -> int:
    """Print the versions on which a record depends."""
    from simak import indonesian
    from simak.lexicon import Lexicon

    print(f"simak    {version_of('simak')}")
    print(f"model    {indonesian.model_version(indonesian.load())}")
    print(f"lexicon  {Lexicon().digest}")
    print(f"spacy    {version_of('spacy')}")
    print(f"python   {platform.python_version()}")
    return 0

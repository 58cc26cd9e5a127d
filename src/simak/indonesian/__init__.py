"""The Indonesian language: tokens with clitics, sentences, and the trained pipeline.

>>> from simak import indonesian
>>> nlp = indonesian.load()                                             # doctest: +SKIP
>>> [token.text for token in nlp("Rumahnya terbakar.")]                 # doctest: +SKIP
['Rumah', 'nya', 'terbakar', '.']
"""

from simak.indonesian.clitic import is_clitic
from simak.indonesian.pipeline import (
    ModelError,
    annotation,
    load,
    model_version,
    set_annotation,
)

__all__ = [
    "ModelError",
    "annotation",
    "is_clitic",
    "load",
    "model_version",
    "set_annotation",
]

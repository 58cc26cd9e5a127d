"""Corrected files read back: what annotators changed elsewhere becomes judgements.

A file (:mod:`simak.correction.brat`, :mod:`simak.correction.cas`) gives marks; marks and the record
that they were drawn from give the record as the annotator wants it
(:mod:`simak.correction.drawing`); the two records give the judgements that lead from one to the
other (:mod:`simak.correction.compare`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module

from simak.export.mark import Mark


@dataclass(frozen=True)
class Correction:
    """What a file says about one article.

    ``state`` is the digest (:func:`simak.export.mark.state`) of the record that it was made from,
    ``where`` names the file in messages, ``text`` is the article's text as the file has it, None
    where it has none. ``shown`` tells how the format writes words that it cannot hold.
    """

    article: str
    state: str
    marks: tuple[Mark, ...]
    where: str
    text: str | None = None
    shown: Callable[[str], str] = str


def read(name: str, paths: Sequence[str]) -> Iterator[Correction]:
    """Yield the corrections in files and folders of a format: "brat" or "cas".

    Raises FormatError, with file and line, for what is not in that format.
    """
    module = import_module({"brat": "simak.correction.brat", "cas": "simak.correction.cas"}[name])
    found: Iterator[Correction] = module.read(paths)
    return found

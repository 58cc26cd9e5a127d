"""CoNLL-U: the words and trees of an article, with its entities.

The trees are the pipeline's and no part of the record, so this format is written where a pipeline
is at hand (``simak read``); :mod:`simak.indonesian.conllu` makes the lines.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from simak.errors import InputError
from simak.export.format import Setting
from simak.export.plain import plain
from simak.record import Record


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write the sentences of records. Raises InputError where there is no pipeline."""
    if setting.trees is None:
        raise InputError(
            "a store keeps records, and CoNLL-U shows the trees that they were made from: "
            "simak read --format conllu makes them from the articles"
        )
    for record in records:
        for sentence in setting.trees(record):
            out.write(plain(sentence).encode())

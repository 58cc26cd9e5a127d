"""Confidence: the share of rows like this one that are right in records made by hand.

Rows fall into cells, by how they were read: a statement by its construction and by what names its
source, an event by what told it and by its status, an entity by its type and whether it has a
name. ``confidence.tsv`` has the share of each cell with the counts that it rests on;
:mod:`simak.evaluation.calibration` says what "right" means and measures anew.

Reference: Guo et al. (2017), On Calibration of Modern Neural Networks (reliability by bands).
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Literal, get_args

from simak.lexicon import Lexicon, Row
from simak.reading.finding import Cast
from simak.record import EntityType, EventStatus

Kind = Literal["statement", "event", "entity"]

Construction = Literal["behind", "before", "free", "clause", "deed", "passive", "relative", "noun"]
"""How cue and content stand: the cue behind or before a quotation, "menurut" and tags behind a
comma ("free"), a clause behind an active cue, an act that the cue itself names ("mengecam ...")."""

Naming = Literal["name", "words", "pronoun", "speaker", "nobody"]
"""What names the source: a name, other words ("dinas itu"), a pronoun or clitic, "saya" and "kami"
of a quotation's speaker, nothing."""

Telling = Literal["verb", "rough-verb", "noun", "rough-noun", "implied", "speech", "answer"]
"""What tells an event: a verb or a noun, "rough" where it often means something else; either of
them without words for its actor ("implied"); a statement to somebody named; a statement whose
party the text before it gives ("answer")."""

_FILE = "confidence.tsv"
_COLUMNS = ("cell", "value", "right", "rows", "unseen_right", "unseen_rows")


def cells(kind: Kind) -> list[str]:
    """Return the names of all cells of a kind of row, in the order of the file."""
    parts: tuple[tuple[str, ...], ...]
    if kind == "statement":
        parts = (get_args(Construction), get_args(Naming))
    elif kind == "event":
        parts = (get_args(Telling), ("actual", "other"))
    else:
        parts = (get_args(EntityType), ("name", "words"))
    return [" ".join((kind, *cell)) for cell in product(*parts)]


class Confidence:
    """The shares by cell, checked on load.

    Raises LexiconError for a cell that does not exist or is missing, and for numbers that are no
    share or no counts.

    >>> Confidence(Lexicon()).statement("behind", "name") > 0.8
    True
    """

    def __init__(self, lexicon: Lexicon) -> None:
        known = [cell for kind in get_args(Kind) for cell in cells(kind)]
        rows = lexicon.rows(_FILE, _COLUMNS)
        self._values = {row.one_of("cell", known): _share(row) for row in rows}
        missing = [cell for cell in known if cell not in self._values]
        if missing:
            raise rows[-1].error(f"there is no row for {', '.join(missing)}")

    def statement(self, construction: Construction, naming: Naming) -> float:
        """Return the share of right statements of this construction and source, 0 to 1."""
        return self._values[f"statement {construction} {naming}"]

    def event(self, telling: Telling, status: EventStatus) -> float:
        """Return the share of right events told so, 0 to 1."""
        return self._values[f"event {telling} {'actual' if status == 'actual' else 'other'}"]

    def entity(self, type: EntityType, *, named: bool) -> float:
        """Return the share of right entities of this type, with or without a name, 0 to 1."""
        return self._values[f"entity {type} {'name' if named else 'words'}"]

    def weighed(self, cast: Cast) -> Cast:
        """Return the cast with the confidence of each referent."""
        referents = tuple(
            replace(
                one,
                confidence=self.entity(
                    one.type, named=any(m.kind in ("name", "acronym") for m in one.mentions)
                ),
            )
            for one in cast.referents
        )
        return replace(cast, referents=referents)


def _share(row: Row) -> float:
    try:
        value = float(row["value"])
        counts = [int(row[column]) for column in _COLUMNS[2:]]
    except ValueError:
        raise row.error("value must be a number, the counts whole numbers") from None
    if not 0.0 < value <= 1.0:
        raise row.error(f"value is {row['value']!r}; it must be a number up to 1")
    right, rows, unseen_right, unseen_rows = counts
    if not (0 <= unseen_right <= unseen_rows <= rows and unseen_right <= right <= rows):
        raise row.error(f"the counts {counts} do not fit; right of rows, unseen ones among them")
    return value

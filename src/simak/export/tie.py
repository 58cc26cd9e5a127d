"""Ties: events as edges between those who take part, from one article or from a whole store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from simak.record import Record


class Actor(NamedTuple):
    """One end of a tie: an id that is unique in the export, a name and an entity type."""

    id: str
    name: str
    type: str


class Tie(NamedTuple):
    """One event: who did what to whom, however many articles tell it.

    ``evidence`` are ids of the rows that tell it, "ARTICLE:EVENT". ``first`` and ``last`` are ISO
    days, None where no date is known.
    """

    type: str
    status: str
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    first: str | None
    last: str | None
    intensity: float | None
    evidence: tuple[str, ...]
    outlets: tuple[str, ...]


def of_records(records: Iterable[Record]) -> Iterator[Tie]:
    """Yield the events of records, each by itself, between the entities of its article."""
    raise NotImplementedError

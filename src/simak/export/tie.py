"""Ties: events as edges between those who take part, from one article or from a whole store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from msgspec import UnsetType

from simak.interval import interval
from simak.record import Record


class Actor(NamedTuple):
    """One end of a tie: an id that is unique in the export, and a name."""

    id: str
    name: str


def store_id(identity: str) -> str:
    """Return the id of an actor that is somebody across the articles of a store."""
    return f"identity:{identity}"


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


def of_records(records: Iterable[Record], every_status: bool) -> Iterator[Tie]:
    """Yield the events of records, each by itself, between the entities of its article."""
    for record in records:
        about = record.article
        names = {entity.id: entity.name for entity in record.entities}
        days = {time.id: interval(time.value) for time in record.times}
        for event in record.events:
            if event.status != "actual" and not every_status:
                continue
            when = days.get(event.time or "")
            told = about.published.value[:10] if about.published.value else None
            yield Tie(
                type=event.type,
                status=event.status,
                actors=tuple(Actor(f"{about.id}:{one}", names[one]) for one in event.actors),
                recipients=tuple(
                    Actor(f"{about.id}:{one}", names[one]) for one in event.recipients
                ),
                first=when.first.isoformat() if when else told,
                last=when.last.isoformat() if when else told,
                intensity=None if isinstance(event.intensity, UnsetType) else event.intensity,
                evidence=(f"{about.id}:{event.id}",),
                outlets=(about.outlet,) if about.outlet else (),
            )

"""Rows: findings become the rows of a record.

Unnamed referents that take part in no statement and no event are dropped; ids derive from what a
row says and where, so that two runs can be compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from msgspec import UNSET

from simak.reading.finding import (
    Cast,
    EventFinding,
    Referent,
    StatementFinding,
    WordingFinding,
)
from simak.reading.page import Page
from simak.record import (
    Context,
    Entity,
    Event,
    Role,
    Source,
    Statement,
    Time,
    Wording,
    row_id,
)
from simak.record import Mention as RecordMention


@dataclass(frozen=True)
class Findings:
    """Everything that was found in one article, before it becomes rows.

    ``contexts`` and ``intensities`` have one value for each of the ``events``.
    """

    page: Page
    cast: Cast
    statements: tuple[StatementFinding, ...]
    events: tuple[EventFinding, ...]
    wording: tuple[WordingFinding, ...]
    contexts: tuple[tuple[Context, ...], ...]
    intensities: tuple[float | None, ...]


class Rows:
    """Turns findings into rows: drops who takes part in nothing, and gives each row its id."""

    def __init__(self, found: Findings) -> None:
        self._found = found
        page = found.page
        self._speakers = _speakers(found.statements, found.cast)
        self._time_ids = _unique(row_id("t", *time.span) for time in page.times)
        self._statement_ids = _unique(
            row_id("s", statement.cue, statement.content) for statement in found.statements
        )
        taking_part = _taking_part(found, self._speakers)
        referents = found.cast.referents
        named = (index for index, referent in enumerate(referents) if _is_named(referent))
        kept = dict.fromkeys(sorted(taking_part.union(named)))
        for index in list(kept):
            for role in referents[index].roles:
                body = found.cast.at(role.organization.head) if role.organization else None
                if body is not None:
                    kept.setdefault(body)
        # Two referents may begin with the same words; their ids differ.
        ids = _unique(row_id("e", *referents[index].mentions[0].span) for index in kept)
        self._entity_ids: dict[int, str] = dict(zip(kept, ids, strict=True))

    def _entity(self, index: int | None) -> str | None:
        return None if index is None else self._entity_ids.get(index)

    def _time(self, index: int | None) -> str | None:
        return None if index is None else self._time_ids[index]

    def _statement(self, index: int | None) -> str | None:
        return None if index is None else self._statement_ids[index]

    def entities(self) -> tuple[Entity, ...]:
        """Return the entities in the order of their first mention."""
        cast = self._found.cast
        return tuple(
            self._entity_row(self._entity_ids[index], cast.referents[index])
            for index in sorted(self._entity_ids)
        )

    def _entity_row(self, entity_id: str, referent: Referent) -> Entity:
        members = dict(referent.members)
        return Entity(
            id=entity_id,
            type=referent.type,
            name=referent.name,
            aliases=referent.aliases,
            acronym=referent.acronym,
            roles=tuple(
                Role(
                    title=role.title,
                    organization=self._entity(
                        self._found.cast.at(role.organization.head) if role.organization else None
                    ),
                    span=role.span,
                )
                for role in referent.roles
            ),
            link=referent.link,
            mentions=tuple(
                RecordMention(
                    span=mention.span,
                    kind=mention.kind,
                    member=self._entity(members.get(position)) or UNSET,
                )
                for position, mention in enumerate(referent.mentions)
            ),
            confidence=round(referent.confidence, 2),
        )

    def times(self) -> tuple[Time, ...]:
        """Return the time expressions in text order."""
        return tuple(
            Time(
                id=self._time_ids[index],
                span=time.span,
                type=time.type,
                value=time.value,
                basis=time.basis,
                mod=time.mod or UNSET,
                note=time.note or UNSET,
            )
            for index, time in enumerate(self._found.page.times)
        )

    def statements(self) -> tuple[Statement, ...]:
        """Return the statements, in the order in which they were found."""
        return tuple(
            Statement(
                id=self._statement_ids[index],
                kind=statement.kind,
                act=statement.act,
                cue=statement.cue,
                source=Source(span=statement.source, entity=self._entity(self._speakers[index])),
                addressee=statement.addressee,
                content=statement.content,
                within=self._statement(statement.within),
                time=self._time(statement.time),
                place=self._entity(self._found.cast.at(statement.place_head)),
                confidence=round(statement.confidence, 2),
            )
            for index, statement in enumerate(self._found.statements)
        )

    def events(self) -> tuple[Event, ...]:
        """Return the events, in the order in which they were found."""
        parties = [
            (
                tuple(self._entity_ids[index] for index in event.actors),
                tuple(self._entity_ids[index] for index in event.recipients),
            )
            for event in self._found.events
        ]
        ids = _unique(
            row_id("v", event.type, event.trigger, *sides)
            for event, sides in zip(self._found.events, parties, strict=True)
        )
        return tuple(
            Event(
                id=event_id,
                type=event.type,
                mode=event.mode,
                trigger=event.trigger,
                actors=actors,
                recipients=recipients,
                time=self._time(event.time),
                place=self._entity(event.place),
                status=event.status,
                asserted_by=self._statement(event.asserted_by) or "outlet",
                evidence=event.evidence,
                statement=self._statement(event.statement),
                contexts=contexts,
                intensity=UNSET if intensity is None else intensity,
                confidence=round(event.confidence, 2),
            )
            for event_id, event, (actors, recipients), contexts, intensity in zip(
                ids,
                self._found.events,
                parties,
                self._found.contexts,
                self._found.intensities,
                strict=True,
            )
        )

    def wording(self) -> tuple[Wording, ...]:
        """Return the scare quotes and contested terms."""
        return tuple(
            Wording(
                span=row.span,
                kind=row.kind,
                asserted_by=self._statement(row.asserted_by) or "outlet",
                neutral=row.neutral or UNSET,
            )
            for row in self._found.wording
        )


def _speakers(statements: Sequence[StatementFinding], cast: Cast) -> list[int | None]:
    """Return the referent who speaks in each statement, carried over from a shared source."""
    speakers: list[int | None] = []
    for statement in statements:
        speaker = cast.at(statement.source_head)
        same = statement.same_source
        if speaker is None and same is not None and same < len(speakers):
            speaker = speakers[same]
        speakers.append(speaker)
    return speakers


def _is_named(referent: Referent) -> bool:
    return any(mention.kind in ("name", "acronym") for mention in referent.mentions)


def _taking_part(found: Findings, speakers: Sequence[int | None]) -> set[int]:
    """Return the referents that take part in a statement or an event."""
    taking_part = {index for index in speakers if index is not None}
    for statement in found.statements:
        for head in (statement.addressee_head, statement.place_head):
            index = found.cast.at(head)
            if index is not None:
                taking_part.add(index)
    for event in found.events:
        taking_part.update(event.actors, event.recipients)
        if event.place is not None:
            taking_part.add(event.place)
    for referent in found.cast.referents:
        taking_part.update(member for _, member in referent.members)
    return taking_part


def _unique(ids: Iterator[str]) -> list[str]:
    """Return the ids, a repeated one with its number behind it."""
    seen: dict[str, int] = {}
    unique = []
    for row in ids:
        seen[row] = seen.get(row, 0) + 1
        unique.append(row if seen[row] == 1 else f"{row}-{seen[row]}")
    return unique

"""What every view of a record shows, whatever it is drawn with: order, groups, names.

Nothing here is shown to anybody; :mod:`simak.export.text` and :mod:`simak.export.html` are.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass

from simak.record import Entity, Event, Record, Span, Statement, Time

PLACES = ("GPE", "LOC")

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(T.*)?$")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_PART_MONTH = {
    "Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12,
}  # fmt: skip

# Characters that would steer a terminal or turn a line around: shown, but without effect.
_STEERING = {code: 0x2400 + code for code in range(32) if chr(code) not in "\t\n"}
_STEERING[0x7F] = 0x2421
_STEERING.update(
    dict.fromkeys(
        [
            *range(0x80, 0xA0),
            *range(0x202A, 0x202F),
            *range(0x2066, 0x206A),
            *range(0xD800, 0xE000),
        ],
        0xFFFD,
    )
)


def harmless(text: str) -> str:
    """Return ``text`` with control and direction characters made visible, one for one."""
    return text.translate(_STEERING)


@dataclass(frozen=True)
class Speaker:
    """One who speaks, with what is said, in the order of the text."""

    entity: Entity | None
    statements: tuple[Statement, ...]


class View:
    """A record with its rows at hand by id, grouped and ordered as the views show them."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.entities = {entity.id: entity for entity in record.entities}
        self.times = {time.id: time for time in record.times}
        self.statements = {statement.id: statement for statement in record.statements}

    def words(self, span: Span) -> str:
        """Return the words at ``span`` on one line, harmless to show."""
        return harmless(" ".join(self.record.words(span).split())) or "␣"

    def speakers(self) -> list[Speaker]:
        """Return the speakers in the order in which they first speak; those unknown come last."""
        groups: dict[str | None, list[Statement]] = {}
        for statement in sorted(self.record.statements, key=_position):
            groups.setdefault(statement.source.entity, []).append(statement)
        unknown = groups.pop(None, None)
        found = [Speaker(self.entities.get(id), tuple(rows)) for id, rows in groups.items() if id]
        return [*found, Speaker(None, tuple(unknown))] if unknown else found

    def events(self) -> list[Event]:
        """Return the events in time order; those without a date follow, in the order of text."""
        return sorted(self.record.events, key=self._when)

    def _when(self, event: Event) -> tuple[bool, datetime.date, int]:
        time = self.times.get(event.time or "")
        date = first_day(time.value) if time else None
        return date is None, date or datetime.date.min, event.trigger[0]

    def times_in_order(self) -> list[Time]:
        """Return the time expressions in the order of the text."""
        return sorted(self.record.times, key=lambda time: time.span)

    def actors(self) -> list[Entity]:
        """Return the people and bodies in the order of the text."""
        return [entity for entity in self.record.entities if entity.type not in PLACES]

    def places(self) -> list[Entity]:
        """Return the places in the order of the record."""
        return [entity for entity in self.record.entities if entity.type in PLACES]

    def name(self, id: str | None) -> str:
        """Return the name of the entity with this id."""
        entity = self.entities.get(id or "")
        return harmless(entity.name) if entity else "?"

    def names(self, ids: Sequence[str]) -> str:
        """Return the names of several entities, divided by commas."""
        return ", ".join(self.name(id) for id in ids)

    def offices(self, entity: Entity) -> list[str]:
        """Return the offices of a person in words: "Presiden Republik Islam Iran"."""
        found = []
        for role in entity.roles:
            body = self.entities.get(role.organization or "")
            office = role.title
            # "Gubernur Bali" has its body in its title already.
            if body and not any(
                name.casefold() in office.casefold() for name in (body.name, *body.aliases)
            ):
                office = f"{office} {body.name}"
            if harmless(office) not in found:
                found.append(harmless(office))
        return found

    def asserter(self, by: str) -> str | None:
        """Return who asserts a row: a speaker's name, "?" if unnamed, None for the outlet."""
        if by == "outlet":
            return None
        statement = self.statements.get(by)
        return self.name(statement.source.entity) if statement else "?"


def first_day(value: str) -> datetime.date | None:
    """Return the first day of a TIMEX3 value, None if it gives no date.

    >>> first_day("2023-W25"), first_day("XXXX-06-20")
    (datetime.date(2023, 6, 19), None)
    """
    try:
        if match := _WEEK.match(value):
            return datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        if match := _PART.match(value):
            return datetime.date(int(match[1]), _PART_MONTH[match[2]], 1)
        if match := _DATE.match(value):
            return datetime.date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
    except ValueError:  # a misprint such as 31 June keeps its printed value
        pass
    return None


def mention_words(view: View, entity: Entity) -> list[str]:
    """Return the different words by which the article refers to an entity, in text order."""
    spans = sorted(mention.span for mention in entity.mentions)
    return list(dict.fromkeys(view.words(span) for span in spans))


def neutral(value: object) -> str | None:
    """Return the neutral name of a wording row, None where it has none."""
    return harmless(value) if isinstance(value, str) and value else None


def _position(statement: Statement) -> int:
    spans = [*statement.content, *([statement.cue] if statement.cue else [])]
    return min((start for start, _ in spans), default=0)

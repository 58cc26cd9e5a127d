"""How much there is: rows of each kind, and statements and events counted by what one asks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from simak.errors import StoreError
from simak.store.question.report import EventFilter, Reported, reports
from simak.store.question.statement import StatementFilter, statements
from simak.store.question.telling import merged
from simak.store.store import Store

#: What statements and events can be counted by.
STATEMENT_BY = ("month", "year", "outlet", "speaker", "act", "kind")
EVENT_BY = (
    "month", "year", "outlet", "type", "status", "actor", "recipient", "pair", "place", "context",
)  # fmt: skip
UNITS = ("event", "telling", "report")

#: The tables of an overview, with what their rows are.
OVERVIEW = {
    "article": "articles",
    "arrival": "arrivals of articles",
    "rejection": "inputs refused",
    "statement": "statements",
    "event": "reports of events",
    "identity": "people, bodies and places",
    "wording": "loaded words and scare quotes",
    "judgement": "judgements",
}


def overview(store: Store) -> dict[str, int]:
    """Return how many rows of each kind there are."""
    return {words: store.count(table) for table, words in OVERVIEW.items()}


def count_statements(
    store: Store, by: str, asked: StatementFilter | None = None
) -> list[tuple[str, int]]:
    """Return how many statements there are by ``by``, most first.

    Raises StoreError when ``by`` is none of STATEMENT_BY.
    """
    _known(by, STATEMENT_BY)
    counts: Counter[str] = Counter()
    for said in statements(store, asked or StatementFilter()):
        value = _date(said.published, by) if by in ("month", "year") else getattr(said, by)
        counts[value or "-"] += 1
    return _ordered(counts, by)


def count_events(
    store: Store, by: str, unit: str = "event", asked: EventFilter | None = None
) -> list[tuple[str, int]]:
    """Return how many there are by ``by``, most first.

    ``unit``: events as all reports tell them, tellings (reports without copies of each other) or
    reports. Raises StoreError when ``by`` is none of EVENT_BY or ``unit`` none of UNITS.
    """
    _known(by, EVENT_BY)
    _known(unit, UNITS)
    counts: Counter[str] = Counter()
    told = merged(reports(store, asked))
    for one in told:
        values = set(_values(one.reports, by))
        if unit == "event":
            for value in values:
                counts[value] += 1
            continue
        seen: set[tuple[object, str]] = set()
        for report in one.reports:
            for value in _values((report,), by):
                key = report.telling if unit == "telling" else (report.article, report.event)
                if (key, value) not in seen:
                    seen.add((key, value))
                    counts[value] += 1
    return _ordered(counts, by)


def _values(given: Iterable[Reported], by: str) -> Iterable[str]:
    """Return what reports are counted under; an event counts once under each."""
    for one in given:
        if by in ("month", "year"):
            yield _date(one.first, by) or "-"
        elif by in ("actor", "recipient"):
            sides = one.actors if by == "actor" else one.recipients
            yield from (side.name for side in sides) if sides else ("-",)
        elif by == "pair":
            for actor in one.actors:
                for recipient in one.recipients:
                    yield f"{actor.name} > {recipient.name}"
        elif by == "context":
            yield from one.contexts or ("-",)
        else:
            yield getattr(one, by) or "-"


def _date(value: str | None, by: str) -> str | None:
    return value[: 4 if by == "year" else 7] if value else None


def _ordered(counts: Counter[str], by: str) -> list[tuple[str, int]]:
    if by in ("month", "year"):
        return sorted(counts.items())
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _known(value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise StoreError(f"cannot count by {value!r}; it must be one of {', '.join(allowed)}")

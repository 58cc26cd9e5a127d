"""What questions have in common: names to identities, dates, outlets, the sentence of a row."""

from __future__ import annotations

import re
from collections.abc import Iterable

import msgspec
from sqlalchemy import ColumnElement, Connection, and_, exists, false, func, or_, select

from simak.errors import StoreError
from simak.interval import interval
from simak.store import schema
from simak.store.name import form

# A sentence ends here, or at the end of its line; further off, the evidence is cut.
_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9]|\s*$)|\n")
_LONGEST = 700


class Where(msgspec.Struct, frozen=True, kw_only=True):
    """Which articles are asked about. Dates are ISO 8601, as precise as wanted; both ends count."""

    since: str | None = None
    until: str | None = None
    outlet: str | None = None

    def __post_init__(self) -> None:
        """Raise StoreError for what is no date, and for an end before the beginning."""
        first = first_day(self.since) if self.since is not None else ""
        if self.until is not None and last_day(self.until) < first:
            raise StoreError(
                f"from {self.since} to {self.until} is no time: it ends before it begins"
            )

    def published(self) -> list[ColumnElement[bool]]:
        """Return the conditions on the article's date and outlet."""
        article = schema.article
        conditions: list[ColumnElement[bool]] = []
        if self.since is not None:
            conditions.append(func.substr(article.c.published, 1, 10) >= first_day(self.since))
        if self.until is not None:
            conditions.append(func.substr(article.c.published, 1, 10) <= last_day(self.until))
        if self.outlet is not None:
            conditions.append(printed_by(self.outlet))
        return conditions


def first_day(date: str) -> str:
    """Return the first day of a date: "2024-03-01" for "2024-03".

    Raises StoreError when it is none.
    """
    return _days(date)[0]


def last_day(date: str) -> str:
    """Return the last day of a date: "2024-03-31" for "2024-03". Raises as :func:`first_day`."""
    return _days(date)[1]


def _days(date: str) -> tuple[str, str]:
    found = interval(date)
    if found is None:
        raise StoreError(f"{date!r} is no date; give it as in 2024-03-05, 2024-03 or 2024")
    return found.first.isoformat(), found.last.isoformat()


def printed_by(outlet: str) -> ColumnElement[bool]:
    """Return the condition that an outlet printed the article, or the same text."""
    article, arrival = schema.article, schema.arrival
    wanted = outlet.strip().lower()
    return or_(
        func.lower(article.c.outlet) == wanted,
        exists().where(arrival.c.article == article.c.seq, func.lower(arrival.c.outlet) == wanted),
    )


def identities(connection: Connection, name: str) -> list[int]:
    """Return the identities that ``name`` may mean, by number.

    "#12" is identity 12. Else those that have exactly this name, alias or acronym; else those with
    all its words in one of their names. Several are several people: the caller asks about all.
    """
    if match := re.fullmatch(r"\s*#(\d+)\s*", name):
        return [int(match[1])]
    wanted = form(name)
    if not wanted:
        return []
    table = schema.identity_name
    exact = connection.execute(
        select(table.c.identity).where(table.c.form == wanted).distinct().order_by(table.c.identity)
    ).scalars()
    if found := list(exact):
        return found
    padded = " " + table.c.form + " "
    words = [padded.contains(f" {word} ", autoescape=True) for word in wanted.split()]
    return list(
        connection.execute(
            select(table.c.identity).where(and_(*words)).distinct().order_by(table.c.identity)
        ).scalars()
    )


def is_somebody(connection: Connection, name: str) -> ColumnElement[bool]:
    """Return the condition that an entity is whom ``name`` means.

    Who has no identity ("warga", "polisi") is asked for by the words of the article.
    """
    entity = schema.entity
    found = identities(connection, name)
    unnamed = and_(entity.c.identity.is_(None), func.lower(entity.c.name) == name.strip().lower())
    if not found:
        return unnamed if not name.strip().startswith("#") else false()
    return or_(entity.c.identity.in_(found), unnamed)


def sentence(text: str, start: int, end: int) -> str:
    """Return the sentence or sentences of ``text`` around a span, in one line.

    >>> sentence("Hujan turun. Sari bertemu Budi. Warga pulang.", 18, 25)
    'Sari bertemu Budi.'
    """
    window = max(0, start - _LONGEST)
    begin = window
    # A little further, so that what follows the full stop is seen.
    for match in _END.finditer(text, window, min(len(text), start + 2)):
        if match.end() <= start:
            begin = match.end()
    after = _END.search(text, max(end - 1, start), end + _LONGEST)
    stop = after.end() if after else min(len(text), end + _LONGEST)
    return " ".join(text[begin:stop].split())


def names(connection: Connection, wanted: Iterable[int]) -> dict[int, str]:
    """Return the names of identities."""
    table = schema.identity
    numbers = sorted(set(wanted))
    found: dict[int, str] = {}
    for at in range(0, len(numbers), 500):
        for row in connection.execute(
            select(table.c.seq, table.c.name).where(table.c.seq.in_(numbers[at : at + 500]))
        ):
            found[row.seq] = row.name
    return found

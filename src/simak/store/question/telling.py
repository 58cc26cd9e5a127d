"""One event from several reports: which rows of articles tell the same, and how many tell it.

Two reports tell one event if

- type and status agree (done; planned or supposed; denied), and the modes if both have one;
- their days meet. A time of the text gives a day as it stands; the article's own date stands for
  that day and the one before, for news is of today or of yesterday. A month or a year meets only
  the same month or year;
- they have somebody in common on each side, or nobody on the other side in both. Of acts that two
  do with each other (CONSULT, AGREE, COOPERATE) either may stand on either side. Who has no
  identity across articles ("warga") is somebody else in each telling, unless the other side has a
  name and words and mode are the same.

Chains of such reports are one event. A report without the other side ("KPK menangkap ...") belongs
to the only event that it can mean, and is one of its own if there are several. Two rows of one
article are one event only if their modes or words are the same, for the reader took them apart.
Copies of one text tell the same under the same words. The order of the reports does not matter.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import msgspec

from simak.store.question.report import Reported, Side

_DAY = datetime.timedelta(days=1)
# Longer stretches are months and years: they say too little to meet a day.
_VAGUE = datetime.timedelta(days=7)
# Within so many days a text is printed again.
_REPRINTED = datetime.timedelta(days=3)
_MUTUAL = frozenset(("AGREE", "CONSULT", "COOPERATE"))
_MAYBE = frozenset(("planned", "hypothetical"))


class Happened(msgspec.Struct, frozen=True, kw_only=True):
    """One event as all its reports tell it, the earliest first.

    ``tellings``: reports without the copies of each other. ``outlets``: who printed it.
    ``independent``: how many of the tellings have an origin of their own: the outlet, or whom it
    credits at the end of the chain; tellings from one agency are one voice.
    """

    type: str
    status: str
    first: str | None
    last: str | None
    actors: tuple[Side, ...]
    recipients: tuple[Side, ...]
    tellings: int
    outlets: tuple[str, ...]
    independent: int
    reports: tuple[Reported, ...]


def merged(given: Iterable[Reported]) -> list[Happened]:
    """Return reports as events, by their first day."""
    reports = sorted(given, key=lambda one: (one.first or "", one.article, one.start, one.event))
    groups = _Groups(len(reports))
    for one, other in _pairs(reports):
        if _same(reports[one], reports[other]):
            groups.join(one, other)
    for one, other in _only(reports, groups):
        groups.join(one, other)
    happened = [_happened([reports[at] for at in group]) for group in groups.all()]
    return sorted(
        happened,
        key=lambda one: (
            one.first or "",
            one.type,
            [s.name for s in one.actors],
            one.reports[0].article,
            one.reports[0].start,
        ),
    )


class _Groups:
    """Numbers that hang together (union and find)."""

    def __init__(self, size: int) -> None:
        self._over = list(range(size))

    def of(self, one: int) -> int:
        while self._over[one] != one:
            self._over[one] = self._over[self._over[one]]
            one = self._over[one]
        return one

    def join(self, one: int, other: int) -> None:
        first, last = sorted((self.of(one), self.of(other)))
        self._over[last] = first

    def all(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for one in range(len(self._over)):
            found.setdefault(self.of(one), []).append(one)
        return list(found.values())


def _pairs(reports: Sequence[Reported]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that may tell the same: copies, or somebody in common on days that are near.

    A pair may come more than once.
    """
    copies: dict[tuple[object, ...], list[int]] = {}
    near: dict[tuple[object, ...], list[int]] = {}
    for number, one in enumerate(reports):
        kind = one.type, _status(one)
        copies.setdefault((*kind, one.telling, one.trigger.lower()), []).append(number)
        if one.first is None:
            continue
        # What has a month or a year meets only its like.
        when = (one.first, one.last) if _is_vague(one) else ()
        keys: list[tuple[object, ...]] = [(one.telling, side.name.lower()) for side in one.actors]
        keys += [(identity,) for identity in _named((*one.actors, *one.recipients))]
        for key in keys:
            near.setdefault((*kind, when, *key), []).append(number)
    for block in copies.values():
        yield from combinations(block, 2)
    for block in near.values():
        # In the order of their first days, so that who is far is not looked at.
        for place, first in enumerate(block):
            for other in block[place + 1 :]:
                if _far(reports[first], reports[other]):
                    break
                yield first, other


def _far(one: Reported, other: Reported) -> bool:
    """Whether the later report begins so late that it and all after it are other events."""
    begin, end = _days(one), _days(other)
    return begin is not None and end is not None and end[0] - begin[1] > _DAY


def _is_vague(one: Reported) -> bool:
    days = _days(one)
    return days is not None and days[1] - days[0] > _VAGUE


def _same(one: Reported, other: Reported) -> bool:
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if one.telling == other.telling and one.article != other.article:
        # Copies: their dates may differ a little, their words do not.
        alike = one.trigger.lower() == other.trigger.lower()
        if alike and _meet(one.actors, other.actors) and _soon(one, other):
            return True
    elif one.article == other.article and not _worded_alike(one, other):
        return False
    return _at_once(one, other) and _sides_meet(one, other)


def _soon(one: Reported, other: Reported) -> bool:
    """Whether copies tell of days that may be the same; a text that comes every month does not."""
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return True
    return first[0] <= second[1] + _REPRINTED and second[0] <= first[1] + _REPRINTED


def _worded_alike(one: Reported, other: Reported) -> bool:
    """Whether two rows of one article name the act alike: by mode, or with a word in common."""
    if one.mode and other.mode:
        return one.mode == other.mode
    words = set(one.trigger.lower().split())
    return not words.isdisjoint(other.trigger.lower().split())


def _status(one: Reported) -> str:
    return "maybe" if one.status in _MAYBE else one.status


def _days(one: Reported) -> tuple[datetime.date, datetime.date] | None:
    """Return the days on which an event may have been."""
    if one.first is None:
        return None
    first = datetime.date.fromisoformat(one.first)
    last = datetime.date.fromisoformat(one.last) if one.last else first
    return (first if one.dated_by == "time" else first - _DAY), last


def _at_once(one: Reported, other: Reported) -> bool:
    first, second = _days(one), _days(other)
    if first is None or second is None:
        return False
    if (one.first, one.last) == (other.first, other.last):
        return True
    if _is_vague(one) or _is_vague(other):
        return False
    return first[0] <= second[1] and second[0] <= first[1]


def _sides_meet(one: Reported, other: Reported) -> bool:
    if _is_mutual(one) and _is_mutual(other):
        named = _named((*one.actors, *one.recipients)) & _named((*other.actors, *other.recipients))
        if len(named) >= 2:
            return True
    told = one.telling == other.telling
    actors = _meet(one.actors, other.actors, told)
    recipients = _meet(one.recipients, other.recipients, told)
    if actors and (recipients or not (one.recipients or other.recipients)):
        return True
    if not one.mode or one.mode != other.mode:
        return False
    if actors and _named(one.actors) & _named(other.actors):
        return _meet(one.recipients, other.recipients, told=True)
    if recipients and _named(one.recipients) & _named(other.recipients):
        return _meet(one.actors, other.actors, told=True)
    return False


def _is_mutual(one: Reported) -> bool:
    return one.type in _MUTUAL


def _named(sides: Iterable[Side]) -> set[int]:
    return {side.identity for side in sides if side.identity is not None}


def _meet(one: Iterable[Side], other: Iterable[Side], told: bool = True) -> bool:
    """Whether somebody is on both; who has no identity only where ``told`` in one telling."""

    def keys(sides: Iterable[Side]) -> set[object]:
        unnamed = {side.name.lower() for side in sides if side.identity is None} if told else set()
        return {*_named(sides), *unnamed}

    return not keys(one).isdisjoint(keys(other))


def _only(reports: Sequence[Reported], groups: _Groups) -> list[tuple[int, int]]:
    """Return reports that lack the other side, each with the only event that it can mean."""
    found: dict[int, set[int]] = {}
    pair: dict[tuple[int, int], tuple[int, int]] = {}
    whole = {groups.of(at) for at, one in enumerate(reports) if one.recipients}
    for one, other in _pairs(reports):
        lacks, has = (one, other) if not reports[one].recipients else (other, one)
        few, full = groups.of(lacks), groups.of(has)
        if few in whole or full not in whole or few == full:
            continue
        first, second = reports[lacks], reports[has]
        if first.article == second.article or (first.mode != second.mode):
            continue
        if _at_once(first, second) and _named(first.actors) & _named(second.actors):
            found.setdefault(few, set()).add(full)
            pair[few, full] = lacks, has
    return [
        pair[few, full] for few, fulls in sorted(found.items()) if len(fulls) == 1 for full in fulls
    ]


def _happened(cluster: list[Reported]) -> Happened:
    found = sorted(cluster, key=lambda one: (one.published or "9999", one.article, one.start))
    # Who names most of those who take part says it best.
    best = max(found, key=lambda one: (bool(one.recipients), len(one.actors + one.recipients)))
    dated = [one for one in found if one.dated_by == "time"] or found
    tellings: dict[int, list[Reported]] = {}
    for one in found:
        tellings.setdefault(one.telling, []).append(one)
    return Happened(
        type=best.type,
        status=best.status,
        first=min((one.first for one in dated if one.first), default=None),
        last=max((one.last for one in dated if one.last), default=None),
        actors=best.actors,
        recipients=best.recipients,
        tellings=len(tellings),
        outlets=tuple(dict.fromkeys(one.outlet for one in found if one.outlet)),
        independent=voices(list(map(_origins, tellings.values()))),
        reports=tuple(found),
    )


def _origins(telling: Sequence[Reported]) -> list[str]:
    """Return where a telling comes from: whom its copies credit, else the outlet that was first."""
    credited = dict.fromkeys(origin for one in telling for origin in one.origins)
    if credited:
        return list(credited)
    first = telling[0]
    return [first.outlet or f"article {first.article}"]


def voices(tellings: Sequence[Sequence[str]]) -> int:
    """Return how many tellings can each be given an origin of its own.

    >>> voices([["Antara"], ["Antara"], ["Harian Melati", "Antara"]])
    2
    """
    taken: dict[str, int] = {}

    def give(telling: int, seen: set[str]) -> bool:
        for origin in tellings[telling]:
            if origin not in seen:
                seen.add(origin)
                if origin not in taken or give(taken[origin], seen):
                    taken[origin] = telling
                    return True
        return False

    return sum(give(telling, set()) for telling in range(len(tellings)))

"""Merge: the same act told twice is one event with several evidence spans."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from simak.reading.finding import EventFinding
from simak.record import Span

MOST_EVIDENCE = 24
"""Spans of evidence of one event, at most: more prove nothing more."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One telling of an act: the event it gives, and the short name of the act."""

    act: str
    event: EventFinding
    implied: bool = False


# Acts that befall somebody once, whoever is said to have done them.
_ONCE = frozenset({"COERCE", "SANCTION"})
# Names of the act of sitting together: "bertemu X ... perundingan dengan X itu".
_TALKS = frozenset({"temu", "bicara", "runding"})
# Characters of the value of a month ("2024-05").
_MONTH = 7


def merge(
    tellings: Iterable[Telling], values: Sequence[str] = (), unnamed: Collection[int] = ()
) -> list[EventFinding]:
    """Return one event for all tellings of the same act, in the order of the first telling.

    Two tellings are of one act if they have its name and type, the same status, times that do not
    contradict each other, actors in common, and recipients in common or none on one side. A
    symmetric act may be told from either side. Talks have many names, and one act may be told as
    planned and as done, if all the parties are the same: then the first telling says which. What is
    left open in one telling stays apart from what another says was done. An arrest of the same
    people stays one though its actor is taken for granted in one telling, or ``unnamed`` ("polisi
    ... Polres X").
    ``values``: those of the times that events point to. The outlet's own telling comes first: it
    decides trigger and ``asserted_by``.
    """
    kept: dict[str, list[Telling]] = {}
    order: list[list[Telling]] = []
    for telling in tellings:
        act = "talks" if telling.act in _TALKS else telling.act
        group = kept.setdefault(f"{act} {telling.event.type}", [])
        for index, other in enumerate(group[-24:], start=max(0, len(group) - 24)):
            if not _at_one_time(other.event, telling.event, values):
                continue
            if _same(other.event, telling.event, other.act == telling.act):
                group[index] = Telling(
                    other.act,
                    _joined(other.event, telling.event, values),
                    other.implied and telling.implied,
                )
                break
            if _befell_once(other.event, telling.event):
                vague = [
                    one.implied or set(one.event.actors) <= set(unnamed) for one in (other, telling)
                ]
                if any(vague):
                    sure = telling if vague[0] and not vague[1] else other
                    joined = _joined(other.event, telling.event, values)
                    group[index] = Telling(
                        other.act, replace(joined, actors=sure.event.actors), all(vague)
                    )
                    break
        else:
            group.append(telling)
            if len(group) == 1:
                order.append(group)
    events = [telling.event for group in order for telling in group]
    return sorted(events, key=lambda event: (event.evidence[0], event.trigger))


def evidence(known: tuple[Span, ...], more: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return both sets of spans in the order of the text, at most MOST_EVIDENCE of them."""
    new = [span for span in more if span not in known]
    return tuple(sorted([*known, *new[: max(0, MOST_EVIDENCE - len(known))]]))


def _same(one: EventFinding, other: EventFinding, named: bool) -> bool:
    """Tell whether both are tellings of one act; ``named``: they have the same name of it."""
    if (one.mode or other.mode) != (other.mode or one.mode):
        return False
    if (
        not named
        or one.status != other.status
        or (one.statement is None) != (other.statement is None)
    ):
        return _of_the_same(one, other, named)
    mine, theirs = set(one.actors + one.recipients), set(other.actors + other.recipients)
    if not set(one.actors) & set(other.actors):
        # A meeting can be told from either side, if both tellings know both.
        return one.type == "CONSULT" and len(mine) > 1 and mine == theirs
    if one.recipients and other.recipients:
        if one.type == "CONSULT":  # with some of them only, or elsewhere: another meeting
            there = one.place is None or other.place in {None, one.place}
            return mine == theirs and there
        return bool(set(one.recipients) & set(other.recipients))
    return mine <= theirs or theirs <= mine


def _of_the_same(one: EventFinding, other: EventFinding, named: bool) -> bool:
    """Tell whether acts told in other words or with another status have all parties in common."""
    if set(one.actors) != set(other.actors) or set(one.recipients) != set(other.recipients):
        return False
    if one.type == "CONSULT" and (one.status, other.status) == ("actual", "planned"):
        return False  # "mereka berunding ... rencana perundingan": they will again
    if {one.status, other.status} == {"actual", "hypothetical"}:
        return False  # what one telling leaves open is not done because another sounds so
    if named and (one.statement is None) == (other.statement is None):
        return one.type != "AGREE" or bool(one.recipients)
    return bool(one.recipients) and one.status == other.status


def _at_one_time(one: EventFinding, other: EventFinding, values: Sequence[str]) -> bool:
    if one.time is None or other.time is None or one.time == other.time:
        return True
    if max(one.time, other.time) >= len(values):
        return False
    return values[one.time] == values[other.time] or _finer(one.time, other.time, values)


def _finer(one: int, other: int, values: Sequence[str]) -> bool:
    """Tell whether one time lies in the other: a day in its month, an hour in its day."""
    short, long = sorted((values[one], values[other]), key=len)
    return len(short) >= _MONTH and short[0] != "X" and long.startswith((short + "-", short + "T"))


def _befell_once(one: EventFinding, other: EventFinding) -> bool:
    return (
        one.type in _ONCE
        and one.status == other.status
        and (one.mode or other.mode) == (other.mode or one.mode)
        and bool(one.recipients)
        and set(one.recipients) == set(other.recipients)
    )


def _day(one: int | None, other: int | None, values: Sequence[str]) -> int | None:
    """Return the time of both tellings: the first, but the day where that is but its month."""
    if one is None or other is None or max(one, other) >= len(values):
        return other if one is None else one
    month = len(values[one]) == _MONTH and _finer(one, other, values)
    return other if month else one


def _joined(one: EventFinding, other: EventFinding, values: Sequence[str]) -> EventFinding:
    if one.status != other.status and "hypothetical" in {one.status, other.status}:
        first, second = (other, one) if one.status == "hypothetical" else (one, other)
    elif one.asserted_by is not None and other.asserted_by is None:
        first, second = other, one
    else:
        first, second = one, other
    actors = tuple(dict.fromkeys(first.actors + second.actors))
    recipients = tuple(
        index
        for index in dict.fromkeys(first.recipients + second.recipients)
        if index not in actors
    )
    return replace(
        first,
        mode=first.mode or second.mode,
        statement=first.statement if first.statement is not None else second.statement,
        actors=actors,
        recipients=recipients,
        time=_day(first.time, second.time, values),
        place=first.place if first.place is not None else second.place,
        evidence=evidence(one.evidence, other.evidence),
        confidence=max(one.confidence, other.confidence),
    )

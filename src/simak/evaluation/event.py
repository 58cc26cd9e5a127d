"""Events: which were found, and what is right about those that were."""

from __future__ import annotations

from collections.abc import Mapping

from simak.evaluation.entity import Identity
from simak.evaluation.matching import assign
from simak.evaluation.measure import Counts, Share
from simak.evaluation.overlap import closeness, overlaps
from simak.evaluation.report import Line
from simak.record import Event, Record, Span

Participants = Mapping[tuple[int, int], tuple[Counts, Counts]]


def _within(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _told_again(gold: Event, predicted: Event) -> bool:
    """Return whether the predicted trigger lies in another telling of the gold event.

    A gold event that the article tells twice has one trigger and two evidence spans; a reader
    that takes its trigger from the second telling has found the same event.
    """
    return any(
        _within(predicted.trigger, span) and not _within(gold.trigger, span)
        for span in gold.evidence
    )


def _right(counts: Counts) -> bool:
    return counts.right == counts.predicted == counts.gold


def _matches(
    gold: Record, predicted: Record, participants: Participants, *, typed: bool
) -> list[tuple[int, int]]:
    """Match events one to one: as many as possible, then the closest triggers, then the actors."""
    weights: dict[tuple[int, int], float] = {}
    for i, a in enumerate(gold.events):
        for j, b in enumerate(predicted.events):
            same = a.type == b.type
            if typed and not same:
                continue
            if overlaps(a.trigger, b.trigger) or (typed and _told_again(a, b)):
                actors, recipients = participants[i, j]
                weights[i, j] = (
                    1
                    + 1e-3 * closeness(a.trigger, b.trigger)
                    + 1e-4 * same
                    + 1e-5 * ((actors.f1 or 0.0) + (recipients.f1 or 0.0))
                )
    return assign(weights)


def _participants(gold: Record, predicted: Record, identity: Identity) -> Participants:
    return {
        (i, j): (
            identity.shared(a.actors, b.actors),
            identity.shared(a.recipients, b.recipients),
        )
        for i, a in enumerate(gold.events)
        for j, b in enumerate(predicted.events)
        if a.type == b.type or overlaps(a.trigger, b.trigger)
    }


def match_events(gold: Record, predicted: Record, identity: Identity) -> list[tuple[int, int]]:
    """Match the events of two records one to one by trigger and type; return their positions."""
    return _matches(gold, predicted, _participants(gold, predicted, identity), typed=True)


def _value(record: Record, time: str | None) -> str | None:
    values = {row.id: row.value for row in record.times}
    return None if time is None else values[time]


def score_events(
    gold: Record, predicted: Record, identity: Identity, told: Mapping[str, str]
) -> list[Line]:
    """Return F1 of events and of their parts.

    "trigger": triggers that share a character, one to one. "type": the same with the same PLOVER
    type, or with the trigger in another telling of the gold event. On the events matched with
    type: F1 of actors and of recipients, and the shares with the right time value, place, status
    and asserted_by (the outlet, or the statement that ``told`` - gold id to predicted id - says is
    the same). An event without a time or a place is right when the gold has none either;
    "time_given" and "place_given" are the F1 over those that have one. "whole" is the F1 of events
    with all of this right; its recall is the share of all gold events. "actual_right": of the
    matched events predicted as actual, the share that is so in the gold; the rest are planned,
    hypothetical or denied acts counted as done.
    """
    participants = _participants(gold, predicted, identity)
    sizes = len(predicted.events), len(gold.events)
    bare = _matches(gold, predicted, participants, typed=False)
    typed = _matches(gold, predicted, participants, typed=True)
    actors, recipients = Counts(), Counts()
    whole = 0
    shares = dict.fromkeys(("time", "place", "status", "asserted_by"), 0)
    given = {"time": Counts(), "place": Counts()}
    actual = actual_right = 0
    for i, j in typed:
        a, b = gold.events[i], predicted.events[j]
        acting, receiving = participants[i, j]
        actors, recipients = actors + acting, recipients + receiving
        right = {
            "time": _value(gold, a.time) == _value(predicted, b.time),
            "place": identity.same(a.place, b.place),
            "status": a.status == b.status,
            "asserted_by": b.asserted_by
            == ("outlet" if a.asserted_by == "outlet" else told.get(a.asserted_by)),
        }
        for name, value in right.items():
            shares[name] += value
        for name, ours, theirs in (("time", a.time, b.time), ("place", a.place, b.place)):
            both = ours is not None and theirs is not None
            given[name] += Counts(both and right[name], theirs is not None, ours is not None)
        whole += all(right.values()) and _right(acting) and _right(receiving)
        if b.status == "actual":
            actual += 1
            actual_right += a.status == "actual"
    labels = {"time": "time value", "asserted_by": "asserted by"}
    return [
        Line("events", "type", Counts(len(typed), *sizes), "trigger and type"),
        Line("events", "trigger", Counts(len(bare), *sizes), "trigger"),
        Line("events", "whole", Counts(whole, *sizes), "everything right"),
        Line("events", "actors", actors, "actors, on matched"),
        Line("events", "recipients", recipients, "recipients, on matched"),
        *(
            Line("events", name, Share(right, len(typed)), f"{labels.get(name, name)}, on matched")
            for name, right in shares.items()
        ),
        *(
            Line("events", f"{name}_given", counts, f"{labels.get(name, name)}, where given")
            for name, counts in given.items()
        ),
        Line(
            "events",
            "actual_right",
            Share(actual_right, actual),
            "really actual, of those called actual",
        ),
    ]

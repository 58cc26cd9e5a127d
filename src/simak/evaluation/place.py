"""Places: whether an entity leads to the right entry of a gazetteer."""

from __future__ import annotations

from simak.evaluation.entity import NAMES, Identity
from simak.evaluation.measure import Counts, Share
from simak.evaluation.report import Line
from simak.record import Entity, Link, Record

_TYPES = ("GPE", "LOC")


def _is_place(entity: Entity) -> bool:
    return entity.type in _TYPES and any(mention.kind in NAMES for mention in entity.mentions)


def _same(one: Link | None, other: Link | None) -> bool:
    if one is None or other is None:
        return False
    return (one.authority, one.id) == (other.authority, other.id)


def score_places(gold: Record, predicted: Record, identity: Identity) -> list[Line]:
    """Return how many of the gold's places have the right entry, and how many are left open.

    Looked at are the named places (GPE, LOC) of a gold record in which at least one has a link: in
    any other, nobody looked links up. "link": F1 of authority and id; a place that was not found
    or was left open counts as missing. "right": the share of the gold's links. "open": of the
    places without a link in the gold that were found, the share without one in the prediction.
    """
    places = [entity for entity in gold.entities if _is_place(entity)]
    if not any(place.link for place in places):
        places = []
    counts, right, found_open, left_open = Counts(), 0, 0, 0
    for place in places:
        others = [one for one in predicted.entities if identity.same(place.id, one.id)]
        hit = any(_same(place.link, other.link) for other in others)
        linked = any(other.link for other in others)
        counts += Counts(hit, linked, place.link is not None)
        right += hit
        if place.link is None and others:
            found_open += 1
            left_open += not linked
    return [
        Line("places", "link", counts, "authority and id"),
        Line("places", "right", Share(right, counts.gold), "right entry, of those with one"),
        Line("places", "open", Share(left_open, found_open), "left open, of those without one"),
    ]

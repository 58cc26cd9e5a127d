"""Roles: who holds which office of which body."""

from __future__ import annotations

from simak.evaluation.entity import Identity
from simak.evaluation.matching import assign
from simak.evaluation.measure import Counts
from simak.evaluation.overlap import normal
from simak.evaluation.report import Line
from simak.record import Record, Role


def _roles(record: Record) -> list[tuple[str, Role]]:
    return [(entity.id, role) for entity in record.entities for role in entity.roles]


def score_roles(gold: Record, predicted: Record, identity: Identity) -> list[Line]:
    """Return F1 of roles: same holder, same title (case aside) and same organization or none.

    "title" leaves the organization out of the comparison.
    """
    ours, theirs = _roles(gold), _roles(predicted)
    titled = {
        (i, j): 1.0
        for i, (holder, role) in enumerate(ours)
        for j, (other, guess) in enumerate(theirs)
        if identity.same(holder, other) and normal(role.title) == normal(guess.title)
    }
    whole = {
        (i, j): weight
        for (i, j), weight in titled.items()
        if identity.same(ours[i][1].organization, theirs[j][1].organization)
    }
    return [
        Line("roles", name, Counts(len(assign(pairs)), len(theirs), len(ours)), label)
        for name, pairs, label in (
            ("", whole, "holder, title, organization"),
            ("title", titled, "holder and title"),
        )
    ]

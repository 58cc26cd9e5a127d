"""Entities: when a predicted entity is a gold entity, and how many mentions were found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import get_args

from simak.evaluation.matching import assign
from simak.evaluation.measure import Counts
from simak.evaluation.overlap import normal
from simak.evaluation.report import Line
from simak.record import Entity, EntityType, Record, Span

NAMES = ("name", "acronym")
_REFERRING = ("pronoun", "clitic")


class _Card:
    """What an entity is known by: its names, and the spans of its mentions by how much they say."""

    def __init__(self, record: Record, entity: Entity) -> None:
        names = [mention.span for mention in entity.mentions if mention.kind in NAMES]
        self.spans = frozenset(names)
        self.names = frozenset(normal(record.words(span)) for span in names) - {""}
        self.described = frozenset(
            mention.span for mention in entity.mentions if mention.kind not in _REFERRING
        )
        self.all = frozenset(mention.span for mention in entity.mentions)


class Identity:
    """Says which entities of two records of the same text are the same one.

    A predicted entity is a gold entity if they share a name: a mention of kind name or acronym
    at the same span, or with the same words (case and outer punctuation aside). A gold entity
    without any name ("delegasi tersebut") is compared by span: one mention that is no pronoun or
    clitic must be shared, or, when it has only those, one of them. A pronoun alone never makes a
    named speaker right.
    """

    def __init__(self, gold: Record, predicted: Record) -> None:
        self._gold = {entity.id: _Card(gold, entity) for entity in gold.entities}
        self._predicted = {entity.id: _Card(predicted, entity) for entity in predicted.entities}

    def same(self, gold: str | None, predicted: str | None) -> bool:
        """Return whether two ids mean the same entity; two nulls are the same."""
        if gold is None or predicted is None:
            return gold is predicted
        ours, theirs = self._gold[gold], self._predicted[predicted]
        if ours.spans:
            return bool(ours.spans & theirs.spans or ours.names & theirs.names)
        if ours.described:
            return bool(ours.described & theirs.all)
        return bool(ours.all & theirs.all)

    def shared(self, gold: Sequence[str], predicted: Sequence[str]) -> Counts:
        """Return how many of two lists of entities are the same, one to one."""
        pairs = assign(
            {
                (i, j): 1.0
                for i, ours in enumerate(gold)
                for j, theirs in enumerate(predicted)
                if self.same(ours, theirs)
            }
        )
        return Counts(len(pairs), len(predicted), len(gold))


def _common(
    gold: Iterable[tuple[Span, EntityType]], predicted: Iterable[tuple[Span, EntityType]]
) -> Counts:
    ours, theirs = Counter(gold), Counter(predicted)
    return Counts((ours & theirs).total(), theirs.total(), ours.total())


def _mentions(record: Record, *, named: bool = False) -> list[tuple[Span, EntityType]]:
    return [
        (mention.span, entity.type)
        for entity in record.entities
        for mention in entity.mentions
        if not named or mention.kind in NAMES
    ]


def score_entities(gold: Record, predicted: Record) -> list[Line]:
    """Return mention F1, strict: same span and same entity type; over all and by type.

    "mentions" takes all kinds of mention, pronouns included; "names" only names and acronyms.
    """
    ours, theirs = _mentions(gold), _mentions(predicted)
    lines = [
        Line("entities", "", _common(ours, theirs), "mentions"),
        Line(
            "entities",
            "names",
            _common(_mentions(gold, named=True), _mentions(predicted, named=True)),
            "names and acronyms",
        ),
    ]
    for kind in get_args(EntityType):
        counts = _common(
            [mention for mention in ours if mention[1] == kind],
            [mention for mention in theirs if mention[1] == kind],
        )
        lines.append(Line("entities", kind, counts, f"mentions of {kind}"))
    return lines

"""Statements: which were found, and what is right about those that were."""

from __future__ import annotations

from dataclasses import dataclass

from simak.evaluation.entity import Identity
from simak.evaluation.matching import assign
from simak.evaluation.measure import Counts, Share
from simak.evaluation.overlap import Words, closeness, dice, overlaps
from simak.evaluation.report import Line
from simak.record import Record, Statement

HALF, MOST = 0.5, 0.8


@dataclass(frozen=True)
class StatementMatch:
    """A gold statement, the predicted one matched to it, and the Dice of their content."""

    gold: Statement
    predicted: Statement
    dice: float

    @property
    def exact(self) -> bool:
        """Whether the content has the very same spans."""
        return sorted(self.gold.content) == sorted(self.predicted.content)


def match_statements(gold: Record, predicted: Record) -> list[StatementMatch]:
    """Match the statements of two records one to one, so that the total content Dice is greatest.

    The content of a statement is the set of words (by position) that its content spans touch.
    Between equal contents (two cues over one content) the closer cue, then the closer source span
    decides; these can never outweigh one word of content.
    """
    words = Words(gold.article.text)
    ours = [words.inside(statement.content) for statement in gold.statements]
    theirs = [words.inside(statement.content) for statement in predicted.statements]
    scores: dict[tuple[int, int], float] = {}
    weights: dict[tuple[int, int], float] = {}
    for i, a in enumerate(gold.statements):
        for j, b in enumerate(predicted.statements):
            score = dice(ours[i], theirs[j])
            if not ours[i] and not theirs[j]:  # a content without a word, such as "!!!"
                score = float(sorted(a.content) == sorted(b.content))
            if score:
                scores[i, j] = score
                weights[i, j] = score + 1e-7 * _sameness(a, b)
    return [
        StatementMatch(gold.statements[i], predicted.statements[j], scores[i, j])
        for i, j in assign(weights)
    ]


def _sameness(a: Statement, b: Statement) -> float:
    cue = closeness(a.cue, b.cue) if a.cue and b.cue else 0.0
    source = closeness(a.source.span, b.source.span) if a.source.span and b.source.span else 0.0
    return cue + source / 4


def good_matches(matches: list[StatementMatch]) -> dict[str, str]:
    """Return gold id to predicted id for the matches with a content Dice of at least 0.5."""
    return {match.gold.id: match.predicted.id for match in matches if match.dice >= HALF}


def score_statements(gold: Record, predicted: Record, identity: Identity) -> list[Line]:
    """Return F1 at content Dice 0.5, 0.8 and exact, and shares on those matched at 0.5.

    cue, source_span: the spans share a character (both absent counts as right). source_entity:
    see Identity; source_wrong and source_unresolved are what is not right of it, told apart (a
    wrong speaker is worse than none). within: both are told by no statement, or by statements
    matched to each other. "attributed" is the F1 of statements whose content (0.5) and source
    entity are both right.
    """
    matches = match_statements(gold, predicted)
    told = good_matches(matches)
    good = [match for match in matches if match.dice >= HALF]
    sizes = len(predicted.statements), len(gold.statements)
    spoken = [
        identity.same(match.gold.source.entity, match.predicted.source.entity) for match in good
    ]

    pairs = list(zip(spoken, (match.predicted.source.entity for match in good), strict=True))
    wrong = [not same and entity is not None for same, entity in pairs]
    left = [not same and entity is None for same, entity in pairs]

    def share(name: str, label: str, right: list[bool]) -> Line:
        return Line("statements", name, Share(sum(right), len(good)), f"{label}, on matched")

    def found(name: str, label: str, right: int) -> Line:
        return Line("statements", name, Counts(right, *sizes), label)

    return [
        found("50", "content Dice 0.5", len(good)),
        found("80", "content Dice 0.8", sum(match.dice >= MOST for match in matches)),
        found("exact", "content exact", sum(match.exact for match in matches)),
        found("attributed", "content Dice 0.5, source right", sum(spoken)),
        share("cue", "cue overlap", [overlaps(m.gold.cue, m.predicted.cue) for m in good]),
        share(
            "source_span",
            "source span overlap",
            [overlaps(m.gold.source.span, m.predicted.source.span) for m in good],
        ),
        share("source_entity", "source entity", spoken),
        share("source_wrong", "source entity wrong", wrong),
        share("source_unresolved", "source entity left open", left),
        share("kind", "kind", [m.gold.kind == m.predicted.kind for m in good]),
        share("act", "act", [m.gold.act == m.predicted.act for m in good]),
        share(
            "within",
            "nesting",
            [
                m.predicted.within == (told.get(m.gold.within, "") if m.gold.within else None)
                for m in good
            ],
        ),
    ]

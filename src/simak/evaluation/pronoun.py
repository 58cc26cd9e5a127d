"""Pronouns: of those in the gold, how many were given to the right entity, to a wrong one, to none.

Coreference metrics weigh a pronoun left open and a pronoun given to the wrong person much alike;
for who reads the table, the second is worse ("a guess is worse"). So both rates are told apart.
"""

from __future__ import annotations

from simak.evaluation.entity import Identity
from simak.evaluation.measure import Counts, Share
from simak.evaluation.report import Line
from simak.record import Record, Span

_KINDS = {"pronoun": "pronouns", "clitic": "clitics"}


def _referring(record: Record) -> dict[Span, tuple[str, str]]:
    """Return (entity, kind) of the pronouns and clitics of a record by span."""
    return {
        mention.span: (entity.id, mention.kind)
        for entity in record.entities
        for mention in entity.mentions
        if mention.kind in _KINDS
    }


def score_pronouns(gold: Record, predicted: Record, identity: Identity) -> list[Line]:
    """Return F1 and the shares of right, wrong and unresolved pronouns and clitics of the gold.

    A pronoun is right if its entity is the gold entity (see Identity), wrong if it is another one,
    unresolved if no entity has a mention at its span. The F1 also counts against us the pronouns
    that refer to nobody in the gold: the "nya" of "rencananya".
    """
    ours, theirs = _referring(gold), _referring(predicted)
    found = {m.span: e.id for e in predicted.entities for m in e.mentions}
    right: list[Span] = []
    wrong: list[Span] = []
    for span, (entity, _) in ours.items():
        if span in found:
            (right if identity.same(entity, found[span]) else wrong).append(span)
    lines = []
    for kind, name in _KINDS.items():
        total = sum(other == kind for _, other in ours.values())
        hits = sum(ours[span][1] == kind for span in right)
        # What the prediction calls otherwise at the place of one of the gold is a guess too.
        guessed = sum(ours.get(span, row)[1] == kind for span, row in theirs.items())
        guessed += sum(span not in theirs and ours[span][1] == kind for span in (*right, *wrong))
        misses = sum(ours[span][1] == kind for span in wrong)
        lines += [
            Line("pronouns", name, Counts(hits, guessed, total), f"{name} resolved"),
            Line("pronouns", f"{name}_wrong", Share(misses, total), f"{name} wrong, of the gold's"),
            Line(
                "pronouns",
                f"{name}_unresolved",
                Share(total - hits - misses, total),
                f"{name} left open, of the gold's",
            ),
        ]
    return lines

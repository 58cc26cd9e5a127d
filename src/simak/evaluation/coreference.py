"""Coreference: MUC, B-cubed and CEAF-e over mentions as they were predicted.

The definitions are those of the reference scorer (Pradhan et al. 2014, "Scoring Coreference
Partitions of Predicted Mentions: A Reference Implementation"): MUC counts links (Vilain et al.
1995), B-cubed looks at each mention (Bagga and Baldwin 1998), CEAF-e aligns the entities one to
one by phi-4 (Luo 2005). Predicted mentions are taken as they are: a mention that only one side has
costs that side.

The gold has entities with one mention, so they count here, on both sides: B-cubed and CEAF-e are
therefore not comparable with figures on corpora without them; MUC does not see them at all.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from simak.evaluation.matching import assign
from simak.evaluation.measure import Balance, Counts, Mean
from simak.evaluation.report import Line
from simak.record import Record

Cluster = frozenset[Hashable]


def clusters(groups: Iterable[Iterable[Hashable]]) -> list[Cluster]:
    """Return groups of mentions as a partition: a mention in two groups stays in the first."""
    taken: set[Hashable] = set()
    partition: list[Cluster] = []
    for group in groups:
        cluster = frozenset(group) - taken
        taken |= cluster
        if cluster:
            partition.append(cluster)
    return partition


def _owners(partition: Sequence[Cluster]) -> dict[Hashable, int]:
    return {mention: index for index, cluster in enumerate(partition) for mention in cluster}


def _links(key: Sequence[Cluster], response: Sequence[Cluster]) -> tuple[int, int]:
    """Return how many links of the key the response keeps, and how many the key has."""
    owners = _owners(response)
    kept = total = 0
    for cluster in key:
        parts = {owners[mention] for mention in cluster if mention in owners}
        alone = sum(mention not in owners for mention in cluster)
        kept += len(cluster) - len(parts) - alone
        total += len(cluster) - 1
    return kept, total


def muc(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Balance:
    """Return MUC: the links that must be added to join each cluster's parts."""
    recalled, gold_links = _links(gold, predicted)
    precise, predicted_links = _links(predicted, gold)
    return Balance(precise, predicted_links, recalled, gold_links)


def _per_mention(key: Sequence[Cluster], response: Sequence[Cluster]) -> float:
    owners = _owners(response)
    total = 0.0
    for cluster in key:
        parts: dict[int, int] = {}
        for mention in cluster:
            if mention in owners:
                parts[owners[mention]] = parts.get(owners[mention], 0) + 1
        total += sum(size * size for size in parts.values()) / len(cluster)
    return total


def b_cubed(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Balance:
    """Return B-cubed: for each mention, how much of its cluster is shared."""
    return Balance(
        _per_mention(predicted, gold),
        sum(map(len, predicted)),
        _per_mention(gold, predicted),
        sum(map(len, gold)),
    )


def ceaf_e(gold: Sequence[Cluster], predicted: Sequence[Cluster]) -> Balance:
    """Return CEAF-e: the best one-to-one alignment of entities under phi-4, which is Dice."""
    owners = _owners(predicted)
    common: dict[tuple[int, int], int] = {}
    for index, cluster in enumerate(gold):
        for mention in cluster:
            if mention in owners:
                pair = index, owners[mention]
                common[pair] = common.get(pair, 0) + 1
    weights = {
        (i, j): 2 * size / (len(gold[i]) + len(predicted[j])) for (i, j), size in common.items()
    }
    similarity = sum(weights[pair] for pair in assign(weights))
    return Balance(similarity, len(predicted), similarity, len(gold))


def score_clusters(
    gold: Sequence[Cluster],
    predicted: Sequence[Cluster],
    section: str = "coreference",
    of: str = "",
) -> list[Line]:
    """Return mention F1, MUC, B-cubed, CEAF-e and the mean of the three F1 ("CoNLL score").

    ``of`` names a part of the mentions; it goes into the keys and labels.
    """
    ours = frozenset().union(*gold)
    theirs = frozenset().union(*predicted)
    found = Counts(len(ours & theirs), len(theirs), len(ours))
    metrics = (muc(gold, predicted), b_cubed(gold, predicted), ceaf_e(gold, predicted))

    def line(name: str, measure: Counts | Balance | Mean, label: str) -> Line:
        key = "_".join(part for part in (name, of) if part)
        return Line(section, key, measure, f"{label}, {of}" if of else label)

    return [
        line("mentions", found, "mention spans"),
        line("muc", metrics[0], "MUC"),
        line("b3", metrics[1], "B3"),
        line("ceafe", metrics[2], "CEAFe"),
        line("mean", Mean(metrics), "mean of the three"),
    ]


def record_clusters(record: Record) -> list[Cluster]:
    """Return the mentions of each entity of a record as spans, all kinds."""
    return clusters([mention.span for mention in entity.mentions] for entity in record.entities)


def score_coreference(gold: Record, predicted: Record) -> list[Line]:
    """Return the coreference lines of a record; entities with one mention count."""
    return score_clusters(record_clusters(gold), record_clusters(predicted))

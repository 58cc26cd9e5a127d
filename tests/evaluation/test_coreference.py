"""Coreference metrics on the examples of the papers that define them, with the papers' numbers."""

import pytest

from evaluation.gold_case import case, replace
from simak.evaluation import score_record
from simak.evaluation.coreference import Cluster, b_cubed, ceaf_e, clusters, muc, score_clusters
from simak.evaluation.measure import Balance


def chains(*words: str) -> list[Cluster]:
    return clusters(words)


def numbers(balance: Balance) -> tuple[float | None, ...]:
    return balance.recall, balance.precision, balance.f1


# Pradhan et al. 2014, section 4: mentions that only one side has.
KEY, RESPONSE = chains("abc", "defg"), chains("ab", "cd", "fghi")


def test_the_example_of_the_reference_scorer() -> None:
    assert numbers(muc(KEY, RESPONSE)) == pytest.approx((0.40, 0.40, 0.40))
    # The paper's 0.46 is the F of its rounded parts; unrounded it is 5/11.
    assert numbers(b_cubed(KEY, RESPONSE)) == pytest.approx((0.42, 0.50, 5 / 11), abs=0.005)
    assert numbers(ceaf_e(KEY, RESPONSE)) == pytest.approx((0.65, 0.43, 0.52), abs=0.005)


# In the manner of Vilain et al. 1995: key, response, recall and precision of the links.
@pytest.mark.parametrize(
    ("key", "response", "recall", "precision"),
    [
        (("abcd",), ("ab", "cd"), 2 / 3, 2 / 2),
        (("ab", "cd"), ("abcd",), 2 / 2, 2 / 3),
        (("abcd",), ("abcd",), 1.0, 1.0),
        (("abcd",), ("abcd", "efgh"), 1.0, 3 / 6),
    ],
)
def test_muc_of_vilain(
    key: tuple[str, ...], response: tuple[str, ...], recall: float, precision: float
) -> None:
    found = muc(chains(*key), chains(*response))
    assert (found.recall, found.precision) == pytest.approx((recall, precision))


# Bagga and Baldwin 1998 and Luo 2005, table 1: one truth, four systems; F of phi-4 CEAF by Luo.
TRUTH = chains("12345", "67", "89ABC")
SYSTEMS = {
    "a": (chains("12345", "6789ABC"), 9 / 10, 16 / 21, 0.733),
    "b": (chains("1234589ABC", "67"), 9 / 10, 7 / 12, 0.667),
    "c": (chains("123456789ABC"), 9 / 11, 0.375, 0.294),
    "d": (chains(*"123456789ABC"), None, 1.0, 0.178),
}


@pytest.mark.parametrize("name", SYSTEMS)
def test_the_systems_of_bagga_and_luo(name: str) -> None:
    system, links, mentions, entities = SYSTEMS[name]
    if links is not None:
        assert muc(TRUTH, system).precision == pytest.approx(links)
        assert muc(TRUTH, system).recall == 1.0
        assert b_cubed(TRUTH, system).recall == pytest.approx(1.0)
    assert b_cubed(TRUTH, system).precision == pytest.approx(mentions)
    assert ceaf_e(TRUTH, system).f1 == pytest.approx(entities, abs=0.0006)


def test_entities_with_one_mention_count_except_for_links() -> None:
    gold, predicted = chains("ab", "c"), chains("ab")
    assert muc(gold, predicted).f1 == 1.0
    assert b_cubed(gold, predicted).recall == pytest.approx(2 / 3)
    assert ceaf_e(gold, predicted).recall == pytest.approx(1 / 2)


def test_a_mention_in_two_entities_stays_in_the_first() -> None:
    assert chains("abc", "cd") == [frozenset("abc"), frozenset("d")]
    assert chains("ab", "ba") == [frozenset("ab")]


def test_the_mean_of_the_three() -> None:
    lines = {line.name: line.measure for line in score_clusters(KEY, RESPONSE)}
    assert lines["mean"].figures()["f1"] == pytest.approx((0.40 + 0.4545 + 0.52) / 3, abs=0.001)
    assert lines["mentions"].figures()["recall"] == pytest.approx(6 / 7)


def test_the_pronoun_given_to_the_other_person() -> None:
    gold = case()
    sari, raka, *rest = gold.entities
    predicted = replace(
        gold,
        entities=(
            replace(sari, mentions=(sari.mentions[0], sari.mentions[2])),
            replace(raka, mentions=(*raka.mentions, sari.mentions[1])),
            *rest,
        ),
    )
    found = score_record(gold, predicted).figures()
    # Links: gold 2 + 1, kept 1 + 1. B3: (2*2/3 + 1/3 + 2 + 4) / 9. CEAFe: (4/5 + 4/5 + 4) / 6.
    assert found["coreference.recall_muc"] == pytest.approx(2 / 3)
    assert found["coreference.recall_b3"] == pytest.approx((4 / 3 + 1 / 3 + 2 + 4) / 9)
    assert found["coreference.recall_ceafe"] == pytest.approx(5.6 / 6)
    assert found["coreference.f1_mentions"] == 1.0

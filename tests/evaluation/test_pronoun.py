"""Pronouns given to the right entity, to a wrong one, to none."""

from evaluation.gold_case import case, replace
from simak.evaluation import score_record
from simak.record import Mention


def test_a_pronoun_is_right() -> None:
    found = score_record(case(), case()).figures()
    assert found["pronouns.f1_pronouns"] == 1.0
    assert found["pronouns.pronouns_wrong"] == 0.0
    assert found["pronouns.pronouns_unresolved"] == 0.0


def test_a_pronoun_given_to_another_is_wrong() -> None:
    gold = case()
    sari, raka, *rest = gold.entities
    first, ia, short = sari.mentions
    predicted = replace(
        gold,
        entities=(
            replace(sari, mentions=(first, short)),
            replace(raka, mentions=(*raka.mentions, ia)),
            *rest,
        ),
    )
    found = score_record(gold, predicted).figures()
    assert found["pronouns.f1_pronouns"] == 0.0
    assert found["pronouns.pronouns_wrong"] == 1.0
    assert found["pronouns.pronouns_unresolved"] == 0.0


def test_a_pronoun_without_an_entity_is_left_open() -> None:
    gold = case()
    sari, *rest = gold.entities
    first, _, short = sari.mentions
    predicted = replace(gold, entities=(replace(sari, mentions=(first, short)), *rest))
    found = score_record(gold, predicted).figures()
    assert found["pronouns.pronouns_wrong"] == 0.0
    assert found["pronouns.pronouns_unresolved"] == 1.0


def test_a_pronoun_that_refers_to_nobody_costs_precision() -> None:
    gold = case()
    sari, *rest = gold.entities
    more = replace(sari, mentions=(*sari.mentions, Mention(span=(60, 61), kind="pronoun")))
    found = score_record(gold, replace(gold, entities=(more, *rest))).figures()
    assert found["pronouns.precision_pronouns"] == 0.5
    assert found["pronouns.recall_pronouns"] == 1.0

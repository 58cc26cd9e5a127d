"""Entities, roles, times, wording, credits: each by hand."""

import pytest

from evaluation.gold_case import PLAIN, at, case, name, on, replace
from simak.evaluation import score_record
from simak.record import CreditedSource, Record, Time, Wording


def figures(gold: Record, predicted: Record) -> dict[str, float]:
    return score_record(gold, predicted).figures()


def test_mentions_need_span_and_type() -> None:
    gold = case()
    sari, raka, bumi, taru, pendapa, tamu = gold.entities
    predicted = replace(
        gold,
        entities=(
            replace(sari, mentions=sari.mentions[:2]),  # one of 3 missing
            raka,
            replace(bumi, type="ORG"),  # right span, wrong type
            taru,
            replace(pendapa, mentions=(name("Pendapa"),)),  # wrong span
            tamu,
        ),
    )
    found = figures(gold, predicted)
    # gold 3+2+1+1+1+1 = 9, predicted 8, right 2+2+0+1+0+1 = 6
    assert found["entities.precision"] == pytest.approx(6 / 8)
    assert found["entities.recall"] == pytest.approx(6 / 9)
    assert found["entities.recall_PER"] == pytest.approx(4 / 5)
    assert found["entities.recall_GPE"] == pytest.approx(1 / 2)
    assert found["entities.f1_ORG"] == 0.0
    # names: gold 7, predicted 6, right 1+2+1 = 4
    assert found["entities.f1_names"] == pytest.approx(8 / 13)
    assert "entities.f1_NORP" not in found


def test_roles_need_holder_title_and_organization() -> None:
    gold = case()
    sari, raka, *rest = gold.entities
    other_body = replace(raka.roles[0], organization="bumi")
    shouted = replace(sari.roles[0], title="GUBERNUR")
    predicted = replace(
        gold,
        entities=(replace(sari, roles=(shouted,)), replace(raka, roles=(other_body,)), *rest),
    )
    found = figures(gold, predicted)
    assert found["roles.f1"] == 0.5
    assert found["roles.f1_title"] == 1.0


def test_times_by_hand() -> None:
    def time(id: str, words: str, value: str) -> Time:
        return Time(id=id, span=at(words, text=PLAIN), type="DATE", value=value, basis="text")

    gold = on(times=(time("a", "satu dua", "2025"), time("b", "lima", "2026")))
    predicted = on(
        times=(
            time("x", "dua", "2025"),
            time("y", "lima", "2027"),
            time("z", "enam", "2026"),
        )
    )
    found = figures(gold, predicted)
    assert found["times.f1_strict"] == pytest.approx(2 / 5)
    assert found["times.f1_relaxed"] == pytest.approx(4 / 5)
    assert found["times.f1_value"] == pytest.approx(2 / 5)
    assert found["times.value_accuracy"] == 0.5
    assert found["times.type_accuracy"] == 1.0


def test_wording_by_hand() -> None:
    gold = case()
    quoted = replace(gold.wording[0], span=at("surga"), asserted_by="outlet")
    extra = Wording(span=at("jalan surga"), kind="loaded_term", asserted_by="outlet")
    found = figures(gold, replace(gold, wording=(quoted, extra)))
    assert found["wording.f1"] == 0.0
    assert found["wording.f1_relaxed"] == pytest.approx(2 / 3)
    assert found["wording.asserted_by"] == 0.0


def test_credits_compare_by_name() -> None:
    gold = case()
    credits = (
        CreditedSource(name="KABAR NUSA.", span=at("Sumber")),
        CreditedSource(name="Kabar Lain", span=at("Kabar")),
    )
    predicted = replace(gold, article=replace(gold.article, credited_sources=credits))
    found = figures(gold, predicted)
    assert found["credits.recall"] == 1.0
    assert found["credits.precision"] == 0.5

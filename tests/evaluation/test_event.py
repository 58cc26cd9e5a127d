import pytest

from evaluation.gold_case import PLAIN, at, case, on, replace
from simak.evaluation import score_record
from simak.record import Event, EventType, Record


def figures(gold: Record, predicted: Record) -> dict[str, float]:
    found = score_record(gold, predicted).figures()
    return {
        key.removeprefix("events."): value
        for key, value in found.items()
        if key.startswith("events.")
    }


def done(id: str, type: EventType, trigger: str, *evidence: str) -> Event:
    return Event(
        id=id,
        type=type,
        trigger=at(trigger, text=PLAIN),
        actors=(),
        status="actual",
        asserted_by="outlet",
        evidence=tuple(at(words, text=PLAIN) for words in evidence or (trigger,)),
    )


def test_trigger_and_type_by_hand() -> None:
    gold = on(events=(done("a", "AID", "satu dua"), done("b", "CONSULT", "lima")))
    predicted = on(
        events=(
            done("x", "AID", "dua tiga"),
            done("y", "ASSAULT", "lima"),
            done("z", "AID", "tujuh"),
        )
    )
    found = figures(gold, predicted)
    assert found["precision_trigger"] == pytest.approx(2 / 3)
    assert found["recall_trigger"] == 1.0
    assert found["precision_type"] == pytest.approx(1 / 3)
    assert found["recall_type"] == 0.5
    assert found["f1_whole"] == pytest.approx(2 / 5)


def test_two_events_on_one_trigger_are_matched_by_type() -> None:
    gold = on(events=(done("a", "AID", "satu"), done("b", "CONSULT", "satu")))
    predicted = on(events=(done("x", "CONSULT", "satu"), done("y", "AID", "satu")))
    assert figures(gold, predicted)["f1_type"] == 1.0


def test_a_second_telling_is_the_same_event() -> None:
    gold = on(events=(done("a", "AID", "dua", "satu dua tiga", "tujuh delapan"),))
    found = figures(gold, on(events=(done("x", "AID", "delapan"),)))
    assert found["f1_type"] == 1.0
    assert found["f1_trigger"] == 0.0


def test_another_word_of_the_first_telling_is_not() -> None:
    gold = on(events=(done("a", "AID", "dua", "satu dua tiga", "tujuh delapan"),))
    assert figures(gold, on(events=(done("x", "AID", "tiga"),)))["f1_type"] == 0.0
    assert figures(gold, on(events=(done("x", "COERCE", "delapan"),)))["f1_type"] == 0.0


def test_parts_of_the_matched_events() -> None:
    gold = case()
    meeting, promise = gold.events
    predicted = replace(
        gold,
        events=(
            replace(
                meeting,
                actors=("sari", "bumi"),
                recipients=(),
                time="t2",
                place=None,
                status="planned",
                asserted_by="s1",
            ),
            promise,
        ),
    )
    found = figures(gold, predicted)
    assert found["f1_type"] == 1.0
    assert found["f1_actors"] == pytest.approx(2 * 2 / (3 + 2))
    assert found["recall_recipients"] == 0.0
    for key in ("time", "place", "status", "asserted_by"):
        assert found[key] == 0.5, key
    assert found["f1_time_given"] == 0.0
    assert found["recall_place_given"] == 0.0
    assert found["f1_whole"] == 0.5


def test_a_time_counts_by_its_value_and_not_by_its_span() -> None:
    gold = case()
    earlier = replace(gold.times[0], span=at("Senin"))
    assert figures(gold, replace(gold, times=(earlier, gold.times[1])))["f1_time_given"] == 1.0


def test_a_plan_counted_as_done() -> None:
    gold = case()
    meeting, promise = gold.events
    predicted = replace(gold, events=(meeting, replace(promise, status="actual")))
    assert figures(gold, predicted)["actual_right"] == 0.5


def test_asserted_by_follows_the_statement_matching() -> None:
    gold = case()
    meeting, promise = gold.events
    wrong = replace(gold, events=(meeting, replace(promise, asserted_by="outlet")))
    assert figures(gold, wrong)["asserted_by"] == 0.5
    unfound = replace(
        gold,
        statements=gold.statements[:1],
        events=(meeting, replace(promise, asserted_by="s1", statement=None)),
        wording=(),
    )
    assert figures(gold, unfound)["asserted_by"] == 0.5

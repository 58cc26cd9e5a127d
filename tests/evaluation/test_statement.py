import pytest

from evaluation.gold_case import PLAIN, at, case, on, replace, said
from simak.evaluation import score_record
from simak.evaluation.statement import match_statements
from simak.record import Entity, Mention, Record, Source


def figures(gold: Record, predicted: Record) -> dict[str, float]:
    found = score_record(gold, predicted).figures()
    return {
        key.removeprefix("statements."): value
        for key, value in found.items()
        if key.startswith("statements.")
    }


def test_thresholds_by_hand() -> None:
    # Dice 4/8 = 0.5; 4/5 = 0.8; equal; nothing predicted for the fourth; one predicted for none.
    gold = on(
        statements=(
            said("a", "satu dua tiga empat"),
            said("b", "lima enam tujuh"),
            said("c", "delapan"),
            said("d", "sepuluh"),
        )
    )
    predicted = on(
        statements=(
            said("x", "delapan"),
            said("y", "tiga empat", "sembilan"),
            said("z", "enam tujuh"),
        )
    )
    found = figures(gold, predicted)
    # a/y: 2*2/(4+3) = 0.571; b/z: 2*2/(3+2) = 0.8; c/x: 1
    assert found["precision_50"] == 1.0
    assert found["recall_50"] == 0.75
    assert found["recall_80"] == 0.5
    assert found["recall_exact"] == 0.25
    assert found["precision_exact"] == pytest.approx(1 / 3)


def test_a_dice_of_exactly_one_half_counts() -> None:
    found = figures(
        on(statements=(said("a", "satu dua tiga empat"),)),
        on(statements=(said("x", "tiga empat lima enam"),)),
    )
    assert found["f1_50"] == 1.0
    assert found["f1_80"] == 0.0


def test_one_predicted_statement_takes_one_gold_statement() -> None:
    gold = on(statements=(said("a", "satu dua tiga"), said("b", "empat lima enam")))
    predicted = on(statements=(said("x", "satu dua tiga empat lima enam"),))
    found = figures(gold, predicted)
    assert found["precision_50"] == 1.0
    assert found["recall_50"] == 0.5


def test_the_cue_decides_between_equal_contents() -> None:
    first, second = at("satu", text=PLAIN), at("tiga", text=PLAIN)
    gold = on(statements=(said("a", "lima enam", cue=first), said("b", "lima enam", cue=second)))
    predicted = on(
        statements=(said("x", "lima enam", cue=second), said("y", "lima enam", cue=first))
    )
    pairs = [(match.gold.id, match.predicted.id) for match in match_statements(gold, predicted)]
    assert pairs == [("a", "y"), ("b", "x")]


def test_shares_on_the_matched_ones() -> None:
    gold = case()
    one, two, three = gold.statements
    predicted = replace(
        gold,
        statements=(
            replace(one, cue=at("bahwa"), act="warn", source=Source(span=None, entity="raka")),
            replace(two, kind="mixed"),
            replace(three, within="s1"),
        ),
    )
    found = figures(gold, predicted)
    assert found["f1_50"] == found["f1_exact"] == 1.0
    for key in ("cue", "source_span", "source_entity", "act", "kind", "within"):
        assert found[key] == pytest.approx(2 / 3), key
    assert found["f1_attributed"] == pytest.approx(2 / 3)


def test_nesting_follows_the_matching_and_not_the_ids() -> None:
    gold = case()
    names = {"s1": "x3", "s2": "x1", "s3": "x2"}
    renamed = [
        replace(row, id=names[row.id], within=names.get(row.within)) for row in gold.statements
    ]
    predicted = replace(gold, statements=tuple(reversed(renamed)), events=(), wording=())
    assert figures(gold, predicted)["within"] == 1.0


def test_nesting_in_a_statement_that_was_not_found_is_wrong() -> None:
    gold = case()
    one, _, three = gold.statements
    predicted = replace(gold, statements=(one, replace(three, within=None)), events=(), wording=())
    found = figures(gold, predicted)
    # s2 takes "membangun ..." only if that is the greatest total; s3 is the exact match.
    assert found["recall_50"] == pytest.approx(2 / 3)
    assert found["within"] == 0.5


def entity(id: str, *mentions: tuple[str, str]) -> Entity:
    return Entity(
        id=id,
        type="PER",
        name=id,
        mentions=tuple(Mention(span=at(words, text=PLAIN), kind=kind) for words, kind in mentions),
    )


@pytest.mark.parametrize(
    ("gold", "predicted", "right"),
    [
        # the same name at the same place
        ((("satu", "name"), ("dua", "pronoun")), (("satu", "name"),), True),
        # only the pronoun is shared: who speaks was not found out
        ((("satu", "name"), ("dua", "pronoun")), (("dua", "pronoun"),), False),
        # an acronym is a name
        ((("satu", "acronym"),), (("satu", "name"), ("tiga", "name")), True),
        # called a description by one side
        ((("satu", "name"),), (("satu", "description"),), False),
        # nobody has a name: a shared description
        ((("satu", "description"), ("dua", "pronoun")), (("satu", "name"),), True),
        # ... but not by the pronoun alone
        ((("satu", "description"), ("dua", "pronoun")), (("dua", "pronoun"),), False),
        # unless there is nothing else
        ((("dua", "pronoun"),), (("dua", "pronoun"),), True),
    ],
)
def test_source_entity(gold, predicted, right) -> None:  # type: ignore[no-untyped-def]
    statement = said("a", "lima enam", entity="e")
    found = figures(
        on(entities=(entity("e", *gold),), statements=(statement,)),
        on(entities=(entity("e", *predicted),), statements=(statement,)),
    )
    assert found["source_entity"] == float(right)


def test_the_same_name_elsewhere_is_the_same_person() -> None:
    text = "Wira datang. WIRA pulang. Ia tidur."
    statement = replace(said("a", "satu"), content=((26, 34),), source=Source(entity="e"))
    first, second = (
        Entity(id="e", type="PER", name="Wira", mentions=(Mention(span=span, kind="name"),))
        for span in ((0, 4), (13, 17))
    )
    gold = on(text, entities=(first,), statements=(statement,))
    predicted = on(text, entities=(second,), statements=(statement,))
    assert figures(gold, predicted)["source_entity"] == 1.0


def test_no_source_on_both_sides_is_right_and_on_one_side_wrong() -> None:
    known = on(
        entities=(entity("e", ("satu", "name")),), statements=(said("a", "lima", entity="e"),)
    )
    unknown = on(statements=(said("a", "lima"),))
    assert figures(unknown, unknown)["source_entity"] == 1.0
    assert figures(known, unknown)["source_entity"] == 0.0
    assert figures(unknown, known)["source_entity"] == 0.0


def test_a_wrong_source_and_none_are_told_apart() -> None:
    people = (entity("e", ("satu", "name")), entity("f", ("dua", "name")))
    gold = on(entities=people, statements=(said("a", "lima", entity="e"),))

    def rates(who: str | None) -> tuple[float | None, float | None]:
        found = figures(gold, on(entities=people, statements=(said("a", "lima", entity=who),)))
        return found["source_wrong"], found["source_unresolved"]

    assert rates("e") == (0.0, 0.0)
    assert rates("f") == (1.0, 0.0)
    assert rates(None) == (0.0, 1.0)


def test_a_content_without_a_word_matches_only_itself() -> None:
    text = "Katanya: !!! ???"
    first, second = (replace(said("a", "satu"), content=(span,)) for span in ((9, 12), (13, 16)))
    gold, other = on(text, statements=(first,)), on(text, statements=(second,))
    assert figures(gold, gold)["f1_50"] == 1.0
    assert figures(gold, other)["f1_50"] == 0.0

from simak.evaluation import Line, Report, total
from simak.evaluation.measure import Counts, Share


def report(right: int) -> Report:
    return Report(
        (
            Line("statements", "50", Counts(right, 4, 6), "content Dice 0.5"),
            Line("statements", "act", Share(right, 4), "act"),
            Line("wording", "", Counts(), "span and kind"),
        ),
        1,
        ("A note.",),
    )


def test_keys() -> None:
    assert report(3).figures() == {
        "statements.precision_50": 0.75,
        "statements.recall_50": 0.5,
        "statements.f1_50": 0.6,
        "statements.act": 0.75,
    }
    assert Line("roles", "", Counts(), "").key("f1") == "roles.f1"
    assert Line("times", "value", Share(), "").key("") == "times.value"


def test_the_table_leaves_out_what_was_not_measured() -> None:
    assert report(3).table() == "\n".join(
        (
            "1 text",
            "                       P     R    F1  right  predicted  gold",
            "statements",
            "  content Dice 0.5  75.0  50.0  60.0      3          4     6",
            "  act                           75.0      3                4",
            "A note.",
        )
    )


def test_adding_keeps_the_order_and_says_a_note_once() -> None:
    other = Report((Line("credits", "", Counts(1, 1, 1), "credits"), *report(1).lines), 2)
    both = total([report(3), other])
    assert [line.section for line in both.lines] == [
        "statements",
        "statements",
        "wording",
        "credits",
    ]
    assert both.texts == 3
    assert both.notes == ("A note.",)
    assert both.figures()["statements.precision_50"] == 0.5
    assert total([]).table().startswith("0 texts")

"""What ``make bench`` measures on, and the table that it writes."""

import json
from itertools import islice

from benchmarks.result import Row, machine, table, taken

from benchmarks import story
from simak.record import check


def test_made_up_articles_are_the_same_each_time_and_never_alike():
    one, other = (list(story.texts(5, 900)) for _ in range(2))
    assert one == other
    assert len(set(one)) == 5
    assert all(900 <= len(text) < 1500 for text in one)


def test_made_up_records_hold():
    made = [record for _, record in islice(story.records(3, 20), 3)]
    assert len({record.article.id for record in made}) == 3
    for record in made:
        check(record)
        assert len(record.statements) == 20


def test_the_table_says_what_does_not_hold():
    rows = [
        Row("cepat", 0.5, at_least=0.6, note="dua kali"),
        Row("lambat", 1.04, at_most=1.05),
        Row("lain", 7),
    ]
    assert [row.holds for row in rows] == [False, True, True]
    page = table(rows, (0.1, 2.0))
    assert "| cepat | 0.50 | ≥ 0.6 | **no** | dua kali |" in page
    assert "| lambat | 1.04 | ≤ 1.05 | yes |" in page
    assert "| lain | 7.00 |  |  |" in page
    assert machine() in page


def test_rows_come_over_from_another_process(capsys):
    from benchmarks.result import hand_over

    rows = [Row("cepat", 0.5, at_least=0.6)]
    hand_over(rows)
    said = capsys.readouterr().out
    assert json.loads(said)[0]["ratio"] == 0.5
    assert taken(said) == rows

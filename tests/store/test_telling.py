"""One event from several reports: what is the same act, and how many voices tell it."""

import itertools

import pytest

from simak.lexicon import Lexicon
from simak.store.outlet import Outlets
from simak.store.question import Reported, Side
from simak.store.question.telling import merged, voices

SARI, BUDI, RANGGA = Side("Sari Wulan", 1), Side("Budi Laut", 2), Side("Rangga Surya", 3)
WARGA, MASSA = Side("warga", None), Side("massa", None)


def report(article, actors, recipients=(), *, day="2024-03-04", last=None, by="time", **more):
    """A made-up report; ``article`` is its number and its telling, unless another is given."""
    values = {
        "type": "ACCUSE", "mode": None, "status": "actual", "trigger": f"kata{article}",
        "published": day, "outlet": f"Harian {article}", "telling": article, "origins": (),
        "place": None, "start": 0, "event": "v1",
    }  # fmt: skip
    values.update(more)
    return Reported(
        article=f"a{article}", first=day, last=last or day, dated_by=by, actors=tuple(actors),
        recipients=tuple(recipients), asserted_by="outlet", contexts=(), intensity=None,
        confidence=None, title=None, url=None, end=values["start"] + 4, evidence="", **values,
    )  # fmt: skip


def sizes(*reports):
    """How many reports each event has, for any order of them."""
    found = {
        tuple(sorted(len(one.reports) for one in merged(order)))
        for order in itertools.islice(itertools.permutations(reports), 24)
    }
    assert len(found) == 1
    return list(*found)


ONE = report(1, [SARI], [BUDI])


@pytest.mark.parametrize(
    "other",
    [
        report(2, [SARI], [BUDI]),
        report(2, [SARI, RANGGA], [BUDI]),
        report(2, [SARI], [BUDI, WARGA]),
        report(2, [SARI], [BUDI], day="2024-03-05", by="published"),
        report(2, [SARI], [BUDI], day="2024-03-03", last="2024-03-05"),
        report(2, [SARI], [BUDI], mode="allege"),
        report(2, [SARI]),
    ],
)
def test_the_same_act(other):
    assert sizes(ONE, other) == [2]


@pytest.mark.parametrize(
    "other",
    [
        report(2, [BUDI], [SARI]),
        report(2, [SARI], [RANGGA]),
        report(2, [SARI], [BUDI], type="REJECT"),
        report(2, [SARI], [BUDI], status="denied"),
        report(2, [SARI], [BUDI], status="planned"),
        report(2, [SARI], [BUDI], day="2024-03-05"),
        report(2, [SARI], [BUDI], day="2024-03-06", by="published"),
        report(2, [SARI], [BUDI], day="2024-03-03", by="published"),
        report(2, [SARI], [BUDI], day="2024-03-01", last="2024-03-31"),
        report(2, [SARI], [BUDI], day=None, by="unknown"),
        report(2, [SARI], [WARGA]),
        report(1, [SARI], [BUDI], trigger="lain", start=9, event="v2"),
    ],
)
def test_another_act(other):
    assert sizes(ONE, other) == [1, 1]


def test_modes_that_differ_are_other_acts():
    one = report(1, [SARI], mode="strike", type="PROTEST")
    assert sizes(one, report(2, [SARI], mode="vandalize", type="PROTEST")) == [1, 1]
    assert sizes(one, report(2, [SARI], mode="strike", type="PROTEST")) == [2]


def test_a_month_meets_only_the_same_month():
    month = {"day": "2024-03-01", "last": "2024-03-31"}
    assert sizes(report(1, [SARI], [BUDI], **month), report(2, [SARI], [BUDI], **month)) == [2]


def test_who_meets_whom_is_all_the_same():
    one = report(1, [SARI], [BUDI], type="CONSULT")
    assert sizes(one, report(2, [BUDI], [SARI], type="CONSULT")) == [2]
    assert sizes(one, report(2, [BUDI, SARI], type="CONSULT")) == [2]
    assert sizes(one, report(2, [BUDI], [RANGGA], type="CONSULT")) == [1, 1]


def test_without_the_other_side_only_if_it_is_clear():
    few = report(3, [SARI])
    assert sizes(ONE, report(2, [SARI], [RANGGA]), few) == [1, 1, 1]
    assert sizes(ONE, report(2, [SARI], [BUDI]), few) == [3]
    assert merged([few, ONE])[0].recipients == (BUDI,)


def test_the_unnamed():
    # somebody else in each telling, if nobody else is named
    assert sizes(report(1, [WARGA], [MASSA]), report(2, [WARGA], [MASSA])) == [1, 1]
    arrest = {"type": "COERCE", "mode": "arrest"}
    assert sizes(report(1, [SARI], [WARGA], **arrest), report(2, [SARI], [WARGA], **arrest)) == [2]
    assert sizes(report(1, [SARI], [WARGA]), report(2, [SARI], [WARGA])) == [1, 1]
    assert sizes(report(1, [SARI], [WARGA], **arrest), report(2, [SARI], [MASSA], **arrest)) == [
        1,
        1,
    ]


def test_copies_tell_the_same_under_the_same_words():
    one = report(1, [WARGA], telling=7, trigger="protes", day="2024-03-04")
    assert sizes(one, report(2, [WARGA], telling=7, trigger="Protes", day="2024-03-06")) == [2]
    assert sizes(one, report(2, [WARGA], telling=7, trigger="aksi", day="2024-03-06")) == [1, 1]
    # but a text that comes every month tells of another month
    assert sizes(one, report(2, [WARGA], telling=7, trigger="protes", day="2024-04-04")) == [1, 1]


def test_rows_of_one_article_are_one_only_if_worded_alike():
    row = {"event": "v2", "start": 9}
    assert sizes(
        report(1, [SARI], [BUDI], trigger="mengucapkan selamat"),
        report(1, [SARI], [BUDI], trigger="ucapan selamat", **row),
    ) == [2]


def test_independent_voices():
    def told(*origins):
        given = [
            report(number, [SARI], [BUDI], origins=one, outlet=f"Harian {number}")
            for number, one in enumerate(origins)
        ]
        (event,) = merged(given)
        return event.tellings, len(event.outlets), event.independent

    assert told((), (), ()) == (3, 3, 3)
    assert told(("Antara",), ("Antara",), ()) == (3, 3, 2)
    assert told((), ("Harian 0",)) == (2, 2, 1)
    assert told(("Antara", "AFP"), ("Antara",), ("AFP",)) == (3, 3, 2)
    assert voices([]) == 0


def test_outlets_have_one_name():
    outlets = Outlets(Lexicon())
    assert {outlets.name(one) for one in ("ANTARA", "Antara", "ANTARA News", "antaranews.com")} == {
        "Antara"
    }
    assert outlets.name("Kabar  Ranu") == "Kabar Ranu"


def test_many_reports_take_linear_time():
    given = [
        report(n, [SARI], [BUDI], day=f"20{n % 90 + 10}-{n % 12 + 1:02}-{n % 28 + 1:02}")
        for n in range(4000)
    ]
    given += [report(n, [SARI], [BUDI], day=None, by="unknown") for n in range(4000, 8000)]
    assert sum(len(one.reports) for one in merged(given)) == 8000

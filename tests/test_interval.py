"""The time that a TIMEX3 value covers."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.interval import interval
from simak.lexicon import Lexicon
from simak.reading.time import TimeReader


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2023-06-21", "2023-06-21", "2023-06-21"),
        ("2023-06", "2023-06-01", "2023-06-30"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-W25", "2023-06-19", "2023-06-25"),
        ("2023-W25-WE", "2023-06-24", "2023-06-25"),
        ("2023-W25-3", "2023-06-21", "2023-06-21"),
        ("2023-Q2", "2023-04-01", "2023-06-30"),
        ("2023-H2", "2023-07-01", "2023-12-31"),
        ("2023", "2023-01-01", "2023-12-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("18", "1800-01-01", "1899-12-31"),
        ("9999", "9999-01-01", "9999-12-31"),
        ("2024-03-28/2024-03-30", "2024-03-28", "2024-03-30"),
        ("2023-06/2024", "2023-06-01", "2024-12-31"),
        ("2023-06-21TNI", "2023-06-21", "2023-06-21"),
        ("2023-06-21T14:30", "2023-06-21", "2023-06-21"),
    ],
)
def test_days(value: str, first: str, last: str) -> None:
    found = interval(value)
    assert found is not None
    assert (found.first.isoformat(), found.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("value", "begin", "end"),
    [
        ("2023-06-21", "2023-06-21T00:00", "2023-06-22T00:00"),
        ("2023-06-21TMO", "2023-06-21T00:00", "2023-06-21T12:00"),
        ("2023-06-21TNI", "2023-06-21T18:00", "2023-06-22T00:00"),
        ("2023-06-21T14", "2023-06-21T14:00", "2023-06-21T15:00"),
        ("2023-06-21T14:30", "2023-06-21T14:30", "2023-06-21T14:31"),
        ("2023-06-21T14:30:15", "2023-06-21T14:30:15", "2023-06-21T14:30:16"),
        ("2023-06-21T24:00", "2023-06-22T00:00", "2023-06-22T00:01"),
        ("2023-06-21T08:00/2023-06-21T10:00", "2023-06-21T08:00", "2023-06-21T10:01"),
    ],
)
def test_instants(value: str, begin: str, end: str) -> None:
    found = interval(value)
    assert found is not None
    assert found.begin == datetime.datetime.fromisoformat(begin)
    assert found.end == datetime.datetime.fromisoformat(end)


@pytest.mark.parametrize(
    "value",
    ["P3D", "PT2H", "XXXX-06-20", "XXXX-WXX-3", "PAST_REF", "BC0300", "2023-02-30", "2023-W60",
     "0000", "2023-13", "2023-06-21T25:00", "2023-06-21TXX", "2023-06/2023-05", "2023-06-21/P3D",
     "", "/", "2023/"],
)  # fmt: skip
def test_what_lies_nowhere_in_the_calendar(value: str) -> None:
    assert interval(value) is None


@given(st.text(alphabet="0123456789-/:TWQHXPENI", max_size=24))
def test_any_text(value: str) -> None:
    found = interval(value)
    assert found is None or found.begin < found.end


def test_it_agrees_with_what_the_reader_of_times_found() -> None:
    text = (
        "Pada akhir Maret, pekan lalu, 28-30 Mei 2023, kuartal II 2022, era 1990-an, abad ke-19, "
        "awal 2021, Selasa malam, akhir pekan ini, 1 Ramadan 1444 H, Natal 2022, dua hari lalu."
    )
    found = TimeReader(Lexicon()).read(text, datetime.date(2023, 6, 21))
    assert len(found) == 12
    for time in found:
        covered = interval(time.value)
        assert covered is not None, time
        assert (covered.first, covered.last) == (time.begin, time.end)

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.intake.stamp import StampReader, in_address, local, same_clock
from simak.lexicon import Lexicon

READER = StampReader(Lexicon())


@pytest.mark.parametrize(
    ("written", "stamp"),
    [
        ("Rabu, 12 Maret 2025 10:15 WIB", "2025-03-12T10:15:00+07:00"),
        ("Rab, 12 Mar 2025 10:15:00 +0700", "2025-03-12T10:15:00+07:00"),
        ("2025-03-12T03:15:00.123Z", "2025-03-12T03:15:00+00:00"),
        ("12/03/2025, 10.15 WITA", "2025-03-12T10:15:00+08:00"),
        ("Kompas.com - 12/03/2025, 10:15 WIB", "2025-03-12T10:15:00+07:00"),
        ("2025/03/12 10:15:00", "2025-03-12T10:15:00"),
        ("Rabu 12 Maret 2025 pukul 10.15 WIT", "2025-03-12T10:15:00+09:00"),
        ("- Rabu, 12 Maret 2025 | 10:15 WIB", "2025-03-12T10:15:00+07:00"),
        ("Jum'at, 07 Pebruari 2025", "2025-02-07"),
        ("March 12, 2025 3:15 PM", "2025-03-12T15:15:00"),
        ("Terbit 12 Mar 2025, 10:15 WIB, diperbarui 13 Mar 2025", "2025-03-12T10:15:00+07:00"),
        ("31 Februari 2025", None),
        ("13/13/2025", None),
        ("dua jam lalu", None),
        ("", None),
    ],
)
def test_stamps(written, stamp):
    assert READER.read(written) == stamp


@pytest.mark.parametrize(
    ("url", "date"),
    [
        ("https://a.example/read/2023/06/21/10150031/rapat", "2023-06-21"),
        ("https://a.example/nasional/20230621101500-20-1/rapat", "2023-06-21"),
        ("https://a.example/2023-06-21-rapat", "2023-06-21"),
        ("https://a.example/read/2023/13/45/rapat", None),
        ("https://a.example/12345678901234/rapat", None),
        ("https://a.example/rapat-2023", None),
    ],
)
def test_dates_in_addresses(url, date):
    assert in_address(url) == date


def test_utc_becomes_local_and_other_zones_stay():
    assert local("2025-03-11T20:00:00+00:00", 7) == "2025-03-12T03:00:00+07:00"
    assert local("2025-03-11T20:00:00+09:00", 7) == "2025-03-11T20:00:00+09:00"
    assert local("2025-03-11T20:00:00", 7) == "2025-03-11T20:00:00"
    assert local("2025-03-11", 7) == "2025-03-11"
    assert same_clock("2025-03-11T20:00:00+00:00", "2025-03-11T20:00:00+07:00")


@given(st.text(alphabet="0123456789 -/:.,TZ+|WIBabMaret", max_size=80))
def test_any_words_give_a_stamp_or_none(words):
    stamp = READER.read(words)
    assert stamp is None or local(stamp, 7)

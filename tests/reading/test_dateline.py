"""Planted datelines of the common shapes, with invented outlets among the known ones."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.lexicon import Lexicon
from simak.reading.dateline import DatelineReader

READER = DatelineReader(Lexicon())


@pytest.mark.parametrize(
    ("head", "place", "outlet"),
    [
        ("Jakarta, CNN Indonesia --", "Jakarta", "CNN Indonesia"),
        ("JAKARTA, KOMPAS.com -", "Jakarta", "KOMPAS.com"),
        ("Suara.com -", None, "Suara.com"),
        ("Merdeka.com -", None, "Merdeka.com"),
        ("REPUBLIKA.CO.ID, JAKARTA --", "Jakarta", "REPUBLIKA.CO.ID"),
        ("Liputan6.com, Jakarta -", "Jakarta", "Liputan6.com"),
        ("TEMPO.CO, Jakarta -", "Jakarta", "TEMPO.CO"),
        ("Jakarta (ANTARA News) -", "Jakarta", "ANTARA News"),
        ("JAKARTA (Kabar Harian) -", "Jakarta", "Kabar Harian"),
        ("Kabul (ANTARA/AFP) -", "Kabul", "ANTARA"),
        ("Ranubaru, Ranu Selatan (ANTARA News) –", "Ranubaru", "ANTARA News"),
        ("KUALA LUMPUR, RANUNEWS.com –", "Kuala Lumpur", "RANUNEWS.com"),
        ("DKI JAKARTA –", "DKI Jakarta", None),
        ("Ranubaru, Kabar Ranu News --", "Ranubaru", "Kabar Ranu News"),
        ("Ranubaru --", "Ranubaru", None),
        ("KONTAN.CO.ID - JAKARTA.", "Jakarta", "KONTAN.CO.ID"),
        ("\n  Jakarta, CNN Indonesia --", "Jakarta", "CNN Indonesia"),
    ],
)
def test_shapes(head: str, place: str | None, outlet: str | None) -> None:
    text = f"{head} Presiden Wiro meresmikan jalan."
    found = READER.read(text)
    assert found is not None
    assert (found.place, found.outlet) == (place, outlet)
    assert text[found.span[0] : found.span[1]] == head.strip()
    if found.place_span:
        assert text[slice(*found.place_span)].lower() == (place or "").lower()
    if found.outlet_span:
        assert text[slice(*found.outlet_span)] == outlet


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Presiden Wiro meresmikan jalan di Ranubaru.",
        "Kevin-Prince Wiro menjalani tes medis.",
        "GO - JEK meresmikan layanan.",
        "OPINI - Jalan itu penting.",
        "AS - Ranu menggelar latihan bersama.",
        "Baru - baru ini jalan dibuka.",
        "Warga lega.\nJakarta, CNN Indonesia -- Jalan dibuka.",
    ],
)
def test_no_dateline(text: str) -> None:
    assert READER.read(text) is None


def test_date_in_the_dateline() -> None:
    found = READER.read("Jakarta, 4 Maret 2024 (ANTARA) - Jalan dibuka.")
    assert found is not None
    assert found.date == datetime.date(2024, 3, 4)
    short = READER.read("Jakarta, 4/3 (ANTARA) - Jalan dibuka.")
    assert short is not None
    assert (short.place, short.outlet, short.date) == ("Jakarta", "ANTARA", None)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Senin, 4 Maret 2024 | 10:15 WIB", datetime.date(2024, 3, 4)),
        ("Kompas.com - 04/03/2024, 10:15 WIB", datetime.date(2024, 3, 4)),
        ("Kompas.com | 04/03/2024, 10:15 WIB", datetime.date(2024, 3, 4)),
        ("4 Maret 2024", datetime.date(2024, 3, 4)),
        ("Diperbarui: 4 Maret 2024 10.15 WIB", datetime.date(2024, 3, 4)),
        ("Selasa, 4 Maret 2024 | 10:15 WIB", None),
        ("31 Februari 2024", None),
        ("Jalan dibuka 4 Maret 2024.", None),
        ("Senin, 4 Maret", None),
    ],
)
def test_published_in(line: str, expected: datetime.date | None) -> None:
    assert (
        DatelineReader(Lexicon()).published(f"Jalan Ranubaru Dibuka\n{line}\nWarga lega.")
        == expected
    )


def test_published_only_near_the_head() -> None:
    text = "Warga lega.\n" * 8 + "4 Maret 2024\n"
    assert DatelineReader(Lexicon()).published(text) is None


PIECES = st.sampled_from(
    ["Jakarta", "JAKARTA", ",", "(", ")", "ANTARA", "CNN Indonesia", "Suara.com", "-", "--", "–",
     " ", "4 Maret 2024", "4/3", "\n", "|", ":", ".", "😀", "\x00", "Senin"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=15).map("".join) | st.text(max_size=80))
def test_spans_hold_on_any_text(text: str) -> None:
    READER.published(text)
    found = READER.read(text)
    if found is None:
        return
    assert 0 <= found.span[0] < found.span[1] <= len(text)
    for span in (found.place_span, found.outlet_span):
        assert span is None or found.span[0] <= span[0] < span[1] <= found.span[1]


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("Rawa Elok, Gema Samudra -- Warga lega.", "Gema Samudra"),
        ("RAWA ELOK, GEMA SAMUDRA — Warga lega.", "GEMA SAMUDRA"),
        ("Bogor, Jawa Barat -- Warga lega.", None),
        ("Rawa Elok, Kabupaten Biru -- Warga lega.", None),
        ("Rawa Elok, Narawastra -- Warga lega.", None),
    ],
)
def test_two_words_behind_the_place_are_an_outlet_unless_a_place(
    head: str, outlet: str | None
) -> None:
    found = DatelineReader(Lexicon()).read(head)
    assert found is not None
    assert found.outlet == outlet

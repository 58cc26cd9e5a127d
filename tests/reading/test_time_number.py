"""Numbers that are no times: laws, money, scores, telephones, measures, 10 kB of them."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simak.lexicon import Lexicon
from simak.reading.time import TimeReader

READER = TimeReader(Lexicon())
WEDNESDAY = datetime.date(2023, 6, 21)

year = st.integers(1945, 2030)
small = st.integers(1, 99)
large = st.integers(1000, 9_999_999)


def dotted(number: int) -> str:
    return f"{number:,}".replace(",", ".")


law = st.builds(
    lambda kind, number, of: kind.format(number, of),
    st.sampled_from(
        [
            "UU Nomor {} Tahun {}", "UU No. {} Tahun {}", "Undang-Undang Nomor {} Tahun {}",
            "PP {}/{}", "UU {}/{}", "Perda Nomor {} Tahun {}", "Perpres No {} tahun {}",
            "Permendagri Nomor {} Tahun {}", "Instruksi Presiden Nomor {} Tahun {}",
            "Peraturan Bupati nomor: {} tahun {}", "Surat Edaran Nomor {}/SE/{}",
            "Putusan Nomor {}/PUU-XV/{}", "Keputusan KPU Nomor {} Tahun {}",
        ]
    ),
    small,
    year,
)  # fmt: skip
clause = st.builds(
    lambda kind, number, other: kind.format(number, other),
    st.sampled_from(["Pasal {} ayat ({})", "Pasal {} butir {}", "pasal {} jo pasal {}",
                     "halaman {} dan halaman {}"]),
    small,
    small,
)  # fmt: skip
money = st.builds(
    lambda kind, number: kind.format(dotted(number)),
    st.sampled_from(["Rp {}", "Rp{}", "Rp. {}", "Rp{},00", "US$ {}", "USD {}", "{} rupiah",
                     "{} dolar AS", "Rp{} juta", "Rp {} miliar", "€{}"]),
    large,
)  # fmt: skip
score = st.builds(
    lambda kind, one, other: kind.format(one, other),
    st.sampled_from(["skor {}-{}", "menang {}-{}", "kalah {} - {}", "imbang {}:{}",
                     "unggul {}-{} atas lawan", "agregat {}-{}", "gim kedua {}-{}"]),
    st.integers(0, 30),
    st.integers(0, 30),
)  # fmt: skip
telephone = st.builds(
    lambda kind, number: kind.format(f"{number:04}"),
    st.sampled_from(["0812-3456-{}", "0812 3456 {}", "+62812345{}", "(021) 7654{}",
                     "telepon 08123456{}", "nomor 62-21-5678-{}", "WhatsApp 081234567{}"]),
    st.integers(0, 9999),
)  # fmt: skip
measure = st.builds(
    lambda number, unit: f"{dotted(number)} {unit}",
    st.integers(1, 9999),
    st.sampled_from(["orang", "meter", "kilometer", "hektare", "ton", "suara", "warga", "unit",
                     "persen", "kursi", "liter", "kilogram", "personel", "rumah", "butir"]),
)  # fmt: skip
code = st.builds(
    lambda kind, number: kind.format(number),
    st.sampled_from(["NIK 32750120069{:05}", "nomor polisi B {} XYZ", "rekening 0098{:07}",
                     "versi 2.{}.1", "IP 10.0.12.{}", "seri A-{}", "RT 05/RW {}", "kode pos 1{:04}",
                     "KM {}", "Boeing 737-{}", "ruang {}", "umur {} tahun", "berusia {} tahun"]),
    st.integers(1, 99),
)  # fmt: skip
plain = st.one_of(law, clause, money, score, telephone, measure, code)


@given(st.lists(plain, min_size=1, max_size=40))
@settings(max_examples=150, deadline=None)
def test_numbers_that_are_no_dates_give_no_time(parts: list[str]) -> None:
    text = "".join(f"Menurut Sarwi, hal itu {part}. " for part in parts)
    assert [text[slice(*time.span)] for time in READER.read(text, WEDNESDAY)] == []


@given(st.lists(plain, min_size=300, max_size=300))
@settings(max_examples=5, deadline=None)
def test_ten_kilobytes_of_them(parts: list[str]) -> None:
    text = ", ".join(parts) + "."
    assert [text[slice(*time.span)] for time in READER.read(text, WEDNESDAY)] == []


def test_another_ten_kilobytes() -> None:
    """Addresses, versions, ratios, codes, names that are months and days: written by hand."""
    text = Path(__file__).with_name("no_time.txt").read_text(encoding="utf-8")
    assert len(text) > 9_500
    assert [text[slice(*time.span)] for time in READER.read(text, WEDNESDAY)] == []


@pytest.mark.parametrize("text", ["Juni Juni", "Juni, Juni dan Juni", "Maret dan Mei Mei"])
def test_months_in_a_row_never_raise(text: str) -> None:
    READER.read(text, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sebanyak 20 unit dijual pada Maret Sarwi bilang.", "Maret"),
        ("Jakarta, Senin Presiden tiba.", "Senin"),
        ("Laba Januari, Februari dan Maret naik.", "Maret"),
        ("Sejak jam 10 warga antre.", "jam 10"),
        ("Sekitar pukul 10 warga antre.", "Sekitar pukul 10"),
        ("Pemilu 2019 berlangsung; krisis 1998, kata Sarwi, berat.", "1998"),
        ("Barang tiba pada11 Juli 2017 pagi.", "Juli 2017"),
        ("Ia bertugas 20 jam kerja.", "20 jam kerja"),
        ("Ia di sana nyaris tiga tahun.", "nyaris tiga tahun"),
    ],
)
def test_times_beside_them_stay(text: str, words: str) -> None:
    assert words in [text[slice(*time.span)] for time in READER.read(text, WEDNESDAY)]


@pytest.mark.parametrize(
    "text",
    [
        "Pasal 27 ayat (3) UU ITE.",
        "Ia divonis berdasarkan Pasal 12 huruf a UU 31/1999.",
        "Saham naik 2.019 poin.",
        "Hal itu diatur Undang-Undang Dasar Negara Randu Tahun 1945.",
        "Alamatnya Jalan 17 Agustus Nomor 5.",
        "Rumah di Jalan 10 November rusak.",
        "Stadion Gelora 10 November penuh.",
        "Laga berakhir 2-1 (1-0).",
        "Suhu mencapai 20-25 derajat.",
        "Jarak 5/6 bagian.",
        "Laptop seri 2020 itu mahal, kata Maret Sarwi.",
    ],
)
def test_other_numbers(text: str) -> None:
    assert READER.read(text, WEDNESDAY) == []

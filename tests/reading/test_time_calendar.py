"""Times by quarter, day of the month, part of the day, Javanese name and holiday."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.time import TimeReader, calendar

READER = TimeReader(Lexicon())
WEDNESDAY = datetime.date(2023, 6, 21)


def read(text: str, published: datetime.date | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    """Return words, type and value of each time in ``text``."""
    found = READER.read(text, published)
    return [(text[f.span[0] : f.span[1]], f.type, f.value) for f in found]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Laba PT Randu pada kuartal II 2024 naik.", "kuartal II 2024", "2024-Q2"),
        ("Laba PT Randu naik pada Q2 2024 lagi.", "Q2 2024", "2024-Q2"),
        ("Laba naik pada semester I-2023 lagi.", "semester I-2023", "2023-H1"),
        ("Laba naik pada kuartal II/2023 lagi.", "kuartal II/2023", "2023-Q2"),
        ("Sepanjang kuartal pertama laba naik.", "kuartal pertama", "2023-Q1"),
        ("Pada triwulan ketiga laba turun.", "triwulan ketiga", "2022-Q3"),
        ("Laba akan naik pada kuartal keempat.", "kuartal keempat", "2023-Q4"),
        ("Laba naik pada semester I.", "semester I", "2023-H1"),
        ("Laba kuartal lalu naik.", "kuartal lalu", "2023-Q1"),
        ("Laba kuartal I lalu naik.", "kuartal I lalu", "2023-Q1"),
        ("Laba kuartal II ini naik.", "kuartal II ini", "2023-Q2"),
        ("Laba kuartal I dan II 2022 naik.", "kuartal I dan II 2022", "2022-Q1/2022-Q2"),
        ("Laba semester depan turun.", "semester depan", "2023-H2"),
        ("Laba kuartal terakhir 2022 naik.", "kuartal terakhir 2022", "2022-Q4"),
    ],
)
def test_quarters_and_half_years(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    "text",
    ["Ia mahasiswa semester II di sana.", "Mobil Randu Q2 laku keras.", "Paruh pertama seru."],
)
def test_what_is_no_quarter(text: str) -> None:
    assert read(text) == []


def test_a_quarter_without_any_year_stays_partial() -> None:
    assert read("Laba naik pada kuartal II.", None) == [("kuartal II", "DATE", "XXXX-Q2")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Rapat digelar tanggal 5 di Ranubaru.", "tanggal 5", "2023-06-05"),
        ("Rapat digelar tanggal 25 di Ranubaru.", "tanggal 25", "2023-05-25"),
        ("Rapat akan digelar tanggal 5 di sana.", "tanggal 5", "2023-07-05"),
        ("Rapat pada tanggal 5 dan 6 nanti.", "tanggal 5 dan 6 nanti", "2023-07-05/2023-07-06"),
        ("Rapat pada tanggal 17 bulan lalu.", "tanggal 17 bulan lalu", "2023-05-17"),
        ("Rapat pada tgl 3 bulan depan.", "tgl 3 bulan depan", "2023-07-03"),
        ("Pada tanggal 5 hingga 7 Mei sepi.", "5 hingga 7 Mei", "2023-05-05/2023-05-07"),
    ],
)
def test_days_of_a_month_that_is_not_named(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "DATE", value)]


def test_a_day_whose_month_two_answers_fit_stays_open() -> None:
    text = "Pameran dibuka 20 Maret dan tanggal 5 ditutup."
    assert read(text)[1] == ("tanggal 5", "DATE", "XXXX-XX-05")


def test_that_day_is_the_one_named_last() -> None:
    text = "Rapat digelar 20 Mei. Tanggal itu dipilih Sarwi."
    assert read(text)[1] == ("Tanggal itu", "DATE", "2023-05-20")


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Hujan turun sejak pagi.", "pagi", "XXXX-XX-XXTMO"),
        ("Warga berjaga hingga larut malam.", "larut malam", "XXXX-XX-XXTNI"),
        ("Mereka tiba tengah malam.", "tengah malam", "XXXX-XX-XXTNI"),
        ("Ia tiba pukul setengah delapan malam.", "pukul setengah delapan malam",
         "XXXX-XX-XXT19:30"),
    ],
)  # fmt: skip
def test_parts_of_an_unnamed_day(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "TIME", value)]


def test_parts_of_the_day_named_before() -> None:
    text = "Pada Selasa (20/6) hujan turun sejak pagi hingga sore. Malam itu reda."
    assert read(text)[1:] == [
        ("pagi", "TIME", "2023-06-20TMO"),
        ("sore", "TIME", "2023-06-20TAF"),
        ("Malam itu", "TIME", "2023-06-20TNI"),
    ]


def test_an_hour_belongs_to_the_day_that_the_article_tells_of() -> None:
    text = (
        "Rapat digelar Rabu (21/6/2023).\nSarwi menuduh Wirya menyerang pada Senin malam.\n"
        "Pukul 14.30 rapat usai."
    )
    assert read(text)[-1] == ("Pukul 14.30", "TIME", "2023-06-21T14:30")
    text = text.replace("\nPukul", " Pukul")
    assert read(text)[-1] == ("Pukul 14.30", "TIME", "2023-06-19T14:30")


def test_until_a_weekday_points_ahead_in_what_somebody_says() -> None:
    assert read("“Mogok berlanjut sampai Senin,” kata Wirya.")[0][2] == "2023-06-26"
    assert read("Mogok itu berlangsung sampai Senin.")[0][2] == "2023-06-19"


@pytest.mark.parametrize("text", ["Mereka makan malam.", "Pada Malam Anugerah Randu ia menang."])
def test_what_is_no_part_of_a_day(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("Kirab digelar 1 Suro di sana.", "1 Suro", "DATE", "2023-07-19"),
        ("Kirab digelar 1 Suro 1957 di sana.", "1 Suro 1957", "DATE", "2023-07-19"),
        ("Kirab digelar 1 Suro Be 1957.", "1 Suro Be 1957", "DATE", "2023-07-19"),
        ("Kirab digelar 1 Suro 2023.", "1 Suro 2023", "DATE", "2023-07-19"),
        ("Kirab digelar malam Satu Suro.", "malam Satu Suro", "TIME", "2023-07-18TNI"),
        ("Kirab digelar pada bulan Besar.", "bulan Besar", "DATE", "2023-06-19/2023-07-18"),
        ("Pasar buka Jumat Kliwon lalu.", "Jumat Kliwon lalu", "DATE", "2023-05-19"),
        ("Pasar buka malam Jumat Kliwon.", "malam Jumat Kliwon", "TIME", "2023-05-18TNI"),
        ("Pasar buka setiap malam Jumat.", "setiap malam Jumat", "SET", "XXXX-WXX-4TNI"),
        ("Pasar buka Selasa Pahing (20/6/2023).", "Selasa Pahing (20/6/2023)", "DATE",
         "2023-06-20"),
    ],
)  # fmt: skip
def test_javanese_names(text: str, words: str, type_: str, value: str) -> None:
    assert read(text) == [(words, type_, value)]


@pytest.mark.parametrize("text", ["Randu lolos ke 16 Besar.", "Ia masuk 10 Besar.", "Sura menang."])
def test_what_is_no_javanese_name(text: str) -> None:
    assert read(text) == []


def test_the_javanese_week_of_five() -> None:
    assert calendar.pasaran(datetime.date(1945, 8, 17)) == 1
    assert calendar.pasaran(datetime.date(1945, 8, 16)) == 5


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Rapat digelar Rabu (22/6/2023).", "2023-06-22 is Kamis"),
        ("Rapat digelar Kamis, 20 Juni 2023.", "2023-06-20 is Selasa"),
        ("Rapat digelar Selasa Pon (20/6/2023).", "2023-06-20 is Pahing"),
        ("Rapat digelar 30 Februari 2023.", "no such day: 2023-02-30"),
        ("Rapat digelar Rabu (21/6/2023).", None),
    ],
)
def test_words_that_disagree_are_noted(text: str, note: str | None) -> None:
    (found,) = READER.read(text, WEDNESDAY)
    assert found.note == note


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("Tiket habis H-7 Lebaran 2023.", "H-7 Lebaran 2023", "DATE", "2023-04-15"),
        ("Arus balik H+3 Idul Fitri 2023.", "H+3 Idul Fitri 2023", "DATE", "2023-04-25"),
        ("Ramai pada malam Natal 2022.", "malam Natal 2022", "TIME", "2022-12-24TNI"),
        ("Ramai pada malam tahun baru 2023.", "malam tahun baru 2023", "TIME", "2022-12-31TNI"),
        ("Ramai pada hari kedua Lebaran 2023.", "hari kedua Lebaran 2023", "DATE", "2023-04-23"),
        ("Ramai jelang lebaran 2023.", "lebaran 2023", "DATE", "2023-04-22"),
        ("Ramai pada 1 Syawal 1444 H.", "1 Syawal 1444 H", "DATE", "2023-04-22"),
        ("Ramai pada bulan puasa 1444 H.", "bulan puasa 1444 H", "DATE", "2023-03-23/2023-04-20"),
    ],
)
def test_days_around_a_holiday(text: str, words: str, type_: str, value: str) -> None:
    assert read(text) == [(words, type_, value)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sejak tahun 90-an, akhir 1990-an ramai.",
         [("tahun 90-an", "DATE", "199"), ("akhir 1990-an", "DATE", "199")]),
        ("Ia menunggu setengah jam, satu tahun lamanya.",
         [("setengah jam", "DURATION", "PT0.5H"), ("satu tahun", "DURATION", "P1Y")]),
        ("Ia tinggal dua windu di sana seharian.",
         [("dua windu", "DURATION", "P16Y"), ("seharian", "DURATION", "P1D")]),
        ("Satu setengah tahun lalu ia pergi.",
         [("Satu setengah tahun lalu", "DATE", "2021-12")]),
        ("Musim kemarin Randu juara.", []),
        ("Gempa terjadi jutaan tahun lalu.", [("jutaan tahun lalu", "DATE", "PAST_REF")]),
        ("Pekan pertama Mei ia pergi.", [("Pekan pertama Mei", "DATE", "2023-05")]),
        ("Surat bertanggal 20.06.2023 itu hilang.", [("20.06.2023", "DATE", "2023-06-20")]),
        ("Versi 20.06.2023.1 keluar.", []),
    ],
)  # fmt: skip
def test_expressions_side_by_side(text: str, found: list[tuple[str, str, str]]) -> None:
    assert read(text) == found


def test_a_wrong_javanese_row_says_where(tmp_path: Path) -> None:
    path = tmp_path / "javanese.tsv"
    path.write_text("name\tkind\tnumber\tforms\nPon\tpasaran\t6\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"javanese\.tsv:2: number is '6'"):
        TimeReader(Lexicon(tmp_path))

"""Planted times: what is found in a sentence of our own, and what it means."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.time import TimeFinding, TimeReader

READER = TimeReader(Lexicon())
WEDNESDAY = datetime.date(2023, 6, 21)


def read(text: str, published: datetime.date | None = WEDNESDAY) -> list[tuple[str, str, str]]:
    """Return words, type and value of each time in ``text``."""
    found = READER.read(text, published)
    return [(text[f.span[0] : f.span[1]], f.type, f.value) for f in found]


def one(text: str, published: datetime.date | None = WEDNESDAY) -> TimeFinding:
    found = READER.read(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Rapat di Ranubaru digelar pada tanggal 20 Juni.", "20 Juni", "2023-06-20"),
        ("Rapat digelar 20 Juni 2021 di Ranubaru.", "20 Juni 2021", "2021-06-20"),
        ("Rapat digelar pada 25 Desember.", "25 Desember", "2022-12-25"),
        ("Rapat akan digelar pada 25 Desember.", "25 Desember", "2023-12-25"),
        ("Pameran dibuka hingga 2 Juli.", "2 Juli", "2023-07-02"),
        ("Rapat akan digelar, kata Sarwi, 25 Mei.", "25 Mei", "2023-05-25"),
        ("Rapat digelar Rabu (21/6/2023).", "Rabu (21/6/2023)", "2023-06-21"),
        ("Rapat digelar Rabu, 21 Juni 2023.", "Rabu, 21 Juni 2023", "2023-06-21"),
        ("Rapat digelar Rabu (6/4/2022) ini.", "Rabu (6/4/2022) ini", "2022-04-06"),
        ("Rapat digelar Sabtu (17/6).", "Sabtu (17/6)", "2023-06-17"),
        ("Rapat digelar Senin (26/6).", "Senin (26/6)", "2023-06-26"),
        ("Rapat digelar Senin (13/3/ 2017).", "Senin (13/3/ 2017)", "2017-03-13"),
        ("Rapat digelar Sabtu, (17/6) di sana.", "Sabtu, (17/6)", "2023-06-17"),
        ("Rapat hari Selasa, 20 Juni 2023 batal.", "hari Selasa, 20 Juni 2023", "2023-06-20"),
        ("Rapat digelar 20-06-2023 di sana.", "20-06-2023", "2023-06-20"),
        ("Rapat digelar 5 Agt 2017 di sana.", "5 Agt 2017", "2017-08-05"),
        ("Rapat digelar 28-30 Maret 2024.", "28-30 Maret 2024", "2024-03-28/2024-03-30"),
        ("Rapat digelar 28 Mei - 2 Juni.", "28 Mei - 2 Juni", "2023-05-28/2023-06-02"),
        ("Rapat Sabtu-Minggu (17-18/6) usai.", "Sabtu-Minggu (17-18/6)", "2023-06-17/2023-06-18"),
        ("Rapat digelar 22 Desember tahun lalu.", "22 Desember tahun lalu", "2022-12-22"),
        ("Rapat digelar 3 Juli mendatang.", "3 Juli mendatang", "2023-07-03"),
    ],
)
def test_dates(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Sarwi tiba Minggu (18/6) malam.", "Minggu (18/6) malam", "2023-06-18TNI"),
        ("Sarwi tiba Senin malam.", "Senin malam", "2023-06-19TNI"),
        ("Sarwi tiba Kamis siang (15/6/2023).", "Kamis siang (15/6/2023)", "2023-06-15TAF"),
        ("Sarwi tiba tadi pagi.", "tadi pagi", "2023-06-21TMO"),
        ("Sarwi berangkat malam ini.", "malam ini", "2023-06-21TNI"),
        ("Sarwi tiba tadi malam.", "tadi malam", "2023-06-20TNI"),
        ("Sarwi tiba kemarin sore.", "kemarin sore", "2023-06-20TAF"),
        ("Sarwi berangkat besok pagi.", "besok pagi", "2023-06-22TMO"),
        ("Sarwi tiba malam Minggu.", "malam Minggu", "2023-06-17TNI"),
        ("Sarwi tiba kemarin malam (20/6).", "kemarin malam (20/6)", "2023-06-20TNI"),
    ],
)
def test_parts_of_the_day(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, "TIME", value)]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("hari ini", "2023-06-21"),
        ("hari   ini", "2023-06-21"),
        ("kemarin", "2023-06-20"),
        ("besok", "2023-06-22"),
        ("lusa", "2023-06-23"),
        ("pekan lalu", "2023-W24"),
        ("minggu depan", "2023-W26"),
        ("bulan ini", "2023-06"),
        ("tahun lalu", "2022"),
        ("Agustus tahun lalu", "2022-08"),
        ("Februari lalu", "2023-02"),
        ("akhir pekan ini", "2023-W25-WE"),
        ("dua hari lalu", "2023-06-19"),
        ("tiga bulan silam", "2023-03"),
        ("10 tahun yang lalu", "2013"),
        ("Jumat pekan lalu", "2023-06-16"),
        ("Rabu lalu", "2023-06-14"),
        ("Senin depan", "2023-06-26"),
        ("beberapa waktu lalu", "PAST_REF"),
        ("beberapa tahun lalu", "PAST_REF"),
        ("baru-baru ini", "PAST_REF"),
        ("saat ini", "PRESENT_REF"),
        ("kini", "PRESENT_REF"),
        ("sekarang", "PRESENT_REF"),
        ("tahun 1948", "1948"),
        ("era 1990-an", "199"),
        ("dekade 1980-an", "198"),
        ("abad ke-19", "18"),
        ("kuartal II 2022", "2022-Q2"),
        ("semester pertama tahun ini", "2023-H1"),
        ("2007 silam", "2007"),
        ("periode 2014-2019", "2014/2019"),
        ("Ramadan 1445", "2024-03-11/2024-04-09"),
        ("17 Ramadan 1445 Hijriah", "2024-03-27"),
        ("Idul Fitri 1444 H", "2023-04-22"),
        ("Lebaran tahun lalu", "2022-05-02"),
        ("Natal 2020", "2020-12-25"),
        ("Paskah 2024", "2024-03-31"),
        ("Imlek 2023", "2023-01-22"),
    ],
)
def test_relative_and_coarse_dates(words: str, value: str) -> None:
    text = f"Warga Ranubaru menunggu sejak {words}, kata Sarwi."
    found = read(text)
    if words.startswith("periode"):
        words = words.removeprefix("periode ")
    assert found == [(words, "DATE", value)]


@pytest.mark.parametrize(
    ("words", "value", "mod"),
    [
        ("awal Maret", "2023-03", "START"),
        ("pertengahan 2022", "2022", "MID"),
        ("akhir bulan ini", "2023-06", "END"),
        ("akhir tahun", "2023", "END"),
        ("akhir Juli lalu", "2022-07", "END"),
        ("awal abad ke-20", "19", "START"),
    ],
)
def test_phase_is_the_modifier(words: str, value: str, mod: str) -> None:
    found = one(f"Jembatan Ranubaru selesai pada {words}.")
    assert (found.value, found.mod) == (value, mod)


@pytest.mark.parametrize(
    ("text", "words", "type_", "value"),
    [
        ("Ia ditahan selama tiga hari.", "tiga hari", "DURATION", "P3D"),
        ("Kunjungan tiga harinya usai.", "tiga hari", "DURATION", "P3D"),
        ("Perang itu lebih dari 30 tahun.", "lebih dari 30 tahun", "DURATION", "P30Y"),
        ("Ia tidur selama dua setengah jam.", "dua setengah jam", "DURATION", "PT2.5H"),
        ("Ia tidur selama dua jam setengah.", "dua jam setengah", "DURATION", "PT2.5H"),
        ("Ia berlari 3 jam 20 menit.", "3 jam 20 menit", "DURATION", "PT3H20M"),
        ("Ia menunggu berjam-jam.", "berjam-jam", "DURATION", "PTXH"),
        ("Ia menunggu dua puluh lima menit.", "dua puluh lima menit", "DURATION", "PT25M"),
        ("Ia absen sepekan terakhir.", "sepekan terakhir", "DURATION", "P1W"),
        ("Ia absen beberapa bulan.", "beberapa bulan", "DURATION", "PXM"),
        ("Ia bekerja 1.000 hari.", "1.000 hari", "DURATION", "P1000D"),
        ("Selama ini ia absen.", "Selama ini", "DURATION", "PXX"),
        ("Ia tinggal dua dekade.", "dua dekade", "DURATION", "P20Y"),
        ("Ia berlatih setiap Jumat.", "setiap Jumat", "SET", "XXXX-WXX-5"),
        ("Ia berlatih setiap dua tahun sekali.", "setiap dua tahun sekali", "SET", "P2Y"),
        ("Ia digaji Rp5 juta per bulan.", "per bulan", "SET", "P1M"),
        ("Ia berlatih seminggu sekali.", "seminggu sekali", "SET", "P1W"),
        ("Ia berlatih tiap akhir pekan.", "tiap akhir pekan", "SET", "XXXX-WXX-WE"),
        ("Upacara digelar setiap 17 Agustus.", "setiap 17 Agustus", "SET", "XXXX-08-17"),
    ],
)
def test_durations_and_sets(text: str, words: str, type_: str, value: str) -> None:
    assert read(text) == [(words, type_, value)]


def test_hours_a_day_are_a_duration_and_a_set() -> None:
    assert read("Buruh bekerja delapan jam sehari.") == [
        ("delapan jam", "DURATION", "PT8H"),
        ("sehari", "SET", "P1D"),
    ]
    assert read("Ia pergi sehari.") == [("sehari", "DURATION", "P1D")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Pintu dibuka Senin (19/6) pukul 00.00 WIB.", "pukul 00.00 WIB", "2023-06-19T00:00"),
        ("Senin (19/6) ia tiba sekitar pukul 14.30.", "sekitar pukul 14.30", "2023-06-19T14:30"),
        ("Senin (19/6) ia tiba pukul 8 malam.", "pukul 8 malam", "2023-06-19T20:00"),
        ("Senin (19/6) ia tiba jam 11 siang.", "jam 11 siang", "2023-06-19T11:00"),
        ("Ia tiba pukul 16.00GMT, Senin (19/6).", "pukul 16.00GMT", "2023-06-19T16:00"),
        ("Ia tiba pukul 16.00 saja.", "pukul 16.00", "XXXX-XX-XXT16:00"),
    ],
)
def test_hours_take_the_day_beside_them(text: str, words: str, value: str) -> None:
    assert (words, "TIME", value) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "UU Nomor 5 Tahun 2014 berlaku.",
        "Perda No. 3 Tahun 2012 dicabut.",
        "UU 5/2014 berlaku.",
        "Pasal 27 ayat 3 berlaku.",
        "Harganya Rp 2014 saja.",
        "Hubungi 0812-2014-2015 segera.",
        "Tim Ranubaru menang 2-1.",
        "Sarwi (45) hadir.",
        "Sarwi berusia 45 tahun.",
        "Pria 45 tahun itu hadir.",
        "Sarwi, 45 tahun, hadir.",
        "Sebanyak 2000 orang hadir.",
        "Jembatan itu sepanjang 2014 meter.",
        "Mei Rahmawati hadir bersama Juli Santoso.",
        "Ia membaca untuk Mei Rahmawati.",
        "Ia turun di Stasiun Pasar Minggu.",
        "Simposium Laut 2017 usai.",
        "Produksinya 1,8 juta barel per hari.",
        "Ia tampil di Stadion 17 Mei.",
        "Ia menjual dua jam tangan.",
        "Sebelumnya ia hadir, kemudian pergi.",
        "Buka https://contoh.example/2017/09/06/kabar sekarang-sekarang.",
        "Kode surat 12/2014 dipakai.",
        "Warga sehari-hari berdagang.",
    ],
)
def test_no_time(text: str) -> None:
    assert read(text) == []


def test_minggu_is_a_day_or_a_week() -> None:
    assert read("Minggu lalu Sarwi pergi.") == [("Minggu lalu", "DATE", "2023-W24")]
    assert read("Sarwi pergi minggu lalu.") == [("minggu lalu", "DATE", "2023-W24")]
    assert read("Sarwi pergi pada Minggu.") == [("Minggu", "DATE", "2023-06-18")]
    assert read("Sarwi pergi dua minggu.") == [("dua minggu", "DURATION", "P2W")]


def test_given_name_and_month() -> None:
    assert read("Pada Mei, Sarwi pergi.") == [("Mei", "DATE", "2023-05")]
    assert read("Antara April dan Mei ia pergi.")[1][2] == "2023-05"


def test_weekday_ahead_or_behind() -> None:
    thursday = datetime.date(2023, 6, 22)
    assert read("Sarwi tiba pada Senin.", thursday)[0][2] == "2023-06-19"
    assert read("Sarwi dijadwalkan bertemu Wiro pada Senin.", thursday)[0][2] == "2023-06-26"
    assert read("Wiro akan pergi, kata Sarwi, Senin.", thursday)[0][2] == "2023-06-19"
    assert read("Sarwi tiba Kamis.", thursday)[0][2] == "2023-06-22"


def test_words_of_a_quotation_are_anchored_on_the_day_they_were_said() -> None:
    text = '"Kami mogok besok sejak malam ini," kata Wiro, Senin (19/6) malam. Hari ini sepi.'
    assert [value for _, _, value in read(text)] == [
        "2023-06-20",
        "2023-06-19TNI",
        "2023-06-19TNI",
        "2023-06-21",
    ]


def test_earlier_expressions_anchor_later_ones() -> None:
    text = "Ia tiba 3 Maret 2015. Keesokan harinya ia pergi. Sehari sebelumnya ia sakit."
    assert [value for _, _, value in read(text)] == ["2015-03-03", "2015-03-04", "2015-03-03"]
    text = "Ia lahir pada 2001. Pada tahun yang sama ayahnya wafat."
    assert read(text)[1] == ("tahun yang sama", "DATE", "2001")
    text = "Dari 3 Maret hingga 5 April 2018 ia pergi."
    assert read(text)[0] == ("3 Maret", "DATE", "2018-03-03")
    text = "Rabu (14/6/2023) ia tiba. Rabu itu sepi."
    assert read(text, None)[1] == ("Rabu itu", "DATE", "2023-06-14")


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("20 Juni", "XXXX-06-20"),
        ("Rabu (21/6)", "XXXX-06-21"),
        ("Rabu", "XXXX-WXX-3"),
        ("kemarin", "XXXX-XX-XX"),
        ("tahun lalu", "XXXX"),
        ("bulan ini", "XXXX-XX"),
        ("pekan depan", "XXXX-WXX"),
        ("Februari lalu", "XXXX-02"),
    ],
)
def test_without_a_publication_date_values_stay_partial(words: str, value: str) -> None:
    found = one(f"Ia pergi pada {words}.", None)
    assert (found.value, found.begin, found.end) == (value, None, None)


def test_basis_tells_printed_from_inferred() -> None:
    assert one("Ia pergi 20 Juni 2021.").basis == "text"
    assert one("Ia pergi 20 Juni.").basis == "anchored"
    assert one("Ia pergi 20 Juni.", None).basis == "text"
    assert one("Ia pergi tiga hari.").basis == "text"
    assert one("Ia pergi kemarin.").basis == "anchored"


def test_begin_and_end_are_the_first_and_last_day() -> None:
    found = one("Ia pergi Februari lalu.")
    assert (found.begin, found.end) == (datetime.date(2023, 2, 1), datetime.date(2023, 2, 28))


def test_misprints_keep_their_printed_value() -> None:
    wrong_day = one("Ia pergi Senin (21/6/2023).")
    assert wrong_day.value == "2023-06-21"
    assert wrong_day.note == "2023-06-21 is Rabu"
    no_day = one("Ia pergi Senin (31/6/2023).")
    assert (no_day.value, no_day.begin) == ("2023-06-31", None)
    assert no_day.note


def test_skipped_parts_give_no_times() -> None:
    text = "Baca juga: Kabar 20 Juni 2021\nIa pergi 3 Mei 2022."
    found = READER.read(text, None, [(0, text.index("\n"))])
    assert [f.value for f in found] == ["2022-05-03"]


PIECES = st.sampled_from(
    [
        "Senin", "(19/6)", "20", "Juni", "2014", "pukul", "25.61", '"', "“", "”", "\n", "minggu",
        "lalu", "setiap", "Rp", "ke-", "an", "31 Februari", "99/99", "tahun lalu", "hari ini",
        "9999 tahun lalu", "dua puluh", "ribu", "hari", "sehari", "kemarin", "malam", "ini", "abad",
        "XIX", "1445", "H", "Lebaran", "Ramadan", "٣", "²", "\u200f", "\x00", "😀", "-", "/", ".",
        ",", " ", "0", "(", ")", "mendatang", "itu", "sebelumnya", "berikutnya",
    ]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(
    st.lists(PIECES, max_size=30).map(" ".join) | st.lists(PIECES, max_size=30).map("".join),
    st.none() | st.dates(),
)
def test_never_raises_and_spans_hold(text: str, published: datetime.date | None) -> None:
    end = 0
    for found in READER.read(text, published):
        assert end <= found.span[0] < found.span[1] <= len(text)
        end = found.span[1]
        assert found.value
        assert text[found.span[0] : found.span[1]].strip() == text[found.span[0] : found.span[1]]
    assert READER.read(text, published) == READER.read(text, published)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200), st.none() | st.dates())
def test_any_text(text: str, published: datetime.date | None) -> None:
    READER.read(text, published)


def test_a_wrong_row_is_named(tmp_path: Path) -> None:
    (tmp_path / "month.tsv").write_text(
        "name\tnumber\tforms\tshort\tgiven\nTigabelas\t13\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError, match=r"month\.tsv:2: number is '13'"):
        TimeReader(Lexicon(tmp_path))


def test_a_day_named_again_behind_itself_is_one_expression() -> None:
    text = "Rapat digelar besok, Jumat (7/6), di Rawa Elok."
    assert [row[0] for row in read(text, datetime.date(2024, 6, 6))] == ["besok, Jumat (7/6)"]


def test_a_part_of_no_day_in_a_turn_of_phrase_is_no_time() -> None:
    reader = TimeReader(Lexicon())
    assert reader.read('Ia menyebutnya "tikaman di tengah malam".', None) == []
    text = 'Ia berkata, "Kami diserang pada tengah malam ketika semua warga sudah tidur."'
    assert [text[slice(*time.span)] for time in reader.read(text, None)] == ["tengah malam"]

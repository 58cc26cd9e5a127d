"""Fixed words of time, seasons, noon, years of two digits, days named twice and coming days."""

from __future__ import annotations

import datetime

import pytest

from simak.errors import LexiconError
from simak.lexicon import Lexicon
from simak.reading.time import TimeReader

READER = TimeReader(Lexicon())
MONDAY = datetime.date(2012, 5, 14)


def read(text: str, published: datetime.date | None = MONDAY) -> list[tuple[str, str]]:
    return [(text[slice(*row.span)], row.value) for row in READER.read(text, published)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Dulu, kata Sarwi, jalan itu sepi.", "Dulu", "PAST_REF"),
        ("Sejak dulu warga menolak.", "dulu", "PAST_REF"),
        ("Zaman dahulu kala ada raja di Randu.", "Zaman dahulu kala", "PAST_REF"),
        ("Pada masa lalu hal itu lazim.", "masa lalu", "PAST_REF"),
        ("Pada masa itu belum ada listrik.", "masa itu", "PAST_REF"),
        ("Di masa depan kita siap.", "masa depan", "FUTURE_REF"),
        ("Kereta tiba sebentar lagi.", "sebentar lagi", "FUTURE_REF"),
        ("Di kemudian hari ia menyesal.", "kemudian hari", "FUTURE_REF"),
        ("Zaman sekarang semua mahal.", "Zaman sekarang", "PRESENT_REF"),
        ("Ia terdiam sejenak.", "sejenak", "PXX"),
        ("Untuk sementara waktu jalan ditutup.", "sementara waktu", "PXX"),
        ("Ia menunggu semalaman.", "semalaman", "PTXH"),
        ("Rapat mulai tengah hari.", "tengah hari", "XXXX-XX-XXT12:00"),
        ("Ia pulang saat senja.", "senja", "XXXX-XX-XXTEV"),
        ("Ia datang pagi-pagi sekali.", "pagi-pagi", "XXXX-XX-XXTMO"),
        ("Rapat mulai jam delapan.", "jam delapan", "XXXX-XX-XXT08:00"),
        ("Ia wajib lapor 1x24 jam.", "1x24 jam", "PT24H"),
        ("Laga berlangsung 2 x 45 menit.", "2 x 45 menit", "PT90M"),
        ("Ia finis dalam dua jam 5 menit 58,2 detik.", "dua jam 5 menit 58,2 detik", "PT2H5M58.2S"),
        ("Ia di sana 1 tahun, 2 bulan dan 3 hari.", "1 tahun, 2 bulan dan 3 hari", "P1Y2M3D"),
        ("Ia berpuasa tujuh hari tujuh malam.", "tujuh hari tujuh malam", "P7D"),
        ("Pada abad kesebelas kota itu sepi.", "abad kesebelas", "10"),
        ("Pada tahun delapan puluhan ia kaya.", "tahun delapan puluhan", "198"),
        ("Pada tahun '80-an ia kaya.", "tahun '80-an", "198"),
        ("Pada tahun '98 ia pindah.", "tahun '98", "1998"),
        ("Ia pindah sekitar tahun 90.", "sekitar tahun 90", "1990"),
        ("Itu terjadi sekitar tahun 1965.", "sekitar tahun 1965", "1965"),
        ("Pasca-Lebaran 2011 harga turun.", "Lebaran 2011", "2011-08-31"),
        ("Operasi pasar 10 Maret 2012 dibuka.", "10 Maret 2012", "2012-03-10"),
        ("Randu menang 2 - 1 akhir pekan kemarin.", "akhir pekan kemarin", "2012-W19-WE"),
        ("Pria kelahiran 27 Juli 1968 ini melukis.", "27 Juli 1968", "1968-07-27"),
        ("Ia datang besok (15/5).", "besok (15/5)", "2012-05-15"),
        ("Sidang digelar Selasa (15/05) lusa.", "Selasa (15/05) lusa", "2012-05-15"),
    ],
)
def test_words(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "Ia terlebih dahulu meminta izin.",
        "Ia lebih dulu tiba.",
        "Makan dulu, lalu tidur.",
        "Masa depan Randu cerah.",
        "Film Masa Lalu dan Zaman Dahulu tayang.",
        '"Sebentar, jangan pergi," kata Sarwi.',
        "Pasar Musim Semi ramai.",
        "Pada tahun 60 orang itu pergi.",
        "Rumah di jalan 17 Agustus rusak.",
        "Ketua adat Sarwi, 63 tahun.",
        "Ketua adat itu berusia dua puluh lima tahun.",
        "Sarwi (dua puluh lima tahun) tiba.",
    ],
)
def test_no_time(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Musim hujan tiba.", "Musim hujan", "XXXX-WI"),
        ("Awal musim kemarau sungai kering.", "Awal musim kemarau", "XXXX-SU"),
        ("Musim panas 2011 ia pergi.", "Musim panas 2011", "2011-SU"),
        ("Musim semi tahun ini terlambat.", "Musim semi tahun ini", "2012-SP"),
        ("Musim dingin lalu ia ke sana.", "Musim dingin lalu", "2011-WI"),
        ("Musim panas ini ia pergi.", "Musim panas ini", "2012-SU"),
        ("Musim gugur mendatang ia pergi.", "Musim gugur mendatang", "2012-FA"),
    ],
)
def test_seasons(text: str, words: str, value: str) -> None:
    assert read(text) == [(words, value)]
    found = READER.read(text, MONDAY)[0]
    assert (found.type, found.begin, found.end) == ("DATE", None, None)


def test_winter_of_january_began_in_december() -> None:
    january = datetime.date(2012, 1, 20)
    assert read("Musim dingin ini berat.", january) == [("Musim dingin ini", "2011-WI")]


def test_a_day_named_twice_is_the_printed_one() -> None:
    """Articles are often dated a day later than they say themselves."""
    tuesday = datetime.date(2012, 5, 15)
    assert read("Hari ini, Senin (14/5), Sarwi tiba.", tuesday) == [
        ("Hari ini, Senin (14/5)", "2012-05-14")
    ]
    assert read("Liputan dimulai besok, Selasa (15/5).", tuesday) == [
        ("besok, Selasa (15/5)", "2012-05-15")
    ]
    # a day too far away is another one
    assert read("Kemarin, Selasa (1/5), ia tiba.", tuesday)[0] == ("Kemarin", "2012-05-14")


def test_coming_days() -> None:
    text = (
        "Piala Randu digelar pada 19 hingga 30 Mei 2012. Pada 21 Mei, Randu bertemu Wirata, "
        "lalu pada 25 Mei bertemu Mayang."
    )
    assert [value for _, value in read(text)] == [
        "2012-05-19/2012-05-30", "2012-05-21", "2012-05-25",
    ]  # fmt: skip
    text = "Laga pembuka akan digelar 3 Juni. Lalu pada 8 Juni, Randu bertemu Wirata."
    assert [value for _, value in read(text)] == ["2012-06-03", "2012-06-08"]
    text = "Pada 20 Juni, Randu akan bertemu Wirata."
    assert [value for _, value in read(text)] == ["2012-06-20"]


def test_a_day_before_what_somebody_says_of_the_future() -> None:
    assert read("Pada 20 Juni, Sarwi mengatakan Randu akan menang.") == [("20 Juni", "2011-06-20")]


def test_an_hour_in_a_short_quotation_counts() -> None:
    assert read('"Padam jam 12.00," katanya.') == [("jam 12.00", "XXXX-XX-XXT12:00")]


def test_two_years_share_their_word() -> None:
    assert read("Studi tahun 2005 dan 2010 pernah gagal.") == [
        ("tahun 2005", "2005"),
        ("2010", "2010"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        # who means a day ten months ago says so
        ("Kedua tim akan bersua. Laga digelar 4 Juni, 7 Juni, dan 9 Juni.", "9 Juni", "2012-06-09"),
        ("Pemungutan suara dilakukan 30 Juni.", "30 Juni", "2011-06-30"),
        ("Warga akan memilih. Pemungutan suara dilakukan 30 Juni.", "30 Juni", "2012-06-30"),
        ("Sejak 30 Juni ia sakit.", "30 Juni", "2011-06-30"),
        ("Ia sakit 30 Juni lalu.", "30 Juni lalu", "2011-06-30"),
        ("Ia sakit pada 30 Agustus.", "30 Agustus", "2011-08-30"),
        ("Pada awal Mei lalu ia sakit.", "awal Mei lalu", "2012-05"),
        ("Pada akhir Mei lalu ia sakit.", "akhir Mei lalu", "2011-05"),
        ("Pada akhir Mei nanti ia pergi.", "akhir Mei nanti", "2012-05"),
        (
            "Pada akhir kuartal tiga tahun lalu laba turun.",
            "akhir kuartal tiga tahun lalu",
            "2011-Q3",
        ),
        ("Ekspor sepanjang 2011 mengalami penurunan.", "2011", "2011"),
        ("Sarwi tiba di sana. (10/5). Ia pergi.", "10/5", "2012-05-10"),
    ],
)
def test_which_year(text: str, words: str, value: str) -> None:
    assert read(text)[-1] == (words, value)


def test_a_decimal_is_not_torn() -> None:
    assert read("Burung itu berusia 2,5 bulan.") == []


def test_holidays_side_by_side_and_in_small_letters() -> None:
    assert read("Masa libur Natal dan Tahun Baru ramai.", datetime.date(2012, 12, 20)) == [
        ("Natal", "2012-12-25"),
        ("Tahun Baru", "2013-01-01"),
    ]
    assert read("Ia melewati tahun baru di sana.", datetime.date(2012, 12, 20)) == [
        ("tahun baru", "2013-01-01")
    ]
    assert read("Tahun baru saja berganti.", datetime.date(2012, 12, 20)) == []


def test_a_wrong_season_says_where(tmp_path) -> None:
    (tmp_path / "season.tsv").write_text("season\tforms\tcode\tstart\nmusim duku\t\tXX\t3\n")
    with pytest.raises(LexiconError, match=r"season\.tsv.*2"):
        TimeReader(Lexicon(tmp_path))

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.errors import LexiconError
from simak.intake.furniture import Finder, bylines, find
from simak.lexicon import Lexicon

FINDER = Finder(Lexicon())


def words(text):
    return [text[start:end] for start, end in find(text, Lexicon())]


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Jembatan Melati Dibuka",
        "Baca Juga Jembatan Melati Dibuka",
        "BACA JUGA - Jembatan Melati Dibuka",
        "Baca_Juga",
        "[Baca juga: Jembatan Melati Dibuka]",
        "Simak juga Video 'Banjir Melati':",
        "Lihat juga: Banjir Melati",
        "[Gambas:Video 20detik]",
        "ADVERTISEMENT",
        "SCROLL TO CONTINUE WITH CONTENT",
        "Halaman selanjutnya",
        "Halaman 2 dari 3",
        "Foto: Sari Wulan/Kabar Melati",
        "Jembatan Melati (Foto: Sari Wulan)",
        "Editor: Budi Laut",
        "Reporter: Sari Wulan",
        "Pewarta : Sari Wulan",
        "Ikuti berita Kabar Melati di saluran kami",
        "Dapatkan update berita pilihan setiap hari",
        "Copyright © Kabar Melati 2023",
        "Artikel ini telah tayang di Kabar Melati dengan judul Banjir",
        "Tags: banjir, melati",
        "(abc/def)",
    ],
)
def test_whole_lines(line):
    assert words(f"Rapat dibuka.\n\n{line}\nRapat ditutup.") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Baca buku itu menyenangkan.",
        "Foto itu sudah dihapus.",
        "Foto - foto itu beredar.",
        "Editor itu mengundurkan diri.",
        "Penulis",
        "Sumber: Kabar Melati",
        "Iklan rokok dilarang di kota itu.",
        "Ia membaca juga surat itu.",
        "Tag harga itu salah.",
        "Laporan itu dikutip kantor berita (ANT)",
        "Rapat selesai. (ant)",
        "Pasal 4 (empat)",
    ],
)
def test_running_text_is_left_alone(line):
    assert words(line) == []


def test_brackets_inside_a_line():
    assert words("Ia datang (Foto: Budi) lalu pulang.") == ["(Foto: Budi)"]


def test_titles_after_a_heading():
    text = "Baca juga:\nJembatan Dibuka\nJalan Ditutup\nSari Wulan tiba di Melati."
    assert words(text) == ["Baca juga:", "Jembatan Dibuka", "Jalan Ditutup"]


def test_glued_text_loses_only_the_opening_words():
    text = "Rapat selesai. Baca juga: Jembatan Dibuka Sari Wulan lalu pulang. Ia tiba di rumah."
    assert words(text) == ["Baca juga:"]
    assert words("Rapat selesai. Baca juga: Jembatan Dibuka") == ["Baca juga: Jembatan Dibuka"]


def test_initials_at_the_end():
    assert words("Rapat selesai. (abc/def)") == ["(abc/def)"]


def test_bylines():
    text = "Rapat selesai.\nPenulis: Sari Wulan | Editor: Budi Laut\nPewarta: Adi dan Rina Sari"
    assert bylines(text, Lexicon()) == ["Sari Wulan", "Adi", "Rina Sari"]


def test_a_users_outlet(tmp_path):
    (tmp_path / "furniture.tsv").write_text("words\tscope\tkind\nkabar kilat\tcolon\tlink\n")
    text = "Kabar kilat: Jembatan Dibuka"
    assert words(text) == []
    assert find(text, Lexicon(tmp_path)) == [(0, len(text))]


def test_a_wrong_row_is_pointed_at(tmp_path):
    (tmp_path / "furniture.tsv").write_text("words\tscope\tkind\nkabar\teverywhere\tlink\n")
    with pytest.raises(LexiconError, match=r"furniture\.tsv:2: scope"):
        Finder(Lexicon(tmp_path))


@given(st.text(alphabet="Baca juga:(foto)[]\n .-ADVERTISEMENT/😀\0", max_size=300))
def test_spans_are_in_order_and_not_blank(text):
    last = 0
    for found in FINDER.find(text):
        start, end = found.span
        assert last <= start < end <= len(text)
        assert text[start:end].strip() == text[start:end]
        last = end


@pytest.mark.parametrize("unit", ["Baca juga: ", "(foto ", "( ", "\n", " ", "_ ", "(a/", "-"])
def test_time_is_linear(unit):
    begin = time.perf_counter()
    FINDER.find(unit * (1_000_000 // len(unit)))
    assert time.perf_counter() - begin < 5

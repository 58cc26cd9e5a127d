"""Sentence ends by rule; "|" in a case is where a sentence must begin."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simak.indonesian.language import blank
from simak.indonesian.sentence import SentenceSplitter

NLP = blank()
NLP.add_pipe("simak_sentences")


def cut(text: str) -> str:
    doc = NLP(text)
    starts = [sentence.start_char for sentence in doc.sents]
    return "|".join(text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))


@pytest.mark.parametrize(
    "case",
    [
        "Hujan turun. |Warga mengungsi. |Apa sebabnya? |Tidak tahu!",
        "Ia tinggal di Jl. Melati No. 5, Kec. Rawa Elok. |Rumah itu milik dr. Sari.",
        "Prof. Bimo Laksana, S.H., M.Si. menolak. |Ny. Tini setuju.",
        "Rudi A. Pranata hadir. |Ia terlambat.",
        "Tubuh butuh vitamin C. |Namun jangan berlebihan.",
        "Ia membeli beras, gula, dll. |Lalu ia pulang.",
        "PT Sinar Fajar Tbk. (SFJR) naik 1,5 persen. |Nilainya Rp5.000.",
        "Harga naik 1.354.900 rupiah pada pukul 14.30 WIB. |Besok turun.",
        "“Kami siap. |Warga juga siap,” kata Bupati Rawa Elok.",
        '"Kami siap. |Warga juga siap." |Ia lalu pergi.',
        '"Mau ke mana?" tanya Sari.',
        "‘Sudah selesai!’ |Semua bersorak.",
        "(Ia tidak menjawab.) |Rapat selesai.",
        "Dia bilang ... entah. |Sunyi.",
        "Sunyi… |Lalu ramai.",
        "Rawa Elok, Kabar Kita -- Bupati datang. |Warga senang.",
        "RAWA ELOK, KABAR.com - Bupati datang. |Warga senang.",
        "Banjir Melanda Kota\n\n|Warga mengungsi",
        "Banjir Melanda Kota\n|Warga mengungsi. |Hujan deras.",
        "Ia pulang.Ia tidur. |Pagi.".replace("pulang.Ia", "pulang.|Ia"),
        "1. Beras\n|2. Gula",
        "Ia berkata, \"Pulang!\" |\"Tidak,\" jawab Sari.",
        "satu kalimat saja",
        # small letters: slips of the pen, and messages
        "Hujan turun di rumahnya. |warga mengungsi. |ia pulang. |iPad itu hilang.",
        "Sudah sampai mana? |kami menunggu! |cepat pulang",
        "Ia tiba (29/10/2017). |ia lalu pulang.",
        "simak.readAll(s.parentNode)",
        "Lihat rawaelok. com untuk denah. |Berkas peta. pdf ada di sana.",
        "Kami siap. kata Sari. |Yahoo! bekerja sama dengan Nusa Corp. sejak lama.",
        '"Kami pergi!" teriak Tono. |"Sekarang?" |"Ya." |Dia diam... lalu pergi.',
        'kami sudah siap. |"warga juga." |lalu ia pergi. |"ayo." kata sari. |tahun 2010. |itu lama',
        # credits and brackets
        "Banjir surut. |(abc/def)",
        '"Sudah reda," katanya. |[tns]',
        "Ia tiba (dengan kereta. Terlambat!) di kota. |(Ia lelah. |Sangat lelah.) |Lalu tidur.",
        "Bandara Sultan Amar II (SA. II) dibuka. |Ongkosnya naik.",
        # marks with a space too much, or the wrong ones
        'Spanduk bertulis "awas banjir. ". |Sementara itu hujan reda.',
        "Acara dibuka 2012. “\n\n|Tiketnya mahal.",
        "Bupati diam.   '\n|Warga pulang.",
        # letters that close a noun, and letters of a name
        "Rawa Elok FC naik ke Serie A. |Klub itu unggul.",
        "Mesinnya 1,6 L. |Tenaganya besar.",
        "Mobil milik Sahat M. Pranata hilang. |Kelompok itu dipimpin T.O.P. |Tak ada yang tahu.",
        "Ia bergelar Ph. D. dalam ilmu politik. |Peraturan No. XI. B. 02 berlaku.",
        "Itu temuan BPK. |Padahal, uangnya ada. |TEMUAN PROF. BIMO LAKSANA. |WARGA LEGA.",
        # dates and lists
        "Ia lahir 5 Jan. 1990 menurut UU No. 3 Th. 2010. |Tingginya 1,7 m. |Ia sehat.",
        "Syarat: 1. KTP. |2. SIM. |Lalu mendaftar.",
        "Refrein.: Kami pulang. |Kami tiba.",
        # messages
        "Hujan deras! 😀 |Semoga aman. 🙏 |Terima kasih ❤ #aman",
        "Sudah tiba di Rawa Elok 😭😭 |Kapan reda? #banjir @sari_w tolong!!! |Lelah.",
        "GEMPA GUNCANG RAWA ELOK. |WARGA PANIK! |SEMUA SELAMAT.",
        # quotations of several sentences
        '"Kami siap," kata Sari, "dan warga juga siap. |Kita tunggu." |Ia lalu pergi.',
        "Sari berkata: “Kami siap. |Warga juga.” |“Ayo!” teriak Tono. |‘Benar?’ tanya Sari.",
        'Ia bilang "tidak". |Lalu pergi. |Ia bilang "tidak." |Lalu pergi.',
    ],
)  # fmt: skip
def test_sentences(case: str) -> None:
    assert cut(case.replace("|", "")) == case


def test_wrapped_text_is_read_over_the_line_end() -> None:
    text = (
        "Pemerintah Kabupaten Rawa Elok menyatakan bahwa jembatan yang\n"
        "menghubungkan dua desa itu akan selesai pada akhir tahun dan\n"
        "dapat dilalui kendaraan berat sebelum musim hujan tiba. Warga\n"
        "menyambut baik rencana itu walau sebagian masih ragu karena\n"
        "pembangunan serupa pernah tertunda.\n\n"
        "Bupati berjanji mengawasi sendiri."
    )
    found = [sentence.text.strip().replace("\n", " ") for sentence in NLP(text).sents]
    assert len(found) == 3
    assert found[0].endswith("musim hujan tiba.")
    assert found[1].startswith("Warga menyambut") and found[1].endswith("tertunda.")


@given(
    st.text(st.sampled_from(list('aBc .,?!"“”\n()[]…-1:😀')), max_size=60) | st.text(max_size=40)
)
@settings(max_examples=200, deadline=None)
def test_any_text_is_cut_without_loss(text: str) -> None:
    doc = NLP(text)
    if len(doc):
        assert "".join(sentence.text_with_ws for sentence in doc.sents) == doc.text


def test_the_first_token_of_a_sentence_is_no_white_space() -> None:
    doc = NLP("Satu.\n\n\n  Dua. \n Tiga.")
    assert [sentence[0].text for sentence in doc.sents] == ["Satu", "Dua", "Tiga"]


def test_starts_are_the_same_each_time() -> None:
    doc = NLP.make_doc('Satu. "Dua. Tiga," kata Sari. Empat.')
    splitter = SentenceSplitter()
    assert splitter.starts(doc) == splitter.starts(doc) == frozenset({0, 2, 5, 11})


@pytest.mark.parametrize(
    "piece", ["(a. ", '"A. " ', "1. ", "A. b ", "a. B) ", "😀 Ia ", ". . ", "([", ".)"]
)
def test_junk_takes_linear_time(piece: str) -> None:
    def seconds(count: int) -> float:
        doc = NLP.make_doc(piece * count)
        begin = time.perf_counter()
        NLP.get_pipe("simak_sentences")(doc)
        return time.perf_counter() - begin

    assert seconds(20_000) < 50 * max(seconds(1000), 0.001) + 0.5


def test_many_sentences_take_linear_time() -> None:
    def seconds(count: int) -> float:
        doc = NLP.make_doc("Ia pergi. " * count)
        begin = time.perf_counter()
        NLP.get_pipe("simak_sentences")(doc)
        return time.perf_counter() - begin

    assert seconds(20_000) < 50 * max(seconds(1000), 0.001) + 0.5

"""Headings that run into the text behind them; "|" is where a sentence must begin."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simak.indonesian import heading
from simak.indonesian.heading import HeadingEnds
from simak.indonesian.language import blank
from simak.indonesian.sentence import SentenceSplitter

NLP = blank()
NLP.add_pipe("simak_sentences")


def cut(text: str) -> str:
    starts = [sentence.start_char for sentence in NLP(text).sents]
    return "|".join(text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))


@pytest.mark.parametrize(
    "case",
    [
        "Jembatan lama segera diperbaiki |Menurut bupati, pekerjaan dimulai bulan depan.",
        "Warga sudah pulang. |Harga beras naik lagi |Namun para pedagang mengaku tetap merugi.",
        "Panen gagal di tiga desa |Selain itu, hama menyerang kebun warga.",
    ],
)
def test_a_heading_ends_where_the_text_begins(case: str) -> None:
    assert cut(case.replace("|", "")) == case


@pytest.mark.parametrize(
    "text",
    [
        "Bupati Rawa Elok Bimo Laksana bertemu Menteri Perhubungan Sari Wulan di Gedung Merah.",
        "Ia menonton film Ada Apa di Balik Kabut bersama warga Desa Sumber Rejo.",
        'Ia mengatakan "Kami siap" kepada warga.',
        "Rapat itu dihadiri Dinas Pekerjaan Umum dan Badan Pengelola Pasar Rawa Elok.",
        "Pada hari Senin warga Kecamatan Rawa Elok kembali bekerja seperti biasa.",
        "BUPATI RAWA ELOK MEMBUKA PASAR BARU DI DESA SUMBER REJO",
        "BUPATI MEMBELI DUA PONSEL TIPE 2S DI PASAR BARU PADA HARI SENIN LALU",
        "Tim Elang Biru mengalahkan Garuda Timur di Stadion Melati Rabu malam.",
    ],
)
def test_capitals_of_names_begin_no_sentence(text: str) -> None:
    assert cut(text) == text


def test_without_weights_only_marks_end_a_sentence() -> None:
    doc = NLP.make_doc("Panen gagal di tiga desa Selain itu, hama menyerang kebun warga.")
    assert SentenceSplitter(headings=HeadingEnds({})).starts(doc) == frozenset({0})
    assert len(SentenceSplitter().starts(doc)) == 2


def test_features_are_the_same_each_time_and_look_only_nearby() -> None:
    texts = ["Panen", "gagal", "Selain", "itu", ",", "hama", "datang", "."]
    found = heading.features(texts, 0, 2, len(texts))
    assert found == heading.features(texts, 0, 2, len(texts))
    assert "b gagal" in found and "w selain" in found and "n itu" in found
    far = ["Kata"] * 500 + texts
    moved = heading.features(far, 500 - 40, 502, len(far))
    assert moved == heading.features(far[100:], 400 - 40, 402, len(far) - 100)


@given(st.text(st.sampled_from('aAB .,"“”\n()1-'), max_size=80))
@settings(max_examples=200, deadline=None)
def test_any_text_is_cut_without_loss(text: str) -> None:
    doc = NLP(text)
    if len(doc):
        assert "".join(sentence.text_with_ws for sentence in doc.sents) == text


def test_a_long_line_of_capitals_takes_linear_time() -> None:
    def seconds(count: int) -> float:
        doc = NLP.make_doc("Warga desa Melati " * count)
        begin = time.perf_counter()
        NLP.get_pipe("simak_sentences")(doc)
        return time.perf_counter() - begin

    assert seconds(8_000) < 40 * max(seconds(400), 0.001) + 0.5

"""The tokenizer: planted tokens, and every text comes back whole."""

from __future__ import annotations

import time

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st

from simak.indonesian.language import CODE, blank

NLP = blank()


def tokens(text: str) -> str:
    return " ".join(token.text for token in NLP.make_doc(text) if not token.is_space)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"Ya," ujarnya.', '" Ya , " ujar nya .'),
        ("Rp1,5 triliun dan Rp5.000", "Rp 1,5 triliun dan Rp 5.000"),
        ("Rp.5.000 atau US$5", "Rp. 5.000 atau US$ 5"),
        ("pukul 14.30 (21/6/2023)", "pukul 14.30 ( 21/6/2023 )"),
        ("naik 10,5% jadi 5.000", "naik 10,5 % jadi 5.000"),
        ("28-30 Maret", "28 - 30 Maret"),
        ("ke-5 dan 1980-an", "ke-5 dan 1980-an"),
        ("cita-cita saudara-saudara", "cita-cita saudara-saudara"),
        ("Undang-Undang itu", "Undang-Undang itu"),
        ("Januari-Maret", "Januari - Maret"),
        ("Covid-19 dan F-16", "Covid-19 dan F-16"),
        ("non-migas, al-Quds, Al-Quds", "non-migas , al-Quds , Al-Quds"),
        ("Ma'ruf salat Jum’at", "Ma'ruf salat Jum’at"),
        ("dr. Sari, Sp.A., dan Prof. Bimo", "dr. Sari , Sp.A. , dan Prof. Bimo"),
        ("Rudi A. Pranata, S.H., M.Si.", "Rudi A. Pranata , S.H. , M.Si."),
        ("Jl. Melati No. 5.", "Jl. Melati No. 5 ."),
        ("Katanya no.", "Kata nya no ."),
        ("PT Sinar Fajar Tbk. naik", "PT Sinar Fajar Tbk. naik"),
        ("K.H. Salim dan Hj. Aminah", "K.H. Salim dan Hj. Aminah"),
        ("vitamin C.", "vitamin C ."),
        ("MPR/DPR 60 km/jam", "MPR / DPR 60 km / jam"),
        ("Nomor 34/PMK.011/2007", "Nomor 34/PMK.011/2007"),
        ("triwulan II/2007", "triwulan II/2007"),
        ("lihat https://contoh.id/a?b=1, ya", "lihat https://contoh.id/a?b=1 , ya"),
        ("surel a.b@contoh.co.id.", "surel a.b@contoh.co.id ."),
        ("#banjir @warga_kota", "#banjir @warga_kota"),
        ("JAKARTA, KABAR.com - Hari", "JAKARTA , KABAR.com - Hari"),
        ("Rawa Elok, Kabar Kita -- Hari", "Rawa Elok , Kabar Kita -- Hari"),
        ("“‘Gila’,” «kata» ‘dia’", "“ ‘ Gila ’ , ” « kata » ‘ dia ’"),
        ("Dia... “Ya…”", "Dia ... “ Ya … ”"),
        ("pulang.Ia tidur", "pulang . Ia tidur"),
        ("apa?! [1] {2}", "apa ? ! [ 1 ] { 2 }"),
        ("bagus 👍🏽 sekali", "bagus 👍🏽 sekali"),
    ],
)
def test_tokens(text: str, expected: str) -> None:
    assert tokens(text) == expected


CHARACTERS = st.sampled_from(list("aiuAnyaku lm.,-'’\"“”()/:@#0123\n\t\u00a0\u200f😀\x00٣éﷺ"))


@given(st.text(CHARACTERS) | st.text())
@settings(max_examples=300, deadline=None)
def test_every_text_comes_back(text: str) -> None:
    doc = NLP.make_doc(text)
    assert doc.text == "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    assert all(doc.text[t.idx : t.idx + len(t)] == t.text and len(t) for t in doc)


def test_lone_surrogates_keep_their_place() -> None:
    doc = NLP.make_doc("satu \ud83d dua")
    assert doc.text == "satu \ufffd dua"
    assert doc[2].idx == 7


@pytest.mark.parametrize(
    "junk", ["a", "a.", "a-", '"', "1.", "@a", "a'", "A.", "http://", " ", "x-9/", "\n ", "()"]
)
def test_long_junk_takes_linear_time(junk: str) -> None:
    def seconds(size: int) -> float:
        begin = time.perf_counter()
        doc = NLP.make_doc(junk * (size // len(junk)))
        assert len(doc.text) == size // len(junk) * len(junk)
        return time.perf_counter() - begin

    seconds(1000)
    small = max(seconds(20_000), 0.001)
    assert seconds(200_000) < small * 10 * 6 + 0.5


def test_starts_fast() -> None:
    begin = time.perf_counter()
    blank()
    assert time.perf_counter() - begin < 0.5


def test_the_stock_language_is_left_alone() -> None:
    assert type(spacy.blank("id")).__module__.startswith("spacy.")
    assert spacy.blank(CODE).lang == CODE


def test_pipe_and_storage(tmp_path) -> None:
    assert [doc.text for doc in NLP.pipe(["satu", "dua"])] == ["satu", "dua"]
    NLP.to_disk(tmp_path / "blank")
    again = spacy.load(tmp_path / "blank")
    assert [token.text for token in again("Rumahnya.")] == ["Rumah", "nya", "."]

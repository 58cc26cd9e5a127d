"""Scare quotes and contested terms."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.reading.page_maker import find

from simak.errors import LexiconError
from simak.indonesian.language import blank
from simak.lexicon import Lexicon
from simak.reading.finding import StatementFinding
from simak.reading.page import Page
from simak.reading.quotation import QuotationReader
from simak.reading.wording import WordingReader

_NLP = blank()


def read(
    text: str, contents: tuple[str, ...] = (), lexicon: Lexicon | None = None
) -> list[tuple[str, str, int | None, str | None]]:
    """Return (words, kind, asserted_by, neutral); ``contents`` are of one statement each."""
    lexicon = lexicon or Lexicon()
    page = Page(_NLP(text))
    statements = [
        StatementFinding("indirect", "say", (0, 1), 0, (find(text, words),)) for words in contents
    ]
    found = WordingReader(lexicon).read(page, QuotationReader(lexicon).read(page), statements)
    return [(text[slice(*row.span)], row.kind, row.asserted_by, row.neutral) for row in found]


def test_a_short_quoted_phrase_is_a_scare_quote() -> None:
    text = "Wirya menyebut rencana itu 'lelucon besar' kemarin."
    assert read(text, ("rencana itu 'lelucon besar'",)) == [
        ("'lelucon besar'", "scare_quote", 0, None)
    ]
    assert read("Program “penataan” itu dimulai.") == [("“penataan”", "scare_quote", None, None)]


def test_the_innermost_statement_asserts_it() -> None:
    text = "Wirya bilang Sekar menyebut itu “ganjil” di depan semua."
    contents = ("Sekar menyebut itu “ganjil” di depan semua", "itu “ganjil” di depan semua")
    assert read(text, contents)[0][2] == 1


@pytest.mark.parametrize(
    "text",
    [
        "“Kami datang untuk menata pasar ini sampai selesai,” kata Wirya.",
        "Ia menonton film “Laut Kelam” kemarin.",
        "Buku Sekar yang berjudul “Arah Angin” laris.",
        "Wirya “Kancil” Sanjaya menang.",
        "Ia dijuluki “raja tambak” di sana.",
        "Kata “bandar” berasal dari Persia.",
        "Ada “satu”, “dua”, dan “tiga” di papan.",
    ],
)
def test_full_quotations_titles_nicknames_and_lists_are_none(text: str) -> None:
    assert (
        read(text, ("Kami datang untuk menata pasar ini sampai selesai",) if "Kami" in text else ())
        == []
    )


def test_single_marks_with_blanks_inside_count_too() -> None:
    text = "Nama Wirya ' akrab ' di telinga, kata Sarwi, dan ' tanpa titik ' pula."
    assert [words for words, *_ in read(text)] == ["' akrab '", "' tanpa titik '"]
    assert read("Film ' Rumah Randu ' tayang.") == []
    assert read("Ia makan ' nasi") == []


@pytest.mark.parametrize(
    "text",
    [
        "“Kami datang lagi,” kata Wirya.",
        "Spanduk bertuliskan “Upah Naik Sekarang” dibentangkan.",
        "Penghargaan “Kota Randu Bersih” diberikan.",
    ],
)
def test_sentences_and_names_are_no_scare_quotes(text: str) -> None:
    assert read(text) == []


def test_a_name_with_a_hyphen_is_whole() -> None:
    for name in ("Kim Randu-un", "Kim Randu - un"):
        found = read(f"Pernyataan rezim {name} itu keras.")
        assert found == [(f"rezim {name}", "loaded_term", None, f"pemerintah {name}")]


def test_a_contested_term_gets_its_neutral_name() -> None:
    assert read("Rezim Wesmara jatuh.") == [
        ("Rezim Wesmara", "loaded_term", None, "pemerintah Wesmara")
    ]
    assert read("Ia mengecam rezim Zionis itu.")[0] == (
        "rezim Zionis",
        "loaded_term",
        None,
        "Israel",
    )
    assert read("Sebuah rezim jatuh.") == []


def test_the_name_behind_a_term_may_have_a_particle() -> None:
    assert read("Pendukung rezim Presiden Anwar al - Madani pergi.")[0][0] == (
        "rezim Presiden Anwar al - Madani"
    )


def test_a_user_file_replaces_and_adds_terms(tmp_path: Path) -> None:
    header = "term\tneutral\tmap\tnote\n"
    (tmp_path / "contested_term.tsv").write_text(
        header + "rezim X\tkabinet X\tMelati=Kabinet Melati II\t\nkubu biru\tPartai Laut\t\t\n"
    )
    mine = Lexicon(tmp_path)
    assert [row[3] for row in read("Rezim Melati dan kubu biru dan rezim Wesmara.", (), mine)] == [
        "Kabinet Melati II",
        "Partai Laut",
        "kabinet Wesmara",
    ]


@pytest.mark.parametrize("row", ["rezim X lama\tpemerintah\t\t", "rezim X\tpemerintah X\tMelati\t"])
def test_a_wrong_row_is_reported_with_its_line(tmp_path: Path, row: str) -> None:
    (tmp_path / "contested_term.tsv").write_text(f"term\tneutral\tmap\tnote\n{row}\n")
    with pytest.raises(LexiconError, match=r"contested_term\.tsv:2"):
        WordingReader(Lexicon(tmp_path))

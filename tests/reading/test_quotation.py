"""Quotation marks of all kinds, paired inside their paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from simak.lexicon import Lexicon
from simak.reading.finding import Quotation
from simak.reading.page import Page
from simak.reading.quotation import QuotationReader

_READER = QuotationReader(Lexicon())


def read(text: str, skip: tuple[tuple[int, int], ...] = ()) -> list[Quotation]:
    """Return the quotations of a text; the tokens play no part."""
    return _READER.read(Page(Doc(Vocab(), words=[text], spaces=[False]), skip))


def inner(text: str) -> list[str]:
    return [text[slice(*quotation.inner)] for quotation in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "“Kami datang,” kata Wirya.",
        '"Kami datang," kata Wirya.',
        "”Kami datang,” kata Wirya.",
        "„Kami datang,“ kata Wirya.",
        "«Kami datang», kata Wirya.",
        "‘Kami datang,’ kata Wirya.",
        "'Kami datang,' kata Wirya.",
        "''Kami datang,'' kata Wirya.",
        '" Kami datang , " kata Wirya .',
        '"Kami datang."kata Wirya.',
        "Kata Wirya: “Kami datang.”",
    ],
)
def test_marks_of_every_kind(text: str) -> None:
    assert inner(text) == ["Kami datang"]


def test_outer_has_the_marks_and_inner_neither_them_nor_the_stop() -> None:
    text = "Lalu “Kami pulang.” Sudah."
    (quotation,) = read(text)
    assert text[slice(*quotation.outer)] == "“Kami pulang.”"
    assert text[slice(*quotation.inner)] == "Kami pulang"
    assert quotation.closed and not quotation.single


@pytest.mark.parametrize("end", ["?", "!", "...", "…"])
def test_question_exclamation_and_ellipsis_are_said(end: str) -> None:
    assert inner(f"“Pulang{end}” kata Wirya.") == [f"Pulang{end}"]


@pytest.mark.parametrize(
    "text",
    [
        "Wirya Ma'ruf dan Nur’aini datang.",
        "Salat Jum ' at di People 's Hall.",
        "Ia tak 'kan datang.",
        "Angkatan '98 berkumpul.",
        'Layar 5" dan 6" dijual.',
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert inner(text) == []


def test_nested_quotations_follow_the_one_around() -> None:
    text = "“Ia bilang ‘tidak’ kepada kami,” kata Wirya."
    assert inner(text) == ["Ia bilang ‘tidak’ kepada kami", "tidak"]
    text = '"Film "Laut Kelam" bagus," kata Wirya.'
    assert inner(text) == ['Film "Laut Kelam" bagus', "Laut Kelam"]


def test_an_odd_mark_spoils_only_its_paragraph() -> None:
    text = '"Kami datang, kata Wirya.\n"Kami pulang," kata Sekar.'
    text_b = 'Kami datang," kata Wirya.\n"Kami pulang," kata Sekar.'
    assert inner(text_b) == ["Kami pulang"]
    found = read(text)
    assert [quotation.closed for quotation in found] == [True, True]  # the next one re-opens
    alone = 'Ia "pergi jauh.\nLalu "pulang" lagi.'
    assert [(q.closed, alone[slice(*q.inner)]) for q in read(alone)] == [
        (False, "pergi jauh"),
        (True, "pulang"),
    ]


def test_an_odd_mark_before_a_sound_pair_is_dropped() -> None:
    assert inner('Ia "pergi jauh. Lalu "Kami pulang," kata Sekar.') == ["Kami pulang"]


def test_a_quotation_over_paragraphs_gives_a_piece_each() -> None:
    text = "“Kami datang.\n“Kami pulang,” kata Wirya."
    assert inner(text) == ["Kami datang", "Kami pulang"]
    assert all(quotation.closed for quotation in read(text))


def test_page_furniture_gives_none() -> None:
    text = "Baca juga: “Air naik”\n“Kami pulang,” kata Sekar."
    assert [text[slice(*q.inner)] for q in read(text, ((0, 21),))] == ["Kami pulang"]


@given(st.text(alphabet="aA '\"“”‘’«»„.,!?\n(-)`", max_size=120))
def test_any_text(text: str) -> None:
    for quotation in read(text) if text else []:
        (a, b), (c, d) = quotation.outer, quotation.inner
        assert 0 <= a < c < d <= b <= len(text)
        assert "\n" not in text[a:b]
        assert text[c:d].strip() == text[c:d]


@pytest.mark.parametrize("mark", ["”", '"'])
def test_the_same_mark_glued_to_the_cue(mark: str) -> None:
    text = f"Wirya menyebutkan,{mark} Kami siap. Kami menunggu.{mark} Ia lalu pergi."
    assert inner(text) == ["Kami siap. Kami menunggu"]


def test_furniture_is_cut_out_of_its_paragraph() -> None:
    text = "“Kami datang,” kata Wirya. (bgs)\n“Kami pulang.”"
    start = text.index("(bgs)")
    found = read(text, ((start, start + 5),))
    assert [text[slice(*one.inner)] for one in found] == ["Kami datang", "Kami pulang"]
    whole = read(text, ((0, start + 5),))
    assert [text[slice(*one.inner)] for one in whole] == ["Kami pulang"]


def test_a_credit_behind_an_odd_mark_is_not_quoted() -> None:
    assert inner("“Kami datang. Kami pulang. (Suara Rawa)") == ["Kami datang. Kami pulang"]

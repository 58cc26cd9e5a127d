"""The trained pipeline: what the readers count on."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from simak import indonesian
from simak.indonesian.pipeline import MODEL

TEXT = (
    'RAWA ELOK, KABAR.com - "Kami menyetujuinya," kata Bupati Rina Wulandari di Bandung. '
    "Ia bertemu dengan warga.\n\nPolisi menangkap dua orang."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return indonesian.load()


def test_load_time() -> None:
    begin = time.perf_counter()
    indonesian.load()
    assert time.perf_counter() - begin < 2.5


def test_a_missing_model_is_said(tmp_path) -> None:
    with pytest.raises(indonesian.ModelError, match="no model here"):
        indonesian.load(tmp_path)


def test_annotation(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert doc.text == TEXT
    words = {token.text: token for token in doc}
    assert words["menyetujui"].pos_ == "VERB"
    assert indonesian.is_clitic(words["nya"])
    assert words["nya"].head.text == "menyetujui"
    assert words["bertemu"].lemma_ == "temu"
    assert words["menangkap"].morph.get("Voice") == ["Act"]
    assert words["menangkap"].lemma_ == "tangkap"
    names = {entity.text: entity.label_ for entity in doc.ents}
    assert names.get("Bandung") == "GPE"
    assert set(names.values()) <= {"PER", "ORG", "GPE", "LOC", "NORP"}


def test_the_parser_keeps_the_sentences(nlp: Language) -> None:
    doc = nlp(TEXT)
    starts = [sentence.start for sentence in doc.sents]
    again = nlp.make_doc(TEXT)
    nlp.get_pipe("simak_sentences")(again)
    assert starts == [token.i for token in again if token.is_sent_start]
    for sentence in doc.sents:
        assert sum(token.head.i == token.i for token in sentence) == 1


def test_version_and_card() -> None:
    version = indonesian.model_version(indonesian.load())
    assert version.startswith("id_simak_news 2+")
    assert "CC BY-SA 4.0" in (MODEL / "LICENSE").read_text(encoding="utf-8")
    assert "UD_Indonesian" in (MODEL / "README.md").read_text(encoding="utf-8")
    size = sum(path.stat().st_size for path in MODEL.rglob("*") if path.is_file())
    assert size < 25_000_000


def test_the_same_text_gives_the_same_reading(nlp: Language) -> None:
    first, second = nlp(TEXT), nlp(TEXT)
    assert [(t.pos_, t.dep_, t.head.i, t.lemma_) for t in first] == [
        (t.pos_, t.dep_, t.head.i, t.lemma_) for t in second
    ]


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_text_is_read(nlp: Language, text: str) -> None:
    nlp(text)


def test_a_megabyte_without_a_space_is_read(nlp: Language) -> None:
    assert len(nlp("x" * 1_000_000).text) == 1_000_000


def test_own_abbreviations(tmp_path) -> None:
    from simak.lexicon import Lexicon

    (tmp_path / "abbreviation.tsv").write_text(
        "form\tkind\tmeaning\nSdkrb.\ttitle\tinvented\n", encoding="utf-8"
    )
    own = indonesian.load(lexicon=Lexicon(tmp_path))
    assert [token.text for token in own("Sdkrb. Sari datang.")] == ["Sdkrb.", "Sari", "datang", "."]

"""Roots: what dictionary and rules find, and what the component leaves alone."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from simak.indonesian.lemma import LemmaCorrector, Lemmatizer
from simak.lexicon import Lexicon


@pytest.fixture(scope="module")
def lemmatizer() -> Lemmatizer:
    return Lemmatizer(Lexicon())


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("mengecam", "kecam"), ("dikecam", "kecam"), ("membantah", "bantah"),
        ("menangkap", "tangkap"), ("menyita", "sita"), ("memukul", "pukul"), ("mengebom", "bom"),
        ("mengimbau", "imbau"), ("menyindir", "sindir"), ("bertemu", "temu"),
        ("pertemuan", "temu"), ("kunjungan", "kunjung"), ("penembakan", "tembak"),
        ("MENEGASKAN", "tegas"), ("negara-negara", "negara"), ("kata", "kata"),
        ("adalah", "adalah"),
    ],
)  # fmt: skip
def test_root(lemmatizer: Lemmatizer, word: str, root: str) -> None:
    assert lemmatizer.root(word) == root


@pytest.mark.parametrize("word", ["", "zzgrk", "x" * 1000, "😀", "--", "me", "12"])
def test_nothing_known(lemmatizer: Lemmatizer, word: str) -> None:
    assert lemmatizer.root(word) is None


def test_component() -> None:
    doc = Doc(
        Vocab(),
        words=["Bimo", "mengecam", "PSRE", "rumah", "nya", "menuju", "ia", "\n"],
        spaces=[True, True, True, False, True, True, False, False],
        pos=["PROPN", "VERB", "NOUN", "NOUN", "PRON", "VERB", "PRON", "SPACE"],
        lemmas=["imo", "tgecam", "psre", "rumah", "dia", "tuju", "dia", "te\n"],
    )
    LemmaCorrector()(doc)
    assert [token.lemma_ for token in doc] == [
        "Bimo", "kecam", "PSRE", "rumah", "nya", "tuju", "dia", "\n",
    ]  # fmt: skip


def test_the_annotation_of_gsd_keeps_the_guess_for_names_and_clitics() -> None:
    from simak import indonesian

    nlp = indonesian.load()
    assert [token.lemma_ for token in nlp("Rumahnya di Bandung.")][1:3] == ["nya", "di"]
    indonesian.set_annotation(nlp, trees="gsd")
    assert nlp("Rumahnya di Bandung.")[1].lemma_ == "dia"


def test_currency_keeps_its_capital() -> None:
    from simak import indonesian

    lemmas = {token.text: token.lemma_ for token in indonesian.load()("Harganya Rp10 juta.")}
    assert lemmas["Rp"] == "Rp"

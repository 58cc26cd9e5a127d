"""Lemmas: what the component sets, and what it leaves alone."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.vocab import Vocab

from simak.indonesian.lemma import LemmaCorrector


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

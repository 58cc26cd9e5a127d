"""The component in the shipped pipeline: trees, names, white space, long sentences, annotations."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from simak import indonesian
from simak.indonesian.network import component


@pytest.fixture(scope="module")
def nlp() -> Language:
    return indonesian.load()


def whole_tree(doc: Doc) -> bool:
    """Each sentence has one root, and no arc leaves its sentence."""
    return all(
        sum(token.head.i == token.i for token in sentence) == 1
        and all(sentence.start <= token.head.i < sentence.end for token in sentence)
        for sentence in doc.sents
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sari tiba.",
        "  \n\n Sari tiba.\n\n  Ia pulang  ke rumah . \n",
        "\n",
        " \t ",
        "",
        "Sari tiba.\n\n\n",
        "a\n b\n c",
    ],
)
def test_white_space_hangs_in_its_sentence(nlp: Language, text: str) -> None:
    doc = nlp(text)
    assert doc.text == text
    if len(doc):
        assert whole_tree(doc)
    for token in doc:
        if token.is_space:
            assert (token.pos_, token.dep_) == ("SPACE", "dep") or not text.strip()


def test_a_long_sentence_is_read_in_parts_and_stays_one_tree(nlp: Language) -> None:
    text = "Sari membeli " + ", ".join(f"beras dan gula ke-{n}" for n in range(150)) + "."
    doc = nlp(text)
    assert len(list(doc.sents)) == 1
    assert whole_tree(doc)
    assert any(token.dep_ == "parataxis" for token in doc)


def test_names_have_five_kinds(nlp: Language) -> None:
    doc = nlp("Gubernur Budi Santoso bertemu umat Muslim di Kabupaten Garut, Indonesia, Selasa.")
    names = {entity.text: entity.label_ for entity in doc.ents}
    assert names["Budi Santoso"] == "PER"
    assert names["Indonesia"] == "GPE"
    assert set(names.values()) <= {"PER", "ORG", "GPE", "LOC", "NORP"}


def test_capitals_and_small_letters(nlp: Language) -> None:
    for text in (
        "GUBERNUR BUDI SANTOSO BERTEMU WARGA DI BANDUNG",
        "gubernur budi santoso bertemu warga di bandung",
    ):
        doc = nlp(text)
        assert [token.pos_ for token in doc][3] == "VERB"
        assert "santoso" in " ".join(e.text for e in doc.ents if e.label_ == "PER").lower()


def test_the_annotation_may_be_chosen(nlp: Language) -> None:
    text = "Pemerintah Indonesia dan Rusia sepakat membangun rumah sakit itu."
    csui = [(token.dep_, token.pos_) for token in nlp(text)]
    try:
        indonesian.set_annotation(nlp, trees="gsd", names="idner")
        assert indonesian.annotation(nlp) == ("gsd", "idner")
        doc = nlp(text)
        assert [(token.dep_, token.pos_) for token in doc] != csui
        assert not doc.ents  # idner-news-2k leaves a country bare where it acts
    finally:
        indonesian.set_annotation(nlp, trees="csui", names="news")


def test_a_part_alone(nlp: Language) -> None:
    network = component.of(nlp)
    try:
        network.parts = ("names",)
        doc = nlp("Budi Santoso tiba.")
        assert doc.ents
        assert not doc.has_annotation("DEP")
    finally:
        network.parts = ("syntax", "names")


@pytest.mark.parametrize("arguments", [{"trees": "ewt"}, {"names": "conll"}])
def test_an_unknown_annotation_is_refused(arguments: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="is no annotation"):
        component.Network(**arguments)


def test_sentence_ends_follow_the_annotation(nlp: Language) -> None:
    text = "Ia anggota TNI. Kapal itu tiba."
    assert len(list(nlp(text).sents)) == 2
    try:
        indonesian.set_annotation(nlp, trees="gsd")
        assert len(list(nlp(text).sents)) == 1
        with pytest.raises(ValueError, match="is no annotation"):
            indonesian.set_annotation(nlp, trees="ewt")
        assert indonesian.annotation(nlp) == ("gsd", "news")
    finally:
        indonesian.set_annotation(nlp, trees="csui")


def test_without_weights() -> None:
    network = component.Network()
    with pytest.raises(RuntimeError, match="no weights"):
        assert network.networks


def test_the_pipeline_may_be_saved_and_loaded(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "copy")
    text = "Bupati Sari Melati menolak rencana itu."
    first, second = nlp(text), indonesian.load(tmp_path / "copy")(text)
    assert first.to_json()["tokens"] == second.to_json()["tokens"]


@pytest.mark.parametrize("broken", ["network.json", "syntax.npz", "vectors.npz"])
def test_broken_weights_are_said(nlp: Language, tmp_path: Path, broken: str) -> None:
    nlp.to_disk(tmp_path / "copy")
    (tmp_path / "copy" / component.FACTORY / broken).write_bytes(b"PK\x03\x04 broken")
    with pytest.raises(indonesian.ModelError, match="cannot be loaded"):
        indonesian.load(tmp_path / "copy")

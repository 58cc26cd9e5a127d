"""Reading trees, converting the older annotation, scoring: on invented sentences."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from spacy.vocab import Vocab
from training.older import Converter, attach_punctuation
from training.treebank import Sentence, Word

from simak.indonesian.clitic import CliticSplitter
from simak.lexicon import Lexicon
from training import prepare, treebank

CURRENT = """\
# sent_id = s1
# text = "Rumahnya terbakar," kata Sari.
1\t"\t"\tPUNCT\t_\t_\t4\tpunct\t_\tSpaceAfter=No
2-3\tRumahnya\t_\t_\t_\t_\t_\t_\t_\t_
2\tRumah\trumah\tNOUN\t_\tNumber=Sing|Case=Nom\t4\tnsubj\t_\t_
3\tnya\tnya\tPRON\t_\tNumber=Sing|Person=3|PronType=Prs\t2\tnmod:poss\t_\t_
4\tterbakar\tBakar\tVERB\t_\tVoice=Pass\t0\troot\t_\tSpaceAfter=No
5\t,\t,\tPUNCT\t_\t_\t4\tpunct\t_\tSpaceAfter=No
6\t"\t"\tPUNCT\t_\t_\t4\tpunct\t_\t_
7\tkata\tkata\tVERB\t_\tVoice=Act\t4\tparataxis\t_\t_
8\tSari\tsari\tPROPN\t_\t_\t7\tnsubj\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

"""


@pytest.fixture
def sentence(tmp_path) -> Sentence:
    path = tmp_path / "a.conllu"
    path.write_text(CURRENT, encoding="utf-8")
    (found,) = treebank.read(path, "a")
    return found


def test_read(sentence: Sentence) -> None:
    assert sentence.is_whole()
    assert [word.form for word in sentence.words][1:4] == ["Rumah", "nya", "terbakar"]
    assert [word.space for word in sentence.words][1:4] == [False, True, False]
    assert sentence.words[1].feats == "Number=Sing"


def test_to_doc(sentence: Sentence) -> None:
    doc = treebank.to_doc(Vocab(), sentence)
    assert doc.text == sentence.text
    assert doc[2].head.text == "Rumah"
    assert doc[3].dep_ == "ROOT"
    assert [doc[3].lemma_, doc[7].lemma_] == ["bakar", "Sari"]


def test_held_out_is_twelve_percent() -> None:
    assert sum(treebank.is_held_out(number) for number in range(1000)) == 120


def word(form: str, upos: str, head: int, deprel: str, space: bool = True) -> Word:
    return Word(form, "", upos, "", head, deprel, space)


def test_older_annotation_gets_clitics_and_labels(sentence: Sentence) -> None:
    converter = Converter(CliticSplitter(Lexicon()))
    for _ in range(3):
        converter.learn_current(sentence)
    old = Sentence(
        "o1",
        "Rumahnya roboh.",
        [
            word("Rumahnya", "NOUN", 2, "nsubj"),
            word("roboh", "VERB", 0, "root", space=False),
            word(".", "PUNCT", 1, "punct"),
        ],
        "old",
    )
    new = converter.convert(old)
    assert [(w.form, w.upos, w.head, w.deprel) for w in new.words] == [
        ("Rumah", "NOUN", 3, "nsubj"),
        ("nya", "PRON", 1, "nmod:poss"),
        ("roboh", "VERB", 0, "root"),
        (".", "PUNCT", 3, "punct"),
    ]
    assert new.words[0].lemma == "rumah"
    assert new.is_whole()


def test_labels_change_as_the_pairs_show() -> None:
    old = Sentence(
        "o",
        "Ia akan pergi",
        [
            word("Ia", "PRON", 3, "nsubj"),
            word("akan", "ADV", 3, "advmod"),
            word("pergi", "VERB", 0, "root", space=False),
        ],
        "old",
    )
    new = replace(
        old, words=[old.words[0], replace(old.words[1], upos="AUX", deprel="aux"), old.words[2]]
    )
    converter = Converter(CliticSplitter(Lexicon()))
    for _ in range(2):
        converter.learn(old, new)
    assert [(w.upos, w.deprel) for w in converter.convert(old).words][1] == ("AUX", "aux")


def test_punctuation_hangs_on_what_it_sets_off() -> None:
    words = [
        word("Beras", "NOUN", 5, "nsubj", space=False),
        word(",", "PUNCT", 5, "punct"),
        word("gula", "NOUN", 1, "conj", space=False),
        word(",", "PUNCT", 5, "punct"),
        word("naik", "VERB", 0, "root", space=False),
        word(".", "PUNCT", 1, "punct"),
    ]
    attach_punctuation(words)
    assert [w.head for w in words] == [5, 3, 1, 1, 0, 5]


def test_variations_keep_the_tree(sentence: Sentence) -> None:
    rng = random.Random(1)
    for _ in range(20):
        varied = prepare.vary(sentence, rng)
        assert [w.head for w in varied.words] == [w.head for w in sentence.words]
        doc = prepare.to_doc(Vocab(), varied, rng)
        assert doc[-1].text in (".", "\n", "\n\n")

"""Reading trees, converting the older annotation, scoring: on invented sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest
from training.older import Converter, attach_punctuation
from training.treebank import Sentence, Word

from simak.indonesian.clitic import CliticSplitter
from simak.lexicon import Lexicon
from training import tree_item, treebank

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


def test_items_have_scripts_for_lemmas(sentence: Sentence) -> None:
    found = tree_item.from_treebank(sentence, "csui")
    assert found.lemmas[3] == "3||0|"
    assert found.heads == [word.head for word in sentence.words]
    known = tree_item.known_lemmas([sentence])
    without = replace(sentence, words=[replace(word, lemma="") for word in sentence.words])
    assert tree_item.from_treebank(without, "old", known).lemmas[3] == "3||0|"
    assert tree_item.from_treebank(without, "old").lemmas[3] == ""

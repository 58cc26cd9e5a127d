"""Both networks learn invented sentences by heart, and numpy computes what PyTorch does.

Needs PyTorch (dependency group ``networks``).
"""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytest.importorskip("torch")

from simak.indonesian.network import script, word
from simak.indonesian.network.name import Names
from simak.indonesian.network.syntax import Syntax
from simak.indonesian.network.word import Floret, Vocabulary
from training import name_item, recogniser, syntax, tree_item


def floret() -> Floret:
    table = np.random.default_rng(5).normal(size=(50, 8)).astype("float32")
    return Floret([word.table(table, hash_count=1, least=3, most=4, seed=1)])


def item(scheme: str, words: str, tags: str, heads: list[int], labels: str) -> tree_item.Item:
    forms = words.split()
    lemmas = [script.of(form, form.lower().removeprefix("di")) for form in forms]
    return tree_item.Item(scheme, forms, tags.split(), [""] * len(forms), heads, labels.split(),
                       [] if scheme == "icon" else lemmas)  # fmt: skip


def test_trees() -> None:
    tree = item("csui", "Sari ditemui di Bandung .", "PROPN VERB ADP PROPN PUNCT", [2, 0, 4, 2, 2],
                "nsubj:pass root case obl punct")  # fmt: skip
    icon = item("icon", "Guru itu tiba .", "NNO ART VBI PUN", [3, 1, 0, 3],
                "NP:S:L ART:NP:R root punct")  # fmt: skip
    items = [tree, icon] * 200
    vocabulary = Vocabulary.count([one.words for one in items], 1)
    vectors = floret()
    network = syntax.Network(vocabulary, vectors.width, syntax.Labels(items), hidden=24, seed=1)
    syntax.train(
        network, vocabulary, vectors, items, steps=200, seed=1, mix={"csui": 1.0, "icon": 1.0},
        rate=2e-2,
    )  # fmt: skip
    runtime = Syntax(network.arrays(), network.labels.kept(), vocabulary)
    (found,) = runtime.read([tree.words], vectors.rows(tree.words), "csui")
    assert (found.tags, found.heads, found.labels) == (tree.tags, tree.heads, tree.labels)
    assert found.lemmas == ["sari", "temui", "di", "bandung", "."] or found.lemmas[1] == "temui"
    assert found.sure > 0.5


def test_a_hint_turns_an_arc() -> None:
    tree = item("csui", "Sari tiba .", "PROPN VERB PUNCT", [2, 0, 2], "nsubj root punct")
    vocabulary = Vocabulary.count([tree.words], 1)
    vectors = floret()
    network = syntax.Network(vocabulary, vectors.width, syntax.Labels([tree]), hidden=8, seed=1)
    runtime = Syntax(network.eval().arrays(), network.labels.kept(), vocabulary)
    hint = np.zeros((3, 4), dtype="float32")
    for place, head in enumerate((3, 3, 0)):
        hint[place, head] = 5
    (found,) = runtime.read([tree.words], vectors.rows(tree.words), "csui", [hint])
    assert found.heads == [3, 3, 0]


def test_names_and_numpy_agree() -> None:
    rows = [
        ("news", "Sari Melati tiba di Rawalaya", "B-PER I-PER O O B-GPE"),
        ("idner", "Sari Melati tiba di Rawalaya", "B-PER I-PER O O O"),
        ("nerp", "Sari pergi", "B-PER ?"),
    ]
    items = [name_item.Item(scheme, words.split(), tags.split()) for scheme, words, tags in rows]
    forms = sorted({form for one in items for form in one.words})
    vocabulary = Vocabulary.count([one.words for one in items], 1, {"sari": "f"})
    vectors = floret()

    def epoch(rng: random.Random) -> list[name_item.Item]:
        return items * 60

    network = recogniser.train(
        epoch, vocabulary, vectors, forms, steps=80, seed=1, rate=1e-2, dev={}
    )
    runtime = Names(network.arrays(), vocabulary)
    words = items[0].words
    found: Any = {
        scheme: runtime.read([words], vectors.rows(words), scheme)[0]
        for scheme in ("news", "idner")
    }
    assert found["news"] == [(0, 2, "PER"), (4, 5, "GPE")]
    assert found["idner"] == [(0, 2, "PER")]


def test_weights_are_kept(tmp_path: Path) -> None:
    tree = item("csui", "Sari tiba .", "PROPN VERB PUNCT", [2, 0, 2], "nsubj root punct")
    vocabulary = Vocabulary.count([tree.words], 1)
    first = syntax.Network(vocabulary, 8, syntax.Labels([tree]), hidden=8, seed=1)
    second = syntax.Network(vocabulary, 8, syntax.Labels([tree]), hidden=8, seed=2)
    syntax.save(first, tmp_path / "a.pt")
    syntax.load(second, tmp_path / "a.pt")
    for left, right in zip(first.arrays().values(), second.arrays().values(), strict=True):
        np.testing.assert_array_equal(left, right)

"""The teacher learns two invented sentences by heart; needs PyTorch (dependency group teacher)."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("torch")

from training import teacher


def item(scheme: str, words: str, tags: str, heads: list[int], labels: str) -> teacher.Item:
    forms = words.split()
    return teacher.Item(scheme, forms, tags.split(), [""] * len(forms), heads, labels.split())


def test_learns_by_heart() -> None:
    tree = item("csui", "Sari tiba di Bandung .", "PROPN VERB ADP PROPN PUNCT", [2, 0, 4, 2, 2],
                "nsubj root case obl punct")  # fmt: skip
    icon = item("icon", "Guru itu tiba .", "NNO ART VBI PUN", [3, 1, 0, 3],
                "NP:S:L ART:NP:R root punct")  # fmt: skip
    items = [tree, icon] * 200
    forms = sorted({form for one in items for form in one.words})
    table = np.random.default_rng(1).normal(size=(len(forms), 8)).astype("float32")
    inventory = teacher.Inventory(items, forms, table)
    network = teacher.train(
        items, inventory, steps=60, seed=1, mix={"csui": 1.0, "icon": 1.0}, rate=2e-2
    )
    (found,) = teacher.read(network, inventory, [tree], "csui")
    assert (found.tags, found.heads, found.labels) == (tree.tags, tree.heads, tree.labels)
    assert found.sure > 0.5
    (other,) = teacher.read(network, inventory, [icon], "csui", hint=0.5)
    assert other.heads.count(0) == 1


def test_shape() -> None:
    assert [teacher.shape(word) for word in ("Rp1.500", "PSSI", "5-nya")] == [
        "Xxd.dd", "XX", "d-xx",
    ]  # fmt: skip

"""The parts of the networks, on made-up weights and words."""

from __future__ import annotations

from itertools import pairwise, product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.indonesian.network import label, script, weight
from simak.indonesian.network.encoder import Encoder, Packing
from simak.indonesian.network.word import PIECES, Vocabulary, shape

WORDS = st.text("abcdefkmnstu", min_size=1, max_size=9)


@given(WORDS, WORDS)
def test_a_script_gives_the_lemma_back(form: str, lemma: str) -> None:
    assert script.apply(form, script.of(form, lemma)) == lemma
    assert script.apply(form.title(), script.of(form.title(), lemma)) in (lemma, form.title())


@pytest.mark.parametrize(
    ("form", "lemma"),
    [("mengecam", "kecam"), ("Ditangkap", "tangkap"), ("Sari", "Sari"), ("pemberian", "beri")],
)
def test_lemmas(form: str, lemma: str) -> None:
    assert script.apply(form, script.of(form, lemma)) == lemma


def test_a_script_meets_a_word_that_is_too_short() -> None:
    assert script.apply("di", "4||2|") == "di"


@given(st.lists(st.integers(1, 12), min_size=1, max_size=9))
def test_packing_holds_each_word_once(lengths: list[int]) -> None:
    packing = Packing.of(lengths)
    assert sorted(np.concatenate(packing.rows).tolist()) == list(range(sum(lengths)))
    before = 0
    for rows, length in zip(packing.rows, lengths, strict=True):
        assert packing.words[rows].tolist() == list(range(before, before + length))
        assert packing.mirror[rows].tolist() == rows[::-1].tolist()
        before += length
    assert packing.sizes == sorted(packing.sizes, reverse=True)


def arrays(rng: Any) -> dict[str, Any]:
    def some(*shape: int) -> Any:
        return rng.normal(size=shape).astype("float32") * 0.3

    widths = [width for width, _ in PIECES]
    found = {f"embed.{number}": some(4, width) for number, width in enumerate(widths)}
    first = sum(widths) + 5 + 3
    found |= {"scheme": some(2, 3), "vector.weight": some(7, 5), "vector.bias": some(5)}
    for layer, size in enumerate((first, 12)):
        for side in ("right", "left"):
            found[f"{side}.{layer}.input"] = some(size, 24)
            found[f"{side}.{layer}.state"] = some(6, 24)
            found[f"{side}.{layer}.bias"] = some(24)
    return found


def test_a_sentence_reads_the_same_alone_and_among_others() -> None:
    rng = np.random.default_rng(3)
    encoder = Encoder(arrays(rng))
    lengths = [5, 1, 8, 3]
    numbers = rng.integers(0, 4, (sum(lengths), len(PIECES)))
    vectors = rng.normal(size=(sum(lengths), 7)).astype("float32")
    packing = Packing.of(lengths)
    together = encoder.read(numbers, vectors, packing, 1)
    begin = 0
    for rows, length in zip(packing.rows, lengths, strict=True):
        end = begin + length
        alone = encoder.read(numbers[begin:end], vectors[begin:end], Packing.of([length]), 1)
        np.testing.assert_allclose(alone, together[rows], atol=1e-5)
        begin = end


@pytest.mark.parametrize("seed", range(10))
def test_viterbi_finds_the_best_of_all_chains(seed: int) -> None:
    rng = np.random.default_rng(seed)
    may, begins, ends = label.steps_allowed()
    steps = np.where(may, rng.normal(size=may.shape), -1e4)
    first = np.where(begins, 0.0, -1e4)
    scores = rng.normal(size=(1, 3, len(label.TAGS)))
    (path,) = label.viterbi(scores, [3], steps, first)

    def total(chain: tuple[int, ...]) -> float:
        found = first[chain[0]] + (0.0 if ends[chain[-1]] else -1e4)
        found += sum(scores[0, place, tag] for place, tag in enumerate(chain))
        return float(found + sum(steps[a, b] for a, b in pairwise(chain)))

    best = max(product(range(len(label.TAGS)), repeat=3), key=total)
    assert tuple(path) == best


def test_tags_and_spans() -> None:
    tags = ["B-PER", "I-PER", "O", "B-LOC", "?", "B-ORG"]
    numbers = label.to_tags(tags, "?")
    assert numbers[4] is None
    chain = [label.TAGS[one[0]] if one else "O" for one in numbers]
    assert chain == ["B-PER", "E-PER", "O", "S-LOC", "O", "S-ORG"]
    assert label.spans(chain) == [(0, 2, "PER"), (3, 4, "LOC"), (5, 6, "ORG")]


def test_pieces_and_classes() -> None:
    vocabulary = Vocabulary.count([["Sari", "tiba", "sari"], ["tiba"]], 2, {"sari": "f"})
    rows = vocabulary.numbers(["sari", "Sari", "zzz"])
    assert rows.shape == (3, len(PIECES) + 1)
    assert rows[0, 0] == rows[1, 0] != 0
    assert rows[0, -1] == rows[1, -1] == 1
    assert rows[2].tolist()[0] == rows[2, -1] == 0
    assert shape("Rp1.500") == "Xxd.dd"


def test_files_are_the_same_each_time(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    table = rng.normal(size=(6, 4)).astype("float32")
    rows, scales = weight.quantise(table)
    assert np.abs(weight.spread(rows, scales) - table).max() < 0.02
    for name in ("a.npz", "b.npz"):
        weight.write(tmp_path / name, {"rows": rows, "scales": scales})
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()

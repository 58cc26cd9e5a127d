"""A bidirectional LSTM over the words of many sentences at once (Hochreiter and Schmidhuber 1997).

Sentences are packed: sorted by length, and laid out place by place, so that each step is one
product of matrices over all sentences that are long enough, and nothing is computed for padding.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np


@dataclass(frozen=True, slots=True)
class Packing:
    """Where the words of a batch of sentences lie.

    ``rows[k]`` are the packed places of the words of sentence ``k``, in order; ``starts[t]`` and
    ``sizes[t]`` say which packed places hold the words at place ``t`` of their sentence;
    ``mirror`` is where the word stands that has the same distance from the other end.
    """

    rows: list[Any]
    starts: list[int]
    sizes: list[int]
    mirror: Any
    words: Any

    @classmethod
    def of(cls, lengths: Sequence[int]) -> Packing:
        """Pack sentences of these lengths, none of them 0."""
        order = np.argsort([-length for length in lengths], kind="stable")
        falling = np.array(lengths)[order]
        sizes = [int((falling > place).sum()) for place in range(int(falling[0]))]
        starts = [0, *np.cumsum(sizes)[:-1].tolist()]
        begins = np.array(starts)
        rows: list[Any] = [None] * len(lengths)
        mirror = np.empty(int(falling.sum()), dtype="int64")
        before = np.concatenate([[0], np.cumsum(lengths)[:-1]])
        words = np.empty_like(mirror)
        for rank, sentence in enumerate(order):
            places = begins[: lengths[sentence]] + rank
            rows[sentence] = places
            mirror[places] = places[::-1]
            words[places] = before[sentence] + np.arange(lengths[sentence])
        return cls(rows, starts, sizes, mirror, words)


class Encoder:
    """The layers; ``arrays`` are the weights by name (``training.encoder`` writes them)."""

    def __init__(self, arrays: Mapping[str, Any]) -> None:
        self._embed: list[Any] = []
        while f"embed.{len(self._embed)}" in arrays:
            self._embed.append(arrays[f"embed.{len(self._embed)}"])
        self._scheme = arrays["scheme"]
        self._vector = arrays["vector.weight"], arrays["vector.bias"]
        self._layers: list[tuple[Any, ...]] = []
        while f"right.{len(self._layers)}.input" in arrays:
            number = len(self._layers)
            self._layers.append(
                tuple(
                    _gates(*(arrays[f"{side}.{number}.{part}"] for part in _PARTS))
                    for side in ("right", "left")
                )
            )

    def read(self, numbers: Any, vectors: Any, packing: Packing, scheme: int) -> Any:
        """Return the states of the words, in packed order.

        Args:
            numbers: numbers of pieces, shape (words, pieces), sentence after sentence.
            vectors: floret vectors, shape (words, width), in the same order.
            packing: where the words lie.
            scheme: the annotation that is wanted.
        """
        numbers, vectors = numbers[packing.words], vectors[packing.words]
        own = np.broadcast_to(self._scheme[scheme], (len(numbers), self._scheme.shape[1]))
        parts = [table[numbers[:, number]] for number, table in enumerate(self._embed)]
        parts.append(gelu(vectors @ self._vector[0] + self._vector[1]))
        states = np.concatenate([*parts, own], axis=1)
        for right, left in self._layers:
            forth = _run(states, right, packing)
            back = _run(states[packing.mirror], left, packing)[packing.mirror]
            states = np.concatenate([forth, back], axis=1)
        return np.concatenate([states, own], axis=1)


_PARTS = ("input", "state", "bias")


def _gates(into: Any, state: Any, bias: Any) -> tuple[Any, Any, Any]:
    """Return the weights with the order of gates input, forget, output, cell.

    Those of the first three are halved: the logistic function is (1 + tanh(x / 2)) / 2.
    """
    size = len(state)
    order = np.r_[0 : 2 * size, 3 * size : 4 * size, 2 * size : 3 * size]
    half = np.where(np.arange(4 * size) < 3 * size, 0.5, 1.0).astype("float32")
    return tuple(np.ascontiguousarray(part[..., order] * half) for part in (into, state, bias))  # type: ignore[return-value]


def _run(states: Any, weights: tuple[Any, Any, Any], packing: Packing) -> Any:
    """Return the states of one layer in one direction."""
    into, state, bias = weights
    size = len(state)
    gates = states @ into
    gates += bias
    result = np.empty((len(states), size), dtype="float32")
    hidden = np.zeros((packing.sizes[0], size), dtype="float32")
    cell = np.zeros_like(hidden)
    for start, count in zip(packing.starts, packing.sizes, strict=True):
        step = gates[start : start + count]
        step += hidden[:count] @ state
        np.tanh(step, out=step)
        three = step[:, : 3 * size]
        three *= 0.5
        three += 0.5
        cell = three[:, size : 2 * size] * cell[:count]
        cell += three[:, :size] * step[:, 3 * size :]
        hidden = result[start : start + count]
        np.tanh(cell, out=hidden)
        hidden *= three[:, 2 * size :]
    return result


_ROOT = np.float32(0.7978845608028654)


def gelu(values: Any) -> Any:
    """Return the Gaussian error linear unit, by its tanh form (Hendrycks and Gimpel 2016)."""
    inner = values * values
    inner *= np.float32(0.044715)
    inner += 1
    inner *= values
    inner *= _ROOT
    np.tanh(inner, out=inner)
    inner += 1
    inner *= values
    inner *= np.float32(0.5)
    return inner

"""Tags, features, lemmas and trees from the states of the encoder (Dozat and Manning 2017)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from simak.indonesian.network import script
from simak.indonesian.network.encoder import Encoder, Packing, gelu
from simak.indonesian.network.tree import spanning
from simak.indonesian.network.word import Vocabulary

SCHEMES = ("csui", "gsd", "old", "icon")
_NEVER = np.float32(-1e9)


@dataclass(frozen=True, slots=True)
class Parse:
    """What is read of a sentence. ``heads`` are 1-based, 0 for the root, as in CoNLL-U.

    ``sure`` is the mean probability of an arc with its label.
    """

    tags: list[str]
    feats: list[str]
    lemmas: list[str]
    heads: list[int]
    labels: list[str]
    sure: float


class Syntax:
    """The network of tags and trees.

    Args:
        arrays: the weights by name (``training.syntax`` writes them).
        labels: the names of tags, features, lemma scripts and labels; under "used" what each
            scheme has of them.
        vocabulary: the pieces of words it knows.
    """

    def __init__(
        self, arrays: Mapping[str, Any], labels: Mapping[str, Any], vocabulary: Vocabulary
    ) -> None:
        self._encoder = Encoder(arrays)
        self._arrays = arrays
        self._names: dict[str, list[str]] = {
            task: labels[task] for task in ("tags", "feats", "lemmas", "labels")
        }
        self._used: dict[str, dict[str, list[int]]] = labels["used"]
        self._root = self._names["labels"].index("root")
        self.vocabulary = vocabulary

    def read(
        self,
        sentences: Sequence[Sequence[str]],
        vectors: Any,
        scheme: str,
        hints: Sequence[Any] | None = None,
    ) -> list[Parse]:
        """Return a parse of each sentence.

        Args:
            sentences: the words, at least one in each.
            vectors: a row for each word of all sentences.
            scheme: the annotation that is wanted.
            hints: for each sentence what is added to the probabilities of its arcs, an array of
                shape (words, words + 1), or None.
        """
        packing = Packing.of([len(words) for words in sentences])
        numbers = self.vocabulary.numbers([word for words in sentences for word in words])
        states = self._encoder.read(numbers, vectors, packing, SCHEMES.index(scheme))
        used = self._used.get(scheme, {})
        tasks = {task: self._task(task, states, used) for task in ("tags", "feats", "lemmas")}
        arc_word = self._layer("arc_word", states)
        arc_word = arc_word @ self._arrays["arc"][:-1] + self._arrays["arc"][-1]
        root = np.asarray(self._arrays["root"])[None]
        arc_head, arc_root = self._layer("arc_head", states), self._layer("arc_head", root)
        heads: list[list[int]] = []
        sure: list[Any] = []
        chosen = np.empty(len(states), dtype="int64")  # the packed place of the head; -1: the root
        for number, rows in enumerate(packing.rows):
            scores = arc_word[rows] @ np.concatenate([arc_root, arc_head[rows]]).T
            chances = _softmax(scores)
            if hints is not None and hints[number] is not None:
                chances = chances + hints[number]
            found = spanning(chances)
            heads.append(found)
            sure.append(np.minimum(chances[np.arange(len(found)), found], 1))
            chosen[rows] = [rows[head - 1] if head else -1 for head in found]
        labels, likely = self._labels(states, root, chosen, used.get("labels"))
        result = []
        for words, rows, found, arcs in zip(sentences, packing.rows, heads, sure, strict=True):
            named = {
                task: [self._names[task][number] for number in tasks[task][rows]] for task in tasks
            }
            lemmas = [
                script.apply(word, name) for word, name in zip(words, named["lemmas"], strict=True)
            ]
            names = [self._names["labels"][number] for number in labels[rows]]
            mean = float((arcs * likely[rows]).mean())
            result.append(Parse(named["tags"], named["feats"], lemmas, found, names, mean))
        return result

    def _layer(self, name: str, states: Any) -> Any:
        return gelu(states @ self._arrays[f"{name}.weight"] + self._arrays[f"{name}.bias"])

    def _task(self, task: str, states: Any, used: Mapping[str, list[int]]) -> Any:
        inner = self._layer(f"{task}.inner", states)
        scores = inner @ self._arrays[f"{task}.outer.weight"] + self._arrays[f"{task}.outer.bias"]
        return _only(scores, used.get(task)).argmax(1)

    def _labels(
        self, states: Any, root: Any, chosen: Any, used: list[int] | None
    ) -> tuple[Any, Any]:
        """Return the label of each word's arc to ``chosen``, and its probability."""
        # The root's row is last, so that -1 is its place.
        heads = np.concatenate([self._layer("label_head", states), self._layer("label_head", root)])
        weights = self._arrays["label"]  # (rank + 1, labels, rank + 1)
        words = self._layer("label_word", states)
        rank, count, _ = weights.shape
        mixed = words @ weights[:-1].reshape(rank - 1, -1) + weights[-1].reshape(-1)
        mixed = mixed.reshape(len(words), count, rank)
        of_head = heads[chosen]
        scores = (mixed[..., :-1] @ of_head[..., None])[..., 0] + mixed[..., -1]
        scores = _only(scores, used)
        top = chosen == -1
        scores[~top, self._root] = _NEVER
        scores[top] = np.where(np.arange(count) == self._root, 0, _NEVER)
        return scores.argmax(1), _softmax(scores).max(1)


def _only(scores: Any, used: list[int] | None) -> Any:
    """Return the scores with what the scheme does not have far below."""
    if used is None:
        return scores
    result = np.full_like(scores, _NEVER)
    result[:, used] = scores[:, used]
    return result


def _softmax(scores: Any) -> Any:
    chances = np.exp(scores - scores.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    return chances

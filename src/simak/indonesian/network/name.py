"""Names of persons, bodies, places and peoples: a linear-chain CRF over the encoder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from simak.indonesian.network.encoder import Encoder, Packing, gelu
from simak.indonesian.network.label import SCHEMES, TAGS, allowed, spans, viterbi
from simak.indonesian.network.word import Vocabulary

_NEVER = np.float32(-1e4)


class Names:
    """The network of names; ``arrays`` are the weights by name (``training.recogniser``)."""

    def __init__(self, arrays: Mapping[str, Any], vocabulary: Vocabulary) -> None:
        self._encoder = Encoder(arrays)
        self._arrays = arrays
        self._masks = {scheme: allowed(scheme) for scheme in SCHEMES}
        self.vocabulary = vocabulary

    def read(
        self, sentences: Sequence[Sequence[str]], vectors: Any, scheme: str
    ) -> list[list[tuple[int, int, str]]]:
        """Return (first word, end, kind) of the names of each sentence."""
        lengths = [len(words) for words in sentences]
        packing = Packing.of(lengths)
        numbers = self.vocabulary.numbers([word for words in sentences for word in words])
        states = self._encoder.read(numbers, vectors, packing, SCHEMES.index(scheme))
        arrays = self._arrays
        inner = gelu(states @ arrays["inner.weight"] + arrays["inner.bias"])
        scores = inner @ arrays["outer.weight"] + arrays["outer.bias"]
        scores[:, ~self._masks[scheme]] = _NEVER
        padded = np.zeros((len(sentences), max(lengths), len(TAGS)), dtype="float32")
        for row, places in enumerate(packing.rows):
            padded[row, : len(places)] = scores[places]
        paths = viterbi(padded, lengths, arrays["step"], arrays["first"])
        return [spans([TAGS[number] for number in path]) for path in paths]

"""The encoder of both networks in PyTorch: words in, states of a BiLSTM out.

``simak.indonesian.network.encoder`` computes the same with numpy; ``arrays`` writes what it reads.
Every annotation that a network learns (the two treebanks, corpora of names) has an embedding at
the input and before the scorers, after Stymne and others (2018), so that they help one another and
do not blur. PyTorch is needed for training alone (dependency group ``networks``).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from simak.indonesian.network.word import Floret, Vocabulary

SCHEME_WIDTH = 16
VECTOR_WIDTH = 128
# Few different lengths: each costs time at its first use.
LENGTHS = (4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 60, 90, 160, 400)
_FORGET = 0.15  # of the words, in training: their form is hidden, only pieces and vector speak


def padded(length: int) -> int:
    """Return the length that a sentence is padded to."""
    return next((size for size in LENGTHS if length <= size), length)


class Encoder(nn.Module):  # type: ignore[misc]
    """Embeddings of pieces, the floret vector, and bidirectional LSTM layers."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        vectors: int,
        schemes: int,
        *,
        hidden: int,
        layers: int,
        drop: float,
    ) -> None:
        super().__init__()
        self.drop_rate = drop
        self.embed = nn.ModuleList(
            nn.Embedding(count, width) for count, width in vocabulary.sizes()
        )
        for table in self.embed:
            nn.init.normal_(table.weight, std=0.3)
        self.scheme = nn.Embedding(schemes, SCHEME_WIDTH)
        self.vector = nn.Linear(vectors, VECTOR_WIDTH)
        first = sum(width for _, width in vocabulary.sizes()) + VECTOR_WIDTH + SCHEME_WIDTH
        widths = [first] + [2 * hidden] * (layers - 1)
        self.right = nn.ModuleList(nn.LSTM(size, hidden, batch_first=True) for size in widths)
        self.left = nn.ModuleList(nn.LSTM(size, hidden, batch_first=True) for size in widths)
        for cell in (*self.right, *self.left):
            cell.bias_hh_l0.data[hidden : 2 * hidden] = 1.0
        self.top = 2 * hidden + SCHEME_WIDTH

    def forward(self, words: Any, vectors: Any, lengths: Any, schemes: Any) -> Any:
        """Return the states, of shape (sentences, words, ``top``)."""
        if self.training:
            words = words.clone()
            words[..., 0][torch.rand(words.shape[:2]) < _FORGET] = 0
        parts = [embed(words[..., number]) for number, embed in enumerate(self.embed)]
        parts.append(functional.gelu(self.vector(vectors), approximate="tanh"))
        scheme = self.scheme(schemes)[:, None].expand(-1, words.shape[1], -1)
        states = torch.cat([self.drop(torch.cat(parts, -1)), scheme], -1)
        # Each sentence is turned round for the layers that read from the right.
        places = torch.arange(words.shape[1])[None]
        turned = torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)
        for right, left in zip(self.right, self.left, strict=True):
            back = _turn(left(_turn(states, turned))[0], turned)
            states = self.drop(torch.cat([right(states)[0], back], -1))
        return torch.cat([states, scheme], -1)

    def drop(self, states: Any) -> Any:
        """Drop the same units in all words of a sentence (Gal and Ghahramani 2016)."""
        if not self.training or not self.drop_rate:
            return states
        mask = torch.empty(states.shape[0], 1, states.shape[2]).bernoulli_(1 - self.drop_rate)
        return states * mask / (1 - self.drop_rate)

    def arrays(self) -> dict[str, Any]:
        """Return the weights as numpy arrays under the names that the runtime reads."""
        found = {f"embed.{n}": table.weight for n, table in enumerate(self.embed)}
        found["scheme"] = self.scheme.weight
        found |= linear("vector", self.vector)
        for layer, pair in enumerate(zip(self.right, self.left, strict=True)):
            for side, cell in zip(("right", "left"), pair, strict=True):
                found[f"{side}.{layer}.input"] = cell.weight_ih_l0.T
                found[f"{side}.{layer}.state"] = cell.weight_hh_l0.T
                found[f"{side}.{layer}.bias"] = cell.bias_ih_l0 + cell.bias_hh_l0
        return {name: value.detach().numpy() for name, value in found.items()}


def linear(name: str, layer: nn.Linear) -> dict[str, Any]:
    """Return the weights of a linear layer under the names that the runtime reads."""
    return {f"{name}.weight": layer.weight.T, f"{name}.bias": layer.bias}


def _turn(states: Any, order: Any) -> Any:
    return torch.gather(states, 1, order[..., None].expand(-1, -1, states.shape[2]))


class Sight:
    """What the encoder sees of words, each form looked up once."""

    def __init__(self, vocabulary: Vocabulary, floret: Floret, forms: Sequence[str]) -> None:
        unique = sorted(set(forms))
        self._rows = {form: number for number, form in enumerate(unique)}
        self._numbers = torch.from_numpy(vocabulary.numbers(unique))
        parts = [unique[begin : begin + 4096] for begin in range(0, len(unique), 4096)]
        table = np.concatenate([floret.rows(part) for part in parts]).astype("float16")
        self._vectors = torch.from_numpy(table)

    def inputs(self, sentences: Sequence[Sequence[str]]) -> tuple[Any, Any, Any]:
        """Return numbers of pieces, vectors and lengths of sentences padded to one length."""
        longest = padded(max(len(words) for words in sentences))
        rows = np.zeros((len(sentences), longest), dtype=np.int64)
        for row, words in enumerate(sentences):
            rows[row, : len(words)] = [self._rows[form] for form in words]
        index = torch.from_numpy(rows)
        lengths = torch.tensor([len(words) for words in sentences])
        outside = torch.arange(longest)[None] >= lengths[:, None]
        numbers = self._numbers[index].masked_fill(outside[..., None], 0)
        vectors = self._vectors[index].float().masked_fill(outside[..., None], 0.0)
        return numbers, vectors, lengths

"""The teacher: a biaffine parser and tagger over a BiLSTM, which labels text for the student.

Deep biaffine attention after Dozat and Manning (2017). One encoder learns four annotations at once
(the two treebanks, the older treebank, ICON), each with an embedding of its own at the input and
before the scorers, after Stymne and others (2018), so that the schemes help one another and do not
blur. ICON has its own tags and labels. The student never needs PyTorch; only this step does
(dependency group ``teacher``).
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from training import spanning

SCHEMES = ("csui", "gsd", "old", "icon")
_OPEN = -1  # nothing is known of this word
_LENGTHS = (8, 16, 24, 32, 40, 56, 90, 160, 400)
_BATCH = 840  # words, padding included
_AVERAGE = 0.99
_DROP = 0.33
_LEAST = 3


@dataclass
class Item:
    """A sentence: words, and where they are known tags, features, heads (1-based) and labels."""

    scheme: str
    words: list[str]
    tags: list[str]
    feats: list[str]
    heads: list[int]
    labels: list[str]


@dataclass
class Reading:
    """What the teacher says of a sentence; ``sure`` is its mean probability of arc and label."""

    tags: list[str]
    feats: list[str]
    heads: list[int]
    labels: list[str]
    sure: float


def shape(word: str) -> str:
    """Return the shape of a word: "Rp1.500" is "Xxd.dd"."""
    result = ""
    for char in word:
        kind = "X" if char.isupper() else "x" if char.islower() else "d" if char.isdigit() else char
        if result[-2:] != kind * 2:
            result += kind
    return result[:8]


_PIECES: tuple[tuple[int, Callable[[str], str]], ...] = (
    (64, str.lower),
    (24, lambda word: word[:3].lower()),
    (24, lambda word: word[-3:].lower()),
    (16, lambda word: word[:2].lower()),
    (16, lambda word: word[-2:].lower()),
    (16, shape),
)


class Inventory:
    """Words, pieces of words and labels as numbers; ``vectors`` has a row for each form."""

    def __init__(self, items: Sequence[Item], forms: Sequence[str], vectors: Any) -> None:
        self.rows = {form: number for number, form in enumerate(forms, start=1)}
        table = np.vstack([np.zeros((1, vectors.shape[1]), vectors.dtype), vectors])
        self.vectors = torch.from_numpy(table.astype("float32"))
        self.pieces: list[dict[str, int]] = []
        for _, cut in _PIECES:
            counts = Counter(cut(word) for item in items for word in item.words)
            known = [piece for piece, count in counts.items() if count >= _LEAST]
            self.pieces.append({piece: number for number, piece in enumerate(known, start=1)})
        trees = [item for item in items if item.scheme != "icon"]
        icon = [item for item in items if item.scheme == "icon"]
        self.labels = {
            "tags": _sorted(item.tags for item in trees),
            "feats": _sorted(item.feats for item in trees),
            "labels": _sorted(item.labels for item in trees),
            "icon tags": _sorted(item.tags for item in icon),
            "icon labels": _sorted(item.labels for item in icon),
        }
        self.numbers = {
            name: {label: number for number, label in enumerate(labels)}
            for name, labels in self.labels.items()
        }
        self._memory: dict[str, list[int]] = {}

    def word(self, form: str) -> list[int]:
        """Return the numbers of a word's pieces, and last the row of its vector."""
        found = self._memory.get(form)
        if found is None:
            found = [
                known.get(cut(form), 0)
                for known, (_, cut) in zip(self.pieces, _PIECES, strict=True)
            ]
            found.append(self.rows.get(form, 0))
            self._memory[form] = found
        return found


def _sorted(rows: Iterable[Sequence[str]]) -> list[str]:
    return sorted({label for row in rows for label in row})


class Network(nn.Module):  # type: ignore[misc]
    """Embeddings, three bidirectional LSTM layers, biaffine arcs and labels, taggers."""

    def __init__(self, inventory: Inventory, hidden: int = 200, rank: int = 64) -> None:
        super().__init__()
        self.embed = nn.ModuleList(
            nn.Embedding(len(known) + 1, width)
            for known, (width, _) in zip(inventory.pieces, _PIECES, strict=True)
        )
        self.scheme = nn.Embedding(len(SCHEMES), 16)
        self.vector = nn.Linear(inventory.vectors.shape[1], 128)
        width = sum(width for width, _ in _PIECES) + 128 + 16
        widths = [width, 2 * hidden, 2 * hidden]
        self.right = nn.ModuleList(nn.LSTM(size, hidden, batch_first=True) for size in widths)
        self.left = nn.ModuleList(nn.LSTM(size, hidden, batch_first=True) for size in widths)
        top = 2 * hidden + 16
        self.root = nn.Parameter(torch.zeros(top))
        self.arc_head = nn.Linear(top, hidden)
        self.arc_word = nn.Linear(top, hidden)
        self.label_head = nn.Linear(top, rank)
        self.label_word = nn.Linear(top, rank)
        self.arc = nn.Parameter(torch.zeros(hidden + 1, hidden))
        nn.init.xavier_uniform_(self.arc)
        sizes = {name: len(labels) for name, labels in inventory.labels.items()}
        self.label = nn.ParameterDict(
            {
                name: nn.Parameter(torch.randn(sizes[name], rank + 1, rank + 1) * 0.02)
                for name in ("labels", "icon labels")
            }
        )
        self.tagger = nn.ModuleDict(
            {
                name: nn.Sequential(
                    nn.Linear(top, 128), nn.GELU(), nn.Dropout(0.2), nn.Linear(128, sizes[name])
                )
                for name in ("tags", "feats", "icon tags")
            }
        )

    def forward(self, words: Any, vectors: Any, lengths: Any, schemes: Any) -> tuple[Any, ...]:
        """Return the encoded words, the scores of arcs, and what labels are scored from."""
        if self.training:
            words = words.clone()
            words[..., 0][torch.rand(words.shape[:2]) < 0.15] = 0
        parts = [embed(words[..., number]) for number, embed in enumerate(self.embed)]
        parts.append(self._drop(functional.gelu(self.vector(vectors))))
        scheme = self.scheme(schemes)[:, None].expand(-1, words.shape[1], -1)
        states = torch.cat([self._drop(torch.cat(parts, -1)), scheme], -1)
        # Each sentence is turned round for the layers that read from the right.
        places = torch.arange(words.shape[1])[None]
        turned = torch.where(places < lengths[:, None], lengths[:, None] - 1 - places, places)
        for right, left in zip(self.right, self.left, strict=True):
            back = _turn(left(_turn(states, turned))[0], turned)
            states = self._drop(torch.cat([right(states)[0], back], -1))
        states = torch.cat([states, scheme], -1)
        heads = torch.cat([self.root.expand(states.shape[0], 1, -1), states], 1)
        arc_word = self._scorer(self.arc_word, states)
        arcs = _with_one(arc_word) @ self.arc @ self._scorer(self.arc_head, heads).transpose(1, 2)
        outside = torch.arange(heads.shape[1])[None] > lengths[:, None]
        arcs = arcs.masked_fill(outside[:, None], -1e4)
        label_head = self._scorer(self.label_head, heads)
        return states, arcs, label_head, self._scorer(self.label_word, states)

    def score_labels(self, name: str, label_head: Any, label_word: Any, heads: Any) -> Any:
        """Return the scores of the labels of the arcs to ``heads``."""
        rank = label_head.shape[-1]
        chosen = torch.gather(label_head, 1, heads[..., None].expand(-1, -1, rank))
        weights = self.label[name]
        flat = weights.permute(1, 0, 2).reshape(rank + 1, -1)
        mixed = (_with_one(label_word) @ flat).view(
            *label_word.shape[:2], weights.shape[0], rank + 1
        )
        return torch.einsum("btni,bti->btn", mixed, _with_one(chosen))

    def _scorer(self, layer: Any, states: Any) -> Any:
        return self._drop(functional.gelu(layer(states)))

    def _drop(self, states: Any) -> Any:
        """Drop the same units in all words of a sentence (Gal and Ghahramani 2016)."""
        if not self.training:
            return states
        mask = torch.empty(states.shape[0], 1, states.shape[2]).bernoulli_(1 - _DROP)
        return states * mask / (1 - _DROP)


def _turn(states: Any, order: Any) -> Any:
    return torch.gather(states, 1, order[..., None].expand(-1, -1, states.shape[2]))


def _with_one(states: Any) -> Any:
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)


def _length(item: Item) -> int:
    """Return the padded length: few different shapes, since each costs time at its first use."""
    return next((size for size in _LENGTHS if len(item.words) <= size), len(item.words))


def _inputs(inventory: Inventory, items: Sequence[Item], scheme: str | None) -> tuple[Any, ...]:
    lengths = torch.tensor([len(item.words) for item in items])
    words = np.zeros((len(items), _length(items[0]), len(_PIECES) + 1), dtype=np.int64)
    for row, item in enumerate(items):
        words[row, : len(item.words)] = [inventory.word(form) for form in item.words]
    numbers = torch.from_numpy(words)
    schemes = torch.tensor([SCHEMES.index(scheme or item.scheme) for item in items])
    return numbers[..., :-1], inventory.vectors[numbers[..., -1]], lengths, schemes


def _targets(inventory: Inventory, items: Sequence[Item], prefix: str) -> dict[str, Any]:
    found = {
        name: np.full((len(items), _length(items[0])), _OPEN, dtype=np.int64)
        for name in ("tags", "feats", "labels", "heads")
    }
    for row, item in enumerate(items):
        end = len(item.words)
        tags, labels = inventory.numbers[f"{prefix}tags"], inventory.numbers[f"{prefix}labels"]
        found["tags"][row, :end] = [tags[tag] for tag in item.tags]
        found["labels"][row, :end] = [labels[label] for label in item.labels]
        found["heads"][row, :end] = item.heads
        if prefix:  # where ICON's punctuation hangs means nothing here
            dots = [place for place, label in enumerate(item.labels) if label == "punct"]
            found["heads"][row, dots] = _OPEN
            found["labels"][row, dots] = _OPEN
        else:
            found["feats"][row, :end] = [inventory.numbers["feats"][f] for f in item.feats]
    return {name: torch.from_numpy(table) for name, table in found.items()}


def _loss(network: Network, inventory: Inventory, items: Sequence[Item]) -> Any:
    prefix = "icon " if items[0].scheme == "icon" else ""
    targets = _targets(inventory, items, prefix)
    states, arcs, label_head, label_word = network(*_inputs(inventory, items, None))
    labels = network.score_labels(
        f"{prefix}labels", label_head, label_word, targets["heads"].clamp(min=0)
    )
    loss = _entropy(arcs, targets["heads"]) + _entropy(labels, targets["labels"])
    loss = loss + 0.5 * _entropy(network.tagger[f"{prefix}tags"](states), targets["tags"])
    if prefix:
        return 0.7 * loss
    return loss + 0.3 * _entropy(network.tagger["feats"](states), targets["feats"])


def _entropy(scores: Any, targets: Any) -> Any:
    total = functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]), targets.reshape(-1), ignore_index=_OPEN,
        reduction="sum",
    )  # fmt: skip
    return total / max(1, int((targets != _OPEN).sum()))


def _batches(items: Sequence[Item], mix: dict[str, float], rng: random.Random) -> list[list[Item]]:
    """Return one epoch: ``mix`` says how often a scheme's sentences come, alike in length."""
    groups: dict[tuple[bool, int], list[Item]] = {}
    for scheme, times in mix.items():
        own = [item for item in items if item.scheme == scheme and len(item.words) <= 90]
        for item in own * int(times) + rng.sample(own, int(len(own) * (times % 1))):
            groups.setdefault((scheme == "icon", _length(item)), []).append(item)
    batches = []
    for (_, length), group in sorted(groups.items()):
        rng.shuffle(group)
        size = max(1, _BATCH // length)
        batches += [group[begin : begin + size] for begin in range(0, len(group), size)]
    rng.shuffle(batches)
    return [batch for batch in batches if len(batch) == max(1, _BATCH // _length(batch[0]))]


def train(
    items: Sequence[Item],
    inventory: Inventory,
    *,
    steps: int,
    seed: int,
    mix: dict[str, float],
    rate: float = 2.5e-3,
    watch: Callable[[int, float], None] | None = None,
) -> Network:
    """Train a teacher; the weights returned are a running average over the last steps."""
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    rng = random.Random(seed)
    network = Network(inventory)
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=1e-4
    )
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    step = 0
    network.train()
    while step < steps:
        for batch in _batches(items, mix, rng)[: steps - step]:
            wave = 0.5 * (1 + math.cos(math.pi * step / steps))
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 150) * (0.02 + 0.98 * wave)
            loss = _loss(network, inventory, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            step += 1
            kept = _AVERAGE if step > 0.3 * steps else 0.0
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    average[name].mul_(kept).add_(value, alpha=1 - kept)
            if watch and step % 100 == 0:
                watch(step, float(loss.detach()))
    network.load_state_dict(average)
    network.eval()
    return network


def read(
    network: Network,
    inventory: Inventory,
    items: Sequence[Item],
    scheme: str,
    hint: float = 0.0,
) -> list[Reading]:
    """Label sentences in a scheme; ``hint`` is added to the probability of the arcs they have."""
    result: list[Reading | None] = [None] * len(items)
    groups: dict[int, list[int]] = {}
    for number, item in enumerate(items):
        groups.setdefault(_length(item), []).append(number)
    for length, numbers in sorted(groups.items()):
        size = max(1, _BATCH // length)
        for begin in range(0, len(numbers), size):
            part = numbers[begin : begin + size]
            padded = part + [part[0]] * (size - len(part))
            found = _read(network, inventory, [items[number] for number in padded], scheme, hint)
            for number, reading in zip(part, found, strict=False):
                result[number] = reading
    return [reading for reading in result if reading is not None]


@torch.no_grad()  # type: ignore[untyped-decorator]
def _read(
    network: Network, inventory: Inventory, items: Sequence[Item], scheme: str, hint: float
) -> list[Reading]:
    inputs = _inputs(inventory, items, scheme)
    states, scores, label_head, label_word = network(*inputs)
    arcs = scores.softmax(-1)
    if hint:
        for row, item in enumerate(items):
            for place, head in enumerate(item.heads):
                if item.labels[place] != "punct":
                    arcs[row, place, head] += hint
    heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
    for row, item in enumerate(items):
        end = len(item.words)
        heads[row, :end] = torch.tensor(spanning.tree(arcs[row, :end, : end + 1].numpy()))
    chances = network.score_labels("labels", label_head, label_word, heads).softmax(-1)
    root = inventory.numbers["labels"]["root"]
    others = chances.clone()
    others[..., root] = -1
    labels = torch.where(heads == 0, torch.tensor(root), others.argmax(-1))
    of_arc = torch.gather(arcs, 2, heads[..., None])[..., 0].clamp(max=1)
    sure = of_arc * torch.gather(chances, 2, labels[..., None])[..., 0]
    tags = network.tagger["tags"](states).argmax(-1)
    feats = network.tagger["feats"](states).argmax(-1)
    names = inventory.labels
    return [
        Reading(
            tags=[names["tags"][number] for number in tags[row, : len(item.words)]],
            feats=[names["feats"][number] for number in feats[row, : len(item.words)]],
            heads=heads[row, : len(item.words)].tolist(),
            labels=[names["labels"][number] for number in labels[row, : len(item.words)]],
            sure=float(sure[row, : len(item.words)].mean()),
        )
        for row, item in enumerate(items)
    ]


def save(network: Network, path: Path) -> None:
    """Keep the weights, so that labelling can be run again alone."""
    torch.save(network.state_dict(), path)


def load(inventory: Inventory, path: Path) -> Network:
    """Return a network that ``save`` kept; the inventory must be the same."""
    network = Network(inventory)
    network.load_state_dict(torch.load(path))
    network.eval()
    return network

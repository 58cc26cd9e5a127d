"""The network of tags, features, lemmas and trees, trained in PyTorch.

Deep biaffine attention after Dozat and Manning (2017) over the shared encoder. One network learns
four annotations at once: the two treebanks, the older treebank, and ICON, which has tags and
labels of its own. It labels raw text for its own second training, too (``silver_tree``).
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from simak.indonesian.network.tree import spanning
from simak.indonesian.network.word import Floret, Vocabulary
from training.encoder import Encoder, Sight, linear, padded
from training.tree_item import OPEN, Item

SCHEMES = ("csui", "gsd", "old", "icon")
_BATCH = 840  # words, padding included
_AVERAGE = 0.995
_MARKS = ("“”", "“”", "‘’", "”“", "””")
_LEAST = 2  # occurrences of a lemma's script, below which it is left to the dictionary
_TASKS = ("tags", "feats", "lemmas")


class Labels:
    """The labels of each task as numbers, and which of them each scheme uses."""

    def __init__(self, items: Sequence[Item]) -> None:
        trees = [item for item in items if item.scheme != "icon"]
        icon = [item for item in items if item.scheme == "icon"]
        counts: dict[str, int] = {}
        for item in trees:
            for lemma in item.lemmas:
                counts[lemma] = counts.get(lemma, 0) + 1
        self.names = {
            "tags": _sorted(item.tags for item in trees),
            "feats": _sorted(item.feats for item in trees),
            "lemmas": sorted(name for name, count in counts.items() if name and count >= _LEAST),
            "labels": _sorted(item.labels for item in trees),
            "icon tags": _sorted(item.tags for item in icon),
            "icon labels": _sorted(item.labels for item in icon),
        }
        self.numbers = {
            task: {name: number for number, name in enumerate(names)}
            for task, names in self.names.items()
        }
        self.used = {
            scheme: {
                task: sorted(
                    {
                        self.numbers[task][name]
                        for item in items
                        if item.scheme == scheme
                        for name in getattr(item, task)
                        if name in self.numbers[task]
                    }
                )
                for task in ("tags", "feats", "labels")
            }
            for scheme in ("csui", "gsd")
        }

    def kept(self) -> dict[str, Any]:
        """Return what reading needs of them."""
        return {task: self.names[task] for task in (*_TASKS, "labels")} | {"used": self.used}


def _sorted(rows: Iterable[Sequence[str]]) -> list[str]:
    return sorted({label for row in rows for label in row})


class Network(nn.Module):  # type: ignore[misc]
    """Encoder, biaffine arcs and labels, taggers."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        vectors: int,
        labels: Labels,
        *,
        hidden: int = 200,
        layers: int = 3,
        rank: int = 64,
        drop: float = 0.33,
        seed: int = 0,
    ) -> None:
        super().__init__()
        torch.manual_seed(seed)
        self.labels = labels
        self.encoder = Encoder(
            vocabulary, vectors, len(SCHEMES), hidden=hidden, layers=layers, drop=drop
        )
        top = self.encoder.top
        self.root = nn.Parameter(torch.zeros(top))
        self.arc_head = nn.Linear(top, hidden)
        self.arc_word = nn.Linear(top, hidden)
        self.label_head = nn.Linear(top, rank)
        self.label_word = nn.Linear(top, rank)
        self.arc = nn.Parameter(torch.zeros(hidden + 1, hidden))
        nn.init.xavier_uniform_(self.arc)
        sizes = {name: len(names) for name, names in labels.names.items()}
        self.label = nn.ParameterDict(
            {
                name: nn.Parameter(torch.randn(sizes[name], rank + 1, rank + 1) * 0.02)
                for name in ("labels", "icon labels")
            }
        )
        self.tagger = nn.ModuleDict(
            {
                name: nn.ModuleList([nn.Linear(top, 128), nn.Linear(128, sizes[name])])
                for name in ("tags", "feats", "lemmas", "icon tags")
            }
        )

    def forward(self, words: Any, vectors: Any, lengths: Any, schemes: Any) -> tuple[Any, ...]:
        """Return the encoded words, the scores of arcs, and what labels are scored from."""
        states = self.encoder(words, vectors, lengths, schemes)
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

    def score_task(self, name: str, states: Any) -> Any:
        """Return the scores of the labels of a tagger."""
        inner, outer = self.tagger[name]
        hidden = functional.gelu(inner(states), approximate="tanh")
        return outer(functional.dropout(hidden, 0.2, self.training))

    def _scorer(self, layer: Any, states: Any) -> Any:
        return self.encoder.drop(functional.gelu(layer(states), approximate="tanh"))

    def arrays(self) -> dict[str, Any]:
        """Return the weights that reading needs, as numpy arrays."""
        found = {
            "root": self.root,
            "arc": self.arc,
            "label": self.label["labels"].permute(1, 0, 2),
        }
        for name in ("arc_head", "arc_word", "label_head", "label_word"):
            found |= linear(name, getattr(self, name))
        for name in _TASKS:
            inner, outer = self.tagger[name]
            found |= linear(f"{name}.inner", inner) | linear(f"{name}.outer", outer)
        arrays = {name: value.detach().numpy() for name, value in found.items()}
        return arrays | self.encoder.arrays()


def _with_one(states: Any) -> Any:
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)


def _targets(labels: Labels, items: Sequence[Item], prefix: str) -> dict[str, Any]:
    longest = padded(max(len(item.words) for item in items))
    found = {
        name: np.full((len(items), longest), OPEN, dtype=np.int64)
        for name in (*_TASKS, "labels", "heads")
    }
    for row, item in enumerate(items):
        end = len(item.words)
        for task in ("tags", "labels"):
            numbers = labels.numbers[f"{prefix}{task}"]
            found[task][row, :end] = [numbers.get(name, OPEN) for name in getattr(item, task)]
        found["heads"][row, :end] = item.heads
        if prefix:  # where ICON's punctuation hangs means nothing here
            dots = [place for place, label in enumerate(item.labels) if label == "punct"]
            found["heads"][row, dots] = OPEN
            found["labels"][row, dots] = OPEN
            continue
        if item.feats:
            found["feats"][row, :end] = [labels.numbers["feats"][name] for name in item.feats]
        if item.lemmas:
            numbers = labels.numbers["lemmas"]
            found["lemmas"][row, :end] = [numbers.get(name, OPEN) for name in item.lemmas]
    return {name: torch.from_numpy(table) for name, table in found.items()}


def _loss(network: Network, sight: Sight, labels: Labels, items: Sequence[Item]) -> Any:
    prefix = "icon " if items[0].scheme == "icon" else ""
    targets = _targets(labels, items, prefix)
    schemes = torch.tensor([SCHEMES.index(item.scheme) for item in items])
    inputs = sight.inputs([item.words for item in items])
    states, arcs, label_head, label_word = network(*inputs, schemes)
    scores = network.score_labels(
        f"{prefix}labels", label_head, label_word, targets["heads"].clamp(min=0)
    )
    weights = torch.tensor([item.weight for item in items])
    loss = _entropy(arcs, targets["heads"], weights) + _entropy(scores, targets["labels"], weights)
    for task, share in (("tags", 0.5), ("feats", 0.3), ("lemmas", 0.3)):
        if prefix and task != "tags":
            continue
        scores = network.score_task(f"{prefix}{task}", states)
        loss = loss + share * _entropy(scores, targets[task], weights)
    return 0.7 * loss if prefix else loss


def _entropy(scores: Any, targets: Any, weights: Any) -> Any:
    each = functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]), targets.reshape(-1), ignore_index=OPEN,
        reduction="none",
    ).view(targets.shape)  # fmt: skip
    return (each * weights[:, None]).sum() / max(1, int((targets != OPEN).sum()))


def _vary(item: Item, rng: random.Random) -> Item:
    """Return the sentence, at times in capitals, in small letters, or with other marks."""
    chance = rng.random()
    words = item.words
    if chance < 0.04:
        words = [word.upper() for word in words]
    elif chance < 0.07:
        words = [word.lower() for word in words]
    if words.count('"') == 2 and rng.random() < 0.5:
        marks = iter(rng.choice(_MARKS))
        words = [next(marks) if word == '"' else word for word in words]
    return item if words is item.words else replace(item, words=words)


def variants(words: Iterable[str]) -> Iterator[str]:
    """Yield each word in all the ways in which training may write it."""
    for word in words:
        yield from (word, word.upper(), word.lower())
    yield from "“”‘’"


def _batches(items: Sequence[Item], mix: dict[str, float], rng: random.Random) -> list[list[Item]]:
    """Return one epoch: ``mix`` says how often sentences of a kind come, alike in length."""
    groups: dict[tuple[bool, int], list[Item]] = {}
    for kind, times in mix.items():
        own = [item for item in items if item.kind == kind and len(item.words) <= 90]
        for item in own * int(times) + rng.sample(own, int(len(own) * (times % 1))):
            varied = _vary(item, rng)
            groups.setdefault((kind == "icon", padded(len(item.words))), []).append(varied)
    batches = []
    for (_, length), group in sorted(groups.items()):
        rng.shuffle(group)
        size = max(1, _BATCH // length)
        batches += [group[begin : begin + size] for begin in range(0, len(group), size)]
    rng.shuffle(batches)
    return batches


def train(
    network: Network,
    vocabulary: Vocabulary,
    floret: Floret,
    items: Sequence[Item],
    *,
    steps: int,
    seed: int,
    mix: dict[str, float],
    rate: float = 2e-3,
    dev: Sequence[Item] = (),
    watch: Callable[[str], None] = print,
) -> None:
    """Train a network; its weights at the end are a running average over the last steps.

    Args:
        network: a new network, or one that goes on.
        items: the sentences; ``mix`` says how often those of each kind come in an epoch.
        rate: the highest learning rate; it rises over 200 steps and falls as a cosine does.
        dev: sentences that are only scored, every 500 steps.
        watch: gets a line of scores then.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    rng = random.Random(seed)
    labels = network.labels
    forms = {form for item in [*items, *dev] for form in item.words}
    sight = Sight(vocabulary, floret, list(variants(sorted(forms))))
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=1e-3
    )
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    step = 0
    network.train()
    while step < steps:
        for batch in _batches(items, mix, rng)[: steps - step]:
            wave = 0.5 * (1 + math.cos(math.pi * step / steps))
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 200) * (0.01 + 0.99 * wave)
            loss = _loss(network, sight, labels, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            step += 1
            kept = min(_AVERAGE, step / (step + 10))
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    average[name].mul_(kept).add_(value, alpha=1 - kept)
            if step % 500 == 0:
                _report(network, average, sight, labels, dev, step, float(loss.detach()), watch)
    network.load_state_dict(average)
    network.eval()


def _report(
    network: Network, average: dict[str, Any], sight: Sight, labels: Labels,
    dev: Sequence[Item], step: int, loss: float, watch: Callable[[str], None],
) -> None:  # fmt: skip
    """Say what the averaged weights score on the held-out sentences, with gold words."""
    own = {name: value.detach().clone() for name, value in network.state_dict().items()}
    network.load_state_dict(average)
    network.eval()
    line = f"step {step}, loss {loss:.2f}"
    for scheme in ("csui", "gsd"):
        part = [item for item in dev if item.scheme == scheme]
        if part:
            line += f"; {scheme} " + " ".join(
                f"{100 * s:.1f}" for s in check(network, sight, labels, part)
            )
    watch(line)
    network.load_state_dict(own)
    network.train()


@torch.no_grad()  # type: ignore[untyped-decorator]
def check(
    network: Network, sight: Sight, labels: Labels, items: Sequence[Item]
) -> tuple[float, float, float, float]:
    """Return the shares of right tags, lemma scripts, heads and labelled heads."""
    right = [0, 0, 0, 0]
    total = 0
    for item in items:
        scheme = torch.tensor([SCHEMES.index(item.scheme)])
        states, arcs, label_head, label_word = network(*sight.inputs([item.words]), scheme)
        end = len(item.words)
        heads = spanning(arcs[0, :end, : end + 1].softmax(-1).numpy())
        padding = [0] * (states.shape[1] - end)
        chosen = torch.tensor([heads + padding])
        scores = network.score_labels("labels", label_head, label_word, chosen)[0]
        for place, head in enumerate(heads):
            if head:
                scores[place, labels.numbers["labels"]["root"]] = -1e9
        names = {
            "tags": network.score_task("tags", states)[0].argmax(-1),
            "lemmas": network.score_task("lemmas", states)[0].argmax(-1),
            "labels": scores.argmax(-1),
        }
        for place in range(end):
            total += 1
            right[0] += labels.names["tags"][names["tags"][place]] == item.tags[place]
            right[1] += labels.names["lemmas"][names["lemmas"][place]] == item.lemmas[place]
            if heads[place] == item.heads[place]:
                right[2] += 1
                right[3] += labels.names["labels"][names["labels"][place]] == item.labels[place]
    shares = tuple(count / max(1, total) for count in right)
    return shares[0], shares[1], shares[2], shares[3]


def save(network: Network, path: Path) -> None:
    """Keep the weights, so that training can go on from them."""
    torch.save(network.state_dict(), path)


def load(network: Network, path: Path) -> None:
    """Take weights that ``save`` kept of a network of the same shape."""
    network.load_state_dict(torch.load(path))

"""The network of names, trained in PyTorch: the shared encoder and a chain of labels (CRF).

Each corpus is a scheme of its own, because they disagree on what a name is: idner-news-2k leaves a
country bare where it acts, NERP knows no organisations. What is read is the scheme "news". After
Lample and others (2016); labels that are not known are summed over (Tsuboi and others 2008).
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

import torch
from torch import nn
from torch.nn import functional

from simak.indonesian.network.label import SCHEMES, TAGS, allowed, steps_allowed, to_tags
from simak.indonesian.network.word import Floret, Vocabulary
from training.encoder import Encoder, Sight, linear, padded
from training.name_item import OPEN, Item

_BATCH = 900  # words, padding included
_AVERAGE = 0.995
_NEVER = -1e4


class Network(nn.Module):  # type: ignore[misc]
    """Encoder, scores of labels, scores of steps from label to label."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        vectors: int,
        *,
        hidden: int = 144,
        layers: int = 2,
        drop: float = 0.4,
    ) -> None:
        super().__init__()
        self.encoder = Encoder(
            vocabulary, vectors, len(SCHEMES), hidden=hidden, layers=layers, drop=drop
        )
        self.inner = nn.Linear(self.encoder.top, 96)
        self.outer = nn.Linear(96, len(TAGS))
        self.step = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.first = nn.Parameter(torch.zeros(len(TAGS)))
        may, begins, ends = steps_allowed()
        self.register_buffer("may", torch.from_numpy(may), persistent=False)
        self.register_buffer("begins", torch.from_numpy(begins), persistent=False)
        self.register_buffer("ends", torch.from_numpy(ends), persistent=False)
        masks = torch.stack([torch.from_numpy(allowed(scheme)) for scheme in SCHEMES])
        self.register_buffer("masks", masks, persistent=False)

    def forward(self, words: Any, vectors: Any, lengths: Any, schemes: Any) -> Any:
        """Return the scores of labels, of shape (sentences, words, labels)."""
        states = self.encoder(words, vectors, lengths, schemes)
        hidden = functional.gelu(self.inner(states), approximate="tanh")
        scores = self.outer(functional.dropout(hidden, 0.2, self.training))
        return scores.masked_fill(~self.masks[schemes][:, None], _NEVER)

    def steps(self) -> Any:
        """Return the scores of steps; impossible ones are far below."""
        return self.step.masked_fill(~self.may, _NEVER)

    def total(self, scores: Any, lengths: Any, known: Any) -> Any:
        """Return the log of the summed scores of all chains that ``known`` allows."""
        steps = self.steps()
        scores = scores.masked_fill(~known, _NEVER)
        alpha = scores[:, 0] + self.first.masked_fill(~self.begins, _NEVER)
        for place in range(1, scores.shape[1]):
            following = torch.logsumexp(alpha[:, :, None] + steps, 1) + scores[:, place]
            alpha = torch.where((place < lengths)[:, None], following, alpha)
        return torch.logsumexp(alpha.masked_fill(~self.ends, _NEVER), 1)

    def arrays(self) -> dict[str, Any]:
        """Return the weights that reading needs, as numpy arrays."""
        found = {
            "step": self.steps(),
            "first": self.first.masked_fill(~self.begins, _NEVER),
            **linear("inner", self.inner),
            **linear("outer", self.outer),
        }
        arrays = {name: value.detach().numpy() for name, value in found.items()}
        return arrays | self.encoder.arrays()


def _known(items: Sequence[Item], longest: int) -> Any:
    known = torch.ones(len(items), longest, len(TAGS), dtype=torch.bool)
    for row, item in enumerate(items):
        for place, tags in enumerate(to_tags(item.tags, OPEN)):
            if tags is not None:
                known[row, place] = False
                known[row, place, tags] = True
    return known


def _loss(network: Network, sight: Sight, items: Sequence[Item]) -> Any:
    schemes = torch.tensor([SCHEMES.index(item.scheme) for item in items])
    words, vectors, lengths = sight.inputs([item.words for item in items])
    scores = network(words, vectors, lengths, schemes)
    known = _known(items, words.shape[1])
    every = torch.ones_like(known)
    right = network.total(scores, lengths, known)
    return (network.total(scores, lengths, every) - right).sum() / lengths.sum()


def _vary(item: Item, rng: random.Random) -> Item:
    chance = rng.random()
    if chance < 0.05:
        return replace(item, words=[word.upper() for word in item.words])
    if chance < 0.08:
        return replace(item, words=[word.lower() for word in item.words])
    return item


def variants(words: Sequence[str]) -> Iterator[str]:
    """Yield each word in all the ways in which training may write it."""
    for word in words:
        yield from (word, word.upper(), word.lower())


def _batches(items: Sequence[Item], rng: random.Random) -> Iterator[list[Item]]:
    groups: dict[int, list[Item]] = {}
    for item in items:
        if len(item.words) <= 90:
            groups.setdefault(padded(len(item.words)), []).append(_vary(item, rng))
    batches = []
    for length, group in sorted(groups.items()):
        rng.shuffle(group)
        size = max(1, _BATCH // length)
        batches += [group[begin : begin + size] for begin in range(0, len(group), size)]
    rng.shuffle(batches)
    yield from batches


def train(
    epoch: Callable[[random.Random], Sequence[Item]],
    vocabulary: Vocabulary,
    floret: Floret,
    forms: Sequence[str],
    *,
    steps: int,
    seed: int,
    rate: float = 2e-3,
    dev: Mapping[str, Sequence[Item]],
    watch: Callable[[str], None] = print,
) -> Network:
    """Train a network; ``epoch`` gives the sentences of each round.

    The weights returned are a running average over the last steps.
    """
    torch.manual_seed(seed)
    torch.set_num_threads(1)
    torch.set_flush_denormal(True)
    rng = random.Random(seed)
    checked = {form for part in dev.values() for item in part for form in item.words}
    sight = Sight(vocabulary, floret, list(variants(sorted(checked | set(forms)))))
    network = Network(vocabulary, floret.width)
    optimizer = torch.optim.AdamW(
        network.parameters(), lr=rate, betas=(0.9, 0.98), weight_decay=1e-3
    )
    average = {name: value.detach().clone() for name, value in network.state_dict().items()}
    step = 0
    network.train()
    while step < steps:
        for batch in _batches(epoch(rng), rng):
            if step >= steps:
                break
            wave = 0.5 * (1 + math.cos(math.pi * step / steps))
            for group in optimizer.param_groups:
                group["lr"] = rate * min(1, (step + 1) / 200) * (0.01 + 0.99 * wave)
            loss = _loss(network, sight, batch)
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
                own = {name: value.detach().clone() for name, value in network.state_dict().items()}
                network.load_state_dict(average)
                network.eval()
                found = {name: check(network, sight, part) for name, part in dev.items()}
                watch(f"step {step}, loss {float(loss.detach()):.3f}; {found}")
                network.load_state_dict(own)
                network.train()
    network.load_state_dict(average)
    network.eval()
    return network


@torch.no_grad()  # type: ignore[untyped-decorator]
def check(network: Network, sight: Sight, items: Sequence[Item]) -> float:
    """Return the F1 of exact names in per cent."""
    from simak.indonesian.network.label import spans, viterbi

    right = wrong = missed = 0
    steps = network.steps().numpy()
    first = network.first.masked_fill(~network.begins, _NEVER).numpy()
    for item in items:
        scheme = torch.tensor([SCHEMES.index(item.scheme)])
        scores = network(*sight.inputs([item.words]), scheme)
        path = viterbi(scores.numpy(), [len(item.words)], steps, first)[0]
        found = set(spans([TAGS[number] for number in path]))
        tags = [min(numbers) for numbers in to_tags(item.tags, OPEN) if numbers is not None]
        gold = set(spans([TAGS[number] for number in tags]))
        right += len(found & gold)
        wrong += len(found - gold)
        missed += len(gold - found)
    return round(100 * 2 * right / max(1, 2 * right + wrong + missed), 1)

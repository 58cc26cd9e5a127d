"""More training text for trees: what a first network labels, in one scheme a kind of text.

News is labelled in the scheme of CSUI, which is news; encyclopaedic text in the scheme of GSD.
Where the older GSD and ICON have trees, their arcs are a hint, so that what their annotators knew
comes over into the schemes that are read.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from spacy.language import Language

from simak.indonesian.network import component, script
from simak.indonesian.network.syntax import Parse
from training.tree_item import OPEN, Item

# Mean probability of arc and label below which a sentence is left out.
SURE = {"old": 0.0, "icon": 0.6, "raw": 0.8}
HINT = {"old": 0.5, "icon": 0.4}
# How much a sentence counts beside one that was annotated by hand.
WEIGHT = {"old": 0.7, "icon": 0.5, "raw": 0.5}
_AT_ONCE = 200


NEWS = ("clickid_tempo", "clickid_sindonews", "clickid_okezone", "clickid_kompas")
WIKI = ("leipzig_ind_wikipedia_2021_10K", "tydiqa_id_wikipedia", "indonlu_facqa_passages")


def lines(data: Path, names: Iterable[str]) -> list[str]:
    """Return lines of raw text."""
    return [
        line
        for name in names
        for line in (data / "raw" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    ]


def raw(
    nlp: Language, texts: Iterable[str], count: int, seed: int, without: Iterable[str] = ()
) -> list[Item]:
    """Return ``count`` sentences of the texts, each once, of 5 to 45 words.

    A sentence of 40 letters or more that stands in a text of ``without`` is left out.
    """
    blocked = " ".join(_letters(text) for text in without)
    found: dict[str, Item] = {}
    with nlp.select_pipes(enable=["simak_sentences"]):
        for doc in nlp.pipe(texts):
            for part in doc.sents:
                words = [token.text for token in part if not token.is_space]
                if not 5 <= len(words) <= 45 or any(len(word) > 30 for word in words):
                    continue
                letters = _letters(part.text)
                if len(letters) > 40 and letters in blocked:
                    continue
                found.setdefault(part.text, Item("raw", words, [], [], [], []))
    every = list(found.values())
    random.Random(seed).shuffle(every)
    return every[:count]


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).lower()


class Domain:
    """Tells encyclopaedic sentences from news by their words (naive Bayes).

    Right on 97 % and 93 % of the sentences that it counts.
    """

    def __init__(self, wiki: Iterable[Sequence[str]], news: Iterable[Sequence[str]]) -> None:
        self._counts = [
            Counter(form.lower() for forms in part for form in forms) for part in (wiki, news)
        ]
        self._totals = [sum(counts.values()) for counts in self._counts]

    def is_wiki(self, forms: Sequence[str]) -> bool:
        """True if the words are likelier in an encyclopaedia."""
        wiki, news = (
            sum(math.log((counts[form.lower()] + 0.5) / total) for form in forms)
            for counts, total in zip(self._counts, self._totals, strict=True)
        )
        return wiki > news


def label(nlp: Language, items: Sequence[Item], scheme: str, source: str) -> list[Item]:
    """Return the sentences as the network of ``nlp`` reads them, without those it is unsure of."""
    networks = component.of(nlp).networks
    assert networks.syntax
    result = []
    for begin in range(0, len(items), _AT_ONCE):
        part = items[begin : begin + _AT_ONCE]
        words = [item.words for item in part]
        vectors = networks.floret.rows([form for forms in words for form in forms])
        hints = [_hint(item, HINT[source]) for item in part] if source in HINT else None
        for forms, parse in zip(
            words, networks.syntax.read(words, vectors, scheme, hints), strict=True
        ):
            if parse.sure >= SURE[source]:
                result.append(_item(forms, parse, scheme, WEIGHT[source]))
    return result


def agreed(converted: Item, read: Item) -> Item:
    """Return what conversion and network say alike of a sentence; the rest stays open.

    The conversion of the older treebank is right on 97 % of the tags and 95 % of the labels of
    right heads, the network knows the current annotation at first hand.
    """
    tags, heads, labels = [], [], []
    for place, label in enumerate(converted.labels):
        dot = label == "punct" == read.labels[place]  # rules hang it, and the network as well
        same = dot or converted.heads[place] == read.heads[place]
        heads.append(read.heads[place] if same else OPEN)
        alike = converted.labels[place] == read.labels[place]
        labels.append(label if same and alike else "")
        tag = converted.tags[place]
        tags.append(tag if tag == read.tags[place] else "")
    return replace(read, tags=tags, heads=heads, labels=labels)


def _item(forms: list[str], parse: Parse, scheme: str, weight: float) -> Item:
    lemmas = [script.of(form, lemma) for form, lemma in zip(forms, parse.lemmas, strict=True)]
    return Item(scheme, forms, parse.tags, [], parse.heads, parse.labels, lemmas, weight)


def _hint(item: Item, share: float) -> Any:
    """Return what is added to the arcs that a sentence has; its punctuation tells nothing."""
    found = np.zeros((len(item.words), len(item.words) + 1), dtype="float32")
    for place, head in enumerate(item.heads):
        if item.labels[place] != "punct":
            found[place, head] = share
    return found


def silver(nlp: Language, gold: Sequence[Item], texts: Sequence[str], wiki: Sequence[str],
           count: int, seed: int, without: Sequence[str]) -> list[Item]:  # fmt: skip
    """Return what is learnt beside the hand-made trees.

    Args:
        nlp: the pipeline with a first network of trees.
        gold: what that network learnt from.
        texts: news, wiki: encyclopaedic text, a document or a line each.
        count: how many sentences of each are drawn.
        without: texts that measure us; their sentences are left out.
    """
    news = raw(nlp, texts, count, seed, without)
    encyclopaedia = raw(nlp, wiki, count // 2, seed, without)
    older = [item for item in gold if item.scheme == "old"]
    domain = Domain((item.words for item in older), (item.words for item in news))
    icon = [item for item in gold if item.scheme == "icon" and 3 <= len(item.words) <= 70]
    of_wiki = [domain.is_wiki(item.words) for item in icon]
    both = zip(older, label(nlp, older, "gsd", "old"), strict=True)
    return [
        *(agreed(converted, read) for converted, read in both),
        *label(nlp, [i for i, own in zip(icon, of_wiki, strict=True) if own], "gsd", "icon"),
        *label(nlp, [i for i, own in zip(icon, of_wiki, strict=True) if not own], "csui", "icon"),
        *label(nlp, news, "csui", "raw"),
        *label(nlp, encyclopaedia, "gsd", "raw"),
    ]

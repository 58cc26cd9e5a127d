"""More training text for trees: sentences that the teacher labels, in one scheme a source.

News is labelled in the scheme of CSUI, which is news; the encyclopaedic sentences of the older
GSD and of ICON in the scheme of GSD. So the student meets each kind of text in one scheme, and
guesses less which of the two a word wants. The arcs of ICON and of the older treebank are hints to
the teacher.
"""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from spacy.language import Language

from training import constituency, teacher
from training.treebank import Sentence, Word

# Mean probability of arc and label below which a sentence is left out.
SURE = {"old": 0.0, "icon news": 0.6, "icon wiki": 0.6, "raw": 0.8}
HINT = {"old": 0.5, "icon news": 0.4, "icon wiki": 0.4, "raw": 0.0}
SCHEME = {"old": "gsd", "icon news": "csui", "icon wiki": "gsd", "raw": "csui"}
# How often the student sees them; there is less encyclopaedic text than news.
TIMES = {"old": 2}


def from_treebank(sentence: Sentence, scheme: str) -> teacher.Item:
    """Return a sentence of a treebank for the teacher."""
    words = sentence.words
    return teacher.Item(
        scheme,
        [word.form for word in words],
        [word.upos for word in words],
        [word.feats for word in words],
        [word.head for word in words],
        [word.deprel for word in words],
    )


def from_icon(tree: constituency.Tree) -> teacher.Item:
    """Return a sentence of ICON for the teacher."""
    return teacher.Item(
        "icon", tree.words, tree.tags, [""] * len(tree.words), tree.heads, tree.labels
    )


_LINES = ("clickid_tempo", "clickid_sindonews", "clickid_okezone", "clickid_kompas")


def lines(data: Path) -> list[str]:
    """Return lines of raw news, beside the whole articles."""
    return [
        line
        for name in _LINES
        for line in (data / "raw" / f"{name}.txt").read_text(encoding="utf-8").split("\n")
    ]


def raw(
    nlp: Language, texts: Iterable[str], count: int, seed: int, without: Iterable[str] = ()
) -> list[Sentence]:
    """Return ``count`` sentences of the texts, each once, of 5 to 45 words.

    A sentence of 40 letters or more that stands in a text of ``without`` is left out.
    """
    blocked = " ".join(_letters(text) for text in without)
    found: dict[str, Sentence] = {}
    with nlp.select_pipes(enable=["simak_sentences"]):
        for doc in nlp.pipe(texts):
            for part in doc.sents:
                tokens = [token for token in part if not token.is_space]
                if not 5 <= len(tokens) <= 45 or any(len(token) > 30 for token in tokens):
                    continue
                letters = _letters(part.text)
                if len(letters) > 40 and letters in blocked:
                    continue
                words = [
                    Word(token.text, "", "X", "", 0, "dep", bool(token.whitespace_))
                    for token in tokens
                ]
                found.setdefault(part.text, sentence(words, "raw"))
    every = list(found.values())
    random.Random(seed).shuffle(every)
    return every[:count]


def _letters(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).lower()


def sentence(words: list[Word], source: str) -> Sentence:
    """Return a sentence that its words spell."""
    words[-1] = replace(words[-1], space=False)
    return Sentence("", "".join(word.form + " " * word.space for word in words), words, source)


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


class Relabeller:
    """Turns what the teacher reads into sentences of the student's treebank."""

    def __init__(self, current: Sequence[Sentence]) -> None:
        pairs = Counter((word.upos, word.feats) for s in current for word in s.words)
        self._known = frozenset(pairs)
        self._usual: dict[str, str] = {}
        for (upos, feats), _ in pairs.most_common():
            self._usual.setdefault(upos, feats)
        lemmas: dict[tuple[str, str], Counter[str]] = {}
        for s in current:
            for word in s.words:
                if word.lemma and word.upos != "PROPN":
                    key = (word.form.lower(), word.upos)
                    lemmas.setdefault(key, Counter())[word.lemma.lower()] += 1
        self._lemmas = {key: counts.most_common(1)[0][0] for key, counts in lemmas.items()}

    def relabel(
        self, forms: Sequence[str], spaces: Sequence[bool], reading: teacher.Reading, source: str
    ) -> Sentence:
        """Return the sentence; features that the treebanks never give a tag become its usual."""
        words = []
        for index, form in enumerate(forms):
            upos, feats = reading.tags[index], reading.feats[index]
            if (upos, feats) not in self._known:
                feats = self._usual.get(upos, "")
            lemma = self._lemmas.get((form.lower(), upos), "")
            words.append(
                Word(
                    form, lemma, upos, feats, reading.heads[index], reading.labels[index],
                    spaces[index],
                )
            )  # fmt: skip
        return sentence(words, source)


_SCHEME_OF = {"csui-train": "csui", "gsd-dev": "gsd"}
# How often the teacher sees a sentence of each scheme in an epoch.
MIX = {"csui": 5.0, "gsd": 4.0, "old": 1.0, "icon": 0.7}


def gold(
    current: Sequence[Sentence], older: Sequence[Sentence], icon: Sequence[constituency.Tree]
) -> list[teacher.Item]:
    """Return all that the teacher learns from."""
    items = [from_treebank(s, _SCHEME_OF[s.source]) for s in current]
    items += [from_treebank(s, "old") for s in older]
    return items + [from_icon(tree) for tree in icon]


def label(
    network: teacher.Network,
    inventory: teacher.Inventory,
    current: Sequence[Sentence],
    older: Sequence[Sentence],
    icon: Sequence[constituency.Tree],
    texts: Sequence[Sentence],
) -> list[Sentence]:
    """Return the sentences as the teacher reads them, without those that it is unsure of."""
    relabeller = Relabeller(current)
    sources = {
        "old": [([word.space for word in s.words], from_treebank(s, "old")) for s in older],
        "raw": [([word.space for word in s.words], from_treebank(s, "csui")) for s in texts],
    }
    domain = Domain(*([item.words for _, item in sources[name]] for name in ("old", "raw")))
    for tree in icon:
        if 3 <= len(tree.words) <= 70:
            name = "icon wiki" if domain.is_wiki(tree.words) else "icon news"
            spaces = constituency.spaces(tree.words, tree.tags)
            sources.setdefault(name, []).append((spaces, from_icon(tree)))
    result: list[Sentence] = []
    for source, pairs in sources.items():
        items = [item for _, item in pairs]
        readings = teacher.read(network, inventory, items, SCHEME[source], HINT[source])
        labelled = [
            relabeller.relabel(item.words, spaces, reading, source)
            for (spaces, item), reading in zip(pairs, readings, strict=True)
            if reading.sure >= SURE[source]
        ]
        result += labelled * TIMES.get(source, 1)
    return result


def icon_paths(data: Path) -> list[Path]:
    """Return the files of ICON that may be trained on."""
    return [data / "icon" / f"{part}.txt" for part in ("train", "dev")]

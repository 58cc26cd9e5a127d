"""What the network of trees learns from: both treebanks, the older treebank and ICON.

Lemmas are learnt as scripts. The older treebank has none; its words take the lemma that the
current ones give the same word with the same tag, and stay open otherwise.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from simak.indonesian.clitic import CliticSplitter
from simak.indonesian.network import script
from simak.lexicon import Lexicon
from training import constituency, treebank
from training.older import Converter
from training.treebank import Sentence, Word

SCHEME_OF = {"csui-train": "csui", "gsd-dev": "gsd"}
# How often a sentence of each scheme is learnt in an epoch.
MIX = {"csui": 4.0, "gsd": 4.0, "old": 1.2, "icon": 0.5}


# The same beside silver trees.
MIX_WITH_SILVER = {"csui": 4.0, "gsd": 4.0, "old": 1.0, "icon": 0.4, "silver": 0.5}


OPEN = -1  # nothing is known of this word


@dataclass
class Item:
    """A sentence: words, and where they are known tags, features, heads (1-based) and labels.

    ``lemmas`` are scripts. What is not known of a word is "", or OPEN for its head; ``weight`` is
    how much the loss counts.
    """

    scheme: str
    words: list[str]
    tags: list[str]
    feats: list[str]
    heads: list[int]
    labels: list[str]
    lemmas: list[str] = field(default_factory=list)
    weight: float = 1.0

    @property
    def kind(self) -> str:
        """The scheme, or "silver" where a network made the tree."""
        return "silver" if self.weight < 1 else self.scheme


def held_out_texts(data: Path) -> list[str]:
    """Return the texts of the sentences that are held out."""
    return [sentence.text for part in held_out(data).values() for sentence in part]


def held_out(data: Path) -> dict[str, list[Sentence]]:
    """Return the sentences of each current treebank that training never sees."""
    return {
        source: [
            sentence
            for number, sentence in enumerate(
                treebank.read(data / "ud" / f"{source}.conllu", source)
            )
            if treebank.is_held_out(number) and sentence.is_whole()
        ]
        for source in SCHEME_OF
    }


def treebanks(data: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Return the training sentences: of the current annotation, and converted from the older."""
    converter = Converter(CliticSplitter(Lexicon()))
    older_pairs = {
        sentence.text: sentence
        for sentence in treebank.read(data / "ud" / "gsd-v2.1-dev.conllu", "gsd-v2.1")
    }
    current: list[Sentence] = []
    for source in SCHEME_OF:
        for number, sentence in enumerate(treebank.read(data / "ud" / f"{source}.conllu", source)):
            if treebank.is_held_out(number) or not sentence.is_whole():
                continue
            current.append(sentence)
            converter.learn_current(sentence)
            if sentence.text in older_pairs:
                converter.learn(older_pairs[sentence.text], sentence)
    # The older file has a dev part too; only its train part is converted, so nothing held out
    # comes back through it.
    blocked = {sentence.text for part in held_out(data).values() for sentence in part}
    older = [
        converter.convert(sentence)
        for sentence in treebank.read(data / "ud" / "gsd-v2.1-train.conllu", "gsd-v2.1")
        if sentence.text not in blocked
    ]
    return current, [sentence for sentence in older if sentence.is_whole()]


def gold(data: Path) -> list[Item]:
    """Return all that is learnt."""
    current, older = treebanks(data)
    known = known_lemmas(current)
    items = [from_treebank(s, SCHEME_OF[s.source]) for s in current]
    items += [from_treebank(s, "old", known) for s in older]
    icon = constituency.read([data / "icon" / f"{part}.txt" for part in ("train", "dev")])
    return items + [from_icon(tree) for tree in icon]


def checks(data: Path) -> list[Item]:
    """Return the sentences that are held out, to watch a training by."""
    return [
        from_treebank(sentence, SCHEME_OF[source])
        for source, sentences in held_out(data).items()
        for sentence in sentences
    ]


def known_lemmas(sentences: Iterable[Sentence]) -> dict[tuple[str, str], str]:
    """Return the usual script of each word with its tag."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for sentence in sentences:
        for word in sentence.words:
            if word.lemma:
                key = (word.form.lower(), word.upos)
                counts.setdefault(key, Counter())[script.of(word.form, word.lemma)] += 1
    return {
        key: min(scripts.items(), key=lambda item: (-item[1], item[0]))[0]
        for key, scripts in counts.items()
    }


def from_treebank(
    sentence: Sentence, scheme: str, known: dict[tuple[str, str], str] | None = None
) -> Item:
    """Return a sentence of a treebank; ``known`` gives the scripts of words without a lemma."""
    words = sentence.words
    return Item(
        scheme,
        [word.form for word in words],
        [word.upos for word in words],
        [word.feats for word in words],
        [word.head for word in words],
        [word.deprel for word in words],
        [_script(word, known or {}) for word in words],
    )


def _script(word: Word, known: dict[tuple[str, str], str]) -> str:
    if word.lemma:
        return script.of(word.form, word.lemma)
    if word.upos == "PROPN":
        return script.of(word.form, word.form)
    return known.get((word.form.lower(), word.upos), "")


def from_icon(tree: constituency.Tree) -> Item:
    """Return a sentence of ICON, which has tags, heads and labels of its own."""
    words: Sequence[str] = tree.words
    return Item("icon", list(words), tree.tags, [""] * len(words), tree.heads, tree.labels)

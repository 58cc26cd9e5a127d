"""Makes the training corpora (spaCy DocBins) from ../shared/data.

Only data whose licence lets the weights be shipped is read here; the "score only" sets of the
data's README (PFSA-ID) never are.
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from simak.indonesian.language import blank
from training import name, treebank
from training.older import Converter
from training.treebank import Sentence, Word

# How often a sentence of the current annotation is repeated beside the converted older ones.
_CURRENT_WEIGHT = 3
# The same beside what the teacher labelled.
_SILVER_WEIGHT = 4
_CURRENT = ("csui-train", "gsd-dev")


def _save(docs: Iterable[Doc], path: Path) -> int:
    store = DocBin(store_user_data=False)
    count = 0
    for doc in docs:
        store.add(doc)
        count += 1
    store.to_disk(path)
    return count


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
        for source in _CURRENT
    }


def treebanks(data: Path) -> tuple[list[Sentence], list[Sentence]]:
    """Return the training sentences: of the current annotation, and converted from the older."""
    converter = Converter(name.splitter())
    older_pairs = {
        sentence.text: sentence
        for sentence in treebank.read(data / "ud" / "gsd-v2.1-dev.conllu", "gsd-v2.1")
    }
    current: list[Sentence] = []
    for source in _CURRENT:
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


def syntax(data: Path, out: Path, seed: int) -> dict[str, int]:
    """Write ``syntax-train.spacy`` and ``syntax-dev.spacy``; return the numbers of sentences."""
    current, older = treebanks(data)
    dev = [sentence for part in held_out(data).values() for sentence in part]
    vocab = blank().vocab
    return {
        "train": _save_trees(
            current * _CURRENT_WEIGHT, older, 300, out / "syntax-train.spacy", seed
        ),
        "dev": _save((treebank.to_doc(vocab, s) for s in dev), out / "syntax-dev.spacy"),
    }


def silver_trees(
    current: list[Sentence], labelled: list[Sentence], out: Path, seed: int
) -> dict[str, int]:
    """Write ``syntax-silver-train.spacy``: the current treebanks and what the teacher labelled."""
    path = out / "syntax-silver-train.spacy"
    return {"train": _save_trees(current * _SILVER_WEIGHT, labelled, 500, path, seed)}


def _save_trees(
    repeated: list[Sentence], more: list[Sentence], capitals: int, path: Path, seed: int
) -> int:
    """Write sentences, varied and mixed, and some of them in capitals."""
    rng = random.Random(seed)
    vocab = blank().vocab
    train = [vary(sentence, rng) for sentence in repeated + more]
    train += [_capitals(sentence) for sentence in rng.sample(train, min(capitals, len(train)))]
    rng.shuffle(train)
    return _save((to_doc(vocab, sentence, rng) for sentence in train), path)


def vary(sentence: Sentence, rng: random.Random) -> Sentence:
    """Return the sentence as is, or with curly quotation marks, or without its full stop.

    The treebanks have straight marks almost only; news has all kinds.
    """
    words = list(sentence.words)
    if rng.random() < 0.5 and sum(word.form == '"' for word in words) == 2:
        marks = iter(rng.choice(["“”", "“”", "‘’", "”“"]))
        words = [replace(w, form=next(marks)) if w.form == '"' else w for w in words]
    return Sentence(sentence.id, sentence.text, words, sentence.source)


def _capitals(sentence: Sentence) -> Sentence:
    """Return the sentence as a headline in capitals."""
    words = [replace(word, form=word.form.upper()) for word in sentence.words]
    words = [
        word if len(word.form) == len(old.form) else old
        for word, old in zip(words, sentence.words, strict=True)
    ]
    return Sentence(sentence.id, sentence.text, words, sentence.source)


def to_doc(vocab: Vocab, sentence: Sentence, rng: random.Random) -> Doc:
    """Return the gold Doc; one in four ends in a line end, as the last of a paragraph does."""
    if rng.random() < 0.25:
        ending = Word(
            rng.choice(["\n", "\n\n"]), "", "SPACE", "", len(sentence.words), "dep", False
        )
        words = [*sentence.words[:-1], replace(sentence.words[-1], space=False), ending]
        sentence = Sentence(sentence.id, sentence.text, words, sentence.source)
    return treebank.to_doc(vocab, sentence)


def names(data: Path, out: Path, seed: int) -> dict[str, int]:
    """Write ``names-train.spacy`` and ``names-dev.spacy``; return the numbers of sentences."""
    vocab = blank().vocab
    rng = random.Random(seed)
    splitter = name.splitter()
    train: list[list[tuple[str, str, bool]]] = []
    for part, weight in (("idner-train", 2), ("nergrit-train", 1)):
        rows = [
            name.words(sentence, splitter) for sentence in name.read(data / "ner" / f"{part}.txt")
        ]
        train += rows * weight
    known = name.Inventory(train, data)
    extra = [known.exchange(sentence, rng) for sentence in train]
    capitals = [
        [(form.upper(), tag, space) for form, tag, space in sentence]
        for sentence in rng.sample(train, 250)
    ]
    docs = [name.to_doc(vocab, sentence) for sentence in train + extra + capitals]
    case = _case(data)
    for sentence in name.read(data / "ner" / "nerp-train.txt"):
        docs.append(name.to_doc(vocab, *name.recase(name.words(sentence, splitter), case)))
    for sentence in rng.sample(list(_tagged(data / "pos" / "kumparan-pos.txt")), 8000):
        docs.append(name.to_doc(vocab, *name.common_words(sentence, splitter)))
    rng.shuffle(docs)
    dev = [
        name.to_doc(vocab, name.words(sentence, splitter))
        for sentence in name.read(data / "ner" / "idner-dev.txt")
    ]
    return {
        "train": _save(docs, out / "names-train.spacy"),
        "dev": _save(dev, out / "names-dev.spacy"),
    }


def news(data: Path, articles: int) -> list[str]:
    """Return texts of articles, none of them among the gold articles that measure us."""
    from training import silver as labelled

    return labelled.articles(data, articles, measuring(data))


def measuring(data: Path) -> list[str]:
    """Return the texts of the gold articles beside the data, which no training may see."""
    gold = sorted((data.parent / "gold").rglob("*.json"))
    return [json.loads(path.read_text(encoding="utf-8"))["article"]["text"] for path in gold]


def silver(
    nlp: Language, data: Path, out: Path, seed: int, articles: int, sentences: int
) -> dict[str, int]:
    """Write ``names-silver-train.spacy``: the hand-labelled sentences and silver ones.

    The gold articles beside the data come from the same collection; they are left out, so that
    scores on them stay honest.
    """
    from training import silver as labelled

    texts = news(data, articles)
    with nlp.select_pipes(enable=["simak_sentences", "ner"]):
        rows = list(labelled.label(nlp, texts))
    lexicon = labelled.Lexicon(rows, labelled.places(data))
    rng = random.Random(seed)
    rng.shuffle(rows)
    vocab = blank().vocab
    docs = [name.to_doc(vocab, lexicon.correct(row)) for row in rows[:sentences]]
    docs += DocBin().from_disk(out / "names-train.spacy").get_docs(vocab)
    rng.shuffle(docs)
    return {"train": _save(docs, out / "names-silver-train.spacy")}


def _tagged(path: Path) -> Iterator[list[name.Row]]:
    """Yield the sentences of kumparan's part-of-speech corpus, clitics joined to their word."""
    sentence: list[name.Row] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split()
        if len(cells) == 2:
            if cells[0] in ("nya", "lah", "kah") and sentence and sentence[-1][0].isalpha():
                form, tag = sentence.pop()
                sentence.append((form + cells[0], tag))
            else:
                sentence.append((cells[0], cells[1]))
        elif sentence:
            yield sentence
            sentence = []


_WORD = re.compile(r"(?<=[\w,] )[^\W\d_]+(?:-[^\W\d_]+)*")


def _case(data: Path) -> dict[str, str]:
    """Return for each word how it is mostly written inside a sentence."""
    counts: dict[str, Counter[str]] = {}
    for path in sorted((data / "raw").glob("*.txt")):
        for line in path.read_text(encoding="utf-8").split("\n"):
            for form in _WORD.findall(line):
                counts.setdefault(form.lower(), Counter())[form] += 1
    return {
        word: min(forms.items(), key=lambda item: (-item[1], item[0]))[0]
        for word, forms in counts.items()
        if sum(forms.values()) > 1
    }


def report(counts: dict[str, dict[str, int]], path: Path) -> None:
    """Write the numbers of sentences beside the corpora."""
    path.write_text(json.dumps(counts, indent=2, sort_keys=True) + "\n", encoding="utf-8")

"""Scores from raw text, as the CoNLL 2018 shared task does: what is cut wrong counts as wrong.

The sentences of a file are joined with spaces, the pipeline reads the text, and words are matched
by their character span. For words with clitics the spans are those of the syntactic words, which
in Indonesian always spell the text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from simak import indonesian
from training.treebank import Sentence, lemma

Span = tuple[int, int]


@dataclass(frozen=True)
class Gold:
    """One gold word: label values and the span of its head (None for the root)."""

    upos: str
    lemma: str
    deprel: str
    head: Span | None


def f1(gold: int, found: int, right: int) -> float:
    """Return the F1 in percent."""
    return 200.0 * right / (gold + found) if gold + found else 0.0


def treebank(nlp: Language, sentences: Sequence[Sentence], chunk: int = 40) -> dict[str, float]:
    """Return F1 scores (percent) for words, sentences, UPOS, lemma, UAS and LAS.

    The text is read in documents of ``chunk`` sentences, about an article each.
    """
    counts: dict[str, list[int]] = {
        name: [0, 0, 0] for name in ("words", "sentences", "upos", "lemma", "uas", "las")
    }
    for begin in range(0, len(sentences), chunk):
        part = sentences[begin : begin + chunk]
        text, gold, ends = _gold(part)
        _count(nlp(text), gold, ends, counts)
    return {name: f1(*values) for name, values in counts.items()}


def _gold(sentences: Sequence[Sentence]) -> tuple[str, dict[Span, Gold], set[Span]]:
    text = ""
    gold: dict[Span, Gold] = {}
    borders: set[Span] = set()
    for sentence in sentences:
        offset = len(text)
        spans: list[Span] = []
        for word in sentence.words:
            spans.append((offset, offset + len(word.form)))
            offset += len(word.form) + word.space
        for word, span in zip(sentence.words, spans, strict=True):
            gold[span] = Gold(
                word.upos,
                lemma(word),
                word.deprel.split(":")[0],
                spans[word.head - 1] if word.head else None,
            )
        borders.add((spans[0][0], spans[-1][1]))
        text += sentence.text.rstrip() + " "
    return text, gold, borders


def _count(
    doc: Doc, gold: dict[Span, Gold], borders: set[Span], counts: dict[str, list[int]]
) -> None:
    def add(name: str, of_gold: int, of_found: int, right: int) -> None:
        for index, value in enumerate((of_gold, of_found, right)):
            counts[name][index] += value

    tokens = [token for token in doc if not token.is_space]
    spans = {(token.idx, token.idx + len(token)): token for token in tokens}
    add("words", len(gold), len(spans), len(gold.keys() & spans.keys()))
    found = set()
    for sentence in doc.sents:
        inside = [token for token in sentence if not token.is_space]
        if inside:
            found.add((inside[0].idx, inside[-1].idx + len(inside[-1])))
    add("sentences", len(borders), len(found), len(borders & found))
    checks: dict[str, Callable[[Gold, Gold], bool]] = {
        "upos": lambda g, s: g.upos == s.upos,
        "lemma": lambda g, s: not g.lemma or g.lemma == s.lemma,
        "uas": lambda g, s: g.head == s.head,
        "las": lambda g, s: g.head == s.head and g.deprel == s.deprel,
    }
    for name, check in checks.items():
        right = 0
        for span, word in gold.items():
            token = spans.get(span)
            if token is None:
                continue
            head = token.head
            system = Gold(
                token.pos_,
                token.lemma_,
                "root" if head.i == token.i else token.dep_.split(":")[0],
                None if head.i == token.i else (head.idx, head.idx + len(head)),
            )
            right += check(word, system)
        add(name, len(gold), len(spans), right)


def names(nlp: Language, docs: Sequence[Doc]) -> dict[str, float]:
    """Return precision, recall and F1 (percent) of names, all and by label, exact spans."""
    result: dict[str, float] = {}
    totals: dict[str, list[int]] = {}
    for doc in docs:
        read = nlp(doc.text)
        gold = {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}
        found = {(ent.start_char, ent.end_char, ent.label_) for ent in read.ents}
        for label in ("", "PER", "ORG", "LOC"):
            total = totals.setdefault(label or "all", [0, 0, 0])
            in_gold = {item for item in gold if not label or item[2] == label}
            in_found = {item for item in found if not label or item[2] == label}
            total[0] += len(in_gold)
            total[1] += len(in_found)
            total[2] += len(in_gold & in_found)
    for label, (gold_count, found_count, right) in totals.items():
        result[f"{label} precision"] = 100.0 * right / max(1, found_count)
        result[f"{label} recall"] = 100.0 * right / max(1, gold_count)
        result[f"{label} f1"] = f1(gold_count, found_count, right)
    return result


def all_scores(model: Path, data: Path) -> dict[str, dict[str, float]]:
    """Return the scores of a model on all that was held out."""
    from training import name, prepare

    nlp = indonesian.load(model)
    result = {
        source: treebank(nlp, sentences) for source, sentences in prepare.held_out(data).items()
    }
    splitter = name.splitter()
    for part in ("idner-dev", "nergrit-valid"):
        docs = [
            name.to_doc(nlp.vocab, name.words(rows, splitter))
            for rows in name.read(data / "ner" / f"{part}.txt")
        ]
        result[part] = names(nlp, docs)
    return {
        part: {key: round(value, 2) for key, value in values.items()}
        for part, values in result.items()
    }

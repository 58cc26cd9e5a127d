"""Corpora of names (IOB lines) to spaCy Docs with PER, ORG, LOC."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from simak.indonesian.clitic import CliticSplitter
from simak.lexicon import Lexicon

LABELS = {
    "PER": "PER", "ORG": "ORG", "LOC": "LOC",
    "PERSON": "PER", "ORGANISATION": "ORG", "PLACE": "LOC",
    "PPL": "PER", "PLC": "LOC",
}  # fmt: skip
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%”’…")
_NO_SPACE_AFTER = frozenset("([{“‘$")

Row = tuple[str, str]


def read(path: Path) -> Iterator[list[Row]]:
    """Yield sentences as (token, IOB tag) with our three labels; other labels become O."""
    sentence: list[Row] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), ""]:
        cells = line.split()
        if len(cells) < 2:
            if sentence:
                yield sentence
            sentence = []
            continue
        mark, _, label = cells[-1].partition("-")
        known = LABELS.get(label)
        sentence.append((cells[0], f"{mark}-{known}" if known else "O"))


def words(sentence: list[Row], clitics: CliticSplitter) -> list[tuple[str, str, bool]]:
    """Return (form, tag, space after) with clitics cut off and the spaces guessed.

    A clitic takes no part in a name: "Golkarnya" is the ORG "Golkar" and "nya".
    """
    result: list[tuple[str, str, bool]] = []
    open_quote = False
    for index, (form, tag) in enumerate(sentence):
        space = True
        following = sentence[index + 1][0] if index + 1 < len(sentence) else ""
        if form in "\"'" or form in ("``", "''"):
            open_quote = not open_quote
            space = not open_quote
        if form in _NO_SPACE_AFTER or following in _NO_SPACE_BEFORE or not following:
            space = False
        if following in ('"', "'", "''") and open_quote:
            space = False
        if following and form in ("-", "/"):
            space = True
        cuts = clitics.cuts(form)
        borders = [0, *cuts, len(form)]
        for number in range(len(borders) - 1):
            part = form[borders[number] : borders[number + 1]]
            last = number == len(borders) - 2
            part_tag = tag if number == 0 or not cuts else "O"
            result.append((part, part_tag, space if last else False))
    return result


def to_doc(vocab: Vocab, sentence: list[tuple[str, str, bool]]) -> Doc:
    """Return the gold Doc of one sentence."""
    doc = Doc(
        vocab,
        words=[form for form, _, _ in sentence],
        spaces=[space for _, _, space in sentence],
    )
    spans: list[Span] = []
    start = -1
    label = ""
    for index, (_, tag, _) in enumerate([*sentence, ("", "O", False)]):
        begins = tag.startswith("B-") or (tag.startswith("I-") and tag[2:] != label)
        if start >= 0 and (begins or tag == "O"):
            spans.append(Span(doc, start, index, label=label))
            start, label = -1, ""
        if begins:
            start, label = index, tag[2:]
    doc.set_ents(spans)
    return doc


def splitter() -> CliticSplitter:
    """Return the splitter that the tokenizer uses."""
    return CliticSplitter(Lexicon())

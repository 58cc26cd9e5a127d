"""ICON's constituency trees as dependency trees, by head rules.

The trees keep ICON's own tags; the label of an arc is made of the two categories, the side and
whether the phrase is a coordination ("NP:VP:R"). Such trees do not speak Universal Dependencies:
the network learns them as a task of its own beside the treebanks, and where it labels these
sentences in the scheme of a treebank, the arcs found here count as a hint.

Head rules after Collins (1999, appendix A): a noun phrase is headed by its first noun, a clause by
its verb phrase, a prepositional phrase by its noun (as in UD), a copula by what it joins. The
trees of UD_Indonesian-CSUI were made from constituency trees of the same school.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_PART = re.compile(r"[()]|[^\s()]+")
_WRITTEN = {"-LRB-": "(", "-RRB-": ")", "``": '"', "''": '"'}
_NOUN = ("NNO", "NNP", "NP", "PRN", "PRK", "WHNP")
_VERB = ("VBT", "VBI", "VBP")
_CLAUSE = ("S", "CP", "RPN", "SBAR", "SBARQ", "SQ", "SINV", "PRN")
_WEAK = ("PUN", "CCN", "CSN", "PPO", "PRR", "ADV", "NEG", "TAME")
# A label seen less often than this is cut down to the category of its word.
_RARE = 30
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}%”’…")
_NO_SPACE_AFTER = frozenset("([{“‘$")
_CLITIC_TAGS = frozenset(("PRK", "ART", "PAR"))
_CLITICS = frozenset(("nya", "ku", "mu", "lah", "kah"))


@dataclass(frozen=True)
class Phrase:
    """A node of a constituency tree: a category with parts, or a tag with a word."""

    category: str
    parts: tuple[Phrase, ...] = ()
    word: str = ""


@dataclass
class Tree:
    """A sentence with ICON's tags; ``heads`` are 1-based, 0 for the root."""

    words: list[str]
    tags: list[str]
    heads: list[int]
    labels: list[str]


def parse(line: str) -> Phrase:
    """Read one bracketed tree: ``(S (NP (NNP Sari)) (VP (VBI tiba)) (PUN .))``.

    Raises ValueError if the brackets do not match.
    """
    stack: list[tuple[str, list[Phrase], list[str]]] = []
    parts = _PART.findall(line)
    index = 0
    while index < len(parts):
        part = parts[index]
        if part == "(":
            index += 1
            stack.append((parts[index] if index < len(parts) else "", [], []))
        elif part == ")" and stack:
            category, phrases, words = stack.pop()
            phrase = Phrase(category, tuple(phrases), "".join(words))
            if not stack:
                return phrase
            stack[-1][1].append(phrase)
        elif stack:
            stack[-1][2].append(part)
        index += 1
    raise ValueError(f"no whole tree: {line[:60]!r}")


def _first(categories: Sequence[str], *groups: Sequence[str]) -> int:
    """Return the index of the first category of the first group that occurs."""
    for group in groups:
        for index, category in enumerate(categories):
            if category in group:
                return index
    for weak in (_WEAK, ("PUN",)):
        for index, category in enumerate(categories):
            if category not in weak:
                return index
    return 0


def head(category: str, parts: Sequence[str]) -> int:
    """Return which of the parts heads a phrase of this category."""
    if category in _CLAUSE:
        return _clause_head(category, parts)
    if category in ("VP", "UCP"):
        if "VBL" in parts:  # "adalah ..."
            return _first(parts, ("NP",), _NOUN, ("ADJP", "VP", "PP", "CP"))
        return _first(parts, _VERB, ("VP",), ("ADJP", "ADJ"), ("NP",), _NOUN, ("PP",), ("CP", "S"))
    rules: dict[str, tuple[Sequence[str], ...]] = {
        "NP": (_NOUN, ("VP", *_VERB), ("CP", "S"), ("ADJ", "ADJP"), ("QP", "NUM", "KUA")),
        "PP": (_NOUN, ("PP",), ("VP", "CP", "S"), ("ADJ", "ADJP", "NUM", "QP", "ART", "ADV")),
        "ADJP": (("ADJ",), ("ADJP",), ("VP", *_VERB)),
        "QP": (("NUM", "KUA"),),
    }
    return _first(parts, *rules.get("NP" if category == "WHNP" else category, ()))


def _clause_head(category: str, parts: Sequence[str]) -> int:
    if category in ("S", "SINV") and "S" in parts:
        return parts.index("S")  # the first clause; in '"...," kata Sari' the words said
    for index, part in enumerate(parts):
        if part == "VP" and index and parts[index - 1] in ("NP", "PRN", "WHNP"):
            return index
    predicates = (("VP",), ("S", "SINV"), _VERB, ("ADJP", "ADJ"), ("UCP",))
    found = _first(parts, *predicates)
    if any(parts[found] in group for group in predicates):
        return found
    nouns = [index for index, part in enumerate(parts) if part in _NOUN]
    if len(nouns) > 1 and nouns[1] == nouns[0] + 1:
        return nouns[1]  # a nominal predicate after its subject
    if category == "S" and nouns and "PP" in parts[nouns[0] :]:
        return nouns[0] + parts[nouns[0] :].index("PP")
    return _first(parts, _NOUN, ("PP", "CP", "QP", "NUM", "ADVP"))


def _is_coordination(category: str, parts: Sequence[str]) -> bool:
    same = sum(part == category for part in parts)
    return ("CCN" in parts and category != "S") or (
        same > 1 and category in ("S", "NP", "VP", "ADJP", "PP")
    )


def convert(phrase: Phrase) -> Tree:
    """Return the dependency tree of a sentence."""
    tree = Tree([], [], [], [])
    root = _convert(phrase, tree)
    tree.heads = [head + 1 for head in tree.heads]
    tree.heads[root] = 0
    tree.labels[root] = "root"
    return tree


def _convert(phrase: Phrase, tree: Tree) -> int:
    """Add the words of ``phrase``; return the index of its head."""
    if not phrase.parts:
        tree.words.append(_WRITTEN.get(phrase.word, phrase.word))
        tree.tags.append(phrase.category)
        tree.heads.append(-1)
        tree.labels.append("root")
        return len(tree.words) - 1
    heads = [_convert(part, tree) for part in phrase.parts]
    categories = [part.category for part in phrase.parts]
    chosen = head(phrase.category, categories)
    suffix = ":c" if _is_coordination(phrase.category, categories) else ""
    for index, category in enumerate(categories):
        if index == chosen:
            continue
        governor = heads[chosen]
        if category in ("CCN", "CONJP"):  # a conjunction hangs on the conjunct that it begins
            after = [
                heads[later]
                for later in range(index + 1, len(categories))
                if categories[later] not in ("PUN", "CCN")
            ]
            governor = after[0] if after else governor
        side = "R" if index > chosen else "L"
        tree.heads[heads[index]] = governor
        tree.labels[heads[index]] = (
            "punct" if category == "PUN" else f"{category}:{phrase.category}:{side}{suffix}"
        )
    return heads[chosen]


def read(paths: Iterable[Path]) -> list[Tree]:
    """Return the trees of files with one bracketed sentence a line; rare labels are cut down."""
    trees = [convert(parse(line)) for path in paths for line in _lines(path)]
    counts = Counter(label for tree in trees for label in tree.labels)
    for tree in trees:
        tree.labels = [
            label if counts[label] >= _RARE or ":" not in label else f"{label.split(':')[0]}:X"
            for label in tree.labels
        ]
    return trees


def _lines(path: Path) -> Iterator[str]:
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield line


def spaces(words: Sequence[str], tags: Sequence[str]) -> list[bool]:
    """Guess which words a space follows: ICON keeps none."""
    result: list[bool] = []
    is_open = False
    for index, word in enumerate(words):
        following = words[index + 1] if index + 1 < len(words) else ""
        space = True
        if word == '"':
            is_open = not is_open
            space = not is_open
        if word in _NO_SPACE_AFTER or following in _NO_SPACE_BEFORE or not following:
            space = False
        if (following == '"' and is_open) or word in ("-", "/") or following in ("-", "/"):
            space = False
        if following in _CLITICS and tags[index + 1] in _CLITIC_TAGS:
            space = False
        result.append(space)
    return result

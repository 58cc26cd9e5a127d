"""A Doc and its record as CoNLL-U.

Format: https://universaldependencies.org/format.html. Words with clitics are multiword tokens
("3-4 menyetujuinya"). In MISC: ``SpaceAfter=No``; ``SpacesAfter`` in the manner of UDPipe where
something else than one space follows; ``NER`` (BIO) for names; ``Entity`` for mentions and who is
whom, in the bracket notation of CorefUD 1.0 ("(e1-PER", "e1)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simak.indonesian.clitic import joined

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from simak.record import Record

# Tabs and line ends of every kind would end a cell or a line.
_BREAKING = re.compile("[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]")
_SPACES = {" ": r"\s", "\n": r"\n", "\t": r"\t", "\r": r"\r", "|": r"\p", "\\": r"\\"}


@dataclass
class _Entities:
    """What begins and ends at each word of the Doc."""

    opening: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    closing: dict[int, list[tuple[int, str]]] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)

    def cell(self, token: int) -> str:
        """Return the value of ``Entity`` for a word: what ends, what begins, what is both."""
        ends = "".join(
            f"{id})" for start, id in sorted(self.closing.get(token, ()), reverse=True)
            if start < token
        )  # fmt: skip
        begins = sorted(self.opening.get(token, ()), key=lambda one: -one[0])
        return ends + "".join(
            f"({id})" if end == token else f"({id}" for end, id in begins
        )  # fmt: skip


def sentences(doc: Doc, record: Record) -> Iterator[str]:
    """Yield the sentences of a Doc as blocks of CoNLL-U, each with its empty line.

    ``record`` is what was read from the same text; its entities go into MISC.
    """
    entities = _entities(doc, record)
    number = 0
    before = ""
    for sentence in doc.sents:
        words = [token for token in sentence if not token.text.isspace()]
        if not words:
            before += sentence.text
            continue
        number += 1
        lead = before + doc.text[sentence.start_char : words[0].idx]
        head = [f"# sent_id = {_cell(record.article.id)}-{number}"]
        if number == 1:
            head = [f"# newdoc id = {_cell(record.article.id)}",
                    "# global.Entity = eid-etype", *head]  # fmt: skip
        if number == 1 or "\n" in lead:
            head.insert(len(head) - 1, "# newpar")
        lines, text = _lines(sentence, words, entities)
        yield "\n".join([*head, f"# text = {text}", *lines]) + "\n\n"
        last = words[-1]
        before = doc.text[last.idx + len(last.text) : sentence.end_char]


def _lines(sentence: Span, words: list[Token], entities: _Entities) -> tuple[list[str], str]:
    numbers = {token.i: number for number, token in enumerate(words, start=1)}
    heads = _heads(words, numbers)
    groups: list[list[Token]] = []
    for token in words:
        if groups and groups[-1][-1].i == token.i - 1 and joined(token):
            groups[-1].append(token)
        else:
            groups.append([token])
    lines: list[str] = []
    text = ""
    for group in groups:
        form = "".join(_cell(token.text) for token in group)
        space = _space(group[-1], words)
        if len(group) > 1:
            edges = f"{numbers[group[0].i]}-{numbers[group[-1].i]}"
            lines.append("\t".join([edges, form, *"_" * 7, space or "_"]))
        for token in group:
            lines.append(_line(token, numbers, heads, entities, space if len(group) == 1 else ""))
        text += form + ("" if space == "SpaceAfter=No" else " ")
    return lines, text.rstrip(" ")


def _line(
    token: Token,
    numbers: dict[int, int],
    heads: dict[int, int],
    entities: _Entities,
    space: str,
) -> str:
    head = heads[token.i]
    misc = []
    if cell := entities.cell(token.i):
        misc.append(f"Entity={cell}")
    if name := entities.names.get(token.i):
        misc.append(f"NER={name}")
    if space:
        misc.append(space)
    label = token.dep_ if token.dep_.lower() not in ("", "root") else "dep"
    return "\t".join(
        [
            str(numbers[token.i]),
            _cell(token.text),
            _cell(token.lemma_) or "_",
            token.pos_ or "X",
            "_",
            str(token.morph) or "_",
            str(head),
            label if head else "root",
            "_",
            "|".join(misc) or "_",
        ]
    )


def _heads(words: list[Token], numbers: dict[int, int]) -> dict[int, int]:
    """Return the number of each word's head, 0 for the root, of which there is one."""
    heads: dict[int, int] = {}
    for token in words:
        head = token.head
        while head.i not in numbers and head.head.i != head.i:
            head = head.head  # white space is no word
        heads[token.i] = 0 if head.i == token.i else numbers.get(head.i, 0)
    roots = [token.i for token in words if heads[token.i] == 0]
    for other in roots[1:]:
        heads[other] = numbers[roots[0]]
    return heads


def _space(token: Token, words: list[Token]) -> str:
    """Return what MISC says of the space behind a token, "" for one space."""
    doc = token.doc
    end = token.idx + len(token.text)
    follow = end
    while follow < len(doc.text) and doc.text[follow].isspace():
        follow += 1
    space = doc.text[end:follow]
    if not space:
        return "SpaceAfter=No" if follow < len(doc.text) or token.i != words[-1].i else ""
    if space == " ":
        return ""
    return "SpacesAfter=" + "".join(
        _SPACES.get(char, char if char.isprintable() else r"\s") for char in space
    )


def _entities(doc: Doc, record: Record) -> _Entities:
    found = _Entities()
    starts = [token.idx for token in doc]
    for entity in record.entities:
        id = re.sub(r"[^\w.]", ".", entity.id)
        for mention in entity.mentions:
            tokens = _tokens(doc, starts, *mention.span)
            if not tokens:
                continue
            first, last = tokens[0], tokens[-1]
            found.opening.setdefault(first, []).append((last, f"{id}-{entity.type}"))
            found.closing.setdefault(last, []).append((first, id))
            if mention.kind in ("name", "acronym") and not any(i in found.names for i in tokens):
                for place, i in enumerate(tokens):
                    found.names[i] = f"{'I' if place else 'B'}-{entity.type}"
    return found


def _tokens(doc: Doc, starts: list[int], start: int, end: int) -> list[int]:
    """Return the words of the Doc that share characters with a span."""
    from bisect import bisect_left, bisect_right

    first = max(0, bisect_right(starts, start) - 1)
    return [
        i
        for i in range(first, bisect_left(starts, end))
        if starts[i] + len(doc[i].text) > start and not doc[i].text.isspace()
    ]


def _cell(text: str) -> str:
    return _BREAKING.sub("�", text)

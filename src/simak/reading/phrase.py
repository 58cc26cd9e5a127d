"""Phrases of the tree: from a head word to the span of words that belong to it."""

from __future__ import annotations

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Token

from simak.record import Span

# Relations (UD, without subtype) that hang something on a noun that is no part of its name or
# description: a clause, an apposition, a coordinated phrase, a parenthesis, punctuation.
OUTSIDE_NOUN = frozenset({"acl", "appos", "conj", "cc", "parataxis", "punct", "dep", "advcl"})


def base(dep: str) -> str:
    """Return a UD relation without its subtype: "nsubj:pass" is "nsubj"."""
    return dep.partition(":")[0]


def descendants(head: Token, outside: Container[str] = ()) -> Iterator[Token]:
    """Yield ``head`` and what hangs on it, without the children of ``head`` in ``outside``.

    Iterative: an article can hold a tree as deep as it is long.
    """
    stack = [child for child in head.children if base(child.dep_) not in outside]
    yield head
    while stack:
        token = stack.pop()
        yield token
        stack.extend(token.children)


def words(doc: Doc, first: int, last: int) -> Span:
    """Return the span of tokens ``first`` to ``last`` (both included), in code points."""
    return doc[first].idx, doc[last].idx + len(doc[last])


def noun_phrase(
    head: Token, *, outside: Container[str] = OUTSIDE_NOUN, limit: int = 25
) -> tuple[int, int]:
    """Return first and last token of the noun phrase of ``head``, as a run without holes.

    "negosiator senior dari pihak pemberontak" for the head "negosiator". The preposition in front
    of the phrase ("kepada") is no part of it. ``limit`` bounds the run on each side, so that a
    wrong tree cannot swallow the sentence.
    """
    inside = set()
    for token in descendants(head, outside):
        introduces = base(token.dep_) in {"case", "mark"} and token.head.i == head.i
        if abs(token.i - head.i) <= limit and not (introduces and token.i < head.i):
            inside.add(token.i)
    first = last = head.i
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < head.i and head.doc[first].is_punct:
        first += 1
    while last > head.i and (head.doc[last].is_punct or head.doc[last].is_space):
        last -= 1
    return first, last

"""Pages made by hand: a tree in one line a sentence, and what was found on it.

A word is ``form/UPOS/relation/head`` with the head counted from 1 in its sentence (0 is the root);
"_" in a form is a blank, a form that begins with "+" is joined to the word before it.

>>> page = make_page("Wirya/PROPN/nsubj/2 tidur/VERB/root/0 ./PUNCT/punct/2")
>>> page.text
'Wirya tidur.'
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from spacy.lang.id import Indonesian
from spacy.tokens import Doc

from simak.reading.finding import Cast, Mention, Referent, StatementFinding
from simak.reading.page import Page
from simak.reading.time import TimeFinding
from simak.record import Act, EntityType, MentionKind, Span, StatementKind

_VOCAB = Indonesian().vocab
_CLOSING = frozenset(".,;:?!)”’")
_OPENING = frozenset("(“‘")


def make_doc(tree: str, ents: Sequence[str] = ()) -> Doc:
    """Return the Doc of the sentences in ``tree``; ``ents`` are IOB tags, a word each."""
    words: list[str] = []
    pos: list[str] = []
    deps: list[str] = []
    heads: list[int] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    for line in filter(None, map(str.strip, tree.strip().splitlines())):
        offset = len(words)
        for number, cell in enumerate(line.split()):
            form, tag, relation, head = cell.rsplit("/", 3)
            form = form.replace("_", " ")
            joined = form.startswith("+") or form in _CLOSING
            if spaces and (joined or words[-1] in _OPENING):
                spaces[-1] = False
            words.append(form.removeprefix("+"))
            pos.append(tag)
            deps.append("ROOT" if head == "0" else relation)
            heads.append(len(words) - 1 if head == "0" else offset + int(head) - 1)
            spaces.append(True)
            starts.append(number == 0)
    if spaces:
        spaces[-1] = False
    return Doc(
        _VOCAB,
        words=words,
        spaces=spaces,
        pos=pos,
        deps=deps,
        heads=heads,
        lemmas=[word.lower() for word in words],
        sent_starts=starts,
        ents=list(ents) or None,
    )


def make_page(
    tree: str,
    *,
    times: Sequence[tuple[str, str]] = (),
    published: datetime.date | None = None,
    skip: Sequence[Span] = (),
) -> Page:
    """Return the page of ``tree``; ``times`` are (words, ISO date), where they first stand."""
    doc = make_doc(tree)
    found = []
    for words, value in times:
        day = datetime.date.fromisoformat(value)
        found.append(TimeFinding(find(doc.text, words), "DATE", value, "text", begin=day, end=day))
    found.sort(key=lambda time: time.span)
    return Page(doc, tuple(skip), tuple(found), published=published)


def find(text: str, words: str, number: int = 0) -> Span:
    """Return the span of ``words`` where they stand for the ``number``-th time (from 0)."""
    at = -1
    for _ in range(number + 1):
        at = text.index(words, at + 1)
    return at, at + len(words)


def head(page: Page, span: Span) -> int:
    """Return the token of ``span`` whose head lies outside it."""
    tokens = page.tokens_in(span)
    inside = {token.i for token in tokens}
    return next(
        token.i for token in tokens if token.head.i not in inside or token.head.i == token.i
    )


def mention(
    page: Page, words: str, kind: MentionKind = "name", type: EntityType = "PER", number: int = 0
) -> Mention:
    """Return the mention of ``words`` where they stand for the ``number``-th time."""
    span = find(page.text, words, number)
    return Mention(span, head(page, span), kind, type)


def referent(page: Page, type: EntityType, *words: str | tuple[str, int]) -> Referent:
    """Return a referent with a mention for each of ``words`` (or (words, number))."""
    mentions = []
    for one in words:
        form, number = one if isinstance(one, tuple) else (one, 0)
        kind: MentionKind = "name" if form[0].isupper() else "description"
        mentions.append(mention(page, form, kind, type, number))
    return Referent(type, page.text[slice(*mentions[0].span)], tuple(mentions))


def make_cast(page: Page, *entries: tuple[EntityType, str]) -> Cast:
    """Return a cast: an entry is (type, words) or (type, "words|other words of the same one")."""
    return Cast(tuple(referent(page, type, *words.split("|")) for type, words in entries))


def statement(
    page: Page,
    cue: str,
    content: str,
    *,
    source: str | None = None,
    addressee: str | None = None,
    act: Act = "say",
    kind: StatementKind = "indirect",
    within: int | None = None,
    time: int | None = None,
) -> StatementFinding:
    """Return a statement of which the words are given."""
    text = page.text
    spoken = find(text, cue)
    named = find(text, source) if source else None
    to = find(text, addressee) if addressee else None
    return StatementFinding(
        kind=kind,
        act=act,
        cue=spoken,
        cue_head=head(page, spoken),
        content=(find(text, content),) if content else (),
        source=named,
        source_head=head(page, named) if named else None,
        addressee=to,
        addressee_head=head(page, to) if to else None,
        within=within,
        time=time,
    )

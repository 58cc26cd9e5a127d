"""Marks: a record as what annotators see, words with a label that are tied to one another.

What brat and UIMA CAS have in common. :func:`marks` draws a record; the writers of the formats
write marks, the readers in :mod:`simak.correction` read them back. A mark that stands for a row of
the record carries the row's key, so that a corrected file is tied to the rows it came from.

Spans here begin and end with no line end, since annotators cannot mark one; a row of nothing but
line ends is not drawn.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, get_args

import msgspec

from simak.record import (
    Entity,
    EntityType,
    Event,
    EventType,
    Record,
    Role,
    Span,
    Statement,
    TimeType,
    Wording,
)

Layer = Literal[
    "mention", "role", "time", "statement", "event", "wording", "credit", "passage"
]  # fmt: skip
"""What kind of row a mark stands for; a passage belongs to the statement or event that names it."""

ENTITIES: tuple[str, ...] = get_args(EntityType)
TIMES: tuple[str, ...] = get_args(TimeType)
EVENTS: tuple[str, ...] = get_args(EventType)
PASSAGES = ("Source", "Addressee", "Content", "Evidence")
WORDINGS = {"scare_quote": "Scare_quote", "loaded_term": "Loaded_term"}

LAYER_OF: Mapping[str, Layer] = {
    **dict.fromkeys(ENTITIES, "mention"),
    "Role": "role",
    **dict.fromkeys(TIMES, "time"),
    "Statement": "statement",
    **dict.fromkeys(EVENTS, "event"),
    **dict.fromkeys(WORDINGS.values(), "wording"),
    "Credit": "credit",
    **dict.fromkeys(PASSAGES, "passage"),
}
"""The layer of each label: no two layers share one."""

ENDS: Mapping[tuple[Layer, str], Layer] = {
    ("mention", "Coref"): "mention",
    ("role", "Holder"): "mention",
    ("role", "Organization"): "mention",
    ("statement", "Source"): "passage",
    ("statement", "Speaker"): "mention",
    ("statement", "Addressee"): "passage",
    ("statement", "Content"): "passage",
    ("statement", "Within"): "statement",
    ("statement", "Time"): "time",
    ("statement", "Place"): "mention",
    ("event", "Actor"): "mention",
    ("event", "Recipient"): "mention",
    ("event", "Time"): "time",
    ("event", "Place"): "mention",
    ("event", "AssertedBy"): "statement",
    ("event", "Statement"): "statement",
    ("event", "Evidence"): "passage",
    ("wording", "AssertedBy"): "statement",
}
"""By layer and link: the layer that the link leads to."""

SEVERAL = frozenset({"Coref", "Content", "Actor", "Recipient", "Evidence"})
"""The links of which a mark may have more than one; the others stand once."""


@dataclass(frozen=True)
class Mark:
    """Words with a label. ``name`` is unique in its drawing, ``row`` the key of the row it shows.

    ``links`` are pairs of a link of :data:`ENDS` and the name of the mark that it leads to.
    ``where`` says in errors where the mark was read from ("rapat.ann:12").
    """

    name: str
    layer: Layer
    label: str
    span: Span
    row: str | None = None
    features: Mapping[str, str] = field(default_factory=dict)
    links: tuple[tuple[str, str], ...] = ()
    where: str = ""

    def linked(self, link: str) -> list[str]:
        """Return the names of the marks that a link leads to, in order."""
        return [name for one, name in self.links if one == link]


BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""What ends a line for one tool or another."""


def trimmed(text: str, span: Span) -> Span | None:
    """Return a span without the line ends at its own ends, None if nothing else is in it.

    >>> trimmed("rapat\\n", (0, 6))
    (0, 5)
    """
    start, end = span
    while start < end and text[start] in BREAKS:
        start += 1
    while end > start and text[end - 1] in BREAKS:
        end -= 1
    return (start, end) if start < end else None


def state(record: Record) -> str:
    """Return a short digest of what annotators see of a record.

    Two records with the same digest are drawn alike, so that a file tells which state of an
    article it was made from.
    """
    drawn = [
        [mark.row, mark.label, mark.span, sorted(mark.features.items()), mark.links]
        for mark in marks(record)
    ]
    digest = hashlib.sha256(record.article.text.encode("utf-8", "surrogatepass"))
    digest.update(_encode(drawn))
    return digest.hexdigest()[:16]


def _encode(value: object) -> bytes:
    # A lone surrogate, which JSON cannot hold, counts as it is.
    return repr(msgspec.to_builtins(value)).encode("utf-8", "surrogatepass")


def marks(record: Record) -> list[Mark]:
    """Return the marks of a record: mentions first, then what is tied to them.

    >>> from simak.record import Article, Entity, Mention
    >>> bupati = Entity(id="e1", type="PER", name="Sari", mentions=(Mention(span=(7, 11),
    ...     kind="name"),))
    >>> [one] = marks(Record(article=Article(id="a", text="Bupati Sari"), entities=(bupati,)))
    >>> one.label, one.span, one.row, one.features
    ('PER', (7, 11), 'mention:e1.0', {'kind': 'name', 'name': 'Sari'})
    """
    return list(_Drawing(record).marks())


class _Drawing:
    def __init__(self, record: Record) -> None:
        self._record = record
        self._text = record.article.text
        self._mentions: dict[str, list[tuple[str, Span]]] = {}
        self._statements: dict[str, str] = {}
        self._times: dict[str, str] = {}

    def marks(self) -> Iterator[Mark]:
        record = self._record
        for entity in record.entities:
            yield from self._entity(entity)
        for time in record.times:
            if span := trimmed(self._text, time.span):
                name = self._times.setdefault(time.id, f"time:{time.id}")
                features = _given(value=time.value, mod=time.mod)
                yield Mark(name, "time", time.type, span, name, features)
        for entity in record.entities:
            for number, role in enumerate(entity.roles):
                yield from self._role(entity, number, role)
        for statement in record.statements:
            if trimmed(self._text, main(statement) or (0, 0)):
                self._statements[statement.id] = f"statement:{statement.id}"
        for statement in record.statements:
            if statement.id in self._statements:
                yield from self._statement(statement)
        for event in record.events:
            if span := trimmed(self._text, event.trigger):
                yield from self._event(event, span)
        for number, wording in enumerate(record.wording):
            if span := trimmed(self._text, wording.span):
                yield self._wording(wording, number, span)
        for number, credit in enumerate(record.article.credited_sources):
            if span := trimmed(self._text, credit.span):
                name = f"credit:{number}"
                yield Mark(name, "credit", "Credit", span, name, _given(name=credit.name))

    def _entity(self, entity: Entity) -> Iterator[Mark]:
        shown = self._mentions.setdefault(entity.id, [])
        for number, mention in enumerate(entity.mentions):
            span = trimmed(self._text, mention.span)
            if span is None:
                continue
            name = f"mention:{entity.id}.{number}"
            features = {"kind": str(mention.kind)}
            links: tuple[tuple[str, str], ...] = ()
            if shown:
                links = (("Coref", shown[0][0]),)
            else:
                link = entity.link
                features |= _given(
                    name=entity.name,
                    acronym=entity.acronym,
                    authority=link.authority if link else None,
                    id=link.id if link else None,
                )
            shown.append((name, span))
            yield Mark(name, "mention", entity.type, span, name, features, links)

    def _role(self, entity: Entity, number: int, role: Role) -> Iterator[Mark]:
        span = trimmed(self._text, role.span)
        if span is None or not self._mentions[entity.id]:
            return
        name = f"role:{entity.id}.{number}"
        links = [
            *self._near("Holder", (entity.id,), span),
            *self._near("Organization", (role.organization,), span),
        ]
        yield Mark(name, "role", "Role", span, name, _given(title=role.title), tuple(links))

    def _statement(self, statement: Statement) -> Iterator[Mark]:
        name = self._statements[statement.id]
        span = trimmed(self._text, main(statement) or (0, 0))
        assert span is not None
        links: list[tuple[str, str]] = []
        source, addressee = statement.source.span, statement.addressee
        for label, spans in (
            ("Source", [source] if source else []),
            ("Addressee", [addressee] if addressee else []),
            ("Content", statement.content),
        ):
            yield from self._passages(name, label, spans, links)
        links += self._near("Speaker", (statement.source.entity,), span)
        links += _there("Within", statement.within, self._statements)
        links += _there("Time", statement.time, self._times)
        links += self._near("Place", (statement.place,), span)
        features = {"kind": str(statement.kind), "act": str(statement.act)}
        if statement.cue is None:
            features["cueless"] = "yes"
        yield Mark(name, "statement", "Statement", span, name, features, tuple(links))

    def _event(self, event: Event, span: Span) -> Iterator[Mark]:
        name = f"event:{event.id}"
        links: list[tuple[str, str]] = [
            *self._near("Actor", event.actors, span),
            *self._near("Recipient", event.recipients, span),
            *_there("Time", event.time, self._times),
            *self._near("Place", (event.place,), span),
            *_there("AssertedBy", event.asserted_by, self._statements),
            *_there("Statement", event.statement, self._statements),
        ]
        yield from self._passages(name, "Evidence", event.evidence, links)
        features = _given(mode=event.mode, status=event.status)
        yield Mark(name, "event", event.type, span, name, features, tuple(links))

    def _wording(self, wording: Wording, number: int, span: Span) -> Mark:
        name = f"wording:{number}"
        links = _there("AssertedBy", wording.asserted_by, self._statements)
        features = _given(neutral=wording.neutral)
        return Mark(
            name, "wording", WORDINGS[wording.kind], span, name, features, tuple(links)
        )  # fmt: skip

    def _passages(
        self, owner: str, label: str, spans: Iterable[Span], links: list[tuple[str, str]]
    ) -> Iterator[Mark]:
        """Yield the passages of a row, and add the links to them."""
        for number, given in enumerate(spans):
            if span := trimmed(self._text, given):
                name = f"{owner}/{label}{number}"
                links.append((label, name))
                yield Mark(name, "passage", label, span)

    def _near(
        self, link: str, entities: Sequence[str | None], span: Span
    ) -> Iterator[tuple[str, str]]:
        """Yield a link to the mention of each entity that is nearest to a span."""
        for entity in entities:
            shown = self._mentions.get(entity or "")
            if shown:
                yield link, min(shown, key=lambda one: abs(one[1][0] - span[0]))[0]


def main(statement: Statement) -> Span | None:
    """Return the span that stands for a statement: its cue, else the first piece of content."""
    return statement.cue or next(iter(statement.content), None)


def _there(link: str, id: str | None, names: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(link, names[id])] if id is not None and id in names else []


def _given(**features: object) -> dict[str, str]:
    return {name: value for name, value in features.items() if isinstance(value, str) and value}

"""The record: what Simak takes from one article, as plain frozen data.

The field names are the contract of the record's JSON (schema ``simak-record/1``); every span is
``(start, end)`` in Unicode code points into ``article.text``, half open, and
``text[start:end]`` is exactly the words meant.

No spaCy, no I/O here: anything may import this module.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, Literal

import msgspec
from msgspec import UNSET, UnsetType

from simak.errors import RecordError

SCHEMA: Literal["simak-record/1"] = "simak-record/1"

Span = tuple[int, int]

EntityType = Literal["PER", "ORG", "GPE", "LOC", "NORP", "GROUP", "POST"]
MentionKind = Literal["name", "acronym", "title", "description", "pronoun", "clitic"]
TimeType = Literal["DATE", "TIME", "DURATION", "SET"]
StatementKind = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "say", "ask", "request", "demand", "order", "promise", "propose", "announce", "warn",
    "threaten", "accuse", "condemn", "deny", "reject", "praise", "thank", "congratulate",
    "welcome", "condole", "apologise", "hope",
]  # fmt: skip
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT",
]  # fmt: skip
Context = Literal[
    "military", "intelligence", "executive", "legislative", "election", "political_institutions",
    "pro_democracy", "pro_autocracy", "economic", "legal", "reparations", "human_rights",
    "rights_freedoms", "repression", "human_security", "gender", "lgbt", "religion_ethnicity",
    "inequality", "diplomatic", "territory", "peacekeeping", "health", "asylum", "migration",
    "disasters", "natural_resource", "environment", "technology", "terrorism", "cbrn", "cyber",
    "misinformation", "crime", "corruption", "illegal_drugs", "trafficking",
]  # fmt: skip
EventStatus = Literal["actual", "planned", "hypothetical", "denied"]
Basis = Literal["text", "anchored", "metadata", "dateline", "given", "unknown", "lexicon", "guess"]


class _Row(msgspec.Struct, frozen=True, kw_only=True):
    """One row of the record. Fields whose value is ``UNSET`` stay out of the JSON."""


class CreditedSource(_Row, frozen=True, kw_only=True):
    """Whom the article credits as its origin: "Sumber: X", "dikutip dari X", "(Antara)".

    ``via`` is the name of another credited source, through which the article has this one's
    report: X of Y in "dikutip dari X yang melansir Y".
    """

    name: str
    span: Span
    via: str | UnsetType = UNSET


class Published(_Row, frozen=True, kw_only=True):
    """Publication date, ISO 8601, and where it is known from."""

    value: str | None = None
    basis: Literal["metadata", "dateline", "given", "unknown"] = "unknown"


class Article(_Row, frozen=True, kw_only=True):
    """What is known of the article itself; ``text`` is the text as read, ``\\n`` line ends."""

    id: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    credited_sources: tuple[CreditedSource, ...] = ()
    published: Published = Published()
    dateline_place: str | None = None
    language: str = "id"
    text: str


class Role(_Row, frozen=True, kw_only=True):
    """An office of a person: "Presiden Republik Islam Iran" is title "Presiden" of Iran."""

    title: str
    organization: str | None
    span: Span


class Mention(_Row, frozen=True, kw_only=True):
    """Words that refer to an entity. ``member``: the speaker on whose side "kami"/"kita" is."""

    span: Span
    kind: MentionKind
    member: str | UnsetType = UNSET


class Link(_Row, frozen=True, kw_only=True):
    """An identifier in an outside authority ("wikidata", "iso3166", "geonames", "kemendagri")."""

    authority: str
    id: str
    basis: str


class Entity(_Row, frozen=True, kw_only=True):
    """An actor or a place that takes part in a statement or event, or is named."""

    id: str
    type: EntityType
    name: str
    aliases: tuple[str, ...] = ()
    acronym: str | None = None
    roles: tuple[Role, ...] = ()
    link: Link | None = None
    mentions: tuple[Mention, ...] = ()
    member: str | UnsetType = UNSET
    confidence: float | UnsetType = UNSET


class Time(_Row, frozen=True, kw_only=True):
    """A TIMEX3 time expression: "Rabu (21/6/2023)" is DATE 2023-06-21.

    ``mod`` is START, MID, END, APPROX, MORE_THAN or LESS_THAN as in TimeML; ``basis`` says whether
    the value stands in the text or was anchored on the publication date or an earlier expression.
    ``note`` says in English what is odd about the words: "2023-06-22 is Kamis" of "Rabu
    (22/6/2023)". :func:`simak.interval.interval` gives the days that a value covers.
    """

    id: str
    span: Span
    type: TimeType
    value: str
    basis: Basis
    mod: str | UnsetType = UNSET
    note: str | UnsetType = UNSET


class Source(_Row, frozen=True, kw_only=True):
    """Who says it: the span that names the speaker and the entity that it resolves to."""

    span: Span | None = None
    entity: str | None = None


class Statement(_Row, frozen=True, kw_only=True):
    """One source's reported words or attitude under one cue."""

    id: str
    kind: StatementKind
    act: Act
    cue: Span | None
    source: Source
    addressee: Span | None = None
    content: tuple[Span, ...]
    within: str | None = None
    time: str | None = None
    place: str | None = None
    confidence: float | UnsetType = UNSET


class Event(_Row, frozen=True, kw_only=True):
    """One thing somebody did to or with somebody, with a PLOVER type.

    ``contexts`` are what it is about, in PLOVER's words, any number; UNSET (which counts as false)
    in a record whose maker did not look for them. ``intensity`` is the score of type and mode on
    PLOVER's scale, -10 (most hostile) to 10; it says nothing of ``status``.
    """

    id: str
    type: EventType
    mode: str | None = None
    trigger: Span
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    time: str | None = None
    place: str | None = None
    status: EventStatus
    asserted_by: str
    evidence: tuple[Span, ...]
    statement: str | None = None
    contexts: tuple[Context, ...] | UnsetType = UNSET
    intensity: float | UnsetType = UNSET
    confidence: float | UnsetType = UNSET


class Wording(_Row, frozen=True, kw_only=True):
    """A scare quote, or a contested term with the neutral name that denotes the same thing."""

    span: Span
    kind: Literal["scare_quote", "loaded_term"]
    asserted_by: str
    neutral: str | UnsetType = UNSET


class Provenance(_Row, frozen=True, kw_only=True):
    """What made the record: versions and hashes, so that two runs can be compared."""

    simak: str
    model: str
    lexicon: str


class Record(_Row, frozen=True, kw_only=True):
    """All that Simak takes from one article."""

    schema: Literal["simak-record/1"] = SCHEMA
    article: Article
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    wording: tuple[Wording, ...] = ()
    provenance: Provenance | UnsetType = UNSET

    def words(self, span: Span) -> str:
        """Return the words of the article at ``span``."""
        return self.article.text[span[0] : span[1]]


def article_id(text: str) -> str:
    """Return the id of an article: the first 16 hex digits of the SHA-256 of its text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def row_id(prefix: str, *parts: object) -> str:
    """Return an id that derives from what the row says, so that two runs can be compared.

    >>> row_id("t", 13, 20) == row_id("t", 13, 20)
    True
    """
    digest = hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass"))
    return f"{prefix}{digest.hexdigest()[:10]}"


def encode(record: Record, *, indent: int | None = None) -> bytes:
    """Return the record as UTF-8 JSON. The same record gives the same bytes."""
    data = msgspec.json.encode(record)
    return msgspec.json.format(data, indent=indent) if indent else data


def decode(data: bytes | str) -> Record:
    """Return the record that ``data`` holds, checked against its own text.

    Raises RecordError with the JSON path when a field is missing or of a wrong type.
    """
    try:
        record = msgspec.json.decode(data, type=Record)
    except msgspec.MsgspecError as error:
        raise RecordError(f"no Simak record: {error}") from error
    check(record)
    return record


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the record."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        **msgspec.json.schema(Record),
    }


def spans(record: Record) -> Iterator[tuple[str, Span]]:
    """Yield each span of the record with the path of the row that holds it."""
    for credit in record.article.credited_sources:
        yield "article.credited_sources", credit.span
    for entity in record.entities:
        for mention in entity.mentions:
            yield f"entities.{entity.id}.mentions", mention.span
        for role in entity.roles:
            yield f"entities.{entity.id}.roles", role.span
    for time in record.times:
        yield f"times.{time.id}", time.span
    for statement in record.statements:
        path = f"statements.{statement.id}"
        if statement.cue:
            yield f"{path}.cue", statement.cue
        if statement.source.span:
            yield f"{path}.source", statement.source.span
        if statement.addressee:
            yield f"{path}.addressee", statement.addressee
        for span in statement.content:
            yield f"{path}.content", span
    for event in record.events:
        yield f"events.{event.id}.trigger", event.trigger
        for span in event.evidence:
            yield f"events.{event.id}.evidence", span
    for wording in record.wording:
        yield "wording", wording.span


def _references(record: Record) -> Iterator[tuple[str, str | None, set[str]]]:
    """Yield (path, id, allowed ids) for each reference from one row to another."""
    entities = {entity.id for entity in record.entities}
    times = {time.id for time in record.times}
    statements = {statement.id for statement in record.statements}
    said = statements | {"outlet"}
    for entity in record.entities:
        for role in entity.roles:
            yield f"entities.{entity.id}.roles.organization", role.organization, entities
    for statement in record.statements:
        path = f"statements.{statement.id}"
        yield f"{path}.source.entity", statement.source.entity, entities
        yield f"{path}.within", statement.within, statements
        yield f"{path}.time", statement.time, times
        yield f"{path}.place", statement.place, entities
    for event in record.events:
        path = f"events.{event.id}"
        for actor in event.actors:
            yield f"{path}.actors", actor, entities
        for recipient in event.recipients:
            yield f"{path}.recipients", recipient, entities
        yield f"{path}.time", event.time, times
        yield f"{path}.place", event.place, entities
        yield f"{path}.asserted_by", event.asserted_by, said
        yield f"{path}.statement", event.statement, statements
    for wording in record.wording:
        yield "wording.asserted_by", wording.asserted_by, said


def check(record: Record) -> None:
    """Raise RecordError if a span lies outside, a reference leads nowhere, or an id comes twice."""
    length = len(record.article.text)
    for path, (start, end) in spans(record):
        if not 0 <= start < end <= length:
            raise RecordError(
                f"{path}: span [{start}, {end}] is empty or outside the text of {length} characters"
            )
    for name in ("entities", "times", "statements", "events"):
        seen: set[str] = set()
        for row in getattr(record, name):
            if row.id in seen:
                raise RecordError(f"{name}: two rows have the id {row.id!r}")
            seen.add(row.id)
    for path, target, allowed in _references(record):
        if target is not None and target not in allowed:
            raise RecordError(f"{path}: no row has the id {target!r}")

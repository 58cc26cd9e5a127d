"""A record as rows of the store's tables, and as the bytes that it is kept in."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable
from typing import Any

import msgspec

from simak.interval import interval
from simak.record import Event, Record, Span, Statement, decode, encode
from simak.store import schema
from simak.store.index import roots

Row = dict[str, Any]

# Between the pieces of a statement that the text divides.
_GAP = " … "


def clean(value: str) -> str:
    """Return ``value`` as every database takes it, at the same length.

    PostgreSQL takes no NUL; a file's name may hold bytes that are no UTF-8 (lone surrogates).
    """
    value = value.replace("\x00", "\ufffd")
    return value.encode("utf-8", "replace").decode("utf-8")


def packed(record: Record) -> bytes:
    """Return the record's JSON, deflated; its text is kept once, in the article's row."""
    text = record.article.text
    # A text that the database cannot hold as it is stays here.
    kept = "" if clean(text) == text else text
    slim = msgspec.structs.replace(
        record, article=msgspec.structs.replace(record.article, text=kept)
    )
    return zlib.compress(encode(slim), 6)


def unpacked(data: bytes, text: str) -> Record:
    """Return the record that :func:`packed` made; ``text`` is that of the article's row."""
    slim = msgspec.json.decode(zlib.decompress(data), type=Record)
    if slim.article.text:
        return decode(zlib.decompress(data))
    return msgspec.structs.replace(slim, article=msgspec.structs.replace(slim.article, text=text))


def rows(record: Record, article: int) -> list[tuple[Any, list[Row]]]:
    """Return the machine's rows of a record, table by table in the order of insertion."""
    return [
        (table, [{"article": article, **row} for row in made])
        for table, made in (
            (schema.credit, _credits(record)),
            (schema.time, _times(record)),
            (schema.entity, _entities(record)),
            (schema.mention, _mentions(record)),
            (schema.role, _roles(record)),
            (schema.statement, _statements(record)),
            (schema.event, _events(record)),
            (schema.party, _parties(record)),
            (schema.wording, _wording(record)),
        )
        if made
    ]


def article(record: Record) -> Row:
    """Return the row of the article itself, without its keys."""
    about = record.article
    text = clean(about.text)
    return {
        "id": about.id,
        "title": _clean(about.title),
        "url": _clean(about.url),
        "outlet": _clean(about.outlet),
        "byline": _list(about.byline),
        "published": about.published.value,
        "published_basis": about.published.basis,
        "dateline_place": _clean(about.dateline_place),
        "language": about.language,
        "text": text,
        "roots": roots(f"{_clean(about.title) or ''} {text}"),
    }


def _credits(record: Record) -> list[Row]:
    credits = record.article.credited_sources
    positions = {credit.name: number for number, credit in reversed(list(enumerate(credits)))}
    return [
        {
            "position": number,
            "name": clean(credit.name),
            "via": positions.get(credit.via) if credit.via else None,
            **_at(credit.span),
        }
        for number, credit in enumerate(credits)
    ]


def _times(record: Record) -> list[Row]:
    made = []
    for time in record.times:
        first, last = _days(time.value)
        made.append(
            {
                "id": time.id,
                "type": time.type,
                "value": time.value,
                "mod": time.mod or None,
                "basis": time.basis,
                "first": first,
                "last": last,
                **_at(time.span),
            }
        )
    return made


def _entities(record: Record) -> list[Row]:
    return [
        {
            "id": entity.id,
            "type": entity.type,
            "name": clean(entity.name),
            "acronym": _clean(entity.acronym),
            "aliases": _list(entity.aliases),
            "authority": entity.link.authority if entity.link else None,
            "authority_id": entity.link.id if entity.link else None,
            "confidence": _known(entity.confidence),
        }
        for entity in record.entities
    ]


def _mentions(record: Record) -> list[Row]:
    return [
        {"entity": entity.id, "kind": mention.kind, **_at(mention.span)}
        for entity in record.entities
        for mention in entity.mentions
    ]


def _roles(record: Record) -> list[Row]:
    return [
        {
            "entity": entity.id,
            "title": clean(role.title),
            "organization": role.organization,
            **_at(role.span),
        }
        for entity in record.entities
        for role in entity.roles
    ]


def _statements(record: Record) -> list[Row]:
    made = []
    for statement in record.statements:
        content = clean(_GAP.join(record.words(span) for span in statement.content))
        spans = _spans(statement)
        made.append(
            {
                "id": statement.id,
                "kind": statement.kind,
                "act": statement.act,
                "source": statement.source.entity,
                "source_words": _words(record, statement.source.span),
                "cue": _words(record, statement.cue),
                "addressee": _words(record, statement.addressee),
                "content": content,
                "roots": roots(content),
                "within": statement.within,
                "time": statement.time,
                "place": statement.place,
                "confidence": _known(statement.confidence),
                "start": min(start for start, _ in spans),
                "end": max(end for _, end in spans),
            }
        )
    return made


def _spans(statement: Statement) -> list[Span]:
    spans = [*statement.content]
    spans += [span for span in (statement.cue, statement.source.span) if span]
    return spans or [(0, 1)]


def _events(record: Record) -> list[Row]:
    days = {time.id: _days(time.value) for time in record.times}
    made = []
    for event in record.events:
        first, last, by = _dated(event, days, record.article.published.value)
        made.append(
            {
                "id": event.id,
                "type": event.type,
                "mode": event.mode,
                "status": event.status,
                "trigger": clean(record.words(event.trigger)),
                "time": event.time,
                "place": event.place,
                "asserted_by": event.asserted_by,
                "statement": event.statement,
                "contexts": _list(event.contexts or ()),
                "intensity": _known(event.intensity),
                "confidence": _known(event.confidence),
                "first": first,
                "last": last,
                "dated_by": by,
                "evidence": json.dumps(event.evidence, separators=(",", ":")),
                **_at(event.trigger),
            }
        )
    return made


def _dated(
    event: Event, days: dict[str, tuple[str | None, str | None]], published: str | None
) -> tuple[str | None, str | None, str]:
    """Return the first and last day of an event, and what they hang on."""
    first, last = days.get(event.time or "", (None, None))
    if first:
        return first, last, "time"
    if published:
        return published[:10], published[:10], "published"
    return None, None, "unknown"


def _parties(record: Record) -> list[Row]:
    return [
        {"event": event.id, "side": side, "position": number, "entity": entity}
        for event in record.events
        for side, entities in (("actor", event.actors), ("recipient", event.recipients))
        for number, entity in enumerate(entities)
    ]


def _wording(record: Record) -> list[Row]:
    return [
        {
            "kind": wording.kind,
            "words": clean(record.words(wording.span)),
            "neutral": wording.neutral or None,
            "asserted_by": wording.asserted_by,
            **_at(wording.span),
        }
        for wording in record.wording
    ]


def _days(value: str) -> tuple[str | None, str | None]:
    found = interval(value)
    return (found.first.isoformat(), found.last.isoformat()) if found else (None, None)


def _at(span: Span) -> Row:
    return {"start": span[0], "end": span[1]}


def _words(record: Record, span: Span | None) -> str | None:
    return clean(record.words(span)) if span else None


def _list(values: Iterable[str]) -> str:
    return json.dumps([clean(value) for value in values], ensure_ascii=False)


def _clean(value: str | None) -> str | None:
    return None if value is None else clean(value)


def _known(value: float | msgspec.UnsetType) -> float | None:
    return None if isinstance(value, msgspec.UnsetType) else value

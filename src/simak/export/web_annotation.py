"""W3C Web Annotation: each row as an annotation of the words that it stands on.

Standard: Web Annotation Data Model and Vocabulary, W3C Recommendations of 2017, as JSON-LD. A file
holds an AnnotationCollection for one article. Each annotation has one body, the row of the record
as JSON, and a target for each of its spans (the main words first). A target is found by its words
(TextQuoteSelector, with the words before and behind), and by code points into the article's text as
Simak read it (TextPositionSelector); on a page around that text, only the words hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, BinaryIO
from urllib.parse import quote, urlsplit

import msgspec

from simak.export.format import Setting
from simak.export.plain import plain
from simak.record import Record, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32
"""Code points of the words before and behind that find a quote again."""


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write a record as a collection of annotations; a file holds one article."""
    for record in records:
        out.write(plain(json.dumps(collection(record), ensure_ascii=False, indent=1)).encode())
        out.write(b"\n")


def collection(record: Record) -> dict[str, Any]:
    """Return the annotations of a record as an AnnotationCollection of one page.

    >>> from simak.record import Article, Time
    >>> text = "Rapat dibuka Senin."
    >>> time = Time(id="t1", span=(13, 18), type="DATE", value="XXXX-WXX-1", basis="text")
    >>> made = collection(Record(article=Article(id="a", text=text), times=(time,)))
    >>> made["first"]["items"][0]["target"][0]["selector"][0]["exact"]
    'Senin'
    """
    items = list(marked(record))
    name = f"urn:simak:{_word(record.article.id)}"
    return {
        "@context": CONTEXT,
        "id": name,
        "type": "AnnotationCollection",
        "label": record.article.title or record.article.id,
        "total": len(items),
        "first": {
            "id": f"{name}:page",
            "type": "AnnotationPage",
            "partOf": name,
            "startIndex": 0,
            "items": items,
        },
    }


def marked(record: Record) -> Iterator[dict[str, Any]]:
    """Yield an annotation for each row of the record that stands on words."""
    for entity in record.entities:
        spans = [mention.span for mention in entity.mentions]
        yield from _annotation(record, "entity", entity.id, entity, spans)
        for number, role in enumerate(entity.roles):
            row = {"holder": entity.id, **msgspec.to_builtins(role)}
            yield from _annotation(record, "role", f"{entity.id}.{number}", row, [role.span])
    for time in record.times:
        yield from _annotation(record, "time", time.id, time, [time.span])
    for statement in record.statements:
        given = (statement.cue, *statement.content, statement.source.span, statement.addressee)
        spans = [span for span in given if span]
        yield from _annotation(record, "statement", statement.id, statement, spans)
    for event in record.events:
        spans = [event.trigger, *event.evidence]
        yield from _annotation(record, "event", event.id, event, spans)
    for number, wording in enumerate(record.wording):
        yield from _annotation(record, "wording", str(number), wording, [wording.span])
    for number, credit in enumerate(record.article.credited_sources):
        yield from _annotation(record, "credit", str(number), credit, [credit.span])


_MOTIVE = {"entity": "identifying", "event": "classifying", "time": "classifying"}


def _annotation(
    record: Record, kind: str, id: str, row: Any, spans: Sequence[Span]
) -> Iterator[dict[str, Any]]:
    if not spans:
        return
    value = json.dumps({kind: msgspec.to_builtins(row)}, ensure_ascii=False)
    made: dict[str, Any] = {
        "id": f"urn:simak:{_word(record.article.id)}:{kind}:{_word(id)}",
        "type": "Annotation",
        "motivation": _MOTIVE.get(kind, "describing"),
        "body": {
            "type": "TextualBody",
            "value": value,
            "format": "application/json",
            "purpose": _MOTIVE.get(kind, "describing"),
        },
        "target": [_target(record, span) for span in dict.fromkeys(spans)],
    }
    if record.provenance:
        made["generator"] = {
            "id": f"urn:simak:version:{_word(record.provenance.simak)}",
            "type": "Software",
            "name": f"Simak {record.provenance.simak}",
        }
    yield made


def _target(record: Record, span: Span) -> dict[str, Any]:
    text, (start, end) = record.article.text, span
    return {
        "type": "SpecificResource",
        "source": source(record),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def source(record: Record) -> str:
    """Return the address of an article; where it has none, a name that derives from its text."""
    url = record.article.url or ""
    try:
        parts = urlsplit(url)
        fit = parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        fit = False
    if fit and not any(char.isspace() or char in '<>"{}|\\^`' for char in url):
        return quote(url, safe=":/?#[]@!$&'()*+,;=%-._~", errors="replace")
    return f"urn:simak:{_word(record.article.id)}:text"


def _word(text: str) -> str:
    return quote(text, safe="", errors="replace")

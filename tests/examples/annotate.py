"""Make a hand-made record from an annotation that quotes the article's words.

Nobody can count code points by hand. An annotation (``examples/gold/NAME.toml``) therefore says
each span by its words, and this script finds them in ``examples/NAME.txt`` and writes the record,
``examples/gold/NAME.json``::

    python tests/examples/annotate.py examples/gold/*.toml          # writes the records
    python tests/examples/annotate.py --check examples/gold/*.toml  # only compares

How words are said (always whole words; an error tells when they are not found, or found more
than once without a number):

``"Rabu (12/3)"``
    the only place where these words stand;
``"Korvane#3"``
    the third place;
``"ujar[nya]"``, ``"kata [Sulastri] dalam"``
    only the words in brackets, the rest tells which place is meant;
``"Laut ini ... tembok"``
    from the one to the next place of the other.

A mention may say more: ``"Korvane#2,4"`` (two places), ``"Korvane#*"`` (each place that no longer
name covers) and ``"[Kami] menuntut @marlina"`` (the speaker on whose side "kami" is).
Rows have keys of the annotator's choice; the record numbers them e1, t1, s1, v1 in file order.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec

from simak.record import Record, Span, article_id, check, decode, encode

KINDS = {
    "names": "name",
    "acronyms": "acronym",
    "titles": "title",
    "descriptions": "description",
    "pronouns": "pronoun",
    "clitics": "clitic",
}
_NUMBER = re.compile(r"#(\*|\d+(?:,\d+)*)$")
_SIDE = re.compile(r" @(\w+)$")


class AnnotationError(ValueError):
    """Words that the article does not have, or has in more places than one."""


def places(text: str, words: str) -> list[Span]:
    """Return the spans of ``words`` (without a number) in ``text``, in order.

    >>> places("Ia pergi, ujarnya.", "ujar[nya]")
    [(14, 17)]
    """
    before, bracket, rest = words.partition("[")
    inside, _, after = rest.partition("]")
    if not bracket:
        before, inside, after = "", words, ""
    pattern = f"{_literal(before)}({_literal(inside)}){_literal(after)}"
    plain = before + inside + after
    if _is_word(plain[0]):
        pattern = r"(?<!\w)" + pattern
    if _is_word(plain[-1]):
        pattern += r"(?!\w)"
    found = []
    regex = re.compile(pattern, re.DOTALL)
    match = regex.search(text)
    while match:
        found.append(match.span(1))
        match = regex.search(text, match.start() + 1)
    return found


def _is_word(char: str) -> bool:
    return char.isalnum() or char == "_"


def _literal(words: str) -> str:
    parts = words.split(" ... ")
    pattern = re.escape(parts[0])
    for last, following in pairwise(parts):
        pattern += (r"(?!\w)" if _is_word(last[-1]) else "") + ".*?"
        pattern += (r"(?<!\w)" if _is_word(following[0]) else "") + re.escape(following)
    return pattern


def spans(text: str, words: str) -> list[Span]:
    """Return the spans that ``words`` with its number means: one, or those of "#2,4" or "#*"."""
    number = _NUMBER.search(words)
    plain = words[: number.start()] if number else words
    found = places(text, plain)
    if not found:
        raise AnnotationError(f"not in the article: {words!r}")
    if number is None:
        if len(found) > 1:
            raise AnnotationError(f"{len(found)} places, say which (#1): {words!r}")
        return found
    if number[1] == "*":
        return found
    try:
        return [found[int(n) - 1] for n in number[1].split(",")]
    except IndexError:
        raise AnnotationError(f"only {len(found)} places: {words!r}") from None


def span(text: str, words: str) -> Span:
    """Return the one span that ``words`` means."""
    found = spans(text, words)
    if len(found) != 1:
        raise AnnotationError(f"{len(found)} places where one is meant: {words!r}")
    return found[0]


def _each(value: str | list[str] | None) -> list[str]:
    if value is None:
        return []
    return [value] if isinstance(value, str) else value


class _Ids:
    """The record's ids for the annotator's keys."""

    def __init__(self, annotation: Mapping[str, Any]) -> None:
        tables = (("entities", "e"), ("times", "t"), ("statements", "s"), ("events", "v"))
        self._of = {
            table: {key: f"{letter}{i}" for i, key in enumerate(annotation.get(table, {}), 1)}
            for table, letter in tables
        }

    def one(self, table: str, key: str | None) -> str | None:
        if key is None:
            return None
        try:
            return self._of[table][key]
        except KeyError:
            raise AnnotationError(f"no {table} row has the key {key!r}") from None

    def many(self, table: str, keys: str | list[str] | None) -> list[str | None]:
        return [self.one(table, key) for key in _each(keys)]

    def asserted(self, key: str | None) -> str | None:
        return "outlet" if key is None else self.one("statements", key)


def _mentions(
    text: str, entities: Mapping[str, Any], ids: _Ids
) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each entity's key with its mentions in text order."""
    names: list[Span] = []
    for row in entities.values():
        for field in ("names", "acronyms"):
            for words in _each(row.get(field)):
                if not words.endswith("#*"):
                    names.extend(spans(text, words))
    for key, row in entities.items():
        found: dict[Span, dict[str, Any]] = {}
        for field, kind in KINDS.items():
            for said in _each(row.get(field)):
                side = _SIDE.search(said)
                words = said[: side.start()] if side else said
                for place in spans(text, words):
                    if words.endswith("#*") and any(_covers(name, place) for name in names):
                        continue
                    mention: dict[str, Any] = {"span": place, "kind": kind}
                    if side:
                        mention["member"] = ids.one("entities", side[1])
                    if place in found:
                        raise AnnotationError(f"{key}: said twice: {words!r}")
                    found[place] = mention
        yield key, [found[place] for place in sorted(found)]


def _covers(longer: Span, place: Span) -> bool:
    return longer != place and longer[0] <= place[0] and place[1] <= longer[1]


def _aliases(text: str, row: Mapping[str, Any], mentions: list[dict[str, Any]]) -> list[str]:
    said = [text[slice(*m["span"])] for m in mentions if m["kind"] == "name"]
    return [form for form in dict.fromkeys(said) if form != row["name"]]


def build(text: str, annotation: Mapping[str, Any]) -> Record:
    """Return the record of ``text`` that ``annotation`` says; raise AnnotationError if it cannot.

    The result is checked as any record is (RecordError).
    """
    ids = _Ids(annotation)
    article = dict(annotation["article"])
    published = article.pop("published", None)
    credits_ = [
        {"name": text[slice(*place)], "span": place}
        for place in (span(text, words) for words in article.pop("credited_sources", []))
    ]
    entities = []
    for key, mentions in _mentions(text, annotation["entities"], ids):
        row = annotation["entities"][key]
        entity = {
            "id": ids.one("entities", key),
            "type": row["type"],
            "name": row["name"],
            "aliases": _aliases(text, row, mentions),
            "acronym": row.get("acronym"),
            "roles": [
                {
                    "title": role["title"],
                    "organization": ids.one("entities", role.get("of")),
                    "span": span(text, role["words"]),
                }
                for role in row.get("roles", [])
            ],
            "link": None,
            "mentions": mentions,
        }
        entities.append(entity)
    record = {
        "schema": "simak-record/1",
        "article": {
            "id": article_id(text),
            "credited_sources": credits_,
            "published": {
                "value": published,
                "basis": "given" if published else "unknown",
            },
            **article,
            "language": "id",
            "text": text,
        },
        "entities": entities,
        "times": [_time(text, row, ids.one("times", k)) for k, row in _rows(annotation, "times")],
        "statements": [
            _statement(text, row, ids.one("statements", key), ids)
            for key, row in _rows(annotation, "statements")
        ],
        "events": [
            _event(text, row, ids.one("events", key), ids)
            for key, row in _rows(annotation, "events")
        ],
        "wording": [
            {
                "span": span(text, row["words"]),
                "kind": row["kind"],
                "asserted_by": ids.asserted(row.get("by")),
            }
            for row in annotation.get("wording", [])
        ],
    }
    made = msgspec.convert(record, Record)
    check(made)
    return made


def _rows(annotation: Mapping[str, Any], table: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    yield from annotation.get(table, {}).items()


def _time(text: str, row: Mapping[str, Any], row_id: str | None) -> dict[str, Any]:
    time = {
        "id": row_id,
        "span": span(text, row["words"]),
        "type": row.get("type", "DATE"),
        "value": row["value"],
        "basis": row.get("basis", "anchored"),
    }
    return time | ({"mod": row["mod"]} if "mod" in row else {})


def _statement(text: str, row: Mapping[str, Any], row_id: str | None, ids: _Ids) -> dict[str, Any]:
    return {
        "id": row_id,
        "kind": row["kind"],
        "act": row.get("act", "say"),
        "cue": span(text, row["cue"]),
        "source": {
            "span": span(text, row["source"]) if "source" in row else None,
            "entity": ids.one("entities", row.get("who")),
        },
        "addressee": span(text, row["to"]) if "to" in row else None,
        "content": [span(text, words) for words in _each(row["content"])],
        "within": ids.one("statements", row.get("within")),
        "time": ids.one("times", row.get("time")),
        "place": ids.one("entities", row.get("place")),
    }


def _event(text: str, row: Mapping[str, Any], row_id: str | None, ids: _Ids) -> dict[str, Any]:
    return {
        "id": row_id,
        "type": row["type"],
        "mode": row.get("mode"),
        "trigger": span(text, row["trigger"]),
        "actors": ids.many("entities", row["actors"]),
        "recipients": ids.many("entities", row.get("recipients")),
        "time": ids.one("times", row.get("time")),
        "place": ids.one("entities", row.get("place")),
        "status": row.get("status", "actual"),
        "asserted_by": ids.asserted(row.get("by")),
        "evidence": [span(text, words) for words in _each(row["evidence"])],
        "statement": ids.one("statements", row.get("statement")),
    }


def compile_file(source: Path) -> bytes:
    """Return the record's JSON for ``examples/gold/NAME.toml``; ``examples/NAME.txt`` is read."""
    text = (source.parent.parent / f"{source.stem}.txt").read_text(encoding="utf-8")
    annotation = tomllib.loads(source.read_text(encoding="utf-8"))
    try:
        record = build(text, annotation)
    except KeyError as error:
        raise AnnotationError(f"{source.name}: a row lacks {error}") from error
    except AnnotationError as error:
        raise AnnotationError(f"{source.name}: {error}") from error
    data = encode(record, indent=1) + b"\n"
    decode(data)
    return data


def main(arguments: list[str]) -> int:
    """Write (or with ``--check`` compare) the records of the annotations named."""
    only_check = "--check" in arguments
    status = 0
    for name in arguments:
        if name.startswith("--"):
            continue
        source = Path(name)
        target = source.with_suffix(".json")
        try:
            data = compile_file(source)
        except ValueError as error:
            print(error, file=sys.stderr)
            status = 1
            continue
        if not only_check:
            target.write_bytes(data)
        elif not target.exists() or target.read_bytes() != data:
            print(f"{target} does not agree with {source.name}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""FollowTheMoney entities, a JSON object a line: what Aleph and OpenSanctions' tools load.

Written without their library, checked with it in a test where it is installed. People, bodies and
countries that act go out once, however many articles tell of them, behind what hangs on them;
groups without a name ("warga") stay out. FollowTheMoney has no actor and no recipient of an
event: all are ``involved``, and a link says who did what to whom. It has no offsets either; a Web
Annotation file has them.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from itertools import product
from typing import Any, BinaryIO

from simak.export.country import Countries
from simak.export.format import Identity, Setting
from simak.export.plain import plain
from simak.export.sector import Code, Sectors
from simak.export.table import event_days
from simak.gazetteer import Gazetteer
from simak.record import Entity, Event, Record, Statement

# What the library takes for a date. Others it drops, and says nothing.
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d(?::\d\d(?::\d\d)?)?)?)?)?")
_SCHEMAS = {"PER": "Person", "ORG": "Organization", "GPE": "PublicBody"}
_PUBLIC = frozenset({"COP", "GOV", "JUD", "LEG", "MIL", "SPY"})
# ISO 639-3, which the library wants, for the languages that are read.
_LANGUAGES = {"id": "ind", "ms": "msa", "en": "eng"}

Properties = dict[str, list[str]]


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write records as entities; only actual events unless ``setting.every_status``."""
    maker = FollowTheMoney(setting)
    for record in records:
        for entity in maker.told(record):
            out.write(_line(entity))
    for entity in maker.named():
        out.write(_line(entity))


def _line(entity: dict[str, Any]) -> bytes:
    line = json.dumps(entity, ensure_ascii=False, separators=(",", ":"))
    return plain(line).encode("utf-8") + b"\n"


class FollowTheMoney:
    """Makes the entities of records; who is named is kept until all records were seen."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._sectors = Sectors(setting.lexicon)
        self._gazetteer = Gazetteer(setting.lexicon)
        self._countries = Countries(setting.lexicon)
        self._named: dict[str, dict[str, Any]] = {}

    def told(self, record: Record) -> Iterator[dict[str, Any]]:
        """Yield the article, its events with their links, and its statements."""
        told = _Told(record)
        yield told.article()
        codes = self._sectors.codes(record)
        known = self._setting.identities(record)
        acting = _acting(record)
        ids = {
            entity.id: _id(record, entity, known.get(entity.id))
            for entity in record.entities
            # Where something was is a location, no public body.
            if _resolved(entity, known) and (entity.type != "GPE" or entity.id in acting)
        }
        for entity in record.entities:
            if entity.id in ids:
                self._name(record, entity, ids, codes, known.get(entity.id))
        for entity in record.entities:
            if entity.id in ids and entity.type == "PER":
                self._offices(record, entity, ids)
        places = {entity.id: self._place(entity) for entity in record.entities}
        for event in record.events:
            if event.status == "actual" or self._setting.every_status:
                yield from told.event(event, ids, places.get(event.place or ""))
        for statement in record.statements:
            yield told.statement(statement, ids)

    def named(self) -> Iterator[dict[str, Any]]:
        """Yield who is named, with offices, in the order in which they came in."""
        for id_, made in self._named.items():
            properties = {name: list(values) for name, values in made["properties"].items()}
            if made["schema"] == "Occupancy" and (dates := sorted(properties.pop("date", []))):
                # When articles said so, the first and the last; when it began is not known.
                properties["date"] = sorted({dates[0], dates[-1]})
            yield _entity(id_, made["schema"], properties)

    def _add(self, id_: str, schema: str, properties: Properties) -> None:
        """Add to who is named; values that are there already count once."""
        made = self._named.setdefault(id_, {"schema": schema, "properties": {}})
        if made["schema"] == "Organization":
            made["schema"] = schema  # another article may tell what kind it is
        for name, values in properties.items():
            there = made["properties"].setdefault(name, {})
            there.update(dict.fromkeys(value for value in values if value))

    def _name(
        self,
        record: Record,
        entity: Entity,
        ids: dict[str, str],
        codes: dict[str, Code],
        known: Identity | None,
    ) -> None:
        code = codes[entity.id]
        schema = _SCHEMAS[entity.type]
        if entity.type == "ORG":
            schema = "Company" if code.sector == "BUS" else schema
            schema = "PublicBody" if code.sector in _PUBLIC else schema
        name = known.name if known else entity.name
        others = [one for one in (entity.name, *entity.aliases, entity.acronym) if one]
        properties: Properties = {
            "name": [name],
            "alias": [one for one in others if one != name],
            "country": [self._countries.alpha2(code.country or "") or ""],
            "proof": [record.article.id],
        }
        if entity.link and entity.link.authority == "wikidata":
            properties["wikidataId"] = [entity.link.id]
        if entity.type == "PER":
            properties["position"] = [role.title for role in entity.roles if not role.organization]
        self._add(ids[entity.id], schema, properties)

    def _offices(self, record: Record, entity: Entity, ids: dict[str, str]) -> None:
        """Add the offices of a person that are of a body or country that is named."""
        names = {one.id: one.name for one in record.entities}
        for role in entity.roles:
            if role.organization not in ids:
                continue
            assert role.organization is not None
            body, holder = ids[role.organization], ids[entity.id]
            post = _hash("post", role.title.casefold(), body)
            name = f"{role.title} {names[role.organization]}"
            self._add(post, "Position", {"name": [name], "organization": [body]})
            published = _date(record.article.published.value)
            self._add(
                _hash("occupancy", holder, post),
                "Occupancy",
                {
                    "holder": [holder],
                    "post": [post],
                    "date": [published[:10]] if published else [],
                    "proof": [record.article.id],
                },
            )

    def _place(self, entity: Entity) -> str:
        place = self._gazetteer.at(entity.link)
        if place is None:
            return entity.name
        return ", ".join([place.title, *(unit.title for unit in self._gazetteer.around(place))])


class _Told:
    """What one article tells."""

    def __init__(self, record: Record) -> None:
        self._record = record
        about = record.article
        self._names = {entity.id: entity.name for entity in record.entities}
        self._source: Properties = {
            "proof": [about.id],
            "publisher": [about.outlet] if about.outlet else [],
            "sourceUrl": [about.url] if about.url else [],
        }

    def article(self) -> dict[str, Any]:
        about = self._record.article
        published = _date(about.published.value)
        return _entity(
            about.id,
            "Article",
            {
                "fileName": [f"{about.id}.txt"],
                "mimeType": ["text/plain"],
                "title": [about.title or ""],
                "author": list(about.byline),
                "publisher": self._source["publisher"],
                "sourceUrl": self._source["sourceUrl"],
                "publishedAt": [published or ""],
                "date": [published or ""],
                "language": [_LANGUAGES.get(about.language, "")],
                "bodyText": [about.text],
            },
        )

    def event(
        self, event: Event, ids: dict[str, str], place: str | None
    ) -> Iterator[dict[str, Any]]:
        record = self._record
        id_ = f"{record.article.id}-{event.id}"
        kind = f"{event.type}/{event.mode}" if event.mode else event.type
        shown = kind if event.status == "actual" else f"{kind} ({event.status})"
        actors, recipients = (
            ", ".join(self._names[one] for one in side) for side in (event.actors, event.recipients)
        )
        first, last, dated_by = event_days(record, event)
        dates: Properties = {"date": [first or ""]}
        if first != last:
            dates = {"startDate": [first or ""], "endDate": [last or ""]}
        notes = [f"status: {event.status}", f"asserted by: {self._asserted(event)}"]
        if dated_by == "published":
            notes.append("the date is that of the article")
        involved = [ids[one] for one in (*event.actors, *event.recipients) if one in ids]
        words = " … ".join(map(record.words, event.evidence))
        yield _entity(
            id_,
            "Event",
            {
                "name": [
                    f"{shown}: {actors} → {recipients}" if recipients else f"{shown}: {actors}"
                ],
                "summary": [words],
                "location": [place or ""],
                "involved": list(dict.fromkeys(involved)),
                "keywords": [event.type, event.mode or "", *(event.contexts or ())],
                "recordId": [event.id],
                "notes": notes,
                **dates,
                **self._source,
            },
        )
        sides = (
            dict.fromkeys(ids[one] for one in side if one in ids)
            for side in (event.actors, event.recipients)
        )
        for actor, recipient in product(*sides):
            if actor != recipient:
                yield _entity(
                    _hash("link", id_, actor, recipient),
                    "UnknownLink",
                    {
                        "subject": [actor],
                        "object": [recipient],
                        "role": [kind],
                        "status": [event.status],
                        "summary": [words],
                        "recordId": [event.id],
                        **dates,
                        **self._source,
                    },
                )

    def statement(self, statement: Statement, ids: dict[str, str]) -> dict[str, Any]:
        record = self._record
        span = statement.source.span
        speaker = self._names.get(statement.source.entity or "") or (
            record.words(span) if span else "?"
        )
        return _entity(
            f"{record.article.id}-{statement.id}",
            "Note",
            {
                "name": [f"{speaker}: {statement.act}"],
                "entity": [ids.get(statement.source.entity or "", "")],
                "description": [" … ".join(map(record.words, statement.content))],
                "summary": [f"{statement.act}, {statement.kind}"],
                "keywords": [statement.act, statement.kind],
                **self._source,
            },
        )

    def _asserted(self, event: Event) -> str:
        for one in self._record.statements:
            if one.id == event.asserted_by:
                return self._names.get(one.source.entity or "") or "a source that is not named"
        return "the article"


def _entity(id_: str, schema: str, properties: Properties) -> dict[str, Any]:
    """Return an entity; properties without a value stay out."""
    kept = {
        name: found
        for name, values in properties.items()
        if (found := [value for value in dict.fromkeys(values) if value.strip()])
    }
    return {"id": id_, "schema": schema, "properties": kept}


def _acting(record: Record) -> set[str | None]:
    """Return the entities that do or say something, to whom it is done, or that have offices."""
    found: set[str | None] = {statement.source.entity for statement in record.statements}
    for event in record.events:
        found.update(event.actors, event.recipients)
    found.update(role.organization for entity in record.entities for role in entity.roles)
    return found


def _resolved(entity: Entity, known: Any) -> bool:
    """Return whether an entity is somebody: a person, body or country that has a name."""
    if entity.type not in _SCHEMAS or not entity.name.strip():
        return False
    return entity.id in known or any(one.kind in ("name", "acronym") for one in entity.mentions)


def _id(record: Record, entity: Entity, known: Identity | None) -> str:
    """Return the id of who is named: the same in all articles of a store."""
    if known is None:
        return f"{record.article.id}-{entity.id}"
    # The number alone would be another's in another store.
    return _hash("identity", known.id, known.name)


def _hash(kind: str, *parts: str) -> str:
    digest = hashlib.sha1("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
    return f"simak-{kind}-{digest[:20]}"


def _date(value: str | None) -> str | None:
    """Return an ISO date or moment (UTC) as the library takes it, None if it is none.

    >>> _date("2024-03-05T01:00:00+07:00")
    '2024-03-04T18:00:00'
    """
    if value is None:
        return None
    if not _DATE.fullmatch(value):
        try:
            moment = datetime.datetime.fromisoformat(value)
            if moment.tzinfo is not None:
                moment = moment.astimezone(datetime.UTC).replace(tzinfo=None)
        except (ValueError, OverflowError):
            return None
        return moment.isoformat(timespec="seconds")
    return value

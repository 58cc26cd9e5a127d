"""PLOVER events, a JSON object a line, in the manner of the PLOVER 2.0 draft.

Fields of PLOVER keep their names; what it has no field for lies under ``simak``. A line is one
event as one article tells it. ``date`` is null where no date is known; codes are null where
they are not.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

from msgspec import UnsetType

from simak.export.country import Countries
from simak.export.format import Identity, Setting
from simak.export.plain import plain
from simak.export.sector import Code, Sectors
from simak.export.table import event_days, quad_code
from simak.gazetteer import Gazetteer, Place
from simak.interval import interval
from simak.record import Entity, Event, Link, Record

#: The auxiliary modes by which PLOVER says that an event was not or was only thought of.
AUXILIARY = {"planned": "future", "hypothetical": "hypothetical", "denied": "negation"}


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write the events of records, only actual ones unless ``setting.every_status``."""
    maker = Plover(setting)
    for record in records:
        for event in maker.events(record):
            line = json.dumps(event, ensure_ascii=False, separators=(",", ":"))
            out.write(plain(line).encode("utf-8") + b"\n")


class Plover:
    """Makes the events of records as PLOVER has them."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._gazetteer = Gazetteer(setting.lexicon)
        self._countries = Countries(setting.lexicon)
        self._sectors = Sectors(setting.lexicon)

    def events(self, record: Record) -> Iterator[dict[str, Any]]:
        """Yield the events of a record as objects."""
        codes = self._sectors.codes(record)
        known = self._setting.identities(record)
        entities = {entity.id: entity for entity in record.entities}

        def party(one: str) -> dict[str, Any]:
            return _party(entities[one], codes[one], known.get(one), entities)

        for event in record.events:
            if event.status != "actual" and not self._setting.every_status:
                continue
            first, last, dated_by = event_days(record, event)
            modes = [event.mode] if event.mode else []
            if event.status in AUXILIARY:
                modes.append(AUXILIARY[event.status])
            yield {
                "id": f"{record.article.id}:{event.id}",
                "date": first,
                "actor": [party(one) for one in event.actors],
                "recipient": [party(one) for one in event.recipients],
                "event": event.type,
                "mode": modes,
                "context": list(event.contexts or ()),
                "quad_code": quad_code(event.type),
                "event_scale": None if isinstance(event.intensity, UnsetType) else event.intensity,
                "event_loc": self._location(entities.get(event.place or "")),
                "event_text": " … ".join(map(record.words, event.evidence)),
                "text_info": _text(record, event),
                "cite_info": _citation(record),
                "coder": _coder(record),
                "simak": {
                    "status": event.status,
                    "date_last": last,
                    "date_resolution": _resolution(record, event, dated_by),
                    "dated_by": dated_by,
                    **_assertion(record, event, entities),
                    "confidence": (
                        None if isinstance(event.confidence, UnsetType) else event.confidence
                    ),
                },
            }

    def _location(self, entity: Entity | None) -> dict[str, Any] | None:
        if entity is None:
            return None
        place = self._gazetteer.at(entity.link)
        at: dict[str, Any] = {
            "text": entity.name, "name": None, "country": None, "around": [],
            "identifier": _identifier(entity.link),
            "latitude": None, "longitude": None, "precision": None,
        }  # fmt: skip
        if place is None:
            return at
        units = self._gazetteer.around(place)
        position = self._gazetteer.position(place)
        at |= {
            "name": place.title,
            "country": self._countries.of_place(place),
            "around": [unit.title for unit in units],
        }
        if position is not None:
            at |= {
                "latitude": position.latitude,
                "longitude": position.longitude,
                "precision": _located(place, units),
            }
        return at


def _located(place: Place, units: tuple[Place, ...]) -> str | None:
    """Return the kind of the unit whose position it is: that of the place, or one around."""
    return next((one.kind for one in (place, *units) if one.latitude is not None), None)


def _party(
    entity: Entity, code: Code, known: Identity | None, entities: dict[str, Entity]
) -> dict[str, Any]:
    offices = []
    for role in entity.roles:
        body = entities.get(role.organization or "")
        offices.append(f"{role.title} {body.name}" if body else role.title)
    return {
        "code": code.country,
        "sector": code.sector,
        "entity_text": entity.name,
        "entity_type": entity.type,
        "office": offices,
        "identifier_id": _identifier(entity.link),
        "entity_id": entity.id,
        "identity": known.id if known else None,
        "identity_name": known.name if known else None,
    }


def _identifier(link: Link | None) -> str | None:
    return f"{link.authority}:{link.id}" if link else None


def _text(record: Record, event: Event) -> dict[str, Any]:
    """Return where the words stand, in code points of the text of the article."""
    return {
        "article": record.article.id,
        "trigger": {"span": list(event.trigger), "text": record.words(event.trigger)},
        "evidence": [
            {"span": list(span), "text": record.words(span)} for span in event.evidence
        ],
    }  # fmt: skip


def _citation(record: Record) -> dict[str, Any]:
    about = record.article
    return {
        "corpus": "simak",
        "citation": about.id,
        "title": about.title,
        "url": about.url,
        "publication": about.outlet,
        "date": about.published.value,
        "author": list(about.byline),
        "language": about.language,
        "credited": [credit.name for credit in about.credited_sources],
    }


def _coder(record: Record) -> str:
    made = record.provenance or None
    return f"Simak {made.simak}, weights {made.model}, lexicon {made.lexicon}" if made else "Simak"


def _assertion(record: Record, event: Event, entities: dict[str, Entity]) -> dict[str, Any]:
    """Return who asserts it: the outlet, or whoever makes the statement."""
    made = next((one for one in record.statements if one.id == event.asserted_by), None)
    speaker = entities.get(made.source.entity or "") if made else None
    return {
        "asserted_by": "outlet" if made is None else "statement",
        "asserted_in": made.id if made else None,
        "speaker": speaker.name if speaker else None,
        "speaker_id": speaker.id if speaker else None,
    }


def _resolution(record: Record, event: Event, dated_by: str) -> str | None:
    """Return how precise the date is: moment, day, week, month, quarter, year, or more days."""
    if dated_by != "time":
        return "day" if dated_by == "published" else None
    found = interval(next(time.value for time in record.times if time.id == event.time))
    assert found is not None  # it dates the event
    if found.end - found.begin < datetime.timedelta(days=1):
        return "moment"
    days = (found.last - found.first).days + 1
    for name, longest in (("day", 1), ("week", 7), ("month", 31), ("quarter", 92), ("year", 366)):
        if days <= longest:
            return name
    return "years"

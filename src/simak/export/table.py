"""The record as tables: the same in CSV, in a workbook and in Parquet.

Every cell has one of five kinds: ``text``, ``integer``, ``number``, ``truth`` and ``list`` (of
texts); None is an empty cell. Offsets count Unicode code points in the text of the article, half
open. Ids are unique within their article, so that rows are joined by article and id.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from msgspec import UnsetType

from simak.export.country import Countries
from simak.export.format import Setting
from simak.export.plain import plain
from simak.gazetteer import Gazetteer
from simak.interval import interval
from simak.record import Entity, Event, Record, Span, Statement

Kind = Literal["text", "integer", "number", "truth", "list"]
Cell = str | int | float | bool | list[str] | None
Row = tuple[Cell, ...]

#: Between the pieces of a statement that the text divides.
GAP = " … "


class Column(NamedTuple):
    """A column and what its cells mean."""

    name: str
    kind: Kind
    about: str


class Table(NamedTuple):
    """A table and what its rows are."""

    name: str
    about: str
    columns: tuple[Column, ...]


def _columns(text: str) -> tuple[Column, ...]:
    """Return the columns that lines of "name kind about" describe."""
    made = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, kind, about = line.split(None, 2)
        made.append(Column(name, kind, about))  # type: ignore[arg-type]
    return tuple(made)


_ARTICLE = "article text id of the article: 16 hex digits, from its text"
_AT = """
start integer first character of the words, from 0
end integer behind their last character
"""

TABLES = (
    Table("article", "one row an article", _columns(f"""
        {_ARTICLE}
        title text headline
        url text address
        outlet text who published it
        byline list who wrote it
        published text date of publication, ISO 8601
        published_basis text where the date is known from: metadata, dateline, given, unknown
        dateline_place text place in the dateline
        language text language, ISO 639
        text text the text as read; all offsets count in it
        simak text version of Simak that read it
        model text version of the weights
        lexicon text version of the lexicon
        """)),
    Table("credit", "whom an article credits as its origin", _columns(f"""
        {_ARTICLE}
        position integer order in the article, from 0
        name text name of the source
        via text name of the credited source that passed it on
        {_AT}
        """)),
    Table("entity", "actors and places, one row an article and entity", _columns(f"""
        {_ARTICLE}
        entity text id, unique in the article
        type text PER, ORG, GPE, LOC, NORP, GROUP or POST
        name text fullest form in the text
        aliases list other proper forms
        acronym text acronym
        authority text who gives the identifier: wikidata, iso3166, geonames, kemendagri
        authority_id text identifier there
        link_basis text how the identifier was found
        member text entity on whose side this one is
        confidence number 0 to 1
        identity text who it is across the articles of a store (simak who)
        identity_name text name there
        """)),
    Table("mention", "words that refer to an entity", _columns(f"""
        {_ARTICLE}
        entity text id of the entity
        position integer order within the entity, from 0
        kind text name, acronym, title, description, pronoun or clitic
        {_AT}
        words text the words
        member text entity on whose side it is ("kami")
        """)),
    Table("role", "offices of people", _columns(f"""
        {_ARTICLE}
        entity text id of the person
        position integer order within the entity, from 0
        name text name of the person
        title text office
        organization text id of the body or country
        organization_name text its name
        {_AT}
        words text the words
        """)),
    Table("time", "time expressions (TIMEX3)", _columns(f"""
        {_ARTICLE}
        time text id, unique in the article
        type text DATE, TIME, DURATION or SET
        value text TIMEX3 value
        mod text START, MID, END, APPROX, MORE_THAN or LESS_THAN
        basis text text: it stands there; anchored: on the publication date or another expression
        note text what is odd about the words
        first text first day that it covers, ISO 8601
        last text last day that it covers
        {_AT}
        words text the words
        """)),
    Table("statement", "who said what", _columns(f"""
        {_ARTICLE}
        statement text id, unique in the article
        kind text direct, indirect or mixed
        act text say, ask, request, demand, order, promise, propose, announce, warn, ...
        source text id of the entity that speaks; empty: unknown
        source_name text its name
        source_start integer first character of the words that name the speaker
        source_end integer behind their last character
        source_words text these words
        cue_start integer first character of the reporting words
        cue_end integer behind their last character
        cue text these words
        addressee_start integer first character of the words that name who is spoken to
        addressee_end integer behind their last character
        addressee text these words
        content text what is said, its pieces joined by " … "; exact: table statement_part
        within text id of the statement inside which it is reported
        time text id of the time at which it was said
        place text id of the entity where it was said
        confidence number 0 to 1
        """)),
    Table("statement_part", "the pieces of what is said", _columns(f"""
        {_ARTICLE}
        statement text id of the statement
        position integer order, from 0
        {_AT}
        words text the words
        """)),
    Table("event", "who did what to whom, one row an article and event", _columns(f"""
        {_ARTICLE}
        event text id, unique in the article
        type text PLOVER type
        mode text PLOVER mode
        quad_code integer 1 verbal, 2 material cooperation, 3 verbal, 4 material conflict
        intensity number PLOVER score of type and mode, -10 to 10
        contexts list PLOVER contexts
        status text actual, planned, hypothetical or denied
        asserted_by text outlet: the article itself says so; else the id of a statement
        asserted_by_name text who makes that statement
        statement text id of the statement that is the event
        trigger_start integer first character of the words that name it
        trigger_end integer behind their last character
        trigger text these words
        actors list names of who did it; ids: table event_party
        recipients list names of to whom; ids: table event_party
        time text id of the time
        first text first day, ISO 8601
        last text last day
        dated_by text time: the text says so; published: only the article's date; unknown
        place text id of the entity where it was
        place_name text its name
        confidence number 0 to 1
        """)),
    Table("event_party", "who takes part in an event", _columns(f"""
        {_ARTICLE}
        event text id of the event
        side text actor or recipient
        position integer order on this side, from 0
        entity text id of the entity
        name text its name
        """)),
    Table("event_evidence", "the words that tell an event", _columns(f"""
        {_ARTICLE}
        event text id of the event
        position integer order, from 0
        {_AT}
        words text the words
        """)),
    Table("place", "where the places lie, one row an article and place", _columns(f"""
        {_ARTICLE}
        entity text id of the entity
        name text name in the article
        title text name in the gazetteer, with its level
        kind text country, province, regency, city, district, village, island, sea, ...
        authority text who gives the identifier
        authority_id text identifier there
        latitude number degrees north
        longitude number degrees east
        exact truth false: the position is that of the nearest unit around
        country text ISO 3166-1 alpha-3 code of its country
        around list units around it, the nearest first
        """)),
    Table("wording", "scare quotes and contested terms", _columns(f"""
        {_ARTICLE}
        position integer order in the record, from 0
        kind text scare_quote or loaded_term
        {_AT}
        words text the words
        neutral text name without judgement for the same
        asserted_by text outlet, or the id of a statement
        asserted_by_name text who makes that statement
        """)),
)  # fmt: skip

BY_NAME = {table.name: table for table in TABLES}

#: What the columns mean, as a table.
DICTIONARY = Table("dictionary", "what the columns mean", _columns("""
    table text table
    column text column; empty: the table itself
    kind text text, integer, number, truth, or list
    about text what it means
    """))  # fmt: skip


def dictionary() -> Iterator[Row]:
    """Yield the rows of the data dictionary."""
    for table in TABLES:
        yield table.name, None, None, table.about
        for column in table.columns:
            yield table.name, column.name, column.kind, column.about


_VERBAL = {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"}
_MATERIAL = {"COOPERATE", "AID", "RETREAT"}
_CONFLICT = {"REQUEST", "ACCUSE", "REJECT", "THREATEN"}


def quad_code(kind: str) -> int:
    """Return the PLOVER quad code of an event type: 1 to 4.

    >>> quad_code("CONSULT"), quad_code("PROTEST")
    (1, 4)
    """
    groups = enumerate((_VERBAL, _MATERIAL, _CONFLICT), start=1)
    return next((number for number, types in groups if kind in types), 4)


def event_days(record: Record, event: Event) -> tuple[str | None, str | None, str]:
    """Return the first and the last day of an event, and by what: time, published or unknown."""
    value = next((time.value for time in record.times if time.id == event.time), "")
    found = interval(value)
    if found is not None:
        return found.first.isoformat(), found.last.isoformat(), "time"
    published = record.article.published.value
    if published:
        return published[:10], published[:10], "published"
    return None, None, "unknown"


class Tables:
    """Makes the rows of records; ``setting`` has the lexicon and the identities."""

    def __init__(self, setting: Setting) -> None:
        self._identities = setting.identities
        self._gazetteer = Gazetteer(setting.lexicon)
        self._countries = Countries(setting.lexicon)

    def rows(self, record: Record) -> Iterator[tuple[str, Row]]:
        """Yield the rows of a record with the names of their tables, table by table."""
        for name, row in self._rows(record):
            yield name, tuple(_plain(cell) for cell in row)

    def _rows(self, record: Record) -> Iterator[tuple[str, Row]]:
        id_ = record.article.id
        names = {entity.id: entity.name for entity in record.entities}
        speakers = {one.id: names.get(one.source.entity or "") for one in record.statements}
        yield "article", _article(record)
        for number, credit in enumerate(record.article.credited_sources):
            yield "credit", (id_, number, credit.name, _set(credit.via), *credit.span)
        known = self._identities(record)
        for entity in record.entities:
            who = known.get(entity.id)
            yield "entity", (*_entity(record, entity), *(who or (None, None)))
        for entity in record.entities:
            for number, mention in enumerate(entity.mentions):
                yield "mention", (
                    id_, entity.id, number, mention.kind, *_words(record, mention.span),
                    _set(mention.member),
                )  # fmt: skip
        for entity in record.entities:
            for number, role in enumerate(entity.roles):
                yield "role", (
                    id_, entity.id, number, entity.name, role.title, role.organization,
                    names.get(role.organization or ""), *_words(record, role.span),
                )  # fmt: skip
        for time in record.times:
            days = interval(time.value)
            yield "time", (
                id_, time.id, time.type, time.value, _set(time.mod), time.basis, _set(time.note),
                days.first.isoformat() if days else None, days.last.isoformat() if days else None,
                *_words(record, time.span),
            )  # fmt: skip
        for statement in record.statements:
            yield "statement", _statement(record, statement, names)
        for statement in record.statements:
            for number, span in enumerate(statement.content):
                yield "statement_part", (id_, statement.id, number, *_words(record, span))
        for event in record.events:
            yield "event", _event(record, event, names, speakers)
        for event in record.events:
            for side, parties in (("actor", event.actors), ("recipient", event.recipients)):
                for number, party in enumerate(parties):
                    yield "event_party", (id_, event.id, side, number, party, names.get(party))
        for event in record.events:
            for number, span in enumerate(event.evidence):
                yield "event_evidence", (id_, event.id, number, *_words(record, span))
        yield from self._places(record)
        for number, wording in enumerate(record.wording):
            yield "wording", (
                id_, number, wording.kind, *_words(record, wording.span), _set(wording.neutral),
                wording.asserted_by, speakers.get(wording.asserted_by),
            )  # fmt: skip

    def _places(self, record: Record) -> Iterator[tuple[str, Row]]:
        for entity in record.entities:
            place = self._gazetteer.at(entity.link)
            if place is None:
                continue
            position = self._gazetteer.position(place)
            units = self._gazetteer.around(place)
            yield "place", (
                record.article.id, entity.id, entity.name, place.title, place.kind,
                place.authority or None, place.id or None,
                *(position or (None, None, None)),
                self._countries.of_place(place),
                [unit.title for unit in units],
            )  # fmt: skip


def _article(record: Record) -> Row:
    about = record.article
    made = record.provenance or None
    return (
        about.id, about.title, about.url, about.outlet, list(about.byline), about.published.value,
        about.published.basis, about.dateline_place, about.language, about.text,
        made and made.simak, made and made.model, made and made.lexicon,
    )  # fmt: skip


def _entity(record: Record, entity: Entity) -> Row:
    link = entity.link
    linked = (link.authority, link.id, link.basis) if link else (None, None, None)
    return (
        record.article.id, entity.id, entity.type, entity.name, list(entity.aliases),
        entity.acronym, *linked, _set(entity.member), _known(entity.confidence),
    )  # fmt: skip


def _statement(record: Record, statement: Statement, names: dict[str, str]) -> Row:
    source = statement.source
    return (
        record.article.id, statement.id, statement.kind, statement.act, source.entity,
        names.get(source.entity or ""), *_words(record, source.span),
        *_words(record, statement.cue), *_words(record, statement.addressee),
        GAP.join(map(record.words, statement.content)), statement.within, statement.time,
        statement.place, _known(statement.confidence),
    )  # fmt: skip


def _event(
    record: Record, event: Event, names: dict[str, str], speakers: dict[str, str | None]
) -> Row:
    contexts: list[str] | None = None
    if not isinstance(event.contexts, UnsetType):
        contexts = [*event.contexts]
    return (
        record.article.id, event.id, event.type, event.mode, quad_code(event.type),
        _known(event.intensity), contexts, event.status, event.asserted_by,
        speakers.get(event.asserted_by), event.statement, *_words(record, event.trigger),
        [names[one] for one in event.actors], [names[one] for one in event.recipients],
        event.time, *event_days(record, event), event.place, names.get(event.place or ""),
        _known(event.confidence),
    )  # fmt: skip


def _words(record: Record, span: Span | None) -> tuple[int | None, int | None, str | None]:
    return (*span, record.words(span)) if span else (None, None, None)


def _set(value: str | UnsetType) -> str | None:
    return None if isinstance(value, UnsetType) else value


def _known(value: float | UnsetType) -> float | None:
    return None if isinstance(value, UnsetType) else value


def _plain(cell: Cell) -> Cell:
    if isinstance(cell, str):
        return plain(cell)
    return [plain(one) for one in cell] if isinstance(cell, list) else cell

"""A small article of our own with its record, and ways to build others. All names are invented."""

from __future__ import annotations

from typing import Any

import msgspec
from hypothesis import strategies as st

from simak.record import (
    Article,
    CreditedSource,
    Entity,
    Event,
    Mention,
    Record,
    Role,
    Source,
    Span,
    Statement,
    Time,
    Wording,
    check,
)

TEXT = (
    "Gubernur Bumijaya Sari Lestari bertemu Wali Kota Tarumbia Raka Pradipta di Pendapa Melati "
    "pada Senin (3/3/2025).\n"
    "Ia mengatakan bahwa jembatan baru akan selesai tahun depan.\n"
    "Raka mengaku sudah mendengar bahwa Sari berjanji membangun 'jalan surga' itu.\n"
    "Delegasi itu pulang.\n"
    "Sumber: Kabar Nusa"
)


def at(words: str, nth: int = 0, text: str = TEXT) -> Span:
    """Return the span of the nth occurrence of words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return start, start + len(words)


def name(words: str, nth: int = 0) -> Mention:
    return Mention(span=at(words, nth), kind="name")


def replace(row: Any, **fields: Any) -> Any:
    """Return a row of a record with other fields."""
    return msgspec.structs.replace(row, **fields)


def case() -> Record:
    """Return the record of TEXT."""
    record = Record(
        article=Article(
            id="a",
            text=TEXT,
            credited_sources=(CreditedSource(name="Kabar Nusa", span=at("Kabar Nusa")),),
        ),
        entities=(
            Entity(
                id="sari",
                type="PER",
                name="Sari Lestari",
                roles=(Role(title="Gubernur", organization="bumi", span=at("Gubernur Bumijaya")),),
                mentions=(
                    name("Sari Lestari"),
                    Mention(span=at("Ia"), kind="pronoun"),
                    name("Sari", 1),
                ),
            ),
            Entity(
                id="raka",
                type="PER",
                name="Raka Pradipta",
                roles=(
                    Role(title="Wali Kota", organization="taru", span=at("Wali Kota Tarumbia")),
                ),
                mentions=(name("Raka Pradipta"), name("Raka", 1)),
            ),
            Entity(id="bumi", type="GPE", name="Bumijaya", mentions=(name("Bumijaya"),)),
            Entity(id="taru", type="GPE", name="Tarumbia", mentions=(name("Tarumbia"),)),
            Entity(id="pendapa", type="LOC", name="Pendapa", mentions=(name("Pendapa Melati"),)),
            Entity(
                id="tamu",
                type="GROUP",
                name="Delegasi itu",
                mentions=(Mention(span=at("Delegasi itu"), kind="description"),),
            ),
        ),
        times=(
            Time(
                id="t1", span=at("Senin (3/3/2025)"), type="DATE", value="2025-03-03", basis="text"
            ),
            Time(id="t2", span=at("tahun depan"), type="DATE", value="2026", basis="anchored"),
        ),
        statements=(
            Statement(
                id="s1",
                kind="indirect",
                act="say",
                cue=at("mengatakan"),
                source=Source(span=at("Ia"), entity="sari"),
                content=(at("jembatan baru akan selesai tahun depan"),),
            ),
            Statement(
                id="s2",
                kind="indirect",
                act="say",
                cue=at("mengaku"),
                source=Source(span=at("Raka", 1), entity="raka"),
                content=(at("sudah mendengar bahwa Sari berjanji membangun 'jalan surga' itu"),),
            ),
            Statement(
                id="s3",
                kind="indirect",
                act="promise",
                cue=at("berjanji"),
                source=Source(span=at("Sari", 1), entity="sari"),
                content=(at("membangun 'jalan surga' itu"),),
                within="s2",
            ),
        ),
        events=(
            Event(
                id="v1",
                type="CONSULT",
                trigger=at("bertemu"),
                actors=("sari",),
                recipients=("raka",),
                time="t1",
                place="pendapa",
                status="actual",
                asserted_by="outlet",
                evidence=((0, TEXT.index("\n")),),
            ),
            Event(
                id="v2",
                type="AGREE",
                trigger=at("berjanji"),
                actors=("sari",),
                status="planned",
                asserted_by="s2",
                evidence=(at("Sari berjanji membangun 'jalan surga' itu"),),
                statement="s3",
            ),
        ),
        wording=(Wording(span=at("jalan surga"), kind="scare_quote", asserted_by="s3"),),
    )
    check(record)
    return record


PLAIN = "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"


def on(text: str = PLAIN, **rows: Any) -> Record:
    """Return a record on a text with only the rows given."""
    record = Record(article=Article(id="b", text=text), **rows)
    check(record)
    return record


def said(id: str, *content: str, cue: Span = (0, 4), entity: str | None = None) -> Statement:
    """Return a statement on PLAIN with the content named by its words."""
    return Statement(
        id=id,
        kind="indirect",
        act="say",
        cue=cue,
        source=Source(entity=entity),
        content=tuple(at(words, text=PLAIN) for words in content),
    )


@st.composite
def records(draw: Any) -> Record:
    """Draw any record on PLAIN that holds together."""
    size = len(PLAIN)
    spans = st.tuples(st.integers(0, size - 1), st.integers(1, 12)).map(
        lambda pair: (pair[0], min(size, pair[0] + pair[1]))
    )
    maybe_span = st.none() | spans
    kinds = st.sampled_from(["name", "acronym", "title", "description", "pronoun", "clitic"])
    entities = [f"e{n}" for n in range(draw(st.integers(0, 3)))]
    times = [f"t{n}" for n in range(draw(st.integers(0, 2)))]
    statements = [f"s{n}" for n in range(draw(st.integers(0, 3)))]
    maybe_entity = st.sampled_from([None, *entities])
    maybe_time = st.sampled_from([None, *times])
    some = st.lists(st.sampled_from(entities), max_size=2, unique=True) if entities else st.just([])
    said_by = st.sampled_from(["outlet", *statements])
    # Two entities with the same span, or two rows alike in all parts, cannot be told apart.
    mentions = iter(draw(st.lists(spans, min_size=6, max_size=6, unique=True)))
    contents = iter(draw(st.lists(spans, min_size=3, max_size=3, unique=True)))
    triggers = iter(draw(st.lists(spans, min_size=3, max_size=3, unique=True)))
    return on(
        entities=tuple(
            Entity(
                id=id,
                type=draw(st.sampled_from(["PER", "ORG", "GPE", "GROUP"])),
                name="x",
                mentions=tuple(Mention(span=next(mentions), kind=draw(kinds)) for _ in range(2)),
                roles=tuple(
                    Role(title=draw(st.sampled_from("AB")), organization=organization, span=(0, 4))
                    for organization in draw(st.lists(maybe_entity, max_size=2))
                ),
            )
            for id in entities
        ),
        times=tuple(
            Time(id=id, span=draw(spans), type="DATE", value=draw(st.text("XY")), basis="text")
            for id in times
        ),
        statements=tuple(
            Statement(
                id=id,
                kind=draw(st.sampled_from(["direct", "indirect", "mixed"])),
                act=draw(st.sampled_from(["say", "deny"])),
                cue=draw(maybe_span),
                source=Source(span=draw(maybe_span), entity=draw(maybe_entity)),
                content=(next(contents),),
                within=draw(st.sampled_from([None, *statements[:number]])),
            )
            for number, id in enumerate(statements)
        ),
        events=tuple(
            Event(
                id=f"v{number}",
                type=draw(st.sampled_from(["CONSULT", "AID"])),
                trigger=next(triggers),
                actors=tuple(draw(some)),
                recipients=tuple(draw(some)),
                time=draw(maybe_time),
                place=draw(maybe_entity),
                status=draw(st.sampled_from(["actual", "planned"])),
                asserted_by=draw(said_by),
                evidence=(draw(spans),),
            )
            for number in range(draw(st.integers(0, 3)))
        ),
    )

"""Invented records, and annotators who change what is drawn of them: for property tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from simak.export.mark import BREAKS, ENDS, ENTITIES, EVENTS, Mark, marks
from simak.record import (
    Article,
    CreditedSource,
    Entity,
    Event,
    Link,
    Mention,
    Record,
    Role,
    Source,
    Statement,
    Time,
    Wording,
    article_id,
    check,
)

WORDS = (
    "Sari",
    "Budi 🎉",
    "Rawa\nElok",
    "bertemu",
    "warga,",
    "“besok”",
    "𝒦ota",
    "\n\n",
    "é\u0301",
    "a\tb",
    "x\u2028y",
    "\x85",
)
LINKS = (None, Link(authority="wikidata", id="Q 1", basis="lexicon"))
NAMES = st.sampled_from(("Sari Wulan", " a|b = 100% ", "Élan\u2028<&>\"'", "🎉", "x\ty"))


@st.composite
def records(draw: st.DrawFn) -> Record:
    """Return an invented record: rows of every kind over a text with line ends and emoji."""
    text = " ".join(draw(st.lists(st.sampled_from(WORDS), min_size=6, max_size=30)))
    size = len(text)

    def span() -> tuple[int, int]:
        start = draw(st.integers(0, size - 1))
        return start, min(size, start + draw(st.integers(1, 9)))

    def maybe(ids: list[str]) -> str | None:
        return draw(st.sampled_from([None, *ids]))

    def some(ids: list[str], most: int = 2) -> tuple[str, ...]:
        if not ids:
            return ()
        return tuple(draw(st.lists(st.sampled_from(ids), max_size=most, unique=True)))

    people = [f"e{n}" for n in range(draw(st.integers(0, 4)))]
    days = [f"t{n}" for n in range(draw(st.integers(0, 2)))]
    said = [f"s{n}" for n in range(draw(st.integers(0, 2)))]
    done = [f"v{n}" for n in range(draw(st.integers(0, 3)))]
    taken: set[Any] = set()

    def fresh() -> tuple[int, int]:
        """Return a span that no row of this kind has yet."""
        while (one := span()) in taken:
            pass
        taken.add(one)
        return one

    entities = tuple(
        Entity(
            id=id,
            type=draw(st.sampled_from(ENTITIES)),
            name=draw(NAMES),
            acronym=draw(st.sampled_from([None, "SW"])),
            link=draw(st.sampled_from(LINKS)),
            mentions=tuple(
                Mention(span=fresh(), kind=draw(st.sampled_from(("name", "pronoun"))))
                for _ in range(draw(st.integers(1, 3)))
            ),
            roles=tuple(
                Role(title=draw(NAMES), organization=maybe(people), span=fresh())
                for _ in range(draw(st.integers(0, 1)))
            ),
        )
        for id in people
    )  # fmt: skip
    taken.clear()
    record = Record(
        article=Article(
            id=article_id(text),
            text=text,
            credited_sources=tuple(
                CreditedSource(name=draw(NAMES), span=fresh())
                for _ in range(draw(st.integers(0, 1)))
            ),
        ),
        entities=entities,
        times=tuple(
            Time(id=id, span=fresh(), type="DATE", value=draw(NAMES), basis="text") for id in days
        ),
        statements=tuple(
            Statement(
                id=id,
                kind="direct",
                act=draw(st.sampled_from(("say", "ask"))),
                cue=draw(st.sampled_from([fresh(), None])),
                source=Source(span=draw(st.sampled_from([None, span()])), entity=maybe(people)),
                addressee=draw(st.sampled_from([None, span()])),
                content=(fresh(), *(span() for _ in range(draw(st.integers(0, 1))))),
                within=said[0] if number and draw(st.booleans()) else None,
                time=maybe(days),
                place=maybe(people),
            )
            for number, id in enumerate(said)
        ),
        events=tuple(
            Event(
                id=id,
                type=draw(st.sampled_from(EVENTS)),
                mode=draw(st.sampled_from([None, "visit"])),
                trigger=span(),
                actors=some(people),
                recipients=some(people),
                time=maybe(days),
                place=maybe(people),
                status=draw(st.sampled_from(("actual", "planned"))),
                asserted_by=draw(st.sampled_from(["outlet", *said])),
                evidence=(span(),),
                statement=maybe(said),
            )
            for id in done
        ),
        wording=tuple(
            Wording(span=fresh(), kind="scare_quote", asserted_by="outlet")
            for _ in range(draw(st.integers(0, 1)))
        ),
    )
    check(record)
    return record


@st.composite
def corrected(draw: st.DrawFn, record: Record) -> list[Mark]:
    """Return the marks of a record after an annotator went over them."""
    drawn = marks(record)
    for number in range(draw(st.integers(0, 4))):
        drawn = _changed(draw, record, drawn, number)
    return drawn


def _changed(draw: st.DrawFn, record: Record, drawn: list[Mark], number: int) -> list[Mark]:
    edits = [_added, *([_moved, _relabelled, _deleted, _tied, _untied] if drawn else [])]
    return draw(st.sampled_from(edits))(draw, record, drawn, number)


def _span(draw: st.DrawFn, record: Record) -> tuple[int, int]:
    text = record.article.text
    start = draw(st.sampled_from([at for at, char in enumerate(text) if char not in BREAKS]))
    end = next((at for at in range(start, len(text)) if text[at] in BREAKS), len(text))
    return start, draw(st.integers(start + 1, min(end, start + 7)))


def _put(drawn: list[Mark], old: Mark, new: Mark) -> list[Mark]:
    return [new if mark is old else mark for mark in drawn]


def _moved(draw: st.DrawFn, record: Record, drawn: list[Mark], number: int) -> list[Mark]:
    mark = draw(st.sampled_from(drawn))
    return _put(drawn, mark, replace(mark, span=_span(draw, record)))


def _relabelled(draw: st.DrawFn, record: Record, drawn: list[Mark], number: int) -> list[Mark]:
    labels = {"mention": ENTITIES, "event": EVENTS, "time": ("DATE", "SET")}
    some = [mark for mark in drawn if mark.layer in labels]
    if not some:
        return drawn
    mark = draw(st.sampled_from(some))
    label = draw(st.sampled_from(labels[mark.layer]))
    if mark.layer == "mention":  # all mentions of one entity, so that it has one type
        return [replace(m, label=label) if m.layer == "mention" else m for m in drawn]
    return _put(drawn, mark, replace(mark, label=label))


def _deleted(draw: st.DrawFn, record: Record, drawn: list[Mark], number: int) -> list[Mark]:
    gone = draw(st.sampled_from(drawn)).name
    left = [
        replace(mark, links=tuple(link for link in mark.links if link[1] != gone))
        for mark in drawn
        if mark.name != gone
    ]
    return [mark for mark in left if not _lacks(mark)]


def _lacks(mark: Mark) -> bool:
    """Return whether a mark cannot stand: a new event without an actor, words without a cue."""
    if mark.layer == "statement" and "cueless" in mark.features and not mark.linked("Content"):
        return True
    needs = {"event": "Actor", "role": "Holder"}.get(mark.layer)
    return mark.row is None and needs is not None and not mark.linked(needs)


def _added(draw: st.DrawFn, record: Record, drawn: list[Mark], number: int) -> list[Mark]:
    span, name = _span(draw, record), f"n{number}"
    mentions = [mark for mark in drawn if mark.layer == "mention"]
    if draw(st.booleans()) or not mentions:
        return [*drawn, Mark(name, "mention", "ORG", span, features={"kind": "name"})]
    actor = draw(st.sampled_from(mentions))
    features = {"status": "actual"}
    return [*drawn, Mark(name, "event", "AID", span, None, features, (("Actor", actor.name),))]


def _tied(draw: st.DrawFn, record: Record, drawn: list[Mark], number: int) -> list[Mark]:
    mark = draw(st.sampled_from(drawn))
    ends = [(link, end) for (layer, link), end in ENDS.items() if layer == mark.layer]
    if not ends:
        return drawn
    link, end = draw(st.sampled_from(ends))
    others = [other for other in drawn if other.layer == end and other is not mark]
    if not others or link == "Within":
        return drawn
    kept = tuple(one for one in mark.links if one[0] != link)
    new = replace(mark, links=(*kept, (link, draw(st.sampled_from(others)).name)))
    return _put(drawn, mark, new)


def _untied(draw: st.DrawFn, record: Record, drawn: list[Mark], number: int) -> list[Mark]:
    some = [mark for mark in drawn if mark.links]
    if not some:
        return drawn
    mark = draw(st.sampled_from(some))
    gone = draw(st.sampled_from(mark.links))
    new = replace(mark, links=tuple(link for link in mark.links if link != gone))
    return drawn if _lacks(new) else _put(drawn, mark, new)

"""What a reader of the examples can rely on: the records that the pipeline makes of them.

Each direct quotation is one test, so that a failure names its words. Quality as a whole is
measured by ``simak evaluate examples/gold``; this holds the plain facts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from simak.reader import Reader
from simak.record import Entity, Record, Span, Statement, decode, spans

EXAMPLES = Path(__file__).parents[2] / "examples"
GOLD = {path.stem: decode(path.read_bytes()) for path in sorted((EXAMPLES / "gold").glob("*.json"))}
QUOTATIONS = [
    f"{name}-{statement.id}"
    for name, record in GOLD.items()
    for statement in record.statements
    if statement.kind == "direct" and statement.within is None
]


UNLISTED = "nothing tells an outlet from a place or a body: not listed, no domain, no brackets"
OUTLETS = {"bantahan": UNLISTED}


def cases(keys: Iterable[str], later: Mapping[str, str]) -> list[Any]:
    """Return the test parameters for ``keys``; those in ``later`` may fail, and say why."""
    return [
        pytest.param(key, marks=pytest.mark.xfail(reason=later[key]) if key in later else ())
        for key in keys
    ]


@dataclass(frozen=True)
class Reading:
    """The record made by hand and the one that the pipeline makes."""

    gold: Record
    made: Record


@pytest.fixture(scope="module")
def readings(reader: Reader) -> dict[str, Reading]:
    return {
        name: Reading(gold, reader.read(gold.article.text, published=gold.article.published.value))
        for name, gold in GOLD.items()
    }


def names(record: Record, key: str | None) -> set[Span]:
    """Return the spans of the names of an entity; of none, if there is no entity."""
    for entity in record.entities:
        if entity.id == key:
            return {m.span for m in entity.mentions if m.kind in ("name", "acronym")}
    return set()


def shared(content: tuple[Span, ...], other: tuple[Span, ...]) -> int:
    """Return how many code points two contents share."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in content for b in other)


def same_words(record: Record, wanted: Statement) -> Statement | None:
    """Return the outermost statement of ``record`` that has about the words of ``wanted``."""
    size = sum(end - start for start, end in wanted.content)
    for statement in record.statements:
        length = sum(end - start for start, end in statement.content)
        if 2 * shared(statement.content, wanted.content) >= 0.9 * (size + length):
            return statement
    return None


def named(record: Record, name: str) -> Entity:
    return next(entity for entity in record.entities if entity.name == name)


@pytest.mark.parametrize("quotation", QUOTATIONS)
def test_who_says_a_quotation(readings: dict[str, Reading], quotation: str) -> None:
    name, _, key = quotation.rpartition("-")
    gold, made = readings[name].gold, readings[name].made
    wanted = next(statement for statement in gold.statements if statement.id == key)
    found = same_words(made, wanted)
    assert found is not None, gold.words(wanted.content[0])
    assert found.kind == "direct"
    assert found.source.span == wanted.source.span
    speaker = names(gold, wanted.source.entity)
    assert speaker & names(made, found.source.entity) or not speaker


@pytest.mark.parametrize("name", cases(GOLD, OUTLETS))
def test_outlet(readings: dict[str, Reading], name: str) -> None:
    reading = readings[name]
    assert reading.made.article.outlet == reading.gold.article.outlet


@pytest.mark.parametrize("name", GOLD)
def test_place_of_the_dateline(readings: dict[str, Reading], name: str) -> None:
    reading = readings[name]
    assert reading.made.article.dateline_place == reading.gold.article.dateline_place


@pytest.mark.parametrize("name", GOLD)
def test_credits(readings: dict[str, Reading], name: str) -> None:
    reading = readings[name]
    assert reading.made.article.credited_sources == reading.gold.article.credited_sources
    assert reading.made.article.byline == reading.gold.article.byline


@pytest.mark.parametrize("name", GOLD)
def test_times(readings: dict[str, Reading], name: str) -> None:
    reading = readings[name]
    assert [(t.span, t.type, t.value) for t in reading.made.times] == [
        (t.span, t.type, t.value) for t in reading.gold.times
    ]


@pytest.mark.parametrize("name", GOLD)
def test_scare_quotes(readings: dict[str, Reading], name: str) -> None:
    reading = readings[name]
    found = {w.span for w in reading.made.wording if w.kind == "scare_quote"}
    assert found >= {w.span for w in reading.gold.wording}


@pytest.mark.parametrize("name", GOLD)
def test_acronyms(readings: dict[str, Reading], name: str) -> None:
    reading = readings[name]
    made = {e.acronym: e for e in reading.made.entities if e.acronym}
    for entity in reading.gold.entities:
        if entity.acronym and len(entity.mentions) > 1:
            assert entity.acronym in made
            assert names(reading.gold, entity.id) & names(reading.made, made[entity.acronym].id)


def test_furniture_gives_no_rows(readings: dict[str, Reading]) -> None:
    made = readings["perabot"].made
    lines = [
        match.span()
        for match in re.finditer(
            r"(?m)^(ADVERTISEMENT|SCROLL TO|Baca juga|\[Gambas|Simak juga|Halaman|Foto:|\(abd).*",
            made.article.text,
        )
    ]
    assert len(lines) == 8
    for path, (start, end) in spans(made):
        assert not any(start < b and a < end for a, b in lines), (path, made.words((start, end)))


def test_a_meeting(readings: dict[str, Reading]) -> None:
    made = readings["pertemuan"].made
    meeting = next(event for event in made.events if made.words(event.trigger) == "bertemu")
    assert meeting.type == "CONSULT"
    assert meeting.actors == (named(made, "Sulastri Handarini").id,)
    assert meeting.recipients == (named(made, "Anselm Korvane").id,)
    assert meeting.asserted_by == "outlet"
    assert meeting.status == "actual"
    assert {t.id: t.value for t in made.times}[str(meeting.time)] == "2025-03-12"


def test_offices(readings: dict[str, Reading]) -> None:
    made = readings["pertemuan"].made
    for person, country in (
        ("Sulastri Handarini", "Republik Narawastra"),
        ("Anselm Korvane", "Kerajaan Wesmara"),
    ):
        (role,) = named(made, person).roles
        assert role.title == "Menteri Luar Negeri"
        assert role.organization == named(made, country).id


def test_a_statement_in_a_statement(readings: dict[str, Reading]) -> None:
    made = readings["sidang"].made
    outer = next(s for s in made.statements if s.cue and made.words(s.cue) == "mengatakan")
    inner = next(s for s in made.statements if s.cue and made.words(s.cue) == "mengaku")
    assert inner.within == outer.id
    assert outer.source.entity == named(made, "Lukman Aditara").id
    assert inner.source.entity == named(made, "Yohana Ranggawita").id


def test_a_denied_act(readings: dict[str, Reading]) -> None:
    made = readings["bantahan"].made
    attack = next(event for event in made.events if made.words(event.trigger) == "menyerang")
    denial = next(s for s in made.statements if s.act == "deny")
    assert attack.type == "ASSAULT"
    assert attack.status == "denied"
    assert attack.asserted_by == denial.id


def test_planned_acts(readings: dict[str, Reading]) -> None:
    for name, trigger in (
        ("pertemuan", "mengunjungi"),
        ("sidang", "bertemu"),
        ("bantahan", "menelepon"),
        ("kantor-berita", "bertemu"),
    ):
        made = readings[name].made
        event = next(event for event in made.events if made.words(event.trigger) == trigger)
        assert (event.type, event.status) == ("CONSULT", "planned"), name


def test_acts_of_statements(readings: dict[str, Reading]) -> None:
    made = readings["mogok"].made
    acts = {made.words(s.cue): s.act for s in made.statements if s.cue}
    for cue, act in (
        ("menuduh", "accuse"),
        ("membantah", "deny"),
        ("mengimbau", "request"),
        ("berjanji", "promise"),
        ("menuntut", "demand"),
    ):
        assert acts.get(cue) == act

"""The example articles and their hand-made records are sound."""

from __future__ import annotations

import re
from pathlib import Path

import annotate
import pytest

from simak.record import Record, Span, article_id, decode, spans

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = sorted(EXAMPLES.glob("*.txt"))
ANNOTATIONS = sorted((EXAMPLES / "gold").glob("*.toml"))
FURNITURE = (
    "ADVERTISEMENT",
    "SCROLL TO CONTINUE WITH CONTENT",
    "Baca juga:",
    "[Gambas:Video]",
    "Simak juga Video:",
    "Halaman selanjutnya:",
    "Foto:",
    "(abd/srn)",
)
VALUE = re.compile(
    r"\d{4}(-W\d\d(-WE)?|-Q[1-4]|-\d\d(-\d\d)?)?|\d{4}-\d\d-\d\dT(\d\d:\d\d|MO|AF|EV|NI)"
    r"|\d{4}-\d\d-\d\dT(MO|AF|EV|NI)|P(T?\d+[YMWDHS])+|(PAST|PRESENT|FUTURE)_REF"
)


def name_of(path: Path) -> str:
    return path.stem


@pytest.fixture(params=ANNOTATIONS, ids=name_of)
def record(request: pytest.FixtureRequest) -> Record:
    source: Path = request.param
    return decode(source.with_suffix(".json").read_bytes())


def inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def test_there_are_enough() -> None:
    assert len(ARTICLES) >= 9
    assert len(ANNOTATIONS) >= 5


@pytest.mark.parametrize("path", ARTICLES, ids=name_of)
def test_article_is_plain_text(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert b"\r" not in data
    assert text.endswith("\n")
    assert 1_400 <= len(text) <= 3_000
    assert all(line and line == line.strip() for line in text.splitlines())


@pytest.mark.parametrize("path", ARTICLES, ids=name_of)
def test_readme_names_the_article(path: Path) -> None:
    readme = (EXAMPLES / "README.md").read_text(encoding="utf-8")
    row = re.search(rf"\[{path.name}\]\({path.name}\) \| (\d{{4}}-\d\d-\d\d) \|", readme)
    assert row
    gold = EXAMPLES / "gold" / f"{path.stem}.json"
    if gold.exists():
        assert decode(gold.read_bytes()).article.published.value == row[1]


@pytest.mark.parametrize("source", ANNOTATIONS, ids=name_of)
def test_annotation_and_record_agree(source: Path) -> None:
    assert annotate.compile_file(source) == source.with_suffix(".json").read_bytes()


@pytest.mark.parametrize("source", ANNOTATIONS, ids=name_of)
def test_record_is_of_the_article(source: Path) -> None:
    made = decode(source.with_suffix(".json").read_bytes())
    text = (EXAMPLES / f"{source.stem}.txt").read_text(encoding="utf-8")
    assert made.article.text == text
    assert made.article.id == article_id(text)


def test_each_source_is_a_mention(record: Record) -> None:
    entities = {entity.id: entity for entity in record.entities}
    for statement in record.statements:
        span = statement.source.span
        if span and statement.source.entity:
            mentions = entities[statement.source.entity].mentions
            assert any(inside(m.span, span) for m in mentions), record.words(span)


def test_each_entity_is_named_or_takes_part(record: Record) -> None:
    part = {s.source.entity for s in record.statements}
    part |= {e for v in record.events for e in (*v.actors, *v.recipients, v.place)}
    addressees = [s.addressee for s in record.statements if s.addressee]
    for entity in record.entities:
        assert entity.mentions
        named = any(m.kind in ("name", "acronym") for m in entity.mentions)
        addressed = any(inside(m.span, a) for m in entity.mentions for a in addressees)
        said = any(
            inside(m.span, c) for m in entity.mentions for s in record.statements for c in s.content
        )
        assert named or entity.id in part or addressed or said, entity.name


def test_no_words_are_two_entities(record: Record) -> None:
    seen: dict[Span, str] = {}
    for entity in record.entities:
        for mention in entity.mentions:
            assert seen.setdefault(mention.span, entity.id) == entity.id, record.words(mention.span)


def test_kind_follows_the_quotation_marks(record: Record) -> None:
    text = record.article.text
    for statement in record.statements:
        if statement.kind == "mixed":
            assert any(re.search("[\"“'‘]", record.words(c)) for c in statement.content)
        if statement.kind == "direct" and statement.within is None:
            first, last = statement.content[0], statement.content[-1]
            assert text[first[0] - 1] in "\"“'‘"
            assert text[last[1]] in ",.\"”'’"


def test_a_nested_statement_lies_in_its_outer_one(record: Record) -> None:
    statements = {s.id: s for s in record.statements}
    for statement in record.statements:
        if statement.within and statement.cue:
            outer = statements[statement.within]
            assert any(inside(statement.cue, c) for c in outer.content)


def test_an_event_lies_in_what_asserts_it(record: Record) -> None:
    statements = {s.id: s for s in record.statements}
    for event in record.events:
        assert event.actors
        assert any(inside(event.trigger, e) for e in event.evidence)
        if event.asserted_by != "outlet":
            by = statements[event.asserted_by]
            assert any(inside(event.trigger, c) for c in by.content), record.words(event.trigger)
        if event.statement:
            assert statements[event.statement].cue == event.trigger


def test_time_values_are_timex3(record: Record) -> None:
    for time in record.times:
        assert VALUE.fullmatch(time.value), time.value


def test_rows_stand_in_text_order(record: Record) -> None:
    starts = [time.span[0] for time in record.times]
    assert starts == sorted(starts)
    starts = [event.trigger[0] for event in record.events]
    assert starts == sorted(starts)


def test_furniture_gives_no_rows() -> None:
    made = decode((EXAMPLES / "gold" / "perabot.json").read_bytes())
    text = made.article.text
    lines = [m.span() for m in re.finditer(".+", text) if m[0].startswith(FURNITURE)]
    assert len(lines) == len(FURNITURE)
    for path, (start, end) in spans(made):
        assert not any(start < b and a < end for a, b in lines), path

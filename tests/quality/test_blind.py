"""The blind set's hand-made records are sound. It scores nothing: `simak evaluate` does."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

from simak.record import Record, Span, article_id, check, decode

TESTS = Path(__file__).parents[1]
BLIND = TESTS / "quality" / "blind"
ARTICLES = sorted(BLIND.glob("*.txt"))
ANNOTATIONS = sorted((BLIND / "gold").glob("*.toml"))


def _annotate() -> ModuleType:
    """The compiler of the example records; it lies in another folder of tests, off the path."""
    spec = importlib.util.spec_from_file_location(
        "blind_annotate", TESTS / "examples" / "annotate.py"
    )
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


annotate = _annotate()


def name_of(path: Path) -> str:
    return path.stem


def inside(inner: Span, outer: Span) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


@pytest.fixture(params=ANNOTATIONS, ids=name_of)
def record(request: pytest.FixtureRequest) -> Record:
    source: Path = request.param
    return decode(source.with_suffix(".json").read_bytes())


def test_each_article_has_a_record() -> None:
    assert len(ARTICLES) >= 8
    names = [name_of(path) for path in ARTICLES]
    assert names == [name_of(path) for path in ANNOTATIONS]
    assert names == sorted(name_of(path) for path in (BLIND / "gold").glob("*.json"))


@pytest.mark.parametrize("path", ARTICLES, ids=name_of)
def test_article_is_plain_text(path: Path) -> None:
    data = path.read_bytes()
    text = data.decode("utf-8")
    assert b"\r" not in data
    assert 1_600 <= len(text) <= 2_800
    assert all(line and line == line.strip() for line in text.splitlines())


@pytest.mark.parametrize("source", ANNOTATIONS, ids=name_of)
def test_annotation_and_record_agree(source: Path) -> None:
    data = source.with_suffix(".json").read_bytes()
    assert annotate.compile_file(source) == data
    made = decode(data)
    check(made)
    text = (BLIND / f"{source.stem}.txt").read_text(encoding="utf-8")
    assert made.article.text == text
    assert made.article.id == article_id(text)


def test_each_source_and_addressee_is_a_mention(record: Record) -> None:
    entities = {entity.id: entity for entity in record.entities}
    mentions = [m.span for entity in record.entities for m in entity.mentions]
    for statement in record.statements:
        span = statement.source.span
        if span and statement.source.entity:
            said = entities[statement.source.entity].mentions
            assert any(inside(m.span, span) for m in said), record.words(span)
        if statement.addressee:
            assert any(inside(m, statement.addressee) for m in mentions)


def test_each_entity_is_named_or_takes_part(record: Record) -> None:
    part = {s.source.entity for s in record.statements} | {s.place for s in record.statements}
    part |= {e for v in record.events for e in (*v.actors, *v.recipients, v.place)}
    words = [s.addressee for s in record.statements if s.addressee]
    words += [c for s in record.statements for c in s.content]
    for entity in record.entities:
        named = any(m.kind in ("name", "acronym") for m in entity.mentions)
        said = any(inside(m.span, w) for m in entity.mentions for w in words)
        assert named or said or entity.id in part, entity.name


def test_no_words_are_two_entities(record: Record) -> None:
    seen: dict[Span, str] = {}
    for entity in record.entities:
        for mention in entity.mentions:
            assert seen.setdefault(mention.span, entity.id) == entity.id, record.words(mention.span)


def test_kind_follows_the_quotation_marks(record: Record) -> None:
    text = record.article.text
    for statement in record.statements:
        if statement.kind == "mixed":
            around = [text[max(0, a - 1) : b] for a, b in statement.content]
            assert any(re.search("[\"“'‘]", words) for words in around)
        if statement.kind == "direct" and statement.within is None:
            assert text[statement.content[0][0] - 1] in "\"“'‘"


def test_an_event_lies_in_what_asserts_it(record: Record) -> None:
    statements = {s.id: s for s in record.statements}
    for statement in record.statements:
        if statement.within and statement.cue:
            outer = statements[statement.within]
            assert any(inside(statement.cue, c) for c in outer.content)
    for event in record.events:
        assert event.actors
        assert any(inside(event.trigger, e) for e in event.evidence)
        if event.asserted_by != "outlet":
            by = statements[event.asserted_by]
            assert any(inside(event.trigger, c) for c in by.content), record.words(event.trigger)
        if event.statement:
            assert statements[event.statement].cue == event.trigger


def test_rows_stand_in_text_order(record: Record) -> None:
    for starts in (
        [time.span[0] for time in record.times],
        [event.trigger[0] for event in record.events],
    ):
        assert starts == sorted(starts)

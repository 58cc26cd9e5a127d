"""The record: round trips, checks and its JSON Schema."""

import json
from pathlib import Path

import jsonschema
import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from simak.errors import RecordError
from simak.record import (
    Article,
    Entity,
    Event,
    Mention,
    Record,
    Source,
    Statement,
    Time,
    article_id,
    check,
    decode,
    encode,
    row_id,
    schema,
    spans,
)

TEXT = 'Bupati Rawa Elok Sri Lampita berkata, "Kami siap."'
SHARED = Path(__file__).parents[2] / "shared" / "gold"


def record() -> Record:
    return Record(
        article=Article(id=article_id(TEXT), text=TEXT),
        entities=(
            Entity(
                id="e1",
                type="PER",
                name="Sri Lampita",
                mentions=(Mention(span=(17, 28), kind="name"),),
            ),
        ),
        statements=(
            Statement(
                id="s1",
                kind="direct",
                act="say",
                cue=(29, 36),
                source=Source(span=(0, 28), entity="e1"),
                content=((39, 48),),
            ),
        ),
    )


def test_a_record_survives_its_json() -> None:
    assert decode(encode(record())) == record()


def test_words_are_the_words_of_the_span() -> None:
    statement = record().statements[0]
    assert record().words(statement.content[0]) == "Kami siap"
    assert statement.source.span is not None
    assert record().words(statement.source.span) == "Bupati Rawa Elok Sri Lampita"


def test_the_same_record_gives_the_same_bytes() -> None:
    assert encode(record()) == encode(record())


def test_fields_not_set_stay_out_of_the_json() -> None:
    data = json.loads(encode(record()))
    assert "confidence" not in data["statements"][0]
    assert "provenance" not in data
    assert data["statements"][0]["within"] is None


def test_contexts_intensity_and_notes_are_in_the_json_where_they_are_known() -> None:
    bare = Event(
        id="v1", type="SUPPORT", trigger=(29, 36), actors=("e1",), status="actual",
        asserted_by="outlet", evidence=((29, 36),),
    )  # fmt: skip
    known = msgspec.structs.replace(bare, id="v2", contexts=("health",), intensity=5.0)
    noted = Time(
        id="t1", span=(0, 6), type="DATE", value="2023-06-22", basis="text", note="odd"
    )  # fmt: skip
    whole = msgspec.structs.replace(record(), events=(bare, known), times=(noted,))
    data = json.loads(encode(whole))
    jsonschema.validate(data, schema())
    assert decode(encode(whole)) == whole
    assert "contexts" not in data["events"][0]
    assert "intensity" not in data["events"][0]
    assert (data["events"][1]["contexts"], data["events"][1]["intensity"]) == (["health"], 5.0)
    assert data["times"][0]["note"] == "odd"


def test_a_context_that_is_none_is_refused() -> None:
    event = Event(
        id="v1", type="SUPPORT", trigger=(29, 36), actors=("e1",), status="actual",
        asserted_by="outlet", evidence=((29, 36),), contexts=("health",),
    )  # fmt: skip
    data = encode(msgspec.structs.replace(record(), events=(event,)))
    with pytest.raises(RecordError, match="contexts"):
        decode(data.replace(b'"health"', b'"weather"'))


def test_the_schema_accepts_what_encode_writes() -> None:
    jsonschema.validate(json.loads(encode(record())), schema())


@pytest.mark.parametrize("path", ["cue", "kind", "content"])
def test_the_schema_refuses_a_statement_without(path: str) -> None:
    data = json.loads(encode(record()))
    del data["statements"][0][path]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema())


def test_a_missing_field_is_named_with_its_path() -> None:
    data = json.loads(encode(record()))
    del data["entities"][0]["type"]
    with pytest.raises(RecordError, match=r"type.*entities"):
        decode(json.dumps(data))


@pytest.mark.parametrize("span", [(0, 0), (-1, 3), (0, len(TEXT) + 1), (5, 2)])
def test_a_span_outside_the_text_is_refused(span: tuple[int, int]) -> None:
    wrong = msgspec.structs.replace(
        record(),
        entities=(
            Entity(id="e1", type="PER", name="x", mentions=(Mention(span=span, kind="name"),)),
        ),
    )
    with pytest.raises(RecordError, match=r"entities\.e1\.mentions"):
        check(wrong)


def test_a_reference_that_leads_nowhere_is_refused() -> None:
    event = Event(
        id="v1", type="CONSULT", trigger=(29, 36), actors=("e9",), status="actual",
        asserted_by="outlet", evidence=((0, 36),),
    )  # fmt: skip
    with pytest.raises(RecordError, match="e9"):
        check(msgspec.structs.replace(record(), events=(event,)))


def test_spans_names_every_span_with_its_row() -> None:
    found = dict(spans(record()))
    assert found["statements.s1.content"] == (39, 48)
    assert found["entities.e1.mentions"] == (17, 28)


@given(st.text(), st.text())
def test_article_ids_tell_texts_apart(one: str, other: str) -> None:
    assert (article_id(one) == article_id(other)) == (one == other)


def test_row_ids_derive_from_content_alone() -> None:
    assert row_id("s", (1, 2), ((3, 4),)) == row_id("s", (1, 2), ((3, 4),))
    assert row_id("s", (1, 2)) != row_id("s", (1, 3))


@pytest.mark.shared
@pytest.mark.skipif(not SHARED.exists(), reason="../shared is not here")
def test_gold_records_hold_and_fit_the_schema() -> None:
    paths = sorted(SHARED.rglob("*.json"))
    assert paths
    for path in paths:
        decode(path.read_bytes())
        jsonschema.validate(json.loads(path.read_text("utf-8")), schema())


def test_two_rows_of_one_id_are_no_record() -> None:
    made = record()
    twice = msgspec.structs.replace(made, entities=made.entities * 2)
    with pytest.raises(RecordError, match=r"entities: two rows have the id 'e1'"):
        check(twice)

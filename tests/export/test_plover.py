import io
import json

import jsonschema
import pytest
from msgspec.structs import replace

from export.sample import make_hostile, make_nothing, make_record
from export.test_table import make_full, make_odd
from simak.export.format import FORMATS, Identity, Setting
from simak.record import Link

TYPES = [
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "RETREAT",
]  # fmt: skip
TEXT = {"type": ["string", "null"]}
PARTY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["code", "sector", "entity_text", "office", "identifier_id"],
        "properties": {
            "code": {"type": ["string", "null"], "pattern": "^[A-Z]{3}$"},
            "sector": {"type": ["string", "null"], "pattern": "^[A-Z]{3}$"},
            "entity_text": {"type": "string", "minLength": 1},
            "office": {"type": "array", "items": {"type": "string"}},
            "identifier_id": TEXT,
        },
    },
}
LINE = {
    "type": "object",
    "required": ["id", "date", "actor", "recipient", "event", "mode", "context", "quad_code",
                 "event_scale", "event_loc", "event_text", "text_info", "cite_info", "coder"],
    "properties": {
        "id": {"type": "string", "minLength": 1},
        "date": {"type": ["string", "null"], "pattern": r"^\d{4}-\d\d-\d\d$"},
        "actor": PARTY | {"minItems": 1},
        "recipient": PARTY,
        "event": {"enum": TYPES},
        "mode": {"type": "array", "items": {"type": "string"}},
        "context": {"type": "array", "items": {"type": "string"}},
        "quad_code": {"enum": [1, 2, 3, 4]},
        "event_scale": {"type": ["number", "null"], "minimum": -10, "maximum": 10},
        "event_loc": {"type": ["object", "null"], "required": ["text", "country", "latitude"]},
        "event_text": {"type": "string", "minLength": 1},
        "text_info": {"type": "object", "required": ["article", "trigger", "evidence"]},
        "cite_info": {
            "type": "object",
            "required": ["corpus", "citation", "url", "title", "language", "publication"],
        },
        "coder": {"type": "string"},
    },
}  # fmt: skip


def lines(records, **setting):
    out = io.BytesIO()
    FORMATS["plover"].write(iter(records), out, Setting(**setting))
    made = [json.loads(line) for line in out.getvalue().splitlines()]
    for one in made:
        jsonschema.validate(one, LINE)
    return made


def test_every_event_with_every_field():
    record = make_full()
    by_id = {one["id"]: one for one in lines([record])}
    for event in record.events:
        one = by_id.pop(f"{record.article.id}:{event.id}")
        assert (one["event"], one["context"]) == (event.type, list(event.contexts))
        assert one["event_scale"] == event.intensity
        assert [party["entity_id"] for party in one["actor"]] == list(event.actors)
        assert [party["entity_id"] for party in one["recipient"]] == list(event.recipients)
        spans = [one["text_info"]["trigger"], *one["text_info"]["evidence"]]
        assert [tuple(each["span"]) for each in spans] == [event.trigger, *event.evidence]
        assert all(each["text"] == record.words(tuple(each["span"])) for each in spans)
    assert not by_id


def test_who_where_when_and_who_says_so():
    record = make_record()
    link = Link(authority="kemendagri", id="32.73", basis="text")
    entities = tuple(
        replace(one, link=link if one.id in ("e2", "e4") else None) for one in record.entities
    )
    setting = {"identities": lambda record: {"e1": Identity("7", "Sari W.")}}
    said, met = lines([replace(record, entities=entities)], **setting)
    (sari,) = met["actor"]
    assert (sari["code"], sari["sector"], sari["office"]) == ("IDN", "GOV", ["Wali Kota Melati"])
    assert (sari["identity"], met["recipient"][0]["identity"]) == ("7", None)
    assert (met["date"], met["simak"]["date_resolution"], met["quad_code"]) == (
        "2024-03-04", "day", 1,
    )  # fmt: skip
    place = met["event_loc"]
    assert (place["text"], place["name"], place["country"]) == (
        "Kota Anggrek", "Kota Bandung", "IDN",
    )  # fmt: skip
    assert (place["precision"], place["around"][-1]) == ("city", "Indonesia")
    assert (met["simak"]["asserted_by"], met["simak"]["speaker"]) == ("outlet", None)
    assert (said["simak"]["asserted_by"], said["simak"]["speaker"]) == ("statement", "Sari Wulan")
    assert (said["date"], said["simak"]["dated_by"]) == ("2024-03-05", "published")
    assert met["cite_info"]["publication"] == record.article.outlet


def test_only_what_happened_unless_asked():
    record = make_record()
    statuses = ("planned", "denied")
    events = tuple(
        replace(one, status=status) for one, status in zip(record.events, statuses, strict=True)
    )
    record = replace(record, events=events)
    assert lines([record]) == []
    made = lines([record], every_status=True)
    assert [one["mode"] for one in made] == [["future"], ["negation"]]
    assert [one["simak"]["status"] for one in made] == ["planned", "denied"]


@pytest.mark.parametrize(
    ("value", "resolution"),
    [
        ("2024-03-04", "day"), ("2024-03-04T14:30", "moment"), ("2024-W10", "week"),
        ("2024-03", "month"), ("2024-Q1", "quarter"), ("2024", "year"), ("202", "years"),
        ("2024-03-04/2024-03-09", "week"), ("XXXX-03-04", "day"), ("PAST_REF", "day"),
    ],
)  # fmt: skip
def test_how_precise_a_date_is(value, resolution):
    record = make_record()
    record = replace(record, times=(replace(record.times[0], value=value),))
    assert lines([record])[1]["simak"]["date_resolution"] == resolution


def test_no_date():
    record = make_record()
    about = replace(record.article, published=replace(record.article.published, value=None))
    assert [one["date"] for one in lines([replace(record, article=about)])] == [
        None, "2024-03-04",
    ]  # fmt: skip


def test_odd_records():
    assert lines([make_nothing(), make_odd()]) == []
    assert len(lines([make_hostile()])) == 2

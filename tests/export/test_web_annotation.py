"""Web Annotation: expanded by a JSON-LD processor, and checked against the model's rules."""

import io
import json

import jsonschema
import pytest
from msgspec.structs import replace
from pyld import jsonld

from simak.export import web_annotation
from simak.export.format import FORMATS

OA = "http://www.w3.org/ns/oa#"
AS = "http://www.w3.org/ns/activitystreams#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"

# The terms that we use, as the published context maps them: tests fetch nothing.
CONTEXT = {
    "@context": {
        "id": "@id",
        "type": "@type",
        "Annotation": f"{OA}Annotation",
        "AnnotationCollection": f"{AS}OrderedCollection",
        "AnnotationPage": f"{AS}OrderedCollectionPage",
        "TextualBody": f"{OA}TextualBody",
        "SpecificResource": f"{OA}SpecificResource",
        "TextQuoteSelector": f"{OA}TextQuoteSelector",
        "TextPositionSelector": f"{OA}TextPositionSelector",
        "Software": f"{AS}Application",
        "body": {"@id": f"{OA}hasBody", "@type": "@id"},
        "target": {"@id": f"{OA}hasTarget", "@type": "@id"},
        "source": {"@id": f"{OA}hasSource", "@type": "@id"},
        "selector": {"@id": f"{OA}hasSelector", "@type": "@id"},
        "motivation": {"@id": f"{OA}motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": f"{OA}hasPurpose", "@type": "@vocab"},
        "identifying": f"{OA}identifying",
        "classifying": f"{OA}classifying",
        "describing": f"{OA}describing",
        "exact": f"{OA}exact",
        "prefix": f"{OA}prefix",
        "suffix": f"{OA}suffix",
        "start": {"@id": f"{OA}start", "@type": "http://www.w3.org/2001/XMLSchema#integer"},
        "end": {"@id": f"{OA}end", "@type": "http://www.w3.org/2001/XMLSchema#integer"},
        "value": f"{RDF}value",
        "format": "http://purl.org/dc/elements/1.1/format",
        "generator": {"@id": f"{AS}generator", "@type": "@id"},
        "name": "http://xmlns.com/foaf/0.1/name",
        "label": "http://www.w3.org/2000/01/rdf-schema#label",
        "total": {"@id": f"{AS}totalItems"},
        "first": {"@id": f"{AS}first", "@type": "@id"},
        "partOf": {"@id": f"{AS}partOf", "@type": "@id"},
        "startIndex": {"@id": f"{AS}startIndex"},
        "items": {"@id": f"{AS}items", "@type": "@id", "@container": "@list"},
    }
}

IRI = {"type": "string", "pattern": '^[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>"{}|\\\\^`]+$'}
# What the model requires (sections 3.1, 3.2.4, 4.2.4, 4.2.5 and 5), and that both selectors agree.
SCHEMA = {
    "type": "object",
    "required": ["@context", "id", "type", "total", "first"],
    "properties": {
        "@context": {"const": "http://www.w3.org/ns/anno.jsonld"},
        "id": IRI,
        "type": {"const": "AnnotationCollection"},
        "label": {"type": "string"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "required": ["id", "type", "items", "partOf", "startIndex"],
            "properties": {
                "id": IRI,
                "type": {"const": "AnnotationPage"},
                "items": {"type": "array", "items": {"$ref": "#/$defs/annotation"}},
            },
        },
    },
    "$defs": {
        "annotation": {
            "type": "object",
            "required": ["id", "type", "body", "target"],
            "properties": {
                "id": IRI,
                "type": {"const": "Annotation"},
                "motivation": {"enum": ["identifying", "classifying", "describing"]},
                "body": {
                    "type": "object",
                    "required": ["type", "value", "format"],
                    "properties": {
                        "type": {"const": "TextualBody"},
                        "value": {"type": "string"},
                        "format": {"const": "application/json"},
                    },
                },
                "target": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/target"}},
            },
        },
        "target": {
            "type": "object",
            "required": ["source", "selector"],
            "properties": {
                "source": IRI,
                "selector": {
                    "type": "array",
                    "prefixItems": [
                        {
                            "type": "object",
                            "required": ["type", "exact", "prefix", "suffix"],
                            "properties": {
                                "type": {"const": "TextQuoteSelector"},
                                "exact": {"type": "string", "minLength": 1},
                            },
                        },
                        {
                            "type": "object",
                            "required": ["type", "start", "end"],
                            "properties": {
                                "type": {"const": "TextPositionSelector"},
                                "start": {"type": "integer", "minimum": 0},
                                "end": {"type": "integer", "minimum": 1},
                            },
                        },
                    ],
                    "items": False,
                },
            },
        },
    },
}


@pytest.fixture(params=["record", "nothing", "hostile"])
def given(request):
    return request.getfixturevalue(request.param)


def written(record):
    out = io.BytesIO()
    FORMATS["annotation"].write([record], out)
    return json.loads(out.getvalue())


def loader(url, options=None):
    assert url == web_annotation.CONTEXT  # nothing else is asked for
    return {"contextUrl": None, "documentUrl": url, "document": CONTEXT}


def test_it_is_of_the_model(given):
    jsonschema.Draft202012Validator(SCHEMA).validate(written(given))


def test_each_row_comes_back(given):
    """Bodies hold the rows; both selectors find the words of each."""
    page = written(given)["first"]
    text = given.article.text
    bodies = [json.loads(item["body"]["value"]) for item in page["items"]]
    rows = {(kind, row.get("id")) for body in bodies for kind, row in body.items()}
    for kind, wanted in (("entity", given.entities), ("time", given.times),
                         ("statement", given.statements), ("event", given.events)):  # fmt: skip
        assert {id for one, id in rows if one == kind} == {row.id for row in wanted}
    for item in page["items"]:
        for target in item["target"]:
            quote, place = target["selector"]
            start, end = place["start"], place["end"]
            assert text[start:end] == quote["exact"]
            assert text[:start].endswith(quote["prefix"])
            assert text[end:].startswith(quote["suffix"])
    assert len({item["id"] for item in page["items"]}) == len(page["items"])


def test_a_processor_of_json_ld_reads_it(given):
    page = written(given)
    [expanded] = jsonld.expand(page, {"documentLoader": loader})
    [first] = expanded[f"{AS}first"]
    [items] = first[f"{AS}items"]
    assert len(items["@list"]) == page["total"]
    for item in items["@list"]:
        assert item["@type"] == [f"{OA}Annotation"]
        assert item[f"{OA}hasBody"][0]["@type"] == [f"{OA}TextualBody"]
        assert item[f"{OA}motivatedBy"][0]["@id"].startswith(OA)
        for target in item[f"{OA}hasTarget"]:
            kinds = [one["@type"][0] for one in target[f"{OA}hasSelector"]]
            assert kinds == [f"{OA}TextQuoteSelector", f"{OA}TextPositionSelector"]
    # No term of ours is lost on the way: each key is one that the context knows.
    known = CONTEXT["@context"].keys() | {"@context"}

    def keys(value):
        if isinstance(value, dict):
            yield from value
            value = list(value.values())
        if isinstance(value, list):
            for one in value:
                yield from keys(one)

    assert set(keys(page)) <= known


@pytest.mark.parametrize(
    ("url", "source"),
    [
        ("https://melati.example/a?b=1#c", "https://melati.example/a?b=1#c"),
        ("javascript:alert(3)", "urn:simak:ID:text"),
        ("https://melati.example/a b", "urn:simak:ID:text"),
        ("http://[", "urn:simak:ID:text"),
        (None, "urn:simak:ID:text"),
    ],
)
def test_source(nothing, url, source):
    record = replace(nothing, article=replace(nothing.article, url=url, id="ID"))
    assert web_annotation.source(record) == source


def test_a_lone_surrogate(nothing):
    record = replace(nothing, article=replace(nothing.article, title="a\ud800"))
    assert written(record)["label"] == "a\ufffd"

"""PROV: expanded by a JSON-LD processor, the graph says who made what of what."""

import io
import json

import pytest
from msgspec.structs import replace
from pyld import jsonld

from simak.export.format import FORMATS, Setting
from simak.judgement import judgement, target_of
from simak.record import CreditedSource, Provenance

PROV = "http://www.w3.org/ns/prov#"


def graph(records, judgements=()):
    """Return nodes by name, as a processor reads them; it may fetch nothing."""
    out = io.BytesIO()
    FORMATS["prov"].write(records, out, Setting(judgements=lambda record: judgements))

    def loader(url, options=None):
        raise AssertionError(url)

    flat = jsonld.flatten(json.loads(out.getvalue()), None, {"documentLoader": loader})
    return {node["@id"]: node for node in flat}


def to(nodes, name, term):
    """Return the nodes that a relation leads to."""
    return [nodes[one["@id"]] for one in nodes[name].get(f"{PROV}{term}", ())]


def label(node):
    return node["http://www.w3.org/2000/01/rdf-schema#label"][0]["@value"]


@pytest.fixture
def versioned(record):
    return replace(record, provenance=Provenance(simak="1.0", model="m", lexicon="l"))


def test_whom_the_article_credits(versioned):
    name = f"urn:simak:article:{versioned.article.id}"
    nodes = graph([versioned])
    assert [label(one) for one in to(nodes, name, "wasAttributedTo")] == ['Kabar "Melati"', "Rina"]
    [report] = to(nodes, name, "hadPrimarySource")
    [outlet] = to(nodes, report["@id"], "wasAttributedTo")
    assert (label(outlet), outlet["@type"]) == ("Kabar Melati", [f"{PROV}Organization"])


def test_who_passed_it_on(versioned):
    credit = CreditedSource(name="Kantor Asing", span=(0, 4), via="Kabar Melati")
    article = replace(versioned.article, credited_sources=(credit,))
    nodes = graph([replace(versioned, article=article)])
    [passed] = to(nodes, f"urn:simak:article:{article.id}", "wasDerivedFrom")
    assert [label(one) for one in to(nodes, passed["@id"], "wasAttributedTo")] == ["Kabar Melati"]
    [first] = to(nodes, passed["@id"], "hadPrimarySource")
    assert [label(one) for one in to(nodes, first["@id"], "wasAttributedTo")] == ["Kantor Asing"]


def test_what_made_the_record(versioned):
    name = f"urn:simak:article:{versioned.article.id}"
    nodes = graph([versioned])
    [run] = to(nodes, f"{name}:record", "wasGeneratedBy")
    assert run["@type"] == [f"{PROV}Activity"]
    assert [label(one) for one in to(nodes, run["@id"], "wasAssociatedWith")] == ["Simak 1.0"]
    used = [one["@id"] for one in to(nodes, run["@id"], "used")]
    assert used == [name, "urn:simak:model:m", "urn:simak:lexicon:l"]


def test_what_people_said(versioned):
    one = judgement("value", target_of(versioned, versioned.events[1]), value={"type": "AID"},
                    by="Budi Laut", at="2024-03-05T08:00:00Z")  # fmt: skip
    nodes = graph([versioned], [one])
    name = f"urn:simak:article:{versioned.article.id}"
    made, said = to(nodes, f"{name}:judged", "wasDerivedFrom")
    assert made["@id"] == f"{name}:record"
    [person] = to(nodes, said["@id"], "wasAttributedTo")
    assert (label(person), person["@type"]) == ("Budi Laut", [f"{PROV}Person"])
    assert said[f"{PROV}generatedAtTime"][0] == {
        "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
        "@value": "2024-03-05T08:00:00Z",
    }
    assert said["urn:simak:term:says"][0]["@value"]["words"] == "bertemu"


def test_hostile(record, nothing, hostile):
    nodes = graph([record, nothing, hostile])
    assert f"urn:simak:article:{nothing.article.id}:record" in nodes
    lone = replace(nothing, article=replace(nothing.article, title="a\ud800", outlet="b\udfff"))
    assert graph([lone])
    assert graph([]) == {}

"""The graph of who did what to whom, opened again by NetworkX."""

import io
import xml.etree.ElementTree as ElementTree

import networkx
import pytest
from msgspec.structs import replace

from export.sample import make_hostile, make_nothing, make_record
from export.test_table import make_odd
from simak.export.format import FORMATS, Identity, Setting
from simak.export.tie import Actor, Tie, of_records


def write(name, records, **setting):
    out = io.BytesIO()
    FORMATS[name].write(iter(records), out, Setting(**setting))
    return out.getvalue()


def read(name, data):
    if name == "graphml":
        return networkx.read_graphml(io.BytesIO(data), force_multigraph=True)
    return networkx.read_gexf(io.BytesIO(data), version="1.2draft")


def edges(graph):
    """Return the edges by the names of their ends and the type of event."""
    names = networkx.get_node_attributes(graph, "label")
    return {
        (names[one], names[other], data["event"]): data
        for one, other, data in graph.edges(data=True)
    }


A, B, C = (Actor(f"identity:{n}", name) for n, name in enumerate(("Sari", "Budi", "Wulan")))


def tie(kind, actors, recipients=(), first="2024-03-04", last=None, evidence=("a:v1",), **more):
    return Tie(
        kind, more.get("status", "actual"), actors, recipients, first, last or first,
        more.get("intensity", 2.5), evidence, more.get("outlets", ("Kabar Melati",)),
    )  # fmt: skip


FORMS = pytest.mark.parametrize("name", ["graphml", "gexf"])


@FORMS
def test_one_article(name):
    record = make_record()
    graph = read(name, write(name, [record]))
    found = edges(graph)
    assert set(found) == {
        ("Sari Wulan", "Budi Laut", "CONSULT"), ("Sari Wulan", "Kota Anggrek", "REJECT"),
    }  # fmt: skip
    met = found["Sari Wulan", "Budi Laut", "CONSULT"]
    assert (met["weight"], met["first"], met["last"]) == (1, "2024-03-04", "2024-03-04")
    assert met["evidence"] == f"{record.article.id}:v1"
    assert (met["quad_code"], met["articles"], met["relation"]) == (1, 1, "to")
    assert {data["kind"] for _, data in graph.nodes(data=True)} == {"PER", "GPE"}


@FORMS
def test_weight_is_events_not_articles(name):
    ties = [
        tie("CONSULT", (A,), (B,), evidence=("a:v1", "b:v2", "c:v9")),
        tie("CONSULT", (A,), (B,), first="2024-05-01", last="2024-05-03", evidence=("d:v1",)),
        tie("ACCUSE", (A,), (B,), intensity=-3.0),
        tie("CONSULT", (B,), (A,), first=None),
    ]
    graph = read(name, write(name, [], ties=lambda: ties))
    found = edges(graph)
    met = found["Sari", "Budi", "CONSULT"]
    assert (met["weight"], met["articles"]) == (2, 4)
    assert (met["first"], met["last"]) == ("2024-03-04", "2024-05-03")
    assert met["days"] == "2024-03-04 2024-05-01/2024-05-03"
    assert met["evidence"] == "a:v1 b:v2 c:v9 d:v1"
    assert found["Sari", "Budi", "ACCUSE"]["intensity"] == -3
    assert "first" not in found["Budi", "Sari", "CONSULT"]
    assert graph.nodes["identity:0"]["events"] == 4


@FORMS
def test_actors_without_a_recipient_did_it_with_each_other(name):
    ties = [tie("CONSULT", (A, B, C)), tie("PROTEST", (A,)), tie("ACCUSE", (A,), (A, B, B))]
    found = edges(read(name, write(name, [], ties=lambda: ties)))
    assert set(found) == {
        ("Sari", "Budi", "CONSULT"), ("Sari", "Wulan", "CONSULT"), ("Budi", "Wulan", "CONSULT"),
        ("Sari", "Budi", "ACCUSE"),
    }  # fmt: skip
    assert {data["relation"] for key, data in found.items() if "CONSULT" in key} == {"with"}
    assert found["Sari", "Budi", "ACCUSE"]["weight"] == 1


def test_nodes_of_a_store_know_what_they_are():
    record = make_record()

    def known(record):
        return {"e1": Identity("0", "Sari")}

    data = write("graphml", [record], identities=known, ties=lambda: [tie("AID", (A,), (B,))])
    nodes = read("graphml", data).nodes
    assert (nodes["identity:0"]["kind"], nodes["identity:0"]["sector"]) == ("PER", "GOV")
    assert "kind" not in nodes["identity:1"]


def test_gexf_has_the_days_of_the_events():
    ties = [
        tie("CONSULT", (A,), (B,)),
        tie("CONSULT", (A,), (B,), first="2024-05-01", last="2024-05-03"),
        tie("ACCUSE", (A,), (B,), first="2024-06-01"),
        tie("REJECT", (A,), (B,), first=None),
    ]
    root = ElementTree.fromstring(write("gexf", [], ties=lambda: ties))
    space = {"g": "http://www.gexf.net/1.2draft"}
    graph = root.find("g:graph", space)
    assert (graph.get("mode"), graph.get("timeformat")) == ("dynamic", "date")
    met, accused, rejected = graph.findall("g:edges/g:edge", space)
    spells = met.findall("g:spells/g:spell", space)
    assert [(one.get("start"), one.get("end")) for one in spells] == [
        ("2024-03-04", "2024-03-04"), ("2024-05-01", "2024-05-03"),
    ]  # fmt: skip
    assert (accused.get("start"), accused.get("end")) == ("2024-06-01", "2024-06-01")
    assert (rejected.get("start"), rejected.get("weight")) == (None, "1")


def test_ties_of_records():
    record = make_record()
    planned = replace(record, events=tuple(replace(e, status="planned") for e in record.events))
    assert [one.type for one in of_records([record], False)] == ["REJECT", "CONSULT"]
    assert list(of_records([planned], False)) == []
    assert [one.status for one in of_records([planned], True)] == ["planned", "planned"]


@FORMS
def test_odd_names(name):
    evil = Actor("unnamed:1:a\x00b\ud800", 'a\x00b\ud800 "<&>" 😀\ufffe')
    data = write(name, [make_odd(), make_hostile(), make_nothing()],
                 ties=lambda: [tie("AID", (evil,), (A,), outlets=("\x01x",))])  # fmt: skip
    graph = read(name, data)
    assert graph.nodes["unnamed:1:a\ufffdb\ufffd"]["label"] == 'a\ufffdb\ufffd "<&>" 😀\ufffd'
    assert edges(read(name, write(name, [make_hostile()])))


@FORMS
def test_the_same_bytes_and_nothing_at_all(name):
    assert write(name, [make_record()]) == write(name, [make_record()])
    assert len(read(name, write(name, []))) == 0
    assert b"NetworkX" not in write(name, [])

"""Who did what to whom as a graph, from which GraphML and GEXF are written.

Nodes are those who take part: across a store whoever is the same (with the number of ``simak
who``), in single articles the entities of each. An edge goes from an actor to a recipient, one for
each type of event; its weight is the number of events, however many articles tell of each. Where
an event has only actors ("keduanya berunding"), an edge goes between each two of them, in the order
in which they are named, and ``relation`` is "with" instead of "to". The whole graph is in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any

from simak.export.format import Setting
from simak.export.plain import xml_plain
from simak.export.sector import Sectors
from simak.export.table import quad_code
from simak.export.tie import Actor, Tie, of_records, store_id
from simak.record import Entity, Record

#: Between days and between ids of evidence.
GAP = " "


def graph(records: Iterable[Record], setting: Setting) -> Any:
    """Return a networkx MultiDiGraph; of actual events only unless ``setting.every_status``.

    Attributes that are not known are missing, as both formats want it.
    """
    import networkx  # of weight

    made = networkx.MultiDiGraph()
    about: dict[str, dict[str, Any]] = {}
    sectors = Sectors(setting.lexicon)
    ties: list[Tie] = []
    for record in records:
        codes = sectors.codes(record)
        known = setting.identities(record)
        for entity in record.entities:
            who = known.get(entity.id)
            there = about.setdefault(
                store_id(who.id) if who else f"{record.article.id}:{entity.id}", {}
            )
            code = codes[entity.id]
            for name, value in (
                ("kind", entity.type),
                ("country", code.country),
                ("sector", code.sector),
                (
                    "identifier",
                    f"{entity.link.authority}:{entity.link.id}" if entity.link else None,
                ),
            ):
                if value:
                    there.setdefault(name, value)
        if setting.ties is None:
            ties += of_records([record], setting.every_status)
    if setting.ties is not None:
        ties += setting.ties()
    edges: dict[tuple[str, str, str, str, str], list[Tie]] = {}
    for tie in ties:
        for source, target, relation in _pairs(tie):
            for actor in (source, target):
                if actor.id not in made:
                    made.add_node(actor.id, label=actor.name, events=0, **about.get(actor.id, {}))
            key = source.id, target.id, tie.type, tie.status, relation
            edges.setdefault(key, []).append(tie)
        for actor in dict.fromkeys((*tie.actors, *tie.recipients)):
            if actor.id in made:
                made.nodes[actor.id]["events"] += 1
    for number, (key, told) in enumerate(edges.items()):
        one, other, kind, status, relation = key
        made.add_edge(one, other, key=f"e{number}", **_edge(kind, status, relation, told))
    for _, data in made.nodes(data=True):
        data.update({k: xml_plain(v) for k, v in data.items() if isinstance(v, str)})
    return networkx.relabel_nodes(made, {node: xml_plain(node) for node in made})


def _identifier(entity: Entity) -> str | None:
    return f"{entity.link.authority}:{entity.link.id}" if entity.link else None


def _pairs(tie: Tie) -> Iterator[tuple[Actor, Actor, str]]:
    """Yield who did it to whom; nobody does anything to himself."""
    if tie.recipients:
        pairs = ((one, other, "to") for one in tie.actors for other in tie.recipients)
    else:
        pairs = ((one, other, "with") for one, other in combinations(tie.actors, 2))
    seen = set()
    for one, other, relation in pairs:
        if one.id != other.id and (one.id, other.id) not in seen:
            seen.add((one.id, other.id))
            yield one, other, relation


def _edge(kind: str, status: str, relation: str, told: list[Tie]) -> dict[str, Any]:
    days = sorted({(tie.first, tie.last or tie.first) for tie in told if tie.first})
    scores = [tie.intensity for tie in told if tie.intensity is not None]
    evidence = [one for tie in told for one in tie.evidence]
    outlets = sorted({outlet for tie in told for outlet in tie.outlets})
    found: dict[str, Any] = {
        "label": kind,
        "weight": len(told),
        "event": kind,
        "status": status,
        "quad_code": quad_code(kind),
        "relation": relation,
        "articles": len({one.partition(":")[0] for one in evidence}),
        "outlets": xml_plain("; ".join(outlets)),
        "evidence": GAP.join(evidence),
    }
    if scores:
        found["intensity"] = round(sum(scores) / len(scores), 4)
    if days:
        found["first"] = days[0][0]
        found["last"] = max(last for _, last in days if last)
        found["days"] = GAP.join(
            f"{first}" if first == last else f"{first}/{last}" for first, last in days
        )
    return found

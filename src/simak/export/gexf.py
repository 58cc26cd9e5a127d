"""The graph of who did what to whom as dynamic GEXF, which Gephi shows along a time line.

An edge exists on the days of its events; one without a date exists always.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from simak.export.format import Setting
from simak.export.graph import GAP, graph
from simak.record import Record


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write the graph of records, or of the events of a store."""
    from networkx.readwrite.gexf import GEXFWriter

    made = graph(records, setting)
    made.graph["mode"] = "dynamic"
    for _, _, key, data in made.edges(keys=True, data=True):
        data["id"] = key
        spells = [tuple(days.split("/")) for days in data.get("days", "").split(GAP) if days]
        if len(spells) == 1:
            data["start"], data["end"] = spells[0][0], spells[0][-1]
        elif spells:
            data["spells"] = [(days[0], days[-1]) for days in spells]
    writer = GEXFWriter(encoding="utf-8", prettyprint=True, version="1.2draft")
    for meta in writer.xml.findall("meta"):
        del meta.attrib["lastmodifieddate"]  # the same graph gives the same bytes
        for child in meta:
            child.text = "Simak"
    writer.add_graph(made)
    writer.write(out)

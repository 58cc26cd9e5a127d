"""The graph of who did what to whom as GraphML, for yEd, R, Gephi and NetworkX."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from simak.export.format import Setting
from simak.export.graph import graph
from simak.record import Record


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write the graph of records, or of the events of a store."""
    import networkx

    made = graph(records, setting)
    networkx.write_graphml_lxml(made, out, named_key_ids=True)

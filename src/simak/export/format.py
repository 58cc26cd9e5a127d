"""The registry of formats: name -> what it is, and the module that writes it.

A format is one module of this package with a function ``write``. By ``kind``:

====== ===================================================================================
file   any number of articles in one file: ``write(records, out: BinaryIO, setting)``
each   one article, one file: the same, called with one record at a time
folder several files for any number of articles: ``write(records, folder: Path, setting)``
====== ===================================================================================

``records`` is read once, a record at a time. Bytes depend on the records and the setting alone: no
clock, no names of machines. A folder exists and is empty when ``write`` is called, and whoever
calls takes care that nothing half-written is left under the name that the user gave.

The modules are imported when they are asked for, since some bring libraries of weight.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from simak.export.tie import Tie
    from simak.judgement import Judgement
    from simak.lexicon import Lexicon
    from simak.record import Record

Kind = Literal["file", "each", "folder"]


class Identity(NamedTuple):
    """Who an entity is across the articles of a store: a number in words, and the name there."""

    id: str
    name: str


def _nobody(record: Record) -> Mapping[str, Identity]:
    return {}


def _nothing(record: Record) -> Iterable[Judgement]:
    return ()


@dataclass(frozen=True)
class Setting:
    """What a writer may ask beside the records.

    ``lexicon``: the user's; None for ours. ``identities``: of the entities of a record, by their
    ids; who is missing is nobody across articles. ``ties``: the events of a store as all reports
    tell them; None where there is no store. ``every_status``: planned, hypothetical and denied
    events too, where a format has only actual ones. ``spreadsheet``: cells that a spreadsheet would
    run as formulas are made harmless. ``trees``: the sentences of a record's text in CoNLL-U; None
    where there is no pipeline. ``judgements``: what people said about a record, in their order.
    """

    lexicon: Lexicon | None = None
    identities: Callable[[Record], Mapping[str, Identity]] = field(default=_nobody)
    ties: Callable[[], Iterable[Tie]] | None = None
    every_status: bool = False
    spreadsheet: bool = False
    trees: Callable[[Record], Iterable[str]] | None = None
    judgements: Callable[[Record], Iterable[Judgement]] = field(default=_nothing)


class Format(NamedTuple):
    """A format: its name, ``suffix`` of its files (also within a folder), and a line about it."""

    name: str
    suffix: str
    about: str
    kind: Kind
    module: str

    def write(self, records: Iterable[Record], out: Any, setting: Setting | None = None) -> None:
        """Write records to ``out``: a binary file, or for the kind "folder" a Path."""
        import_module(self.module).write(records, out, setting or Setting())


_ALL = (
    Format("jsonl", ".jsonl", "the record, one a line", "file", "simak.export.json"),
    Format("csv", ".csv", "a folder of tables, RFC 4180", "folder", "simak.export.csv"),
    Format("xlsx", ".xlsx", "the same tables as sheets of a workbook", "file", "simak.export.xlsx"),
    Format("parquet", ".parquet", "the same tables, typed", "folder", "simak.export.parquet"),
    Format("plover", ".plover.jsonl", "PLOVER events, one a line", "file", "simak.export.plover"),
    Format(
        "ftm", ".ftm.jsonl", "FollowTheMoney entities, one a line", "file",
        "simak.export.followthemoney",
    ),
    Format("html", ".html", "a page for each article", "each", "simak.export.html"),
    Format("graphml", ".graphml", "who did what to whom, GraphML", "file", "simak.export.graphml"),
    Format("gexf", ".gexf", "the same with dates, GEXF (Gephi)", "file", "simak.export.gexf"),
    Format(
        "annotation", ".annotation.jsonld", "W3C Web Annotation, a collection an article", "each",
        "simak.export.web_annotation",
    ),
    Format("brat", ".ann", "brat standoff, to be corrected", "folder", "simak.export.brat"),
    Format("cas", ".xmi", "UIMA CAS (INCEpTION), to be corrected", "folder", "simak.export.cas"),
    Format("timeml", ".tml", "TimeML: the text with TIMEX3 tags", "each", "simak.export.timeml"),
    Format(
        "prov", ".prov.jsonld", "where all comes from, PROV-O", "file", "simak.export.provenance",
    ),
    Format(
        "conllu", ".conllu", "words and trees, CoNLL-U (simak read only)", "file",
        "simak.export.conllu",
    ),
)  # fmt: skip

#: The formats by name, in the order of the help.
FORMATS: Mapping[str, Format] = {one.name: one for one in _ALL}

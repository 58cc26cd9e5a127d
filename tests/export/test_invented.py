"""Any record goes through every format of tables, events and graphs, and comes back."""

import csv
import io
import json
import tempfile
from pathlib import Path

import networkx
import openpyxl
import pyarrow.parquet
from hypothesis import given, settings
from msgspec.structs import replace

from export.invented import records
from export.test_plover import lines
from export.test_table import put_together, read_csv
from simak.export.format import FORMATS, Setting
from simak.export.plain import plain, xml_plain
from simak.export.table import TABLES

few = settings(max_examples=15, deadline=None)


def cleaned(value, clean):
    """Return a value with every text in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        return tuple(cleaned(one, clean) for one in value)
    if hasattr(value, "__struct_fields__"):
        names = value.__struct_fields__
        return replace(value, **{name: cleaned(getattr(value, name), clean) for name in names})
    return value


@given(records())
@few
def test_csv(record):
    with tempfile.TemporaryDirectory() as name:
        FORMATS["csv"].write([record], Path(name), Setting())
        assert list(put_together(read_csv(Path(name)))) == [cleaned(record, plain)]


@given(records())
@few
def test_csv_for_a_spreadsheet_runs_nothing(record):
    with tempfile.TemporaryDirectory() as name:
        FORMATS["csv"].write([record], Path(name), Setting(spreadsheet=True))
        for table in TABLES:
            numbers = [column.kind in ("integer", "number") for column in table.columns]
            path = Path(name) / f"{table.name}.csv"
            with path.open(encoding="utf-8-sig", newline="") as file:
                for row in csv.reader(file, strict=True):
                    for number, cell in zip(numbers, row, strict=True):
                        assert number or not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(records())
@few
def test_parquet(record):
    with tempfile.TemporaryDirectory() as name:
        FORMATS["parquet"].write([record], Path(name), Setting())
        tables = {
            table.name: pyarrow.parquet.read_table(Path(name) / f"{table.name}.parquet").to_pylist()
            for table in TABLES
        }
    assert list(put_together(tables)) == [cleaned(record, plain)]


@given(records())
@few
def test_xlsx(record):
    out = io.BytesIO()
    FORMATS["xlsx"].write([record], out, Setting())
    tables = {}
    for sheet in openpyxl.load_workbook(out):
        head, *rows = sheet.iter_rows(values_only=True)
        tables[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    for table in TABLES:
        for row in tables[table.name]:
            for column in table.columns:
                if column.kind == "list" and row[column.name]:
                    row[column.name] = json.loads(row[column.name])
    made = [cleaned(one, xml_plain) for one in put_together(tables)]
    assert made == [cleaned(cleaned(record, plain), xml_plain)]


@given(records())
@few
def test_plover(record):
    made = lines([record], every_status=True)
    assert [one["id"].partition(":")[2] for one in made] == [one.id for one in record.events]


@given(records())
@few
def test_followthemoney(record):
    out = io.BytesIO()
    FORMATS["ftm"].write([record], out, Setting(every_status=True))
    made = [json.loads(line) for line in out.getvalue().splitlines()]
    ids = [one["id"] for one in made]
    assert len(set(ids)) == len(ids)
    for one in made:
        for name in ("proof", "involved", "subject", "object", "holder", "post", "entity"):
            assert set(one["properties"].get(name, ())) <= set(ids)


@given(records())
@few
def test_graphs(record):
    made = []
    for name, read in (("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)):
        out = io.BytesIO()
        FORMATS[name].write([record], out, Setting(every_status=True))
        out.seek(0)
        graph = read(out, **({"force_multigraph": True} if name == "graphml" else {}))
        made.append(
            sorted(
                (one, other, data["event"], data["weight"], data["evidence"])
                for one, other, data in graph.edges(data=True)
            )
        )
    assert made[0] == made[1]

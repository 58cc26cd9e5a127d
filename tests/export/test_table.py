"""The tables, opened again by the libraries that people open them with."""

import csv
import io
import json
from collections import defaultdict

import openpyxl
import pyarrow.parquet
import pytest
from msgspec import UNSET
from msgspec.structs import replace

from export.sample import make_hostile, make_nothing, make_record
from simak.export import csv as csv_format
from simak.export.format import FORMATS, Identity, Setting
from simak.export.table import BY_NAME, DICTIONARY, TABLES, Tables, dictionary, quad_code
from simak.record import (
    Article,
    CreditedSource,
    Entity,
    Event,
    Link,
    Mention,
    Provenance,
    Published,
    Record,
    Role,
    Source,
    Statement,
    Time,
    Wording,
    article_id,
)


def make_full():
    """Return a record with a value in every field that there is."""
    record = make_record()
    about = replace(
        record.article, dateline_place="Melati", byline=('Rina, "R"', "=cmd|' /C calc'!A0;Budi")
    )
    about = replace(
        about, credited_sources=tuple(replace(one, via="Kabar") for one in about.credited_sources)
    )
    first, *others = record.entities
    first = replace(
        first, aliases=("Bu Sari", "@sari"), confidence=0.5, member="e2",
        link=Link(authority="wikidata", id="Q012", basis="lexicon"),
        mentions=tuple(replace(one, member="e4") for one in first.mentions),
    )  # fmt: skip
    others[0] = replace(others[0], link=Link(authority="kemendagri", id="32.10", basis="text"))
    time = replace(record.times[0], mod="START", note="2024-03-04 is Senin")
    said, nested = record.statements
    said = replace(said, addressee=(0, 9), time="t1", place="e4", confidence=0.25)
    events = tuple(
        replace(
            one, contexts=("election", "economic"), intensity=-2.0, confidence=0.75, mode="meet"
        )
        for one in record.events
    )
    return replace(
        record, article=about, entities=(first, *others), times=(time,), events=events,
        statements=(said, nested), provenance=Provenance(simak="1", model="2", lexicon="3"),
    )  # fmt: skip


def make_odd():
    """Return a record of a text that hardly any file can hold."""
    text = "\ufeff=SUM(A1) 😀\tkata\r,\"'\x00\x0b\ud83d ‮ mereka\ufffe\n" + "😀a" * 20_000
    return Record(
        article=Article(id=article_id(text), text=text, title="-1+1|😀", outlet="\t=1"),
        entities=(
            Entity(id="e1", type="GROUP", name="=SUM(A1) 😀", acronym="12e45",
                   mentions=(Mention(span=(1, 11), kind="description"),)),
        ),
        statements=(
            Statement(id="s1", kind="indirect", act="say", cue=(12, 16), source=Source(),
                      content=((0, len(text)),)),
        ),
    )  # fmt: skip


RECORDS = [
    replace(one, article=replace(one.article, id=f"{number:016x}"))
    for number, one in enumerate(
        [make_full(), make_record(), make_nothing(), make_hostile(), make_odd()]
    )
]


def put_together(tables):
    """Return the records that tables (lists of dicts) tell of."""

    def of(name, *key):
        found = defaultdict(list)
        for row in tables[name]:
            found[tuple(row[one] for one in key)].append(row)
        return found

    credits, entities = of("credit", "article"), of("entity", "article")
    mentions, roles = of("mention", "article", "entity"), of("role", "article", "entity")
    times, statements = of("time", "article"), of("statement", "article")
    parts = of("statement_part", "article", "statement")
    events, wordings = of("event", "article"), of("wording", "article")
    parties = of("event_party", "article", "event", "side")
    evidence = of("event_evidence", "article", "event")

    def span(row, name=""):
        start = row[f"{name}_start" if name else "start"]
        return None if start is None else (start, row[f"{name}_end" if name else "end"])

    def unset(value):
        return UNSET if value is None else value

    for row in tables["article"]:
        a = row["article"]
        yield Record(
            article=Article(
                id=a, title=row["title"], url=row["url"], outlet=row["outlet"],
                byline=tuple(row["byline"] or ()), dateline_place=row["dateline_place"],
                credited_sources=tuple(
                    CreditedSource(name=c["name"], span=span(c), via=unset(c["via"]))
                    for c in credits[a,]
                ),
                published=Published(value=row["published"], basis=row["published_basis"]),
                language=row["language"], text=row["text"],
            ),
            entities=tuple(
                Entity(
                    id=e["entity"], type=e["type"], name=e["name"],
                    aliases=tuple(e["aliases"] or ()), acronym=e["acronym"],
                    roles=tuple(
                        Role(title=r["title"], organization=r["organization"], span=span(r))
                        for r in roles[a, e["entity"]]
                    ),
                    link=e["authority"] and Link(
                        authority=e["authority"], id=e["authority_id"], basis=e["link_basis"]
                    ),
                    mentions=tuple(
                        Mention(span=span(m), kind=m["kind"], member=unset(m["member"]))
                        for m in mentions[a, e["entity"]]
                    ),
                    member=unset(e["member"]), confidence=unset(e["confidence"]),
                )
                for e in entities[a,]
            ),
            times=tuple(
                Time(id=t["time"], span=span(t), type=t["type"], value=t["value"],
                     basis=t["basis"], mod=unset(t["mod"]), note=unset(t["note"]))
                for t in times[a,]
            ),
            statements=tuple(
                Statement(
                    id=s["statement"], kind=s["kind"], act=s["act"], cue=span(s, "cue"),
                    source=Source(span=span(s, "source"), entity=s["source"]),
                    addressee=span(s, "addressee"),
                    content=tuple(map(span, parts[a, s["statement"]])), within=s["within"],
                    time=s["time"], place=s["place"], confidence=unset(s["confidence"]),
                )
                for s in statements[a,]
            ),
            events=tuple(
                Event(
                    id=v["event"], type=v["type"], mode=v["mode"], trigger=span(v, "trigger"),
                    actors=tuple(p["entity"] for p in parties[a, v["event"], "actor"]),
                    recipients=tuple(p["entity"] for p in parties[a, v["event"], "recipient"]),
                    time=v["time"], place=v["place"], status=v["status"],
                    asserted_by=v["asserted_by"], statement=v["statement"],
                    evidence=tuple(map(span, evidence[a, v["event"]])),
                    contexts=UNSET if v["contexts"] is None else tuple(v["contexts"]),
                    intensity=unset(v["intensity"]), confidence=unset(v["confidence"]),
                )
                for v in events[a,]
            ),
            wording=tuple(
                Wording(span=span(w), kind=w["kind"], asserted_by=w["asserted_by"],
                        neutral=unset(w["neutral"]))
                for w in wordings[a,]
            ),
            provenance=UNSET if row["simak"] is None else Provenance(
                simak=row["simak"], model=row["model"], lexicon=row["lexicon"]
            ),
        )  # fmt: skip


def told(record, forbidden="\ud83d"):
    """Return a record as it comes back: what no file can hold is U+FFFD."""

    def clean(value):
        if isinstance(value, str):
            return "".join("\ufffd" if char in forbidden else char for char in value)
        return value

    def fields(row, *names):
        return replace(row, **{name: clean(getattr(row, name)) for name in names})

    about = fields(record.article, "title", "url", "outlet", "dateline_place", "text")
    return replace(
        record,
        article=about,
        entities=tuple(fields(one, "name", "acronym") for one in record.entities),
        times=tuple(fields(one, "value") for one in record.times),
        wording=tuple(fields(one, "neutral") for one in record.wording),
    )


def typed(kind, cell):
    """Return a cell of CSV as what it is."""
    if cell == "":
        return None
    return {"text": str, "integer": int, "number": float, "list": json.loads,
            "truth": "true".__eq__}[kind](cell)  # fmt: skip


def write(name, folder, records=RECORDS, **setting):
    made = FORMATS[name]
    if made.kind == "folder":
        made.write(iter(records), folder, Setting(**setting))
        return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
    out = io.BytesIO()
    made.write(iter(records), out, Setting(**setting))
    return out.getvalue()


def read_csv(folder, encoding="utf-8"):
    tables = {}
    for table in (*TABLES, DICTIONARY):
        with (folder / f"{table.name}.csv").open(encoding=encoding, newline="") as file:
            rows = list(csv.DictReader(file, strict=True))
        kinds = {column.name: column.kind for column in table.columns}
        assert all(list(row) == list(kinds) for row in rows)
        tables[table.name] = [
            {name: typed(kinds[name], cell) for name, cell in row.items()} for row in rows
        ]
    return tables


def empty_lists_unset(record):
    """Return a record as CSV can tell it: nothing found is nothing looked for."""
    return replace(
        record, events=tuple(replace(one, contexts=one.contexts or UNSET) for one in record.events)
    )


@pytest.fixture(autouse=True)
def large_cells():
    before = csv.field_size_limit(10_000_000)
    yield
    csv.field_size_limit(before)


def test_csv_loses_nothing(tmp_path):
    write("csv", tmp_path)
    tables = read_csv(tmp_path)
    assert list(put_together(tables)) == [empty_lists_unset(told(one)) for one in RECORDS]


def test_csv_is_rfc_4180(tmp_path):
    (article, *_) = write("csv", tmp_path, [make_record()]).values()
    first, rest = article.split(b"\r\n", 1)
    assert first.startswith(b"article,title,url,")
    assert rest.endswith(b"\r\n")
    assert not article.startswith(b"\xef\xbb\xbf")


def test_every_word_of_every_span_is_there(tmp_path):
    write("csv", tmp_path)
    tables = read_csv(tmp_path)
    texts = {row["article"]: row["text"] for row in tables["article"]}
    number = 0
    for name, rows in tables.items():
        for row in rows:
            for start in [key for key in row if key.endswith("start")]:
                prefix = start[: -len("start")]
                words = row.get(f"{prefix}words", row.get(prefix[:-1]))
                if row[start] is not None and name != "credit":
                    text = texts[row["article"]]
                    # DictReader gives back U+FFFD as it was written
                    assert (words or "") == text[row[start] : row[f"{prefix}end"]]
                    number += 1
    assert number > 40


def test_machine_profile_changes_no_cell_and_the_spreadsheet_profile_only_texts(tmp_path):
    odd = make_odd()
    events = (
        Event(id="v1", type="ASSAULT", trigger=(1, 4), actors=("e1",), status="actual",
              asserted_by="outlet", evidence=((1, 4),), intensity=-9.5, contexts=()),
    )  # fmt: skip
    odd = replace(odd, events=events)
    plain, safe = tmp_path / "plain", tmp_path / "safe"
    plain.mkdir(), safe.mkdir()
    write("csv", plain, [odd])
    write("csv", safe, [odd], spreadsheet=True)
    assert (safe / "article.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    machine, spreadsheet = read_csv(plain), read_csv(safe, "utf-8-sig")
    assert machine["entity"][0]["name"] == "=SUM(A1) 😀"
    assert spreadsheet["entity"][0]["name"] == "'=SUM(A1) 😀"
    assert spreadsheet["entity"][0]["acronym"] == "'12e45"
    assert spreadsheet["article"][0]["title"] == "'-1+1|😀"
    assert spreadsheet["event"][0]["intensity"] == -9.5
    assert (safe / "event.csv").read_text("utf-8-sig").count(",-9.5,") == 1


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("=1", "'=1"), ("+62", "'+62"), ("-", "'-"), ("@a", "'@a"), ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"), ("a=1", "a=1"), ("", ""), ("32.10", "'32.10"), ("007", "'007"),
        ("4f210b9461f7134a", "4f210b9461f7134a"), ("1234567890123456", "'1234567890123456"),
        ("1e5", "'1e5"), ("2024-03-04", "2024-03-04"), ("Q42", "Q42"), ("[\"a\"]", "[\"a\"]"),
    ],
)  # fmt: skip
def test_harmless(text, made):
    assert csv_format.harmless(text) == made


FORBIDDEN = "".join(map(chr, [*range(9), *range(11, 32), 0xD83D, 0xFFFE, 0xFFFF]))


def test_xlsx_loses_nothing(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx", tmp_path)))
    tables = {}
    for sheet in book:
        head, *rows = sheet.iter_rows(values_only=True)
        tables[sheet.title] = [dict(zip(head, row, strict=True)) for row in rows]
    # what did not fit is told, with the pieces
    for row in tables.pop("remark"):
        if row["remark"] == "continued":
            tables[row["sheet"]][row["row"] - 2][row["column"]] += row["text"]
        else:
            assert row["remark"] == "replaced"
            assert "\ufffd" in tables[row["sheet"]][row["row"] - 2][row["column"]]
    for name, rows in tables.items():
        for row in rows if name in BY_NAME else ():
            for column in BY_NAME[name].columns:
                if column.kind == "list" and row[column.name]:
                    row[column.name] = json.loads(row[column.name])
    assert list(put_together(tables)) == [
        empty_lists_unset(told(one, FORBIDDEN)) for one in RECORDS
    ]


def test_xlsx_holds_no_formula_and_no_error(tmp_path):
    article = Article(id=article_id("#N/A"), text="#N/A", title="=1+1", outlet="#REF!", url="1e5")
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx", tmp_path, [Record(article=article)])))
    row = next(book["article"].iter_rows(min_row=2))
    assert [cell.value for cell in row[:4]] == [article.id, "=1+1", "1e5", "#REF!"]
    assert {cell.data_type for cell in row if cell.value is not None} == {"s"}
    assert row[1].quotePrefix


def test_xlsx_has_numbers_as_numbers(tmp_path):
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx", tmp_path, [make_full()])))
    head, row, *_ = book["event"].iter_rows(values_only=True)
    event = dict(zip(head, row, strict=True))
    assert (event["intensity"], event["confidence"], event["trigger_start"]) == (-2, 0.75, 120)


def test_a_table_goes_on_in_a_second_sheet(tmp_path, monkeypatch):
    monkeypatch.setattr("simak.export.xlsx._ROWS", 3)
    book = openpyxl.load_workbook(io.BytesIO(write("xlsx", tmp_path, [make_record()])))
    number = sum(sheet.max_row - 1 for sheet in book if sheet.title.split()[0] == "mention")
    assert (number, "mention 2" in book.sheetnames) == (6, True)


def test_parquet_loses_nothing(tmp_path):
    write("parquet", tmp_path)
    tables = {}
    for table in TABLES:
        found = pyarrow.parquet.read_table(tmp_path / f"{table.name}.parquet")
        assert found.schema.names == [column.name for column in table.columns]
        assert found.schema.field(0).metadata[b"about"].decode() == table.columns[0].about
        tables[table.name] = found.to_pylist()
    assert list(put_together(tables)) == [told(one) for one in RECORDS]


def test_parquet_comes_in_row_groups(tmp_path, monkeypatch):
    monkeypatch.setattr("simak.export.parquet._ROWS", 2)
    write("parquet", tmp_path, [make_record()])
    file = pyarrow.parquet.ParquetFile(tmp_path / "mention.parquet")
    assert (file.metadata.num_rows, file.metadata.num_row_groups) == (6, 3)


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet"])
def test_the_same_records_give_the_same_bytes(name, tmp_path):
    made = []
    for number in "ab":
        (tmp_path / number).mkdir()
        made.append(write(name, tmp_path / number))
    assert made[0] == made[1]


@pytest.mark.parametrize("name", ["csv", "xlsx", "parquet"])
def test_no_article_at_all(name, tmp_path):
    assert write(name, tmp_path, [])


def test_identities_and_places():
    record = make_full()
    link = Link(authority="iso3166", id="AT", basis="lexicon")
    city = Link(authority="kemendagri", id="32.73", basis="text")
    first, second, third, fourth = record.entities
    entities = first, replace(second, link=link), third, replace(fourth, link=city)
    record = replace(record, entities=entities)
    setting = Setting(identities=lambda record: {"e1": Identity("7", "Sari W.")})
    rows = list(Tables(setting).rows(record))
    entity = [row for name, row in rows if name == "entity"]
    assert [row[-2:] for row in entity] == [("7", "Sari W."), *3 * [(None, None)]]
    places = [row for name, row in rows if name == "place"]
    assert [(row[1], row[2], row[-2]) for row in places] == [
        ("e2", "Melati", "AUT"), ("e4", "Kota Anggrek", "IDN"),
    ]  # fmt: skip
    assert places[1][-1][-1] == "Indonesia"


def test_dictionary_tells_of_every_column():
    rows = list(dictionary())
    assert {(row[0], row[1]) for row in rows if row[1]} == {
        (table.name, column.name) for table in TABLES for column in table.columns
    }
    assert all(row[3] for row in rows)


def test_quad_codes():
    assert [quad_code(one) for one in ("AGREE", "RETREAT", "ACCUSE", "SANCTION")] == [1, 2, 3, 4]

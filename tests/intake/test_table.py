"""Tables: columns by name, a bad row alone, nothing guessed."""

import datetime
import json

import pyarrow
import pyarrow.parquet
import pytest

from simak.errors import InputError
from simak.intake.article import Incoming
from simak.intake.column import parse_columns
from simak.intake.gather import Gatherer
from simak.intake.limit import Limits

from . import seed


def rows(tmp_path, data, name="a.csv", **options):
    path = tmp_path / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    found = list(Gatherer(**options).gather([str(path)]))
    assert len({one.name for one in found}) == len(found)
    return {
        one.name.removeprefix(f"{tmp_path}/{name}"): one
        if isinstance(one, Incoming)
        else one.reason
        for one in found
    }


def test_indonesian_and_english_names_in_any_case(tmp_path):
    for header in ("Judul;ISI Berita;Tanggal-Terbit;Media;Penulis;Tautan",
                   "headline;Content;published_at;Publisher;Author;Link"):  # fmt: skip
        line = "Rapat;Rapat dibuka.;05/03/2024;Kabar Melati;Sari Wulan dan Budi Laut;https://a.example/1"
        found = rows(tmp_path, f"{header}\n{line}\n")[":2"]
        assert found.title == "Rapat"
        assert found.text == "Rapat dibuka."
        assert found.published == "2024-03-05"
        assert found.outlet == "Kabar Melati"
        assert found.byline == ("Sari Wulan", "Budi Laut")
        assert found.url == "https://a.example/1"


@pytest.mark.parametrize("divider", [",", ";", "\t", "|"])
def test_dividers_and_line_ends(tmp_path, divider):
    data = seed.csv(2, divider).decode()
    for end in ("\r\n", "\n"):
        found = rows(tmp_path, "\ufeff" + data.replace("\r\n", end), "a.txt")
        assert [one.text for one in found.values()] == [seed.TEXT] * 2


def test_a_first_line_of_prose_is_no_table(tmp_path):
    for text in ("Berita, isi, dan judul\nRapat dibuka, kata dia.\n", "Isi\nRapat dibuka.\n"):
        assert rows(tmp_path, text, "a.txt")[""].text == text


def test_utf16_as_spreadsheets_save_it(tmp_path):
    data = seed.csv(2, "\t").decode().encode("utf-16")
    assert [one.text for one in rows(tmp_path, data, "a.csv").values()] == [seed.TEXT] * 2
    found = rows(tmp_path, data[:-5] + b"\x00\xd8\x00\xd8", "a.csv")
    assert [*found.values()][-1] == "encoding"


def test_a_row_in_cp1252_is_read_and_one_in_pieces_refused(tmp_path):
    good = ('"Rapat","' + seed.TEXT.replace("“", "\u201c") + '"\n').encode("cp1252")
    bad = ('"Rapat","' + seed.TEXT + '"\n').encode().replace("”".encode(), b"\xff", 1)
    found = rows(tmp_path, b"judul,isi\n" + good + bad + good)
    assert [getattr(one, "text", one) for one in found.values()] == [
        seed.TEXT, "encoding", seed.TEXT,
    ]  # fmt: skip


def test_bad_rows_are_named_by_their_line(tmp_path):
    data = (
        "judul,isi\n"
        "a,Rapat dibuka.\n"
        "b\n"
        'c,"Rapat ""besar"",\ndua baris"\n'
        'd,"Rapat "besar" lagi"\n'
        "e,\n"
        "f,NaN\n"
        "\n"
        "g,Rapat ditutup.,,\n"
        "h,Rapat,lebih\n"
        'i,"Tidak ditutup\nRapat.\n'
    )
    found = rows(tmp_path, data)
    assert {
        name: one if isinstance(one, str) else one.text for name, one in found.items()
    } == {
        ":2": "Rapat dibuka.", ":3": "damaged", ":4": 'Rapat "besar",\ndua baris', ":6": "damaged",
        ":7": "no article", ":8": "no article", ":10": "Rapat ditutup.", ":11": "damaged",
        ":12": "damaged",
    }  # fmt: skip


def test_a_row_that_is_too_long_is_alone(tmp_path):
    limits = Limits(row=5000)
    data = f'judul,isi\na,Rapat.\nb,{"x" * 9000}\nc,Rapat.\nd,"{"x,y" * 10}\n{"z" * 6000}\n'
    found = rows(tmp_path, data, limits=limits)
    assert [getattr(one, "text", one) for one in found.values()][:3] == [
        "Rapat.", "too large", "Rapat.",
    ]  # fmt: skip
    assert [*found.values()][3:] == ["too large"]
    data = f'{{"text": "Rapat."}}\n{{"text": "{"x" * 9000}"}}\n{{"text": "Rapat."}}\n'
    found = rows(tmp_path, data, "a.jsonl", limits=limits)
    assert [getattr(one, "text", one) for one in found.values()] == [
        "Rapat.", "too large", "Rapat.",
    ]  # fmt: skip


def test_html_in_a_cell(tmp_path):
    data = 'isi,judul\n"<p>Rapat <b>dibuka</b>.</p><p>“Ya,” kata dia.</p>",a\n"<p></p><br>",b\n'
    found = rows(tmp_path, data)
    assert found[":2"].text == "Rapat dibuka.\n“Ya,” kata dia."
    assert found[":3"] == "no article"
    cell = json.dumps({"text": seed.page().decode(), "outlet": "Kabar Melati"})
    one = rows(tmp_path, cell, "a.jsonl")[":1"]
    assert one.text.endswith(seed.SENTENCES[-1])
    assert (one.title, one.outlet) == (seed.TITLE, "Kabar Melati")


def test_json_lines(tmp_path):
    lines = [
        {"text": "Rapat dibuka."},
        {"isi": {"teks": "Rapat ditutup."}},
        [1, 2],
        {"text": 5},
        {"text": ["Satu.", "Dua."], "authors": ["Sari Wulan", "Budi Laut"]},
        {"text": "Rapat.", "date": float("nan"), "url": "ftp://a.example"},
    ]
    data = "\n".join(json.dumps(line) for line in lines).encode()
    data += b'\n{"text": "\\ud800"}\n{"text": "\xff"}\n' + b"[" * 100_000 + b"\n"
    found = rows(tmp_path, data, "a.jsonl", columns=parse_columns(["text=isi.teks", "text=text"]))
    assert [getattr(one, "text", one) for one in found.values()] == [
        "Rapat dibuka.", "Rapat ditutup.", "damaged", "no article", "Satu.\nDua.", "Rapat.",
        "damaged", "encoding", "damaged",
    ]  # fmt: skip
    assert found[":5"].byline == ("Sari Wulan", "Budi Laut")
    assert found[":6"].url is None


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("2024-03-05", "2024-03-05"),
        ("2024-03-05 10:15:00", "2024-03-05T10:15:00"),
        ("5 Maret 2024", "2024-03-05"),
        ("Selasa, 05 Mar 2024 10:15 WIB", "2024-03-05T10:15:00+07:00"),
        ("2024-03-04T20:00:00Z", "2024-03-05T03:00:00+07:00"),
        (1709607600, "2024-03-05T10:00:00+07:00"),
        (1709607600000, "2024-03-05T10:00:00+07:00"),
        ("1709607600", "2024-03-05T10:00:00+07:00"),
        ("20240305", "2024-03-05"),
        ("20241305", None),
        (17, None),
        (True, None),
        ("kemarin", None),
    ],
)
def test_dates(tmp_path, given, published):
    data = json.dumps({"text": "Rapat dibuka.", "tanggal": given})
    assert rows(tmp_path, data, "a.jsonl")[":1"].published == published


def test_parquet(tmp_path):
    table = pyarrow.table(
        {
            "artikel": ["Rapat dibuka.", None, "<p>Rapat</p>", "x" * 9000],
            "penulis": [["Sari Wulan"], None, [], None],
            "tgl": [datetime.date(2024, 3, 5), None, None, None],
            "media": pyarrow.array(["Kabar Melati"] * 4).dictionary_encode(),
        }
    )
    pyarrow.parquet.write_table(table, tmp_path / "b.parquet", row_group_size=2)
    data = (tmp_path / "b.parquet").read_bytes()
    found = rows(tmp_path, data, "a.parquet", limits=Limits(row=5000))
    assert [getattr(one, "text", one) for one in found.values()] == [
        "Rapat dibuka.", "no article", "Rapat", "too large",
    ]  # fmt: skip
    assert found[":1"].published == "2024-03-05"
    assert (found[":1"].byline, found[":1"].outlet) == (("Sari Wulan",), "Kabar Melati")


def test_a_damaged_row_group_of_parquet_is_one_rejection(tmp_path):
    data = seed.parquet(
        90, row_group_size=30, compression="none", use_dictionary=False, write_page_checksum=True
    )
    at = data.index(b"(45)")
    found = rows(tmp_path, data[:at] + b"(99)" + data[at + 4 :], "a.parquet")
    refused = [name for name, one in found.items() if one == "damaged"]
    assert refused == [":31"]
    assert len(found) == 61


def test_column_map_says_what_is_wrong(tmp_path):
    for words in ("text", "isi=text", "text=", "=isi"):
        with pytest.raises(InputError, match="--map"):
            parse_columns([words])
    path = tmp_path / "a.csv"
    path.write_text("a,b\n1,2\n")
    (one,) = Gatherer(columns=parse_columns(["text=kabar"])).gather([str(path)])
    assert "kabar" in one.message
    assert "a, b" in one.message
    (one,) = Gatherer().gather([str(path)])
    assert "--map text=COLUMN" in one.message

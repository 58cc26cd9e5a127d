"""The commands that ask a store: each form, each filter, and what is said when there is nothing."""

import csv
import io
import json

import pytest

from simak.store import Store

ARTICLE = (
    "Bupati Rawa Elok, Sari Wulan, bertemu Menteri Perhubungan Budi Laut pada Senin (4/3/2024). "
    '"Kami akan membangun jembatan baru untuk warga," kata Sari Wulan kepada wartawan.\n'
)


@pytest.fixture
def asked(simak, tmp_path):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    assert simak("add", "a.txt", "--published", "2024-03-05", "--outlet", "Harian Melati").code == 0
    return simak


def test_search(asked):
    result = asked("search", "bangun", '"jembatan baru"')
    assert result.code == 0
    assert "2024-03-05 · Harian Melati" in result.out
    assert "akan membangun jembatan baru" in result.out
    assert asked("search", "banjir").out == ""
    (row,) = map(json.loads, asked("search", "bangun", "--format", "jsonl").out.splitlines())
    assert row["outlet"] == "Harian Melati"


def test_statements(asked):
    result = asked("statements", "--by", "wulan", "--evidence")
    assert "Sari Wulan (say, direct): Kami akan membangun jembatan baru untuk warga" in result.out
    assert '> "Kami akan membangun jembatan baru untuk warga," kata Sari Wulan kepada' in result.out
    assert asked("statements", "--act", "deny").out == ""
    rows = list(csv.DictReader(io.StringIO(asked("statements", "--format", "csv").out)))
    assert [row["speaker"] for row in rows] == ["Sari Wulan"]
    assert "evidence" not in rows[0]


def test_events(asked):
    result = asked("events", "--between", "Budi Laut", "Sari Wulan")
    assert "2024-03-04 CONSULT (actual): Sari Wulan > Budi Laut" in result.out
    assert "  1 report, 1 telling, 1 outlet (Harian Melati), 1 independent\n" in result.out
    assert "1 event in 1 report\n" in result.err
    result = asked("events", "--unit", "report", "--type", "consult", "--evidence")
    assert "“bertemu”" in result.out
    assert "> Bupati Rawa Elok, Sari Wulan, bertemu" in result.out
    rows = list(csv.DictReader(io.StringIO(asked("events", "--format", "csv").out)))
    assert (rows[0]["actors"], rows[0]["recipients"]) == ("Sari Wulan", "Budi Laut")


def test_who_and_stats(asked):
    result = asked("who", "Sari Wulan", "--evidence")
    assert "office: Bupati" in result.out
    assert "names: Sari Wulan (1)" in result.out
    assert asked("who", "Tak Ada").code == 3
    assert "1  articles" in asked("stats").out
    assert asked("stats", "--statements", "speaker", "--format", "csv").out == (
        "speaker,statements\r\nSari Wulan,1\r\n"
    )
    assert json.loads(asked("stats", "--events", "pair", "--format", "jsonl").out) == {
        "pair": "Sari Wulan > Budi Laut", "events": 1,
    }  # fmt: skip


def test_what_people_say_holds(asked, tmp_path):
    with Store("simak.db") as store:
        (record,) = store.records()
        article, event = record.article.id, record.events[0].id
    said = asked("judge", "wrong", article, event, "--by", "Tester", "--note", "salah baca")
    assert (said.code, asked("events").out) == (0, "")
    assert "Tester: wrong event" in asked("judge", "list").out
    assert asked("judge", "export", "putusan.jsonl").code == 0
    assert asked("judge", "undo", said.out.strip()).code == 0
    assert "CONSULT" in asked("events").out
    assert asked("judge", "value", article, event, "status=denied").code == 0
    assert "CONSULT (denied)" in asked("events").out
    # the same said elsewhere
    asked("add", "a.txt", "--db", "lain.db", "--published", "2024-03-05")
    result = asked("judge", "import", "putusan.jsonl", "--db", "lain.db")
    assert "1 judgements taken over" in result.err
    assert asked("events", "--db", "lain.db").out == ""


def test_what_does_not_fit_is_not_kept(asked):
    with Store("simak.db") as store:
        (record,) = store.records()
        article, said = record.article.id, record.statements[0].id
    for words, why in (
        ([article, said, "act=bohong"], "Invalid enum value 'bohong'"),
        ([article, said, "pelaku=X"], "no field pelaku can be changed; there are act,"),
        ([article, said, "id=x"], "no field id can be changed"),
        ([article, said, "act"], "give a field and its value"),
    ):
        result = asked("judge", "value", *words)
        assert (result.code, why in result.err) == (2, True), result.err
    result = asked("judge", "same", f"{article}:0-3", f"{article}:1-2")
    assert (result.code, "nothing was kept" in result.err) == (2, True)
    assert asked("judge", "list").out == ""


def test_who_is_who(asked):
    def number(name):
        return asked("who", name).out.split()[0]

    assert asked("judge", "rename", number("Budi Laut"), "Budi L.").code == 0
    assert "Budi L." in asked("who", "budi laut").out
    assert asked("judge", "same", number("Budi Laut"), number("Sari Wulan")).code == 0
    assert number("Budi Laut") == number("Sari Wulan")


def test_a_minus_leaves_a_word_out(asked):
    assert asked("search", "bangun", "-hoaks").out
    assert asked("search", "bangun", "-jembatan").out == ""
    assert "usage: simak search" in asked("search", "bangun", "-h").out


def test_a_number_of_who_is_a_name_elsewhere(asked):
    number = asked("who", "Sari Wulan").out.split()[0]
    plain = asked("statements", "--by", number.strip("#"))
    assert "Sari Wulan (say, direct)" in plain.out
    assert asked("statements", "--by", number).out == plain.out
    assert asked("who", number.strip("#")).out == asked("who", number).out


def test_ids_of_rows_go_to_judge(asked):
    for command in (["statements"], ["events", "--unit", "report"]):
        words = next(
            line.split(" · ")[-1].split(",")[0].split()
            for line in asked(*command).out.splitlines()
            if " · " in line
        )
        assert asked("judge", "wrong", *words).code == 0
        assert asked(*command).out == ""


def test_it_is_said_when_nothing_is_found(asked):
    result = asked("statements", "--by", "Tak Ada")
    assert (result.code, result.out) == (0, "")
    assert "nothing found: simak.db knows nobody called 'Tak Ada'" in result.err
    assert asked("statements", "--by", "Sari Wulan", "--act", "deny").err == (
        "simak: nothing found\n"
    )
    assert "nothing found" in asked("search", "banjir").err
    assert "'Tak Ada'" in asked("events", "--between", "Tak Ada", "Sari Wulan").err


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["search", "-"], "nothing to search for"),
        (["statements", "--from", "besok"], "is no date"),
        (["statements", "--from", "2024-03", "--to", "2024-02"], "ends before it begins"),
        (["events", "--limit", "0"], "must be 1 or more"),
        (["events", "--limit", "banyak"], "must be 1 or more"),
        (["events", "--mode", "korupsi"], "CONSULT has visit, third-party"),
        (["events", "--type", "aid", "--mode", "visit"], "AID has none"),
        (["events", "--context", "korupsi"], "give one of military"),
        (["stats", "--unit", "report"], "needs --events"),
        (["stats", "--events", "type", "--statements", "act"], "two questions"),
        (["stats", "--from", "2024"], "need --statements or --events"),
        (["search", "x", "--db", "tak-ada.db"], "no such store"),
        (["judge", "wrong", "x"], "simak judge wrong ARTICLE ROW"),
        (["judge", "wrong", "x", "y"], "there is no article x"),
        (["judge", "rename", "#999", "X"], "there is no identity #999"),
        (["judge", "rename", "Budi", "X"], "neither a number"),
        (["judge", "same", "x:0-4", "1"], "there is no article x"),
        (["judge", "undo", "x"], "nobody made a judgement x"),
        (["judge", "import", "tak-ada"], "cannot be read"),
    ],
)
def test_what_cannot_be_answered(asked, arguments, why):
    result = asked(*arguments)
    assert (result.code, why in result.err) == (2, True), result.err

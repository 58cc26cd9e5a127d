"""``simak import`` from a store to files, and from changed files back into the store."""

import pytest

from export.sample import TEXT, make_record
from simak.cli import OK, USAGE, main
from simak.export import brat
from simak.export.format import Setting
from simak.intake.article import Incoming
from simak.judgement import judgement, target_of
from simak.store import Store


@pytest.fixture
def db(tmp_path):
    path = tmp_path / "berita.db"
    with Store(path) as store:
        store.put(Incoming(name="a.txt", text=TEXT), make_record())
    return path


@pytest.fixture
def folder(tmp_path, db):
    out = tmp_path / "anotasi"
    out.mkdir()
    with Store(db) as store:
        brat.write(store.records(), out, Setting())
    return out


def change(folder, old, new):
    [path] = folder.glob("*.ann")
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def take_over(folder, db, *more):
    return main(["import", "--format", "brat", str(folder), "--db", str(db), "--by", "Rina", *more])


def said(db):
    with Store(db) as store:
        return [(one.kind, one.by, one.value) for one in store.judgements()]


@pytest.mark.parametrize("form", ["brat", "cas"])
def test_out_and_back_through_the_commands(form, tmp_path, db, capsys):
    out = tmp_path / "keluar"
    assert main(["export", "--format", form, "--db", str(db), "--out", str(out)]) == OK
    assert main(["import", "--format", form, str(out), "--db", str(db)]) == OK
    assert "0 judgements from 1 files" in capsys.readouterr().err
    assert said(db) == []


def test_what_was_changed_is_in_the_store(folder, db):
    change(folder, "Status E4 actual", "Status E4 planned")
    assert take_over(folder, db) == OK
    assert said(db) == [("value", "Rina", {"status": "planned"})]
    with Store(db) as store:
        assert store.record(make_record().article.id).events[1].status == "planned"


def test_the_same_file_again_says_nothing_more(folder, db):
    change(folder, "T17\tCONSULT 28 35\tbertemu", "T17\tCONSULT 28 45\tbertemu Budi Laut")
    take_over(folder, db)
    take_over(folder, db)
    assert len(said(db)) == 1


def test_two_people_correct_the_same_file(folder, db):
    """The second file is compared with what it was made from, not with what the first changed."""
    with Store(db) as store:
        record = store.record(make_record().article.id)
        store.judge(
            judgement("wrong", target_of(record, record.times[0]), by="Budi", at="2024-03-05")
        )
    change(folder, "Status E4 actual", "Status E4 planned")
    assert take_over(folder, db) == OK
    assert [kind for kind, *_ in said(db)] == ["wrong", "value"]
    with Store(db) as store:
        record = store.record(make_record().article.id)
        assert (record.times, record.events[1].status) == ((), "planned")


def test_nothing_is_taken_over_if_one_file_is_broken(folder, db, capsys):
    change(folder, "Status E4 actual", "Status E4 planned")
    folder.joinpath("zzz.ann").write_text("T1\tPER 0 4\tSari\n")
    assert take_over(folder, db) == USAGE
    assert "zzz.ann" in capsys.readouterr().err
    assert said(db) == []


def test_an_article_that_was_read_anew(folder, db, capsys):
    record = make_record()
    with Store(db) as store:
        from msgspec.structs import replace

        store.put(Incoming(name="a.txt", text=TEXT), replace(record, events=record.events[1:]))
    assert take_over(folder, db) == USAGE
    assert "read anew" in capsys.readouterr().err


def test_an_article_that_is_not_in_the_store(folder, tmp_path, capsys):
    with Store(tmp_path / "lain.db"):
        pass
    assert take_over(folder, tmp_path / "lain.db") == USAGE
    assert "is not in" in capsys.readouterr().err


def test_a_text_that_was_changed(folder, db, capsys):
    [path] = folder.glob("*.txt")
    path.write_text(path.read_text() + " lagi")
    assert take_over(folder, db) == USAGE
    assert "its text is not that of the article" in capsys.readouterr().err


def test_dry_run(folder, db, capsys):
    change(folder, "Status E4 actual", "Status E4 planned")
    assert take_over(folder, db, "--dry-run") == OK
    assert '"status": "planned"' in capsys.readouterr().out
    assert said(db) == []

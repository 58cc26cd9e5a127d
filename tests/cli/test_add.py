"""``simak add``: what came in, what was a copy, what was refused and why."""

import pytest

from simak.store import Store


def test_a_folder_goes_into_a_store(simak, news, tmp_path):
    result = simak("add", news, "--db", tmp_path / "b.db", "--outlet", "Harian Melati")
    assert result.code == 1
    assert "a PDF" in result.err
    assert "3 inputs: 2 new; 1 refused (1 not text). Kept in" in result.err
    with Store(tmp_path / "b.db") as store:
        assert {record.article.outlet for record in store.records()} == {"Harian Melati"}
    again = simak("add", news, "--db", tmp_path / "b.db", "--outlet", "Harian Melati", "--verbose")
    assert "3 inputs: 0 new; 2 there already; 1 refused" in again.err
    assert "a.txt: there, " in again.err


def test_the_same_text_is_a_copy(simak, news, tmp_path):
    (news / "c.txt").write_bytes((news / "a.txt").read_bytes())
    result = simak("add", news / "a.txt", news / "c.txt", "--db", tmp_path / "b.db")
    assert (result.code, "1 new; 1 copies of what is there; 0 refused" in result.err) == (0, True)


def test_a_dry_run_makes_no_store(simak, news, tmp_path):
    result = simak("add", news / "a.txt", "--dry-run")
    assert result.code == 0
    assert "1 new; 0 refused. A dry run: nothing was kept" in result.err
    assert not (tmp_path / "simak.db").exists()


def test_nothing_could_be_read(simak, tmp_path):
    result = simak("add", tmp_path / "tak-ada.txt")
    assert (result.code, "1 not there" in result.err) == (3, True)


def test_a_table_with_its_columns(simak, tmp_path):
    (tmp_path / "b.csv").write_text(
        "judul,konten,terbit\n"
        '"Jembatan dibuka","Bupati Sari Wulan mengatakan jembatan itu sudah kuat.","2024-03-05"\n',
        encoding="utf-8",
    )
    result = simak("add", "b.csv", "--map", "text=konten", "--map", "published=terbit")
    assert result.code == 0, result.err
    with Store(tmp_path / "simak.db") as store:
        (record,) = store.records()
    assert record.article.published.value == "2024-03-05"
    assert record.article.published.basis == "metadata"


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--published", "besok"], "is no date"),
        (["--map", "isi"], "isi"),
        (["--db", "foo://x"], "give a file or postgresql://"),
        (["--db", "tak/ada/x.db"], "cannot be opened"),
    ],
)
def test_what_cannot_be_done_as_given(simak, news, arguments, why):
    result = simak("add", news / "a.txt", *arguments)
    assert (result.code, why in result.err) == (2, True), result.err

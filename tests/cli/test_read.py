import json
from pathlib import Path

import pytest

from simak.record import Published, decode

ENGLISH = "The president said on Monday that the government would build a new bridge in the city."


def test_text_is_the_default(simak, news):
    result = simak("read", news / "a.txt")
    assert result.code == 0
    assert "Statements (1)" in result.out
    assert "“Jembatan ini kuat”" in result.out
    assert "\x1b" not in result.out
    assert result.err == ""


def test_json_is_the_record(simak, news):
    about = ["--published", "2024-03-05", "--outlet", "Kabar Melati", "--title", "Jembatan"]
    about += ["--url", "https://m.example"]
    result = simak("read", news / "a.txt", "--format", "json", *about)
    article = decode(result.out).article
    assert article.text == (news / "a.txt").read_text(encoding="utf-8")
    assert (article.published.value, article.published.basis) == ("2024-03-05", "given")
    assert (article.outlet, article.title, article.url) == (
        "Kabar Melati", "Jembatan", "https://m.example",
    )  # fmt: skip
    assert simak("read", news / "a.txt", "--format", "json").out == (
        simak("read", news / "a.txt", "--format", "json").out
    )


def test_standard_input(simak):
    result = simak("read", "-", "--format", "jsonl", stdin="Rapat dibuka.\r\n".encode("utf-16"))
    assert result.code == 0
    assert decode(result.out).article.text == "Rapat dibuka.\n"


def test_a_bad_article_does_not_stop_the_run(simak, news):
    result = simak("read", news, news / "lost.txt", "--format", "jsonl")
    assert result.code == 1
    assert len(result.out.splitlines()) == 2
    assert "a.txt: a PDF file" in result.err
    assert "lost.txt: no such file" in result.err
    assert "4 inputs, 2 read, 2 refused" in result.err


def test_several_as_json_are_an_array(simak, news):
    result = simak("read", news, "--format", "json")
    assert [len(row["article"]["id"]) for row in json.loads(result.out)] == [16, 16]


def test_several_as_text_are_told_apart(simak, news):
    result = simak("read", news / "a.txt", news / "b.txt")
    assert result.out.startswith("=== ")
    assert result.out.count("\n=== ") == 1


def test_several_pages_go_to_a_folder(simak, news, tmp_path):
    assert simak("read", news, "--format", "html").code == 2
    (news / "lama" / "a.txt").write_text("Rapat itu sudah dibuka.", encoding="utf-8")
    result = simak("read", news, "--format", "html", "--out", tmp_path / "out" / "pages")
    assert result.code == 0
    names = sorted(path.name for path in (tmp_path / "out" / "pages").iterdir())
    assert names == ["a-2.html", "a.html", "b.html"]


@pytest.mark.parametrize("form", ["text", "json", "jsonl", "html"])
def test_out_gets_what_would_be_printed(simak, news, tmp_path, form):
    printed = simak("read", news / "a.txt", "--format", form).out
    result = simak("read", news / "a.txt", "--format", form, "--out", tmp_path / "result")
    assert (result.code, result.out) == (0, "")
    assert (tmp_path / "result").read_text(encoding="utf-8") == printed
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_out_never_overwrites_an_input(simak, news):
    before = (news / "a.txt").read_bytes()
    assert simak("read", news / "a.txt", "--out", news / "a.txt").code == 2
    assert simak("read", news / "a.txt", "--out", news).code == 2
    assert (news / "a.txt").read_bytes() == before


def test_out_that_cannot_be_written(simak, news, tmp_path):
    (tmp_path / "file").write_text("")
    result = simak("read", news / "a.txt", "--out", tmp_path / "file" / "below")
    assert result.code == 2
    assert result.err.startswith("simak: cannot write ")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \n\t", "only white space"),
        (b"PK\x03\x04", "office"),
        (bytes(range(256)) * 9, "binary"),
        (ENGLISH.encode(), "English"),
        (b"Beliau berkata bahawa kerajaan akan membantu kerana banjir.", "Malay"),
    ],
)
def test_refusals_say_why(simak, tmp_path, data, why):
    (tmp_path / "x.txt").write_bytes(data)
    result = simak("read", "x.txt", "--format", "json")
    assert result.code == 3
    assert result.out == ""
    assert result.err.startswith("simak: x.txt: ")
    assert why in result.err
    assert "Traceback" not in result.err


def test_force_goes_on(simak, tmp_path):
    (tmp_path / "x.txt").write_text(ENGLISH, encoding="utf-8")
    result = simak("read", "x.txt", "--force", "--format", "json")
    assert result.code == 0
    assert decode(result.out).article.text == ENGLISH


@pytest.mark.parametrize(
    "arguments",
    [
        ("read", "berita/a.txt", "--published", "5 Maret"),
        ("read", "berita", "--title", "Rapat"),
        ("read", "berita/a.txt", "--format", "xml"),
        ("read",),
        ("write",),
        (),
    ],
)
def test_usage_errors(simak, news, arguments):
    result = simak(*arguments)
    assert result.code == 2
    assert result.out == ""
    assert result.err


def test_a_fault_is_one_line_and_is_counted(simak, news, monkeypatch):
    def fail(*_, **__):
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr("simak.cli.read.decode", fail)
    result = simak("read", news / "a.txt")
    assert result.code == 70
    assert "a fault in Simak (ZeroDivisionError: division by zero)" in result.err
    assert "1 inputs, 0 read, 1 refused" in result.err
    assert "Traceback" not in result.err
    assert "Traceback" in simak("--debug", "read", news / "a.txt").err


def test_ctrl_c(simak, news, monkeypatch):
    def interrupt(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("simak.cli.read.decode", interrupt)
    result = simak("read", news / "a.txt")
    assert (result.code, result.err) == (130, "simak: interrupted\n")


def test_a_saved_page_is_read_with_what_it_says_of_itself(simak, news):
    page = Path(__file__).parents[1] / "intake" / "page" / "sindonews.html"
    (news / "halaman.html").write_bytes(page.read_bytes())
    article = decode(simak("read", news / "halaman.html", "--format", "json").out).article
    assert article.title == "DPRD Lembayung Sahkan Perda Sungai"
    assert (article.outlet, article.byline) == ("Sindonews", ("Kartika Maheswari",))
    assert article.published == Published(value="2025-03-12T10:15:00+07:00", basis="metadata")
    assert article.url.startswith("https://nasional.sindonews.com/read/1540001/")
    assert "Baca Juga" not in article.text
    given = ("--published", "2025-03-11", "--outlet", "Kabar Elok")
    article = decode(simak("read", news / "halaman.html", "--format", "json", *given).out).article
    assert article.published == Published(value="2025-03-11", basis="given")
    assert (article.outlet, article.byline) == ("Kabar Elok", ("Kartika Maheswari",))


def test_a_page_without_an_article_is_refused(simak, news):
    (news / "indeks.html").write_text("<html><body><a href=/1>Banjir</a></body></html>")
    result = simak("read", news / "indeks.html")
    assert result.code == 3
    assert "indeks.html: no article on this page" in result.err

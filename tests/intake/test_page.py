"""Saved pages: each outlet's markup around an article of our own (``tests/intake/page``)."""

import json
import socket
from pathlib import Path

import pytest

from simak.errors import LexiconError
from simak.intake.article import Incoming, Rejection
from simak.intake.page import PageReader, is_page, read
from simak.lexicon import Lexicon

PAGES = Path(__file__).parent / "page"
NAMES = sorted(path.stem for path in PAGES.glob("*.json"))
KOMPAS = "https://regional.kompas.com/read/banjir"
SENTENCES = (
    "<p>Camat Rawa Elok mengatakan bahwa air naik sejak Senin malam dan belum surut.</p>"
    "<p>“Warga sudah kami ungsikan ke balai desa,” kata camat itu kepada wartawan.</p>"
    "<p>Hujan deras turun di hulu Sungai Lintang selama dua hari berturut-turut.</p>"
)
TEXT = SENTENCES.replace("</p><p>", "\n").removeprefix("<p>").removesuffix("</p>")


@pytest.fixture(scope="module")
def reader():
    return PageReader(Lexicon())


def article(reader, page, url=KOMPAS, **given):
    found = reader.read(page if isinstance(page, bytes) else page.encode(), "a.html", url, **given)
    assert isinstance(found, Incoming), found
    return found


def refused(reader, page, url=KOMPAS, **given):
    found = reader.read(page if isinstance(page, bytes) else page.encode(), "a.html", url, **given)
    assert isinstance(found, Rejection), found
    assert found.name == "a.html"
    assert found.message.startswith("a.html: ")
    return found


def kompas(inside, head=""):
    return f"<html><head>{head}</head><body><div class='read__content'>{inside}</div></body></html>"


@pytest.mark.parametrize("name", NAMES)
def test_page_of_each_outlet(reader, name):
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    found = article(reader, (PAGES / f"{name}.html").read_bytes(), expected["from"])
    assert found.text.split("\n") == expected["text"]
    assert found.title == expected["title"]
    assert found.published == expected["published"]
    assert list(found.byline) == expected["byline"]
    assert found.outlet == expected["outlet"]
    assert found.url == expected["url"]


def test_there_are_outlets_enough(reader):
    outlets = {json.loads((PAGES / f"{name}.json").read_text())["outlet"] for name in NAMES}
    assert len(outlets & {outlet.name for outlet in reader.outlets}) >= 22


@pytest.mark.parametrize("name", NAMES)
def test_the_page_says_itself_where_it_is_from(reader, name):
    """By its canonical address, the name of its site or what stands behind its title."""
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    found = article(reader, (PAGES / f"{name}.html").read_bytes(), None)
    assert found.outlet == expected["outlet"]
    assert found.text.split("\n") == expected["text"]


def test_the_address_that_a_browser_wrote_into_the_page(reader):
    for note in (
        "<!-- saved from url=(0040)https://regional.kompas.com/read/banjir -->",
        "<!--\n Page saved with SingleFile \n url: https://regional.kompas.com/read/banjir#x \n-->",
    ):
        found = article(reader, f"<!DOCTYPE html>{note}{kompas(SENTENCES)}", None)
        assert (found.url, found.outlet, found.text) == (KOMPAS, "Kompas", TEXT)


# --- text ----------------------------------------------------------------------------------------


def test_white_space_collapses_and_nothing_else_changes(reader):
    inside = (
        "<p>Camat   berkata,\n \t“air  <b>na</b>ik\u00a0dua meter” — kata\u00a0dia ‘tadi’…  dan"
        " e\u0301 ﬁ Ａ &amp;amp; &lt;b&gt;</p>" + SENTENCES
    )
    line = "Camat berkata, “air naik\u00a0dua meter” — kata\u00a0dia ‘tadi’… dan e\u0301 ﬁ Ａ"
    line += " &amp; <b>"
    assert article(reader, kompas(inside)).text == f"{line}\n{TEXT}"


def test_breaks_blocks_and_lists_end_lines(reader):
    inside = (
        f"{SENTENCES}<ul><li>satu</li><li>dua</li></ul>tiga<br/>empat<br><br>lima<div>enam</div>"
    )
    assert article(reader, kompas(inside)).text == f"{TEXT}\nsatu\ndua\ntiga\nempat\nlima\nenam"


def test_cells_stand_apart_and_preformatted_lines_stay(reader):
    inside = f"{SENTENCES}<table><tr><td>Desa</td><td>40</td></tr></table><pre>satu\n  dua</pre>"
    assert article(reader, kompas(inside)).text == f"{TEXT}\nDesa 40\nsatu\ndua"


def test_what_a_browser_does_not_show_is_left_out(reader):
    hidden = "<p hidden>Rahasia.</p><p style='display:none'>Rahasia.</p><script>Rahasia</script>"
    hidden += "<template><p>Rahasia.</p></template><noscript>Rahasia</noscript><!-- Rahasia -->"
    assert article(reader, kompas(hidden + SENTENCES)).text == TEXT


def test_furniture_goes_wherever_it_fills_a_line(reader):
    inside = (
        f"<p>Baca juga: Jembatan Putus</p><p>[Gambas:Video 20detik]</p>{SENTENCES}"
        "<p>ADVERTISEMENT</p><p>Halaman 1 2 Selanjutnya</p><p>Tag: banjir</p><p>Bagikan:</p>"
    )
    assert article(reader, kompas(inside)).text == TEXT


def test_a_dateline_on_its_own_line_is_the_head_of_the_first_paragraph(reader):
    found = article(reader, kompas(f"<b>RAWA ELOK, KOMPAS.com</b> -{SENTENCES}"))
    assert found.text == f"RAWA ELOK, KOMPAS.com - {TEXT}"


def test_text_that_only_json_carries(reader):
    body = TEXT.replace("\n", "\\n").replace('"', '\\"')
    script = f'{{"@type":"NewsArticle","headline":"Banjir","articleBody":"{body}"}}'
    page = f"<html><script type='application/ld+json'>{script}</script><body><div id=app></div>"
    found = article(reader, page)
    assert (found.text, found.title) == (TEXT, "Banjir")


# --- outlets without rules -----------------------------------------------------------------------

STORY = (
    "RAWA ELOK - Bupati Kirana Tandika meresmikan pasar baru di tepi Sungai Lintang, Rabu.",
    "“Pasar ini milik warga,” kata Kirana kepada wartawan seusai peresmian.",
    "Pasar itu menampung 200 pedagang dan dibangun selama dua tahun dengan biaya Rp 12 miliar.",
    "Ketua paguyuban pedagang, Parta Winata, berharap sewa kios tidak naik.",
)
MENU = "<div id=nav><ul><li><a href=/>Home</a></li><li><a href=/politik>Politik</a></li></ul></div>"
ASIDE = "<div class=sidebar><h3>Terpopuler</h3>" + 8 * (
    "<a href=/1>Judul berita lain yang populer</a><p>Ringkasan singkat dari berita itu.</p>"
)
FOOT = "</div><div id=footer><p>Redaksi | Kontak</p><p>Copyright © 2025 Kabar Elok</p></div>"
LAYOUTS = {
    "a table, lines broken": (
        f"<table><tr><td>{MENU}</td><td><h1>Pasar Baru Dibuka</h1>{'<br><br>'.join(STORY)}</td>"
        f"<td>{ASIDE}{FOOT}</td></tr></table>"
    ),
    "divs without paragraphs": (
        f"{MENU}<div class=konten><h1>Pasar Baru Dibuka</h1><div class=isi>"
        f"{''.join(f'<div>{line}</div>' for line in STORY)}</div></div>{ASIDE}{FOOT}"
    ),
    "a blog": (
        "<div class='post hentry'><h3 class='post-title entry-title'>Pasar Baru Dibuka</h3>"
        f"<div class=post-body>{''.join(f'<div>{line}</div><br>' for line in STORY)}</div>"
        f"<div>Diposting oleh <span class=fn>Sari Wulan</span></div></div>{ASIDE}{FOOT}"
    ),
    "a press of words": (
        f"{MENU}<article><h1 class=entry-title>Pasar Baru Dibuka</h1><div class=entry-content>"
        f"<p>{'</p><p>'.join(STORY[:2])}</p><div class=relpost><p>Baca Juga</p><a href=/z>Beras"
        f"</a></div><p>{'</p><p>'.join(STORY[2:])}</p><p>Bagikan ini:</p><p>Tags: <a>pasar</a></p>"
        f"</div><div class=author-box><p>Sari Wulan menulis sejak 2015.</p></div></article>{ASIDE}"
        f"{FOOT}"
    ),
}


@pytest.mark.parametrize("name", LAYOUTS)
def test_layouts_of_outlets_without_rules(reader, name):
    head = "<title>Pasar Baru Dibuka | Kabar Elok</title>"
    page = f"<html><head>{head}</head><body>{LAYOUTS[name]}</body></html>"
    found = article(reader, page, "https://www.kabarelok.example/berita/pasar-baru")
    assert found.text.split("\n") == list(STORY)
    assert (found.title, found.outlet) == ("Pasar Baru Dibuka", "kabarelok.example")
    assert found.byline == (("Sari Wulan",) if name == "a blog" else ())


# --- metadata ------------------------------------------------------------------------------------


def test_date_out_of_the_address(reader):
    found = article(
        reader, kompas(SENTENCES), "https://nasional.kompas.com/read/2023/06/21/1/banjir"
    )
    assert found.published == "2023-06-21"


def test_a_time_in_utc_becomes_the_time_where_the_page_appeared(reader):
    head = "<meta property='article:published_time' content='2025-03-11T20:00:00Z'>"
    assert article(reader, kompas(SENTENCES, head)).published == "2025-03-12T03:00:00+07:00"


def test_a_made_up_zone_gives_way_to_the_printed_one(reader):
    head = "<meta property='article:published_time' content='2025-03-11T20:00:00Z'>"
    page = kompas(SENTENCES, head) + "<div class='read__time'>11/03/2025, 20:00 WIB</div>"
    assert article(reader, page).published == "2025-03-11T20:00:00+07:00"


def test_no_date_anywhere_is_no_date(reader):
    assert (
        article(reader, kompas(SENTENCES + "<p>Pada 3 Maret 2020 air juga naik.</p>")).published
        is None
    )


def test_a_byline_of_the_outlet_itself_is_nobody(reader):
    head = "<meta name='author' content='Tim Kompas.com'>"
    assert article(reader, kompas(SENTENCES, head)).byline == ()


def test_an_address_of_another_site_is_not_believed(reader):
    head = "<link rel='canonical' href='https://kabarlain.example/berita/1'>"
    assert article(reader, kompas(SENTENCES, head)).url == KOMPAS


def test_an_address_of_the_front_page_is_none(reader):
    head = "<link rel='canonical' href='https://www.kompas.com/'>"
    assert article(reader, kompas(SENTENCES, head)).url == KOMPAS


@pytest.mark.parametrize(
    ("printed", "title"),
    [
        ("Banjir - Kompas.com", "Banjir"),
        ("Banjir Halaman 2 - Kompas.com", "Banjir Halaman 2"),
        ("Banjir - Halaman all - Kompas.com", "Banjir"),
        ("Rawa Elok - Lembayung Putus - Kompas.com", "Rawa Elok - Lembayung Putus"),
    ],
)
def test_the_outlet_behind_a_title_is_no_title(reader, printed, title):
    assert article(reader, kompas(SENTENCES, f"<title>{printed}</title>")).title == title


# --- encodings -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoded",
    [
        kompas(SENTENCES).encode("utf-8-sig"),
        kompas(SENTENCES).encode("utf-16"),
        kompas(SENTENCES, "<meta charset='iso-8859-1'>").encode(),  # says so, and is UTF-8
        kompas(SENTENCES, "<meta charset='windows-1252'>").encode("cp1252"),
        kompas(SENTENCES, "<meta charset='utf-8'>").encode("cp1252"),  # says so, and is not
        kompas(SENTENCES).encode("cp1252"),
    ],
)
def test_quotation_marks_survive_every_encoding(reader, encoded):
    assert article(reader, encoded).text == TEXT


def test_the_server_says_the_encoding(reader):
    data = kompas(SENTENCES.replace("“", "¤")).encode("iso8859-15", "replace")
    assert article(reader, data, charset="ISO-8859-15").text


def test_broken_utf8_matters_only_in_the_article(reader):
    data = kompas(SENTENCES).encode()
    assert (
        article(reader, data.replace(b"</body>", "“ ”".encode() + b"\xe2\x80</body>")).text == TEXT
    )
    assert refused(reader, data.replace("“".encode(), b"\xe2\x80")).reason == "encoding"


def test_encodings_that_are_not_read_are_named(reader):
    page = kompas(SENTENCES, "<meta charset='shift_jis'>").encode() + b"\x82\xa0\x82"
    assert "shift_jis" in refused(reader, page.replace("“".encode(), b"\x81\x75")).message


# --- what is no article --------------------------------------------------------------------------


def test_a_list_of_articles_is_none(reader):
    entries = "".join(
        f"<article><h3><a href='/read/{n}'>Judul berita nomor {n} yang agak panjang</a></h3>"
        f"<p>Ringkasan berita nomor {n} yang cukup panjang untuk disebut kalimat.</p></article>"
        for n in range(20)
    )
    page = f"<html><head><title>Indeks</title></head><body>{entries}</body></html>"
    for url in (
        "https://indeks.kompas.com/", "https://www.kabarelok.example/", "https://a.example/x/y",
        "https://www.kabarelok.example/tag/banjir", None,
    ):  # fmt: skip
        found = refused(reader, page, url)
        assert found.reason == "no article"
        assert ".txt" in found.message


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><h1>404</h1><p>Halaman tidak ditemukan.</p></body></html>",
        "<html><frameset cols=1><frame src=a><frame src=b></frameset></html>",
        kompas("<p>Baca juga: Jembatan Putus</p>"),
        kompas(""),
    ],
)
def test_a_page_without_an_article(reader, page):
    assert refused(reader, page).reason == "no article"


def test_what_is_no_page(reader):
    assert refused(reader, b"").reason == "empty"
    assert refused(reader, b"%PDF-1.4 ...").reason == "not text"
    assert refused(reader, bytes(range(256)) * 20).reason == "not text"


def test_pages_are_told_by_how_they_begin():
    assert is_page(b"\xef\xbb\xbf\n<!-- saved --><!DOCTYPE html><html>")
    assert is_page(b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0//EN'>")
    assert is_page("<html>".encode("utf-16"))
    assert not is_page(b"Camat berkata <html> itu mudah.")
    assert not is_page(b"<?xml version='1.0'?><rss><channel>")


# --- an outlet of the user's ---------------------------------------------------------------------


def test_an_outlet_without_code(tmp_path):
    header = next(
        line
        for line in (Path(__file__).parents[2] / "src/simak/data/outlet_page.tsv")
        .read_text(encoding="utf-8")
        .splitlines()
        if not line.startswith("#")
    )
    row = "Kabar Elok\tkabarelok.example\tKE\tdiv#isi > section\t.sela\tMari ikuti\th2.judul\t.oleh"
    (tmp_path / "outlet_page.tsv").write_text(f"{header}\n{row}\t.kapan\tWITA\n", encoding="utf-8")
    page = (
        "<h2 class=judul>Banjir</h2><b class=oleh>Oleh: Sari Wulan dan KE</b>"
        "<i class=kapan>Rabu, 12 Maret 2025 pukul 10.15 WITA</i><div id=isi><p>Menu</p><section>"
        f"<p class=sela>Sisipan.</p>{SENTENCES}<p>Mari ikuti kami.</p></section></div>"
    )
    found = article(PageReader(Lexicon(tmp_path)), page, "https://www.kabarelok.example/1")
    assert (found.text, found.title, found.byline) == (TEXT, "Banjir", ("Sari Wulan",))
    assert (found.outlet, found.published) == ("Kabar Elok", "2025-03-12T10:15:00+08:00")


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("Kabar Elok\t\t\t.isi", "domains and a body"),
        ("Kabar Elok\ta.example\t\t.isi p:first-child", "':first-child'"),
        ("Kabar Elok\ta.example\t\t.isi\t\t\t\t\t\tEST", "zone"),
    ],
)
def test_a_fault_in_a_rule_says_where(tmp_path, row, fault):
    header = "name\tdomains\twords\tbody\tdrop\tpromos\ttitle\tbyline\tdate\tzone"
    (tmp_path / "outlet_page.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"outlet_page\.tsv:2: .*" + fault):
        PageReader(Lexicon(tmp_path))


def test_nothing_is_fetched(reader, monkeypatch):
    def refuse(*_):
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    page = f"<html><head><meta property='og:type' content='article'></head><body>{SENTENCES}</body>"
    for url in (None, "https://www.kabarelok.example/berita/1"):
        found = article(reader, page, url)
        assert (found.text, found.published) == (TEXT, None)
    assert read(b"https://www.kompas.com/read/1", "a.html").reason == "no article"


def test_the_same_page_reads_the_same(reader):
    data = (PAGES / "kabarkemala.html").read_bytes()
    assert len({repr(reader.read(data, "a", None)) for _ in range(5)}) == 1

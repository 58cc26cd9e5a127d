"""RSS and Atom files: articles that a feed carries, and summaries, which are none."""

import socket

import pytest

from simak.intake.article import Incoming, Rejection
from simak.intake.feed import FeedReader, is_feed, read
from simak.lexicon import Lexicon

PARAGRAPHS = (
    "Camat Rawa Elok mengatakan bahwa air naik sejak Senin malam dan belum surut.",
    "“Warga sudah kami ungsikan ke balai desa,” kata camat itu kepada wartawan.",
    "Hujan deras turun di hulu Sungai Lintang selama dua hari berturut-turut.",
)
TEXT = "\n".join(PARAGRAPHS)
BODY = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
ITEM = (
    "<title>Banjir &amp;amp; Longsor</title>"
    "<link>https://kabarelok.example/a/1?utm_source=rss#x</link>"
    "<dc:creator>Sari Wulan</dc:creator><pubDate>{date}</pubDate>"
    "<description>Air naik.</description>"
)
DATE = "Rab, 12 Mar 2025 10:15:00 +0700"


def rss(*items, head=""):
    inside = "".join(f"<item>{item}</item>" for item in items)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{head}<rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Kabar Elok</title>'
        f"<link>https://kabarelok.example</link>{inside}</channel></rss>"
    ).encode()


def item(body=BODY, date=DATE):
    return f"{ITEM.format(date=date)}<content:encoded><![CDATA[{body}]]></content:encoded>"


@pytest.fixture(scope="module")
def reader():
    return FeedReader(Lexicon())


def test_an_entry_with_its_article(reader):
    (found,) = reader.read(rss(item()), "a.xml")
    assert found == Incoming(
        name="a.xml#1",
        text=TEXT,
        title="Banjir & Longsor",
        url="https://kabarelok.example/a/1",
        outlet="Kabar Elok",
        byline=("Sari Wulan",),
        published="2025-03-12T10:15:00+07:00",
    )


def test_atom(reader):
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar Elok</title><entry>'
        "<title>Banjir</title><id>tag:1</id><link href='https://kabarelok.example/b'/>"
        "<published>2025-03-11T20:15:00Z</published><author><name>Budi Laut</name></author>"
        f"<content type='html'>{BODY.replace('<', '&lt;')}</content></entry></feed>"
    )
    (found,) = reader.read(feed.encode(), "a.xml")
    assert (found.text, found.byline) == (TEXT, ("Budi Laut",))
    assert found.published == "2025-03-12T03:15:00+07:00"


def test_a_summary_is_no_article_unless_it_is_wanted(reader):
    feed = rss(ITEM.format(date=DATE), item())
    summary, whole = reader.read(feed, "a.xml")
    assert isinstance(summary, Rejection)
    assert (summary.name, summary.reason) == ("a.xml#1", "no article")
    assert "https://kabarelok.example/a/1" in summary.message
    assert whole.name == "a.xml#2"
    taken = list(FeedReader(Lexicon(), summaries=True).read(feed, "a.xml"))
    assert [found.text for found in taken] == ["Air naik.", TEXT]


def test_a_long_description_is_an_article_and_a_cut_one_is_none(reader):
    long = " ".join(f"Kalimat nomor {n} tentang banjir di Rawa Elok." for n in range(30))
    (found,) = reader.read(rss(f"<title>x</title><description>{long}</description>"), "a.xml")
    assert found.text == long
    cut = f"<title>x</title><description>{long} Selanjutnya [...]</description>"
    assert next(reader.read(rss(cut), "a.xml")).reason == "no article"


def test_the_outlet_of_an_entry_is_told_by_its_address(reader):
    entry = item(f"{BODY}<p>Simak breaking news di ponselmu.</p><p>Baca juga: Air Surut</p>")
    entry = entry.replace("kabarelok.example/a/1", "regional.kompas.com/read/2025/03/12/1/banjir")
    (found,) = reader.read(rss(entry), "a.xml")
    assert (found.outlet, found.text) == ("Kompas", TEXT)


@pytest.mark.parametrize(
    ("written", "published"),
    [
        ("Wed, 12 Mar 2025 03:15:00 GMT", "2025-03-12T10:15:00+07:00"),
        ("Rabu, 12 Maret 2025 10:15 WITA", "2025-03-12T10:15:00+08:00"),
        ("Kam, 06 Peb 2025 10:15:00 +0900", "2025-02-06T10:15:00+09:00"),
        ("12 Agt 2024", "2024-08-12"),
        ("kemarin", None),
    ],
)
def test_dates_in_english_and_indonesian(reader, written, published):
    assert next(reader.read(rss(item(date=written)), "a.xml")).published == published


def test_scripts_and_hidden_text_stay_out(reader):
    body = f"<script>x()</script><p hidden>Rahasia.</p>{BODY}<iframe src=x>Rahasia</iframe>"
    assert next(reader.read(rss(item(body)), "a.xml")).text == TEXT


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a "x">',
        f'<!ENTITY a "{"a" * 60000}">',
        f'<!ENTITY {"n" * 500} "{"a" * 60000}">',
    ],
)
def test_entity_bombs_are_refused(reader, declared):
    (found,) = reader.read(rss(item(), head=f"<!DOCTYPE rss [{declared}]>"), "a.xml")
    assert (found.name, found.reason) == ("a.xml", "unpacks too large")


def test_entities_of_one_character_are_read(reader):
    feed = rss(item(), head='<!DOCTYPE rss [<!ENTITY nbsp "&#160;">]>')
    assert next(reader.read(feed, "a.xml")).text == TEXT


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"<rss><channel></channel></rss>", "no article"),
        (b"<rss><channel><title>x", "damaged"),
        (b"\x89PNG\r\n\x1a\n", "not text"),
        (b"<rss>" + b"<a>" * 200_001, "too large"),
        (b"<rss " + b"a='1' " * 600 + b">", "damaged"),
    ],
)
def test_feeds_that_are_none(reader, data, reason):
    (found,) = reader.read(data, "a.xml")
    assert (found.name, found.reason) == ("a.xml", reason)


def test_a_character_that_there_is_none_of_costs_its_entry_only(reader):
    plain = item().replace("<![CDATA[", "").replace("]]>", "")
    plain = plain.replace(BODY, BODY.replace("<", "&lt;").replace("naik", "na&#x110000;ik", 1))
    lost, found = reader.read(rss(plain, item()), "a.xml")
    assert (lost.name, lost.reason) == ("a.xml#1", "encoding")
    assert found.text == TEXT


def test_a_cut_feed_gives_what_is_whole(reader):
    data = rss(item(), item())
    found = list(reader.read(data[: len(data) - 400], "a.xml"))
    assert found[0].text == TEXT
    assert len(found) == 2


def test_a_name_of_a_file_is_not_opened_and_an_address_not_fetched(reader, monkeypatch):
    def refuse(*_, **__):
        raise AssertionError("asked for")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    for data in (b"/etc/passwd", b"https://kabarelok.example/rss"):
        (found,) = reader.read(data, "a.xml")
        assert found.reason in ("damaged", "no article")


def test_quotation_marks_survive_the_encodings(reader):
    data = rss(item()).decode()
    for encoding in ("utf-8-sig", "utf-16", "cp1252"):
        changed = data.replace("UTF-8", "windows-1252") if encoding == "cp1252" else data
        assert next(reader.read(changed.encode(encoding), "a.xml")).text == TEXT


def test_feeds_are_told_by_how_they_begin():
    assert is_feed(rss())
    assert is_feed(b"<!-- x -->\n<feed xmlns='http://www.w3.org/2005/Atom'>")
    assert is_feed(b"<?xml version='1.0'?><?xml-stylesheet href='x'?><rdf:RDF xmlns=''>")
    assert is_feed('<?xml version="1.0"?><rss>'.encode("utf-16"))
    assert not is_feed(b"<html><body><rss>")
    assert not is_feed(b"Camat berkata <rss> itu mudah.")
    assert next(read(rss(item()), "a.xml")).text == TEXT

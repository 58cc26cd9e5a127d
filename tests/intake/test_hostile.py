"""Pages and feeds that somebody made to break a reader: no crash, no long wait, one answer each.

The full run: ``python -m tests.intake.test_hostile 10000``.
"""

import random
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from simak.intake.article import Incoming, Rejection
from simak.intake.feed import FeedReader, is_feed
from simak.intake.page import PageReader, is_page
from simak.lexicon import Lexicon

PAGES = sorted((Path(__file__).parent / "page").glob("*.html"))
URL = "https://www.kompas.com/read/1"
LINE = "Camat berkata bahwa air naik sejak pagi hari di desa itu."
KNOWN = "<div class=read__content>"
OPEN = "<html><meta property=og:type content=article><body>"
HOSTILE = {
    "deep": ("<div>" * 50_000 + "x", "nested too deep"),
    "deep inline": (KNOWN + "<b>" * 50_000 + LINE, "nested too deep"),
    "a megabyte in an attribute": (f"<p class='{'a ' * 500_000}'>x</p>", "no article"),
    "attributes": ("<p " + " ".join(f"a{n}=1" for n in range(50_000)) + ">x", "damaged"),
    "attributes with marks": ("<!--><p " + "a='<' " * 50_000 + ">x", "damaged"),
    "tags": ("<p>x" * 250_000, "too large"),
    "unknown outlet": (OPEN + "<p>x" * 40_000, "too large"),
    "one long text": (f"{KNOWN}<p>{'x' * 11_000_000}", "too large"),
    "entities": (f"{KNOWN}<p>{'&amp;lt;&#x41;&bogus;&#99999999;&#0;' * 20_000}", "no article"),
    "declared entities": ("<!DOCTYPE html [<!ENTITY a 'aa'><!ENTITY b '&a;&a;'>]><p>&b;", None),
    "JSON": (f"<script type=application/ld+json>{'[' * 100_000}</script><p>x", "no article"),
    "marks": ("<html>" + "<" * 300_000, "no article"),
    "open quotes": ('<html><p a="' * 20_000, None),
    "open comments": ("<html><!-- " * 50_000, "no article"),
    "open scripts": ("<html>" + "<script>" * 50_000, "no article"),
    "space": (KNOWN + " \n" * 1_000_000, "no article"),
    "title": ("<title>" + " - x" * 100_000 + "</title><p>x", "no article"),
    "sites": (
        "".join(f"<meta property=og:site_name content=Kabar{n}>" for n in range(40_000)),
        "no article",
    ),
    "frames": ("<frameset><frame src=a><frame src=b></frameset>", "no article"),
}


@pytest.fixture(scope="module")
def reader():
    return PageReader(Lexicon())


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_are_refused_in_time(reader, name):
    page, reason = HOSTILE[name]
    start = time.process_time()
    found = reader.read(page.encode(), "a.html", None if page.startswith(OPEN) else URL)
    assert time.process_time() - start < 20  # seconds; some tenths of one on an idle machine
    assert isinstance(found, Rejection)
    assert found.reason != "fault", found.message
    assert reason is None or found.reason == reason


@pytest.mark.parametrize("page", [KNOWN + f"<p>{LINE}" * 40, f"<p>{LINE}<br>" * 40])
def test_what_is_never_closed_is_read(reader, page):
    page = page if page.startswith(KNOWN) else f"{KNOWN}<table><tr><td><i><b>{page}"
    found = reader.read(page.encode(), "a.html", URL)
    assert found.text == "\n".join([LINE] * 40)


def test_nuls_are_left_out(reader):
    page = f"{KNOWN}<p>Ca\x00mat {LINE}</p>"
    assert reader.read(page.encode(), "a.html", URL).text == f"Camat {LINE}"


BEGINNINGS = (
    b" " * 16_000,
    b"<!-- x -->" * 1600,
    b"<?x?>" * 3000,
    b"<!DOCTYPE a [" + b"]" * 16_000,
)


@pytest.mark.parametrize("start", BEGINNINGS)
def test_long_beginnings_are_told_in_time(start):
    begun = time.process_time()
    assert not is_page(start)
    assert not is_feed(start)
    assert time.process_time() - begun < 1


def test_a_feed_of_space_is_refused_in_time():
    begun = time.process_time()
    (found,) = FeedReader(Lexicon()).read(b"<rss>" + b" \n" * 2_000_000, "a.xml")
    assert found.reason in ("no article", "damaged")
    assert time.process_time() - begun < 20


def mutated(data, chance):
    """Return ``data`` cut, doubled, with bits turned, bytes thrown in or wrongly encoded."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    kind = chance.randrange(7)
    if kind == 0:
        return data[:start]
    if kind == 1:
        return data[:start] + data[start:end] * 2 + data[end:]
    if kind == 2:
        changed = bytearray(data)
        for _ in range(chance.randrange(1, 40)):
            changed[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        return bytes(changed)
    if kind == 3:
        return data[:start] + chance.randbytes(chance.randrange(200)) + data[start:]
    if kind == 4:
        return data.decode().encode(chance.choice(("cp1252", "utf-16", "latin-1")), "replace")
    if kind == 5:
        piece = chance.choice(
            (b"<div>", b"<!--", b"]]>", b"<![CDATA[", b"&lt;", b"\x00", b"</html>")
        )
        return data[:start] + piece * chance.randrange(1, 400) + data[start:]
    return data[end:] + data[:start]


def run(count, seed=1):
    """Read ``count`` mutated pages and feeds; return how they ended. Fails if one ends twice."""
    chance = random.Random(seed)
    pages = PageReader(Lexicon())
    feeds = FeedReader(Lexicon(), pages=pages)
    sources = [path.read_bytes() for path in PAGES]
    feed = b"<rss><channel><title>x</title>" + b"".join(
        b"<item><title>t</title><description><![CDATA[%s]]></description></item>" % page
        for page in sources[:6]
    )
    ends = Counter()
    for number in range(count):
        if number % 5 == 4:
            found = list(feeds.read(mutated(feed, chance), "a.xml"))
            assert found
            assert len({one.name for one in found}) == len(found)
        else:
            url = URL if number % 2 else None
            found = [pages.read(mutated(chance.choice(sources), chance), "a.html", url)]
        for one in found:
            assert isinstance(one, Incoming | Rejection)
            if isinstance(one, Incoming):
                assert one.text.strip()
                assert "\ufffd" not in one.text
                ends["article"] += 1
            else:
                assert one.reason != "fault", one.message
                assert one.message.startswith(one.name)
                ends[one.reason] += 1
    return ends


def test_mutated_inputs_end_as_one_article_or_one_rejection():
    ends = run(300)
    assert ends["article"] > 50
    assert ends["no article"] > 20


if __name__ == "__main__":
    print(run(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))

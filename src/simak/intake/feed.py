"""An RSS or Atom file to the articles in it (RSS 2.0, RSS 1.0, Atom RFC 4287), by feedparser.

Most outlets put a summary into their feed and the article on their page. A summary is not the
article: quotations are cut, what comes later is missing, and a record of it would say that the
article does not hold what it holds. So an entry is taken when it carries the whole text
(``content:encoded``, Atom ``content``, or a description as long as an article), and is refused
otherwise, with its address in the message; ``summaries`` takes summaries too.

feedparser gets bytes in UTF-8, never a name or an address (it would open or fetch them), and no
document with declarations of entities other than single characters.
"""

from __future__ import annotations

import html
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from simak.intake import markup, metadata, stamp
from simak.intake.article import Incoming, Rejection
from simak.intake.outlet import Outlet
from simak.intake.page import PageReader
from simak.intake.refusal import RefusalError, fault
from simak.lexicon import Lexicon

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest feed."""

MOST_ENTRIES = 20_000
"""Entries of a feed; an outlet's has some hundreds at most."""

MOST_TAGS = 200_000
"""Tags of a feed, those of the articles in it included."""

# A description of so many words, in some sentences, is the article.
_WORDS = 120
# <!ENTITY nbsp "&#160;">, as old feeds have it; anything longer may unfold into anything.
_ENTITY = re.compile("<!ENTITY", re.IGNORECASE)
_SINGLE = re.compile(
    r"<!ENTITY\s{1,20}\w{1,40}\s{1,20}([\"'])(?:&#(?:\d{1,7}|x[0-9a-fA-F]{1,6});|[^&%<\"']){0,8}\1",
    re.IGNORECASE,
)
# feedparser fails on characters that there are none of.
_REFERENCE = re.compile(r"&#(?:0*(\d{5,40})|[xX]0*([0-9a-fA-F]{4,40}));?")
_PROLOGUE = re.compile(r"\s*<\?xml\b[^>]{0,400}\?>", re.IGNORECASE)
_DECLARED = re.compile(
    rb"^\s{0,64}<\?xml\b[^>]{0,200}?\bencoding\s{0,8}=\s{0,8}[\"']([\w.:-]{1,40})"
)
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>\s++|<\?[^>]{0,400}\?>|<!--.{0,4096}?-->"
    rb"|<!DOCTYPE[^>\[]{0,400}(?:\[.{0,8192}?\]\s{0,99})?>)*+"
    rb"<(?:rss|feed|rdf:RDF|\w{1,20}:(?:rss|feed))\b",
    re.IGNORECASE | re.DOTALL,
)
_SENTENCE = re.compile(r"[.?!][\"”’')]?(?:\s|$)")
_CUT = re.compile(
    r"(?:\.\.\.|…|\[(?:\.\.\.|…)\]|selengkapnya|read more|continue reading)[\s\W]*$",
    re.IGNORECASE,
)


class FeedReader:
    """Reads feeds; the rules for outlets and dates come from ``lexicon``.

    ``summaries``: take an entry that has only a summary, too. Raises LexiconError when a rule
    cannot be read.
    """

    def __init__(
        self, lexicon: Lexicon, *, summaries: bool = False, pages: PageReader | None = None
    ) -> None:
        self._pages = pages or PageReader(lexicon)
        self._summaries = summaries

    def read(
        self, data: bytes, name: str, *, charset: str | None = None
    ) -> Iterator[Incoming | Rejection]:
        """Yield the article of each entry of the feed ``data``, or why there is none.

        The name of the third entry is ``NAME#3``; a feed that cannot be read at all is one
        rejection with ``name``. Never raises.

        >>> item = "<item><title>Rapat</title><description>Rapat dibuka.</description></item>"
        >>> feed = f"<rss version='2.0'><channel>{item}</channel></rss>".encode()
        >>> [found.reason for found in FeedReader(Lexicon()).read(feed, "a.xml")]
        ['no article']
        """
        try:
            parsed = _parsed(_text(data, charset))
        except RefusalError as refusal:
            yield refusal.of(name)
            return
        except Exception as error:  # whatever a feed holds, it ends as a rejection
            yield fault(name, error)
            return
        for number, entry in enumerate(parsed.entries, start=1):
            place = f"{name}#{number}"
            if number > MOST_ENTRIES:
                message = f"{place}: more than {MOST_ENTRIES:,} entries; the rest is left out"
                yield Rejection(name=place, reason="too large", message=message)
                return
            try:
                yield self._entry(entry, parsed.feed, place)
            except RefusalError as refusal:
                yield refusal.of(place)
            except Exception as error:
                yield fault(place, error)

    def _entry(self, entry: Any, feed: Any, name: str) -> Incoming:
        url = metadata.clean(_string(entry.get("link"))) or metadata.clean(_string(entry.get("id")))
        outlet = self._pages.outlets.at(url)
        text, summary = self._text(entry, outlet)
        if "\ufffd" in text:
            raise RefusalError("encoding", "the text has characters that are lost; fetch it again")
        if not text or (summary and not (self._summaries and _SENTENCE.search(text))):
            what = "only its summary" if text else "no text"
            where = f"save its page ({url})" if url else "save its page"
            raise RefusalError(
                "no article", f"the feed has {what}; {where}, or take it as it is (--summaries)"
            )
        own = _plain(feed.get("title"))
        host = urlsplit(url or "").hostname
        names = ((outlet.name, *outlet.words) if outlet else ()) + ((own,) if own else ())
        return Incoming(
            name=name,
            text=text,
            title=_plain(entry.get("title")),
            url=url,
            outlet=outlet.name if outlet else own or (host.removeprefix("www.") if host else None),
            byline=self._byline(entry, names),
            published=self._published(entry, outlet, url),
        )

    def _text(self, entry: Any, outlet: Outlet | None) -> tuple[str, bool]:
        """Return the text of an entry and whether it is only a summary."""
        contents = entry.get("content")
        parts = [
            self._pages.fragment(_string(part.get("value")) or "", outlet)
            for part in (contents if isinstance(contents, list) else [])[:10]
            if isinstance(part, dict)
        ]
        described = self._pages.fragment(_string(entry.get("summary")) or "", outlet)
        text = max(parts, key=len, default="")
        cut = _CUT.search(text[-200:]) is not None
        # "content" that says less than the description is a summary as well.
        if len(text) >= len(described) and len(_SENTENCE.findall(text)) >= 3:
            return text, cut
        text = max(text, described, key=len)
        whole = len(text.split()) >= _WORDS and len(_SENTENCE.findall(text)) >= 4
        return text, not whole or _CUT.search(text[-200:]) is not None

    def _byline(self, entry: Any, own: tuple[str, ...]) -> tuple[str, ...]:
        authors = entry.get("authors")
        given = [
            _plain(author.get("name"))
            for author in (authors if isinstance(authors, list) else [])[:10]
            if isinstance(author, dict)
        ]
        named = [name for name in given if name] or [_plain(entry.get("author")) or ""]
        return self._pages.bylines.read("\n".join(named), own)

    def _published(self, entry: Any, outlet: Outlet | None, url: str | None) -> str | None:
        for key in ("published", "created", "updated"):
            words = _string(dict.get(entry, key))  # its own get warns, and takes one for another
            if words and (found := self._pages.stamps.read(words)):
                return stamp.local(found, outlet.zone if outlet else self._pages.outlets.every.zone)
        return stamp.in_address(url) if url else None


def read(data: bytes, name: str) -> Iterator[Incoming | Rejection]:
    """Yield the articles of a feed; see :meth:`FeedReader.read`."""
    return _reader().read(data, name)


def is_feed(data: bytes) -> bool:
    """Whether ``data`` begins as an RSS or Atom file does (UTF-16 included)."""
    start = data[:16384]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in start[:2]:
        start = start.replace(b"\x00", b"")
    return _BEGINNING.match(start) is not None


@lru_cache(1)
def _reader() -> FeedReader:
    return FeedReader(Lexicon())


def _text(data: bytes, charset: str | None) -> str:
    """Return the XML as text, without its declaration. Raises RefusalError."""
    if len(data) > LARGEST:
        raise RefusalError("too large", f"a feed of more than {LARGEST // 2**20} MiB; cut it up")
    match = _DECLARED.match(data[:1024])
    text = markup.decode(data, charset or (match[1].decode("ascii") if match else None))
    if any(not _SINGLE.match(text, entity.start()) for entity in _ENTITY.finditer(text)):
        raise RefusalError(
            "unpacks too large",
            "the feed declares entities, which may unfold without end; save it without them",
        )
    markup.count(text, most=MOST_TAGS, xml=True)
    prologue = _PROLOGUE.match(text)
    text = _REFERENCE.sub(_known, text[prologue.end() :] if prologue else text)
    return markup.printable(text)


def _known(reference: re.Match[str]) -> str:
    """Return a reference to a character, U+FFFD where there is no such character."""
    number = int(reference[1]) if reference[1] else int(reference[2], 16)
    return reference[0] if number < 0xD800 or 0xE000 <= number <= 0x10FFFF else "\ufffd"


def _parsed(text: str) -> Any:
    import feedparser

    try:
        parsed = feedparser.parse(
            io.BytesIO(text.encode("utf-8")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            # It keeps the words of what it takes out; what we hand on is text, no markup.
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except Exception as error:  # on broken feeds it raises errors of many kinds
        raise RefusalError("damaged", "a feed that cannot be read; fetch it again") from error
    if not parsed.entries:
        broken = parsed.get("bozo_exception")
        raise RefusalError(
            "damaged" if broken else "no article",
            "a feed without an entry" + (" that can be read; fetch it again" if broken else ""),
        )
    return parsed


def _string(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def _plain(value: Any) -> str | None:
    """Return a title or a name as one line without markup, None if there is none."""
    words = _string(value)
    if not words:
        return None
    words = html.unescape(re.sub(r"<[^<>]{0,2000}>", "", words[:5000]))
    return " ".join(words.split())[:1000] or None

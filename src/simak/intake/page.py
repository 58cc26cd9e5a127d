"""A saved web page to the article in it: text, title, date, byline, outlet, address.

Where an outlet keeps its text and what in it is not the text is data (``outlet_page.tsv``,
:mod:`simak.intake.outlet`). On the pages of other outlets trafilatura (Barbaresi 2021) says which
lines are the article, and htmldate when it appeared; the lines themselves are always taken from
the page by our own walk, so that no quotation mark is changed. Neither fetches anything: they get
a tree, never an address.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from simak.intake import markup, metadata, stamp
from simak.intake.article import Incoming, Rejection
from simak.intake.byline import BylineReader
from simak.intake.furniture import Finder
from simak.intake.markup import is_page
from simak.intake.metadata import Metadata
from simak.intake.outlet import Outlet, Outlets
from simak.intake.prose import Line, lines, whole
from simak.intake.refusal import RefusalError, fault
from simak.intake.selector import Index, Selector
from simak.intake.stamp import StampReader
from simak.lexicon import Lexicon

__all__ = ["PageReader", "is_page", "read"]

MOST_ELEMENTS = 20_000
"""Elements of a page of an outlet without rules; what looks for the text there is slow."""

# Lines times characters, up to which each line is looked for in the whole text.
_SEARCHED = 100_000_000

# Furniture that goes when it fills a line; authors, editors and marks stay where they are printed.
_LEAVES = ("link", "media", "advert", "page", "caption", "follow", "rights", "tag")
_SENTENCE_END = re.compile(r"[.?!…][\"”’')\]]*(?:\s*\([^()]{1,40}\))?\s*$")
_WORD = re.compile(r"\w+")
_DATELINE = re.compile(r"[A-Z](?:[^.?!\n]|\.(?=\w)){2,60}\s?(?:--?|[–—])")
_LETTERS = re.compile(r"[\W_]+")
_TITLE_EDGE = re.compile(r"\s+[-–—|:»·]+\s+|\s*\|\s*")
# "Halaman 1 2 Selanjutnya"
_PAGER = re.compile(
    r"(?=.*(?:halaman|selanjutnya|berikutnya|sebelumnya|next|prev))(?:halaman|selanjutnya|berikutnya"
    r"|sebelumnya|next|prev|previous|page|lihat semua|tampilkan semua|show all|all|\d++|[\W_]++)+",
    re.IGNORECASE,
)
_PAGING = re.compile(r"(?:halaman|page|hal\.?)\s*(?:\d+|all|semua)?$", re.IGNORECASE)
# Addresses of lists; an article lies deeper.
_LIST_PATH = re.compile(
    r"^/?(?:$|(?:index|indeks|tag|tags|topik|topic|search|cari|kategori|category|author|penulis"
    r"|terpopuler|terkini|archive|arsip)(?:[./]|$))",
    re.IGNORECASE,
)
_LONGEST_PROMO = 400
_REMEDY = (
    "give the page of one article, or the article's text as a .txt file; for an outlet whose pages "
    "are not understood, add a row to outlet_page.tsv (docs/intake.md)"
)


class PageReader:
    """Reads saved pages by the rules for outlets in ``lexicon`` (``outlet_page.tsv``).

    Keep one and use it again: the rules are made ready once. It holds no state of the pages.
    Raises LexiconError when a rule cannot be read.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.outlets = Outlets(lexicon)
        self.stamps = StampReader(lexicon)
        self.bylines = BylineReader(lexicon)
        self._furniture = Finder(lexicon)

    def read(
        self, data: bytes, name: str, url: str | None = None, *, charset: str | None = None
    ) -> Incoming | Rejection:
        """Return the article of the page ``data``, or why there is none. Never raises.

        ``url`` is where the page came from, ``charset`` what the server said its encoding is.

        >>> page = b"<meta property='og:site_name' content='Kompas.com'><h1>Banjir</h1>"
        >>> page += b"<div class='read__content'><p>Air naik di Rawa Elok dan dua desa lain "
        >>> page += b"sejak Senin malam, kata camat di kantornya.</p></div>"
        >>> PageReader(Lexicon()).read(page, "a.html").outlet
        'Kompas'
        """
        try:
            return self._read(markup.decode(data, charset), name, url)
        except RefusalError as refusal:
            return refusal.of(name)
        except Exception as error:  # whatever a page holds, it ends as a rejection
            return fault(name, error)

    def fragment(self, text: str, outlet: Outlet | None = None) -> str:
        """Return the lines of a piece of HTML that is an article's text, as feeds carry it.

        Raises RefusalError where the piece breaks a bound.
        """
        if "<" not in text and "&" not in text:
            return "\n".join(
                line.text for line in self._kept([Line(part.strip()) for part in text.split("\n")])
            )
        tree = markup.parse(f"<html><body><div>{text}</div></body></html>")
        index = Index(tree)
        dropped = frozenset(index.all(self._drops(outlet)))
        return "\n".join(line.text for line in self._kept(lines(tree, dropped), outlet))

    def _read(self, text: str, name: str, url: str | None) -> Incoming:
        tree = markup.parse(text)
        index = Index(tree)
        source = metadata.clean(url) or metadata.clean(metadata.saved_from(text))
        about = metadata.read(index, source)
        address = self._address(about, source)
        outlet = self.outlets.at(address) or self.outlets.at(source) or self._named(about, address)
        kept = self._body(tree, index, about, outlet, address)
        body = "\n".join(line.text for line in kept)
        if "\ufffd" in body:
            raise RefusalError(
                "encoding",
                "the article's text has characters that are lost (broken UTF-8); save it again",
            )
        title = self._title(index, about, outlet)
        return Incoming(
            name=name,
            text=body,
            title=title,
            url=address,
            outlet=outlet.name if outlet else _site(about, address),
            byline=self._byline(index, about, outlet, body),
            published=self._published(tree, index, about, outlet, address),
        )

    # --- where it is from -----------------------------------------------------------------------

    def _address(self, about: Metadata, source: str | None) -> str | None:
        """Return the canonical address: what the page says, if it can be believed."""
        for address in about.addresses:
            # A page may well say that it stands elsewhere, but not in another outlet.
            if source is None or _site_of(address) == _site_of(source):
                return address
        return source or next(iter(about.addresses), None)

    def _named(self, about: Metadata, address: str | None) -> Outlet | None:
        if address is not None:
            return None
        # "Pasar Dibuka - Pikiran-Rakyat.com - Halaman all"
        tails = [part for title in about.titles for part in _TITLE_EDGE.split(title)[1:]]
        names = (self.outlets.named(name) for name in (*about.sites, *tails[:40]))
        return next((outlet for outlet in names if outlet), None)

    # --- the text -------------------------------------------------------------------------------

    def _body(
        self,
        tree: Any,
        index: Index,
        about: Metadata,
        outlet: Outlet | None,
        address: str | None,
    ) -> list[Line]:
        dropped = frozenset(index.all(self._drops(outlet)))
        for selector in outlet.body if outlet else ():
            containers = _outermost(index.all((selector,)))
            found = [line for container in containers for line in lines(container, dropped)]
            kept = self._kept(found, outlet)
            if _has_sentences(kept, 8) and not _is_list(kept):
                return kept
        path = urlsplit(address or "").path
        known = about.kind == "article"
        if not known and (outlet or about.kind == "other" or (address and _LIST_PATH.match(path))):
            raise RefusalError(
                "no article", f"no article on this page (a list, a video?); {_REMEDY}"
            )
        kept = self._kept(self._unknown(tree, index, dropped), outlet)
        fewest = 15 if known else 30
        if not _has_sentences(kept, fewest) or _is_list(kept) or (not known and _teasers(index)):
            if about.body:
                body = self.fragment(about.body, outlet)
                kept = [Line(part) for part in body.split("\n")]
                if _has_sentences(kept, 15):
                    return kept
            raise RefusalError("no article", f"no article on this page; {_REMEDY}")
        return kept

    def _drops(self, outlet: Outlet | None) -> Sequence[Selector]:
        return (*self.outlets.every.drop, *(outlet.drop if outlet else ()))

    def _kept(self, found: list[Line], outlet: Outlet | None = None) -> list[Line]:
        """Return the lines without those that are furniture from end to end, and without promos."""
        found = [
            line
            for line in found
            if line.text
            and not (len(line.text) <= 60 and _PAGER.fullmatch(line.text))
            and not _begins(line.text, self.outlets.every)
            and not _begins(line.text, outlet)
        ]
        text = "\n".join(line.text for line in found)
        whole_lines = {piece.span for piece in self._furniture.find(text) if piece.kind in _LEAVES}
        kept, start = [], 0
        for line in found:
            end = start + len(line.text)
            if (start, end) not in whole_lines and any(c.isalnum() for c in line.text):
                kept.append(line)
            start = end + 1
        # "Jakarta -" on a line of its own is the head of the first paragraph.
        if len(kept) > 1 and _DATELINE.fullmatch(kept[0].text):
            first, second, *rest = kept
            linked = first.linked + second.linked
            kept = [Line(f"{first.text} {second.text}", linked), *rest]
        return kept

    def _unknown(self, tree: Any, index: Index, dropped: frozenset[Any]) -> list[Line]:
        """Return the lines of a page without rules that trafilatura takes for the article."""
        if len(index.elements) > MOST_ELEMENTS:
            raise RefusalError(
                "too large", f"a page of more than {MOST_ELEMENTS:,} elements; give its text"
            )
        from trafilatura import extract  # 0.3 s to import

        try:
            text: str | None = extract(
                _without(tree, index, dropped),
                fast=False,
                include_comments=False,
                include_tables=True,
                include_images=False,
                include_links=False,
                include_formatting=False,
                deduplicate=False,  # it remembers across pages
                with_metadata=False,
                output_format="txt",
            )
        except Exception:  # on odd pages it raises errors of many kinds
            text = None
        body = index.tag("body")
        return _matching(lines(body[0] if body else tree, dropped), text or "")

    # --- what is said about it ------------------------------------------------------------------

    def _title(self, index: Index, about: Metadata, outlet: Outlet | None) -> str | None:
        for selector in (outlet or self.outlets.every).title:
            for element in index.all((selector,)):
                if title := whole(element).strip():
                    return title
        names = [*about.sites, *((outlet.name, *outlet.words) if outlet else ())]
        known = {_key(name) for name in names} | {_key(urlsplit(a).netloc) for a in about.addresses}
        headings = [heading for e in index.tag("h1")[:5] if (heading := whole(e).strip())]
        for title in about.titles:
            if title := _without_site(title, known):
                # "Pasar Dibuka | Kabar Elok", where nothing says that Kabar Elok is the outlet.
                starts = (h for h in headings if len(h) >= 8 and _key(title).startswith(_key(h)))
                return next(starts, title)
        return headings[0] if len(headings) == 1 else None

    def _byline(
        self, index: Index, about: Metadata, outlet: Outlet | None, body: str
    ) -> tuple[str, ...]:
        own = (*about.sites, *((outlet.name, *outlet.words) if outlet else ()))
        for selector in (outlet or self.outlets.every).byline:
            printed = "\n".join(
                line.text
                for element in index.all((selector,))
                for line in lines(element)
                if not _begins(line.text, outlet)
            )
            if names := self.bylines.read(printed, own):
                return names
        for authors in (list(about.authors), self._furniture.bylines(body)):
            if names := self.bylines.read("\n".join(authors), own):
                return names
        return ()

    def _published(
        self, tree: Any, index: Index, about: Metadata, outlet: Outlet | None, address: str | None
    ) -> str | None:
        zone = outlet.zone if outlet else self.outlets.every.zone
        told = next((date for words in about.dates if (date := self.stamps.read(words))), None)
        printed = next(self._printed(index, outlet), None)
        if told:
            # "10:15 UTC" for machines and "10:15 WIB" for readers: the machine's zone is made up.
            if printed and stamp.same_clock(told, printed) and len(printed) > 19:
                return printed
            return stamp.local(told, zone)
        return (
            printed
            or (stamp.in_address(address) if address else None)
            or (None if outlet else _guessed(tree, address))
        )

    def _printed(self, index: Index, outlet: Outlet | None) -> Iterator[str]:
        for selector in (outlet or self.outlets.every).date:
            for element in index.all((selector,)):
                for words in (whole(element), *map(element.get, ("datetime", "title"))):
                    if words and (found := self.stamps.read(words)):
                        yield found


def read(data: bytes, name: str, url: str | None = None) -> Incoming | Rejection:
    """Return the article of a page by Simak's own rules; see :meth:`PageReader.read`."""
    return _reader().read(data, name, url)


@lru_cache(1)
def _reader() -> PageReader:
    return PageReader(Lexicon())


def _begins(line: str, outlet: Outlet | None) -> bool:
    """Whether a line begins as the promos of ``outlet`` do."""
    if not outlet or not outlet.promos or len(line) > _LONGEST_PROMO:
        return False
    return line.casefold().startswith(outlet.promos)


def _outermost(elements: Iterable[Any]) -> list[Any]:
    """Return the elements that lie in no other of them; they come in the order of the page."""
    kept: list[Any] = []
    inside: set[Any] = set()
    for element in elements:
        if any(parent in inside for parent in element.iterancestors()):
            continue
        kept.append(element)
        inside.add(element)
    return kept


def _has_sentences(found: Sequence[Line], fewest: int) -> bool:
    """Whether there are sentences among the lines, with ``fewest`` words in all."""
    words = [
        len(_WORD.findall(line.text[:2000]))
        for line in found
        if _SENTENCE_END.search(line.text[-60:]) and line.linked * 2 < len(line.text)
    ]
    return sum(words) >= fewest and max(words, default=0) >= 8


def _is_list(found: Sequence[Line]) -> bool:
    """Whether most of the text is the text of links."""
    return sum(line.linked for line in found) * 2 > sum(len(line.text) for line in found)


def _teasers(index: Index) -> bool:
    """Whether the page is a row of teasers: many headings that lead elsewhere, or articles."""
    headings = [
        heading
        for heading in index.tag("h2", "h3", "h4")
        if heading.find(".//a[@href]") is not None
    ]
    return len(headings) >= 6 and len(index.tag("p")) < 3 * len(headings)


def _without(tree: Any, index: Index, dropped: frozenset[Any]) -> Any:
    """Return a copy of ``tree`` without the elements ``dropped``."""
    clone = copy.deepcopy(tree)
    elements = [element for element in clone.iter() if isinstance(element.tag, str)]
    for original, element in zip(index.elements, elements, strict=True):
        if original in dropped and element.getparent() is not None and element.tag != "body":
            element.drop_tree()
    return clone


def _matching(found: list[Line], text: str) -> list[Line]:
    """Return the lines that ``text`` holds and that lie in the element of most of it."""
    wanted = {_key(line) for line in text.split("\n")} - {""}
    together = _key(text)
    # Where a table sets the page, its cells come as one line.
    searched = len(together) * len(found) <= _SEARCHED
    keys = [_key(line.text) for line in found]
    matched = [
        line
        for line, key in zip(found, keys, strict=True)
        if key in wanted or (searched and len(key) >= 20 and key in together)
    ]
    counts: dict[Any, int] = {}
    for line in matched:
        place = line.place
        while place is not None:
            counts[place] = counts.get(place, 0) + len(line.text)
            place = place.getparent()
    most = sum(len(line.text) for line in matched) * 4
    deepest = None
    for element, count in counts.items():
        # Those that hold enough lie one in another; the one with the most ancestors is it.
        if count * 5 >= most and (deepest is None or _inside(element, deepest)):
            deepest = element
    return [line for line in matched if deepest is None or _inside(line.place, deepest)]


def _inside(element: Any, other: Any) -> bool:
    while element is not None and element is not other:
        element = element.getparent()
    return element is not None


def _key(text: str) -> str:
    return _LETTERS.sub("", text).casefold()


def _without_site(title: str, names: set[str]) -> str:
    """Return a title without the outlet and the page number behind it."""
    while edges := list(_TITLE_EDGE.finditer(title)):
        last = title[edges[-1].end() :]
        if _key(last) not in names and not _PAGING.fullmatch(last.strip()):
            break
        title = title[: edges[-1].start()]
    return title.strip()


def _site_of(url: str) -> str:
    """Return the part of a host that says whose it is: "kompas.com" of "amp.kompas.com"."""
    labels = (urlsplit(url).hostname or "").split(".")
    number = 3 if len(labels[-1]) == 2 and len(labels) > 2 and len(labels[-2]) <= 3 else 2
    return ".".join(labels[-number:])


def _site(about: Metadata, address: str | None) -> str | None:
    """Return a name for an outlet without rules: its own, else its host."""
    for name in about.sites:
        if "://" not in name and len(name) <= 80:
            return name
    host = urlsplit(address or "").hostname
    return host.removeprefix("www.") if host else None


def _guessed(tree: Any, address: str | None) -> str | None:
    """Return the date that htmldate finds on a page without rules, or None."""
    from htmldate import find_date

    try:
        # Fixed bounds: its own is today's date.
        found: str | None = find_date(
            copy.deepcopy(tree),
            extensive_search=False,
            original_date=True,
            url=address,
            min_date="1990-01-01",
            max_date="2100-12-31",
        )
    except Exception:  # on odd pages it raises errors of many kinds
        return None
    return found

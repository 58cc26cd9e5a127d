"""What a page says of its article for machines: meta tags, Open Graph, JSON-LD (schema.org)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

from simak.intake.prose import whole
from simak.intake.selector import Index, Selector

_ARTICLES = frozenset((
    "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
    "BackgroundNewsArticle", "ReviewNewsArticle", "AskPublicNewsArticle", "LiveBlogPosting",
    "BlogPosting", "Report", "SatiricalArticle", "AdvertiserContentArticle",
))  # fmt: skip
_DATES = (
    "article:published_time", "datepublished", "content_publisheddate", "publishdate",
    "publish_date", "dtk:publishdate", "jpnncom_news_pubdate", "og:article:published_time",
    "parsely-pub-date", "sailthru.date", "date.issued", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date", "pubdate", "publication_date", "article.published",
    "cxenseparse:recs:publishtime", "article:published", "date",
)  # fmt: skip
_AUTHORS = (
    "content_author", "jpnncom_news_author", "dtk:author", "parsely-author", "sailthru.author",
    "dc.creator", "dcterms.creator", "cxenseparse:author", "article:author", "author",
)  # fmt: skip
_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "publisher")
_PUBLISHED = tuple(map(Selector.parse, (
    "time[itemprop=datePublished]", "[itemprop=datePublished]", "time[pubdate]",
    "time.entry-date.published", "article header time[datetime]",
)))  # fmt: skip
# The longest script of JSON-LD, and how many of its nodes are looked at.
_LONGEST = 1_000_000
_NODES = 5_000
# How many values of a kind are kept.
_VALUES = 50
_FOLLOWERS = re.compile(r"^(?:utm_\w+|fbclid|gclid|igshid|_ga|xtor|tag_from|single|ref|source)$")
_SAVED = re.compile(
    r"saved from url=\(\d{1,6}\)\s{0,4}(https?://[^\s<>\"]{1,2000})"
    r"|Page saved with SingleFile\s{1,20}url:\s{0,4}(https?://[^\s<>\"]{1,2000})"
)


@dataclass(frozen=True, kw_only=True)
class Metadata:
    """What the page says of itself; anything may be missing, and anything may be wrong.

    ``kind`` is "article", "other" (a list, a video, a site's front page) or "" (it does not say);
    ``addresses`` are absolute, the most trusted first; ``body`` is the text that JSON-LD gives.
    """

    titles: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    kind: str = ""
    body: str = ""


@dataclass
class _Found:
    """JSON-LD, as it comes in."""

    titles: list[str] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)
    body: str = ""
    article: bool = False


def read(index: Index, url: str | None = None) -> Metadata:
    """Return what the page says of itself; ``url`` is where it came from."""
    metas: dict[str, list[str]] = {}
    for meta in index.tag("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop")
        value = (meta.get("content") or "").strip()
        if key and value:
            metas.setdefault(key.strip().lower(), []).append(value)
    found = _Found()
    for script in index.tag("script"):
        if "ld+json" in (script.get("type") or "").lower():
            _take(found, script.text or "")
    links = [
        link.get("href")
        for link in index.tag("link")
        if "canonical" in (link.get("rel") or "").lower().split() and link.get("href")
    ]
    base = next((e.get("href") for e in index.tag("base") if e.get("href")), None)
    times = [
        element.get("datetime") or element.get("content") or whole(element)
        for element in index.all(_PUBLISHED)
    ]
    kinds = [value.lower() for value in metas.get("og:type", [])]
    kind = "article" if found.article or any(kind.startswith("article") for kind in kinds) else ""
    titles = [whole(title) for title in index.tag("title")[:1]]
    return Metadata(
        titles=_some([*_values(metas, _TITLES), *found.titles, *titles]),
        dates=_some([*found.dates, *_values(metas, _DATES), *times]),
        authors=_some([*found.authors, *(v for v in _values(metas, _AUTHORS) if "://" not in v)]),
        sites=_some([*_values(metas, _SITES), *found.sites]),
        addresses=_addresses([*links, *metas.get("og:url", []), *found.addresses], url or base),
        kind=kind or ("other" if kinds else ""),
        body=found.body,
    )


def saved_from(text: str) -> str | None:
    """Return the address that a browser wrote into the page when it saved it."""
    match = _SAVED.search(text[:8192])
    return (match[1] or match[2]) if match else None


def clean(url: str | None, base: str | None = None) -> str | None:
    """Return an http(s) address without fragment and without the tags of campaigns, else None.

    >>> clean("https://Contoh.id/rapat?utm_source=x&id=3#komentar")
    'https://contoh.id/rapat?id=3'
    """
    try:
        if base:
            url = urljoin(base, url or "")
        parts = urlsplit((url or "").strip())
        host = parts.hostname
        if parts.scheme.lower() not in ("http", "https") or not host or parts.username:
            return None
        host = f"[{host}]" if ":" in host else host
        place = f"{host}:{parts.port}" if parts.port else host
        query = [
            (name, value)
            for name, value in parse_qsl(parts.query, keep_blank_values=True, max_num_fields=200)
            if not _FOLLOWERS.match(name) and (name, value) != ("page", "all")
        ]
        kept = parts.query if len(query) == parts.query.count("&") + 1 else urlencode(query)
        address = urlunsplit((parts.scheme.lower(), place, parts.path or "/", kept, ""))
    except ValueError:
        return None
    return address if len(address) <= 2000 and not re.search(r"[\s<>\"]", address) else None


def _addresses(given: list[str], base: str | None) -> tuple[str, ...]:
    found = [clean(address, base) for address in given[:20] if isinstance(address, str)]
    # An address of the whole site is nobody's article.
    return _some([a for a in found if a and (urlsplit(a).path not in ("", "/") or "?" in a)])


def _values(metas: dict[str, list[str]], names: tuple[str, ...]) -> list[str]:
    return [value for name in names for value in metas.get(name, ())]


def _some(values: list[Any]) -> tuple[str, ...]:
    """Return the values that say anything, each once, as one line of text."""
    lines = (" ".join(html.unescape(value).split()) for value in values if isinstance(value, str))
    return tuple(dict.fromkeys(line for line in lines if line and len(line) <= 2000))[:_VALUES]


def _take(found: _Found, script: str) -> None:
    """Add what a script of JSON-LD says; one that cannot be read says nothing."""
    if len(script) > _LONGEST:
        return
    script = script.strip().removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    try:
        # Many outlets leave line ends in strings.
        data = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return
    for node in _nodes(data):
        kinds = node.get("@type")
        kinds = kinds if isinstance(kinds, list) else [kinds]
        if not any(isinstance(kind, str) and kind.split("/")[-1] in _ARTICLES for kind in kinds):
            continue
        found.article = True
        found.titles += _strings(node.get("headline"))
        found.dates += _strings(node.get("datePublished") or node.get("dateCreated"))
        found.authors += _names(node.get("author") or node.get("creator"))
        found.sites += _names(node.get("publisher"))
        page = node.get("mainEntityOfPage")
        found.addresses += _strings(page.get("@id") if isinstance(page, dict) else page)
        found.addresses += _strings(node.get("url"))
        for body in _strings(node.get("articleBody")):
            found.body = max(found.body, body, key=len)


def _nodes(data: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD at its top, in lists and in ``@graph``."""
    waiting, seen = [data], 0
    while waiting and seen < _NODES:
        node = waiting.pop(0)
        seen += 1
        if isinstance(node, list):
            waiting = node[:_NODES] + waiting if len(waiting) < _NODES else waiting
        elif isinstance(node, dict):
            yield node
            for key in ("@graph", "mainEntity"):
                if isinstance(node.get(key), (list, dict)):
                    waiting.append(node[key])


def _strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    return [part for part in value[:50] if isinstance(part, str)] if isinstance(value, list) else []


def _names(value: Any) -> list[str]:
    """Return the names in a value such as ``[{"@type": "Person", "name": "Sari Wulan"}]``."""
    values = value[:50] if isinstance(value, list) else [value]
    return [
        name
        for one in values
        for name in _strings(one.get("name") if isinstance(one, dict) else one)
    ]

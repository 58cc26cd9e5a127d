"""The rules for the pages of each outlet, out of ``outlet_page.tsv``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from simak.intake.selector import Selector
from simak.intake.stamp import ZONES
from simak.lexicon import Lexicon, Row

EVERY = "*"
"""The row that holds for every page, known outlet or not."""

_COLUMNS = (
    "name", "domains", "words", "body", "drop", "promos", "title", "byline", "date", "zone",
)  # fmt: skip
_SELECTORS = ("body", "drop", "title", "byline", "date")


@dataclass(frozen=True, kw_only=True)
class Outlet:
    """Where the pages of one outlet keep what, and by which words they name the outlet.

    Of ``body``, ``title``, ``byline`` and ``date`` the first that a page has is taken; ``drop`` and
    ``promos`` (how a line begins) go wherever they stand in the body. ``zone`` is in hours east of
    Greenwich: the zone of a page that gives its time in UTC.
    """

    name: str
    domains: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    body: tuple[Selector, ...] = ()
    drop: tuple[Selector, ...] = ()
    promos: tuple[str, ...] = ()
    title: tuple[Selector, ...] = ()
    byline: tuple[Selector, ...] = ()
    date: tuple[Selector, ...] = ()
    zone: int = 7


class Outlets:
    """The outlets of ``lexicon``, found by an address or by how a page names its site.

    Raises LexiconError (file, line) when a row has no domain or no body, a selector that cannot
    be read, or a zone that is not known.

    >>> Outlets(Lexicon()).at("https://regional.kompas.com/read/1").name
    'Kompas'
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.every = Outlet(name=EVERY)
        self._domains: dict[str, Outlet] = {}
        self._words: dict[str, Outlet] = {}
        for row in lexicon.rows("outlet_page.tsv", _COLUMNS):
            outlet = _outlet(row)
            if outlet.name == EVERY:
                self.every = outlet
                continue
            for domain in outlet.domains:
                self._domains[domain] = outlet
            for word in (outlet.name, *outlet.words):
                self._words.setdefault(word.casefold(), outlet)

    def __iter__(self) -> Iterator[Outlet]:
        """Yield each outlet once, by name."""
        return iter(sorted({o.name: o for o in self._domains.values()}.values(), key=_name))

    def at(self, url: str | None) -> Outlet | None:
        """Return the outlet at an address: of the longest domain, with its path if it has one."""
        try:
            parts = urlsplit(url or "")
            host, path = (parts.hostname or "").rstrip("."), parts.path
        except ValueError:
            return None
        labels = host.split(".")[-8:]
        first = path.split("/")[1] if path.count("/") else ""
        for number in range(len(labels)):
            domain = ".".join(labels[number:])
            if found := self._domains.get(f"{domain}/{first}") or self._domains.get(domain):
                return found
        return None

    def named(self, words: str) -> Outlet | None:
        """Return the outlet that ``words`` name: "Kompas.com", "detiknews"."""
        return self._words.get(" ".join(words.split()).casefold())


def _name(outlet: Outlet) -> str:
    return outlet.name


def _outlet(row: Row) -> Outlet:
    selectors: dict[str, tuple[Selector, ...]] = {}
    for column in _SELECTORS:
        try:
            selectors[column] = tuple(map(Selector.parse, row.list(column)))
        except ValueError as error:
            raise row.error(f"{column}: {error}") from error
    domains = tuple(domain.lower() for domain in row.list("domains"))
    if row["name"] != EVERY and not (domains and selectors["body"]):
        raise row.error("an outlet needs domains and a body")
    zone = row["zone"].lower() or "wib"
    if zone not in ZONES:
        raise row.error(f"zone is {row['zone']!r}; it must be WIB, WITA or WIT")
    return Outlet(
        name=row["name"],
        domains=domains,
        words=row.list("words"),
        promos=tuple(words.casefold() for words in row.list("promos")),
        zone=ZONES[zone],
        **selectors,
    )

"""Outlets under one name: "ANTARA News", "antaranews.com" and "ANT" are one origin."""

from __future__ import annotations

from functools import cached_property

from simak.lexicon import Lexicon
from simak.store.name import form

# What an address has around its name.
_ADDRESS = frozenset(("www", "com", "co", "id", "net", "org", "news"))


class Outlets:
    """The usual names of outlets and agencies. Raises LexiconError on a wrong row of outlet.tsv."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def name(self, written: str) -> str:
        """Return the usual name of an outlet, as it is written if it is not known.

        >>> Outlets(Lexicon()).name("antaranews.com")
        'Antara'
        """
        return self._names.get(_key(written), " ".join(written.split()))

    @cached_property
    def _names(self) -> dict[str, str]:
        found: dict[str, str] = {}
        columns = ("name", "forms", "weak", "codes", "kind", "wikidata")
        for row in self._lexicon.rows("outlet.tsv", columns):
            for one in (row["name"], *row.list("forms"), *row.list("weak"), *row.list("codes")):
                found.setdefault(_key(one), row["name"])
        return found


def _key(name: str) -> str:
    words = form(name).split()
    kept = "".join(word for word in words if word not in _ADDRESS)
    short = kept.removesuffix("news") or kept
    return short or "".join(words)

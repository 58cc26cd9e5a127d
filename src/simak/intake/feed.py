"""An RSS or Atom file to the articles in it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from simak.intake.article import Incoming, Rejection
from simak.lexicon import Lexicon


class FeedReader:
    """Reads feeds; the names of months and days come from ``lexicon``.

    ``summaries``: take an entry that has a summary only as an article.
    """

    def __init__(self, lexicon: Lexicon, *, summaries: bool = False) -> None:
        self._lexicon = lexicon
        self._summaries = summaries

    def read(self, data: bytes, name: str) -> Iterator[Incoming | Rejection]:
        """Yield the article of each entry of the feed ``data``, or why there is none.

        The name of the third entry is ``NAME#3``; a feed that cannot be read at all is one
        rejection with ``name``. Never raises.
        """
        yield Rejection(name=name, reason="no article", message=f"{name}: not read yet")


def read(data: bytes, name: str) -> Iterator[Incoming | Rejection]:
    """Yield the articles of a feed; see :meth:`FeedReader.read`."""
    return _reader().read(data, name)


def is_feed(data: bytes) -> bool:
    """Whether ``data`` begins as an RSS or Atom file does."""
    start = data[:2048].lower()
    return b"<rss" in start or b"<feed" in start or b"<rdf:rdf" in start


@lru_cache(1)
def _reader() -> FeedReader:
    return FeedReader(Lexicon())

"""A saved web page to the article in it: text, title, date, byline, outlet, address."""

from __future__ import annotations

from functools import lru_cache

from simak.intake.article import Incoming, Rejection
from simak.lexicon import Lexicon


class PageReader:
    """Reads saved pages by the rules for outlets in ``lexicon`` (``outlet_page.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(
        self, data: bytes, name: str, url: str | None = None, *, charset: str | None = None
    ) -> Incoming | Rejection:
        """Return the article of the page ``data``, or why there is none. Never raises.

        ``url`` is where the page came from, ``charset`` what the server said its encoding is.
        """
        return Rejection(name=name, reason="no article", message=f"{name}: not read yet")


def read(data: bytes, name: str, url: str | None = None) -> Incoming | Rejection:
    """Return the article of a page by Simak's own rules; see :meth:`PageReader.read`."""
    return _reader().read(data, name, url)


def is_page(data: bytes) -> bool:
    """Whether ``data`` begins as a web page does."""
    start = data[:2048].lower()
    return b"<html" in start or b"<!doctype html" in start


@lru_cache(1)
def _reader() -> PageReader:
    return PageReader(Lexicon())

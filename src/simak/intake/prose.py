"""The lines of an article, out of the elements of a page, as a browser would show them.

White space is collapsed as HTML means it (WHATWG HTML, CSS Text 3: space, tab, line feed, form
feed, carriage return; not the no-break space), and a block or a ``<br>`` ends a line. Nothing
else of the text is changed: no quotation mark, no dash, no composition of characters.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLOCK = frozenset((
    "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search",
    "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
))  # fmt: skip
_CELL = frozenset(("td", "th"))


@dataclass(frozen=True)
class Line:
    """One line: ``text`` as printed, how many of its characters are a link's, and its element."""

    text: str
    linked: int = 0
    place: Any = None


class _Lines:
    """Puts lines together from pieces of text."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._linked = 0
        self._within = 0  # how many links the walk is inside of
        self._place: Any = None

    def add(self, text: str | None, place: Any = None) -> None:
        if text:
            self._pieces.append(text)
            if self._place is None and text.strip():
                self._place = place
            if self._within:
                self._linked += len(text.strip())

    def link(self, step: int) -> None:
        self._within += step

    def end(self) -> Iterator[Line]:
        """Yield the line that has come together, if there is any."""
        text = _SPACE.sub(" ", "".join(self._pieces)).strip()
        linked, place = self._linked, self._place
        self._pieces, self._linked, self._place = [], 0, None
        if text.strip("\u200b\ufeff\u00ad\u2060"):
            yield Line(text, min(linked, len(text)), place)


def lines(element: Any, dropped: Collection[Any] = ()) -> list[Line]:
    """Return the lines of ``element``, without what is in the elements ``dropped``.

    Walks without recursion, so that no depth of nesting matters.

    >>> from lxml.html import fromstring
    >>> page = fromstring("<div><p>Satu<br>dua</p><p> ti<b>ga</b></p></div>")
    >>> [line.text for line in lines(page)]
    ['Satu', 'dua', 'tiga']
    """
    found: list[Line] = []
    into = _Lines()
    walk = etree.iterwalk(element, events=("start", "end"))
    inside_pre = 0
    for event, node in walk:
        tag = node.tag if isinstance(node.tag, str) else ""
        if event == "start":
            if (node is not element and node in dropped) or not tag:
                walk.skip_subtree()
                continue
            if tag in _BLOCK:
                found += into.end()
            elif tag == "q":
                into.add("“")
            inside_pre += tag == "pre"
            into.link(tag == "a")
            found += _text(into, node.text, inside_pre > 0, node)
            continue
        if not ((node is not element and node in dropped) or not tag):
            into.link(-(tag == "a"))
            inside_pre -= tag == "pre"
            if tag in _BLOCK:
                found += into.end()
            elif tag in _CELL:
                into.add(" ")
            elif tag == "q":
                into.add("”")
        elif tag in _BLOCK:
            found += into.end()  # what is left out still divides what stands around it
        if node is not element:
            found += _text(into, node.tail, inside_pre > 0, node.getparent())
    return [*found, *into.end()]


def _text(into: _Lines, text: str | None, preformatted: bool, place: Any) -> Iterator[Line]:
    if not text or not preformatted:
        into.add(text, place)
        return
    first, *rest = text.split("\n")
    into.add(first, place)
    for line in rest:
        yield from into.end()
        into.add(line, place)


def whole(element: Any, dropped: Collection[Any] = ()) -> str:
    """Return the text of ``element`` on one line."""
    return " ".join(line.text for line in lines(element, dropped))

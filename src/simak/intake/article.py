"""What the intake hands on: an article as it came in, or why something that came in is none."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "not there",  # no such file, a file that may not be opened
    "empty",
    "too large",
    "unpacks too large",  # a zip, gzip or entity bomb
    "nested too deep",
    "not text",  # a picture, a PDF, a program
    "encoding",
    "damaged",  # a cut archive, a broken table row
    "no article",  # a page, a feed entry or a row without an article's text
    "language",
    "not allowed",  # an address that may not be fetched
    "not fetched",  # the server did not answer, or refused
    "fault",  # a fault in Simak itself
]
"""Why something was refused; a short fixed list, so that a run's rejections can be counted."""


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """One article as it came in, before it is read.

    ``name`` says where it came from and is unique in a run: ``berita/a.txt``,
    ``arsip.zip!2024/a.html``, ``arsip.warc.gz#12``, ``berita.csv:17``. ``text`` has ``\\n`` line
    ends and is otherwise as the container gave it. ``published`` is ISO 8601, a date or a date
    with time, known from metadata; the rest is None or empty where unknown.
    """

    name: str
    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None


@dataclass(frozen=True, kw_only=True)
class Rejection:
    """Something that came in and is no article: where, why (counted), and what to do (read)."""

    name: str
    reason: Reason
    message: str

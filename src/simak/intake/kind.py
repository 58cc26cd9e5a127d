"""What kind of file some bytes are: by their beginning first, by the file's name second."""

from __future__ import annotations

import codecs
import re
from typing import Literal

from simak.intake import feed
from simak.intake.refusal import RefusalError
from simak.intake.text import TextError, refuse_binary

Kind = Literal[
    "zip", "gzip", "warc", "parquet", "feed", "page", "jsonl", "json", "table", "text", "empty"
]

#: Bytes of a file that are looked at.
HEAD = 1 << 16

# Texts by their bytes that nobody means as an article.
_CODE = frozenset(
    (
        *("js", "mjs", "cjs", "ts", "jsx", "tsx", "css", "scss", "less", "map", "py", "pyc"),
        *("ipynb", "sh", "bash", "bat", "cmd", "ps1", "php", "rb", "pl", "c", "h", "cpp", "hpp"),
        *("java", "class", "go", "rs", "swift", "kt", "sql", "r", "lua", "ini", "cfg", "conf"),
        *("toml", "yaml", "yml", "lock", "properties", "env", "log", "svg", "bib", "tex", "po"),
        *("pot", "srt", "vtt", "m3u", "m3u8", "ics", "vcf", "eml", "mbox", "tar"),
    )
)
_PAGE = frozenset(("html", "htm", "xhtml", "xht", "shtml", "asp", "aspx", "jsp"))
_MARKUP = re.compile(
    rb"<(?:!--|!doctype\s+html|(?:html|head|body|meta|title|link|script|style|div|p|article|main|"
    rb"section|header|span|h[1-6]|table|ul|ol|br|img|a|b|i|strong|em|figure|amp-[a-z]+)[\s/>])",
    re.I,
)
_OBJECT = re.compile(rb'\{\s*(?:"(?:[^"\\]|\\.){0,200}"\s*:|\})')
_ARRAY = re.compile(rb"\[\s*[{\]]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_SPACE = b" \t\r\n\v\f"
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"PK\x07\x08PK\x03\x04", "zip"),
    (b"\x1f\x8b", "gzip"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)


def tell(head: bytes, name: str) -> Kind:
    r"""Return the kind of the file that begins with ``head`` (HEAD bytes) and is called ``name``.

    What is no kind of its own is "text": whether it is one, :func:`simak.intake.text.decode`
    says. Raises RefusalError for code, styles and XML of other kinds.

    >>> tell(b"Rapat dibuka.", "rapat.txt")
    'text'
    >>> tell(b"WARC/1.0\r\n", "arsip")
    'warc'
    """
    if not head:
        return "empty"
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    last = suffix(name)
    start = in_utf8(head).lstrip(_SPACE)
    try:
        refuse_binary(start, name)
    except TextError:
        return "text"  # which says what binary file it is
    if start.startswith(b"<"):
        return _markup(start, last)
    if _OBJECT.match(start):
        return "json" if last == "json" and not _lines(start) else "jsonl"
    if _ARRAY.match(start):
        return "json"
    if last in ("jsonl", "ndjson", "json"):
        return "jsonl"  # where each line that is none is said to be damaged
    if last in ("csv", "tsv", "tab"):
        return "table"
    if last in _PAGE:
        return "page"
    if start.startswith(b"filedesc://"):
        raise RefusalError("not text", "an ARC file, the format before WARC; make it a WARC file")
    if start.startswith((b"From: <Saved by", b"MIME-Version:")) or last in ("mht", "mhtml"):
        raise RefusalError("not text", "a page saved as MHTML; save it as HTML, or its text")
    if last in _CODE or start.startswith(b"#!"):
        raise RefusalError("not text", f"a file of code or settings (.{last or '?'}), no article")
    return "text"


def suffix(name: str) -> str:
    """Return what stands behind the last point of a file's name: "html" of "arsip.zip!a.HTML"."""
    last = re.split(r"[/\\!?#]", name)[-1]
    return last.rpartition(".")[2].lower() if "." in last else ""


def _markup(start: bytes, last: str) -> Kind:
    if feed.is_feed(start):
        return "feed"
    if last == "svg" or b"<svg" in start[:200].lower():
        raise RefusalError("not text", "a picture (SVG)")
    if start.startswith(b"<?xml"):
        if b"<html" in start[:4096].lower():
            return "page"
        raise RefusalError("not text", "XML that is no RSS or Atom feed and no web page")
    if last in _PAGE or _MARKUP.match(start):
        return "page"
    if last in _CODE or start.startswith(b"<?"):
        raise RefusalError("not text", "a file of code, no article")
    if last in ("xml", "rss", "atom"):
        raise RefusalError("not text", "XML that is no RSS or Atom feed and no web page")
    return "text"


def _lines(start: bytes) -> bool:
    """Whether the first line is an object by itself and another one follows."""
    first, _, rest = start.partition(b"\n")
    return first.rstrip().endswith(b"}") and rest.lstrip(_SPACE).startswith(b"{")


def in_utf8(head: bytes) -> bytes:
    """Return the beginning of a file as UTF-8 without a mark, if a mark says what it is in.

    UTF-16 without one is known by its first sign, "<".
    """
    for mark, encoding in _MARKS:
        if head.startswith(mark):
            data = head[: len(head) // 4 * 4].decode(encoding, "replace").removeprefix("\ufeff")
            return data.encode("utf-8", "replace")
    return head

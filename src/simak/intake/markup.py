"""Bytes of a web page to its tree, within bounds that a hostile page cannot break.

Encoding, in the order of trust: byte order mark, valid UTF-8, what the server or the page itself
declares, then cp1252 and latin-1 as for plain text (:mod:`simak.intake.text`). A declaration is
believed after the bytes: many pages that declare ISO-8859-1 are UTF-8, and no text in another
encoding is valid UTF-8 by chance. UTF-8 that is broken in places keeps U+FFFD there; whether that
matters is for whoever takes the text.

The parser is libxml2's for HTML. Its own limits hold (``huge_tree`` is off: text and attributes of
10 MB, 256 elements deep); its cost grows with the square of the number of attributes of one tag,
so tags are counted before it sees them.
"""

from __future__ import annotations

import re
from typing import Any

from lxml import html

from simak.intake import text as plain
from simak.intake.refusal import RefusalError

LARGEST = 16 * 1024 * 1024
"""Bytes of the largest page, pictures written into it left out."""

MOST_TAGS = 100_000
"""Tags of a page; an article's has some thousands."""

MOST_ATTRIBUTES = 500
"""Attributes of one tag."""

_DATA_ADDRESS = re.compile(rb"data:[\w/+.;=-]{1,100};base64,[A-Za-z0-9+/=%]{64,}")
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?(?>\s++|<\?[^>]{0,400}\?>|<!--.{0,4096}?-->)*+"
    rb"<(?:!doctype\s{1,20}html|html|head|body|meta|title|frameset)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s{0,8}=\s{0,8}[\"']?([\w.:-]{1,40})|"
    rb"^\s{0,64}<\?xml\b[^>]{0,200}?\bencoding\s{0,8}=\s{0,8}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
_LATIN = ("cp1252", "windows1252", "latin1", "iso88591", "iso885915", "ascii", "usascii", "l1")
_UTF8 = ("utf8", "utf8mb4", "unicode11utf8", "unicode")
_TAG = re.compile(r"<(?:!--|/?([a-zA-Z][^\s/>]{0,40}))")
_ATTRIBUTE = re.compile(r"[\s/]*[^\s/>][^\s/>=]*\s*(?:=\s*(?:\"[^\"]*\"|'[^']*'|[^\s>]*))?")
# libxml2 drops what stands behind these; browsers show it.
_END = re.compile(r"</(?:html|body)\s{0,20}>", re.IGNORECASE)
_COMMENT_END = re.compile("--!?>")
# What stands in these is no markup.
_RAW = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def is_page(data: bytes) -> bool:
    """Whether ``data`` begins as a web page does (UTF-16 included)."""
    start = data[:8192]
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or start[1:2] == b"\x00" or start[:1] == b"\x00":
        start = start.replace(b"\x00", b"")
    return _BEGINNING.match(start) is not None


def decode(data: bytes, charset: str | None = None) -> str:
    """Return the text of the page ``data``; ``charset`` is what the server declared.

    Raises RefusalError: empty, too large, no text, an encoding that cannot be told.

    >>> decode(b"<meta charset=windows-1252><p>Kata \\x93siap\\x94")[-12:]
    '<p>Kata “siap”'[-12:]
    """
    if len(data) > LARGEST:
        data = _DATA_ADDRESS.sub(b"data:,", data)
    if len(data) > LARGEST:
        raise RefusalError(
            "too large",
            f"a page of more than {LARGEST // 2**20} MiB; save it without its pictures",
        )
    if not data.strip():
        raise RefusalError("empty", "the page is empty; save it again")
    try:
        text = plain.marked(data, "page")
        if text is None:
            plain.refuse_binary(data, "page")
    except plain.TextError as error:
        raise RefusalError(error.reason, str(error).removeprefix("page: ")) from error
    return _decoded(data, charset) if text is None else text


def _decoded(data: bytes, charset: str | None) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    match = _DECLARED.search(data[:8192])
    declared = charset or ((match[1] or match[2]).decode("ascii") if match else "")
    key = re.sub(r"[^a-z0-9]", "", declared.lower())
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    sound = sum(character > "\x7f" for character in loose) - broken
    # A page in cp1252 hardly ever holds a valid UTF-8 sequence, whatever it declares.
    if sound > broken or (key in _UTF8 and sound * 4 > broken):
        return loose
    if key and key not in _LATIN + _UTF8:
        raise RefusalError(
            "encoding", f"a page in the encoding {declared}, which is not read; save it as UTF-8"
        )
    for encoding in (
        ("iso8859-15",) if key == "iso885915" else ("cp1252", "latin-1")[: 1 + bool(key)]
    ):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise RefusalError("encoding", "neither UTF-8 nor cp1252; save the page as UTF-8")


def parse(text: str) -> Any:
    """Return the tree of the page ``text``: an lxml element without comments.

    Raises RefusalError for a page that is no page or breaks a bound.
    """
    count(text)
    parser = html.HTMLParser(
        encoding="utf-8", recover=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        tree = html.document_fromstring(
            printable(_END.sub("", text)).encode("utf-8"), parser=parser
        )
    except (html.etree.ParserError, html.etree.XMLSyntaxError, ValueError, AssertionError) as error:
        raise RefusalError("no article", "a page without any text; save it again") from error
    for entry in parser.error_log:
        if entry.type_name == "ERR_RESOURCE_LIMIT":
            if "depth" in entry.message.lower():
                raise RefusalError(
                    "nested too deep", "a page nested more than 256 deep; give the article's text"
                )
            raise RefusalError(
                "too large", "a page with a text of 10 MB in one; give the article's text"
            )
    return tree


def printable(text: str) -> str:
    """Return ``text`` without NULs and other characters that no markup may hold."""
    return _FORBIDDEN.sub("", text)


def count(text: str, most: int = MOST_TAGS, *, xml: bool = False) -> None:
    """Raise RefusalError for more tags than ``most``, or too many attributes in one of them.

    In ``xml``, what stands in comments, scripts and styles counts as well: whether it is one
    hangs on what stands before it.
    """
    position = tags = 0
    while match := _TAG.search(text, position):
        position = match.end()
        if match[1] is None:
            if not xml:
                end = _COMMENT_END.search(text, position - 2)  # "<!-->" is a comment too
                position = end.end() if end else len(text)
            continue
        tags += 1
        if tags > most:
            raise RefusalError("too large", f"more than {most:,} tags; give the article's text")
        attributes = 0
        while position < len(text) and text[position] != ">":
            attribute = _ATTRIBUTE.match(text, position)
            if attribute is None or attribute.end() == position:
                break
            position = attribute.end()
            attributes += 1
            if attributes > MOST_ATTRIBUTES:
                raise RefusalError(
                    "damaged",
                    f"a tag with more than {MOST_ATTRIBUTES} attributes; save the page again",
                )
        raw = None if xml or text[match.start() + 1] == "/" else _RAW.get(match[1].lower())
        if raw:
            end = raw.search(text, position)
            position = end.start() if end else len(text)

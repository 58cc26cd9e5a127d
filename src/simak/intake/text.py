"""Bytes of a plain-text file to the text of an article, or a clear refusal.

The order of trust is: byte order mark, strict UTF-8, then charset-normalizer held to cp1252 and
latin-1, the two old encodings in which Indonesian text is found. Nothing else is guessed: a
wrong guess shifts no span but puts wrong words into a record that is meant to be checked.

The text is never otherwise changed, so that a span of a record can be found again in the file:
only the byte order mark is dropped and ``\\r\\n`` and ``\\r`` become ``\\n``.
"""

from __future__ import annotations

import codecs
import re

from simak.errors import InputError
from simak.intake.article import Reason

# Beginnings of files that people take for articles. (bytes, what it is, what to do)
_COPY = "copy the article's text out of it into a .txt file"
_MAGIC: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "a PDF file", _COPY),
    (b"PK\x03\x04", "a ZIP archive or an office document (docx, odt, epub)", _COPY),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document (doc, xls)", _COPY),
    (b"{\\rtf", "an RTF document", _COPY),
    (b"\x89PNG\r\n", "a picture (PNG)", "give the article's text"),
    (b"\xff\xd8\xff", "a picture (JPEG)", "give the article's text"),
    (b"GIF8", "a picture (GIF)", "give the article's text"),
    (b"II*\x00", "a picture (TIFF)", "give the article's text"),
    (b"MM\x00*", "a picture (TIFF)", "give the article's text"),
    (b"\x1f\x8b", "a compressed file (gzip)", "unpack it first"),
    (b"BZh", "a compressed file (bzip2)", "unpack it first"),
    (b"\xfd7zXZ\x00", "a compressed file (xz)", "unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed archive (7z)", "unpack it first"),
    (b"Rar!\x1a\x07", "a compressed archive (RAR)", "unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd)", "unpack it first"),
    (b"\x7fELF", "a program", "give the article's text"),
    (b"SQLite format 3\x00", "an SQLite database", "give the article's text"),
    (b"OggS", "a sound or video file", "give the article's text"),
    (b"ID3", "a sound file", "give the article's text"),
    (b"\x1aE\xdf\xa3", "a video file", "give the article's text"),
)
_MARKS = (  # the UTF-32 marks begin with the UTF-16 ones, so they come first
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HTML = re.compile(
    r"\s{0,64}(?:<\?xml[^>]{0,200}>\s{0,64})?<(?:!doctype html|html|head|body)\b", re.I
)
# Bytes that no text holds in number: controls other than tab, line ends, backspace and escape.
_CONTROLS = bytes({*range(32), 127} - {*b"\t\n\r\b\v\f\x1b"})
_LEGACY = ("cp1252", "latin_1")
# charset-normalizer reads samples of this; whole megabytes tell it nothing more.
_SAMPLE = 200_000


class TextError(InputError):
    """The bytes are no text that can be read; ``reason`` says why, for counting."""

    def __init__(self, message: str, reason: Reason) -> None:
        super().__init__(message)
        self.reason = reason


def decode(data: bytes, name: str) -> str:
    """Return the text that ``data`` holds, line ends as ``\\n``, byte order mark dropped.

    ``name`` (a path, "standard input") is used in messages only. Raises TextError, which says
    what the data is and what to do, for data that is empty, binary, in an encoding that cannot be
    told, or a web page.

    >>> decode("Rapat dibuka.\\r\\n".encode(), "rapat.txt")
    'Rapat dibuka.\\n'
    """
    if not data:
        raise TextError(f"{name}: the file is empty; give a file with the article's text", "empty")
    text = marked(data, name)
    if text is None:
        refuse_binary(data, name)
        text = _unmarked(data, name)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip().strip("\x00\ufeff\u200b"):
        raise TextError(f"{name}: only white space; give a file with the article's text", "empty")
    if _HTML.match(text):
        raise TextError(
            f"{name}: a web page (HTML); save the article's text as a .txt file", "not text"
        )
    return text


def marked(data: bytes, name: str) -> str | None:
    """Return the text of data that begins with a byte order mark, else None."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise TextError(
                    f"{name}: marked as {encoding.upper()} but broken at byte "
                    f"{error.start + len(mark)}; save the file again as UTF-8",
                    "encoding",
                ) from error
    return None


def refuse_binary(data: bytes, name: str) -> None:
    """Raise InputError, which says what it is, for data that is no text."""
    for magic, what, remedy in _MAGIC:
        if data.startswith(magic):
            raise TextError(f"{name}: {what}, not text; {remedy}", "not text")
    if data[4:8] == b"ftyp" or (data[:4] == b"RIFF" and data[8:12] in (b"WEBP", b"WAVE", b"AVI ")):
        raise TextError(
            f"{name}: a picture, sound or video file, not text; give the text", "not text"
        )
    nuls = data.count(0)
    # A stray NUL stays in the text; a file full of them is none, or is UTF-16 without its mark.
    if nuls > max(3, len(data) // 100):
        halves = data[: len(data) // 2 * 2]
        odd, even = halves[1::2].count(0), halves[::2].count(0)
        reason: Reason = "not text"
        if max(odd, even) > len(halves) * 3 // 8 and min(odd, even) < len(halves) // 50 + 1:
            what = "looks like UTF-16 without a byte order mark; save the file as UTF-8"
            reason = "encoding"
        else:
            what = "binary data, not text; give a file with the article's text"
        raise TextError(f"{name}: {what}", reason)
    sample = data[:_SAMPLE]
    if len(sample) - len(sample.translate(None, _CONTROLS)) > max(3, len(sample) // 50):
        raise TextError(
            f"{name}: binary data, not text; give a file with the article's text", "not text"
        )


def _unmarked(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        position = error.start
    line = data.count(b"\n", 0, position) + 1
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd")
    sound = sum(character > "\x7f" for character in loose) - broken
    # Text in cp1252 hardly ever holds a valid UTF-8 sequence: where these prevail, the file is
    # UTF-8 that was cut or mixed, and reading it as cp1252 would turn its quotation marks to junk.
    if sound > broken:
        raise TextError(
            f"{name}: broken UTF-8 at byte {position} (line {line}); save the file again as UTF-8",
            "encoding",
        )
    from charset_normalizer import from_bytes  # 40 ms to import, seldom needed

    best = from_bytes(data[:_SAMPLE], cp_isolation=list(_LEGACY)).best()
    if best is not None and 0 not in data:
        try:
            return data.decode(best.encoding)
        except UnicodeDecodeError:  # the sample was fine, the rest is not
            pass
    raise TextError(
        f"{name}: not UTF-8 (byte {position}, line {line}) and in no other encoding that Simak "
        "reads (cp1252, latin-1, UTF-16 with a mark); save the file as UTF-8",
        "encoding",
    )

"""Text as files of every format can hold it, at the same length, so that offsets stay true."""

from __future__ import annotations

import re

# Half of a pair: a name or text that was no Unicode came in so. UTF-8 has no form for it.
_SURROGATE = re.compile("[\ud800-\udfff]")
# What XML 1.0 cannot hold, not even escaped. A carriage return would come back as a line feed.
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def plain(text: str) -> str:
    """Return ``text`` with lone surrogates as U+FFFD.

    >>> plain("a\\ud800b")
    'a\ufffdb'
    """
    return _SURROGATE.sub("\ufffd", text)


def xml_plain(text: str) -> str:
    """Return ``text`` with every character that XML cannot hold as U+FFFD.

    >>> xml_plain("a\\x00b")
    'a\ufffdb'
    """
    return _NOT_XML.sub("\ufffd", text)

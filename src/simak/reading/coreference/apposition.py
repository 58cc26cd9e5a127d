"""Apposition: descriptions that a name right beside them names.

"seorang pengusaha berinisial BN", "anak usahanya, PT Rimba Elok, kepada ...",
"Harian Elok, surat kabar daerah itu, menulis ...".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from simak.reading.coreference.discourse import Discourse
from simak.reading.noun import DEMONSTRATIVES

_CALLED = re.compile(r",? (?:(?:yang )?(?P<name>berinisial|bernama)|yakni|yaitu) ")
_CLOSING = (",", ".", ")", ";", " (")
_LISTING = ("dan ", "serta ", "atau ", "maupun ", "hingga ")
_TYPES = ("PER", "ORG", "LOC", "GPE")


def apposed(discourse: Discourse) -> Iterator[tuple[int, int]]:
    """Yield (description, name) of one actor, by index, in text order."""
    mentions, text = discourse.mentions, discourse.text
    names = {m.span[0]: i for i, m in enumerate(mentions) if m.kind in ("name", "acronym")}
    ends = {m.span[1]: i for i, m in enumerate(mentions) if m.kind in ("name", "acronym")}
    for index, mention in enumerate(mentions):
        if mention.kind != "description" or mention.type not in _TYPES or mention.number == "plur":
            continue
        start, end = mention.span
        words = text[start:end].lower().split()
        called = _CALLED.match(text, end)
        behind = names.get(called.end()) if called else None
        if behind is None and words[-1] not in DEMONSTRATIVES and text[end : end + 2] == ", ":
            behind = names.get(end + 2)
            if behind is not None and not _closes(text, mentions[behind].span[1]):
                behind = None
        if behind is not None and any(
            start < role.span[0] < end for role in discourse.roles_of.get(behind, ())
        ):
            behind = None  # "kakak dari pemimpin Elok, Wira": Wira leads
        same = behind is not None and mentions[behind].type == mention.type
        named = called is not None and called["name"] is not None
        if behind is not None and (same or (named and mention.type == "PER")):
            yield index, behind
            continue
        before = ends.get(start - 2) if text[start - 2 : start] == ", " else None
        if before is None or mentions[before].type != mention.type or len(words) < 2:
            continue
        if _closes(text, end) and not text.startswith(_LISTING, mentions[before].span[1] + 2):
            yield index, before


def _closes(text: str, end: int) -> bool:
    """Tell whether an apposition may end here, and no list goes on."""
    if not text.startswith(_CLOSING, end):
        return False
    return not text.startswith(_LISTING, end + 2)

"""Small words by which the reader of events finds its way (``event_word.tsv``)."""

from __future__ import annotations

from simak.lexicon import Lexicon
from simak.reading.title import COLUMNS as TITLE_COLUMNS

_KINDS = (
    "opener", "prefix", "act", "generic", "during", "anyone", "doer", "deed", "claim", "news",
    "behalf",
)  # fmt: skip


class WordLexicon:
    """Small words by kind (``event_word.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        found: dict[str, set[str]] = {kind: set() for kind in _KINDS}
        for row in lexicon.rows("event_word.tsv", ("word", "kind")):
            found[row.one_of("kind", _KINDS)].add(row["word"].lower())
        self.opener = frozenset(found["opener"])
        self.prefix: frozenset[str] = frozenset(found["prefix"])
        self.act = frozenset(found["act"])
        self.generic = frozenset(found["generic"])
        self.during = frozenset(found["during"])
        self.doer = frozenset(found["doer"])
        self.deed = frozenset(found["deed"])
        self.claim = frozenset(found["claim"])
        self.news = frozenset(found["news"])
        self.behalf = frozenset(found["behalf"])
        self.anyone = frozenset(found["anyone"])
        # A title before a name says what the name is, as "tersangka" does.
        titles = (row["title"] for row in lexicon.rows("title.tsv", TITLE_COLUMNS))
        self.title = frozenset(word for title in titles for word in title.lower().split())
        self.prefix |= self.title

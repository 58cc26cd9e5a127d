"""Reporting words: those that carry the speaker as "nya" behind what was said ("ujarnya")."""

from __future__ import annotations

from simak.lexicon import Lexicon

_COLUMNS = ("stem", "act", "active", "passive", "after", "takes", "needs")


def said_behind(lexicon: Lexicon) -> frozenset[str]:
    """Return the forms of ``cue.tsv`` that stand behind a quotation: "kata", "ujar", "jelas"."""
    return frozenset(
        form.lower() for row in lexicon.rows("cue.tsv", _COLUMNS) for form in row.list("after")
    )

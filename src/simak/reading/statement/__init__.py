"""Statements: who said what to whom.

``cue`` and ``grammar`` read the lexicon; ``unit`` cuts the article into sentences with their
quotations. ``reader`` goes through their cues and leaves each to a construction: ``quoted``
("“...,” kata Wirya"), ``reported`` ("Wirya mengatakan ..."), ``passive``, ``attribution``
("menurut Wirya"). For the source these ask ``speaker`` and ``subject``, which know noun phrases
from ``extent`` and ``reference`` and what stands between from ``adverbial``; for what is said
they ask ``opening`` and ``content``. Each writes a ``draft``; ``finding`` turns the drafts into
statements, with ``nesting``, ``circumstance`` and ``confidence``.
"""

from simak.reading.statement.reader import StatementReader

__all__ = ["StatementReader"]

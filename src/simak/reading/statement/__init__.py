"""Statements: who said what to whom.

``cue`` and ``grammar`` read the lexicon; ``unit`` cuts the article into sentences with their
quotations. ``reader`` goes through their cues and leaves each to a construction: ``quoted``
("“...,” kata Wirya"), ``reported`` ("Wirya mengatakan ..."), ``passive``, ``attribution``
("menurut Wirya"). These ask ``speaker`` and ``subject`` for the source (noun phrases: ``extent``,
``reference``), ``opening`` and ``content`` for what is said, and write a ``draft``. ``finding``
turns the drafts into statements, with ``nesting``, ``circumstance`` and ``confidence``.
"""

from simak.reading.statement.reader import StatementReader

__all__ = ["StatementReader"]

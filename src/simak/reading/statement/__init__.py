"""Statements: who said what to whom.

``cue`` reads the lexicon of reporting words, ``unit`` cuts the article into sentences with their
quotations, ``source`` finds speakers and addressees, ``content`` what is reported, ``reader`` puts
them together.
"""

from simak.reading.statement.reader import StatementReader

__all__ = ["StatementReader"]

"""Every error that Simak raises on purpose, in one tree.

::

    SimakError
    ├── InputError          the article cannot be read (empty, binary, wrong encoding)
    │   └── LanguageError   the article is not in Indonesian
    ├── LexiconError        a data file has a fault; says file and line
    ├── RecordError         a record does not hold (a span outside its text, a lost id)
    ├── FormatError         a file given to ``evaluate`` is not in the format named
    ├── BatchError          a batch's folder cannot be written to, or is none
    ├── JudgementError      a judgement lacks something, or its row is not there
    └── StoreError          the store cannot be opened, or does not hold what was asked for

Each message says what is wrong, where, and what to do about it.
"""

from __future__ import annotations

from pathlib import Path


class SimakError(Exception):
    """Base of all errors that Simak raises on purpose."""


class InputError(SimakError):
    """The input is no text that can be read."""


class LanguageError(InputError):
    """The text is not in Indonesian.

    ``language`` is the ISO 639 code that was recognised ("en", "ms", ...).
    """

    def __init__(self, message: str, language: str) -> None:
        super().__init__(message)
        self.language = language


class LexiconError(SimakError):
    """A data file has a fault. The message starts with ``file:line:``.

    Line 0 is the file as a whole: then it starts with ``file:``.
    """

    def __init__(self, path: Path | str, line: int, message: str) -> None:
        super().__init__(f"{path}:{line}: {message}" if line else f"{path}: {message}")
        self.path = str(path)
        self.line = line


class RecordError(SimakError):
    """A record contradicts itself or its text."""


class FormatError(SimakError):
    """A file is not in the format that was named. The message says file and line."""


class StoreError(SimakError):
    """The store cannot be opened, or does not hold what was asked for."""


class JudgementError(SimakError):
    """A judgement lacks something that its kind needs, or the row that it names is not there."""


class BatchError(SimakError):
    """The folder of a batch cannot be written to, or holds no batch."""

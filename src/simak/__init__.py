"""Simak reads news in Indonesian and turns each article into a record that can be checked.

>>> import simak                                                        # doctest: +SKIP
>>> record = simak.read("Bupati Rawa Elok bertemu warga.", published="2024-03-05")
>>> for event in record.events:
...     print(event.type, record.words(event.trigger))
CONSULT bertemu

Importing the package loads nothing; what is named here is loaded when it is first used.
"""

from __future__ import annotations

from functools import cache

TYPE_CHECKING = False  # what typing.TYPE_CHECKING is, without the 5 ms of importing typing
if TYPE_CHECKING:
    import datetime
    from collections.abc import Sequence
    from typing import Any

    from simak.errors import (
        FormatError,
        InputError,
        LanguageError,
        LexiconError,
        RecordError,
        SimakError,
    )
    from simak.reader import About, Reader
    from simak.record import Record

__all__ = [
    "About",
    "FormatError",
    "InputError",
    "LanguageError",
    "LexiconError",
    "Reader",
    "Record",
    "RecordError",
    "SimakError",
    "read",
]

_HOME = {
    "About": "simak.reader",
    "Reader": "simak.reader",
    "Record": "simak.record",
    **dict.fromkeys(
        ("FormatError", "InputError", "LanguageError", "LexiconError", "RecordError", "SimakError"),
        "simak.errors",
    ),
}


def read(
    text: str,
    *,
    published: str | datetime.date | None = None,
    outlet: str | None = None,
    title: str | None = None,
    url: str | None = None,
    byline: Sequence[str] = (),
    force: bool = False,
) -> Record:
    """Return the record of one article, read with the lexicons and weights that come with Simak.

    The first call loads the weights, which takes a second or two; they are kept for the next. The
    arguments and errors are those of :meth:`simak.Reader.read`.
    """
    return _default_reader().read(
        text,
        published=published,
        outlet=outlet,
        title=title,
        url=url,
        byline=byline,
        force=force,
    )


@cache
def _default_reader() -> Reader:
    from simak.reader import Reader

    return Reader()


def __getattr__(name: str) -> Any:
    if name in _HOME:
        from importlib import import_module

        return getattr(import_module(_HOME[name]), name)
    raise AttributeError(f"module 'simak' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

"""Adding: what comes in becomes a record, a copy of what is there, or a rejection.

Every input ends as exactly one :class:`Outcome`, which is in the store before it is yielded. A run
that dies is begun again: what is there is passed over without being read.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from simak.attempt import attempt
from simak.intake.article import Incoming, Reason, Rejection
from simak.record import Record, article_id
from simak.store.store import Kept, Store

if TYPE_CHECKING:
    from simak.reader import Reader

Kind = Literal["new", "read again", "copy", "there", "newer there", "rejected"]
"""What became of an input.

``new``: read, and kept for the first time. ``read again``: there, but read by another version.
``copy``: the same text, from another file, outlet or address; kept as one more arrival.
``there``: nothing changed. ``newer there``: there, read by a newer Simak than the record that was
given; kept as it is. ``rejected``: kept with its reason.
"""


@dataclass(frozen=True)
class Outcome:
    """What became of one input; ``article`` is its id, ``rejection`` why there is none.

    ``copy_of`` is the id of the first article that tells the same in nearly the same words.
    """

    name: str
    kind: Kind
    article: str | None = None
    copy_of: str | None = None
    rejection: Rejection | None = None


@dataclass
class Tally:
    """How many inputs ended how, and what was rejected for which reason."""

    kinds: Counter[Kind] = field(default_factory=Counter)
    near_copies: int = 0
    reasons: Counter[Reason] = field(default_factory=Counter)

    def count(self, outcome: Outcome) -> None:
        """Count one outcome."""
        self.kinds[outcome.kind] += 1
        self.near_copies += outcome.copy_of is not None
        if outcome.rejection:
            self.reasons[outcome.rejection.reason] += 1

    @property
    def total(self) -> int:
        """How many inputs there were."""
        return self.kinds.total()


def add(
    store: Store | None,
    reader: Reader,
    items: Iterable[Incoming | Rejection],
    *,
    force: bool = False,
) -> Iterator[Outcome]:
    """Read ``items`` into ``store`` and yield what became of each, in their order.

    Without a store nothing is kept, and what would be done is yielded (a dry run; texts that come
    twice in the run itself are seen). ``force`` reads texts that seem to be in another language.
    Raises LexiconError and StoreError, which are not about one article.
    """
    known: set[str] = set()
    for item in items:
        if isinstance(item, Rejection):
            yield _rejected(store, item)
            continue
        article = article_id(item.text)
        state = store.state(article, reader.provenance) if store else "absent"
        if state == "current" or (store is None and article in known):
            new = store.arrive(article, item) if store else True
            yield Outcome(item.name, "copy" if new else "there", article)
            continue
        result = attempt(reader, item, force=force)
        if isinstance(result, Rejection):
            yield _rejected(store, result)
            continue
        known.add(article)
        kept = store.put(item, result) if store else Kept(new=True)
        kind: Kind = "new" if kept.new else "read again"
        yield Outcome(item.name, kind, article, kept.copy_of)
    if store:
        store.settle()


def add_read(
    store: Store | None, items: Iterable[tuple[Incoming, Record] | Rejection]
) -> Iterator[Outcome]:
    """Keep what was read elsewhere (:func:`simak.batch.outcomes`) and yield what became of each.

    A record takes the place of one that other versions made, unless these were those of a newer
    Simak. Without a store nothing is kept. Raises StoreError.
    """
    known: set[str] = set()
    for item in items:
        if isinstance(item, Rejection):
            yield _rejected(store, item)
            continue
        incoming, record = item
        article = record.article.id
        if store is None:
            yield Outcome(incoming.name, "copy" if article in known else "new", article)
            known.add(article)
            continue
        provenance = record.provenance or None
        state = store.state(article, provenance) if provenance else "absent"
        if state == "old" and _is_older(record, store.record(article, judged=False)):
            store.arrive(article, incoming)
            yield Outcome(incoming.name, "newer there", article)
        elif state == "current":
            new = store.arrive(article, incoming)
            yield Outcome(incoming.name, "copy" if new else "there", article)
        else:
            kept = store.put(incoming, record)
            kind: Kind = "new" if kept.new else "read again"
            yield Outcome(incoming.name, kind, article, kept.copy_of)
    if store:
        store.settle()


def _is_older(one: Record, other: Record) -> bool:
    """Whether an older Simak read ``one`` than ``other``; weights and lexicons have no order."""
    mine, theirs = (
        [int(part) for part in re.findall(r"\d+", record.provenance.simak)]
        if record.provenance
        else []
        for record in (one, other)
    )
    return mine < theirs


def _rejected(store: Store | None, rejection: Rejection) -> Outcome:
    if store:
        store.reject(rejection)
    return Outcome(rejection.name, "rejected", rejection=rejection)

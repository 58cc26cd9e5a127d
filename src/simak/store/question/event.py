"""Events: what happened, as all reports tell it."""

from __future__ import annotations

from simak.store.question.report import EventFilter, reports
from simak.store.question.telling import Happened, merged
from simak.store.store import Store


def events(store: Store, asked: EventFilter | None = None) -> list[Happened]:
    """Return the events that the reports tell, by their first day. Raises as :func:`reports`.

    >>> from simak.store import Store
    >>> with Store("berita.db") as store:                               # doctest: +SKIP
    ...     len(events(store, EventFilter(type="CONSULT", actor="Iran")))
    """
    return merged(reports(store, asked))

"""Contexts: what an event is about, in the 37 words of PLOVER."""

from __future__ import annotations

from collections.abc import Sequence

from simak.lexicon import Lexicon
from simak.reading.finding import Cast, EventFinding
from simak.reading.page import Page
from simak.record import Context


class ContextReader:
    """Finds the contexts of events."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon

    def read(
        self, page: Page, cast: Cast, events: Sequence[EventFinding]
    ) -> list[tuple[Context, ...]]:
        """Return the contexts of each event."""
        return [() for _ in events]

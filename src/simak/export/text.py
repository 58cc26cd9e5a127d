"""The record for a terminal, or for a plain text file when colour is off.

Statements stand grouped by speaker with the office, events in the order of time, then who and
where, when, credited sources and wording; each row with its words from the article. Meaning never
hangs on colour: the view reads the same with ``NO_COLOR`` and in a pipe.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from simak.export.view import View, harmless, mention_words, neutral
from simak.record import Entity, Event, Record, Span, Statement

NARROWEST = 40
WIDEST = 110
"""Columns of the widest text: longer lines are hard to read."""

_HEADING = "bold underline"
_NAME = "bold"
_CODE = "cyan"
_FAINT = "dim"
_INDENT = 2


def render(record: Record, *, width: int = 100, colour: bool = False) -> str:
    """Return the record as text of at most ``width`` columns that ends in a line end.

    ``colour`` adds ANSI colours. Control characters of the article are shown, not obeyed.
    """
    return _Page(record, max(NARROWEST, min(width, WIDEST)), colour).render()


class _Page:
    def __init__(self, record: Record, width: int, colour: bool) -> None:
        self._record = record
        self._view = View(record)
        self._width = width
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            legacy_windows=False,
            highlight=False,
            markup=False,
            emoji=False,
            no_color=not colour,
            _environ={},
        )

    def render(self) -> str:
        self._head()
        self._statements()
        self._events()
        self._actors()
        self._places()
        self._times()
        self._credits()
        self._wording()
        return self._out.getvalue()

    # --- drawing --------------------------------------------------------------------------

    def _put(self, text: Text | str, indent: int = 0, hang: int = 0) -> None:
        """Print a text, wrapped, ``indent`` columns in, ``hang`` more from the second line on."""
        text = Text(text) if isinstance(text, str) else text
        room = self._width - indent - hang
        lines = text.wrap(self._console, room, tab_size=4) if len(text) else [Text()]
        for number, line in enumerate(lines):
            line.rstrip()
            margin = indent + (hang if number else 0)
            self._console.print(Text(" " * margin) + line, soft_wrap=True)

    def _heading(self, name: str, number: int) -> None:
        self._console.print()
        self._put(Text.assemble((name, _HEADING), (f" ({number})", _FAINT)))

    def _row(self, *parts: str | tuple[str, str], quoted: Iterable[str] = ()) -> None:
        """Print a row's own line and the words of the article under it."""
        self._put(Text.assemble(*parts), _INDENT, _INDENT)
        for words in quoted:
            self._put(Text(f"“{words}”"), 2 * _INDENT, 1)

    def _quote(self, span: Span) -> str:
        return self._view.words(span)

    # --- sections -------------------------------------------------------------------------

    def _head(self) -> None:
        article = self._record.article
        if article.title:
            self._put(Text(harmless(article.title), "bold"))
        published = article.published
        facts = [
            article.outlet,
            f"{published.value} ({published.basis})" if published.value else "date unknown",
            article.dateline_place,
            f"by {', '.join(article.byline)}" if article.byline else None,
            f"{len(article.text):,} characters",
            f"id {article.id}",
        ]
        self._put(Text(harmless(" · ".join(fact for fact in facts if fact)), _FAINT))
        if article.url:
            self._put(Text(harmless(article.url), _FAINT))

    def _statements(self) -> None:
        self._heading("Statements", len(self._record.statements))
        for number, speaker in enumerate(self._view.speakers()):
            entity = speaker.entity
            if number:
                self._console.print()
            if entity is None:
                line = Text.assemble(("source not named", _FAINT))
            else:
                offices = "; ".join(self._view.offices(entity))
                line = Text.assemble(
                    (harmless(entity.name), _NAME), (f", {offices}" if offices else "", "")
                )
            self._put(line, 0, _INDENT)
            for statement in speaker.statements:
                self._statement(statement)

    def _statement(self, statement: Statement) -> None:
        parts: list[str | tuple[str, str]] = [(statement.act, _CODE), f", {statement.kind}"]
        if statement.cue:
            parts.append(f", cue “{self._quote(statement.cue)}”")
        if statement.addressee:
            parts.append(f", to “{self._quote(statement.addressee)}”")
        parts.append(self._when_where(statement.time, statement.place))
        within = self._view.statements.get(statement.within or "")
        if within:
            parts.append(f", as told by {self._view.name(within.source.entity)}")
        self._row(*parts, quoted=[self._quote(span) for span in statement.content])

    def _events(self) -> None:
        self._heading("Events", len(self._record.events))
        for event in self._view.events():
            time = self._view.times.get(event.time or "")
            kind = event.type if not event.mode else f"{event.type}/{event.mode}"
            who = self._view.names(event.actors)
            to = f" → {self._view.names(event.recipients)}" if event.recipients else ""
            self._row(
                f"{harmless(time.value) if time else 'no date':<10}  ",
                (kind, _CODE),
                f"  {who}{to}",
                self._when_where(None, event.place),
                f"; {event.status}, {self._according(event)}",
                f"; about {', '.join(event.contexts)}" if event.contexts else "",
                quoted=[
                    f"{self._quote(event.trigger)}” in “{self._quote(span)}"
                    if span != event.trigger and span[0] <= event.trigger[0] < span[1]
                    else self._quote(span)
                    for span in event.evidence or (event.trigger,)
                ],
            )

    def _according(self, event: Event) -> str:
        name = self._view.asserter(event.asserted_by)
        return "told by the outlet" if name is None else f"told by {name}"

    def _when_where(self, time: str | None, place: str | None) -> str:
        found = self._view.times.get(time or "")
        when = f", on {harmless(found.value)}" if found else ""
        return when + (f", in {self._view.name(place)}" if place else "")

    def _entities(self, name: str, entities: list[Entity]) -> None:
        if not entities:
            return
        self._heading(name, len(entities))
        for entity in entities:
            about = "; ".join(self._view.offices(entity))
            acronym = f" ({harmless(entity.acronym)})" if entity.acronym else ""
            link = f", {entity.link.authority} {entity.link.id}" if entity.link else ""
            self._row(
                (f"{entity.type:<6}", _CODE),
                (harmless(entity.name), _NAME),
                acronym,
                f", {about}" if about else "",
                harmless(link),
                (f"  {len(entity.mentions)}×", _FAINT),
            )
            words = mention_words(self._view, entity)
            if words and words != [harmless(entity.name)]:  # else the row holds them already
                self._put("“" + "”, “".join(words) + "”", 2 * _INDENT, 1)

    def _actors(self) -> None:
        self._entities("People and bodies", self._view.actors())

    def _places(self) -> None:
        self._entities("Places", self._view.places())

    def _times(self) -> None:
        if self._record.times:
            self._heading("Times", len(self._record.times))
        for time in self._view.times_in_order():
            mod = f" {time.mod}" if isinstance(time.mod, str) else ""
            self._row(
                (f"{time.type:<9}", _CODE),
                f"{harmless(time.value)}{mod} ({time.basis})  “{self._quote(time.span)}”",
                f"; {harmless(time.note)}" if isinstance(time.note, str) else "",
            )

    def _credits(self) -> None:
        credited = self._record.article.credited_sources
        if credited:
            self._heading("Credited sources", len(credited))
        for credit in credited:
            self._row((harmless(credit.name), _NAME), f"  “{self._quote(credit.span)}”")

    def _wording(self) -> None:
        if self._record.wording:
            self._heading("Wording", len(self._record.wording))
        for row in sorted(self._record.wording, key=lambda row: row.span):
            name = self._view.asserter(row.asserted_by)
            other = neutral(row.neutral)
            self._row(
                (row.kind.replace("_", " "), _CODE),
                f"  “{self._quote(row.span)}”, used by {name or 'the outlet'}",
                f"; neutral: {other}" if other else "",
            )

"""Contexts: what an event is about, in the 37 words of PLOVER ("why" beside "what" and "how").

Terms from ``context.tsv`` speak for contexts: in the sentences that tell the event, in the names
and offices of its parties, and in the article as a whole: PLOVER codes contexts by the document.
The act itself speaks too (``context_event.tsv``), and so does it when states deal with each other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast, get_args

from simak.lexicon import Lexicon, Row
from simak.reading.event.frame import MODES, TYPES
from simak.reading.finding import Cast, EventFinding, Referent
from simak.reading.page import Page
from simak.record import Context, EventType, Span

CONTEXTS: tuple[Context, ...] = get_args(Context)

# A context holds from this weight on.
_ENOUGH = 2
# A context that fills so much of the article adds one to the weight at each of its events, or two.
_COMMON, _RULING = 0.2, 0.4
# Acts by which states deal with each other; one state abroad is half a sign of that.
_HOME = frozenset({"ID"})
_BETWEEN_STATES: frozenset[EventType] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT",
     "THREATEN", "SANCTION"}
)  # fmt: skip

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class _Term:
    """``exact`` are the words with their capitals, None where these do not matter."""

    words: tuple[str, ...]
    exact: tuple[str, ...] | None
    contexts: tuple[Context, ...]
    weight: int


class ContextReader:
    """Finds the contexts of events.

    In "Majelis hakim memvonis Wirya dalam perkara suap" the event has the contexts legal and
    corruption.

    Raises LexiconError for a context that PLOVER does not have, a weight other than 1 or 2, or an
    event type or mode that is none.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._terms: dict[str, list[_Term]] = {}
        for row in lexicon.rows("context.tsv", ("term", "contexts", "weight")):
            term = _term(row)
            self._terms.setdefault(term.words[0], []).append(term)
        for terms in self._terms.values():
            terms.sort(key=lambda term: (-len(term.words), term.words, -term.weight))
        self._acts: dict[tuple[str, str], list[tuple[Context, int]]] = {}
        for row in lexicon.rows("context_event.tsv", ("event", "contexts", "weight")):
            name, _, mode = row["event"].partition("/")
            if name not in TYPES or (mode and mode not in MODES.get(name, ())):
                raise row.error(f"event is {row['event']!r}; it must be a type or TYPE/mode")
            weighed = [(context, _weight(row)) for context in _contexts(row)]
            self._acts.setdefault((name, mode), []).extend(weighed)

    def read(
        self, page: Page, cast: Cast, events: Sequence[EventFinding]
    ) -> list[tuple[Context, ...]]:
        """Return the contexts of each event, in PLOVER's order."""
        if not events:
            return []
        article = _Article(page, self._found(page.text))
        return [self._of(article, cast, event) for event in events]

    def _of(self, article: _Article, cast: Cast, event: EventFinding) -> tuple[Context, ...]:
        parties = [cast.referents[index] for index in (*event.actors, *event.recipients)]
        said = [term for _, term in article.near(event)]
        for party in parties:
            said += [term for words in _names(party) for _, term in self._found(words)]
        weight = _weighed(said)
        for key in ((event.type, ""), (event.type, event.mode or "")):
            for context, extra in self._acts.get(key, ()):
                weight[context] = weight.get(context, 0) + extra
        if event.type in _BETWEEN_STATES:
            states = _states(cast, parties)
            between = _ENOUGH if len(states) > 1 else len(states - _HOME)
            weight["diplomatic"] = weight.get("diplomatic", 0) + between
        return tuple(
            context
            for context in CONTEXTS
            if weight.get(context, 0) + article.bonus(context) >= _ENOUGH
        )

    def _found(self, text: str) -> list[tuple[int, _Term]]:
        """Return the terms in ``text`` with their offsets; of several at a place the longest."""
        words = [(match.start(), match.group()) for match in _WORD.finditer(text)]
        lower = [word.lower() for _, word in words]
        found: list[tuple[int, _Term]] = []
        k = 0
        while k < len(words):
            reach = 1
            for form in _forms(lower[k]):
                at = [
                    term
                    for term in self._terms.get(form, ())
                    if self._stands(term, words, lower, k)
                ]
                if at:
                    reach = len(at[0].words)
                    found += [(words[k][0], term) for term in at if len(term.words) == reach]
                    break
            k += reach
        return found

    @staticmethod
    def _stands(
        term: _Term, words: Sequence[tuple[int, str]], lower: Sequence[str], k: int
    ) -> bool:
        count = len(term.words)
        if k + count > len(words):
            return False
        for step in range(1, count):
            if term.words[step] not in _forms(lower[k + step]):
                return False
        return term.exact is None or all(
            words[k + step][1].startswith(word) for step, word in enumerate(term.exact)
        )


class _Article:
    """Where in an article which terms stand, and how much of it each context fills."""

    def __init__(self, page: Page, found: Iterable[tuple[int, _Term]]) -> None:
        self._sentences: list[Span] = [
            (sentence.start_char, sentence.end_char) for sentence in page.sentences()
        ]
        self._starts = [start for start, _ in self._sentences]
        self._terms: list[list[tuple[int, _Term]]] = [[] for _ in self._sentences]
        for offset, term in found:
            index = self._sentence(offset)
            if index is not None:
                self._terms[index].append((offset, term))
        self._share: dict[Context, float] = {}
        self._lines: dict[Context, int] = {}
        for terms in self._terms:
            for context, weight in _weighed(term for _, term in terms).items():
                part = min(weight, _ENOUGH) / _ENOUGH / len(self._sentences)
                self._share[context] = self._share.get(context, 0.0) + part
                self._lines[context] = self._lines.get(context, 0) + 1

    def _sentence(self, offset: int) -> int | None:
        index = bisect_right(self._starts, offset) - 1
        return index if index >= 0 and offset < self._sentences[index][1] else None

    def near(self, event: EventFinding) -> Iterator[tuple[int, _Term]]:
        """Yield the terms of the sentences that tell the event."""
        offsets = [event.trigger[0], *(start for start, _ in event.evidence)]
        told = {index for offset in offsets if (index := self._sentence(offset)) is not None}
        for index in sorted(told):
            yield from self._terms[index]

    def bonus(self, context: Context) -> int:
        """Return what the article as a whole adds to the weight of a context."""
        if self._lines.get(context, 0) < 2:
            return 0
        return (self._share[context] >= _COMMON) + (self._share[context] >= _RULING)


def _weighed(terms: Iterable[_Term]) -> dict[Context, int]:
    """Return the weight of each context: every term counts once."""
    weight: dict[Context, int] = {}
    seen: set[tuple[tuple[str, ...], int]] = set()
    for term in terms:
        if (term.words, term.weight) in seen:
            continue
        seen.add((term.words, term.weight))
        for context in term.contexts:
            weight[context] = weight.get(context, 0) + term.weight
    return weight


def _forms(word: str) -> tuple[str, ...]:
    """Return a word as it stands and without "nya"."""
    return (word, word[:-3]) if word.endswith("nya") and len(word) > 5 else (word,)


def _names(party: Referent) -> Iterator[str]:
    yield party.name
    if party.acronym:
        yield party.acronym
    for role in party.roles:
        yield role.title


def _states(cast: Cast, parties: Iterable[Referent]) -> set[str]:
    """Return the states that the parties are, or whose office they hold."""
    states: set[str] = set()
    for party in parties:
        bodies = [party]
        for role in party.roles:
            index = cast.at(role.organization.head) if role.organization else None
            if index is not None:
                bodies.append(cast.referents[index])
        for body in bodies:
            if body.link is not None and body.link.authority == "iso3166" and len(body.link.id) < 4:
                states.add(body.link.id)
    return states


def _term(row: Row) -> _Term:
    words = tuple(_WORD.findall(row["term"]))
    if not words:
        raise row.error(f"term is {row['term']!r}; it must have a word")
    contexts = _contexts(row)
    exact = words if row["term"] != row["term"].lower() else None
    return _Term(
        tuple(word.lower() for word in words), exact, contexts, _weight(row) if contexts else 0
    )


def _contexts(row: Row) -> tuple[Context, ...]:
    for name in row.list("contexts"):
        if name not in CONTEXTS:
            raise row.error(f"contexts has {name!r}; it must be one of {', '.join(CONTEXTS)}")
    return tuple(cast(Context, name) for name in row.list("contexts"))


def _weight(row: Row) -> int:
    return int(row.one_of("weight", ("1", "2")))

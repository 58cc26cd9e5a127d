"""The scene: the article as a row of words, with the parties and statements that stand at each.

Positions count the tokens that are no white space, so that the word beside a word is one step
away. Everything here is made once an article, in time linear in its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from simak.lexicon import Lexicon
from simak.reading.finding import Cast, Mention, StatementFinding
from simak.reading.page import Page
from simak.reading.title import COLUMNS as TITLE_COLUMNS
from simak.record import MentionKind, Span

ENDS = frozenset('.;:!?…"“”«»')
BRACKETS = frozenset("()[]")
DASHES = frozenset({"-", "--", "–", "—"})
_FIRST_PERSON = frozenset({"saya", "aku", "kami"})
# Words of a sentence whose tree is used; a longer one is a table or a list, and costs time.
_LONGEST = 300
_VERB = re.compile(r"(me|ber|di|ter)[a-z-]{3,}")


class WordLexicon:
    """Small words by kind (``event_word.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        kinds = ("opener", "prefix", "act", "generic", "during", "anyone")
        found: dict[str, set[str]] = {kind: set() for kind in kinds}
        for row in lexicon.rows("event_word.tsv", ("word", "kind")):
            found[row.one_of("kind", kinds)].add(row["word"].lower())
        self.opener = frozenset(found["opener"])
        self.prefix: frozenset[str] = frozenset(found["prefix"])
        self.act = frozenset(found["act"])
        self.generic = frozenset(found["generic"])
        self.during = frozenset(found["during"])
        self.anyone = frozenset(found["anyone"])
        # A title before a name says what the name is, as "tersangka" does.
        titles = (row["title"] for row in lexicon.rows("title.tsv", TITLE_COLUMNS))
        self.title = frozenset(word for title in titles for word in title.lower().split())
        self.prefix |= self.title


@dataclass(frozen=True, slots=True)
class Unit:
    """Words that name one referent, from the title before a name to its last word.

    Positions, both included. ``head_first`` is where the mention itself begins.
    """

    first: int
    last: int
    referent: int
    kind: MentionKind
    person: bool


@dataclass(frozen=True, slots=True)
class Party:
    """Referents found at one place, with the words that name them (positions, both included).

    ``direct`` is False if they were found as possessors of what stands there ("kebijakan X").
    """

    referents: tuple[int, ...]
    first: int
    last: int
    direct: bool = True


class Scene:
    """Words, parties, statements and times of one article, by position."""

    def __init__(
        self, page: Page, cast: Cast, statements: list[StatementFinding], words: WordLexicon
    ) -> None:
        self.words = words
        self.page = page
        self.cast = cast
        self.statements = statements
        self.tokens: list[Token] = [token for token in page.doc if not token.is_space]
        self.lower = [token.text.lower() for token in self.tokens]
        self.position = [-1] * len(page.doc)
        for position, token in enumerate(self.tokens):
            self.position[token.i] = position
        self.sentence = self._sentences()
        size = len(self.tokens)
        self.starting: list[Unit | None] = [None] * size
        self.ending: list[Unit | None] = [None] * size
        self.cover: list[int | None] = [None] * size
        self.named = [False] * size
        self.time: list[int | None] = [None] * size
        self.inside: list[int | None] = [None] * size
        self._cues: list[int | None] = [None] * size
        self._place_times()
        self._place_units()
        self._place_statements()
        self._place_speakers()

    def _sentences(self) -> list[tuple[int, int]]:
        """Return for each position the first and the last position of its sentence."""
        bounds: list[tuple[int, int]] = [(0, -1)] * len(self.tokens)
        first = 0
        for position, token in enumerate(self.tokens):
            last = position + 1 == len(self.tokens)
            if last or self.tokens[position + 1].is_sent_start or self._broken(token):
                for inside in range(first, position + 1):
                    bounds[inside] = (first, position)
                first = position + 1
        return bounds

    def _broken(self, token: Token) -> bool:
        """Tell whether a line end follows the token: no sentence goes across paragraphs."""
        after = token.i + 1
        return after < len(self.page.doc) and "\n" in self.page.doc[after].text

    def positions(self, span: Span) -> tuple[int, int] | None:
        """Return first and last position of the words in ``span``, or None."""
        tokens = self.page.tokens_in(span)
        if not tokens:
            return None
        return self.position[tokens[0].i], self.position[tokens[-1].i]

    def _place_times(self) -> None:
        for index, time in enumerate(self.page.times):
            bounds = self.positions(time.span)
            if bounds:
                for position in range(bounds[0], bounds[1] + 1):
                    self.time[position] = index

    def _place_units(self) -> None:
        found: list[tuple[int, int, int, Mention]] = []
        for index, referent in enumerate(self.cast.referents):
            for mention in referent.mentions:
                bounds = self.positions(mention.span)
                if bounds:
                    found.append((*bounds, index, mention))
        # The shorter come last: the innermost mention covers a word.
        for first, last, index, mention in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
            for position in range(first, min(last, first + 40) + 1):
                self.cover[position] = index
                self.named[position] = mention.kind in {"name", "acronym"}
            self._keep(Unit(first, last, index, mention.kind, self._is_person(index)))
        for index, referent in enumerate(self.cast.referents):
            for role in referent.roles:
                title, holder = self.positions(role.span), self.positions(role.holder.span)
                if not title or not holder or title[1] + 1 != holder[0]:
                    continue
                self._keep(Unit(title[0], holder[1], index, "name", self._is_person(index)))
                for position in range(title[0], title[1] + 1):
                    if self.cover[position] is None:
                        self.cover[position] = index

    def _is_person(self, index: int) -> bool:
        return self.cast.referents[index].type in {"PER", "POST"}

    def _keep(self, unit: Unit) -> None:
        """Keep the longest unit that starts, and the longest that ends, at a position."""
        if self.time[unit.first] is not None:
            return
        other = self.starting[unit.first]
        if other is None or other.last < unit.last:
            self.starting[unit.first] = unit
        other = self.ending[unit.last]
        if other is None or other.first > unit.first:
            self.ending[unit.last] = unit

    def _place_statements(self) -> None:
        spans = [
            (span, index)
            for index, statement in enumerate(self.statements)
            for span in statement.content
        ]
        for span, index in sorted(spans, key=lambda one: (one[0][0] - one[0][1], one[1])):
            bounds = self.positions(span)
            if bounds:
                for position in range(bounds[0], bounds[1] + 1):
                    self.inside[position] = index
        for index, statement in enumerate(self.statements):
            bounds = self.positions(statement.cue)
            if bounds:
                for position in range(bounds[0], bounds[1] + 1):
                    self._cues[position] = index

    def _place_speakers(self) -> None:
        """Let "saya" and "kami" in what is said stand for the speaker, if nothing else does."""
        for position, word in enumerate(self.lower):
            if word not in _FIRST_PERSON or self.cover[position] is not None:
                continue
            speaker = self.said_by(self.inside[position])
            if speaker is not None:
                self.cover[position] = speaker
                self._keep(Unit(position, position, speaker, "pronoun", person=True))

    def cue_at(self, first: int, last: int) -> int | None:
        """Return the statement whose cue shares a word with ``first`` to ``last``, or None."""
        return next(
            (index for index in self._cues[first : last + 1] if index is not None),
            None,
        )

    def said_by(self, index: int | None) -> int | None:
        """Return the referent who makes statement ``index``, or None."""
        for _ in range(8):
            if index is None:
                return None
            statement = self.statements[index]
            if statement.source_head is not None:
                return self.referent(statement.source_head)
            index = statement.same_source
        return None

    def said_to(self, index: int) -> int | None:
        """Return the referent to whom statement ``index`` is addressed, or None."""
        head = self.statements[index].addressee_head
        return None if head is None else self.referent(head)

    def referent(self, head: int) -> int | None:
        """Return the referent that the token ``head`` names or stands in the name of."""
        index = self.cast.at(head)
        if index is None and 0 <= head < len(self.position) and self.position[head] >= 0:
            index = self.cover[self.position[head]]
        return index

    def span(self, first: int, last: int) -> Span:
        """Return the span of the words from ``first`` to ``last`` (both included)."""
        end = self.tokens[last]
        return self.tokens[first].idx, end.idx + len(end)

    def around(self, first: int, last: int, before: int = 3, after: int = 9) -> str:
        """Return the words around a trigger in its sentence, lower case, with spaces outside."""
        low, high = self.sentence[first]
        words = self.lower[max(low, first - before) : min(high, last + after) + 1]
        return f" {' '.join(words)} "

    def children(self, token: Token) -> Iterator[Token]:
        """Yield the children of a token; none in a sentence too long to be one."""
        first, last = self.sentence[self.position[token.i]]
        if last - first < _LONGEST:
            yield from token.children

    def opens(self, position: int) -> bool:
        """Tell whether the word there opens another clause, and is no part of a time."""
        return self.lower[position] in self.words.opener and self.time[position] is None

    def is_verb(self, position: int) -> bool:
        """Tell whether a finite verb stands there, by tag and form."""
        return self.tokens[position].pos_ == "VERB" and bool(_VERB.fullmatch(self.lower[position]))

    def actor(self, index: int) -> bool:
        """Tell whether the referent can act: neither a mere place nor just anyone."""
        referent = self.cast.referents[index]
        return referent.type != "LOC" and referent.name.lower() not in self.words.anyone

    def after(self, position: int, limit: int | None = None) -> Party | None:
        """Return the parties named right after ``position``, coordinated ones included.

        "menemui Presiden X dan Y" gives both. What stands between may be words that say what the
        party is ("tersangka"); another noun between makes the party a possessor, not direct.
        """
        return self.phrase(position + 1, limit)

    def phrase(self, start: int, limit: int | None = None) -> Party | None:
        """Return the parties named from ``start`` on, as :meth:`after` does."""
        if start >= len(self.tokens):
            return None
        before = max(start - 1, 0)
        last = self.sentence[before][1] if limit is None else limit
        if start > last:
            last = self.sentence[start][1] if start == self.sentence[start][0] == 0 else last
        between: list[int] = []
        at = start
        while at <= last and at - start < 8:
            unit = self.starting[at]
            if unit is not None:
                break
            if self.time[at] is not None:
                return None
            pos = self.tokens[at].pos_
            if pos not in {"NOUN", "PROPN", "ADJ", "NUM", "DET", "ADV", "PART"} or self.lower[
                at
            ] in {"yang", "dan", "atau", "serta"}:
                return None
            if pos not in {"ADV", "PART"} and self.lower[at] not in self.words.prefix:
                between.append(at)
            at += 1
        else:
            return None
        direct = not [i for i in between if self.tokens[i].pos_ in {"NOUN", "PROPN"}]
        unit = self._name_behind(unit)
        return self._joined_right(unit, start, last, direct)

    def _name_behind(self, unit: Unit) -> Unit:
        """Return the person's name that follows directly ("pemimpin Hamas Wirya"), or ``unit``."""
        following = unit.last + 1
        high = self.sentence[unit.last][1]
        if following + 3 <= high and (self.lower[following], self.lower[following + 2]) == (
            "(",
            ")",
        ):
            following += 3  # an acronym in brackets
        if following < high and self.lower[following] == "," and self._titled(unit):
            following += 1  # "Ketua Umum Partai X, Wirya"
        if following <= high:
            name = self.starting[following]
            if name is not None and name.person and not unit.person and name.kind == "name":
                return name
        return unit

    def _titled(self, unit: Unit) -> bool:
        """Tell whether the unit is the body of a title right before it ("Ketua Partai X")."""
        low = self.sentence[unit.first][0]
        return unit.first > low and self.lower[unit.first - 1] in self.words.title

    def _joined_right(self, unit: Unit, first: int, last: int, direct: bool) -> Party:
        found, pending = [unit.referent], []
        end = edge = unit.last
        while edge + 2 <= last:
            joint = self.lower[edge + 1]
            if joint not in {",", "dan", "serta", "maupun", "&", "atau"}:
                break
            at = edge + 2
            if joint == "," and self.lower[at] in {"dan", "serta"}:
                joint, at = self.lower[at], at + 1
            while at <= last and self.lower[at] in self.words.prefix and self.starting[at] is None:
                at += 1
            if at > last:
                break
            other = self.starting[at]
            if other is None:
                break
            other = self._name_behind(other)
            pending.append(other)
            edge = other.last
            if joint != ",":
                if self._acts(edge + 1):
                    break
                found += [one.referent for one in pending]
                pending, end = [], edge
        return Party(tuple(dict.fromkeys(found)), first, end, direct)

    def _acts(self, position: int) -> bool:
        """Tell whether a predicate begins there: the unit before it is then its subject."""
        if position >= len(self.tokens):
            return False
        token = self.tokens[position]
        return token.pos_ in {"VERB", "AUX"} or self.lower[position] in {
            "akan", "telah", "sudah", "juga", "tidak", "belum", "masih",
        }  # fmt: skip

    def before(self, position: int) -> Party | None:
        """Return the parties whose words end right before ``position``, as a subject does.

        None if they hang on a preposition or on another noun ("serangan X menewaskan").
        """
        low = self.sentence[position][0]
        at = position - 1
        if at < low:
            return None
        unit = self.ending[at]
        if unit is None:
            return None
        unit = self._before_brackets(unit, low)
        units = [unit]
        first = unit.first
        while first - 2 >= low:
            joint = self.lower[first - 1]
            other = self.ending[first - 2]
            if other is None or not (
                joint in {"dan", "serta"} or (joint == "," and len(units) > 1)
            ):
                break
            units.insert(0, other)
            first = other.first
        first = self._with_title(first, low, units[0].person)
        if len(units) > 1 and first > low and not self._free(first - 1):
            units, first = [unit], unit.first
        elif first > low and not self._free(first - 1):
            return None
        return Party(tuple(dict.fromkeys(one.referent for one in units)), first, at)

    def _before_brackets(self, unit: Unit, low: int) -> Unit:
        """Return the unit whose possessor this is: "awak kapal (AK) Sagara" are the crew."""
        if unit.first - 1 < low or self.lower[unit.first - 1] != ")":
            return unit
        for at in range(unit.first - 2, max(low, unit.first - 6), -1):
            if self.lower[at] == "(":
                return self.ending[at - 1] or unit
        return unit

    def _with_title(self, first: int, low: int, person: bool) -> int:
        """Return where the title or number before a name begins ("Menteri Energi X Wirya")."""
        while first > low:
            body = self.ending[first - 1] if person else None
            if self.lower[first - 1] in self.words.prefix or self.tokens[first - 1].pos_ == "NUM":
                first -= 1
            elif (
                body is not None
                and not body.person
                and body.first > low
                and self.lower[body.first - 1] in self.words.prefix
            ):
                first = body.first
            else:
                break
        return first

    def _free(self, position: int) -> bool:
        """Tell whether what follows this word can be a subject."""
        token = self.tokens[position]
        if self.lower[position] in {"menurut", "kata", "ujar", "bahwa", "yang", "tempat"}:
            return self.lower[position] not in {"menurut"}
        if self.time[position] is not None:
            return True
        return token.pos_ not in {"ADP", "NOUN", "PROPN", "NUM", "VERB"} or (
            self.lower[position] in self.words.opener
        )

    def rest(self, position: int, low_verbs: bool = True) -> Iterator[int]:
        """Yield the positions after ``position`` that belong to the same clause."""
        last = self.sentence[position][1]
        for at in range(position + 1, min(last, position + 40) + 1):
            word = self.lower[at]
            if word in ENDS:
                return
            if word == ",":
                following = at + 1
                if following > last or not (
                    self.time[following] is not None or self.lower[following] in BRACKETS
                ):
                    return
            if self.opens(at):
                return
            if low_verbs and self.is_verb(at):
                return
            yield at

    def oblique(self, position: int, prepositions: tuple[str, ...], *, far: bool) -> Party | None:
        """Return the parties behind one of ``prepositions`` in the clause after ``position``.

        ``far``: also across a relative "yang" and "untuk" ("dukungan yang besar kepada X").
        """
        for at in self.rest(position):
            if self.lower[at] in prepositions:
                party = self.after(at)
                if party is not None:
                    return party
            elif self.lower[at] in {"yang", "untuk", "guna", "demi"} and not far:
                return None
        return None

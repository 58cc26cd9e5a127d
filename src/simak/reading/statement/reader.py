"""StatementReader: puts cue, source and content of each unit together.

How sure a row is (``confidence``), by construction, before doubts are taken off:
closed quotation with a cue behind it and a named speaker 0.95, with a pronoun 0.9; cue before a
quotation 0.9; "bahwa" or comma behind an active cue 0.85; "menurut" 0.85; active cue with a bare
complement 0.7; a deed ("mengecam ...") 0.7; passive with a speaker 0.7, without 0.55; a relative
clause 0.55; a noun that reports 0.45. A subject that order and tree disagree on takes off 0.1, no
speaker 0.15, an odd quotation mark 0.2.

Reference: Krestel, Bergler & Witte (2008), Minding the Source; Pareti (2016), PARC 3.0, on source,
cue and content.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from simak.lexicon import Lexicon
from simak.reading.finding import Mention, Quotation, StatementFinding
from simak.reading.page import Page
from simak.reading.phrase import base
from simak.reading.statement.content import IF, SO_THAT, THAT, TO, Contents, Start
from simak.reading.statement.cue import CueLexicon, Noun, Preposition, Verb
from simak.reading.statement.grammar import Grammar
from simak.reading.statement.source import Phrase, Speakers
from simak.reading.statement.unit import Piece, Unit, Words, units
from simak.record import Act, Span

# Words at the head of a sentence that hang it on the one before: nothing that is said.


_BEFORE_QUOTE = frozenset((".", ",", ":", ";", "!", "?", '"', "”", ")", "-", "–"))
_MARKS = frozenset(('"', "“", "”", "''", "``", "«", "»"))


@dataclass(slots=True)
class _Draft:
    """A statement in the making; positions, both ends included."""

    act: Act
    first: int
    last: int
    unit: Unit
    construction: str
    source: Phrase | None = None
    addressee: Phrase | None = None
    ranges: list[tuple[int, int]] = field(default_factory=list)
    open_from: int | None = None
    open_to: int = -1
    deed: bool = False
    explicit: bool = False
    shares: int | None = None
    joined: list[Span] = field(default_factory=list)
    sure: bool = True


class StatementReader:
    """Finds the statements of an article, in the order of their cues.

    In "“Kami siap,” ujar Wirya kepada wartawan" the cue is "ujar", the source "Wirya", the
    addressee "wartawan", the content "Kami siap".
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._cues = CueLexicon(lexicon)
        self._grammar = Grammar.load(lexicon)

    def read(
        self, page: Page, quotations: Sequence[Quotation], mentions: Sequence[Mention]
    ) -> list[StatementFinding]:
        """Return the statements; ``mentions`` may be empty, then the tree finds the speakers."""
        words = Words(page)
        if not len(words):
            return []
        return _Reading(words, quotations, mentions, self._cues, self._grammar).statements()


class _Reading:
    """The reading of one article."""

    def __init__(
        self,
        words: Words,
        quotations: Sequence[Quotation],
        mentions: Sequence[Mention],
        cues: CueLexicon,
        grammar: Grammar,
    ) -> None:
        self.words = words
        self.quotations = quotations
        self.cues = cues
        self.grammar = grammar
        self.speakers = Speakers(words, mentions, grammar)
        self.contents = Contents(words, self.speakers, cues)
        self.has_mentions = bool(mentions)
        self.drafts: list[_Draft] = []

    def statements(self) -> list[StatementFinding]:
        """Return the statements of the article."""
        previous: list[_Draft] = []  # of the last unit at the top that had words of its own
        waiting: list[Span] = []  # quotations that the next unit's cue may claim
        for unit in units(self.words, self._sound()):
            if self.words.page.skipped(self.words.starts[unit.first], self.words.ends[unit.last]):
                continue
            if unit.inside is None and unit.pieces and self._only_quotes(unit):
                if not self._join(unit, previous):
                    waiting += self._inner(unit.pieces)
                continue
            drafts = self._unit(unit)
            if unit.inside is None:
                previous = drafts
                behind = [draft for draft in drafts if draft.construction == "behind"]
                if waiting and behind and unit.pieces and unit.pieces[0].first == unit.first:
                    behind[0].joined += waiting
                waiting = []
            self.drafts += drafts
        return self._findings()

    def _sound(self) -> list[Quotation]:
        """Return the quotations without odd marks that stand right before a cue: , "kata Wirya."""
        words = self.words
        sound = []
        for quotation in self.quotations:
            if not quotation.closed:
                k = words.at_or_after(quotation.inner[0])
                match = (
                    self.cues.verbs.at(words.lower, k, len(words) - 1) if k < len(words) else None
                )
                if match is not None and any(verb.voice == "after" for verb in match[1]):
                    continue
            sound.append(quotation)
        return sound

    # -- one unit ----------------------------------------------------------------------------

    def _only_quotes(self, unit: Unit) -> bool:
        """Tell whether the unit is quotations and nothing else."""
        words = self.words
        k = unit.first
        pieces = iter(unit.pieces)
        piece = next(pieces, None)
        while k <= unit.last:
            if piece is not None and k == piece.first:
                k = piece.last + 1
                piece = next(pieces, None)
                continue
            if words.lower[k] == "(" and words.lower[unit.last] in (")", "."):
                return unit.last - k <= 8  # the desk's initials: (bgs/wry)
            if not words.tokens[k].is_punct:
                return False
            k += 1
        return True

    def _join(self, unit: Unit, previous: list[_Draft]) -> bool:
        """Give quotations without a cue of their own to the statement before them, if any."""
        speech = [d for d in previous if d.construction in ("behind", "before", "clause", "free")]
        if speech:
            speech[-1].joined += self._inner(unit.pieces)
        return bool(speech)

    def _inner(self, pieces: Sequence[Piece]) -> list[Span]:
        return [piece.quotation.inner for piece in pieces]

    def _unit(self, unit: Unit) -> list[_Draft]:
        """Return the drafts of one unit, in the order of their cues."""
        drafts: list[_Draft] = []
        k = unit.first
        pieces = list(unit.pieces)
        held = 0
        while k <= unit.last:
            if held < len(pieces) and k >= pieces[held].first:
                k = max(k, pieces[held].last) + 1
                held += 1
                continue
            length = self._cue(k, unit, drafts)
            k += max(1, length)
        self._colon(unit, drafts)
        for draft in drafts:
            self._close(draft)
        return [draft for draft in drafts if draft.ranges or draft.joined]

    def _cue(self, k: int, unit: Unit, drafts: list[_Draft]) -> int:
        """Try the cues that start at position ``k``; return how many words were taken."""
        words = self.words
        match = self.cues.prepositions.at(words.lower, k, unit.last)
        if match is not None:
            length, entries = match
            if self._preposition(k, k + length - 1, entries[0], unit, drafts):
                return length
        verbs = self.cues.verbs.at(words.lower, k, unit.last)
        if verbs is not None:
            length, forms = verbs
            last = k + length - 1
            for verb in sorted(forms, key=lambda form: form.voice != "after"):
                if verb.voice == "after":
                    taken = self._behind(k, last, verb, unit, drafts)
                elif verb.voice == "active":
                    taken = self._active(k, last, verb, unit, drafts)
                else:
                    taken = self._behind(k, last, verb, unit, drafts) or self._passive(
                        k, last, verb, unit, drafts
                    )
                if taken:
                    return length
        nouns = self.cues.nouns.at(words.lower, k, unit.last)
        if nouns is not None:
            length, named = nouns
            if self._noun(k, k + length - 1, named[0], unit, drafts):
                return length
        return 0

    def _piece_before(self, k: int, unit: Unit) -> Piece | None:
        """Return the quotation that ends right before position ``k``, or None."""
        q = k - 1
        while q > unit.first and self.words.lower[q] in self.grammar.qualifiers:
            q -= 1
        return next((piece for piece in unit.pieces if piece.last == q), None)

    # -- behind what was said ----------------------------------------------------------------

    def _behind(self, k: int, last: int, verb: Verb, unit: Unit, drafts: list[_Draft]) -> bool:
        """Read "..., kata Wirya": the cue behind a quotation, or behind a comma."""
        words = self.words
        piece = self._piece_before(k, unit)
        if piece is None and verb.voice != "after":
            return False
        at = last + 1
        if at <= unit.last and words.lower[at] == "oleh":
            at += 1
        source = None
        if at <= unit.last and words.lower[at] == "nya" and words.glued(at):
            source = Phrase(at, at, True)
        elif at <= unit.last and words.lower[at] != "nya":
            source = self.speakers.after(at, unit.last)
        if piece is None:
            return self._behind_comma(k, last, verb, source, unit, drafts)
        if source is None:
            if verb.voice == "after" and at <= unit.last and not words.tokens[at].is_punct:
                return False
            if drafts and self._takes(drafts[-1], piece):
                return False
        draft = _Draft(verb.act, k, last, unit, "behind", source)
        owner = next((d for d in drafts if self._takes(d, piece)), None)
        if owner is not None and owner.open_from is not None:
            return True  # "Wirya mengatakan, “...,” ujarnya": one statement, one cue
        draft.ranges = self._quoted_before(piece, unit, drafts)
        draft.addressee = self._addressee((source.last if source else last) + 1, unit.last)
        following = [p for p in unit.pieces if p.first > last]
        for follower in following:
            if words.lower[follower.first - 1] not in _BEFORE_QUOTE:
                break  # “...,” kata warga yang “...” itu: a phrase in the tag
            if self._has_cue(draft.last + 1, follower.first - 1, unit, source):
                break
            draft.ranges.append((follower.first, follower.last))
        drafts.append(draft)
        return True

    def _takes(self, draft: _Draft, piece: Piece) -> bool:
        if draft.open_from is not None and draft.open_from <= piece.first:
            return True
        return any(first <= piece.first <= last for first, last in draft.ranges)

    def _quoted_before(
        self, piece: Piece, unit: Unit, drafts: Sequence[_Draft]
    ) -> list[tuple[int, int]]:
        """Return what was said before the cue: the quotation with those right before it.

        Words before the quotation belong to it where the quotation is a part of a sentence.
        """
        words = self.words
        taken = [d.last for d in drafts]
        floor = max([unit.first, *(t + 1 for t in taken)])
        first = piece.first
        earlier = [p for p in unit.pieces if p.last < piece.first and p.first >= floor]
        ranges = [(piece.first, piece.last)]
        for other in reversed(earlier):
            if any(not words.tokens[q].is_punct for q in range(other.last + 1, first)):
                break
            ranges.insert(0, (other.first, other.last))
            first = other.first
        if floor == unit.first and first > floor:
            start = self._skip_connectives(floor, first - 1)
            plain = [q for q in range(start, first) if not words.tokens[q].is_punct]
            if plain and words.lower[first - 1] not in (",", ":"):
                return [(start, piece.last)]
        return ranges

    def _behind_comma(
        self,
        k: int,
        last: int,
        verb: Verb,
        source: Phrase | None,
        unit: Unit,
        drafts: list[_Draft],
    ) -> bool:
        """Read "Harga naik, kata Wirya." and "Kata Wirya, harga naik." without marks."""
        words = self.words
        if source is None or not (
            self._speaks(source, named=words.lower[k] in self.grammar.ambiguous_cues)
            or self.speakers.mentioned(source)
        ):
            return False
        stop = k - 1
        if stop > unit.first and words.lower[stop] in _MARKS:
            stop -= 1  # a stray mark: ..., "kata Wirya
        before = words.lower[stop] if k > unit.first else ""
        if k > unit.first and before not in (",", "demikian", "begitu"):
            return False
        ranges: list[tuple[int, int]] = []
        if k > unit.first:
            start = self._skip_connectives(
                max([unit.first, *(d.last + 1 for d in drafts if d.open_from is None)]), k - 1
            )
            owner = next((d for d in drafts if d.open_from is not None), None)
            if owner is not None:
                owner.open_to = min(owner.open_to, k - 1)
                return True
            ranges.append((start, stop))
        behind = source.last + 1
        if behind <= unit.last and words.lower[behind] == ",":
            rest = self._after_apposition(behind, unit)
            if rest is not None:
                ranges.append((rest, unit.last))
        elif k == unit.first or not ranges or ranges[0][0] > ranges[0][1]:
            source = self._first_name(source)
            ranges.append((source.last + 1, unit.last))
        ranges = [(first, end) for first, end in ranges if first <= end]
        if not ranges:
            return False
        draft = _Draft(verb.act, k, last, unit, "free", source)
        self._set(draft, ranges)
        drafts.append(draft)
        return True

    def _after_apposition(self, comma: int, unit: Unit) -> int | None:
        """Return where a sentence goes on behind a tag that ends at ``comma``, or None."""
        words = self.words
        k = comma + 1
        if k > unit.last or self.speakers.is_time(k):
            return None
        has_verb = any(
            words.pos[q] in ("VERB", "AUX") for q in range(k, min(unit.last, k + 60) + 1)
        )
        return k if has_verb else None

    def _has_cue(self, first: int, last: int, unit: Unit, source: Phrase | None) -> bool:
        """Tell whether a cue with a speaker of its own stands in [first, last]."""
        words = self.words
        for k in range(first, last + 1):
            match = self.cues.verbs.at(words.lower, k, last)
            if match is not None and any(verb.voice == "active" and verb.said for verb in match[1]):
                return True
        return False

    # -- before what was said ----------------------------------------------------------------

    def _active(self, k: int, last: int, verb: Verb, unit: Unit, drafts: list[_Draft]) -> bool:
        """Read "Wirya mengatakan (bahwa) ...", "Wirya mengecam ...", "Kami meminta X ..."."""
        words = self.words
        if words.pos[k] in ("NOUN", "PROPN") and not _is_verb_form(words.lower[k]):
            return False
        edge, modal, negation = self.speakers.fillers(k - 1, unit.first)
        if modal:
            return False
        if last > k and words.lower[last] in SO_THAT:
            last -= 1  # "ingin agar" is a cue of its own kind, but "agar" introduces the content
        bare = not _is_verb_form(words.lower[k]) and words.lower[k] in self.grammar.object_voice
        if bare and not (edge >= unit.first and self._speaks(Phrase(edge, edge), named=True)):
            return False
        cue_first = negation if negation is not None else k
        act: Act = "say" if negation is not None else verb.act
        floor = self._skip_connectives(unit.first, k)
        source = self.speakers.before(k, floor)
        link: int | None = None
        shares: int | None = None
        if source is None:
            link = self._link(edge, unit)
            if link is None:
                return False
            if words.lower[link] == "," and link == edge and not drafts:
                return False
            source, shares = self._shared(k, link, verb, unit, drafts)
            if source is None:
                return False
        if self.speakers.lead(source, floor) in self.grammar.conditions:
            return False
        # "warga yang ingin pulang" describes people; "dinas yang menyarankan ..." reports.
        describes = verb.act in ("say", "hope") or not {"clause", "to"} & set(verb.takes)
        if source.relative and not verb.said and describes:
            return False
        inner = unit.inside is not None
        first_person = words.lower[source.first] in self.grammar.first_person
        if inner and first_person and act == "say":
            return False
        start = self.contents.start(last + 1, unit.last, unit, verb.takes)
        if start is not None and words.lower[start.first - 1] == "dengan":
            return False
        draft = _Draft(act, cue_first, last, unit, "clause", source)
        empty = start is None or self._is_empty(start.first, unit)
        if empty:
            return self._source_first(draft, unit, drafts)
        assert start is not None
        opening = next((p for p in unit.pieces if p.first == start.first), None)
        if not self._allowed(verb, start, opening is not None, unit):
            return False
        if not self._is_actor(source, verb, explicit=start.explicit and verb.said):
            return False
        if start.first <= unit.last and words.lower[start.first] == "dengan":
            follower = start.first + 1
            if follower <= unit.last and self.cues.verbs.at(words.lower, follower, unit.last):
                return False  # "melanjutkan dengan mengatakan": the second is the cue
        draft.addressee = start.addressee or self._addressee_late(last + 1, unit)
        draft.explicit = start.explicit
        draft.deed = not {"clause", "bahwa", "to"} & set(verb.takes) or (
            "object" in verb.takes
            and not (start.explicit or opening)
            and not self._predicate(start.first, min(unit.last, start.first + 8))
        )
        draft.construction = "before" if opening is not None else "clause"
        draft.sure = source.sure or link is not None
        draft.shares = shares
        if source.relative:
            draft.construction = "relative"
        elif draft.deed:
            draft.construction = "deed"
        self._set(draft, [(start.first, unit.last)])
        condition = self._condition(source, unit, drafts)
        if condition is not None:
            draft.ranges.insert(0, condition)
        boundary = link if link is not None else self._boundary(source, unit)
        if boundary is not None:
            for other in drafts:
                if other.open_from is not None and other.open_to >= boundary:
                    if link is None and other.explicit and other.construction != "free":
                        continue
                    other.open_to = boundary - 1
        drafts.append(draft)
        return True

    def _is_empty(self, first: int, unit: Unit) -> bool:
        """Tell whether nothing that can be said stands from ``first`` to the unit's end."""
        words = self.words
        if first > unit.last:
            return True
        if any(piece.first >= first for piece in unit.pieces):
            return False
        last = self.contents.end(first - 1, unit.last, unit, deed=False)
        return not any(
            not words.tokens[q].is_punct and not self.speakers.is_time(q)
            for q in range(first, last + 1)
        )

    def _source_first(self, draft: _Draft, unit: Unit, drafts: list[_Draft]) -> bool:
        """Read "“...,” Wirya menegaskan.": the speaker before the cue, both behind."""
        source = draft.source
        if source is None:
            return False
        piece = self._piece_before(source.first, unit)
        if piece is None or any(self._takes(other, piece) for other in drafts):
            return False
        draft.construction = "behind"
        draft.ranges = self._quoted_before(piece, unit, drafts)
        draft.addressee = self._addressee_late(draft.last + 1, unit)
        drafts.append(draft)
        return True

    def _allowed(self, verb: Verb, start: Start, quoted: bool, unit: Unit) -> bool:
        """Tell whether the verb reports with the complement that stands here."""
        takes = verb.takes
        if quoted or start.introduced in THAT or start.introduced == ":":
            return True
        if start.introduced == ",":
            return "clause" in takes or "bahwa" in takes or "to" in takes
        if start.introduced in IF:
            return "clause" in takes or "bahwa" in takes
        if start.introduced in TO:
            return "to" in takes or "own" in takes or "clause" in takes
        if "to" in takes or "object" in takes:
            return True
        if "own" in takes and "clause" not in takes:
            return self._predicate(start.first, min(unit.last, start.first + 3))
        if "clause" in takes:
            return self._predicate(start.first, unit.last)
        return self.words.lower[start.first] in self.grammar.predicates

    def _predicate(self, first: int, last: int) -> bool:
        """Tell whether a clause, not only a noun phrase, stands in [first, last]."""
        words = self.words
        last = min(last, first + 60)
        relative = False
        described = False  # the relative clause has had its verb
        for k in range(first, last + 1):
            word, pos = words.lower[k], words.pos[k]
            if word == "yang":
                relative, described = True, False
            elif word == ",":
                relative = False
            elif pos in ("VERB", "AUX") or word in self.grammar.predicates:
                if not relative or (described and word in self.grammar.predicates):
                    return True
                described = True
            elif pos == "ADJ" and k > first and not relative:
                if base(words.tokens[k].dep_) in ("ccomp", "xcomp", "parataxis", "conj", "ROOT"):
                    return True
            elif k == first and word in self.grammar.quantities:
                return True
        return False

    def _link(self, edge: int, unit: Unit) -> int | None:
        """Return the position of what joins a cue without subject to the clause before, or None."""
        words = self.words
        if edge < unit.first:
            return None
        if words.lower[edge] in self.grammar.links:
            while edge > unit.first and words.lower[edge - 1] in self.grammar.links:
                edge -= 1
            return edge
        return None

    def _shared(
        self, k: int, link: int, verb: Verb, unit: Unit, drafts: Sequence[_Draft]
    ) -> tuple[Phrase | None, int | None]:
        """Return the subject that a coordinated cue shares, and whose statement has it."""
        words = self.words
        open_drafts = [d for d in drafts if d.open_from is not None and d.source is not None]
        head = words.tokens[k].head.i
        if open_drafts:
            for draft in open_drafts:
                if words.tokens[draft.last].i == head or words.tokens[draft.first].i == head:
                    return draft.source, drafts.index(draft)
            outer = open_drafts[0]
            several = self.cues.verbs.at(words.lower, k, unit.last)
            phrasal = several is not None and several[0] > 1
            if verb.said or outer.deed or phrasal or words.lower[min(k + 1, unit.last)] in THAT:
                return outer.source, drafts.index(outer)
            return None, None
        behind = [d for d in drafts if d.source is not None]
        if behind:
            return behind[-1].source, drafts.index(behind[-1])
        subject = self.speakers.shared(k, unit.first)
        if subject is None:
            start = self._skip_connectives(unit.first, link)
            subject = self.speakers.first_subject(link, start)
        if subject is not None and not self._speaks(subject, named=False):
            return None, None
        return subject, None

    def _boundary(self, source: Phrase, unit: Unit) -> int | None:
        """Return where an earlier statement ends because a clause of equal rank begins here."""
        words = self.words
        k = source.first - 1
        if k >= unit.first and words.lower[k] in self.grammar.contrast:
            return k
        if k >= unit.first and words.lower[k] in ("dan", "serta") and not source.relative:
            return k
        return None

    def _condition(
        self, source: Phrase, unit: Unit, drafts: Sequence[_Draft]
    ) -> tuple[int, int] | None:
        """Return the clause of condition before the speaker: "Jika menang, Wirya berjanji ..."."""
        words = self.words
        if drafts or source.first - 2 <= unit.first:
            return None
        start = self._skip_connectives(unit.first, source.first)
        if words.lower[start] in IF and words.lower[source.first - 1] == ",":
            return start, source.first - 2
        return None

    # -- passives ----------------------------------------------------------------------------

    def _passive(self, k: int, last: int, verb: Verb, unit: Unit, drafts: list[_Draft]) -> bool:
        """Read "Dijelaskan Wirya, ...", "Ia disebut ...", "Rencana itu dikecam (oleh) Wirya"."""
        words = self.words
        edge, modal, negation = self.speakers.fillers(k - 1, unit.first)
        if modal:
            return False
        act: Act = "say" if negation is not None else verb.act
        cue_first = negation if negation is not None else k
        agent, behind = self._agent(last + 1, unit)
        draft = _Draft(act, cue_first, last, unit, "passive", agent)
        leads = (
            edge < unit.first
            or words.lower[edge] in (",", "seperti")
            or (self._skip_connectives(unit.first, k) >= k)
        )
        if leads and not {"object", "to"} >= set(verb.takes):
            return self._leading_passive(draft, behind, verb, unit, drafts)
        if edge < unit.first or words.lower[edge] in ("yang", ","):
            return False
        subject = self.speakers.before(k, self._skip_connectives(unit.first, k))
        if subject is None or subject.relative:
            return False
        if self.contents.is_vague(subject):
            return False
        if "to" in verb.takes:
            draft.addressee = subject
            at = behind
            if at <= unit.last and words.lower[at] in TO:
                at += 1
            if self._is_empty(at, unit) or at > unit.last:
                return False
            self._set(draft, [(at, unit.last)])
        elif verb.takes == ("object",) or ("own" in verb.takes and "clause" not in verb.takes):
            if agent is None:
                return False
            draft.ranges = [(subject.first, max(subject.last, edge))]
        else:
            at = behind
            if at <= unit.last and words.lower[at] in THAT:
                at += 1
            if at > unit.last or self._is_empty(at, unit) or words.lower[at] in (",", "dalam"):
                return False
            if "object" not in verb.takes and "own" not in verb.takes:
                return False
            draft.ranges = [(self._clause(subject, k, unit), max(subject.last, edge))]
            draft.open_from, draft.open_to = at, unit.last
        if agent is not None and not self._speaks(agent, named=False):
            return False
        drafts.append(draft)
        return True

    def _clause(self, subject: Phrase, cue: int, unit: Unit) -> int:
        """Return where the clause of a passive's subject begins ("niat menjual itu disebut")."""
        words = self.words
        floor = self._skip_connectives(unit.first, cue)
        k = subject.first
        while k > floor and words.lower[k - 1] not in (",", ":", "bahwa", '"', "”", "“"):
            k -= 1
        led = words.lower[k] in self.grammar.circumstances or self.speakers.is_time(k)
        return subject.first if led or subject.first - k > 12 else k

    def _agent(self, position: int, unit: Unit) -> tuple[Phrase | None, int]:
        """Return the agent behind a passive and the position behind it."""
        words = self.words
        k = position
        if k <= unit.last and words.lower[k] == "nya" and words.glued(k):
            return Phrase(k, k, True), k + 1
        if k <= unit.last and words.lower[k] == "oleh":
            agent = self.speakers.after(k + 1, unit.last)
            return (agent, agent.last + 1) if agent is not None else (None, k + 1)
        if k <= unit.last and (
            self.speakers.is_person(k)
            or words.pos[k] == "PROPN"
            or words.lower[k] in self.grammar.pronouns
        ):
            agent = self.speakers.after(k, unit.last)
            if agent is not None:
                return agent, agent.last + 1
        return None, k

    def _leading_passive(
        self, draft: _Draft, behind: int, verb: Verb, unit: Unit, drafts: list[_Draft]
    ) -> bool:
        """Read "Dijelaskan Wirya, ..." and "Disebutkan bahwa ..."."""
        if behind > unit.last:
            return False
        start = self.contents.start(behind, unit.last, unit, ("bahwa",))
        if start is None or self._is_empty(start.first, unit):
            return False
        opening = any(piece.first == start.first for piece in unit.pieces)
        if not (start.explicit or opening) and (
            draft.source is None or not self._predicate(start.first, unit.last)
        ):
            return False
        if draft.source is None and start.introduced not in THAT and not opening:
            return False
        draft.addressee = start.addressee
        draft.explicit = True
        self._set(draft, [(start.first, unit.last)])
        drafts.append(draft)
        return True

    # -- prepositions, nouns, colons ---------------------------------------------------------

    def _preposition(
        self, k: int, last: int, cue: Preposition, unit: Unit, drafts: list[_Draft]
    ) -> bool:
        """Read "Menurut Wirya, ...", "..., menurut Wirya, ..." and "... menurut Wirya."."""
        words = self.words
        at = last + 1
        if at > unit.last or words.lower[at] in self.grammar.no_source:
            return False
        source = (
            Phrase(at, at, True)
            if words.lower[at] == "nya" and words.glued(at)
            else self.speakers.after(at, unit.last, enclosed=True)
        )
        if source is None:
            return False
        behind = source.last + 1
        piece = self._piece_before(k, unit)
        draft = _Draft(cue.act, k, last, unit, "free", source)
        if not cue.free:
            if piece is not None:
                draft.construction = "behind"
                draft.ranges = self._quoted_before(piece, unit, drafts)
            elif not drafts and words.lower[k - 1] == "," and self._speaks(source, named=True):
                start = self._skip_connectives(unit.first, k)
                draft.ranges = [(start, k - 1)]
            else:
                return False
            draft.addressee = self._addressee(source.last + 1, unit.last)
            drafts.append(draft)
            return True
        comma = behind <= unit.last and words.lower[behind] == ","
        if not comma and not (behind > unit.last or words.tokens[behind].is_punct):
            source = self._first_name(source)
            draft.source = source
            behind = source.last + 1
        ranges: list[tuple[int, int]] = []
        start = self._skip_connectives(unit.first, k)
        if k > start:
            nested = any(d.open_from is not None and d.open_from < k for d in drafts)
            if not nested:
                ranges.append((start, k - 1))
        rest = behind + 1 if comma else behind
        goes_on = k <= start or comma or not ranges or words.lower[k - 1] == ","
        if (
            goes_on
            and rest <= unit.last
            and not self._is_empty(rest, unit)
            and self._skip_dates(rest, unit) is not None
        ):
            ranges.append((rest, unit.last))
        if not ranges:
            return False
        draft.explicit = True
        self._set(draft, ranges)
        drafts.append(draft)
        return True

    def _skip_dates(self, first: int, unit: Unit) -> int | None:
        """Return ``first`` unless only a date or a place follows up to the unit's end."""
        words = self.words
        for q in range(first, min(unit.last, first + 80) + 1):
            if words.pos[q] in ("VERB", "AUX", "ADJ") and not self.speakers.is_time(q):
                return first
        return first if unit.last - first > 6 else None

    def _first_name(self, phrase: Phrase) -> Phrase:
        """Cut a phrase behind its first name: "menurut Wirya perusahaan ..."."""
        k = phrase.first
        ents = self.words.tokens
        while k <= phrase.last and not ents[k].ent_type_:
            k += 1
        while k <= phrase.last and ents[k].ent_type_:
            k += 1
        if k - 1 > phrase.last or not ents[k - 1].ent_type_:
            return phrase
        return Phrase(phrase.first, k - 1, phrase.sure)

    def _noun(self, k: int, last: int, noun: Noun, unit: Unit, drafts: list[_Draft]) -> bool:
        """Read "Tuntutan pertama adalah agar ...", "dengan klaim ..."."""
        words = self.words
        q = last + 1
        limit = min(unit.last, last + 6)
        while q <= limit:
            word = words.lower[q]
            if word in THAT | SO_THAT:
                draft = _Draft(noun.act, k, last, unit, "noun")
                draft.explicit = True
                self._set(draft, [(q + 1, unit.last)])
                drafts.append(draft)
                return True
            if word == "terkait" and noun.free and k == unit.first:
                draft = _Draft(noun.act, k, last, unit, "noun")
                self._set(draft, [(q, unit.last)])
                drafts.append(draft)
                return True
            if words.pos[q] == "VERB" or word in (",", "."):
                break
            q += 1
        if noun.free and k > unit.first and words.lower[k - 1] == "dengan" and last < unit.last:
            source = self.speakers.first_subject(k, self._skip_connectives(unit.first, k))
            draft = _Draft(noun.act, k, last, unit, "noun", source)
            self._set(draft, [(last + 1, unit.last)])
            drafts.append(draft)
            return True
        return False

    def _colon(self, unit: Unit, drafts: list[_Draft]) -> None:
        """Read "Wirya: “...”"."""
        words = self.words
        if drafts or not unit.pieces:
            return
        piece = unit.pieces[0]
        colon = piece.first - 1
        if colon <= unit.first or words.lower[colon] != ":":
            return
        source = self.speakers.after(unit.first, colon - 1)
        if source is None or source.last != colon - 1 or not self._speaks(source, named=True):
            return
        draft = _Draft("say", colon, colon, unit, "before", source)
        draft.ranges = [(p.first, p.last) for p in unit.pieces]
        drafts.append(draft)

    # -- speakers ----------------------------------------------------------------------------

    def _speaks(self, phrase: Phrase, *, named: bool) -> bool:
        """Tell whether the phrase can speak; ``named``: it is a name, a pronoun or a title."""
        words = self.words
        if words.lower[phrase.first] in self.grammar.pronouns:
            return True
        named_thing = phrase.last > phrase.first and words.capital(phrase.first + 1)
        if words.lower[phrase.first] in self.grammar.things and not named_thing:
            return False
        if not named:
            return True
        return any(
            self.speakers.is_person(q)
            or words.pos[q] == "PROPN"
            or words.tokens[q].ent_type_
            or (words.capital(q) and q > phrase.first)
            for q in range(phrase.first, phrase.last + 1)
        )

    def _is_actor(self, phrase: Phrase, verb: Verb, *, explicit: bool) -> bool:
        """Tell whether the phrase can be the subject of the verb.

        ``explicit``: "bahwa", a comma or marks follow a verb of saying: any noun may be its
        subject.
        """
        if self.contents.is_vague(phrase):
            return False
        if not self._speaks(phrase, named=False):
            return False
        if verb.actor and not explicit and self.has_mentions:
            group = self.words.lower[phrase.first] in self.grammar.people
            mentioned = group or self.speakers.acts(phrase)
            return mentioned or self._speaks(phrase, named=True)
        return True

    def _addressee(self, first: int, last: int) -> Phrase | None:
        """Return whom a tag names with "kepada", up to 12 words behind the speaker."""
        for k in range(first, min(last, first + 12) + 1):
            if self.words.lower[k] == "kepada":
                return self.speakers.addressee(k, last)
            if self.words.pos[k] == "VERB":
                return None
        return None

    def _addressee_late(self, first: int, unit: Unit) -> Phrase | None:
        if first <= unit.last and self.words.lower[first] == "kepada":
            return self.speakers.addressee(first, unit.last)
        return None

    def _skip_connectives(self, first: int, last: int) -> int:
        """Return the first position behind "Sementara itu," and the like."""
        words = self.words
        k = first
        while k < last and (
            words.lower[k] in self.grammar.connectives
            or (self.speakers.is_time(k) and k - first < 8)
        ):
            k += 1
        if k <= last and k > first and words.lower[k] == ",":
            return k + 1
        if words.lower[first : first + 2] == ["lebih", "lanjut"]:
            return first + 2
        if k > first and words.lower[first] in (
            "namun", "tetapi", "tapi", "sementara", "sedangkan", "dan", "adapun",
        ):  # fmt: skip
            follow = first + 1
            if words.lower[first] == "sementara" and words.lower[follow] == "itu":
                follow += 1
            return follow
        return first

    # -- closing -----------------------------------------------------------------------------

    def _set(self, draft: _Draft, ranges: list[tuple[int, int]]) -> None:
        """Give a draft its ranges; the last stays open until the unit is read."""
        draft.ranges = ranges[:-1]
        draft.open_from, draft.open_to = ranges[-1]

    def _close(self, draft: _Draft) -> None:
        """Cut the open range to its content."""
        unit = draft.unit
        ranges = list(draft.ranges)
        if draft.open_from is not None and draft.open_to >= draft.open_from:
            last = self.contents.end(draft.open_from, draft.open_to, unit, deed=draft.deed)
            ranges.append((draft.open_from, last))
        trimmed = (self.contents.trim(first, last, unit) for first, last in ranges)
        draft.ranges = [positions for positions in trimmed if positions is not None]

    def _findings(self) -> list[StatementFinding]:
        drafts = sorted(self.drafts, key=lambda draft: (draft.first, draft.last))
        contents = []
        for draft in drafts:
            spans, kind = self.contents.spans(draft.ranges, draft.unit)
            if draft.joined:
                kind = "direct" if kind == "direct" else "mixed"
            contents.append((_merge((*spans, *draft.joined)), kind))
        within = self._within(drafts, [content for content, _ in contents])
        place_in = {id(draft): index for index, draft in enumerate(drafts)}
        findings = []
        for index, draft in enumerate(drafts):
            spans, kind = contents[index]
            if draft.unit.inside is not None and kind == "indirect" and self._performs(draft):
                kind = "direct"
            source = draft.source
            shares = None
            if draft.shares is not None:
                shares = self._sharer(draft, drafts, place_in)
            low, high = self._tag(index, drafts)
            findings.append(
                StatementFinding(
                    kind=kind,
                    act=draft.act,
                    cue=self.words.span(draft.first, draft.last),
                    cue_head=self.words.tokens[self._cue_head(draft)].i,
                    content=spans,
                    source=self.words.span(source.first, source.last) if source else None,
                    source_head=self.speakers.head(source) if source else None,
                    same_source=shares,
                    addressee=(
                        self.words.span(draft.addressee.first, draft.addressee.last)
                        if draft.addressee
                        else None
                    ),
                    addressee_head=(
                        self.speakers.head(draft.addressee) if draft.addressee else None
                    ),
                    within=within[index],
                    time=self._time(draft, low, high),
                    place_head=self._place(draft, low, high),
                    confidence=self._confidence(draft),
                )
            )
        return findings

    def _performs(self, draft: _Draft) -> bool:
        """Tell whether the speaker of a quotation does the act by saying so: "Kami mengecam"."""
        source = draft.source
        return source is not None and self.words.lower[source.first] in self.grammar.first_person

    def _cue_head(self, draft: _Draft) -> int:
        """Return the position of the cue's verb, behind a negation."""
        k = draft.first
        while k < draft.last and self.words.lower[k] in self.grammar.negations:
            k += 1
        return k

    def _sharer(
        self, draft: _Draft, drafts: Sequence[_Draft], place_in: dict[int, int]
    ) -> int | None:
        """Return the index of the earlier statement with the same source span."""
        own = place_in[id(draft)]
        for index in range(own - 1, max(-1, own - 6), -1):
            other = drafts[index]
            if other.unit is draft.unit and other.source == draft.source:
                return index
        return None

    def _within(
        self, drafts: Sequence[_Draft], contents: Sequence[tuple[Span, ...]]
    ) -> list[int | None]:
        """Return for each draft the innermost other one whose content holds its cue.

        One sweep over all content spans in order of their start, with a stack of those still open.
        """
        spans = sorted(
            ((a, -b, index) for index, content in enumerate(contents) for a, b in content)
        )
        found: list[int | None] = []
        stack: list[tuple[int, int, int]] = []
        at = 0
        for index, draft in enumerate(drafts):
            cue = self.words.starts[draft.last]
            while at < len(spans) and spans[at][0] <= cue:
                start, minus_end, owner = spans[at]
                while stack and stack[-1][1] <= start:
                    stack.pop()
                stack.append((start, -minus_end, owner))
                at += 1
            while stack and stack[-1][1] <= cue:
                stack.pop()
            holders = [item for item in stack[-6:] if item[1] > cue and item[2] != index]
            holder = holders[-1][2] if holders else None
            found.append(holder)
        return found

    def _tag(self, index: int, drafts: Sequence[_Draft]) -> tuple[int, int]:
        """Return the positions around a cue that no neighbouring cue claims."""
        draft = drafts[index]
        low, high = draft.unit.first, draft.unit.last
        if index and drafts[index - 1].unit is draft.unit:
            low = max(low, drafts[index - 1].last + 1)
            low = max([low, *(end + 1 for _, end in drafts[index - 1].ranges if end < draft.first)])
        if index + 1 < len(drafts) and drafts[index + 1].unit is draft.unit:
            high = min(high, drafts[index + 1].first - 1)
        return low, high

    def _outside(self, draft: _Draft, low: int, high: int) -> list[tuple[int, int]]:
        """Return the stretches of [low, high] that are not content of the draft."""
        stretches = []
        at = low
        for first, last in sorted(draft.ranges):
            if last < low or first > high:
                continue
            if first > at:
                stretches.append((at, first - 1))
            at = max(at, last + 1)
        if at <= high:
            stretches.append((at, high))
        return stretches

    def _time(self, draft: _Draft, low: int, high: int) -> int | None:
        """Return the index of the time expression nearest to the cue in its tag, or None."""
        page, words = self.words.page, self.words
        best: tuple[int, int] | None = None
        for first, last in self._outside(draft, low, high):
            for k in range(first, last + 1):
                if self.speakers.is_time(k):
                    index = page.time_at(words.starts[k])
                    distance = abs(k - draft.first)
                    if index is not None and (best is None or distance < best[0]):
                        best = (distance, index)
        return best[1] if best else None

    def _place(self, draft: _Draft, low: int, high: int) -> int | None:
        """Return the head token of the place behind "di" in the tag, or None."""
        words = self.words
        for first, last in self._outside(draft, low, high):
            for k in range(first, last):
                if words.lower[k] == "di" and (
                    words.pos[k + 1] == "PROPN"
                    or words.tokens[k + 1].ent_type_
                    or words.capital(k + 1)
                ):
                    if draft.source and draft.source.first <= k <= draft.source.last:
                        continue
                    phrase = self.speakers.after(k + 1, last, describing=False)
                    if phrase is not None:
                        return self.speakers.head(phrase)
        return None

    def _confidence(self, draft: _Draft) -> float:
        value = {
            "behind": 0.9,
            "before": 0.9,
            "free": 0.85,
            "clause": 0.85 if draft.explicit else 0.7,
            "deed": 0.7,
            "passive": 0.7 if draft.source else 0.55,
            "relative": 0.55,
            "noun": 0.45,
        }[draft.construction]
        source = draft.source
        if (
            draft.construction == "behind"
            and source is not None
            and self.speakers.is_person(source.last)
        ):
            value += 0.05
        if not draft.sure:
            value -= 0.1
        if source is None and draft.construction not in ("noun", "passive"):
            value -= 0.15
        if any(
            not piece.quotation.closed
            for piece in draft.unit.pieces
            if any(first <= piece.first <= last for first, last in draft.ranges)
        ):
            value -= 0.2
        return round(max(0.1, value), 2)


def _is_verb_form(word: str) -> bool:
    """Tell whether a word has a verb's prefix or is a state that needs none."""
    return word.startswith(("me", "ber", "minta", "mohon", "yakin", "ingin", "optimis", "khawatir"))


def _merge(spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return the spans in order, each once."""
    merged: list[Span] = []
    for span in sorted(spans):
        if not merged or span[0] >= merged[-1][1]:
            merged.append(span)
    return tuple(merged)

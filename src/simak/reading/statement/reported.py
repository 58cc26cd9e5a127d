"""Reported clauses: "Wirya mengatakan (bahwa) ...", "Wirya mengecam ...", "Kami meminta X ..."."""

from __future__ import annotations

from simak.reading.statement.context import Construction, Context
from simak.reading.statement.cue import Verb
from simak.reading.statement.draft import Draft, Passage, Range
from simak.reading.statement.extent import REACH
from simak.reading.statement.opening import IF, SO_THAT, THAT, Start
from simak.reading.statement.quoted import Quoted
from simak.reading.statement.reference import Phrase
from simak.reading.statement.report import Reports, begins_quote
from simak.reading.statement.unit import Unit

# The family of what is written on something: "spanduk bertuliskan “...”".
_WRITTEN = "bunyi"
_WISH = "ingin"
# What somebody is to do may itself be an act of words: "mendesak agar ia pergi dan meminta maaf".
_WISHED = frozenset(("request", "demand", "order", "propose", "hope", "warn"))


class Reported(Construction):
    """Reads active cues."""

    def __init__(self, context: Context, quoted: Quoted) -> None:
        super().__init__(context)
        self.quoted = quoted
        self.reports = Reports(context)

    def read(self, k: int, last: int, verb: Verb, passage: Passage) -> bool:
        """Read an active cue at [k, last]; return whether there is one."""
        words, unit = self.words, passage.unit
        if words.pos[k] in ("NOUN", "PROPN") and not _is_verb_form(words.lower[k]):
            return False
        edge, modal, negation = self.adverbials.fillers(k - 1, unit.first)
        if modal or not self._has_voice(k, edge, unit) or self._is_manner(k, verb, unit):
            return False
        if last > k and words.lower[last] in SO_THAT:
            last -= 1  # "ingin agar" is a cue of its own kind, but "agar" introduces the content
        draft = Draft(verb.act, k, last, unit, "clause")
        if negation is not None:
            draft.act, draft.first = "say", negation
        floor = self.adverbials.skip_connectives(unit.first, k)
        source = self.subjects.before(k, floor)
        link: int | None = None
        shares = False
        if source is None and edge < unit.first and verb.said:
            source = self._before_mark(last, unit)
        if source is None:
            link = self._link(edge, passage)
            if link is None:
                return False
            if self._is_wished(link, unit):
                return False
            source, shares = self._shared(k, link, verb, passage)
            if source is None:
                return False
        if verb.stem == _WRITTEN and not self.reference.acts(source):
            if words.lower[k] == "bertuliskan" and not self._is_banner(source):
                return False
            source = self._holder(k, source, floor) or source
        draft.source = source
        lead = self.subjects.lead(source, floor)
        if lead in self.grammar.conditions:
            return False
        if self.reports.only_describes(source, verb) or self.reports.performs(draft, source):
            return False
        start = self.openings.start(last + 1, unit.last, unit, verb.takes)
        if start is not None and verb.takes == ("object",):
            start = self._with_party(start, unit)
            behind = min(last + 1, unit.last)
            if draft.act == "congratulate" and self.reference.is_time(behind):
                start = Start(behind, start.addressee)  # "mengucapkan selamat tahun baru"
        if start is not None and words.lower[start.first - 1] == "dengan":
            return False
        if self._is_object(source, start, unit):
            return False
        if lead in self.grammar.subordinators and self._ends_clause(start, unit):
            return False
        if start is None or self.contents.is_empty(start.first, unit):
            return self._source_first(draft, source, passage)
        if not self.reports.reports(verb, source, start, unit) or self.reports.hides(start, unit):
            return False
        draft.sure, draft.shares = source.sure or link is not None, shares
        self._fill(draft, source, start, verb)
        subject = self._parted(draft, source, start, floor)
        if subject is not None:
            draft.ranges.insert(0, subject)
        condition = self._condition(source, passage)
        if condition is not None:
            draft.ranges.insert(0, condition)
        if link is not None:
            _end_before(link, passage, coordinated=True)
        elif self._begins_clause(source, unit):
            _end_before(source.first - 1, passage, coordinated=False)
        passage.drafts.append(draft)
        return True

    def _before_mark(self, cue: int, unit: Unit) -> Phrase | None:
        """Return the subject of a quotation's first word: "keduanya “menegaskan bahwa ...”"."""
        words = self.words
        mark = unit.first - 1
        if unit.inside is None or mark < 1 or words.lower[min(cue + 1, unit.last)] not in THAT:
            return None
        first, last = self.extents.leftward(mark - 1, max(0, mark - REACH))
        if first is None or last != mark - 1:
            return None
        phrase = Phrase(first, last)
        return phrase if self.reference.acts(phrase) else None

    def _is_banner(self, thing: Phrase) -> bool:
        """Tell whether people tell something with the thing: "spanduk", not "syal"."""
        inside = self.words.lower[thing.first : thing.last + 1]
        return not self.grammar.banners.isdisjoint(inside)

    def _holder(self, k: int, thing: Phrase, floor: int) -> Phrase | None:
        """Return who shows what is written: "warga membawa spanduk bertuliskan ..."."""
        if self.words.pos[thing.first - 1] != "VERB" or thing.first <= floor:
            return None
        holder = self.subjects.first_subject(k, floor)
        acts = holder is not None and holder.last < thing.first - 1 and self.reference.acts(holder)
        return holder if acts else None

    def _is_wished(self, link: int, unit: Unit) -> bool:
        """Tell whether the cue stands beside a wished verb: "agar menata dan menjamin"."""
        words = self.words
        if words.lower[link] not in ("dan", "atau", "serta"):
            return False
        for k in range(link - 1, max(unit.first, link - 8), -1):
            if words.lower[k] in (",", "bahwa") or any(p.first <= k <= p.last for p in unit.pieces):
                return False
            if words.pos[k] == "VERB" and _is_verb_form(words.lower[k]):
                return self.adverbials.fillers(k - 1, unit.first).modal
        return False

    def _is_manner(self, k: int, verb: Verb, unit: Unit) -> bool:
        """Tell whether the form only describes: "paling menjanjikan", "berebut ingin berfoto"."""
        words = self.words
        if k <= unit.first:
            return False
        before = words.lower[k - 1]
        crowding = words.pos[k - 1] == "VERB" and before.startswith(("ber", "me"))
        if before == "paling" or before in self.grammar.abstract:
            return True
        return verb.stem == _WISH and crowding

    def _is_object(self, source: Phrase, start: Start | None, unit: Unit) -> bool:
        """Tell whether the clause describes a thing: "partai yang dia ingin usung"."""
        before = self.adverbials.fillers(source.first - 1, unit.first).edge
        if before < unit.first or source.relative or self.words.lower[before] != "yang":
            return False
        return start is None or start.introduced not in THAT

    def _ends_clause(self, start: Start | None, unit: Unit) -> bool:
        """Tell whether the comma behind the cue ends a clause in front: "Meski ia yakin, ..."."""
        if start is None or start.introduced != ",":
            return False
        return self.words.lower[start.first - 1] == "," and not begins_quote(start, unit)

    def _with_party(self, start: Start, unit: Unit) -> Start:
        """Make whom an act is for its content, where nothing else is said: "apresiasi kepada X"."""
        party = start.addressee
        if party is None:
            return start
        described = start.first <= unit.last and self.words.lower[start.first] == "yang"
        if described or self.contents.is_empty(start.first, unit):
            return Start(party.first, party, start.introduced, start.explicit)
        return start

    def _has_voice(self, k: int, edge: int, unit: Unit) -> bool:
        """Tell whether the form is active: "mengatakan", or "kami katakan" right behind a name."""
        form = self.words.lower[k]
        if _is_verb_form(form) or form not in self.grammar.object_voice:
            return True
        return edge >= unit.first and self.reference.speaks(Phrase(edge, edge), named=True)

    def _fill(self, draft: Draft, source: Phrase, start: Start, verb: Verb) -> None:
        """Give the draft its content, its addressee and its construction."""
        unit = draft.unit
        opens_quote = begins_quote(start, unit)
        draft.addressee = start.addressee or self.speakers.addressee_at(draft.last + 1, unit.last)
        if draft.addressee is None:
            draft.addressee = self._told_in_front(source, unit)
        draft.explicit = start.explicit
        draft.deed = not {"clause", "bahwa", "to"} & set(verb.takes) or (
            "object" in verb.takes
            and not (start.explicit or opens_quote)
            and not self.contents.has_predicate(start.first, min(unit.last, start.first + 8))
        )
        if source.relative:
            draft.construction = "relative"
        elif draft.deed:
            draft.construction = "deed"
        elif opens_quote:
            draft.construction = "before"
        if draft.construction == "before" and verb.stem == _WRITTEN:
            draft.ranges = [(p.first, p.last) for p in unit.pieces if p.first >= start.first]
        else:
            end = self._answer(start.first, unit) if "to" in verb.takes else unit.last
            draft.report([(start.first, end)])

    def _told_in_front(self, source: Phrase, unit: Unit) -> Phrase | None:
        """Return whom "kepada" before the speaker names: "Kepada wartawan, Wirya mengatakan"."""
        words = self.words
        first = self.adverbials.skip_connectives(unit.first, source.first)
        if words.lower[first] != "kepada":
            return None
        phrase = self.speakers.addressee(first, source.first - 1)
        told = phrase is not None and phrase.last < source.first - 1
        return phrase if told and words.lower[source.first - 1] == "," else None

    def _answer(self, first: int, unit: Unit) -> int:
        """Return where a request ends: "meminta Wirya pulang, namun ia menolak" tells more."""
        words = self.words
        for k in range(first + 1, unit.last - 1):
            if any(piece.first <= k <= piece.last for piece in unit.pieces):
                continue
            contrast = words.lower[k] == "," and words.lower[k + 1] in ("namun", "tetapi", "tapi")
            if contrast and words.lower[k + 2] in self.grammar.pronouns:
                return k - 1
        return unit.last

    def _source_first(self, draft: Draft, source: Phrase, passage: Passage) -> bool:
        """Read "“...,” Wirya menegaskan.": the speaker before the cue, both behind."""
        piece = self.quoted.piece_before(source.first, passage.unit)
        if piece is None or any(other.takes(piece) for other in passage.drafts):
            return False
        draft.construction = "behind"
        draft.ranges = self.quoted.ranges_before(piece, passage)
        draft.addressee = self.speakers.addressee_at(draft.last + 1, passage.unit.last)
        passage.drafts.append(draft)
        return True

    # -- clauses around it ---------------------------------------------------------------------

    def _link(self, edge: int, passage: Passage) -> int | None:
        """Return the position of what joins a cue without subject to the clause before, or None."""
        lower, first = self.words.lower, passage.unit.first
        if edge > first and lower[edge] in self.grammar.sharing:
            return edge
        if edge < first or lower[edge] not in self.grammar.links:
            return None
        link = edge
        while link > first and lower[link - 1] in self.grammar.links:
            link -= 1
        if link == edge and lower[link] == "," and not passage.drafts:
            return None
        return link

    def _shared(
        self, k: int, link: int, verb: Verb, passage: Passage
    ) -> tuple[Phrase | None, bool]:
        """Return the subject that a coordinated cue shares, and whether another draft has it."""
        words, unit = self.words, passage.unit
        drafts = [draft for draft in passage.drafts if draft.source is not None]
        still_open = [draft for draft in drafts if draft.open_from is not None]
        if still_open:
            head = words.tokens[k].head.i
            for draft in still_open:
                if head in (words.tokens[draft.last].i, words.tokens[draft.first].i):
                    return draft.source, True
            outer = still_open[0]
            if words.lower[link] in self.grammar.sharing:
                return None, False
            several = self.cues.verbs.at(words.lower, k, unit.last)
            phrasal = several is not None and several[0] > 1 and outer.act not in _WISHED
            if verb.said or outer.deed or phrasal or words.lower[min(k + 1, unit.last)] in THAT:
                return outer.source, True
            return None, False
        if drafts:
            return drafts[-1].source, True
        subject = self.subjects.shared(k, unit.first)
        if subject is None:
            start = self.adverbials.skip_connectives(unit.first, link)
            subject = self.subjects.first_subject(link, start)
        if subject is not None and not self.reference.speaks(subject, named=False):
            return None, False
        return subject, False

    def _begins_clause(self, source: Phrase, unit: Unit) -> bool:
        """Tell whether a clause of equal rank begins with the source: "..., sementara Wirya"."""
        k = source.first - 1
        if k < unit.first:
            return False
        word = self.words.lower[k]
        return word in self.grammar.contrast or (word in ("dan", "serta") and not source.relative)

    def _parted(self, draft: Draft, source: Phrase, start: Start, floor: int) -> Range | None:
        """Return the subject that the cue parts from its verb: "Panitia, ia menambahkan, akan"."""
        words = self.words
        between = words.lower[source.first] in self.grammar.pronouns and start.introduced == ","
        if not between or source.first - 2 < floor or words.lower[source.first - 1] != ",":
            return None
        first = start.first
        predicate = words.lower[first] in self.grammar.predicates or words.pos[first] == "AUX"
        verb = words.pos[first] == "VERB"
        led = words.lower[floor] in self.grammar.circumstances
        return (floor, source.first - 2) if (predicate or verb) and not led else None

    def _condition(self, source: Phrase, passage: Passage) -> Range | None:
        """Return the clause of condition before the speaker: "Jika menang, Wirya berjanji ..."."""
        lower, first = self.words.lower, passage.unit.first
        if passage.drafts or source.first - 2 <= first:
            return None
        start = self.adverbials.skip_connectives(first, source.first)
        if lower[start] in IF and lower[source.first - 1] == ",":
            return start, source.first - 2
        return None


def _end_before(boundary: int, passage: Passage, *, coordinated: bool) -> None:
    """End the open drafts before a new clause.

    One that shares their subject (``coordinated``) ends all; one with a subject of its own may be
    part of what "bahwa" opened.
    """
    for other in passage.drafts:
        ends = coordinated or not other.explicit or other.construction == "free"
        if ends and other.open_from is not None and other.open_to >= boundary:
            other.open_to = boundary - 1


def _is_verb_form(word: str) -> bool:
    """Tell whether a word has a verb's prefix or is a state that needs none."""
    return word.startswith(("me", "ber", "minta", "mohon", "yakin", "ingin", "optimis", "khawatir"))

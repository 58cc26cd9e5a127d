"""Passive cues: "Dijelaskan Wirya, ...", "Disebutkan bahwa ...", "Rencana itu dikecam Wirya"."""

from __future__ import annotations

from simak.reading.statement.context import Construction
from simak.reading.statement.cue import Verb
from simak.reading.statement.draft import Draft, Passage
from simak.reading.statement.opening import THAT, TO
from simak.reading.statement.reference import Phrase
from simak.reading.statement.unit import Unit

_THUS = frozenset(("demikian", "begitu"))


class Passives(Construction):
    """Reads passive cues."""

    def read(self, k: int, last: int, verb: Verb, passage: Passage) -> bool:
        """Read a passive cue at [k, last]; return whether there is one."""
        words, unit = self.words, passage.unit
        edge, modal, negation = self.adverbials.fillers(k - 1, unit.first)
        named = self.grammar.identity.isdisjoint(
            words.lower[last + 1 : min(unit.last, last + 2) + 1]
        )
        if modal or not named:
            return False  # "menolak disebut namanya": nothing is told
        if edge > unit.first and words.lower[edge] in _THUS:
            return self._thus(k, last, edge, verb, passage)
        agent, behind = self._agent(last + 1, unit)
        draft = Draft(verb.act, k, last, unit, "passive", agent)
        if negation is not None:
            draft.act, draft.first = "say", negation
        floor = self.adverbials.skip_connectives(unit.first, k)
        leads = edge < unit.first or words.lower[edge] in (",", "seperti") or floor >= k
        if leads and not {"object", "to"} >= set(verb.takes):
            return self._leading(draft, behind, passage)
        if edge < unit.first or words.lower[edge] in ("yang", ","):
            return False
        subject = self.subjects.before(k, floor)
        if subject is None or subject.relative or self.contents.is_vague(subject):
            return False
        if "to" in verb.takes:
            draft.addressee = subject
            at = behind
            if at <= unit.last and words.lower[at] in TO:
                at += 1
            if self.contents.is_empty(at, unit) or at > unit.last:
                return False
            draft.report([(at, unit.last)])
        elif verb.takes == ("object",) or ("own" in verb.takes and "clause" not in verb.takes):
            if agent is None:
                return False
            draft.ranges = [(subject.first, max(subject.last, edge))]
        else:
            at = behind
            if at <= unit.last and words.lower[at] in THAT:
                at += 1
            if (
                at > unit.last
                or self.contents.is_empty(at, unit)
                or words.lower[at] in (",", "dalam")
            ):
                return False
            if not {"object", "own", "state"} & set(verb.takes):
                return False
            if "state" in verb.takes and not (agent is None and self._is_state(at)):
                return False
            draft.ranges = [(self._clause(subject, k, unit), max(subject.last, edge))]
            draft.open_from, draft.open_to = at, unit.last
        if agent is not None and not self.reference.speaks(agent, named=False):
            return False
        passage.drafts.append(draft)
        return True

    def _thus(self, k: int, last: int, edge: int, verb: Verb, passage: Passage) -> bool:
        """Read "Jembatan dibuka lagi, demikian disampaikan Wirya."."""
        words, unit = self.words, passage.unit
        at = last + 2 if last < unit.last and words.lower[last + 1] == "oleh" else last + 1
        agent = self.speakers.after(at, unit.last)
        stop = edge - 1
        if agent is None or not self.reference.speaks(agent, named=False) or passage.drafts:
            return False
        if words.lower[stop] != "," or stop <= unit.first:
            return False
        draft = Draft(verb.act, k, last, unit, "free", agent)
        draft.ranges = [(self.adverbials.skip_connectives(unit.first, stop), stop - 1)]
        draft.addressee = self.speakers.addressee_soon(agent.last + 1, unit.last)
        passage.drafts.append(draft)
        return True

    def _is_state(self, position: int) -> bool:
        """Tell whether a state or an act follows ("dilaporkan hilang"), not "ke polisi"."""
        words = self.words
        return (
            words.pos[position] in ("VERB", "AUX", "ADJ")
            or words.lower[position] in self.grammar.predicates | self.grammar.negations
        )

    def _leading(self, draft: Draft, behind: int, passage: Passage) -> bool:
        """Read "Dijelaskan Wirya, ..." and "Disebutkan bahwa ..."."""
        unit = passage.unit
        if behind > unit.last:
            return False
        start = self.openings.start(behind, unit.last, unit, ("bahwa",))
        if start is None or self.contents.is_empty(start.first, unit):
            return False
        opening = any(piece.first == start.first for piece in unit.pieces)
        if not (start.explicit or opening) and (
            draft.source is None or not self.contents.has_predicate(start.first, unit.last)
        ):
            return False
        if draft.source is None and start.introduced not in THAT and not opening:
            return False
        draft.addressee = start.addressee
        draft.explicit = True
        draft.report([(start.first, unit.last)])
        passage.drafts.append(draft)
        return True

    def _clause(self, subject: Phrase, cue: int, unit: Unit) -> int:
        """Return where the clause of a passive's subject begins ("niat menjual itu disebut")."""
        words = self.words
        floor = self.adverbials.skip_connectives(unit.first, cue)
        k = subject.first
        while k > floor and words.lower[k - 1] not in (",", ":", "bahwa", '"', "”", "“"):
            k -= 1
        led = words.lower[k] in self.grammar.circumstances or self.reference.is_time(k)
        return subject.first if led or subject.first - k > 12 else k

    def _agent(self, position: int, unit: Unit) -> tuple[Phrase | None, int]:
        """Return the agent behind a passive and the position behind it."""
        words = self.words
        k = position
        clitic = self.speakers.clitic(k, unit.last)
        if clitic is not None:
            return clitic, k + 1
        if k <= unit.last and words.lower[k] == "oleh":
            agent = self.speakers.after(k + 1, unit.last)
            return (agent, agent.last + 1) if agent is not None else (None, k + 1)
        if k <= unit.last and (
            self.reference.is_person(k)
            or words.pos[k] == "PROPN"
            or words.lower[k] in self.grammar.pronouns
        ):
            agent = self.speakers.after(k, unit.last)
            if agent is not None:
                return agent, agent.last + 1
        return None, k

"""Passive cues: "Dijelaskan Wirya, ...", "Disebutkan bahwa ...", "Rencana itu dikecam Wirya"."""

from __future__ import annotations

from simak.reading.statement.context import Construction
from simak.reading.statement.cue import Verb
from simak.reading.statement.draft import Draft, Passage
from simak.reading.statement.opening import THAT, TO
from simak.reading.statement.reference import Phrase
from simak.reading.statement.unit import Unit

_ON_PAPER = frozenset(("dalam", "di", "pada"))
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
        floor = max([floor, *(d.last + 1 for d in passage.drafts if d.open_from is not None)])
        leads = edge < unit.first or words.lower[edge] in (",", "seperti") or floor >= k
        if leads and edge > floor and self._is_subject(floor, edge):
            return False
        if leads and not {"object", "to", "matter"} >= set(verb.takes):
            return self._leading(draft, behind, passage)
        if edge < unit.first or words.lower[edge] in ("yang", ","):
            return False
        subject = self._conceded(edge, k, floor) if agent else None
        edge = edge if subject is None else subject.last
        subject = subject or self.subjects.before(k, floor)
        if subject is None or subject.relative or self.contents.is_vague(subject):
            return False
        if verb.agent and agent is None:
            return False
        if "to" in verb.takes:
            draft.addressee = subject
            at = behind
            if at <= unit.last and words.lower[at] in TO:
                at += 1
            if self.contents.is_empty(at, unit) or at > unit.last:
                return False
            draft.report([(at, unit.last)])
        elif verb.takes == ("matter",) and words.lower[subject.first] not in self.grammar.matters:
            return False
        elif verb.takes in (("object",), ("matter",)) or (
            "own" in verb.takes and "clause" not in verb.takes
        ):
            if agent is None:
                return False
            draft.ranges = [(subject.first, max(subject.last, edge))]
        else:
            at = behind
            while at < unit.last and words.lower[at] in self.grammar.particles:
                at += 1
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
            draft.ranges = [(self._clause(subject, floor), max(subject.last, edge))]
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
        told = self._tells(draft, start.first, unit)
        if not (start.explicit or opening or told) and (
            draft.source is None or not self.contents.has_predicate(start.first, unit.last)
        ):
            return False
        if draft.source is None and start.introduced not in THAT and not (opening or told):
            return False
        draft.addressee = start.addressee
        draft.explicit = True
        draft.report([(start.first, unit.last)])
        passage.drafts.append(draft)
        return True

    def _is_subject(self, first: int, comma: int) -> bool:
        """Tell whether the comma stands behind the subject: "Tudingan itu, dilontarkan Wirya"."""
        words = self.words
        pointed = (
            words.lower[comma] == "," and words.lower[comma - 1] in self.grammar.demonstratives
        )
        return pointed and all(self.reference.is_nominal(k) for k in range(first, comma))

    def _tells(self, draft: Draft, first: int, unit: Unit) -> bool:
        """Tell whether a clause follows a source that is a paper: "Dalam surat itu, disebutkan"."""
        words = self.words
        k = draft.first - 1
        led = k > unit.first and words.lower[k] == "," and words.lower[unit.first] in _ON_PAPER
        return led and self.contents.has_predicate(first, unit.last)

    def _conceded(self, edge: int, cue: int, floor: int) -> Phrase | None:
        """Return what somebody condemns all the same: "menguji rudal meski dikecam oleh X"."""
        if self.words.lower[edge] not in self.grammar.subordinators:
            return None
        k = edge
        while k > floor and (
            self.reference.is_nominal(k - 1) or self.words.lower[k - 1] in self.grammar.joiners
        ):
            k -= 1
        if k < edge and self.words.pos[k - 1] == "VERB":
            return Phrase(k, edge - 1)
        return self.subjects.first_subject(cue, floor)

    def _clause(self, subject: Phrase, floor: int) -> int:
        """Return where the clause of a passive's subject begins ("niat menjual itu disebut")."""
        words = self.words
        k = subject.first
        while k > floor and words.lower[k - 1] not in (",", ":", "bahwa", '"', "”", "“"):
            k -= 1
        for q in range(subject.first - 1, k, -1):
            clause = any(
                words.pos[p] == "VERB" or words.lower[p] in self.grammar.predicates
                for p in range(k, q)
            )
            if words.lower[q] in ("dan", "serta", "sedangkan", "sementara") and clause:
                return subject.first  # "Wirya datang dan Sekar disebut ..."
        if k - 2 >= floor and words.lower[k - 1] == "," and self.reference.is_person(k - 2):
            first, _ = self.extents.leftward(k - 2, floor)
            k = floor if first == floor else k  # "Hambali, warga desa itu, disebut ..."
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
                if self.reference.is_person(agent.first):
                    agent = self.reference.first_name(agent)  # "dianggap Wirya wajar"
                return agent, agent.last + 1
        return None, k

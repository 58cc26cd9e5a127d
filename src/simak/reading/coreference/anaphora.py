"""Anaphora: whom "ia", "mereka", "pihaknya" and the "nya" of "rumahnya" mean."""

from __future__ import annotations

from collections.abc import Callable, Container

from simak.reading.coreference.clitic import Clitics
from simak.reading.coreference.discourse import ANIMATE, Discourse, Entity
from simak.reading.coreference.number import count
from simak.reading.coreference.office import Offices
from simak.reading.coreference.pair import Pairs
from simak.reading.coreference.speech import Speech
from simak.record import EntityType

_PLURAL: dict[EntityType, float] = {"GROUP": 2.0, "NORP": 1.5, "ORG": 1.0, "GPE": 0.8}
# Words for anybody, which a "dia" behind them in the same quotation takes up.
_ANYBODY = frozenset({"orang", "seseorang", "siapa", "siapapun", "seorang"})
_QUOTES = frozenset({'"', "“", "”"})
_NEAR = 15
# Weights of a candidate for "ia", set on the examples and the building part of the gold.
_SUBJECT, _TOLD = 2.0, 1.0
_LAST_SAID, _SAID_EARLIER = 3.0, 0.5
_SILENT = 2.0
_OWNS = 0.5
_NAMED = 0.5
_FORGOTTEN = -6.0
_MARGIN = 0.3
_ALL = frozenset({"semuanya"})


class Anaphora:
    """Pronouns and clitics of the third person, against what was mentioned before them.

    ``said`` are the words whose "nya" is the speaker: "ujar", "kata"; ``personal`` the nouns that
    only a person has: "istri", "usia".
    """

    def __init__(
        self,
        discourse: Discourse,
        speech: Speech,
        offices: Offices,
        said: Container[str],
        personal: Container[str],
    ) -> None:
        self._discourse = discourse
        self._speech = speech
        self._offices = offices
        self._pairs = Pairs(discourse)
        self._clitics = Clitics(discourse, speech, said, personal, self.person)

    def resolve(self, index: int) -> Entity | None:
        """Return whom a pronoun or clitic means, None if nobody fits."""
        mention = self._discourse.mentions[index]
        lower = self._discourse.words(index).lower()
        if lower == "pihaknya":
            return self._own_side(index)
        if mention.number == "plur" or lower == "mereka":
            return self._plural(index, lower)
        if mention.kind == "clitic":
            return self._clitics.resolve(index)
        if self._is_generic(index):
            return None
        if lower == "yang bersangkutan":  # nobody says so of himself
            teller = self._speech.teller(index)
            return self.person(index, lambda entity: entity.index != teller)
        return self.person(index)

    def _is_generic(self, index: int) -> bool:
        """Tell whether "dia" in a quotation takes up "orang" or "siapa" there: anybody."""
        discourse = self._discourse
        if discourse.quoted[index] < 0:
            return False
        words = discourse.surface.words
        position = discourse.position(discourse.mentions[index])
        for back in range(position - 1, max(-1, position - _NEAR), -1):
            if words[back].sentence != words[position].sentence or words[back].text in _QUOTES:
                return False
            if words[back].lower in _ANYBODY:
                return True
        return False

    def person(
        self, index: int, fits: Callable[[Entity], bool] = lambda entity: True
    ) -> Entity | None:
        """ "ia", "dia": the last subject outside what others say, or the speaker before.

        Only who ``fits`` is asked for. Nobody who is named in what the pronoun says, nor who says
        what the pronoun stands in. Where two fit alike, nobody.
        """
        discourse = self._discourse
        others = self._named_in_content(index)
        speaking = self._speech.around(index)
        before = self._speech.before(index)
        if before is not None and (
            before.type not in ("PER", "POST")
            or not fits(before)
            or before.index in others
            or before.index == speaking
        ):
            before = None
        best: dict[int, float] = {}
        doer = self._doer(index)
        unnamed = self._speech.unnamed_before(index)
        if unnamed is not None and fits(unnamed):
            return unnamed
        says = index in self._speech.saying and before is not None
        topic: int | None = None  # the last subject of the outlet's own sentences
        for rank, seen in enumerate(discourse.recent(index)):
            entity = discourse.entities[seen.entity]
            if entity.type not in ("PER", "POST") or not fits(entity) or seen.entity in others:
                continue
            if seen.end > discourse.mentions[index].span[0] or seen.entity in (speaking, doer):
                continue
            gap = discourse.sentence[index] - seen.sentence
            score = _SUBJECT * seen.subject + _NAMED * entity.named - 1.5 * gap - 0.05 * rank
            if seen.owns:
                score -= _OWNS
            if gap == 0 and not seen.subject:
                score -= 0.5
            if says and seen.agent and gap:
                score -= _SILENT
            if seen.told and seen.subject:
                score -= _TOLD
            elif seen.subject and topic is None and not (seen.owns or seen.agent):
                topic = seen.entity
            if seen.quoted >= 0 and seen.quoted != discourse.quoted[index]:
                score -= 3.0
            if seen.entity not in best or score > best[seen.entity]:
                best[seen.entity] = score
        if before is not None:
            bonus = _LAST_SAID if topic in (None, before.index) else _SAID_EARLIER
            best[before.index] = best.get(before.index, _FORGOTTEN) + bonus
        if not best:
            return None
        order = sorted(best, key=lambda entity: -best[entity])
        if len(order) > 1 and best[order[0]] - best[order[1]] < _MARGIN:
            return None
        return discourse.entities[order[0]]

    def acts_here(self, index: int) -> frozenset[int]:
        """Return who is the subject of this sentence so far: "that man" behind is another."""
        here = self._discourse.sentence[index]
        recent = self._discourse.recent(index, 0)
        return frozenset(s.entity for s in recent if s.subject and s.sentence == here)

    def _doer(self, index: int) -> int | None:
        """Return who does what is done to a pronoun: "pemerintah menolak mereka" are two."""
        discourse = self._discourse
        position = discourse.position(discourse.mentions[index])
        if discourse.mentions[index].kind != "pronoun" or position <= 0:
            return None
        verb = discourse.surface.words[position - 1]
        same = verb.sentence == discourse.surface.words[position].sentence
        if not same or verb.pos != "VERB" or not verb.lower.startswith("me"):
            return None
        after = position + 1
        words = discourse.surface.words
        goes_on = after < len(words) and words[after].pos in ("VERB", "AUX", "ADV", "PART")
        if index in self._speech.saying or goes_on:
            return None  # "mengatakan mereka akan ...": they are the subject of what is said
        for seen in discourse.recent(index, 0):
            if seen.subject and seen.end <= verb.start:
                return seen.entity
        return None

    def _named_in_content(self, index: int) -> frozenset[int]:
        """Return who is named in what the pronoun says: there it would say "saya" of itself."""
        discourse = self._discourse
        found = set()
        for other in self._speech.content(index):
            mention = discourse.mentions[other]
            where = discourse.of[other]
            if where is None and mention.kind == "title":
                holder = self._offices.holder(other, *self._offices.title(other))
                where = holder.index if holder is not None else None
            if where is None:
                continue
            described = mention.kind == "description" and not discourse.entities[where].named
            if described or mention.kind in ("name", "acronym", "title"):
                found.add(where)
        return frozenset(found)

    def owner(self, index: int) -> Entity | None:
        """Return whose "partainya", "negaranya" is: what the clitic behind the noun means."""
        discourse = self._discourse
        end = discourse.mentions[index].span[1]
        for other in discourse.inside(max(0, end - 3), end):
            if discourse.mentions[other].kind == "clitic":
                return self._clitics.resolve(other) or self.person(index)
        return self.person(index)

    def _plural(self, index: int, lower: str) -> Entity | None:
        """ "mereka": the last group, people, body or state that fits, subjects first."""
        if lower in _ALL or self._is_restricted(index):
            return None
        if number := count(lower):
            return self.counted(index, number)
        pair = self._pairs.before(index, both=False)
        if pair is not None:
            return pair
        discourse = self._discourse
        speaking = self._speech.around(index)
        position = discourse.position(discourse.mentions[index])
        inner = discourse.unnamed_subject(position) if position > 0 else None
        doer = self._doer(index)
        best: tuple[float, Entity] | None = None
        for rank, seen in enumerate(discourse.recent(index, 2)):
            entity = discourse.entities[seen.entity]
            weight = _PLURAL.get(entity.type)
            if weight is None or seen.end > discourse.mentions[index].span[0]:
                continue
            if seen.entity in (speaking, doer) or (entity.type == "GPE" and entity.city):
                continue
            if inner is not None and seen.start < inner:
                continue  # "Pebalap ... tubuh mereka": they, whoever was named before
            if seen.quoted >= 0 and seen.quoted != discourse.quoted[index]:
                continue
            gap = discourse.sentence[index] - seen.sentence
            if entity.type in ("ORG", "GPE") and (gap > 1 or not seen.subject):
                continue
            score = weight + 1.2 * seen.subject - 1.2 * gap - 0.08 * rank
            if best is None or score > best[0]:
                best = score, entity
        return best[1] if best else None

    def counted(self, index: int, number: str) -> Entity | None:
        """ "keduanya", "ketiganya": the two named together, or the last group of so many."""
        discourse = self._discourse
        pair = self._pairs.before(index, both=True) if number == "2" else None
        if pair is not None:
            return pair
        for seen in discourse.recent(index):
            entity = discourse.entities[seen.entity]
            before = seen.end <= discourse.mentions[index].span[0]
            if before and entity.type == "GROUP" and entity.count == number:
                return entity
        return None

    def _is_restricted(self, index: int) -> bool:
        """Tell whether "mereka yang ..." says itself who is meant."""
        discourse = self._discourse
        position = discourse.position(discourse.mentions[index])
        return position >= 0 and discourse.surface.lower(position + 1) == "yang"

    def _own_side(self, index: int) -> Entity | None:
        """ "pihaknya": the body of the person who says it, else of the subject before."""
        teller = self._speech.teller(index)
        if teller is not None:
            return self._side(self._discourse.entities[teller])
        for seen in self._discourse.recent(index, 2):
            entity = self._discourse.entities[seen.entity]
            if seen.subject and entity.type in ANIMATE and seen.quoted < 0:
                return self._side(entity)
        return None

    def _side(self, entity: Entity) -> Entity:
        if entity.type in ("PER", "POST"):
            return self._offices.side(entity) or entity
        return entity

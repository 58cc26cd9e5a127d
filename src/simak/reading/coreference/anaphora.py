"""Anaphora: whom "ia", "mereka", "pihaknya" and the "nya" of "rumahnya" mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Container
from itertools import pairwise

from simak.reading.coreference.discourse import Discourse, Entity
from simak.reading.coreference.office import Offices
from simak.reading.coreference.speech import Speech
from simak.record import EntityType

_ANIMATE: frozenset[EntityType] = frozenset({"PER", "ORG", "GPE", "GROUP", "NORP", "POST"})
_PLURAL: dict[EntityType, float] = {"GROUP": 2.0, "NORP": 1.5, "ORG": 1.0, "GPE": 0.8}
# Words for anybody, which a "dia" behind them in the same quotation takes up.
_ANYBODY = frozenset({"orang", "seseorang", "siapa", "siapapun", "seorang"})
_QUOTES = frozenset({'"', "“", "”"})
_NEAR = 15
_COUNTED = frozenset({"ketiganya", "keempatnya", "semuanya"})


class Anaphora:
    """Pronouns and clitics of the third person, against what was mentioned before them.

    ``said`` are the words whose "nya" is the speaker: "ujar", "kata".
    """

    def __init__(
        self, discourse: Discourse, speech: Speech, offices: Offices, said: Container[str]
    ) -> None:
        self._discourse = discourse
        self._speech = speech
        self._offices = offices
        self._said = said
        self._pairs = self._coordinated()
        self._pair_of: dict[tuple[int, int], Entity] = {}

    def resolve(self, index: int) -> Entity | None:
        """Return whom a pronoun or clitic means, None if nobody fits."""
        mention = self._discourse.mentions[index]
        lower = self._discourse.words(index).lower()
        if lower == "pihaknya":
            return self._own_side(index)
        if mention.number == "plur" or lower == "mereka":
            return self._plural(index, lower)
        if mention.kind == "clitic":
            return self._clitic(index)
        return None if self._is_generic(index) else self.person(index)

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
        """ "ia", "dia": the speaker before, else the last subject, else the last person.

        Only who ``fits`` is asked for.
        """
        discourse = self._discourse
        before = self._speech.before(index)
        last_said = before if before is not None and before.type in ("PER", "POST") else None
        if last_said is not None and not fits(last_said):
            last_said = None
        speaking = self._speech.around(index)
        best: tuple[float, Entity] | None = None
        for rank, seen in enumerate(discourse.recent(index)):
            entity = discourse.entities[seen.entity]
            if entity.type not in ("PER", "POST") or not fits(entity):
                continue
            if seen.start >= discourse.mentions[index].span[0] or seen.entity == speaking:
                continue
            gap = discourse.sentence[index] - seen.sentence
            score = 2.0 * seen.subject - 1.5 * gap - 0.05 * rank
            if gap == 0 and not seen.subject:
                score -= 0.5
            if entity is last_said:
                score += 3.0
            if seen.quoted >= 0 and seen.quoted != discourse.quoted[index]:
                score -= 3.0
            if best is None or score > best[0]:
                best = score, entity
        return best[1] if best is not None else last_said

    def _clitic(self, index: int) -> Entity | None:
        """ "ujarnya" as a pronoun; elsewhere the subject before it: "Bupati ... pasukannya"."""
        discourse = self._discourse
        mention = discourse.mentions[index]
        position = discourse.position(mention)
        if position <= 0:
            return None
        host = discourse.surface.words[position - 1]
        if index in self._speech.saying or host.lower in self._said:
            return self.person(index) or self._speech.before(index)
        if host.pos == "VERB" and host.lower.startswith("di"):
            return self.person(index)
        here = discourse.sentence[index]
        is_object = host.pos == "VERB"
        passed = False
        inner = self._unnamed_subject(position)
        for seen in discourse.recent(index, 1):
            entity = discourse.entities[seen.entity]
            if entity.type not in _ANIMATE or not seen.subject:
                continue
            if seen.start >= mention.span[0] or (
                seen.quoted != discourse.quoted[index] and seen.sentence == here
            ):
                continue
            if seen.sentence == here:
                if inner is not None and inner > seen.start:
                    return None
                if is_object and not passed:
                    passed = True
                    continue
                return entity
            if inner is None and not is_object:
                return entity
        return None

    def _unnamed_subject(self, position: int) -> int | None:
        """Return where the last subject before ``position`` stands that denotes a mere thing."""
        words = self._discourse.surface.words
        for back in range(position - 2, max(-1, position - 25), -1):
            word = words[back]
            if word.sentence != words[position].sentence:
                break
            token = self._discourse.page.doc[word.i]
            if token.dep_.startswith("nsubj") and token.pos_ == "NOUN":
                return None if word.i in self._discourse.heads else word.start
        return None

    def _plural(self, index: int, lower: str) -> Entity | None:
        """ "mereka": the last group, people, body or state that fits, subjects first."""
        if lower in _COUNTED:
            return None
        pair = self._pair(index)
        if pair is not None or lower == "keduanya":
            return pair
        discourse = self._discourse
        best: tuple[float, Entity] | None = None
        for rank, seen in enumerate(discourse.recent(index, 2)):
            entity = discourse.entities[seen.entity]
            weight = _PLURAL.get(entity.type)
            if weight is None or seen.start >= discourse.mentions[index].span[0]:
                continue
            if entity.type == "GPE" and entity.city:
                continue
            gap = discourse.sentence[index] - seen.sentence
            score = weight + 1.2 * seen.subject - 1.2 * gap - 0.08 * rank
            if best is None or score > best[0]:
                best = score, entity
        return best[1] if best else None

    def _coordinated(self) -> list[tuple[int, int]]:
        """Return the pairs of names that "dan" joins, a title between them or not."""
        discourse = self._discourse
        mentions = discourse.mentions
        named = [i for i, m in enumerate(mentions) if m.kind in ("name", "acronym")]
        found = []
        for first, second in pairwise(named):
            between = discourse.text[mentions[first].span[1] : mentions[second].span[0]]
            words = between.split()
            if not words or words[0] not in ("dan", "serta") or len(words) > 4:
                continue
            if discourse.sentence[first] == discourse.sentence[second] and "," not in between:
                found.append((first, second))
        return found

    def _pair(self, index: int) -> Entity | None:
        """Return the pair "A dan B" that is the subject of this sentence or the one before."""
        discourse = self._discourse
        mentions = discourse.mentions
        start = mentions[index].span[0]
        end = bisect_left(self._pairs, start, key=lambda pair: mentions[pair[1]].span[1])
        if not end:
            return None
        first, second = self._pairs[end - 1]
        if discourse.sentence[index] - discourse.sentence[second] > 1:
            return None
        if not discourse.is_subject(first):
            return None
        for seen in discourse.recent(index, 1):
            others = discourse.entities[seen.entity].type in ("GROUP", "NORP", "PER")
            if seen.start > mentions[second].span[0] and others:
                return None
        a, b = discourse.of[first], discourse.of[second]
        if a is None or b is None or a == b:
            return None
        key = (min(a, b), max(a, b))
        known = self._pair_of.get(key)
        if known is None:
            known = self._pair_of[key] = discourse.new("GROUP", "plur")
            known.label = discourse.text[mentions[first].span[0] : mentions[second].span[1]]
        return known

    def _own_side(self, index: int) -> Entity | None:
        """ "pihaknya": the body of the subject, or of the person who speaks."""
        for seen in self._discourse.recent(index, 2):
            entity = self._discourse.entities[seen.entity]
            if entity.type in ("ORG", "GPE", "GROUP") and seen.subject:
                return entity
            if entity.type in ("PER", "POST") and seen.subject:
                return self._offices.body(entity) or entity
        return None

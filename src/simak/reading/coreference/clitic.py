"""Clitics of the third person: whom the "nya" of "rumahnya", "memaksanya", "olehnya" means."""

from __future__ import annotations

from collections.abc import Callable, Container

from simak.reading.coreference.discourse import ANIMATE, Discourse, Entity
from simak.reading.coreference.speech import Speech

_NEAR = 15
_BEFORE_YANG = 6
_TITLE = 120
# Words that open a phrase in front of its sentence's subject.
_OPENING = frozenset(
    {"dalam", "di", "pada", "lewat", "melalui", "usai", "setelah", "sebelum", "sesudah", "selama"}
    | {"saat", "ketika", "sejak", "dengan", "dari", "atas", "demi", "untuk", "selain", "bersama"}
    | {"seusai", "selepas", "sepanjang", "meski", "karena", "berkat", "terkait"}
)


class Clitics:
    """The clitics of a text, against what was mentioned before them.

    ``said`` and ``personal`` are as in :class:`~simak.reading.coreference.anaphora.Anaphora`;
    ``person`` reads a clitic as "ia" is read.
    """

    def __init__(
        self,
        discourse: Discourse,
        speech: Speech,
        said: Container[str],
        personal: Container[str],
        person: Callable[[int], Entity | None],
    ) -> None:
        self._discourse = discourse
        self._speech = speech
        self._said = said
        self._personal = personal
        self._person = person

    def resolve(self, index: int) -> Entity | None:
        """ "ujarnya" as a pronoun; elsewhere the subject before it: "Bupati ... pasukannya"."""
        discourse = self._discourse
        mention = discourse.mentions[index]
        position = discourse.position(mention)
        if position <= 0:
            return None
        host = discourse.surface.words[position - 1]
        spoken = host.lower in self._said or host.lower.startswith("di")
        if position > 1 and not spoken and discourse.surface.lower(position - 2) == "yang":
            return self._of_relative(index, position - 2) if host.pos == "NOUN" else None
        if index in self._speech.saying or host.lower in self._said:
            return self._person(index)
        if host.pos == "ADP" or (host.pos == "VERB" and host.lower.startswith("di")):
            return self._person(index)
        if discourse.quoted[index] >= 0:
            return self._quoted(index)
        here = discourse.sentence[index]
        if host.lower.startswith("me") and host.pos != "PROPN":
            return self._object(index)
        ahead = self._ahead(index, position)
        if ahead is not None:
            return ahead
        owners = ("PER", "POST") if host.lower in self._personal else ANIMATE
        inner = discourse.unnamed_subject(position)
        agent: Entity | None = None
        for seen in discourse.recent(index, 1):
            entity = discourse.entities[seen.entity]
            if entity.type not in owners or not seen.subject:
                continue
            if seen.end > mention.span[0] or seen.quoted >= 0:
                continue
            if seen.sentence == here and seen.agent and entity.type not in ("PER", "POST"):
                agent = agent or entity  # "Sutini ditangkap polisi di rumahnya": hers
                continue
            if seen.sentence == here:
                return None if inner is not None and inner > seen.start else entity
            if agent is not None:
                break
            return entity if inner is None and not seen.told else None
        return agent

    def _of_relative(self, index: int, yang: int) -> Entity | None:
        """ "warga yang rumahnya ...": what the clause belongs to, if that is an actor."""
        discourse = self._discourse
        words = discourse.surface.words
        if yang == 0:
            return None
        end, clitic = words[yang - 1].end, discourse.mentions[index].span[1]
        best: tuple[int, int] | None = None
        for other in range(index - 1, max(-1, index - _BEFORE_YANG), -1):
            start, close = discourse.mentions[other].span
            holds = close == end or (start < end and close >= clitic)
            if holds and discourse.of[other] is not None and (best is None or start < best[0]):
                best = start, other
        where = discourse.of[best[1]] if best is not None else None
        return discourse.entities[where] if where is not None else None

    def _ahead(self, index: int, position: int) -> Entity | None:
        """ "Dalam keterangannya, Bupati ...": the subject behind a phrase that opens a sentence."""
        discourse = self._discourse
        words = discourse.surface.words
        sentence = words[position].sentence
        first = position
        while first > 0 and words[first - 1].sentence == sentence and position - first < _NEAR:
            first -= 1
        if not words[first].initial or words[first].lower not in _OPENING:
            return None
        comma = position + 1
        while comma < len(words) and words[comma].text != "," and comma - position < _NEAR:
            if words[comma].sentence != sentence or words[comma].pos in ("VERB", "AUX"):
                return None
            comma += 1
        if comma + 1 >= len(words) or words[comma].text != ",":
            return None
        begin = words[first].start
        for other in discourse.inside(begin, words[position].start):
            if discourse.of[other] is not None:
                return None  # "Dalam pertemuan Sutini dengan istrinya, ..."
        start = words[comma + 1].start
        for other in discourse.inside(start, start + _TITLE):
            mention = discourse.mentions[other]
            opens = min((r.span[0] for r in discourse.roles_of.get(other, ())), default=start + 1)
            honoured = discourse.text[start : mention.span[0]].split()
            if start not in (mention.span[0], opens) and len(honoured) > 1:
                continue
            where = discourse.of[other]
            if where is not None and discourse.entities[where].type in ("PER", "POST", "ORG"):
                return discourse.entities[where]
            if mention.kind == "pronoun" and mention.number == "sing" and mention.person == 3:
                return self._person(other)
        return None

    def _quoted(self, index: int) -> Entity | None:
        """In a quotation "nya" is whom it named before, never its speaker."""
        discourse = self._discourse
        speaking = self._speech.around(index)
        host = discourse.surface.words[discourse.position(discourse.mentions[index]) - 1]
        is_object = host.lower.startswith("me") and host.pos == "VERB"
        for seen in discourse.recent(index, 1):
            if seen.quoted != discourse.quoted[index]:
                break
            entity = discourse.entities[seen.entity]
            if is_object and seen.sentence == discourse.sentence[index]:
                is_object = False  # who does it
                continue
            if seen.end > discourse.mentions[index].span[0] or seen.entity == speaking:
                continue
            if entity.type in ("PER", "POST") or (seen.subject and entity.type in ANIMATE):
                return entity
        return None

    def _object(self, index: int) -> Entity | None:
        """ "memaksanya": the one before it who is not the subject of that verb."""
        discourse = self._discourse
        here = discourse.sentence[index]
        before = [
            seen
            for seen in discourse.recent(index, 1)
            if seen.sentence == here and seen.end <= discourse.mentions[index].span[0]
        ]
        nearest = next((seen for seen in before if seen.subject), before[0] if before else None)
        doer = nearest.entity if nearest is not None else None
        found: dict[int, Entity] = {}
        for seen in discourse.recent(index, 1):
            entity = discourse.entities[seen.entity]
            if entity.type not in ANIMATE or seen.end > discourse.mentions[index].span[0]:
                continue
            if seen.quoted < 0 and seen.entity != doer:
                found.setdefault(seen.entity, entity)
        persons = [e for e in found.values() if e.type in ("PER", "POST")]
        if len(persons) == 1:
            return persons[0]
        return next(iter(found.values())) if len(found) == 1 and not persons else None

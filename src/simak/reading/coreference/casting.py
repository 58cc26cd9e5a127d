"""Casting: from the entities of an article to its cast."""

from __future__ import annotations

from collections.abc import Sequence

from simak.reading.coreference.discourse import Discourse, Entity
from simak.reading.finding import Cast, Referent
from simak.reading.naming import NameClusters, plain
from simak.record import Link


def cast(discourse: Discourse, names: NameClusters) -> Cast:
    """Return the referents in the order of their first mentions; places have no links yet."""
    for entity in discourse.entities:
        entity.mentions = sorted(
            {index for index in entity.mentions if discourse.of[index] == entity.index}
        )
    alive = [entity for entity in discourse.entities if entity.mentions]
    alive.sort(key=lambda entity: discourse.mentions[entity.mentions[0]].span)
    place_of = {entity.index: number for number, entity in enumerate(alive)}
    caster = _Caster(discourse, names)
    referents = tuple(caster.referent(entity, place_of) for entity in alive)
    return Cast(referents, _further_words(discourse, alive))


def _further_words(discourse: Discourse, alive: Sequence[Entity]) -> tuple[tuple[int, int], ...]:
    """Map all words of a name, and the title before it, to the referent."""
    names: list[tuple[int, int]] = []
    titles: list[tuple[int, int]] = []
    for number, entity in enumerate(alive):
        for index in entity.mentions:
            mention = discourse.mentions[index]
            if mention.kind in ("name", "acronym", "title"):
                names += [(t.i, number) for t in discourse.page.tokens_in(mention.span)]
            for role in discourse.roles_of.get(index, ()):
                if role.span[0] < mention.span[0]:
                    titles += [(t.i, number) for t in discourse.page.tokens_in(role.span)]
    return (*names, *titles)


class _Caster:
    def __init__(self, discourse: Discourse, names: NameClusters) -> None:
        self._discourse = discourse
        self._names = names

    def referent(self, entity: Entity, place_of: dict[int, int]) -> Referent:
        """Return an entity with its names, link and offices; ``place_of`` numbers referents."""
        mentions, words = self._discourse.mentions, self._discourse.words
        forms: list[str] = []
        acronym: str | None = None
        for index in entity.mentions:
            if mentions[index].kind == "name" and words(index) not in forms:
                forms.append(words(index))
            elif mentions[index].kind == "acronym" and acronym is None:
                acronym = words(index)
        name = self._name(entity, forms, acronym)
        members = tuple(
            (position, place_of[entity.members[index]])
            for position, index in enumerate(entity.mentions)
            if index in entity.members and entity.members[index] in place_of
        )
        return Referent(
            type=entity.type,
            name=name,
            mentions=tuple(mentions[i] for i in entity.mentions),
            aliases=tuple(form for form in forms if form != name),
            acronym=acronym,
            roles=tuple(sorted(entity.roles, key=lambda role: role.span)),
            link=self._link(entity, forms or ([acronym] if acronym else [])),
            members=members,
            confidence=0.9 if entity.named else 0.5,
        )

    def _name(self, entity: Entity, forms: Sequence[str], acronym: str | None) -> str:
        """Return the fullest name; without one, the acronym or what it stands for, or words."""
        if entity.label is not None:
            return entity.label
        full = [form for form in forms if plain(form) == form] or forms
        if full:
            return max(full, key=lambda form: (len(form), not form.isupper()))
        if acronym is not None and not entity.head:
            return acronym  # no description in front of its brackets
        for index in entity.mentions:
            if self._discourse.mentions[index].kind in ("description", "title"):
                return self._discourse.words(index)
        return acronym or self._discourse.words(entity.mentions[0])

    def _link(self, entity: Entity, forms: Sequence[str]) -> Link | None:
        if not entity.named:
            return None
        for form in forms:
            actor = self._names.actor(form)
            if actor is not None and actor.link is not None and actor.type == entity.type:
                return actor.link
        if entity.type == "GPE":
            unit = next((u for form in forms if (u := self._names.unit(form)) is not None), None)
            if unit is not None:
                return Link(authority=unit.authority, id=unit.id, basis="lexicon")
        return None

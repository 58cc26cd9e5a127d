"""Descriptions: which "pemerintah", "kota tersebut", "partai itu" is one mentioned before."""

from __future__ import annotations

from collections.abc import Sequence

from simak.lexicon import Lexicon
from simak.reading.coreference.anaphora import Anaphora
from simak.reading.coreference.discourse import LOOK_BACK, Discourse, Entity
from simak.reading.coreference.office import LEFT_OUT, Offices
from simak.reading.coreference.speech import Speech
from simak.reading.name_word import is_common
from simak.reading.nominal import DEMONSTRATIVES
from simak.reading.place import fold

_STATES = frozenset({"negara", "negeri", "republik", "kerajaan"})
_TOWNS = frozenset({"kota", "ibu", "ibukota"})
_PROVINCES = frozenset({"provinsi", "kabupaten", "desa", "kecamatan", "kelurahan", "kampung"})
_BOTH = frozenset({"pihak", "negara", "kubu", "belah"})
_OURS = frozenset({"kami", "kita", "saya"})
_SIDES = frozenset({"pihak", "kaum", "kubu", "kelompok", "aliansi"})


class NounKinds:
    """Nouns that may take each other's place with "tersebut" (``noun_kind.tsv``)."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._kinds = {
            row["noun"]: row["kind"] for row in lexicon.rows("noun_kind.tsv", ("noun", "kind"))
        }

    def same(self, noun: str, other: str) -> bool:
        """Tell whether both nouns are of one kind: "delegasi" and "perwakilan"."""
        return noun in self._kinds and self._kinds[noun] == self._kinds.get(other)


class Descriptions:
    """The descriptions of one article. ``states`` are its states by the lexicon's name."""

    def __init__(
        self,
        kinds: NounKinds,
        discourse: Discourse,
        anaphora: Anaphora,
        speech: Speech,
        offices: Offices,
        states: dict[str, Entity],
    ) -> None:
        self._kinds = kinds
        self._discourse = discourse
        self._anaphora = anaphora
        self._speech = speech
        self._offices = offices
        self._states = states

    def note(self, entity: Entity, index: int) -> None:
        """Let a description that a name's brackets join to an entity describe it."""
        if not entity.head:
            entity.head, entity.modifiers = self._content(index)

    def resolve(self, index: int) -> Entity:
        """Return what a description means: something mentioned before, or something new."""
        mention = self._discourse.mentions[index]
        words = self._discourse.words(index).lower().split()
        shown = words[-1] in DEMONSTRATIVES
        head, modifiers = self._content(index)
        found: Entity | None = None
        if head == "pemerintah" and (mention.type == "GPE" or not modifiers):
            found = self._government(index)
        if found is None and mention.type == "GPE" and shown:
            found = self._place_shown(words)
        if found is None and mention.type == "GPE" and head in _STATES:
            found = self._own_state(index, words[-1])
        if found is None and mention.type == "PER" and (shown or words[0] == "sang"):
            person = self._anaphora.person(index)
            found = person if person is not None and not person.head else None
        if found is None and mention.type == "ORG" and shown:
            found = self._body_shown(index, head)
        found = found or self._same(index, head, modifiers, shown)
        if found is None:
            found = self._discourse.new(mention.type or "GROUP", mention.number)
            found.head, found.modifiers = head, modifiers
        return found

    def _content(self, index: int) -> tuple[str, frozenset[str]]:
        """Return the head noun of a description and the other words that tell it apart."""
        discourse = self._discourse
        parts = fold(discourse.words(index)).replace("(", " ").split()
        head = discourse.page.doc[discourse.mentions[index].head].text.lower()
        first, hyphen, second = head.partition("-")
        if hyphen and first == second:
            head = first
        content = [p for p in parts if p not in LEFT_OUT and not p.isdigit() and p != "nya"]
        if "kedua" in content and head in _BOTH:
            return "kedua", frozenset()
        if head in _SIDES:
            named = [p for p in content if p != head]
            if named:
                head, content = named[0], named
        return head, frozenset(p for p in content if p != head)

    def _entities_before(self) -> list[Entity]:
        seen = reversed(self._discourse.seen[-LOOK_BACK:])
        return [self._discourse.entities[one.entity] for one in seen]

    def _government(self, index: int) -> Entity | None:
        """ "pemerintah": the state last spoken of as a government, else the last state."""
        start = self._discourse.mentions[index].span[0]
        states = [e for e in self._entities_before() if e.type == "GPE" and e.country]
        for entity in states:
            if entity.governs is not None and entity.governs < start:
                return entity
        if len(self._states) == 1:
            return next(iter(self._states.values()))
        return self._states.get("Indonesia", states[0] if states else None)

    def _own_state(self, index: int, owner: str) -> Entity | None:
        """ "negaranya", "negara kami": the state of the person it belongs to."""
        person: Entity | None = None
        if owner in _OURS:
            speaker = self._speech.around(index)
            person = self._discourse.entities[speaker] if speaker is not None else None
        elif owner.endswith("nya"):
            person = self._anaphora.person(index)
        return self._offices.state(person) if person is not None else None

    def _place_shown(self, words: Sequence[str]) -> Entity | None:
        """ "negeri itu", "kota tersebut": the last place of that kind."""
        for entity in self._entities_before():
            if entity.type != "GPE":
                continue
            if words[0] in _STATES and entity.country:
                return entity
            if words[0] in _TOWNS and entity.city and entity.named:
                return entity
            if words[0] in _PROVINCES and any(
                self._discourse.words(i).lower().startswith(words[0]) for i in entity.mentions[:3]
            ):
                return entity
        return None

    def _body_shown(self, index: int, head: str) -> Entity | None:
        """ "partai itu", "perusahaan tersebut": the last body that may be called so."""
        discourse = self._discourse
        fallback: Entity | None = None
        for seen in discourse.recent(index, 3):
            entity = discourse.entities[seen.entity]
            if entity.type != "ORG" or not entity.named:
                continue
            names = [discourse.words(i).lower() for i in entity.mentions[:4]]
            if any(name.split()[0] == head for name in names):
                return entity
            near = seen.subject or seen.sentence == discourse.sentence[index] - 1
            if fallback is None and near:
                fallback = entity
        return fallback

    def _same(self, index: int, head: str, modifiers: frozenset[str], shown: bool) -> Entity | None:
        """Return the entity described before in the same words, or in fewer or more of them."""
        mention = self._discourse.mentions[index]
        for entity in self._entities_before():
            if shown and mention.type == entity.type == "GROUP" and entity.head != head:
                if self._kinds.same(head, entity.head):
                    return entity
                continue
            if entity.head != head or (entity.named and not shown and entity.type != mention.type):
                continue
            if entity.modifiers == modifiers or (shown and modifiers <= entity.modifiers):
                return entity
            if entity.type in ("GROUP", "NORP") and not modifiers and len(entity.modifiers) <= 2:
                return entity
            if mention.type == "GROUP" and not entity.modifiers and len(modifiers) == 1:
                only = next(iter(modifiers))
                if is_common(only):
                    return entity
        return None

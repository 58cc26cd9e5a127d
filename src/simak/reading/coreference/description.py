"""Descriptions: which "pemerintah", "kota tersebut", "partai itu" is one mentioned before."""

from __future__ import annotations

from collections.abc import Sequence

from simak.lexicon import Lexicon
from simak.reading.coreference.anaphora import Anaphora
from simak.reading.coreference.body import BodyClasses
from simak.reading.coreference.discourse import LOOK_BACK, Discourse, Entity
from simak.reading.coreference.number import TAKEN_UP, count
from simak.reading.coreference.office import LEFT_OUT, Offices
from simak.reading.coreference.speech import Speech
from simak.reading.name_word import is_common
from simak.reading.noun import KIN
from simak.reading.place import fold

_STATES = frozenset({"negara", "negeri", "republik", "kerajaan"})
_TOWNS = frozenset({"kota", "ibu", "ibukota"})
_PROVINCES = frozenset({"provinsi", "kabupaten", "desa", "kecamatan", "kelurahan", "kampung"})
_KINDS_OF_PLACE = {"provinsi": "province", "kabupaten": "regency"}
_BOTH = frozenset({"pihak", "negara", "kubu", "belah"})
_OURS = frozenset({"kami", "kita", "saya"})
_SIDES = frozenset({"pihak", "kaum", "kubu", "kelompok", "aliansi"})
# "pemerintah kota": the town's own government.
_LOCAL = {
    "kota": ("city",),
    "kabupaten": ("regency", "city"),
    "daerah": ("city", "regency", "province"),
    "provinsi": ("province",),
}
_SHORT = {"pemkot": "kota", "pemkab": "kabupaten", "pemprov": "provinsi", "pemda": "daerah"}
_ACCUSED = frozenset({"terdakwa", "tersangka", "terpidana", "terlapor"})
_SEVERAL = frozenset({"dua", "kedua", "tiga", "ketiga", "empat", "keempat", "lima", "kelima"})
_ANYBODY = frozenset({"orang"})
_CLIENT = "klien"
_POLICE = "police"
_OFFICERS = frozenset({"aparat", "petugas", "jajaran"})
_OF_STATE = ("ministry", "police", "prosecution", "parliament", "military")
_LAWYERS = ("kuasa hukum", "pengacara", "penasihat hukum", "advokat")
# Groups of bodies and states, which no "ketiga orang" takes up.
_BODIES = frozenset({"negara", "kelompok", "pihak", "kubu", "tim", "delegasi", "kedua"})
_FAR = 6
_WITH = frozenset({"dengan", "kepada", "terhadap", "oleh"})
_NEAR = 2
_DOMINANT = 3


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
        bodies: BodyClasses,
        discourse: Discourse,
        anaphora: Anaphora,
        speech: Speech,
        offices: Offices,
        states: dict[str, Entity],
    ) -> None:
        self._kinds = kinds
        self._bodies = bodies
        self._discourse = discourse
        self._anaphora = anaphora
        self._speech = speech
        self._offices = offices
        self._states = states
        self._forces: list[Entity] | None = None

    def note(self, entity: Entity, index: int) -> None:
        """Let a description that a name's brackets join to an entity describe it."""
        if not entity.head:
            entity.head, entity.modifiers = self._content(index)

    def resolve(self, index: int) -> Entity:
        """Return what a description means: something mentioned before, or something new."""
        mention = self._discourse.mentions[index]
        words = self._discourse.words(index).lower().split() or [""]  # a mere invisible mark
        shown = self._discourse.is_shown(index)
        head, modifiers = self._content(index)
        found: Entity | None = None
        if (
            head == "pemerintah"
            and not words[-1].endswith("nya")
            and (mention.type == "GPE" or not modifiers)
        ):
            found = self._government(index)
        if found is None and mention.type == "GPE" and shown:
            found = self._place_shown(words)
        owned = head == "pemerintah" and words[-1].endswith("nya")
        if found is None and mention.type == "GPE" and (head in _STATES or owned):
            found = self._own_state(index, words[-1])
        if found is None and head == "pemerintah" and modifiers:
            found = self._local_government(modifiers)
        if found is None and head in _SHORT and not modifiers:
            found = self._local_government(frozenset({_SHORT[head]}))
        if found is None and mention.type == "PER" and (shown or _is_sang(words)):
            others = {self._discourse.of[i] for i in self._discourse.inside(*mention.span)}
            others.add(self._speech.teller(index))  # of himself he would not speak so
            others |= self._anaphora.acts_here(index)
            others |= self._beside(index)
            alike = self._anaphora.person(
                index,
                lambda entity: entity.index not in others and self._offices.is_alike(entity, head),
            )
            person = alike or self._anaphora.person(
                index, lambda entity: entity.index not in others
            )
            found = person if person is not None and not person.head else None
        if found is None and head == _CLIENT:
            found = self._client(index)
        if found is None and head in _ACCUSED and not modifiers and len(words) == 1:
            found = self._accused(index)
        kind = self._bodies.of_noun(head)
        if found is None and kind is not None and mention.type in ("ORG", "GROUP"):
            if shown and words[0] not in _SEVERAL and not words[0].isdigit():
                found = self._body_shown(index, head, kind)
            elif words[-1].endswith("nya") and len(words) == 1:
                found = self._owned_body(index, kind)
            elif not modifiers and len(words) == 1 and (mention.type == "ORG" or kind == _POLICE):
                found = self._own_body(index, kind) or self._only_body(kind)
        whole = words[0] in (head, "pihak") and not count(self._discourse.words(index))
        if found is None and whole and mention.type in ("ORG", "GROUP"):
            found = self._police(head, modifiers)
        if found is None and mention.type == "LOC" and shown:
            found = self._site_shown(head)
        found = found or self._same(index, head, modifiers, shown)
        found = found or self._taken_up(index, head, words)
        if found is None:
            found = self._discourse.new(mention.type or "GROUP", mention.number)
            found.head, found.modifiers = head, modifiers
            found.count = count(self._discourse.words(index))
        return found

    def _beside(self, index: int) -> frozenset[int]:
        """Return who is named before "dengan" in the sentence: "Sutini dengan pria itu" are two."""
        discourse = self._discourse
        position = discourse.position(discourse.mentions[index])
        if discourse.surface.lower(position - 1) not in _WITH:
            return frozenset()
        here = discourse.sentence[index]
        return frozenset(s.entity for s in discourse.recent(index, 0) if s.sentence == here)

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
        speaker = self._speech.teller(index)
        if speaker is not None:
            person = self._discourse.entities[speaker]
            own = self._offices.state(person) if person.type in ("PER", "POST") else None
            if own is not None and own.country:
                return own
            if person.type in ("PER", "POST") and self._serves_home(person):
                return self._states.get("Indonesia")
        states = [e for e in self._entities_before() if e.type == "GPE" and e.country]
        for entity in states:
            if entity.governs is not None and entity.governs < start:
                return entity
        if len(self._states) == 1:
            return next(iter(self._states.values()))
        if not states:
            governed = self._offices.of_states()
            return self._discourse.entities[governed[0]] if len(governed) == 1 else None
        return self._states.get("Indonesia", states[0])

    def _serves_home(self, person: Entity) -> bool:
        """Tell whether a person holds an office of a body of state that is named without a state.

        In Indonesian news that is Indonesia: "Direktur Jenderal ... Kementerian Kelautan".
        """
        body = self._offices.body(person)
        if body is None or self._bodies.of(self._discourse, body) not in _OF_STATE:
            return False
        names = {fold(self._discourse.words(i)) for i in body.mentions[:4]}
        return not any(fold(state) in name for state in self._states for name in names)

    def _own_state(self, index: int, owner: str) -> Entity | None:
        """ "negaranya", "negara kami": the state of the person it belongs to."""
        person: Entity | None = None
        if owner in _OURS:
            speaker = self._speech.around(index)
            person = self._discourse.entities[speaker] if speaker is not None else None
        elif owner.endswith("nya"):
            person = self._anaphora.owner(index)
            if person is None or person.type not in ("PER", "POST", "GPE"):
                person = self._anaphora.person(index)
        if person is None or person.type not in ("PER", "POST"):
            return person if person is not None and person.country else None
        return self._offices.state(person)

    def _place_shown(self, words: Sequence[str]) -> Entity | None:
        """ "negeri itu", "kota tersebut": the last place of that kind."""
        for entity in self._entities_before():
            if entity.type != "GPE":
                continue
            if words[:2] == ["negara", "bagian"]:
                if entity.named and not entity.country:
                    return entity
                continue
            if words[0] in _STATES and entity.country:
                return entity
            if words[0] in _TOWNS and entity.city and entity.named:
                return entity
            if entity.kind is not None and entity.kind == _KINDS_OF_PLACE.get(words[0]):
                return entity
            if words[0] in _PROVINCES and any(
                self._discourse.words(i).lower().startswith(words[0]) for i in entity.mentions[:3]
            ):
                return entity
        return None

    def _body_shown(self, index: int, head: str, kind: str) -> Entity | None:
        """ "partai itu", "perusahaan tersebut": the last body that may be called so."""
        discourse = self._discourse
        fallback: Entity | None = None
        far: Entity | None = None
        here = discourse.sentence[index]
        for seen in reversed(discourse.seen[-LOOK_BACK:]):
            entity = discourse.entities[seen.entity]
            if entity.type != "ORG" or not entity.named:
                continue
            names = [discourse.words(i).lower() for i in entity.mentions[:4]]
            other = self._bodies.of(discourse, entity)
            if any(name.split()[0] == head for name in names) or other == kind:
                if here - seen.sentence <= _NEAR:
                    return entity
                far = far or entity
            elif other is None and here - seen.sentence <= _NEAR:
                near = seen.subject or seen.sentence == here - 1
                fallback = fallback or (entity if near else None)
        return fallback or far

    def _owned_body(self, index: int, kind: str) -> Entity | None:
        """ "partainya": the body of that class that the owner speaks for."""
        owner = self._anaphora.owner(index)
        if owner is None or owner.type not in ("PER", "POST"):
            return None
        body = self._offices.body(owner)
        if body is not None and self._bodies.of(self._discourse, body) in (kind, None):
            return body
        return None

    def _own_body(self, index: int, kind: str) -> Entity | None:
        """ "perusahaan" in what a person says who speaks for one."""
        speaker = self._speech.teller(index)
        if speaker is None:
            return None
        person = self._discourse.entities[speaker]
        body = self._offices.body(person) if person.type in ("PER", "POST") else None
        if body is not None and self._bodies.of(self._discourse, body) == kind:
            return body
        return None

    def _only_body(self, kind: str) -> Entity | None:
        """ "perusahaan" alone: the only body of that class so far, or the one that is the topic."""
        found: dict[int, Entity] = {}
        for entity in self._entities_before():
            told = entity.type == "ORG" and entity.named
            if told and self._bodies.of(self._discourse, entity) == kind:
                found.setdefault(entity.index, entity)
        most = sorted(found.values(), key=lambda entity: -len(entity.mentions))[:2]
        if len(most) == 2 and len(most[0].mentions) < _DOMINANT * len(most[1].mentions):
            return None
        return most[0] if most else None

    def _is_police(self, head: str, modifiers: frozenset[str]) -> bool:
        """Tell whether words name the police and no more: "pihak kepolisian", "aparat polisi"."""
        if head in _OFFICERS and len(modifiers) == 1:
            head, modifiers = next(iter(modifiers)), frozenset()
        return not modifiers and self._bodies.of_noun(head) == _POLICE

    def _police(self, head: str, modifiers: frozenset[str]) -> Entity | None:
        """ "polisi": the only force that the article names, before or after; else "kepolisian"."""
        if not self._is_police(head, modifiers):
            return None
        if self._forces is None:  # all names are known before the first description is read
            self._forces = [
                entity
                for entity in self._discourse.entities
                if entity.type == "ORG"
                and entity.named
                and self._bodies.of(self._discourse, entity) == _POLICE
            ]
        # One that is named in passing need not be the one that acts.
        if len(self._forces) == 1 and len(self._forces[0].mentions) > 1 and head not in _OFFICERS:
            return self._forces[0]
        for entity in self._entities_before():
            unnamed = entity.type in ("ORG", "GROUP") and not entity.named and not entity.count
            if unnamed and self._is_police(entity.head, entity.modifiers):
                return entity
        return None

    def _site_shown(self, head: str) -> Entity | None:
        """ "pulau itu", "hutan tersebut": the last site whose name begins so."""
        for entity in self._entities_before():
            if entity.type in ("LOC", "GPE") and entity.named:
                names = [self._discourse.words(i).lower() for i in entity.mentions[:3]]
                if any(name.split()[0] == head for name in names):
                    return entity
        return None

    def _local_government(self, modifiers: frozenset[str]) -> Entity | None:
        """ "pemerintah kota", "Pemkot": the town, if it is the only one that an office is held of.

        Or the only one that the article names. A place that is known to be of another kind is
        none: "Pemkot" is no province's.
        """
        kinds = {kind for word in modifiers for kind in _LOCAL.get(word, ())}
        if not kinds or len(modifiers) != 1:
            return None
        found: dict[int, Entity] = {}
        for entity in self._entities_before():
            fits = entity.kind is None or entity.kind in kinds
            if entity.type == "GPE" and entity.named and not entity.country and fits:
                found.setdefault(entity.index, entity)
        governed = [e for i, e in found.items() if i in self._offices.governed()]
        if len(governed) == 1:
            return governed[0]
        return next(iter(found.values())) if len(found) == 1 else None

    def _client(self, index: int) -> Entity | None:
        """ "kliennya": the person named behind the office of the lawyer who speaks of him."""
        discourse = self._discourse
        lawyer = self._speech.teller(index)
        if lawyer is None:
            return None
        for role in discourse.entities[lawyer].roles:
            if not role.title.lower().startswith(_LAWYERS):
                continue
            for inner in discourse.inside(role.span[0], role.span[1] + 40):
                other = discourse.of[inner]
                if other is not None and other != lawyer:
                    if discourse.entities[other].type in ("PER", "ORG", "GROUP"):
                        return discourse.entities[other]
                    break
        for first in discourse.entities[lawyer].mentions[:2]:
            start = discourse.mentions[first].span[0]
            before = discourse.text[max(0, start - 60) : start].lower()
            at = max(before.rfind(word) for word in _LAWYERS)
            if at < 0:
                continue
            begin = max(0, start - 60) + at
            for inner in discourse.inside(begin, start):
                other = discourse.of[inner]
                if other is not None and discourse.entities[other].type == "PER":
                    return discourse.entities[other]
        return None

    def _accused(self, index: int) -> Entity | None:
        """ "terdakwa" alone: the one person nearby who is not the one who speaks of him."""
        discourse = self._discourse
        speaker = self._speech.teller(index)
        found: dict[int, Entity] = {}
        for seen in discourse.recent(index, _FAR):
            entity = discourse.entities[seen.entity]
            silent = seen.entity != speaker and seen.entity not in self._speech.speakers
            if entity.type == "PER" and silent:
                found.setdefault(seen.entity, entity)
        return next(iter(found.values())) if len(found) == 1 else None

    def _taken_up(self, index: int, head: str, words: Sequence[str]) -> Entity | None:
        """ "ketiga tersangka": the last group of three, whatever it was called."""
        number = TAKEN_UP.get(words[0])
        if number is None or self._discourse.mentions[index].type != "GROUP":
            return None
        if head in _BODIES or self._bodies.of_noun(head) is not None:
            return None
        return self._anaphora.counted(index, number)

    def _same(self, index: int, head: str, modifiers: frozenset[str], shown: bool) -> Entity | None:
        """Return the entity described before in the same words, or in fewer or more of them."""
        mention = self._discourse.mentions[index]
        words = self._discourse.words(index)
        number = count(words)
        stem: frozenset[str] | None = None  # "pemberontak komunis yang ...": without its clause
        if " yang " in words:
            kept = frozenset(fold(words.partition(" yang ")[0]).split())
            stem = modifiers & kept or None
        for entity in self._entities_before():
            if shown and mention.type == entity.type == "GROUP" and entity.head != head:
                if self._kinds.same(head, entity.head):
                    return entity
                continue
            if head in _ANYBODY and not shown and not modifiers:
                continue
            if entity.head != head or (entity.named and not shown and entity.type != mention.type):
                continue
            if mention.number == "sing" and entity.number == "plur" and entity.type != mention.type:
                continue  # "perusahaan" is not "kedua perusahaan"
            if number and entity.count and number != entity.count:
                continue  # "12 orang" are not "88 orang"
            if stem is not None and entity.modifiers == stem:
                return entity
            if entity.modifiers == modifiers or (shown and modifiers <= entity.modifiers):
                return entity
            if entity.type in ("GROUP", "NORP") and not modifiers and len(entity.modifiers) <= 2:
                return entity
            if mention.type == "GROUP" and not entity.modifiers and len(modifiers) == 1:
                only = next(iter(modifiers))
                if is_common(only):
                    return entity
        return None


def _is_sang(words: Sequence[str]) -> bool:
    """Tell whether "sang ..." is the person in question: "sang aktor", not his "sang ayah"."""
    return words[0] == "sang" and len(words) > 1 and words[1] not in KIN

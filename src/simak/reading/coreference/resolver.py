"""The sieve: sure links first, then from left to right, first persons at last."""

from __future__ import annotations

from collections.abc import Sequence

from simak.lexicon import Lexicon
from simak.reading.actor import ActorList
from simak.reading.coreference.anaphora import Anaphora
from simak.reading.coreference.apposition import apposed
from simak.reading.coreference.body import BodyClasses
from simak.reading.coreference.casting import cast
from simak.reading.coreference.description import Descriptions, NounKinds
from simak.reading.coreference.discourse import Discourse, Entity
from simak.reading.coreference.office import Offices, TitleForms
from simak.reading.coreference.speech import Speech
from simak.reading.finding import Cast, Mention, Quotation, RoleFinding, StatementFinding
from simak.reading.naming import NameClusters, plain
from simak.reading.page import Page
from simak.reading.place import Gazetteer
from simak.reading.reporting import said_behind

_NO_PLACE_ACTS_AFTER = frozenset(
    {"di", "ke", "dari", "kota", "ibu", "ibukota", "dekat", "menuju", ",", "("}
)

# What a town does as a town: no act of its state.
_STATIVE = frozenset(
    {"menjadi", "jadi", "adalah", "merupakan", "memiliki", "berada", "terletak", "dilanda"}
    | {"diguyur", "mengalami", "diterjang", "terendam", "memanas", "dihuni", "dikenal"}
)


class Coreference:
    """Makes the cast of an article from its mentions.

    Statements may be empty; with them the speaker of the statement before is preferred for
    "ujarnya", and first persons find their speaker.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.actors = ActorList(lexicon)
        self.places = Gazetteer(lexicon)
        self.names = NameClusters(lexicon, self.actors, self.places)
        self.titles = TitleForms(lexicon)
        self.kinds = NounKinds(lexicon)
        self.bodies = BodyClasses(lexicon, self.actors)
        self.said = said_behind(lexicon)
        self.personal = frozenset(
            row["noun"] for row in lexicon.rows("clitic_person.tsv", ("noun",))
        )

    def read(
        self,
        page: Page,
        mentions: Sequence[Mention],
        roles: Sequence[RoleFinding],
        statements: Sequence[StatementFinding],
        quotations: Sequence[Quotation],
    ) -> Cast:
        """Return the referents in the order of their first mention."""
        discourse = Discourse(page, mentions, roles, quotations)
        run = _Run(self, discourse, Speech(discourse, statements))
        run.names()
        run.walk()
        return cast(discourse, self.names)


class _Run:
    """The work on one article."""

    def __init__(self, owner: Coreference, discourse: Discourse, speech: Speech) -> None:
        self._owner = owner
        self._discourse = discourse
        self._speech = speech
        self._states: dict[str, Entity] = {}
        self._offices = Offices(owner.titles, discourse)
        self._anaphora = Anaphora(discourse, speech, self._offices, owner.said, owner.personal)
        self._descriptions = Descriptions(
            owner.kinds,
            owner.bodies,
            discourse,
            self._anaphora,
            speech,
            self._offices,
            self._states,
        )

    def names(self) -> None:
        """Make an entity of each group of names and give it its offices."""
        discourse = self._discourse
        by_group: dict[int, Entity] = {}
        for index, group in enumerate(self._owner.names.group(discourse.text, discourse.mentions)):
            if group < 0:
                continue
            mention = discourse.mentions[index]
            entity = by_group.get(group)
            if entity is None:
                entity = by_group[group] = discourse.new(mention.type or "ORG", mention.number)
            discourse.put(index, entity)
            if mention.kind in ("name", "acronym"):
                self._named(entity, index)
                if mention.type == "PER":
                    entity.type = "PER"
                elif (mention.type, entity.type) == ("ORG", "GROUP"):
                    entity.type = "ORG"  # "kelompok pemberontak (PPRE)"
            else:
                self._descriptions.note(entity, index)
        for index, name in apposed(discourse):
            where = discourse.of[name]
            if where is not None and discourse.of[index] is None:
                entity = discourse.entities[where]
                if discourse.mentions[index].type == "PER":
                    entity.type = "PER"  # "berinisial BN": initials may look like a body
                discourse.put(index, entity)
                self._descriptions.note(entity, index)
        for entity in discourse.entities:
            if entity.type == "GPE" and not entity.country:
                place = self._owner.places.known(plain(discourse.words(entity.mentions[0])))
                entity.city = place is None or place.kind in ("city", "regency")
                entity.kind = place.kind if place is not None else None
            for index in entity.mentions:
                for role in discourse.roles_of.get(index, ()):
                    self._offices.give(entity, role)

    def _named(self, entity: Entity, index: int) -> None:
        words = self._discourse.words(index)
        entity.named = True
        if entity.governs is None and words[:10].lower() == "pemerintah":
            entity.governs = self._discourse.mentions[index].span[0]
        actor = self._owner.names.actor(words)
        if actor is not None and actor.type == "GPE":
            entity.country = True
            self._states.setdefault(actor.name, entity)

    def walk(self) -> None:
        """Resolve titles, descriptions, pronouns and clitics from left to right."""
        discourse = self._discourse
        for index in self._speech.saying:
            self._speech.note(index)
        for index, mention in enumerate(discourse.mentions):
            if discourse.of[index] is None and mention.person == 3:
                speaker = self._speech.speaks_later(index)
                if speaker is not None and discourse.of[speaker] is None:
                    self._refer(speaker)  # "... dia ...," ujarnya: whom he speaks of is another
                if discourse.of[index] is None:
                    self._refer(index)
            elif mention.kind == "name" and mention.type == "GPE":
                self._capital(index)
            self._speech.note(index)
            discourse.see(index, speaks=index in self._speech.saying, told=self._speech.told(index))
        self._speech.first_persons(self._offices)
        for index, mention in enumerate(discourse.mentions):
            where = discourse.of[index]
            if mention.person == 1 and where is not None:
                self._take_office(index, discourse.entities[where])

    def _refer(self, index: int) -> None:
        if self._discourse.mentions[index].person == 3:
            entity = self._resolve(index)
            if entity is not None:
                self._discourse.put(index, entity)
                self._take_office(index, entity)

    def _take_office(self, index: int, entity: Entity) -> None:
        """Give an office that is said of a pronoun to whom it means: "dia adalah ketua ..."."""
        if self._discourse.mentions[index].kind == "pronoun" and entity.type == "PER":
            for role in self._discourse.roles_of.get(index, ()):
                self._offices.give(entity, role)

    def _resolve(self, index: int) -> Entity | None:
        kind = self._discourse.mentions[index].kind
        if kind == "title":
            return self._title(index)
        if kind == "description":
            return self._descriptions.resolve(index)
        named = self._in_brackets(index)
        if named is not None:
            return named
        return self._anaphora.resolve(index)

    def _in_brackets(self, index: int) -> Entity | None:
        """ "yang bersangkutan (Sutini)": whom the brackets behind a pronoun name."""
        discourse = self._discourse
        end = discourse.mentions[index].span[1]
        closing = {" (": ")", " [": "]"}.get(discourse.text[end : end + 2])
        if closing is None:
            return None
        for other in discourse.inside(end + 2, end + 80)[:1]:
            start, close = discourse.mentions[other].span
            where = discourse.of[other]
            if (
                start == end + 2
                and discourse.text[close : close + 1] == closing
                and where is not None
            ):
                return discourse.entities[where]
        return None

    def _title(self, index: int) -> Entity:
        """A title said alone: who holds it; with "itu", the last person; else somebody unnamed."""
        start, end = self._discourse.mentions[index].span
        inner = [
            other
            for other in self._discourse.inside(start, end)
            if other != index and self._discourse.mentions[other].kind == "description"
        ]
        for other in inner:
            if self._discourse.of[other] is None:
                self._refer(other)
        shown = not any(self._discourse.mentions[other].span[1] == end for other in inner)
        title, body = self._offices.title(index)
        holder = self._offices.holder(index, title, body)
        if holder is not None:
            return holder
        if shown and self._discourse.is_shown(index):
            acting = self._anaphora.acts_here(index)

            def fits(entity: Entity) -> bool:
                return (
                    entity.index not in acting
                    and not self._tells(index, entity)
                    and not self._offices.conflict(entity, title, body)
                )

            # "mantan pelatih Elok itu": a trainer, if one is spoken of
            alike = self._anaphora.person(
                index, lambda entity: fits(entity) and self._offices.is_alike(entity, title)
            )
            person = alike or self._anaphora.person(index, fits)
            if person is not None and person.type == "PER":
                for role in self._discourse.roles_of.get(index, ()):
                    self._offices.give(person, role)
                return person
        goes_on = self._speech.before(index) if self._speech.continues(index) else None
        if (
            goes_on is not None
            and goes_on.type == "PER"
            and not self._offices.conflict(goes_on, title, body)
        ):
            for role in self._discourse.roles_of.get(index, ()):
                self._offices.give(goes_on, role)
            return goes_on
        return self._offices.vacant(index, title)

    def _tells(self, index: int, entity: Entity) -> bool:
        """Tell whether somebody says what holds a mention, himself or for his body."""
        teller = self._speech.teller(index)
        if teller is None or entity.index == teller:
            return teller is not None
        body = self._offices.body(entity)
        return body is not None and body.index == teller

    def _capital(self, index: int) -> None:
        """Let a capital that acts ("Riyadh menolak") stand for its state, if the text has it."""
        where = self._discourse.of[index]
        if where is None or self._discourse.entities[where].country:
            return
        actor = self._owner.actors.of_capital(self._discourse.words(index))
        if actor is None or not (index in self._speech.saying or self._acts(index)):
            return
        state = self._states.get(actor.name)
        if state is not None:
            self._discourse.put(index, state)

    def _acts(self, index: int) -> bool:
        """Tell whether a place's name is the subject of a verb, with no preposition before it."""
        surface = self._discourse.surface
        position = self._discourse.position(self._discourse.mentions[index])
        if position < 0 or surface.lower(position - 1) in _NO_PLACE_ACTS_AFTER:
            return False
        after = position + 1
        if after < len(surface) and surface.words[after].pos == "ADV":
            after += 1
        follows = after < len(surface) and surface.words[after].pos in ("VERB", "AUX")
        if follows and surface.lower(after) in _STATIVE:
            return False
        return follows and self._discourse.is_subject(index)

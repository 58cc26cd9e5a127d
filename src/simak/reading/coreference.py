"""Coreference: which mentions are one actor or place, over the whole article.

In the manner of a sieve (Lee et al. 2013, "Deterministic coreference resolution based on
entity-centric, precision-ranked rules"): sure links first (names, acronyms, offices), then left to
right descriptions, pronouns and clitics against what was mentioned before, by type, number, the
subject of the sentence, recency and who spoke last; first persons in quotations at last. Where
nothing fits, a mention stays unresolved: an unresolved pronoun makes no entity.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from simak.lexicon import Lexicon
from simak.reading.acronym import abbreviates
from simak.reading.actor import ActorList
from simak.reading.evidence import Context
from simak.reading.finding import (
    Cast,
    Mention,
    Number,
    Quotation,
    Referent,
    RoleFinding,
    StatementFinding,
)
from simak.reading.name_word import is_common
from simak.reading.naming import NameClusters, plain
from simak.reading.nominal import DEMONSTRATIVES
from simak.reading.page import Page
from simak.reading.place import Gazetteer, fold
from simak.reading.surface import Surface, surface_of
from simak.record import EntityType, Link, Span

_ANIMATE: frozenset[EntityType] = frozenset({"PER", "ORG", "GPE", "GROUP", "NORP", "POST"})
_PLURAL_TYPES: frozenset[EntityType] = frozenset({"GROUP", "NORP", "ORG", "GPE"})
_STATES = frozenset({"negara", "negeri", "republik", "kerajaan"})
_TOWNS = frozenset({"kota", "ibu", "ibukota"})
_PROVINCES = frozenset({"provinsi", "kabupaten", "desa", "kecamatan", "kelurahan", "kampung"})
_ARTICLES = frozenset(
    {"sang", "si", "para", "semua", "seluruh", "pihak", "kaum", "ribuan", "ratusan"}
)
_LEFT_OUT = DEMONSTRATIVES | _ARTICLES | frozenset({"sejumlah", "beberapa", "puluhan", "banyak"})
_FORMER = ("mantan ", "eks ", "bekas ")
_REACH = 4
_LOOK_BACK = 60


@dataclass(slots=True)
class _Entity:
    """One actor or place as it grows."""

    index: int
    type: EntityType
    mentions: list[int] = field(default_factory=list)
    roles: list[RoleFinding] = field(default_factory=list)
    number: Number | None = None
    head: str = ""
    modifiers: frozenset[str] = frozenset()
    members: dict[int, int] = field(default_factory=dict)
    named: bool = False
    country: bool = False
    governs: int | None = None
    city: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    """An entity at a place in the text."""

    entity: int
    start: int
    sentence: int
    subject: bool
    quoted: int


class Coreference:
    """Makes the cast of an article from its mentions.

    Statements may be empty; with them the speaker of the statement before is preferred for
    "ujarnya", and first persons find their speaker.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._actors = ActorList(lexicon)
        self._places = Gazetteer(lexicon)
        self._context = Context(lexicon)
        self._kinds = {
            row["noun"]: row["kind"] for row in lexicon.rows("noun_kind.tsv", ("noun", "kind"))
        }
        self._titles = {
            row["short"].lower(): row["full"].lower()
            for row in lexicon.rows("title_form.tsv", ("short", "full"))
        }
        self._names = NameClusters(lexicon, self._actors, self._places)

    def read(
        self,
        page: Page,
        mentions: Sequence[Mention],
        roles: Sequence[RoleFinding],
        statements: Sequence[StatementFinding],
        quotations: Sequence[Quotation],
    ) -> Cast:
        """Return the referents in the order of their first mention."""
        run = _Run(self, page, mentions, roles, statements, quotations)
        run.names()
        run.walk()
        run.first_persons()
        return run.cast()


class _Run:
    """The work on one article."""

    def __init__(
        self,
        owner: Coreference,
        page: Page,
        mentions: Sequence[Mention],
        roles: Sequence[RoleFinding],
        statements: Sequence[StatementFinding],
        quotations: Sequence[Quotation],
    ) -> None:
        self.owner = owner
        self.page = page
        self.text = page.text
        self.surface: Surface = surface_of(page)
        self.mentions = mentions
        self.statements = statements
        self.entities: list[_Entity] = []
        self.of: list[int | None] = [None] * len(mentions)
        self.seen: list[_Seen] = []
        self.quoted = _quotation_of(mentions, quotations)
        self.sentence = [self._sentence(m) for m in mentions]
        self.position = {(m.span, m.head): i for i, m in enumerate(mentions)}
        self.roles = roles
        self.roles_of: dict[int, list[RoleFinding]] = {}
        for role in roles:
            holder = self._index(role.holder)
            if holder is not None:
                self.roles_of.setdefault(holder, []).append(role)
        self.source: list[int | None] = [self._source(s) for s in statements]
        self.saying: dict[int, int] = {}
        for number, mention in enumerate(self.source):
            if mention is not None:
                self.saying.setdefault(mention, number)
        self.order = sorted(range(len(statements)), key=lambda s: statements[s].cue)
        self.turn = {number: place for place, number in enumerate(self.order)}
        self.covering = self._covering()
        self.pairs = self._coordinated()
        self.pair_of: dict[tuple[int, int], _Entity] = {}
        self.label: dict[int, str] = {}
        self.states: dict[str, _Entity] = {}
        self.by_title: list[tuple[str, int, int]] = []  # title, entity, start

    # --- what is known of a mention -------------------------------------------------------

    def _index(self, mention: Mention) -> int | None:
        return self.position.get((mention.span, mention.head))

    def _sentence(self, mention: Mention) -> int:
        position = self.surface.at[mention.head] if mention.head < len(self.surface.at) else -1
        return self.surface.words[position].sentence if position >= 0 else 0

    def words(self, index: int) -> str:
        """Return the text of a mention."""
        start, end = self.mentions[index].span
        return self.text[start:end]

    def _source(self, statement: StatementFinding) -> int | None:
        """Return the mention that names the speaker of a statement."""
        if statement.source is None:
            return None
        start, end = statement.source
        inside = (
            [i for i, m in enumerate(self.mentions) if start <= m.span[0] and m.span[1] <= end]
            if len(self.mentions) < 400
            else self._inside(start, end)
        )
        if not inside:
            return None
        persons = [
            i for i in inside if self.mentions[i].type == "PER" and self.mentions[i].kind == "name"
        ]
        if len(persons) == 1:
            return persons[0]
        for i in inside:
            if self.mentions[i].head == statement.source_head:
                return i
        for i in inside:
            if self.mentions[i].span == statement.source:
                return i
        return persons[0] if persons else inside[0]

    def _inside(self, start: int, end: int) -> list[int]:
        low, high = 0, len(self.mentions)
        while low < high:
            middle = (low + high) // 2
            if self.mentions[middle].span[0] < start:
                low = middle + 1
            else:
                high = middle
        found = []
        while low < len(self.mentions) and self.mentions[low].span[0] < end:
            if self.mentions[low].span[1] <= end:
                found.append(low)
            low += 1
        return found

    def _coordinated(self) -> list[tuple[int, int]]:
        """Return the pairs of names that "dan" joins, a title between them or not."""
        named = [i for i, m in enumerate(self.mentions) if m.kind in ("name", "acronym")]
        found = []
        for first, second in pairwise(named):
            between = self.text[self.mentions[first].span[1] : self.mentions[second].span[0]]
            words = between.split()
            if not words or words[0] not in ("dan", "serta") or len(words) > 4:
                continue
            if self.sentence[first] == self.sentence[second] and "," not in between:
                found.append((first, second))
        return found

    def is_subject(self, index: int) -> bool:
        """Tell whether a mention is the subject of its clause, by tree or by word order."""
        mention = self.mentions[index]
        token = self.page.doc[mention.head]
        for _ in range(4):
            dep = token.dep_.partition(":")[0]
            if dep in ("nsubj", "csubj"):
                return True
            if dep not in ("flat", "appos", "compound", "nmod") or token.head.i > token.i:
                break
            token = token.head
        position = self.surface.at[mention.head]
        return position >= 0 and self.surface.words[position].initial

    # --- entities -------------------------------------------------------------------------

    def new(self, kind: EntityType, number: Number | None = None) -> _Entity:
        entity = _Entity(len(self.entities), kind, number=number)
        self.entities.append(entity)
        return entity

    def put(self, index: int, entity: _Entity) -> None:
        """Let mention ``index`` refer to ``entity``."""
        self.of[index] = entity.index
        entity.mentions.append(index)

    def names(self) -> None:
        """Make an entity of each group of names and give it its offices."""
        groups = self.owner._names.group(self.text, self.mentions)
        by_group: dict[int, _Entity] = {}
        for index, group in enumerate(groups):
            if group < 0:
                continue
            mention = self.mentions[index]
            entity = by_group.get(group)
            if entity is None:
                entity = by_group[group] = self.new(mention.type or "ORG", mention.number)
            self.put(index, entity)
            if mention.kind in ("name", "acronym"):
                entity.named = True
                actor = self.owner._names.actor(self.words(index))
                if entity.governs is None and self.words(index)[:10].lower() == "pemerintah":
                    entity.governs = mention.span[0]
                if actor is not None and actor.type == "GPE":
                    entity.country = True
                    self.states.setdefault(actor.name, entity)
            else:
                self._describe(entity, index)
        for entity in self.entities:
            if entity.type == "GPE" and not entity.country:
                place = self.owner._places.known(plain(self.words(entity.mentions[0])))
                entity.city = place is None or place.kind in ("city", "regency")
            for index in entity.mentions:
                for role in self.roles_of.get(index, ()):
                    self._give(entity, role)

    def _give(self, entity: _Entity, role: RoleFinding) -> None:
        """Add an office, unless the same is known with its organisation."""
        self.by_title.append((self._title_key(role.title), entity.index, role.span[0]))
        for number, known in enumerate(entity.roles):
            if fold(known.title) != fold(role.title):
                continue
            if known.organization is None and role.organization is not None:
                entity.roles[number] = role
            return
        entity.roles.append(role)

    def _title_key(self, title: str) -> str:
        key = " ".join(word for word in fold(title).split() if word not in _LEFT_OUT)
        return self.owner._titles.get(key, key)

    # --- left to right --------------------------------------------------------------------

    def walk(self) -> None:
        """Resolve titles, descriptions, pronouns and clitics from left to right."""
        for index, mention in enumerate(self.mentions):
            if self.of[index] is None and mention.person == 3:
                entity = self._resolve(index)
                if entity is not None:
                    self.put(index, entity)
            elif mention.kind == "name" and mention.type == "GPE":
                self._capital(index)
            where = self.of[index]
            if where is not None and not self._in_dateline(mention):
                self.seen.append(
                    _Seen(
                        where,
                        mention.span[0],
                        self.sentence[index],
                        self.is_subject(index) or index in self.saying,
                        self.quoted[index],
                    )
                )

    def _in_dateline(self, mention: Mention) -> bool:
        """Tell whether a mention stands in the dateline: its outlet is nobody's "mereka"."""
        dateline = self.page.dateline
        return dateline is not None and mention.span[0] < dateline.span[1]

    def _resolve(self, index: int) -> _Entity | None:
        mention = self.mentions[index]
        if mention.kind == "title":
            return self._title(index)
        if mention.kind == "description":
            return self._description(index)
        lower = self.words(index).lower()
        if lower == "pihaknya":
            return self._own_side(index)
        if mention.number == "plur" or lower == "mereka":
            return self._plural(index)
        if mention.kind == "clitic":
            return self._clitic(index)
        return self._person(index)

    def recent(self, index: int, reach: int = _REACH) -> list[_Seen]:
        """Return what was seen at most ``reach`` sentences ago, the last first."""
        found = []
        for seen in reversed(self.seen[-_LOOK_BACK:]):
            if self.sentence[index] - seen.sentence > reach:
                break
            found.append(seen)
        return found

    def _speaker_before(self, index: int) -> _Entity | None:
        """Return who spoke in the statement before the one that this mention is the source of."""
        number = self.saying.get(index)
        if number is None:
            return None
        place = self.turn[number]
        for earlier in reversed(self.order[max(0, place - 4) : place]):
            who = self.speaker(earlier)
            if who is not None:
                return self.entities[who]
        return None

    def speaker(self, number: int, depth: int = 0) -> int | None:
        """Return the entity that speaks in a statement, so far as it is resolved."""
        mention = self.source[number]
        if mention is not None:
            return self.of[mention]
        same = self.statements[number].same_source
        if same is not None and depth < 5 and same < len(self.statements):
            return self.speaker(same, depth + 1)
        return None

    def _person(self, index: int) -> _Entity | None:
        """ "ia", "dia": the speaker before, else the last subject, else the last person."""
        mention = self.mentions[index]
        before = self._speaker_before(index)
        best: tuple[float, _Entity] | None = None
        last_said = None
        if before is not None and before.type in ("PER", "POST"):
            last_said = before.index
        speaking = self._named_speaker(index)
        for rank, seen in enumerate(self.recent(index)):
            entity = self.entities[seen.entity]
            if entity.type not in ("PER", "POST") or seen.start >= mention.span[0]:
                continue
            if seen.entity == speaking:
                continue
            gap = self.sentence[index] - seen.sentence
            score = 2.0 * seen.subject - 1.5 * gap - 0.05 * rank
            if gap == 0 and not seen.subject:
                score -= 0.5
            if seen.entity == last_said:
                score += 3.0
            if seen.quoted >= 0 and seen.quoted != self.quoted[index]:
                score -= 3.0
            if best is None or score > best[0]:
                best = score, entity
        if best is None and last_said is not None:
            return self.entities[last_said]
        return best[1] if best else None

    def _named_speaker(self, index: int) -> int | None:
        """Return who says the quotation that holds this mention: of himself he says "saya"."""
        if self.quoted[index] < 0 or index in self.saying:
            return None
        number = self.covering[index]
        return self.speaker(number) if number is not None else None

    def _clitic(self, index: int) -> _Entity | None:
        """ "ujarnya" as a pronoun; elsewhere the subject before it: "Bupati ... pasukannya"."""
        mention = self.mentions[index]
        position = self.surface.at[mention.head]
        if position <= 0:
            return None
        host = self.surface.words[position - 1]
        if index in self.saying or host.lower in self.owner._context.said_before:
            return self._person(index) or self._speaker_before(index)
        if host.pos == "VERB" and host.lower.startswith("di"):
            return self._person(index)
        here = self.sentence[index]
        is_object = host.pos == "VERB"
        passed = False
        inner = self._unnamed_subject(position)
        for seen in self.recent(index, 1):
            entity = self.entities[seen.entity]
            if entity.type not in _ANIMATE or not seen.subject:
                continue
            if seen.start >= mention.span[0] or (
                seen.quoted != self.quoted[index] and seen.sentence == here
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
        words = self.surface.words
        heads = self._heads
        for back in range(position - 2, max(-1, position - 25), -1):
            word = words[back]
            if word.sentence != words[position].sentence:
                break
            token = self.page.doc[word.i]
            if token.dep_.startswith("nsubj") and token.pos_ == "NOUN":
                return None if word.i in heads else word.start
        return None

    @property
    def _heads(self) -> frozenset[int]:
        found = getattr(self, "_heads_made", None)
        if found is None:
            found = frozenset(mention.head for mention in self.mentions)
            self._heads_made: frozenset[int] = found
        return found

    def _plural(self, index: int) -> _Entity | None:
        """ "mereka": the last group, people, body or state that fits, subjects first."""
        mention = self.mentions[index]
        lower = self.words(index).lower()
        if lower in ("ketiganya", "keempatnya", "semuanya"):
            return None
        pair = self._pair(index)
        if pair is not None or lower == "keduanya":
            return pair
        weights = {"GROUP": 2.0, "NORP": 1.5, "ORG": 1.0, "GPE": 0.8}
        best: tuple[float, _Entity] | None = None
        for rank, seen in enumerate(self.recent(index, 2)):
            entity = self.entities[seen.entity]
            if entity.type not in _PLURAL_TYPES or seen.start >= mention.span[0]:
                continue
            if entity.type == "GPE" and entity.city:
                continue
            gap = self.sentence[index] - seen.sentence
            score = weights[entity.type] + 1.2 * seen.subject - 1.2 * gap - 0.08 * rank
            if best is None or score > best[0]:
                best = score, entity
        return best[1] if best else None

    def _pair(self, index: int) -> _Entity | None:
        """Return the pair "A dan B" that is the subject of this sentence or the one before."""
        start = self.mentions[index].span[0]
        end = bisect_left(self.pairs, start, key=lambda pair: self.mentions[pair[1]].span[1])
        for first, second in reversed(self.pairs[max(0, end - 3) : end]):
            gap = self.sentence[index] - self.sentence[second]
            if gap > 1 or (gap == 1 and not self.is_subject(first)):
                return None
            between = [
                seen
                for seen in self.recent(index, 1)
                if seen.start > self.mentions[second].span[0]
                and self.entities[seen.entity].type in ("GROUP", "NORP", "PER")
            ]
            if between or not self.is_subject(first):
                return None
            a, b = self.of[first], self.of[second]
            if a is None or b is None or a == b:
                return None
            key = (min(a, b), max(a, b))
            known = self.pair_of.get(key)
            if known is None:
                known = self.new("GROUP", "plur")
                self.pair_of[key] = known
                self.label[known.index] = self.text[
                    self.mentions[first].span[0] : self.mentions[second].span[1]
                ]
            return known
        return None

    def _own_side(self, index: int) -> _Entity | None:
        """ "pihaknya": the body of the subject, or of the person who speaks."""
        for seen in self.recent(index, 2):
            entity = self.entities[seen.entity]
            if entity.type in ("ORG", "GPE", "GROUP") and seen.subject:
                return entity
            if entity.type in ("PER", "POST") and seen.subject:
                return self._body_of(entity) or entity
        return None

    def _body_of(self, entity: _Entity) -> _Entity | None:
        """Return the body for which a person speaks by office."""
        for role in entity.roles:
            if role.organization is None or role.title.lower().startswith(_FORMER):
                continue
            where = self._index(role.organization)
            body = self.of[where] if where is not None else None
            if body is not None and self.entities[body].type == "ORG":
                return self.entities[body]
        return None

    def _title(self, index: int) -> _Entity | None:
        """A title said alone: who was given it last, else who carries a title that it shortens."""
        mention = self.mentions[index]
        own = self.roles_of.get(index, ())
        words = self.words(index)
        body: int | None = None
        inner = self._inside(*mention.span)
        end = mention.span[1]
        for other in inner:
            if other != index and self.mentions[other].kind in ("name", "acronym"):
                end = min(end, self.mentions[other].span[0])
                body = self.of[other] if body is None else body
        title = self._title_key(self.text[mention.span[0] : end])
        best: tuple[float, int] | None = None
        for key, entity, start in self.by_title[-_LOOK_BACK:]:
            later = start > mention.span[0]
            if key == title:
                score = 3.0
            elif key.startswith(title + " ") and " " not in title:
                score = 1.0
            elif len(title) > 4 and (_shortens(title, key) or _shortens(key, title)):
                score = 2.5
            else:
                continue
            if body is not None:
                bodies = self._bodies_of(self.entities[entity])
                if bodies and body not in bodies:
                    continue
                score += 0.5 * bool(bodies)
            score -= 2.0 * later + abs(mention.span[0] - start) / (len(self.text) + 1)
            if best is None or score > best[0]:
                best = score, entity
        if best is not None and best[0] > 0:
            return self.entities[best[1]]
        if words.lower().rsplit(" ", 1)[-1] in DEMONSTRATIVES:
            person = self._person(index)
            if person is not None and person.type == "PER" and not self._conflicts(person, title):
                for role in own:
                    self._give(person, role)
                return person
        made = self.new("POST", "sing")
        self.by_title.append((title, made.index, mention.span[0]))
        return made

    def _conflicts(self, entity: _Entity, title: str) -> bool:
        """Tell whether a person is known to hold quite another office."""
        return title.split()[:1] == ["presiden"] and bool(entity.roles)

    def _bodies_of(self, entity: _Entity) -> set[int]:
        found = set()
        for role in entity.roles:
            where = self._index(role.organization) if role.organization else None
            body = self.of[where] if where is not None else None
            if body is not None:
                found.add(body)
        return found

    # --- descriptions ---------------------------------------------------------------------

    def _describe(self, entity: _Entity, index: int) -> None:
        head, modifiers = self._content(index)
        if not entity.head:
            entity.head, entity.modifiers = head, modifiers

    def _content(self, index: int) -> tuple[str, frozenset[str]]:
        """Return the head noun of a description and the other words that tell it apart."""
        mention = self.mentions[index]
        parts = fold(self.words(index)).replace("(", " ").split()
        head = self.page.doc[mention.head].text.lower()
        first, hyphen, second = head.partition("-")
        if hyphen and first == second:
            head = first
        content = [p for p in parts if p not in _LEFT_OUT and not p.isdigit() and p != "nya"]
        if head in ("pihak", "kaum", "kubu", "kelompok", "aliansi") and content:
            named = [p for p in content if p != head]
            if named:
                head, content = named[0], named
        return head, frozenset(p for p in content if p != head)

    def _description(self, index: int) -> _Entity | None:
        mention = self.mentions[index]
        words = self.words(index).lower().split()
        shown = words[-1] in DEMONSTRATIVES
        head, modifiers = self._content(index)
        if (head == "pemerintah" and mention.type == "GPE") or (
            head == "pemerintah" and not modifiers
        ):
            found = self._government(index)
            if found is not None:
                return found
        if mention.type == "GPE" and shown:
            found = self._place_shown(index, words)
            if found is not None:
                return found
        if mention.type == "PER" and (shown or words[0] == "sang"):
            found = self._person(index)
            if found is not None and not found.head:
                return found
        if mention.type == "ORG" and shown:
            found = self._body_shown(index, head)
            if found is not None:
                return found
        found = self._same_description(index, head, modifiers, shown)
        if found is not None:
            return found
        entity = self.new(mention.type or "GROUP", mention.number)
        entity.head, entity.modifiers = head, modifiers
        return entity

    def _government(self, index: int) -> _Entity | None:
        """ "pemerintah": the state last spoken of as a government, else the last state."""
        last: _Entity | None = None
        for seen in reversed(self.seen[-_LOOK_BACK:]):
            entity = self.entities[seen.entity]
            if entity.type != "GPE" or not entity.country:
                continue
            if entity.governs is not None and entity.governs < self.mentions[index].span[0]:
                return entity
            last = last or entity
        if len(self.states) == 1:
            return next(iter(self.states.values()))
        return self.states.get("Indonesia", last)

    def _place_shown(self, index: int, words: Sequence[str]) -> _Entity | None:
        """ "negeri itu", "kota tersebut": the last place of that kind."""
        for seen in reversed(self.seen[-_LOOK_BACK:]):
            entity = self.entities[seen.entity]
            if entity.type != "GPE":
                continue
            if words[0] in _STATES and entity.country:
                return entity
            if words[0] in _TOWNS and entity.city and entity.named:
                return entity
            if words[0] in _PROVINCES and any(
                self.words(i).lower().startswith(words[0]) for i in entity.mentions[:3]
            ):
                return entity
        return None

    def _body_shown(self, index: int, head: str) -> _Entity | None:
        """ "partai itu", "perusahaan tersebut": the last body that may be called so."""
        fallback: _Entity | None = None
        for seen in self.recent(index, 3):
            entity = self.entities[seen.entity]
            if entity.type != "ORG" or not entity.named:
                continue
            names = [self.words(i).lower() for i in entity.mentions[:4]]
            if any(name.split()[0] == head for name in names):
                return entity
            if fallback is None and (seen.subject or seen.sentence == self.sentence[index] - 1):
                fallback = entity
        return fallback

    def _same_description(
        self, index: int, head: str, modifiers: frozenset[str], shown: bool
    ) -> _Entity | None:
        """Return the entity described before in the same words, or in fewer or more of them."""
        mention = self.mentions[index]
        for seen in reversed(self.seen[-_LOOK_BACK:]):
            entity = self.entities[seen.entity]
            if shown and mention.type == entity.type == "GROUP" and entity.head != head:
                kinds = self.owner._kinds
                if head in kinds and kinds[head] == kinds.get(entity.head):
                    return entity
                continue
            if entity.head != head or (entity.named and not shown and entity.type != mention.type):
                continue
            if entity.modifiers == modifiers:
                return entity
            if shown and (modifiers <= entity.modifiers):
                return entity
            if entity.type in ("GROUP", "NORP") and not modifiers and len(entity.modifiers) <= 2:
                return entity
            if mention.type == "GROUP" and not entity.modifiers and len(modifiers) == 1:
                only = next(iter(modifiers))
                if is_common(only):
                    return entity
        return None

    def _capital(self, index: int) -> None:
        """Let a capital that acts ("Riyadh menolak") stand for its state, if the text has it."""
        where = self.of[index]
        if where is None or self.entities[where].country:
            return
        actor = self.owner._actors.of_capital(self.words(index))
        if actor is None or not (index in self.saying or self._acts(index)):
            return
        state = self.states.get(actor.name)
        if state is not None:
            self.put(index, state)

    def _acts(self, index: int) -> bool:
        """Tell whether a place's name is the subject of a verb, with no preposition before it."""
        position = self.surface.at[self.mentions[index].head]
        if position < 0:
            return False
        before = self.surface.lower(position - 1)
        if before in ("di", "ke", "dari", "kota", "ibu", "ibukota", "dekat", "menuju", ",", "("):
            return False
        after = position + 1
        if after < len(self.surface) and self.surface.words[after].pos == "ADV":
            after += 1
        follows = after < len(self.surface) and self.surface.words[after].pos in ("VERB", "AUX")
        return follows and self.is_subject(index)

    # --- first persons --------------------------------------------------------------------

    def first_persons(self) -> None:
        """Give "saya" to the speaker, and "kami" to the speaker's side."""
        quoting: dict[int, int] = {}
        for index in range(len(self.mentions)):
            number = self.covering[index]
            if number is not None and self.quoted[index] >= 0:
                quoting.setdefault(self.quoted[index], number)
        for index, mention in enumerate(self.mentions):
            if mention.person != 1 or self.of[index] is not None:
                continue
            number = self.covering[index]
            if number is None and self.quoted[index] >= 0:
                number = quoting.get(self.quoted[index])
                if number is None:
                    number = self._statement_before(index)
            who = self.speaker(number) if number is not None else None
            if who is None and number is not None and self.statements[number].source is None:
                place = self.turn[number]
                if place > 0:
                    who = self.speaker(self.order[place - 1])
            if who is None:
                continue
            entity = self.entities[who]
            if mention.number == "plur" and entity.type in ("PER", "POST"):
                side = self._body_of(entity) or entity
                self.put(index, side)
                side.members[index] = who
            elif mention.number == "plur" or entity.type in ("PER", "POST"):
                self.put(index, entity)

    def _statement_before(self, index: int) -> int | None:
        """Return the last statement that ends at most a paragraph before a quotation."""
        start = self.mentions[index].span[0]
        here = self.page.paragraph(start)
        place = bisect_left(self.order, start, key=lambda n: self.statements[n].cue[0])
        best = self.order[place - 1] if place else None
        if best is None or here - self.page.paragraph(self.statements[best].cue[0]) > 1:
            return None
        return best

    def _covering(self) -> list[int | None]:
        """Return for each mention the innermost statement that says it in quotation marks."""
        spans: list[tuple[int, int, int]] = sorted(
            (start, -end, number)
            for number, statement in enumerate(self.statements)
            for start, end in statement.content
        )
        found: list[int | None] = []
        active: list[tuple[int, int, int]] = []
        upcoming = iter(spans)
        ahead = next(upcoming, None)
        sources = {
            mention: number for number, mention in enumerate(self.source) if mention is not None
        }
        for index, mention in enumerate(self.mentions):
            start, end = mention.span
            while ahead is not None and ahead[0] <= start:
                active.append(ahead)
                ahead = next(upcoming, None)
            active = [span for span in active if -span[1] > start]
            inside = [span for span in active if -span[1] >= end]
            own = sources.get(index)
            choice: int | None = None
            for span in inside:
                number = span[2]
                if number == own or self.source[number] == index:
                    continue
                source = self.source[number]
                if source is not None and self.mentions[source].person == 1:
                    continue  # "Kami mengecam ..." inside the quotation: its speaker is outside
                choice = number
            found.append(choice)
        return found

    # --- the end --------------------------------------------------------------------------

    def cast(self) -> Cast:
        """Return the referents in the order of their first mentions."""
        for entity in self.entities:
            entity.mentions = sorted(
                {index for index in entity.mentions if self.of[index] == entity.index}
            )
        alive = [entity for entity in self.entities if entity.mentions]
        alive.sort(key=lambda entity: self.mentions[entity.mentions[0]].span)
        place_of = {entity.index: number for number, entity in enumerate(alive)}
        neighbours = self._neighbours(alive)[:_LOOK_BACK]
        referents = tuple(self._referent(entity, place_of, neighbours) for entity in alive)
        return Cast(referents, self._further_heads(alive))

    def _further_heads(self, alive: Sequence[_Entity]) -> tuple[tuple[int, int], ...]:
        """Map all words of a name, and the title before it, to the referent."""
        pairs: list[tuple[int, int]] = []
        for number, entity in enumerate(alive):
            for index in entity.mentions:
                mention = self.mentions[index]
                if mention.kind in ("name", "acronym", "title"):
                    pairs += [(t.i, number) for t in self.page.tokens_in(mention.span)]
        for number, entity in enumerate(alive):
            for index in entity.mentions:
                for role in self.roles_of.get(index, ()):
                    if role.span[0] < self.mentions[index].span[0]:
                        pairs += [(t.i, number) for t in self.page.tokens_in(role.span)]
        return tuple(pairs)

    def _neighbours(self, alive: Sequence[_Entity]) -> tuple[str, ...]:
        """Return the ids of the provinces, towns and states that the article names."""
        ids = []
        for entity in alive:
            if entity.type != "GPE" or not entity.named:
                continue
            link = self.owner._places.link([plain(self.words(i)) for i in entity.mentions[:2]])
            if link is not None:
                ids.append(link.id)
        return tuple(ids)

    def _referent(
        self, entity: _Entity, place_of: dict[int, int], neighbours: Sequence[str]
    ) -> Referent:
        names = [i for i in entity.mentions if self.mentions[i].kind == "name"]
        acronyms = [i for i in entity.mentions if self.mentions[i].kind == "acronym"]
        forms: list[str] = []
        for index in names:
            words = self.words(index)
            if words not in forms:
                forms.append(words)
        full = [form for form in forms if plain(form) == form] or forms
        described = [
            i for i in entity.mentions if self.mentions[i].kind in ("description", "title")
        ]
        acronym = self.words(acronyms[0]) if acronyms else None
        if entity.index in self.label:
            name = self.label[entity.index]
        elif full:
            name = max(full, key=lambda form: (len(form), not form.isupper()))
        elif described:
            name = self.words(described[0])
        else:
            name = acronym or self.words(entity.mentions[0])
        members = tuple(
            (position, place_of[entity.members[index]])
            for position, index in enumerate(entity.mentions)
            if index in entity.members and entity.members[index] in place_of
        )
        return Referent(
            type=entity.type,
            name=name,
            mentions=tuple(self.mentions[i] for i in entity.mentions),
            aliases=tuple(form for form in forms if form != name),
            acronym=acronym,
            roles=tuple(sorted(entity.roles, key=lambda role: role.span)),
            link=self._link(entity, forms or ([acronym] if acronym else []), neighbours),
            members=members,
            confidence=0.9 if entity.named else 0.5,
        )

    def _link(
        self, entity: _Entity, forms: Sequence[str], neighbours: Sequence[str]
    ) -> Link | None:
        if not entity.named:
            return None
        for form in forms:
            actor = self.owner._names.actor(form)
            if actor is not None and actor.link is not None and actor.type == entity.type:
                return actor.link
        if entity.type in ("GPE", "LOC"):
            return self.owner._places.link([plain(form) for form in forms], neighbours)
        return None


def _quotation_of(mentions: Sequence[Mention], quotations: Sequence[Quotation]) -> list[int]:
    """Return for each mention the number of the quotation that holds it, -1 outside."""
    spans: list[tuple[Span, int]] = sorted((q.outer, n) for n, q in enumerate(quotations))
    found, at = [], 0
    for mention in mentions:
        while at < len(spans) and spans[at][0][1] <= mention.span[0]:
            at += 1
        inside = at < len(spans) and spans[at][0][0] <= mention.span[0]
        found.append(spans[at][1] if inside else -1)
    return found


def _shortens(short: str, long: str) -> bool:
    """Tell whether one title is the other in short: "menko polhukam", "menlu"."""
    if len(short) >= len(long) or short in long:
        return False
    return abbreviates(short.replace(" ", ""), long.replace(",", " "))

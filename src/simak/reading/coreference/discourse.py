"""The discourse: the mentions of one article, and the actors and places that grow from them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from simak.reading.finding import Mention, Number, Quotation, RoleFinding
from simak.reading.noun import DEMONSTRATIVES, KIN
from simak.reading.page import Page
from simak.record import EntityType, Span

LOOK_BACK = 60
"""How many things seen last are weighed at the most: bounds the work on any text."""

ANIMATE: frozenset[EntityType] = frozenset({"PER", "ORG", "GPE", "GROUP", "NORP", "POST"})
"""Types of who can act and own."""

_REACH = 4
_TOLD_BY = frozenset(
    {"diungkapkan", "disampaikan", "dikatakan", "diutarakan", "dikemukakan", "dijelaskan"}
    | {"ditegaskan", "dinyatakan", "dilontarkan", "diakui", "dituturkan", "dipaparkan"}
)
_TITLE_GAP = 60  # code points of a body between a title and its holder, at the most
_NAMING = ("flat", "appos", "compound", "nmod")
# Passives whose agent is where the outlet has it from, no actor of the story.
_CREDITS = frozenset({"dilansir", "dikutip", "dilaporkan", "diberitakan", "dihimpun", "dimuat"})

_LONGEST_ADDED = 80
_KIN_REACH = 7
_SHOWN = r" (?:itu|ini|tersebut)\b"
_ADDED = re.compile(
    r"(?: (?:yang )?berusia)? \d{1,3} tahun"
    + _SHOWN
    + r"| (?:asal|kelahiran|berpaspor|berkebangsaan) [A-Z]\w+(?: [A-Z]\w+)?(?: \d{4})?"
    + _SHOWN
    + r"| [\"'“‘] ?[^\"'“”‘’\n]{1,50}[\"'”’]"
    + _SHOWN
    + r"| \(\d\d\)"
    + _SHOWN
)
_BEING = frozenset({"merupakan", "adalah", "ialah", "sebagai", "menjadi", "jadi", "bukan"})


@dataclass(slots=True)
class Entity:
    """One actor or place as it grows. ``mentions`` are indexes; ``label`` a name made for it.

    ``kind`` is what the gazetteer says of a place: "province", "regency".
    """

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
    kind: str | None = None
    count: str = ""
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Seen:
    """An entity at a place in the text. ``told``: in what somebody is reported to have said.

    ``agent``: a subject by meaning only, behind a passive verb: "diterima Sutini". ``owns``: what
    is his is the subject: "rumah Sutini".
    """

    entity: int
    start: int
    end: int
    sentence: int
    subject: bool
    quoted: int
    told: bool
    agent: bool = False
    owns: bool = False


class Discourse:
    """What is known of the article so far, while it is read from left to right.

    ``of`` maps a mention to its entity, ``sentence`` to its sentence, ``quoted`` to its quotation
    (-1 outside); ``roles_of`` has the offices given to a mention,
    ``held_at`` by the start of an office its end and its holder. ``seen`` are the entities in the
    order in which they were mentioned.
    """

    def __init__(
        self,
        page: Page,
        mentions: Sequence[Mention],
        roles: Sequence[RoleFinding],
        quotations: Sequence[Quotation],
    ) -> None:
        self.page = page
        self.text = page.text
        self.surface = page.surface
        self.mentions = mentions
        self.entities: list[Entity] = []
        self.of: list[int | None] = [None] * len(mentions)
        self.seen: list[Seen] = []
        self.heads = frozenset(mention.head for mention in mentions)
        self.quoted = _quotation_of(mentions, quotations)
        self.sentence = [self._sentence(mention) for mention in mentions]
        self._position = {(m.span, m.head): i for i, m in enumerate(mentions)}
        self._starts = [mention.span[0] for mention in mentions]
        self._nested = _nested(mentions)
        self._nested |= self._of_kin()
        self.roles_of: dict[int, list[RoleFinding]] = {}
        self.held_at: dict[int, tuple[int, int]] = {}
        for role in roles:
            holder = self.index(role.holder)
            if holder is not None:
                self.roles_of.setdefault(holder, []).append(role)
                self.held_at.setdefault(role.span[0], (role.span[1], holder))
            body = self.index(role.organization) if role.organization is not None else None
            if body is not None:
                self._nested.add(body)

    def _of_kin(self) -> set[int]:
        """Return the persons of whom somebody else is told: "mantan istri dari Wirya ini"."""
        found = set()
        words = self.surface.words
        ends = {word.end: position for position, word in enumerate(words)}
        for index, mention in enumerate(self.mentions):
            if mention.kind != "name" or mention.type != "PER":
                continue
            last = ends.get(mention.span[1], len(words))
            if self.surface.lower(last + 1) not in DEMONSTRATIVES:
                continue
            first = self.position(mention)
            for before in range(first - 1, max(-1, first - _KIN_REACH), -1):
                if words[before].sentence != words[first].sentence or words[before].pos == "VERB":
                    break
                if words[before].lower in KIN:
                    found.add(index)
                    break
        return found

    def index(self, mention: Mention) -> int | None:
        """Return the index of a mention, None if coreference was not given it."""
        return self._position.get((mention.span, mention.head))

    def _sentence(self, mention: Mention) -> int:
        position = self.position(mention)
        return self.surface.words[position].sentence if position >= 0 else 0

    def position(self, mention: Mention) -> int:
        """Return where the head of a mention stands on the surface, -1 if nowhere."""
        return self.surface.at[mention.head] if mention.head < len(self.surface.at) else -1

    def words(self, index: int) -> str:
        """Return the text of a mention."""
        start, end = self.mentions[index].span
        return self.text[start:end]

    def inside(self, start: int, end: int) -> list[int]:
        """Return the mentions that lie in ``[start, end)``."""
        found = []
        for index in range(bisect_left(self._starts, start), len(self.mentions)):
            if self._starts[index] >= end:
                break
            if self.mentions[index].span[1] <= end:
                found.append(index)
        return found

    def is_subject(self, index: int) -> bool:
        """Tell whether a mention is the subject of its clause, by tree or by word order."""
        if index in self._nested:
            return False  # "[pemimpin [partai itu]] menolak": the leader does
        mention = self.mentions[index]
        if self._is_agent(mention):
            return True
        token = self.page.doc[mention.head]
        for _ in range(4):
            dep = token.dep_.partition(":")[0]
            if dep in ("nsubj", "csubj"):
                return True
            if dep not in _NAMING or token.head.i > token.i or _is_placed(token):
                break
            if dep == "nmod" and mention.type not in ("PER", None):
                break  # "produk Elok": what is Elok's is the subject
            token = token.head
        position = self.position(mention)
        return position >= 0 and (self.surface.words[position].initial or self._is_topic(position))

    def _is_topic(self, position: int) -> bool:
        """Tell whether only an adverb and a comma stand before a word: "Kemudian, Sutini, ..."."""
        words = self.surface.words
        if position < 2 or words[position - 1].text != "," or not words[position - 2].initial:
            return False
        same = words[position].sentence == words[position - 2].sentence
        return same and words[position - 2].pos in ("ADV", "SCONJ", "CCONJ", "ADJ", "PART")

    def _is_agent(self, mention: Mention, *, silent: bool = False) -> bool:
        """Tell whether a passive verb or "oleh" stands right before a mention.

        ``silent``: only the agent of what is done, not of what is said ("diungkapkan Sutini").
        """
        words = self.surface.words
        before = self.position(mention)
        start = mention.span[0]
        for role in self.roles_of.get(self._position.get((mention.span, mention.head), -1), ()):
            if role.span[0] < start <= role.span[1] + _TITLE_GAP:
                start = role.span[0]  # "diterima Sekretaris Dinas Elok Sutini"
        while before >= 0 and words[before].start >= start:
            before -= 1
        if before < 0 or not self.surface.adjacent(before, before + 1):
            return False
        word = words[before]
        passive = word.pos == "VERB" and word.lower.startswith("di")
        if word.lower in _CREDITS or (silent and word.lower in _TOLD_BY):
            return False
        return passive or word.lower == "oleh"

    def new(self, kind: EntityType, number: Number | None = None) -> Entity:
        """Make an entity without mentions."""
        entity = Entity(len(self.entities), kind, number=number)
        self.entities.append(entity)
        return entity

    def put(self, index: int, entity: Entity) -> None:
        """Let mention ``index`` refer to ``entity``."""
        self.of[index] = entity.index
        entity.mentions.append(index)

    def see(self, index: int, *, speaks: bool, told: bool = False) -> None:
        """Note that the entity of a mention stands here; the outlet of a dateline is nobody."""
        where, mention = self.of[index], self.mentions[index]
        dateline = self.page.dateline
        if where is None or (dateline is not None and mention.span[0] < dateline.span[1]):
            return
        if self._is_predicate(index):
            return
        subject = self.is_subject(index) or speaks
        agent = subject and not speaks and self._is_agent(mention, silent=True)
        owns = subject and not speaks and self.page.doc[mention.head].dep_.startswith("nmod")
        owns = owns and not self._is_holder(index)  # "Wali Kota Elok Sutini" is who acts
        here, quoted = self.sentence[index], self.quoted[index]
        self.seen.append(Seen(where, *mention.span, here, subject, quoted, told, agent, owns))

    def _is_holder(self, index: int) -> bool:
        """Tell whether an office stands right before a mention, as its title."""
        mention = self.mentions[index]
        held = self.roles_of.get(self._position.get((mention.span, mention.head), -1), ())
        start = mention.span[0]
        return any(role.span[0] < start <= role.span[1] + _TITLE_GAP for role in held)

    def is_shown(self, index: int) -> bool:
        """Tell whether "ini" or "itu" ends a mention, or stands behind what only adds to it.

        "pebalap itu", "pebalap berusia 26 tahun itu", 'pemain film "Muara" ini'.
        """
        words = self.words(index).lower().split()
        if words and words[-1] in DEMONSTRATIVES:
            return True
        mention = self.mentions[index]
        if mention.number == "plur":
            return False
        return (
            _ADDED.match(self.text, mention.span[1], mention.span[1] + _LONGEST_ADDED) is not None
        )

    def _is_predicate(self, index: int) -> bool:
        """Tell whether a description only says what somebody is: "merupakan sosok yang ...".

        Whom a pronoun behind it means is that somebody.
        """
        mention = self.mentions[index]
        if mention.kind != "description" or mention.type != "PER":
            return False
        position = self.position(mention)
        while position >= 0 and self.surface.words[position].start >= mention.span[0]:
            position -= 1
        return position >= 0 and self.surface.lower(position) in _BEING

    def recent(self, index: int, reach: int = _REACH) -> list[Seen]:
        """Return what was seen at most ``reach`` sentences ago, the last first."""
        found = []
        for seen in reversed(self.seen[-LOOK_BACK:]):
            if self.sentence[index] - seen.sentence > reach:
                break
            found.append(seen)
        return found

    def unnamed_subject(self, position: int) -> int | None:
        """Return where the last subject before ``position`` stands that denotes a mere thing."""
        words = self.surface.words
        for back in range(position - 2, max(-1, position - 25), -1):
            word = words[back]
            if word.sentence != words[position].sentence:
                break
            token = self.page.doc[word.i]
            if words[back - 1].pos == "VERB" and words[back - 1].sentence == word.sentence:
                continue  # right behind a verb stands its object, whatever the tree says
            if token.dep_.startswith("nsubj") and token.pos_ == "NOUN":
                return None if word.i in self.heads else word.start
        return None


def _is_placed(token: Token) -> bool:
    """Tell whether a preposition stands before a word: "restoran di Elok"."""
    return any(child.dep_ == "case" and child.i < token.i for child in token.children)


def _nested(mentions: Sequence[Mention]) -> set[int]:
    """Return the mentions that lie in a description or a title said alone."""
    found, end = set(), -1
    for index, mention in enumerate(mentions):
        if mention.span[1] <= end:
            found.add(index)
        elif mention.kind in ("description", "title"):
            end = mention.span[1]
    return found


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

"""Reference: what the words of an article stand for: times, persons, somebody who can speak."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from simak.reading.finding import Mention
from simak.reading.statement.grammar import Grammar
from simak.reading.statement.unit import Words
from simak.record import Span

_NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "SYM", "X"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as positions (both included). ``sure``: order and tree agree."""

    first: int
    last: int
    sure: bool = False
    relative: bool = False


class Reference:
    """Tells of positions and phrases what they refer to.

    ``has_mentions`` is False where no mentions are known: then the words alone must tell.
    """

    def __init__(self, words: Words, mentions: Sequence[Mention], grammar: Grammar) -> None:
        self.words = words
        self.grammar = grammar
        self.has_mentions = bool(mentions)
        self._times = [False] * len(words)
        for time in words.page.times:
            self._mark(self._times, time.span)
        self._mention: dict[int, Mention] = {}
        for mention in mentions:
            head = words.position_of.get(mention.head)
            if head is not None:
                self._mention.setdefault(head, mention)
        self._person = [False] * len(words)
        for entity in words.page.doc.ents:
            if entity.label_ in ("PER", "PERSON"):
                self._mark(self._person, (entity.start_char, entity.end_char))
        for mention in mentions:
            if mention.type == "PER" and mention.kind == "name":
                self._mark(self._person, mention.span)

        self._first_named: dict[str, int] = {}  # words of persons' names, not behind "pengacara"
        for k in range(1, len(words)):
            if self._person[k] and words.lower[k - 1] not in grammar.services:
                self._first_named.setdefault(words.lower[k], k)

    def _mark(self, marks: list[bool], span: Span) -> None:
        for position in range(self.words.at_or_after(span[0]), len(self.words)):
            if self.words.starts[position] >= span[1]:
                break
            marks[position] = True

    # -- positions -----------------------------------------------------------------------------

    def is_time(self, position: int) -> bool:
        """Tell whether the position lies in a time expression."""
        return self._times[position]

    def is_person(self, position: int) -> bool:
        """Tell whether the position lies in the name of a person."""
        return self._person[position]

    def has_person(self, first: int, last: int) -> bool:
        """Tell whether a word of a person's name lies in [first, last]."""
        return any(self._person[first : last + 1])

    def is_nominal(self, position: int) -> bool:
        """Tell whether the token can be part of a noun phrase."""
        words = self.words
        pos = words.pos[position]
        if self._person[position]:
            return True
        if words.lower[position] in self.grammar.circumstances and not words.capital(position):
            return False
        if pos in _NOMINAL:
            return words.lower[position] not in self.grammar.adverbs or words.capital(position)
        return not pos and words.tokens[position].is_alpha

    def mention(self, phrase: Phrase) -> Mention | None:
        """Return the mention at the phrase's root."""
        return self._mention.get(self.root(phrase))

    # -- phrases -------------------------------------------------------------------------------

    def acts(self, phrase: Phrase) -> bool:
        """Tell whether somebody is meant: a person, a body, a group."""
        words = self.words
        opening = words.lower[phrase.first]
        root = self.root(phrase)
        if opening in self.grammar.quantities and self._mention and phrase.last > phrase.first:
            return self.mentioned(phrase)
        if opening in self.grammar.pronouns or opening in self.grammar.people:
            return True
        if self.has_person(phrase.first, phrase.last):
            return True
        mention = self._mention.get(root)
        if mention is not None:
            return mention.type != "LOC"
        return words.pos[phrase.first] == "PROPN" or (not self._mention and words.capital(root))

    def mentioned(self, phrase: Phrase) -> bool:
        """Tell whether a mention of an actor lies in the phrase."""
        return any(k in self._mention for k in range(phrase.first, phrase.last + 1))

    def speaks(self, phrase: Phrase, *, named: bool) -> bool:
        """Tell whether the phrase can speak; ``named``: it is a name, a pronoun or a title."""
        words = self.words
        if words.lower[phrase.first] in self.grammar.pronouns:
            return True
        named_thing = phrase.last > phrase.first and words.capital(phrase.first + 1)
        if words.lower[phrase.first] in self.grammar.things and not named_thing:
            return False
        if phrase.first == phrase.last and words.lower[phrase.first] == "orang":
            return False  # "tidak mungkin orang ingin ...": anybody
        if not named:
            return True
        return any(
            self.is_person(q)
            or words.pos[q] == "PROPN"
            or words.tokens[q].ent_type_
            or (words.capital(q) and q > phrase.first)
            for q in range(phrase.first, phrase.last + 1)
        )

    def first_name(self, phrase: Phrase) -> Phrase:
        """Cut a phrase behind its first name: "menurut Wirya perusahaan ..."."""
        inside = range(phrase.first, phrase.last + 1)
        named = [k for k in inside if self.words.tokens[k].ent_type_]
        if not named:
            return phrase
        last = next((k for k, after in pairwise(named) if after != k + 1), named[-1])
        return Phrase(phrase.first, last, phrase.sure)

    def head(self, phrase: Phrase) -> int:
        """Return the index (in the Doc) of the token that heads the phrase.

        The head of a mention is taken where one lies in the phrase: a person's name that ends it
        (of several, the first: "Wirya dan Sekar"), else the mention at the phrase's root or
        beginning, else the name that ends it ("pemerintahan Wesmara" speaks for Wesmara).
        """
        words = self.words
        root = self.root(phrase)
        heads = [k for k in range(phrase.first, phrase.last + 1) if k in self._mention]
        names = [k for k in heads if self._mention[k].kind in ("name", "acronym")]
        end = words.ends[phrase.last]
        closing = [k for k in names if self._mention[k].span[1] >= end]
        persons = [k for k in names if self._mention[k].type == "PER"]
        if persons and self._is_relational(phrase):
            return words.tokens[root].i
        if persons and persons[-1] in closing:
            joined = [k for k in persons[:-1] if self._joined(k, persons[-1])]
            return words.tokens[(joined or persons[-1:])[0]].i
        if root in self._mention:
            return words.tokens[root].i
        start = words.starts[phrase.first]
        beginning = [k for k in heads if self._mention[k].span[0] <= start]
        best = beginning[:1] or persons[:1] or closing[-1:] or [root]
        return words.tokens[best[0]].i

    def _joined(self, first: int, last: int) -> bool:
        """Tell whether "dan" joins two names; "kuasa hukum Sekar atau Eka, Wirya" is one."""
        lower = self.words.lower
        for k in range(last - 1, first, -1):
            if lower[k] in self.grammar.joiners or lower[k] == ",":
                return lower[k] != ","
        return False

    def _is_relational(self, phrase: Phrase) -> bool:
        """Tell whether the name in the phrase is not the one who is meant: "kuasa hukum Wirya".

        A "pengacara Wirya" is the lawyer of a Wirya whom the article has named before.
        """
        lower = self.words.lower
        inside = lower[phrase.first : phrase.last + 1]
        if "," in inside:
            return False
        if inside[0] in self.grammar.relations:
            return True
        named = inside[0] in self.grammar.services and not self.is_person(phrase.first)
        return named and self._first_named.get(inside[-1], phrase.first) < phrase.first

    def root(self, phrase: Phrase) -> int:
        """Return the position of the token whose head lies outside of the phrase."""
        words = self.words
        inside = range(phrase.first, phrase.last + 1)
        roots = []
        for k in inside:
            token = words.tokens[k]
            head = words.position_of.get(token.head.i, k)
            if (head not in inside or head == k) and not token.is_punct:
                roots.append(k)
        nominal = [k for k in roots if words.pos[k] in ("NOUN", "PROPN", "PRON")]
        if nominal:
            return nominal[0]
        return next((k for k in inside if self.is_nominal(k)), phrase.first)

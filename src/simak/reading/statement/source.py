"""Noun phrases around a cue: who speaks, and to whom.

Word order comes first, the tree second: a subject stands before an active cue with only adverbs,
circumstances and brackets between; a speaker stands right behind "kata". The tree is asked for what
order cannot tell: where a prepositional phrase hangs, and whom a shared subject belongs to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simak.reading.finding import Mention
from simak.reading.phrase import base
from simak.reading.statement.grammar import Grammar
from simak.reading.statement.unit import Words

# A verb behind one of these is wished, allowed or planned, not done.
# Prepositions and conjunctions that open a circumstance of the verb, not a part of a name.
# Prepositions that may stand inside a name or a title ("Utusan Khusus PBB untuk Suriah").
NOMINAL = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "SYM", "X"))
ADDRESSING = frozenset(["kepada", "pada", "terhadap", "ke"])

_REACH = 40


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase as positions (both included). ``sure``: order and tree agree."""

    first: int
    last: int
    sure: bool = False
    relative: bool = False


class Speakers:
    """Finds speakers and addressees among the words of one article."""

    def __init__(self, words: Words, mentions: Sequence[Mention], grammar: Grammar) -> None:
        self.words = words
        self.grammar = grammar
        self._times = [False] * len(words)
        for time in words.page.times:
            for position in range(words.at_or_after(time.span[0]), len(words)):
                if words.starts[position] >= time.span[1]:
                    break
                self._times[position] = True
        self._mention: dict[int, Mention] = {}
        # The widest mention that covers a position decides; names count more than descriptions.
        for mention in mentions:
            head = words.position_of.get(mention.head)
            if head is not None:
                self._mention.setdefault(head, mention)
        self._person = [False] * len(words)
        for entity in words.page.doc.ents:
            if entity.label_ in ("PER", "PERSON"):
                for token in entity:
                    place = words.position_of.get(token.i)
                    if place is not None:
                        self._person[place] = True
        for mention in mentions:
            if mention.type == "PER" and mention.kind == "name":
                for position in range(words.at_or_after(mention.span[0]), len(words)):
                    if words.starts[position] >= mention.span[1]:
                        break
                    self._person[position] = True

    # -- what a token is ---------------------------------------------------------------------

    def is_time(self, position: int) -> bool:
        """Tell whether the position lies in a time expression."""
        return self._times[position]

    def is_person(self, position: int) -> bool:
        """Tell whether the position lies in the name of a person."""
        return self._person[position]

    def acts(self, phrase: Phrase) -> bool:
        """Tell whether somebody is meant: a person, a body, a group."""
        words = self.words
        if words.lower[phrase.first] in self.grammar.pronouns | self.grammar.people:
            return True
        if self._has_person(phrase.first, phrase.last):
            return True
        root = self._root(phrase)
        mention = self._mention.get(root)
        if mention is not None:
            return mention.type != "LOC"
        return words.pos[phrase.first] == "PROPN" or (not self._mention and words.capital(root))

    def mentioned(self, phrase: Phrase) -> bool:
        """Tell whether a mention of an actor lies in the phrase."""
        return any(k in self._mention for k in range(phrase.first, phrase.last + 1))

    def is_nominal(self, position: int) -> bool:
        """Tell whether the token can be part of a noun phrase."""
        words = self.words
        pos = words.pos[position]
        if self._person[position]:
            return True
        if words.lower[position] in self.grammar.circumstances and not words.capital(position):
            return False
        if pos in NOMINAL:
            return words.lower[position] not in self.grammar.adverbs or words.capital(position)
        return not pos and words.tokens[position].is_alpha

    def head(self, phrase: Phrase) -> int:
        """Return the index (in the Doc) of the token that heads the phrase.

        The head of a mention is taken where one lies in the phrase: a person's name that ends it
        (of several, the first: "Wirya dan Sekar"), else the mention at the phrase's root or
        beginning, else the name that ends it ("pemerintahan Wesmara" speaks for Wesmara).
        """
        words = self.words
        root = self._root(phrase)
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
        return any(word in self.grammar.joiners for word in self.words.lower[first:last])

    def _is_relational(self, phrase: Phrase) -> bool:
        """Tell whether the name in the phrase is not the one who is meant: "kuasa hukum Wirya"."""
        lower = self.words.lower
        return (
            lower[phrase.first] in self.grammar.relations
            and "," not in (lower[phrase.first : phrase.last + 1])
        )

    def _root(self, phrase: Phrase) -> int:
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

    # -- behind a cue ------------------------------------------------------------------------

    def after(
        self, position: int, end: int, *, describing: bool = True, enclosed: bool = False
    ) -> Phrase | None:
        """Return the noun phrase that starts at ``position``, or None.

        ``enclosed``: a name behind a comma belongs to it only if another comma follows
        ("menurut Ketua KPU, Wirya, ..." but "menurut polisi, Wirya pergi"). ``end`` is the last
        position that may belong to it. In "kata Ketua Umum Partai Melati, Wirya Sanjaya, di Ambon"
        a name behind a description without one belongs to the phrase.
        """
        words = self.words
        if position > end:
            return None
        if words.lower[position] in self.grammar.pronouns:
            return Phrase(position, position, True)
        last = self._run(position, end)
        if last is None:
            return None
        # One word of a place's name is easily taken for a person ("Ketua Melati Ambon, ...").
        persons = sum(self._person[position : last + 1])
        if describing and (not persons or (persons == 1 and not self._person[position])):
            name = self._apposed_name(last + 1, end, unsure=not persons)
            if name is not None and (not enclosed or self._encloses(name + 1, end)):
                last = name
        return Phrase(position, last)

    def _run(self, position: int, end: int) -> int | None:
        """Return the last position of the run of nominal words from ``position``."""
        words = self.words
        last: int | None = None
        k = position
        limit = min(end, position + _REACH)
        while k <= limit:
            word = words.lower[k]
            if self._times[k]:
                break
            if word == "(":
                close = next(
                    (q for q in range(k, min(k + 8, limit + 1)) if words.lower[q] == ")"), None
                )
                if close is None or last is None or any(self._times[q] for q in range(k, close)):
                    break
                if any(words.pos[q] in ("VERB", "NUM") for q in range(k, close)):
                    break
                if close - k <= 4:
                    last = close
                    k = close + 1
                    continue
                break
            if word in self.grammar.joiners:
                if last is None or k == limit or not self._joins(k, limit):
                    break
            elif word == ",":
                if last is None or not self._lists(position, k, limit):
                    break
            elif word in _DASHES:
                begins = last is None and k > position and not self._times[k]
                if k == limit or (not begins and (last is None or self._divides(k))):
                    break
            elif word in ("/", "&"):
                if last is None or k == limit:
                    break
            elif word in self.grammar.inner:
                # "al-Saleh" may begin a name; other prepositions may not.
                begins = last is None and k < limit and words.lower[k + 1] in _DASHES
                if not begins and (last is None or k == limit or not self.is_nominal(k + 1)):
                    break
            elif word in self.grammar.demonstratives:
                return k if last is not None else None
            elif words.pos[k] == "PRON" and word in self.grammar.pronouns:
                if word == "nya" and last is not None:
                    last = k
                    k += 1
                    continue
                break
            elif word == "yang" or not (self.is_nominal(k) or self._modifies(k, last)):
                break
            else:
                last = k
            k += 1
        return last

    def _modifies(self, position: int, last: int | None) -> bool:
        """Tell whether a verb form describes the noun before it ("keterangan tertulis")."""
        token = self.words.tokens[position]
        if last != position - 1:
            return False
        by_tree = base(token.dep_) == "amod" and token.head.i == self.words.tokens[last].i
        return by_tree or self.words.lower[position] in self.grammar.describing

    def _divides(self, dash: int) -> bool:
        """Tell whether a dash parts two phrases ("AMBON - Wirya") and is no hyphen ("Jae - in")."""
        words = self.words
        if words.lower[dash] != "-" or dash + 1 >= len(words) or not dash:
            return True
        if words.glued(dash) and words.glued(dash + 1):
            return False
        if self._person[dash - 1] and self._person[dash + 1]:
            return False
        return words.capital(dash + 1)

    def _joins(self, position: int, limit: int) -> bool:
        """Tell whether "dan" at ``position`` joins two names or titles, not two clauses."""
        nxt = position + 1
        if nxt > limit or not self.is_nominal(nxt):
            return False
        follower = self._end_of_run(nxt, limit)
        return follower > limit or self.words.pos[follower] != "VERB" or self.words.capital(nxt)

    def _end_of_run(self, position: int, limit: int) -> int:
        while position <= limit and self.is_nominal(position):
            position += 1
        return position

    def _lists(self, first: int, comma: int, limit: int) -> bool:
        """Tell whether a comma divides parts of an office ("Bidang Politik, Hukum, dan ...")."""
        words = self.words
        if self._has_person(first, comma - 1):
            return False
        k = comma + 1
        stop = min(limit, comma + 10)
        while k <= stop and (self.is_nominal(k) or words.lower[k] == ","):
            if self._person[k] or self._times[k]:
                return False
            if words.lower[k] == "," and k < stop and words.lower[k + 1] in ("dan", "serta"):
                return k + 2 <= limit and words.capital(k + 2)
            k += 1
        return (
            k < stop
            and words.lower[k] in ("dan", "serta")
            and words.capital(k + 1)
            and words.capital(comma + 1)
            and k - comma <= 4
            and not self._person[k + 1]
        )

    def _has_person(self, first: int, last: int) -> bool:
        return any(self._person[first : last + 1])

    def _encloses(self, position: int, end: int) -> bool:
        return position > end or self.words.lower[position] in (",", ".", "(")

    def _apposed_name(self, position: int, end: int, *, unsure: bool) -> int | None:
        """Return the last position of a person's name behind a description, or None.

        Between the two stand a comma, or the description's place ("di Ambon, "), or places in
        steps ("Kepala Desa X, Kecamatan Y, Wirya"). ``unsure``: no person was seen so far, so that
        two proper nouns between commas are enough.
        """
        words = self.words
        limit = min(end, position + 14)
        k = position
        comma = False
        while k <= limit and not (comma and self._person[k]):
            word = words.lower[k]
            if self._times[k] or (k > position and words.lower[k - 1] == "," and word in ("di",)):
                break
            if word == ",":
                comma = True
            elif not (self.is_nominal(k) or word in ("di", "pada", "(", ")", ".", *_DASHES)):
                break
            k += 1
        if comma and k <= limit and self._person[k]:
            first = k
            while k <= end and self._person[k]:
                k += 1
            verb = k <= end and words.pos[k] in ("VERB", "AUX")
            return k - 1 if (k - first > 1 or unsure) and not verb else None
        if not unsure or position > end or words.lower[position] != ",":
            return None
        k = position + 1
        while k <= min(end, position + 6) and (
            (words.pos[k] == "PROPN" and words.tokens[k].ent_type_ not in ("LOC", "ORG"))
            or (words.lower[k] in _DASHES and not self._times[k + 1 if k < end else k])
        ):
            k += 1
        closed = k > end or words.lower[k] in (",", ".", "(") or words.lower[k] in _BEHIND_NAME
        named = k - position > 2 and closed and not self._times[position + 1]
        return k - 1 if named else None

    def addressee(self, position: int, end: int) -> Phrase | None:
        """Return the noun phrase behind "kepada" at ``position``, or None."""
        if position > end or self.words.lower[position] not in ("kepada", "pada"):
            return None
        if position + 1 > end or self._times[position + 1]:
            return None
        phrase = self.after(position + 1, end, describing=False)
        if phrase is None:
            return None
        if self.words.lower[position] == "pada":
            root = self._mention.get(self._root(phrase))
            if root is None or root.type in (None, "LOC", "GPE"):
                return None
        return phrase

    # -- before a cue ------------------------------------------------------------------------

    def fillers(self, position: int, start: int) -> tuple[int, bool, int | None]:
        """Step back over adverbs from ``position``.

        Returns (position of the first word that is no adverb, whether a modal was passed, position
        of a negation that belongs to the cue).
        """
        words = self.words
        modal = False
        negation: int | None = None
        k = position
        while k >= start:
            word = words.lower[k]
            if word in self.grammar.modals:
                modal = True
            elif word in self.grammar.negations:
                negation = k
            elif word in self.grammar.pronouns and word != "nya":
                break
            elif (
                word in self.grammar.adverbs
                or (words.pos[k] in ("ADV", "AUX") and word not in self.grammar.joiners)
                or (self._times[k] and k > start and words.lower[k] not in self.grammar.pronouns)
                or (word in _BEFORE_TIME and k < position and self._times[k + 1] and k > start)
                or (word == "kali" and k > start and words.pos[k - 1] == "NUM")
                or (words.pos[k] == "NUM" and k < position and words.lower[k + 1] == "kali")
                or (
                    word in ("pun", "lah", "nya")
                    and words.glued(k)
                    and words.lower[k - 1] in self.grammar.adverbs
                )
            ):
                pass
            else:
                break
            k -= 1
        return k, modal, negation

    def before(self, cue: int, start: int) -> Phrase | None:
        """Return the subject that stands before the cue at position ``cue``, or None.

        ``start`` is the first position of the clause's unit.
        """
        words = self.words
        edge = self._step_back(cue - 1, start)
        if edge < start:
            return self._by_tree(cue, start)
        if words.lower[edge] == "yang":
            return self._antecedent(edge, start)
        if (
            words.lower[edge] in self.grammar.joiners
            or words.lower[edge] in self.grammar.circumstances
        ):
            return None
        if words.lower[edge] in self.grammar.pronouns and not words.glued(edge):
            return Phrase(edge, edge, True)
        first, last = self._leftward(edge, start)
        if first is None:
            return self._by_tree(cue, start)
        first = self._widen(first, last, cue, start)
        phrase = Phrase(first, last)
        if (
            first > start
            and words.lower[first - 1] in self.grammar.circumstances - self.grammar.joiners
        ):
            lead = words.lower[first - 1]
            if lead in self.grammar.governing:
                # "dalam rapat itu Wirya mengatakan": what follows "itu" is the subject.
                inner = self._behind_demonstrative(first, last)
                if inner is not None:
                    return Phrase(inner, last)
                return self._by_tree(cue, start)
        tree = self._tree_subject(cue)
        sure = tree is not None and phrase.first <= tree <= phrase.last
        return Phrase(first, last, sure)

    def _widen(self, first: int, last: int, cue: int, start: int) -> int:
        """Return an earlier start if the tree has the subject there, in the same breath.

        In "Pelatih berusia 61 tahun itu menegaskan" the run of nouns stops at "berusia".
        """
        words = self.words
        subject = self._tree_subject(cue)
        if subject is None or not start <= subject < first or first - subject > 12:
            return first
        between = words.lower[subject:first]
        if words.lower[last] == "nya" or not _ONE_BREATH.isdisjoint(between):
            return first
        widened, _ = self._leftward(subject, start)
        return subject if widened is None else widened

    def _behind_demonstrative(self, first: int, last: int) -> int | None:
        for k in range(first, last):
            if self.words.lower[k] in self.grammar.demonstratives or self._times[k]:
                return k + 1
        return None

    def _step_back(self, edge: int, start: int) -> int:
        """Step from a cue back to the last word of its subject, over what may stand between."""
        words = self.words
        k, _, _ = self.fillers(edge, start)
        for _ in range(4):
            if k < start or words.lower[k] == "yang":
                return k
            if words.lower[k] == ",":
                opening = self._bracket(k, start)
                k = opening - 1 if opening is not None else k - 1
            elif words.lower[k] == ")":
                opening = next(
                    (q for q in range(k, max(start, k - 14) - 1, -1) if words.lower[q] == "("), None
                )
                if opening is None or not any(self._times[q] for q in range(opening, k)):
                    return k
                k = opening - 1
            else:
                adjunct = self._adjunct(k, start)
                if adjunct is None:
                    return k
                k = adjunct - 1
            k, _, _ = self.fillers(k, start)
        return k

    def _bracket(self, comma: int, start: int) -> int | None:
        """Return the opening comma of a circumstance between commas that ends at ``comma``."""
        words = self.words
        k = comma - 1
        while k > start and k > comma - _REACH:
            if words.lower[k] == ",":
                lead = words.lower[k + 1]
                aside = comma - k <= 3 and lead in self.grammar.asides
                if lead in self.grammar.circumstances or self._times[k + 1] or lead == "yang":
                    return k
                # "Wirya, pemilik bengkel itu, mengatakan": the name before it is the subject.
                named = (
                    self._person[k - 1]
                    and words.pos[k + 1] == "NOUN"
                    and not self._has_person(k + 1, comma - 1)
                )
                return k if aside or named else None
            k -= 1
        return None

    def _adjunct(self, edge: int, start: int) -> int | None:
        """Return where a circumstance between subject and verb begins, or None.

        In "Wirya dalam jumpa pers menyatakan" this is "dalam"; a person's name at the end means
        that the phrase is part of a title ("Duta Besar di Praha Wirya menyatakan").
        """
        words = self.words
        if self._person[edge] and not self._times[edge]:
            return None
        k = edge
        while k > start and k > edge - 14:
            word = words.lower[k]
            if word in (",", ":") or (word in self.grammar.joiners and k < edge - 6):
                return None
            if word in self.grammar.purposes:
                return None
            if word in self.grammar.between and not words.capital(k):
                # Behind a comma it needs a second one ("Wirya, dalam jumpa pers, menyatakan").
                if k == start or not (self.is_nominal(k - 1) or words.lower[k - 1] == ")"):
                    return None
                if self._in_subject(k):
                    return None
                return k
            k -= 1
        return None

    def _in_subject(self, preposition: int) -> bool:
        """Tell whether the tree hangs the phrase of ``preposition`` on the noun before it."""
        words = self.words
        token = words.tokens[preposition]
        noun = token.head
        if base(token.dep_) not in ("case", "mark") or noun.i == token.i:
            return False
        return base(noun.dep_) in ("nmod", "appos") and words.lower[preposition] in ("di", "pada")

    def _leftward(self, edge: int, start: int) -> tuple[int | None, int]:
        """Return first and last position of the noun phrase that ends at ``edge``.

        A relative clause at its end is left out ("Wirya yang tiba pagi itu" is "Wirya"), unless a
        demonstrative closes it or a name follows.
        """
        words = self.words
        first: int | None = None
        last = edge
        k = edge
        limit = max(start, edge - _REACH)
        while k >= limit:
            word = words.lower[k]
            step = self._bracketed(k, limit)
            if step is None and word == ",":
                step = self._over_comma(k, limit, first, last)
                if step is None:
                    break
            elif step is None and (word in self.grammar.inner or word in _JOINING):
                step = self._over_joiner(k, limit, first)
            elif step is None and (
                self.is_nominal(k) or (word == "nya" and k > limit and words.glued(k))
            ):
                if self._times[k] and not self._person[k]:
                    break
                first = k
                step = k - 1
            if step is None:
                opening = self._relative(k, limit)
                if opening is None or (first is not None and self._times[k]):
                    break
                closed = words.lower[last] in self.grammar.demonstratives
                if not closed and not self._has_person(k + 1, last):
                    last = opening - 1
                    if last >= limit and words.lower[last] == ",":
                        last -= 1
                step = opening - 1
                first = None if last < opening else first
            k = step
        while first is not None and first < last and not self.is_nominal(first):
            first += 1
        return first, last

    def _bracketed(self, position: int, limit: int) -> int | None:
        """Return the position before the "(" of a ")" at ``position``, or None."""
        lower = self.words.lower
        if lower[position] != ")":
            return None
        for k in range(position - 1, max(limit, position - 8) - 1, -1):
            if lower[k] == "(":
                return k - 1
        return None

    def _over_comma(self, comma: int, limit: int, first: int | None, last: int) -> int | None:
        """Return where a noun phrase goes on to the left of a comma inside of it, or None."""
        words = self.words
        enclosed = last + 1 < len(words) and words.lower[last + 1] == ","
        named = first is not None and (
            self._has_person(comma + 1, last) or self._looks_named(comma + 1, last, enclosed)
        )
        if not (named or self._listed(comma, limit, last)):
            return None
        opening = self._relative(comma - 1, limit)
        if opening is not None:
            return opening - 1
        if named and not self._describes(comma - 1, limit):
            return None
        return comma - 1

    def _over_joiner(self, position: int, limit: int, first: int | None) -> int | None:
        """Return the position before "dan", "dari", a hyphen inside of a noun phrase, or None."""
        words = self.words
        word = words.lower[position]
        if first is None or position == limit or (word in _DASHES and self._divides(position)):
            return None
        if not self.is_nominal(position - 1) and words.lower[position - 1] not in (",", ")"):
            return None
        if word in self.grammar.joiners and self._is_clause(position - 1, limit):
            return None
        return position - 1

    def _looks_named(self, first: int, last: int, enclosed: bool) -> bool:
        """Tell whether the words are proper nouns, of no known place or body unless enclosed."""
        words = self.words
        return all(
            words.pos[k] == "PROPN"
            and (enclosed or words.tokens[k].ent_type_ not in ("LOC", "ORG"))
            for k in range(first, last + 1)
        )

    def _relative(self, edge: int, limit: int) -> int | None:
        """Return the position of the "yang" whose clause ends at ``edge``, or None."""
        words = self.words
        for k in range(edge, max(limit, edge - 18), -1):
            word = words.lower[k]
            if word == "yang":
                return k if k > limit else None
            if word in (",", "bahwa", '"', "”", ":"):
                return None
        return None

    def _describes(self, edge: int, limit: int) -> bool:
        """Tell whether a description without a name ends at ``edge`` ("Ketua KPU, Wirya,")."""
        if edge < limit or not self.is_nominal(edge) or self._times[edge]:
            return False
        k = edge
        inner = self.grammar.inner
        while k >= limit and (
            self.is_nominal(k) or self.words.lower[k] in inner or self.words.lower[k] == ","
        ):
            k -= 1
        governed = self.words.lower[k] in self.grammar.governing
        return k < limit or not (governed or self.words.pos[k] in ("VERB", "AUX"))

    def _listed(self, comma: int, limit: int, last: int) -> bool:
        """Tell whether the comma divides parts of an office, or names in a list."""
        words = self.words
        if comma + 1 <= last and words.lower[comma + 1] in ("dan", "serta"):
            return words.capital(comma - 1) and comma - 1 >= limit
        for k in range(comma + 1, min(last, comma + 8)):
            if words.lower[k] in ("dan", "serta"):
                return words.capital(comma + 1) and words.capital(comma - 1)
            if not self.is_nominal(k) and words.lower[k] != ",":
                return False
        return False

    def _is_clause(self, edge: int, limit: int) -> bool:
        """Tell whether what ends at ``edge`` is the object of a verb: "dan" then joins clauses."""
        words = self.words
        k = edge
        while k >= limit and (self.is_nominal(k) or words.lower[k] in self.grammar.inner):
            k -= 1
        return k >= limit and words.pos[k] in ("VERB", "AUX")

    def _antecedent(self, yang: int, start: int) -> Phrase | None:
        """Return the noun phrase that the relative clause at ``yang`` belongs to."""
        words = self.words
        edge = yang - 1
        if edge >= start and words.lower[edge] == ",":
            edge -= 1
        edge, _, _ = self.fillers(edge, start)
        if edge < start:
            return None
        first, last = self._leftward(edge, start)
        if first is None:
            return None
        # "nota dari dinas yang menyarankan": the nearest of the nouns is meant.
        for k in range(last, first, -1):
            if words.lower[k] in ("dari", "oleh") and not self._has_person(first, k):
                first = k + 1
                break
        return Phrase(first, last, relative=True)

    # -- the tree ----------------------------------------------------------------------------

    def _tree_subject(self, cue: int) -> int | None:
        """Return the position of the cue's subject by the tree, or None."""
        token = self.words.tokens[cue]
        for child in token.children:
            if base(child.dep_) == "nsubj":
                return self.words.position_of.get(child.i)
        return None

    def _by_tree(self, cue: int, start: int) -> Phrase | None:
        """Return the subject that the tree gives, if it stands before the cue in the unit."""
        subject = self._tree_subject(cue)
        if subject is None or not start <= subject < cue or cue - subject > _REACH:
            return None
        return self._around(subject, start, cue - 1)

    def shared(self, cue: int, start: int) -> Phrase | None:
        """Return the subject of the verb that the cue is coordinated with, by the tree."""
        words = self.words
        token = words.tokens[cue]
        for _ in range(4):
            if (
                base(token.dep_) not in ("conj", "advcl", "xcomp", "parataxis")
                or token.head.i == token.i
            ):
                break
            token = token.head
            place = words.position_of.get(token.i)
            if place is None or place < start:
                return None
            if place < cue:
                subject = self._tree_subject(place)
                if subject is not None and start <= subject < place:
                    return self._around(subject, start, place - 1)
        return None

    def lead(self, phrase: Phrase, start: int) -> str:
        """Return the word before the phrase, adverbs and times left out; "" at the start."""
        k, _, _ = self.fillers(phrase.first - 1, start)
        return self.words.lower[k] if k >= start else ""

    def first_subject(self, cue: int, start: int) -> Phrase | None:
        """Return the noun phrase that opens the unit, if a verb follows it before the cue."""
        words = self.words
        k = start
        for _ in range(3):
            while (
                k < cue and not self.is_nominal(k) and words.lower[k] not in self.grammar.pronouns
            ):
                k += 1
            if k >= cue:
                return None
            if not self._times[k] and (
                k == start or words.lower[k - 1] not in self.grammar.governing
            ):
                return self.after(k, cue - 1)
            # "Pada sidang itu, jaksa tetap ... dan meminta": behind the comma
            while k < cue and words.lower[k] != ",":
                k += 1
        return None

    def _around(self, position: int, start: int, end: int) -> Phrase | None:
        if self.words.lower[position] in self.grammar.pronouns:
            return Phrase(position, position)
        last = self._run(position, end)
        if last is None:
            return None
        first, _ = self._leftward(position, start)
        if first is None or (
            first > start and self.words.lower[first - 1] in self.grammar.governing
        ):
            first = position
        return Phrase(first, last)


_BEHIND_NAME = frozenset(("di", "kepada", "saat", "dalam", "pada", "ketika", "usai", "melalui"))
_BEFORE_TIME = frozenset(("pada", "sejak", "hingga", "sampai"))
_ONE_BREATH = frozenset((",", "bahwa", ":", "-", "–", "—", "--", '"', "”", "“"))
_JOINING = frozenset(("-", "–", "—", "--", "/", "&", "dan", "atau", "serta"))
_DASHES = frozenset(("-", "–", "—", "--"))

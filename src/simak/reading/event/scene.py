"""The scene: who is named beside a word, before a verb, behind a preposition.

It looks at the ground of one article (``ground.py``) by the order of words: what stands right
before or behind a position, over titles, coordinations and brackets, to the end of the clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from simak.reading.event.ground import Ground, Unit

ENDS = frozenset('.;:!?…"“”«»')
BRACKETS = frozenset("()[]")
QUOTES = frozenset("\"'“”‘’«»")
DASHES = frozenset({"-", "--", "–", "—"})
# A noun that names what somebody does to something: "pembubaran".
DEED = re.compile(r"pe[a-z]{4,}an")
# Words between the members of a row of parties.
_JOINTS = frozenset({"dan", "serta", "maupun", "bersama", "beserta"})
_VERB = re.compile(r"(me|ber|di|ter)[a-z-]{3,}")


@dataclass(frozen=True, slots=True)
class Party:
    """Referents found at one place, with the words that name them (positions, both included).

    ``direct`` is False if they were found as possessors of what stands there ("kebijakan X").
    """

    referents: tuple[int, ...]
    first: int
    last: int
    direct: bool = True


class Scene(Ground):
    """The ground of one article, with the ways to find the parties around a position."""

    def opens(self, position: int) -> bool:
        """Tell whether the word there opens another clause, and is no part of a time."""
        return self.lower[position] in self.words.opener and self.time[position] is None

    def is_verb(self, position: int) -> bool:
        """Tell whether a finite verb stands there, by tag and form."""
        return self.tokens[position].pos_ == "VERB" and bool(_VERB.fullmatch(self.lower[position]))

    def actor(self, index: int) -> bool:
        """Tell whether the referent can act: neither a mere place nor just anyone."""
        referent = self.cast.referents[index]
        return referent.type != "LOC" and referent.name.lower() not in self.words.anyone

    def after(
        self, position: int, limit: int | None = None, *, together: bool = False
    ) -> Party | None:
        """Return the parties named right after ``position``, coordinated ones included.

        "menemui Presiden X dan Y" gives both. What stands between may be words that say what the
        party is ("tersangka"); another noun between makes the party a possessor, not direct. A
        party before a predicate is its subject, but if they stand ``together``.
        """
        return self.phrase(position + 1, limit, together=together)

    def phrase(
        self, start: int, limit: int | None = None, *, together: bool = False
    ) -> Party | None:
        """Return the parties named from ``start`` on, as :meth:`after` does."""
        if start >= len(self.tokens):
            return None
        before = max(start - 1, 0)
        last = self.sentence[before][1] if limit is None else limit
        if start > last:
            last = self.sentence[start][1] if start == self.sentence[start][0] == 0 else last
        between: list[int] = []
        at = start
        while at <= last and at - start < 8:
            unit = self.starting[at]
            if unit is not None:
                break
            if self.time[at] is not None:
                return None
            pos = self.tokens[at].pos_
            if pos not in {"NOUN", "PROPN", "ADJ", "NUM", "DET", "ADV", "PART"} or self.lower[
                at
            ] in {"yang", "dan", "atau", "serta"}:
                return None
            if pos not in {"ADV", "PART"} and self.lower[at] not in self.words.prefix:
                between.append(at)
            at += 1
        else:
            return None
        direct = not [i for i in between if self.tokens[i].pos_ in {"NOUN", "PROPN"}]
        if not direct and self.lower[start] in self.words.body:
            # "perusahaan minyak PT X": what it is before its name
            direct = self.cast.referents[unit.referent].type == "ORG" and not unit.person
        apposed = None if direct else self._apposed(unit, last)
        if apposed is not None:  # "mantan juru masak Hotel X, Wirya,"
            return Party((apposed.referent,), start, apposed.last)
        unit = self._name_behind(unit)
        return self._joined_right(unit, start, last, direct, together)

    def _name_behind(self, unit: Unit) -> Unit:
        """Return the person's name that follows directly ("pemimpin Hamas Wirya"), or ``unit``."""
        following = unit.last + 1
        high = self.sentence[unit.last][1]
        if following + 3 <= high and (self.lower[following], self.lower[following + 2]) == (
            "(",
            ")",
        ):
            following += 3  # an acronym in brackets
        if following < high and self.lower[following] == "," and self._titled(unit):
            following += 1  # "Ketua Umum Partai X, Wirya"
        if following <= high:
            name = self.starting[following]
            if name is not None and name.person and not unit.person and name.kind == "name":
                return name
        return unit

    def _apposed(self, unit: Unit, last: int) -> Unit | None:
        """Return the person's name between commas behind the body somebody is of."""
        comma = unit.last + 1
        if unit.person or comma >= last or self.lower[comma] != ",":
            return None
        name = self.starting[comma + 1]
        if name is None or not name.person or name.kind != "name":
            return None
        behind = name.last + 1
        ended = behind > last or self.lower[behind] in {",", "("} or self.lower[behind] in ENDS
        return name if ended else None

    def _titled(self, unit: Unit) -> bool:
        """Tell whether the unit is the body of a title right before it ("Ketua Partai X")."""
        low = self.sentence[unit.first][0]
        return unit.first > low and self.lower[unit.first - 1] in self.words.title

    def _joined_right(
        self, unit: Unit, first: int, last: int, direct: bool, together: bool
    ) -> Party:
        found = [unit.referent]
        pending: list[Unit] = []
        end = edge = unit.last
        while edge + 2 <= last:
            edge = self._behind_acronym(edge, last)
            if edge + 2 > last:
                break
            joint = self.lower[edge + 1]
            if joint not in {",", "dan", "serta", "maupun", "&", "atau", *DASHES}:
                break
            at = edge + 2
            if joint == "," and self.lower[at] in {"dan", "serta"}:
                joint, at = self.lower[at], at + 1
            while at <= last and self.lower[at] in self.words.prefix and self.starting[at] is None:
                at += 1
            if at > last:
                break
            other = self.starting[at]
            if other is None:
                break
            other = self._name_behind(other)
            if joint in DASHES and not (unit.person and other.person):
                break
            if joint != "," and pending and other.person and not unit.person:
                found += [one.referent for one in pending]
                end = edge
                break  # "diusung X, Y serta Wirya yang diusung Z"
            pending.append(other)
            edge = other.last
            if joint != ",":
                if not together and self._acts(edge + 1):
                    break
                found += [one.referent for one in pending]
                pending, end = [], edge
        return Party(tuple(dict.fromkeys(found)), first, end, direct)

    def _behind_acronym(self, position: int, last: int) -> int:
        """Return where the acronym in brackets behind a name ends: "Komite X (KX)"."""
        closing = position + 3
        if closing <= last and (self.lower[position + 1], self.lower[closing]) == ("(", ")"):
            return closing
        return position

    def _acts(self, position: int) -> bool:
        """Tell whether a predicate begins there: the unit before it is then its subject."""
        if position >= len(self.tokens):
            return False
        token = self.tokens[position]
        return token.pos_ in {"VERB", "AUX"} or self.lower[position] in {
            "akan", "telah", "sudah", "juga", "tidak", "belum", "masih",
        }  # fmt: skip

    def before(self, position: int) -> Party | None:
        """Return the parties whose words end right before ``position``, as a subject does.

        None if they hang on a preposition or on another noun ("serangan X menewaskan").
        """
        low = self.sentence[position][0]
        at = position - 1
        if at < low:
            return None
        unit = self.ending[at]
        if unit is None:
            return None
        unit = self._before_brackets(unit, low)
        units, first = self._listed(unit, low)
        if first > low and not self._free(first - 1):
            return None
        return Party(tuple(dict.fromkeys(one.referent for one in units)), first, at)

    def _listed(self, unit: Unit, low: int) -> tuple[list[Unit], int]:
        """Return the units of the row that ends with ``unit``, and where it begins.

        "A, B dan C", "A bersama B", "baik A maupun B". What hangs on a word before it is not of
        the row: "menurut Wirya, A dan B ...".
        """
        units: list[Unit] = [unit]
        joints: list[str] = []  # between each unit and the next
        begins = [self._with_title(unit.first, low, unit.person)]
        while begins[0] - 2 >= low:
            first = begins[0]
            apposed = self._title_before(first, low) if units[0].person else None
            edge = (first if apposed is None else apposed) - 1
            joint = self.lower[edge]
            if joint == "juga" and edge - 1 > low:  # "A dan juga B"
                edge -= 1
                joint = self.lower[edge]
            dash = joint in DASHES and units[0].person  # "Sutini - Wira", on one ticket
            if not (joint in _JOINTS or dash) and not (joint == "," and len(units) > 1):
                break
            if joint != "," and self.lower[edge - 1] == ",":
                edge -= 1
            other = self.ending[edge - 1] if edge - 1 >= low else None
            if other is None:
                break
            if (joint == "," or dash) and units[0].person and not other.person:
                break  # "Ketua Partai X, Wirya dan Ratna"
            units.insert(0, other)
            joints.insert(0, joint)
            begins.insert(0, self._with_title(other.first, low, other.person))
        while len(units) > 1 and begins[0] > low and not self._free(begins[0] - 1):
            if joints[0] == ",":
                units, joints, begins = units[1:], joints[1:], begins[1:]
            else:
                units, begins = units[-1:], [unit.first]
        return units, begins[0]

    def _title_before(self, position: int, low: int) -> int | None:
        """Return where the title begins that a comma parts from a name behind "dan".

        "Ketua A, Wirya dan komisioner B, Ratna": it is the position of "komisioner".
        """
        if position - 3 < low or self.lower[position - 1] != ",":
            return None
        for at in range(position - 2, max(low, position - 10), -1):
            if self.lower[at] in _JOINTS:
                return at + 1 if self.lower[at + 1] in self.words.title else None
            if self.tokens[at].pos_ not in {"NOUN", "PROPN", "ADJ"}:
                return None
        return None

    def _before_brackets(self, unit: Unit, low: int) -> Unit:
        """Return the unit whose possessor this is: "awak kapal (AK) Sagara" are the crew."""
        if unit.first - 1 < low or self.lower[unit.first - 1] != ")":
            return unit
        for at in range(unit.first - 2, max(low, unit.first - 6), -1):
            if self.lower[at] == "(":
                return self.ending[at - 1] or unit
        return unit

    def _with_title(self, first: int, low: int, person: bool) -> int:
        """Return where the title or number before a name begins ("Menteri Energi X Wirya")."""
        while first > low:
            body = self.ending[first - 1] if person else None
            word = self.lower[first - 1]
            if (
                (word in self.words.prefix and word not in _JOINTS)
                or (word in self.words.member and not person)
                or self.tokens[first - 1].pos_ == "NUM"
            ):
                first -= 1
            elif (
                body is not None
                and not body.person
                and body.first > low
                and self.lower[body.first - 1] in self.words.prefix
            ):
                first = body.first
            else:
                break
        return first

    def _free(self, position: int) -> bool:
        """Tell whether what follows this word can be a subject."""
        token = self.tokens[position]
        if self.lower[position] in {"menurut", "kata", "ujar", "bahwa", "yang", "tempat"}:
            return self.lower[position] not in {"menurut"}
        if self.time[position] is not None:
            return True
        return token.pos_ not in {"ADP", "NOUN", "PROPN", "NUM", "VERB"} or (
            self.lower[position] in self.words.opener
        )

    def rest(self, position: int, low_verbs: bool = True) -> Iterator[int]:
        """Yield the positions after ``position`` that belong to the same clause."""
        last = self.sentence[position][1]
        for at in range(position + 1, min(last, position + 40) + 1):
            word = self.lower[at]
            if word in ENDS:
                return
            if word == "," and not self.goes_on(at):
                return
            if self.opens(at):
                return
            if low_verbs and self.is_verb(at):
                return
            yield at

    def goes_on(self, comma: int) -> bool:
        """Tell whether the clause goes on behind a comma: a time, brackets, a list, a name.

        "menyerahkan beras, tenda, dan obat kepada X"; "menjual anak usahanya, PT X, kepada Y";
        "di Hotel X, Tirakarta, Senin (3/2)".
        """
        last = self.sentence[comma][1]
        following = comma + 1
        if following > last:
            return False
        if self.time[following] is not None or self.lower[following] in BRACKETS:
            return True
        unit = self.starting[following]
        if unit is not None and unit.last < last:
            behind = self.lower[unit.last + 1]
            return behind == "," or behind in BRACKETS or self.time[unit.last + 1] is not None
        closed = self.ending[comma - 1]
        if closed is not None and self.lower[closed.first - 1] == ",":
            return self.tokens[following].pos_ == "ADP"  # behind an apposition
        for at in range(following, min(last, following + 4) + 1):
            word = self.lower[at]
            if word in {",", "dan", "serta"}:
                return at > following or word != ","
            if self.tokens[at].pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"}:
                return False
        return False

    def oblique(self, position: int, prepositions: tuple[str, ...], *, far: bool) -> Party | None:
        """Return the parties behind one of ``prepositions`` in the clause after ``position``.

        ``far``: also across a relative "yang" and "untuk" ("dukungan yang besar kepada X").
        """
        for at in self.rest(position):
            if self.lower[at] in prepositions:
                party = self.after(at)
                if party is not None:
                    return party
            elif self.lower[at] in {"yang", "untuk", "guna", "demi"} and not far:
                return None
        return None

"""Speakers: the noun phrases that stand behind a cue, who speaks and to whom."""

from __future__ import annotations

from simak.reading.statement.extent import DASHES, Extents
from simak.reading.statement.reference import Phrase, Reference

# Words that a description may have between its noun and its demonstrative.
_DESCRIBED = 14
_BEHIND_NAME = frozenset(("di", "kepada", "saat", "dalam", "pada", "ketika", "usai", "melalui"))


class Speakers:
    """Finds the noun phrase behind "kata", "menurut", "kepada"."""

    def __init__(self, reference: Reference, extents: Extents) -> None:
        self.words = reference.words
        self.grammar = reference.grammar
        self.reference = reference
        self.extents = extents

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
        last = self.extents.rightward(position, end)
        if last is None:
            return None
        # One word of a place's name is easily taken for a person ("Ketua Melati Ambon, ...").
        persons = sum(map(self.reference.is_person, range(position, last + 1)))
        if describing and (
            not persons or (persons == 1 and not self.reference.is_person(position))
        ):
            closed = None if persons else self._closing(last + 1, end)
            if closed is not None:
                return Phrase(position, closed)
            name = self._apposed_name(last + 1, end, unsure=not persons)
            if name is not None and (not enclosed or self._encloses(name + 1, end)):
                last = name
        return Phrase(position, last)

    def _closing(self, position: int, end: int) -> int | None:
        """Return the demonstrative that closes a description which goes on at ``position``.

        "perempuan *berusia 17 tahun tersebut*", "pria *yang akrab disapa Wirya itu*": it stands at
        the end of the tag.
        """
        words = self.words
        if position > end or words.lower[position] not in self.grammar.features:
            return None
        for k in range(position + 1, min(end, position + _DESCRIBED) + 1):
            if words.lower[k] in self.grammar.demonstratives:
                behind = k + 1
                ends = behind > end or words.tokens[behind].is_punct
                return k if ends or words.lower[behind] in self.grammar.circumstances else None
            if words.lower[k] in (".", ":", ";", '"', "“", "”"):
                return None
        return None

    def clitic(self, position: int, end: int) -> Phrase | None:
        """Return the "-nya" at ``position`` that stands for a speaker ("ujarnya"), or None."""
        words = self.words
        if position <= end and words.lower[position] == "nya" and words.glued(position):
            return Phrase(position, position, True)
        return None

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
        while k <= limit and not (comma and self.reference.is_person(k)):
            word = words.lower[k]
            if self.reference.is_time(k) or (
                k > position and words.lower[k - 1] == "," and word == "di"
            ):
                break
            if word == ",":
                comma = True
            elif not (
                self.reference.is_nominal(k) or word in ("di", "pada", "(", ")", ".", *DASHES)
            ):
                break
            k += 1
        if comma and k <= limit and self.reference.is_person(k):
            first = k
            while k <= end and self.reference.is_person(k):
                k += 1
            verb = k <= end and words.pos[k] in ("VERB", "AUX")
            return k - 1 if (k - first > 1 or unsure) and not verb else None
        if not unsure or position > end or words.lower[position] != ",":
            return None
        k = position + 1
        while k <= min(end, position + 6) and (
            (words.pos[k] == "PROPN" and words.tokens[k].ent_type_ not in ("LOC", "GPE", "ORG"))
            or (words.lower[k] in DASHES and not self.reference.is_time(k + 1 if k < end else k))
        ):
            k += 1
        closed = k > end or words.lower[k] in (",", ".", "(") or words.lower[k] in _BEHIND_NAME
        named = k - position > 2 and closed and not self.reference.is_time(position + 1)
        return k - 1 if named else None

    def addressee(self, position: int, end: int) -> Phrase | None:
        """Return the noun phrase behind "kepada" at ``position``, or None."""
        if position > end or self.words.lower[position] not in ("kepada", "pada"):
            return None
        if position + 1 > end or self.reference.is_time(position + 1):
            return None
        phrase = self.after(position + 1, end, describing=False)
        if phrase is None:
            return None
        if self.words.lower[position] == "pada":
            mention = self.reference.mention(phrase)
            if mention is None or mention.type in (None, "LOC", "GPE"):
                return None
        return phrase

    def addressee_soon(self, first: int, last: int) -> Phrase | None:
        """Return whom a tag names with "kepada", up to 12 words behind the speaker."""
        for k in range(first, min(last, first + 12) + 1):
            if self.words.lower[k] == "kepada":
                return self.addressee(k, last)
            if self.words.pos[k] == "VERB":
                return None
        return None

    def addressee_at(self, first: int, last: int) -> Phrase | None:
        """Return whom "kepada" at position ``first`` names."""
        if first <= last and self.words.lower[first] == "kepada":
            return self.addressee(first, last)
        return None

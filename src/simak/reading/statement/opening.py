"""Openings: where the content behind a cue begins, and to whom it is said.

Behind "mengatakan" stand "bahwa ...", ", ...", "kepada wartawan bahwa ..."; behind "meminta" stands
who is to do what: "warga (agar) mengungsi".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simak.reading.statement.reference import Phrase, Reference
from simak.reading.statement.speaker import Speakers
from simak.reading.statement.unit import Unit

THAT = frozenset(("bahwa", "bahwasanya", "bahwasannya"))
IF = frozenset(("jika", "kalau", "bila", "apabila"))
SO_THAT = frozenset(("agar", "supaya"))
TO = SO_THAT | {"untuk"}
_WHEN = frozenset(("saat", "ketika", "usai", "setelah", "seusai", "menjelang"))
# Words of an apposition behind whom somebody asks.
_APPOSED = 25
_ABOUT = frozenset(("soal", "tentang", "mengenai", "terkait", "perihal"))


@dataclass(frozen=True, slots=True)
class Start:
    """Where content begins: its first position, to whom it is said, what introduces it.

    ``explicit``: a complementizer, a comma, a colon or marks stand in front of it.
    """

    first: int
    addressee: Phrase | None = None
    introduced: str = ""
    explicit: bool = False


class Openings:
    """Finds where the content of cues begins."""

    def __init__(self, reference: Reference, speakers: Speakers) -> None:
        self.words = reference.words
        self.grammar = reference.grammar
        self.reference = reference
        self.speakers = speakers

    def start(self, position: int, end: int, unit: Unit, takes: Sequence[str]) -> Start | None:
        """Return where the content of an active or passive cue begins, or None.

        ``position`` is the one behind the cue, ``end`` the last that the content may have.
        """
        words = self.words
        k = position
        while k <= end and (
            words.lower[k] in self.grammar.particles - {"secara"}
            or (words.lower[k] == "nya" and words.glued(k))
        ):
            k += 1
        if k > end:
            return None
        if "to" in takes:
            found = self._to(k, end)
            if found is not None:
                return found
        that = self._that(k, end, unit, takes)
        if that is not None:
            addressee = self._addressee_in(k, that - 1)
            return Start(that + 1, addressee, words.lower[that], True)
        addressee = self.speakers.addressee(k, end)
        if addressee is not None:
            k = addressee.last + 1
        k = self._over_times(k, end)
        if k > end:
            return Start(k, addressee)
        word = words.lower[k]
        at_quote = any(piece.first == k for piece in unit.pieces)
        clausal = "clause" in takes or "bahwa" in takes
        if word in IF and clausal and not self._conditional(k, end):
            return Start(k + 1, addressee, word, True)
        if word in (",", ":"):
            return Start(self._behind_comma(k, end), addressee, word, True)
        if clausal and not at_quote:
            quoted = self._quoted_soon(k, end, unit)
            if quoted is not None:
                return Start(quoted, addressee, ":", True)
        if word in TO and takes == ("object",):
            return Start(k + 1, addressee, word, True)
        if word in TO and ("own" in takes or "clause" in takes):
            if word == "untuk" and "own" not in takes:
                return Start(k, addressee)
            return Start(k + 1, addressee, word, True)
        return Start(k, addressee, "", at_quote)

    def _behind_comma(self, comma: int, end: int) -> int:
        """Return where content begins behind a comma: "mengatakan, Senin (3/4), bahwa ..."."""
        words = self.words
        k = comma + 1
        if k <= end and self.reference.is_time(k):
            behind = self._over_times(k, end)
            if behind <= end and words.lower[behind] in (",", ":"):
                k = behind + 1
        if k <= end and (words.lower[k] in THAT or words.lower[k] in SO_THAT):
            k += 1
        return k

    def _quoted_soon(self, position: int, end: int, unit: Unit) -> int | None:
        """Return where a quotation starts behind a short object: "menulis keterangan, “...”"."""
        words = self.words
        for piece in unit.pieces:
            if position < piece.first <= min(end, position + 9):
                between = range(position, piece.first)
                if words.lower[piece.first - 1] in (",", ":") and not any(
                    words.pos[k] in ("VERB", "AUX") for k in between
                ):
                    return piece.first
                return None
        return None

    def _conditional(self, position: int, end: int) -> bool:
        """Tell whether "jika" opens a condition inside of what is said, not what is said."""
        words = self.words
        for k in range(position + 1, min(end, position + 25)):
            if words.lower[k] == "maka":
                return True
            if words.lower[k] == ",":
                behind = words.lower[k + 1 : min(end, k + 7) + 1]
                return any(word in ("maka", "akan", "bisa", "harus", "dapat") for word in behind)
        return False

    def _that(self, position: int, end: int, unit: Unit, takes: Sequence[str]) -> int | None:
        """Return the position of the "bahwa" of a cue, or None.

        Before it may stand circumstances ("mengatakan di Ambon, Senin, bahwa ...") or one short
        noun phrase ("mengingatkan warga bahwa ...").
        """
        words = self.words
        word = words.lower[position]
        if not (
            word in THAT or word in self.grammar.circumstantial or self.reference.is_time(position)
        ):
            phrase = self.speakers.after(position, end, describing=False)
            if phrase is None or phrase.last + 1 > end or words.lower[phrase.last + 1] not in THAT:
                return None
            if "object" in takes and not self.reference.acts(phrase):
                return None  # "membantah kabar bahwa ...": the news is denied
            return phrase.last + 1
        quoted = {piece.first for piece in unit.pieces}
        for k in range(position, min(end, position + 25) + 1):
            if k in quoted:
                return None
            if words.lower[k] in THAT:
                return k
            allowed = words.lower[k] in self.grammar.circumstantial or words.lower[k - 1] in _WHEN
            if words.pos[k] == "VERB" and not allowed:
                return None
        return None

    def _addressee_in(self, first: int, last: int) -> Phrase | None:
        """Return who is named between a cue and its "bahwa", with or without "kepada"."""
        for k in range(first, last + 1):
            if self.words.lower[k] == "kepada":
                return self.speakers.addressee(k, last)
        if first <= last and self.words.lower[first] not in self.grammar.circumstantial:
            return self.speakers.after(first, last, describing=False)
        return None

    def _over_times(self, position: int, end: int) -> int:
        """Step over time expressions and the preposition before them."""
        words = self.words
        k = position
        while k <= end:
            if (
                words.lower[k] in ("pada", "sejak", ",")
                and k < end
                and self.reference.is_time(k + 1)
            ):
                behind = k + 1
            elif self.reference.is_time(k):
                behind = k
            else:
                return k
            while behind <= end and self.reference.is_time(behind):
                behind += 1
            if words.lower[k] == "," and not (behind <= end and words.lower[behind] in (",", ":")):
                return k  # ", kemarin pemerintah ...": the time belongs to what is said
            k = behind
        return k

    def _to(self, position: int, end: int) -> Start | None:
        """Read "meminta (kepada) X (agar) ...": who is to do it, and what."""
        words = self.words
        k = position
        if words.lower[k] in ("kepada", "pada"):
            phrase = self.speakers.addressee(k, end)
            if phrase is None:
                return None
            behind = phrase.last + 1
            if behind <= end and words.lower[behind] == ",":
                behind += 1
            if behind <= end and words.lower[behind] in TO | THAT:
                return Start(behind + 1, phrase, words.lower[behind], True)
            if behind > phrase.last + 1:
                closed = self._behind_apposition(behind, end)
                if closed is not None:
                    return Start(closed + 1, phrase, words.lower[closed], True)
            return Start(behind, phrase)
        if words.lower[k] in SO_THAT or (words.lower[k] == "untuk" and self._verbal(k + 1, end)):
            return Start(k + 1, None, words.lower[k], True)
        if words.lower[k] in THAT or words.lower[k] in (",", ":"):
            return None
        if self._verbal(k, end):
            return Start(k)
        limit = min(end, k + 30)
        q = k
        relative = False
        while q <= limit:
            word = words.lower[q]
            introduced = word in SO_THAT or (word == "untuk" and self._verbal(q + 1, end))
            if introduced or (word in _ABOUT and q > k):
                named = self._named(k, q - 1)
                if named is None:
                    return Start(k)
                return Start(q + 1, named, word, True) if introduced else Start(q, named)
            if word in THAT:
                return None
            if word == "yang":
                relative = True
            elif word in (",", ":") or (word in self.grammar.joiners and self._verbal(q + 1, end)):
                if word != "," or not relative:
                    break
                relative = False
            elif self._verbal(q, end) and q > k:
                if not relative:
                    named = self._named(k, q - 1)
                    return Start(q, named) if named is not None else Start(k)
                relative = False
            q += 1
        return Start(k)

    def _behind_apposition(self, position: int, end: int) -> int | None:
        """Return the "agar" behind an apposition: "kepada wakilnya, Wirya, agar ..."."""
        words = self.words
        depth = 0
        for k in range(position, min(end, position + _APPOSED) + 1):
            depth += (words.lower[k] == "(") - (words.lower[k] == ")")
            if words.lower[k] in SO_THAT | THAT and words.lower[k - 1] in (",", ")"):
                return k
            if not depth and words.pos[k] in ("VERB", "AUX"):
                return None
        return None

    def _named(self, first: int, last: int) -> Phrase | None:
        """Return who stands between ``first`` and ``last``, without a relative clause; None for a
        thing ("menuntut kenaikan upah untuk ...").
        """
        words = self.words
        while last > first and words.lower[last] in (",", "kepada"):
            last -= 1
        if words.lower[first] == "kepada":
            first += 1
        phrase = self.speakers.after(first, last)
        return phrase if phrase is not None and self.reference.acts(phrase) else None

    def _verbal(self, position: int, end: int) -> bool:
        """Tell whether a predicate starts at ``position``."""
        words = self.words
        if position > end:
            return False
        if words.pos[position] in ("VERB", "AUX"):
            return True
        word = words.lower[position]
        return word in self.grammar.to_verb or (
            word.startswith(("me", "ber", "di")) and not words.pos[position]
        )

"""What is reported: the stretch of a unit that belongs to a cue, cut to its content."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from simak.reading.statement.cue import CueLexicon
from simak.reading.statement.source import Phrase, Speakers
from simak.reading.statement.unit import Piece, Unit, Words
from simak.record import Span, StatementKind

THAT = frozenset(("bahwa", "bahwasanya", "bahwasannya"))
IF = frozenset(("jika", "kalau", "bila", "apabila"))
SO_THAT = frozenset(("agar", "supaya"))
TO = SO_THAT | {"untuk"}
_ABOUT = frozenset(("soal", "tentang", "mengenai", "terkait", "perihal"))
_TRIM_FRONT = frozenset(",:;-–—.")
_TRIM_BACK = frozenset(",:;-–—.")


@dataclass(frozen=True, slots=True)
class Start:
    """Where content begins: its first position, to whom it is said, what introduces it.

    ``explicit``: a complementizer, a comma, a colon or marks stand in front of it.
    """

    first: int
    addressee: Phrase | None = None
    introduced: str = ""
    explicit: bool = False


class Contents:
    """Finds the content of cues among the words of one article."""

    def __init__(self, words: Words, speakers: Speakers, cues: CueLexicon) -> None:
        self.words = words
        self.speakers = speakers
        self.cues = cues
        self.grammar = speakers.grammar

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
        opens = any(piece.first == k for piece in unit.pieces)
        clausal = "clause" in takes or "bahwa" in takes
        if word in IF and clausal and not self._conditional(k, end):
            return Start(k + 1, addressee, word, True)
        if word in (",", ":"):
            after = k + 1
            if after <= end and self.speakers.is_time(after):
                behind = self._over_times(after, end)
                if behind <= end and words.lower[behind] in (",", ":"):
                    after = behind + 1
            if after <= end and words.lower[after] in THAT | SO_THAT:
                after += 1
            return Start(after, addressee, word, True)
        if clausal and k not in (piece.first for piece in unit.pieces):
            quoted = self._quoted_soon(k, end, unit)
            if quoted is not None:
                return Start(quoted, addressee, ":", True)
        if word in TO and ("own" in takes or "clause" in takes):
            if word == "untuk" and "own" not in takes:
                return Start(k, addressee)
            return Start(k + 1, addressee, word, True)
        return Start(k, addressee, "", opens)

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
        """Return the position of the "bahwa" of a cue, with circumstances before it, or None."""
        words = self.words
        starts = {piece.first: piece.last for piece in unit.pieces}
        k = position
        limit = min(end, position + 25)
        if (
            words.lower[k] not in THAT
            and words.lower[k] not in self.grammar.circumstantial
            and not (self.speakers.is_time(k))
        ):
            # "mengingatkan warga bahwa ...": one short noun phrase may stand between
            phrase = self.speakers.after(k, end, describing=False)
            if phrase is None or phrase.last + 1 > end or words.lower[phrase.last + 1] not in THAT:
                return None
            if "object" in takes and not self.speakers.acts(phrase):
                return None  # "membantah kabar bahwa ...": the news is denied
            return phrase.last + 1
        while k <= limit:
            if k in starts:
                return None
            if words.lower[k] in THAT:
                return k
            if words.pos[k] == "VERB" and words.lower[k] not in self.grammar.circumstantial:
                before = words.lower[k - 1]
                if before not in ("saat", "ketika", "usai", "setelah", "seusai", "menjelang"):
                    return None
            k += 1
        return None

    def _addressee_in(self, first: int, last: int) -> Phrase | None:
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
                and self.speakers.is_time(k + 1)
            ):
                behind = k + 1
            elif self.speakers.is_time(k):
                behind = k
            else:
                return k
            while behind <= end and self.speakers.is_time(behind):
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
        return phrase if phrase is not None and self.speakers.acts(phrase) else None

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

    # -- the end -----------------------------------------------------------------------------

    def end(self, first: int, last: int, unit: Unit, *, deed: bool) -> int:
        """Return the last position of the content from ``first``: tags and credits cut off.

        ``deed``: the cue names an act ("menolak ..."), whose own circumstances ("setelah ...") are
        no content.
        """
        words = self.words
        last = self._cut_tag(first, last, unit)
        if deed:
            for k in range(first + 1, last):
                if words.lower[k] == "pada" and self.speakers.is_time(k + 1):
                    return k - 1
                quoted = any(piece.first <= k <= piece.last for piece in unit.pieces)
                if words.lower[k] in self.grammar.deed_ends and not quoted:
                    return k - 1
        return last

    def _cut_tag(self, first: int, last: int, unit: Unit) -> int:
        """Cut ", seperti dikutip ...", ", Senin (3/4)", "saat ditemui ..." from the end."""
        words = self.words
        quoted = [(piece.first, piece.last) for piece in unit.pieces]
        k = first + 1
        skip = 0
        while k <= last:
            while skip < len(quoted) and quoted[skip][1] < k:
                skip += 1
            if skip < len(quoted) and quoted[skip][0] <= k:
                k = quoted[skip][1] + 1
                continue
            match = self.cues.tags.at(words.lower, k, last)
            if match is not None:
                length, kinds = match
                if kinds[0] == "credit":
                    if words.lower[k - 1] in (",", ")") or length > 1:
                        return k - 1
                elif not self._goes_on(k + length, last):
                    return k - 1
            k += 1
        return self._cut_date(first, last)

    def _goes_on(self, position: int, last: int) -> bool:
        """Tell whether a clause with a verb follows behind a tag phrase."""
        words = self.words
        return any(
            words.pos[k] in ("VERB", "AUX") and words.lower[k - 1] not in ("yang", "untuk")
            for k in range(position, last + 1)
        )

    def _cut_date(self, first: int, last: int) -> int:
        """Cut a date behind a comma that ends the sentence: ", Senin (3/4/2017)"."""
        words = self.words
        k = last
        while k > first and words.lower[k] in _TRIM_BACK:
            k -= 1
        while k > first and (self.speakers.is_time(k) or words.lower[k] in ("malam", "siang")):
            k -= 1
        if k < last and k > first and words.lower[k] == "," and self.speakers.is_time(k + 1):
            return k - 1
        return last

    def is_vague(self, phrase: Phrase) -> bool:
        """Tell whether a phrase only points back ("hal itu", "pernyataan tersebut")."""
        lower = self.words.lower
        return lower[phrase.first] in self.grammar.vague and (
            phrase.last == phrase.first or lower[phrase.last] in self.grammar.demonstratives
        )

    # -- spans -------------------------------------------------------------------------------

    def trim(self, first: int, last: int, unit: Unit) -> tuple[int, int] | None:
        """Return the positions without punctuation at the ends, or None if nothing is left."""
        words = self.words
        edges = {piece.first for piece in unit.pieces} | {piece.last for piece in unit.pieces}
        while first <= last and words.lower[first] in _TRIM_FRONT and first not in edges:
            first += 1
        while last >= first and words.lower[last] in _TRIM_BACK and last not in edges:
            last -= 1
        while last >= first and words.lower[last] in ("dan", "serta", "sambil", "namun", "tetapi"):
            last -= 1
        while last >= first and words.lower[last] in _TRIM_BACK and last not in edges:
            last -= 1
        return (first, last) if first <= last else None

    def spans(
        self, ranges: Sequence[tuple[int, int]], unit: Unit
    ) -> tuple[tuple[Span, ...], StatementKind]:
        """Return the content's spans and the kind of statement that they make.

        A range that is one quotation gives its inner words; all ranges so: direct; some quotation
        in them: mixed.
        """
        spans: list[Span] = []
        direct = bool(ranges)
        quoted = False
        for first, last in ranges:
            held = [p for p in unit.pieces if p.first <= last and first <= p.last]
            pieces = _whole(held, first, last, self.words)
            if pieces:
                quoted = True
                spans += [piece.quotation.inner for piece in pieces]
            else:
                direct = False
                quoted = quoted or bool(held)
                spans.append(self.words.span(first, last))
        kind: StatementKind = "direct" if direct else "mixed" if quoted else "indirect"
        return tuple(spans), kind


def _whole(held: Sequence[Piece], first: int, last: int, words: Words) -> list[Piece]:
    """Return the quotations that fill the range, with only punctuation between them."""
    if not held or held[0].first < first or held[-1].last > last:
        return []
    k = first
    for piece in held:
        if any(words.lower[q] not in _TRIM_BACK for q in range(k, piece.first)):
            return []
        k = piece.last + 1
    if any(words.lower[q] not in _TRIM_BACK for q in range(k, last + 1)):
        return []
    return list(held)

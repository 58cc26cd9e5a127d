"""Whether verb, subject and complement make a report: "mengatakan siap", not "mengatakan itu"."""

from __future__ import annotations

from simak.reading.statement.context import Construction
from simak.reading.statement.cue import Verb
from simak.reading.statement.draft import Draft
from simak.reading.statement.opening import IF, THAT, TO, Start
from simak.reading.statement.reference import Phrase
from simak.reading.statement.unit import Unit

# A verbless clause behind "mengatakan" has at least so many words and the full stop.
_CLAUSE = 3
_FELT = "rasa"
# "menggambarkan rencana itu sebagai lelucon": so many words before "sebagai".
_PICTURED = "gambar"
_PICTURE = 15


class Reports(Construction):
    """Tells reports from acts without words."""

    def reports(self, verb: Verb, source: Phrase, start: Start, unit: Unit) -> bool:
        """Tell whether verb, subject and complement make a report."""
        if not self._allowed(verb, start, unit):
            return False
        if not self._is_actor(source, verb, explicit=start.explicit and verb.said):
            return False
        if start.first <= unit.last and self.words.lower[start.first] == "dengan":
            follower = start.first + 1
            if follower <= unit.last and self.cues.verbs.at(self.words.lower, follower, unit.last):
                return False  # "melanjutkan dengan mengatakan": the second is the cue
        return True

    def _allowed(self, verb: Verb, start: Start, unit: Unit) -> bool:
        """Tell whether the verb reports with the complement that stands here."""
        words, takes = self.words, verb.takes
        if start.introduced not in THAT and self.contents.points_back(start.first, unit.last):
            return False
        if self._tells_nothing(start.first, unit):
            return False
        if verb.stem == _PICTURED:
            return "sebagai" in words.lower[start.first : min(unit.last, start.first + _PICTURE)]
        if takes == ("matter",):
            return words.lower[start.first] in self.grammar.matters
        if verb.stem == _FELT and start.introduced not in THAT and not self._is_opinion(start):
            return False
        if begins_quote(start, unit) or start.introduced in THAT or start.introduced == ":":
            return True
        if start.introduced == ",":
            return "clause" in takes or "bahwa" in takes or "to" in takes
        if start.introduced in IF:
            return "clause" in takes or "bahwa" in takes
        if start.introduced in TO:
            return "to" in takes or "own" in takes or "clause" in takes
        if "to" in takes or "object" in takes:
            return True
        if "own" in takes and "clause" not in takes:
            return self.contents.has_predicate(start.first, min(unit.last, start.first + 3))
        if "own" in takes and self.words.pos[start.first] in ("ADJ", "VERB", "AUX"):
            return True  # "mengaku bangga ...": what the speaker is
        if "any" in takes and self._is_verbless(start.first, unit):
            return True
        if "clause" in takes:
            return self.contents.has_predicate(start.first, unit.last)
        return self.words.lower[start.first] in self.grammar.predicates

    def _is_opinion(self, start: Start) -> bool:
        """Tell whether a clause follows "merasa": "merasa harga wajar", not "merasa lelah"."""
        nominal = self.words.pos[start.first] in ("NOUN", "PROPN", "PRON", "DET")
        return start.introduced == "," or nominal

    def _tells_nothing(self, first: int, unit: Unit) -> bool:
        """Tell whether the object is no words: "memastikan diri lolos", "meminta keterangan"."""
        words = self.words
        if words.lower[first] not in self.grammar.reflexive:
            return False
        behind = first + 1
        if behind <= unit.last and words.lower[behind] == "nya" and words.glued(behind):
            return False  # "mengatakan dirinya siap"
        return words.lower[first] == "diri" or not self.contents.has_predicate(first, unit.last)

    def _is_verbless(self, first: int, unit: Unit) -> bool:
        """Tell whether a clause without a verb may stand here: "rumah itu milik Wirya"."""
        words = self.words
        if words.lower[first] in self.grammar.vague | self.grammar.pointing:
            return False
        # A preposition or a conjunction would open a circumstance of the saying.
        plain = words.pos[first] not in ("ADP", "SCONJ", "CCONJ", "PUNCT")
        return plain and unit.last - first >= _CLAUSE

    def _is_actor(self, phrase: Phrase, verb: Verb, *, explicit: bool) -> bool:
        """Tell whether the phrase can be the subject of the verb.

        ``explicit``: "bahwa", a comma or marks follow a verb of saying: any noun may be its
        subject.
        """
        reference = self.reference
        if self.contents.is_vague(phrase) or not reference.speaks(phrase, named=False):
            return False
        if verb.actor and not explicit and reference.has_mentions:
            group = self.words.lower[phrase.first] in self.grammar.people
            return group or reference.acts(phrase) or reference.speaks(phrase, named=True)
        return True

    def hides(self, start: Start, unit: Unit) -> bool:
        """Tell whether a source only wants to stay unnamed: "menolak disebut namanya"."""
        words = self.words
        ahead = words.lower[start.first : min(unit.last, start.first + 4) + 1]
        return not self.grammar.identity.isdisjoint(ahead) and not self.grammar.naming.isdisjoint(
            ahead
        )

    def only_describes(self, source: Phrase, verb: Verb) -> bool:
        """Tell whether a relative clause describes people: "warga yang ingin pulang".

        "dinas yang menyarankan ..." reports.
        """
        describes = verb.act in ("say", "hope") or not {"clause", "to"} & set(verb.takes)
        return source.relative and not verb.said and describes

    def performs(self, draft: Draft, source: Phrase) -> bool:
        """Tell whether a quotation's own speaker says that he says ("kami katakan ...")."""
        first_person = self.words.lower[source.first] in self.grammar.first_person
        return draft.unit.inside is not None and first_person and draft.act == "say"


def begins_quote(start: Start, unit: Unit) -> bool:
    """Tell whether the complement begins with a mark of quotation."""
    return any(piece.first == start.first for piece in unit.pieces)

"""Context: everything that the constructions ask about the words of one article."""

from __future__ import annotations

from collections.abc import Sequence

from simak.reading.finding import Mention
from simak.reading.statement.adverbial import Adverbials
from simak.reading.statement.content import Contents
from simak.reading.statement.cue import CueLexicon
from simak.reading.statement.extent import Extents
from simak.reading.statement.grammar import Grammar
from simak.reading.statement.opening import Openings
from simak.reading.statement.reference import Reference
from simak.reading.statement.speaker import Speakers
from simak.reading.statement.subject import Subjects
from simak.reading.statement.unit import Words


class Context:
    """The words of one article and who finds what among them."""

    def __init__(
        self, words: Words, mentions: Sequence[Mention], cues: CueLexicon, grammar: Grammar
    ) -> None:
        self.words = words
        self.cues = cues
        self.grammar = grammar
        self.reference = Reference(words, mentions, grammar)
        extents = Extents(self.reference)
        self.speakers = Speakers(self.reference, extents)
        self.adverbials = Adverbials(self.reference)
        self.extents = extents
        self.subjects = Subjects(self.reference, extents, self.adverbials, self.speakers)
        self.openings = Openings(self.reference, self.speakers)
        self.contents = Contents(self.reference, cues)


class Construction:
    """A way in which cue, source and content stand together; its readers inherit from this."""

    def __init__(self, context: Context) -> None:
        self.words = context.words
        self.cues = context.cues
        self.grammar = context.grammar
        self.reference = context.reference
        self.speakers = context.speakers
        self.adverbials = context.adverbials
        self.extents = context.extents
        self.subjects = context.subjects
        self.openings = context.openings
        self.contents = context.contents

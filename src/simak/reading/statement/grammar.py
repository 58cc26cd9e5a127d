"""Function words, by what they tell about speakers and content: ``statement_word.tsv``."""

from __future__ import annotations

from dataclasses import dataclass, fields

from simak.lexicon import Lexicon

_FILE = "statement_word.tsv"
_COLUMNS = ("set", "words", "use")


@dataclass(frozen=True)
class Grammar:
    """Sets of words in lower case; the file says what each is for."""

    pronouns: frozenset[str]
    first_person: frozenset[str]
    negations: frozenset[str]
    modals: frozenset[str]
    adverbs: frozenset[str]
    particles: frozenset[str]
    joiners: frozenset[str]
    links: frozenset[str]
    sharing: frozenset[str]
    contrast: frozenset[str]
    connectives: frozenset[str]
    demonstratives: frozenset[str]
    inner: frozenset[str]
    circumstances: frozenset[str]
    circumstantial: frozenset[str]
    governing: frozenset[str]
    between: frozenset[str]
    qualifiers: frozenset[str]
    to_verb: frozenset[str]
    no_source: frozenset[str]
    things: frozenset[str]
    vague: frozenset[str]
    pointing: frozenset[str]
    matters: frozenset[str]
    reflexive: frozenset[str]
    identity: frozenset[str]
    naming: frozenset[str]
    features: frozenset[str]
    banners: frozenset[str]
    abstract: frozenset[str]
    future: frozenset[str]
    places: frozenset[str]
    deed_ends: frozenset[str]
    purposes: frozenset[str]
    conditions: frozenset[str]
    subordinators: frozenset[str]
    predicates: frozenset[str]
    asides: frozenset[str]
    relations: frozenset[str]
    services: frozenset[str]
    describing: frozenset[str]
    quantities: frozenset[str]
    people: frozenset[str]
    ambiguous_cues: frozenset[str]
    fronted: frozenset[str]
    object_voice: frozenset[str]

    @classmethod
    def load(cls, lexicon: Lexicon) -> Grammar:
        """Return the sets of the lexicon. Raises LexiconError for a set that does not exist."""
        known = {field.name for field in fields(cls)}
        sets: dict[str, frozenset[str]] = {name: frozenset() for name in known}
        for row in lexicon.rows(_FILE, _COLUMNS):
            name = row.one_of("set", sorted(known))
            sets[name] = frozenset(word.lower() for word in row.list("words"))
        return cls(**sets)

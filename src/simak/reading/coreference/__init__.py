"""Coreference: which mentions are one actor or place, over the whole article.

In the manner of a sieve (Lee et al. 2013, "Deterministic coreference resolution based on
entity-centric, precision-ranked rules"): sure links first (names, acronyms, offices), then left to
right descriptions, pronouns and clitics against what was mentioned before, by type, number, the
subject of the sentence, recency and who spoke last; first persons in quotations at last. Where
nothing fits, a mention stays unresolved: an unresolved pronoun makes no entity.
"""

from simak.reading.coreference.resolver import Coreference

__all__ = ["Coreference"]

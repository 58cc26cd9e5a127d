"""Places: what the readers ask the gazetteer, and from the names of an article to its entries.

``resolution.py`` reads pages, which know datelines, which know places: import it by its own name.
"""

from simak.gazetteer import GPE_KINDS, KNOWN_KINDS, LOC_KINDS, Gazetteer, Place, fold

__all__ = ["GPE_KINDS", "KNOWN_KINDS", "LOC_KINDS", "Gazetteer", "Place", "fold"]

"""The gazetteer: places by name and by identifier, with what lies around them and where they lie.

Knows no spaCy and reads its table on the first question, so that exports and stores may ask it::

    >>> from simak.gazetteer import Gazetteer
    >>> places = Gazetteer()
    >>> wina = places.get("geonames", "2761369")
    >>> wina.name, wina.kind, [place.name for place in places.around(wina)]
    ('Wina', 'city', ['Austria'])
    >>> places.position(wina)
    Position(latitude=48.208, longitude=16.372, exact=True)

Sources and licences of the table: ``src/simak/data/SOURCES.md``.
"""

from simak.gazetteer.gazetteer import PLACE_COLUMNS, Gazetteer
from simak.gazetteer.place import GPE_KINDS, KNOWN_KINDS, LOC_KINDS, Place, Position, fold

__all__ = [
    "GPE_KINDS", "KNOWN_KINDS", "LOC_KINDS", "PLACE_COLUMNS", "Gazetteer", "Place", "Position",
    "fold",
]  # fmt: skip

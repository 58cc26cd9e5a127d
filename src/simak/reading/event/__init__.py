"""Events: who did what to whom, coded with the PLOVER event types.

``frame.py`` knows the words that name acts, ``scene.py`` the article as a row of words and parties,
``argument.py`` finds who acts and to whom, ``status.py`` whether it was done, ``setting.py`` when
and where, ``merge.py`` puts the tellings of one act together, ``reader.py`` runs them.

The types are those of the PLOVER 2.0 codebook (Halterman et al., "PLOVER and POLECAT", 2023).
"""

from simak.reading.event.reader import EventReader

__all__ = ["EventReader"]

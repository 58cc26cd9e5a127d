"""Events: who did what to whom, coded with the PLOVER event types.

``frame.py`` knows the words that name acts, ``word.py`` the small words,
``trigger.py`` where they stand; ``ground.py`` is the
article as a row of words with what stands at each, ``scene.py`` finds the parties around a word,
``complement.py`` those behind a predicate, ``subject.py`` its subject, ``clause.py`` those of a
noun with a light verb, ``argument.py`` who acts and to whom by a frame; ``status.py`` tells whether
it was done, ``setting.py`` how far its clause goes, ``when.py`` and ``where.py`` tell time and
place; ``speech.py`` makes the events that statements are,
``merge.py`` puts the tellings of one act together, ``reader.py`` runs them.

The types are those of the PLOVER 2.0 codebook (Halterman et al., "PLOVER and POLECAT", 2023).
"""

from simak.reading.event.reader import EventReader

__all__ = ["EventReader"]

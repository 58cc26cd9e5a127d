"""Simak as a spaCy component, for pipelines that hold other things too.

>>> nlp = simak.indonesian.load()                                       # doctest: +SKIP
>>> nlp.add_pipe("simak")
>>> doc = nlp("Bupati Rawa Elok bertemu warga.")
>>> doc._.simak.statements

The record stands in ``doc._.simak``. What is known of an article goes in through ``doc._.about``
(a :class:`simak.reader.About`), set before the component runs, e.g. with ``nlp.make_doc``. In a
pipeline that is not Simak's, the component parses the text with Simak's own and leaves the Doc's
tokens alone.
"""

from __future__ import annotations

from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from simak.indonesian.language import Indonesian
from simak.reader import Reader
from simak.record import Record

for _name in ("simak", "about"):
    if not Doc.has_extension(_name):
        Doc.set_extension(_name, default=None)


class SimakComponent:
    """Sets ``doc._.simak`` to the article's record."""

    def __init__(self, reader: Reader, own: bool, force: bool) -> None:
        self._reader = reader
        self._own = own
        self._force = force

    def __call__(self, doc: Doc) -> Doc:
        """Return the Doc with its record. Raises what :meth:`simak.Reader.read` raises."""
        doc._.simak = self._record(doc)
        return doc

    def _record(self, doc: Doc) -> Record:
        about = doc._.about
        if self._own and doc.has_annotation("DEP"):
            return self._reader.read_doc(doc, about, force=self._force)
        known = vars(about) if about else {}
        return self._reader.read(doc.text, force=self._force, **known)


@Language.factory(
    "simak",
    assigns=["doc._.simak"],
    default_config={"lexicon": None, "model": None, "force": False},
)
def make_simak(
    nlp: Language, name: str, lexicon: str | None, model: str | None, force: bool
) -> SimakComponent:
    """Make the component; ``lexicon``, ``model`` and ``force`` as for :class:`simak.Reader`."""
    reader = Reader(Path(lexicon) if lexicon else None, Path(model) if model else None)
    return SimakComponent(reader, own=isinstance(nlp, Indonesian), force=force)

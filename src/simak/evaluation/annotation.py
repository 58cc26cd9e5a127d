"""Annotations: in whose manner a file labels trees, names or times, and asking for it.

UD_Indonesian-CSUI and UD_Indonesian-GSD differ in many labels, and so do the corpora of names:
idner-news-2k leaves a country bare where it acts ("pemerintah Rawa Elok"), others tag it. The
published pipelines have one model for each treebank; ours has one network that is told which
annotation to give. Here is what tells it: the user, or else what a user knows of the file anyway,
its name as Universal Dependencies gives it, or the spelling of its types.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from simak.errors import SimakError

Layer = Literal["trees", "names", "times"]

KNOWN: dict[Layer, tuple[str, ...]] = {
    "trees": ("csui", "gsd"),
    "names": ("news", "idner", "nergrit", "nerp"),
    "times": ("guide", "indotimex"),
}
"""The annotations of each layer; the first is the one that an article is read with."""

LAYER_OF: dict[str, Layer] = {"conllu": "trees", "ner": "names", "timeml": "times"}
"""The layer that a format of ``simak evaluate`` holds, where there is a choice."""

# How each corpus of names spells its types. What has others, or these and others, is read as news.
_SPELLINGS = {
    "idner": ("idner-news-2k", frozenset({"PER", "ORG", "LOC"})),
    "nergrit": ("NERGRIT", frozenset({"PERSON", "ORGANISATION", "PLACE"})),
    "nerp": ("NERP", frozenset({"PPL", "PLC", "IND", "EVT", "FNB"})),
}
_IN_FILE_NAME = re.compile("|".join(KNOWN["trees"]))
_COMPONENT = "simak_network"


class AnnotationError(SimakError):
    """An annotation was named that the layer does not have."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """An annotation that a file is read in, and why."""

    name: str
    reason: str

    def note(self, path: Path, spoken: bool) -> str:
        """Return the line of the report; ``spoken`` says whether the pipeline could be asked."""
        rest = "" if spoken else "; this pipeline has one annotation only and gave that"
        return f'Annotation for {path.name}: "{self.name}", {self.reason}{rest}.'


def check(layer: Layer, name: str) -> None:
    """Raise AnnotationError, with the known ones, if ``name`` is no annotation of a layer."""
    if name not in KNOWN[layer]:
        known = ", ".join(KNOWN[layer])
        raise AnnotationError(f'"{name}" is no annotation of {layer}; known are {known}')


def _asked(layer: Layer, name: str) -> Annotation:
    check(layer, name)
    return Annotation(name, "as asked for")


def of_trees(path: Path, asked: str | None = None) -> Annotation:
    """Return the annotation for a treebank: ``asked``, or by the name of the file.

    Raises AnnotationError for an ``asked`` that is none.

    >>> of_trees(Path("id_gsd-ud-test.conllu")).name
    'gsd'
    """
    if asked is not None:
        return _asked("trees", asked)
    found = _IN_FILE_NAME.search(path.name.lower())
    if found:
        return Annotation(found[0], f'since the name of the file has "{found[0]}"')
    return Annotation(KNOWN["trees"][0], "the usual one, since the name of the file tells none")


def of_names(types: Collection[str], asked: str | None = None) -> Annotation:
    """Return the annotation for a file that tags ``types``: ``asked``, or by their spelling.

    Raises AnnotationError for an ``asked`` that is none.

    >>> of_names({"PERSON", "PLACE"}).name
    'nergrit'
    """
    if asked is not None:
        return _asked("names", asked)
    found = {tag.upper() for tag in types}
    for name, (corpus, spelling) in _SPELLINGS.items():
        if found and found <= spelling:
            return Annotation(name, f"since its types are spelt as in {corpus}")
    return Annotation(KNOWN["names"][0], "the usual one, since its types are those of no corpus")


def of_times(manner: int, asked: str | None = None) -> Annotation:
    """Return the annotation for TimeML files: ``asked``, or by the manner of their tags.

    ``manner`` is what :func:`simak.evaluation.indotimex.manner` says of them. Our rows are put into
    the terms of the annotation after reading, so no pipeline is asked for it. Raises
    AnnotationError for an ``asked`` that is none.
    """
    if asked is not None:
        return _asked("times", asked)
    if manner > 0:
        return Annotation("indotimex", "since days and hours are tagged as in IndoTimex")
    return Annotation(KNOWN["times"][0], "the usual one, since the tags are not those of IndoTimex")


def can_be_asked(pipeline: Any) -> bool:
    """Return whether a pipeline has our network, which gives several annotations."""
    return _COMPONENT in getattr(pipeline, "pipe_names", ())


@contextmanager
def spoken(pipeline: Any, layer: Layer, annotation: Annotation) -> Iterator[bool]:
    """Have a pipeline give an annotation for a while; yields whether it could be asked.

    ``pipeline`` is a spaCy Language, or any function from text to Doc. One without our network
    cannot be asked and reads as it always does.
    """
    if not can_be_asked(pipeline):
        yield False
        return
    from simak import indonesian

    trees, names = indonesian.annotation(pipeline)
    indonesian.set_annotation(pipeline, **{layer: annotation.name})
    try:
        yield True
    finally:
        indonesian.set_annotation(pipeline, trees=trees, names=names)

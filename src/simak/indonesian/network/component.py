"""The networks as a part of the spaCy pipeline, after the sentence ends are set."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, cast

import numpy as np
from spacy.attrs import DEP, HEAD, LEMMA, MORPH, POS
from spacy.language import Language
from spacy.parts_of_speech import IDS
from spacy.tokens import Doc, Span

from simak.indonesian.network import label, syntax, weight
from simak.indonesian.network.syntax import Parse

FACTORY = "simak_network"

# A longer sentence is read in parts of this length, so that time and memory stay linear.
_LONGEST = 180
# Words that are read at once.
_BATCH = 4000


def check(trees: str, names: str) -> None:
    """Raise ValueError if one of the two annotations is unknown."""
    if trees not in syntax.SCHEMES[:2]:
        raise ValueError(f'trees: "{trees}" is no annotation; take "csui" or "gsd"')
    if names not in label.SCHEMES:
        known = ", ".join(label.SCHEMES)
        raise ValueError(f'names: "{names}" is no annotation; take one of {known}')


class Network:
    """spaCy component ``simak_network``: tags, features, lemmas, trees and names of a Doc.

    Args:
        trees: the annotation of tags and trees: "csui" (news) or "gsd". The two treebanks differ
            in many labels; each is the one that a parser trained on it alone would give.
        names: the annotation of names: "news" (PER, ORG, GPE, LOC, NORP: each named place
            counts), or that of a corpus: "idner", "nergrit", "nerp".
        parts: what is read: "syntax", "names" or both.
    """

    def __init__(
        self,
        trees: str = "csui",
        names: str = "news",
        parts: Sequence[str] = ("syntax", "names"),
    ) -> None:
        check(trees, names)
        self.trees = trees
        self.names = names
        self.parts = tuple(parts)
        self._folder: Path | None = None
        self._networks: weight.Networks | None = None

    @property
    def networks(self) -> weight.Networks:
        """The networks; raises RuntimeError as long as none are loaded."""
        if self._networks is None:
            raise RuntimeError(f"{FACTORY}: no weights are loaded; use simak.indonesian.pipeline")
        return self._networks

    def __call__(self, doc: Doc) -> Doc:
        """Read the sentences of ``doc`` and return it."""
        sentences = list(_pieces(doc))
        if not sentences:
            return _space_only(doc)
        forms = [[doc[index].text for index in indices] for indices in sentences]
        parses: list[Parse] = []
        found: list[list[tuple[int, int, str]]] = []
        networks = self.networks
        for part in _batches(forms):
            vectors = networks.floret.rows([form for words in part for form in words])
            if networks.syntax and "syntax" in self.parts:
                parses += networks.syntax.read(part, vectors, self.trees)
            if networks.names and "names" in self.parts:
                found += networks.names.read(part, vectors, self.names)
        if parses:
            _set_trees(doc, sentences, parses)
        if found:
            spans = [
                Span(doc, indices[first], indices[end - 1] + 1, label=kind)
                for indices, names in zip(sentences, found, strict=True)
                for first, end, kind in names
            ]
            doc.set_ents(spans, default="outside")
        return doc

    def to_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> None:
        """Copy the files that were loaded to a folder."""
        if self._folder is not None:
            path.mkdir(parents=True, exist_ok=True)
            for name in weight.FILES:
                shutil.copyfile(self._folder / name, path / name)

    def from_disk(self, path: Path, *, exclude: Iterable[str] = ()) -> Network:
        """Load the weights from a folder."""
        self._folder = Path(path)
        self._networks = weight.load(self._folder, self.parts)
        return self


def of(nlp: Language) -> Network:
    """Return the component of a pipeline. Raises KeyError if it has none."""
    return cast("Network", nlp.get_pipe(FACTORY))


def _pieces(doc: Doc) -> Iterable[list[int]]:
    """Yield the indices of the words of each sentence, white space left out, in bearable length."""
    for sentence in doc.sents:
        indices = [token.i for token in sentence if not token.is_space]
        for begin in range(0, len(indices), _LONGEST):
            yield indices[begin : begin + _LONGEST]


def _batches(forms: Sequence[list[str]]) -> Iterable[list[list[str]]]:
    batch: list[list[str]] = []
    size = 0
    for words in forms:
        if batch and size + len(words) > _BATCH:
            yield batch
            batch, size = [], 0
        batch.append(words)
        size += len(words)
    yield batch


def _set_trees(doc: Doc, sentences: Sequence[list[int]], parses: Sequence[Parse]) -> None:
    """Write tags, lemmas and trees into the Doc, all at once."""
    strings, morphology = doc.vocab.strings, doc.vocab.morphology
    table: Any = np.zeros((len(doc), 5), dtype="int64").astype("uint64")
    heads = np.zeros(len(doc), dtype="int64")
    none = strings.add("dep")
    before = -1
    starts = [token.is_sent_start for token in doc]
    root = 0
    for indices, parse in zip(sentences, parses, strict=True):
        top = indices[parse.heads.index(0)]
        labels = list(parse.labels)
        goes_on = not any(starts[before + 1 : indices[0] + 1])
        for place, index in enumerate(indices):
            head = parse.heads[place]
            heads[index] = (indices[head - 1] if head else index) - index
            if not head and goes_on:  # the second part of a long sentence
                heads[index] = root - index
                labels[place] = "parataxis"
            table[index] = (
                0,
                strings.add(labels[place]),
                IDS[parse.tags[place]],
                morphology.add(parse.feats[place]),
                strings.add(parse.lemmas[place]),
            )
        if not goes_on:
            root = top
        before = indices[-1]
    # White space hangs on the word before it, and where there is none in its sentence, on the next.
    known = {index for indices in sentences for index in indices}
    for index in range(len(doc)):
        if index in known:
            continue
        follower = index
        while follower + 1 < len(doc) and follower not in known and not starts[follower + 1]:
            follower += 1
        if index and not starts[index]:
            heads[index] = -1 if (index - 1) in known else heads[index - 1] - 1
        elif follower in known:
            heads[index] = follower - index
        table[index] = (0, none, IDS["SPACE"], morphology.add(""), strings.add(doc[index].text))
    table[:, 0] = heads.astype("uint64")
    doc.from_array([HEAD, DEP, POS, MORPH, LEMMA], table)


def _space_only(doc: Doc) -> Doc:
    if len(doc):
        doc.set_ents([], default="outside")
    return doc


@Language.factory(
    FACTORY,
    assigns=["token.pos", "token.morph", "token.lemma", "token.dep", "token.head", "doc.ents"],
    requires=["doc.sents"],
    default_config={"trees": "csui", "names": "news", "parts": ["syntax", "names"]},
)
def make_network(
    nlp: Language, name: str, trees: str, names: str, parts: list[str]
) -> Callable[[Doc], Doc]:
    """Return the component, for ``nlp.add_pipe("simak_network")``."""
    return Network(trees, names, parts)

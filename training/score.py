"""Scores on what training never sees, by the code of ``simak evaluate``.

Treebanks are read from raw text, as in the CoNLL 2018 shared task: what is cut wrong counts as
wrong. Each part is read in its own annotation.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from simak import indonesian
from simak.evaluation import Report, evaluate_conllu, evaluate_ner
from simak.evaluation.annotation import Layer
from training.treebank import is_held_out


@dataclass(frozen=True)
class Part:
    """A held-out part of the data: a file under the data folder, and how it is read."""

    name: str
    path: str
    layer: Layer
    annotation: str
    about: str

    def score(self, nlp: Language, data: Path) -> Report:
        """Return the scores of a pipeline on the held-out part; FormatError if it is not there."""
        if self.layer == "trees":
            return evaluate_conllu(
                [data / self.path], nlp, annotation=self.annotation, keep=is_held_out
            )
        return self.score_files(nlp, [data / self.path])

    def score_files(self, nlp: Language, paths: Iterable[Path]) -> Report:
        """Return the scores of a pipeline on whole files, read as this part is."""
        evaluate = evaluate_conllu if self.layer == "trees" else evaluate_ner
        return evaluate(paths, nlp, annotation=self.annotation)


_BLOCKS = "sentences 89 to 100 of every hundred of"
PARTS = (
    Part("csui-train", "ud/csui-train.conllu", "trees", "csui", f"{_BLOCKS} csui-train"),
    Part("gsd-dev", "ud/gsd-dev.conllu", "trees", "gsd", f"{_BLOCKS} gsd-dev"),
    Part("idner-dev", "ner/idner-dev.txt", "names", "idner", "all of idner-dev"),
    Part("nergrit-valid", "ner/nergrit-valid.txt", "names", "nergrit", "all of nergrit-valid"),
)

# What the model card calls the figures of a report.
_CARD = {
    **{f"conllu.f1_{name}": name for name in ("words", "sentences", "upos", "uas", "las")},
    "conllu.f1_lemmas": "lemma",
    "ner.f1": "all f1",
    **{f"ner.f1_{kind}": f"{kind} f1" for kind in ("PER", "ORG", "LOC")},
}


def card_figures(report: Report) -> dict[str, float]:
    """Return the figures of a report, in percent, by the names that the model card gives them."""
    figures = report.figures()
    return {short: round(100 * figures[key], 2) for key, short in _CARD.items() if key in figures}


def all_scores(model: Path, data: Path) -> dict[str, dict[str, float]]:
    """Return the scores (percent) of a model on all that was held out."""
    nlp = indonesian.load(model)
    return {part.name: card_figures(part.score(nlp, data)) for part in PARTS}

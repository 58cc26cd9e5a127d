"""Puts the trained parts together to the folder that the package ships."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Sequence
from pathlib import Path

from spacy.language import Language

from simak.indonesian import language, lemma, sentence
from simak.indonesian.network import component, weight

CARD = Path(__file__).parent / "card"
_COLUMNS = (
    "words", "sentences", "upos", "lemma", "uas", "las", "PER f1", "ORG f1", "LOC f1", "all f1",
)  # fmt: skip

NAME = "news"
RELEASE = "2"
DESCRIPTION = "Indonesian news: tokens with clitics, sentences, tags, lemmas, trees, names"


def assemble(networks: Path, out: Path) -> Language:
    """Write the shipped folder ``out`` around the networks in a folder; return the pipeline.

    The folder is written beside ``out`` and then takes its place, so that a reader that loads
    meanwhile finds one or the other.
    """
    nlp = pipeline(networks)
    nlp.meta["name"] = NAME
    nlp.meta["description"] = DESCRIPTION
    nlp.meta["license"] = "CC BY-SA 4.0"
    digest = hashlib.sha256()
    for name in weight.FILES:
        digest.update((networks / name).read_bytes())
    nlp.meta["version"] = f"{RELEASE}+{digest.hexdigest()[:8]}"
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    shutil.copyfile(CARD / "LICENSE", fresh / "LICENSE")
    write_card(fresh, {})
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    return nlp


def pipeline(networks: Path, parts: Sequence[str] = ("syntax", "names")) -> Language:
    """Return the pipeline with those networks in a folder that ``parts`` names."""
    nlp = language.blank()
    nlp.add_pipe(sentence.FACTORY)
    nlp.add_pipe(component.FACTORY, config={"parts": list(parts)})
    nlp.add_pipe(lemma.FACTORY)
    component.of(nlp).from_disk(networks)
    return nlp


def write_card(model: Path, scores: dict[str, dict[str, float]]) -> None:
    """Write the model card with the figures of ``scores`` into the folder ``model``."""
    lines = ["| data | " + " | ".join(_COLUMNS) + " |", "|---" * (len(_COLUMNS) + 1) + "|"]
    for part, values in sorted(scores.items()):
        cells = [f"{values[name]:.1f}" if name in values else "" for name in _COLUMNS]
        lines.append(f"| {part} | " + " | ".join(cells) + " |")
    card = (CARD / "README.md").read_text(encoding="utf-8")
    figures = "\n".join(lines) if scores else "(run the step `score` of the recipe)"
    (model / "README.md").write_text(card.replace("{figures}", figures), encoding="utf-8")

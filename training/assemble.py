"""Puts the trained parts together to the folder that the package ships."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

from simak.indonesian import language, lemma, sentence

CARD = Path(__file__).parent / "card"
_COLUMNS = (
    "words", "sentences", "upos", "lemma", "uas", "las", "PER f1", "ORG f1", "LOC f1", "all f1",
)  # fmt: skip

NAME = "news"
RELEASE = "1"
DESCRIPTION = "Indonesian news: tokens with clitics, sentences, tags, lemmas, trees, names"
_NEEDS = (language.CODE, lemma.FACTORY, sentence.FACTORY)


def join(syntax: Path, names: Path) -> Language:
    """Return the pipeline of the two trained models."""
    nlp = spacy.load(syntax)
    names_nlp = spacy.load(names)
    names_nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=names_nlp)
    nlp.add_pipe(sentence.FACTORY, first=True)
    nlp.add_pipe(lemma.FACTORY, after="trainable_lemmatizer")
    return nlp


def assemble(syntax: Path, names: Path, out: Path) -> Language:
    """Write the shipped folder ``out`` from the two trained models; return the pipeline.

    The folder is written beside ``out`` and then takes its place, so that a reader that loads
    meanwhile finds one or the other.
    """
    nlp = join(syntax, names)
    nlp.meta["name"] = NAME
    nlp.meta["description"] = DESCRIPTION
    nlp.meta["license"] = "CC BY-SA 4.0"
    nlp.meta["version"] = RELEASE
    nlp.meta["performance"] = {}
    # Where the training files lay is nobody's business.
    nlp.config["paths"] = dict.fromkeys(nlp.config["paths"])
    # Half precision keeps the package small; simak.indonesian.pipeline.load turns it back.
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype("float16")
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    nlp.to_disk(fresh)
    digest = hashlib.sha256()
    for path in sorted(fresh.rglob("*")):
        if path.is_file() and path.name != "meta.json":
            digest.update(path.relative_to(fresh).as_posix().encode())
            digest.update(path.read_bytes())
    nlp.meta["version"] = f"{RELEASE}+{digest.hexdigest()[:8]}"
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


def write_card(model: Path, scores: dict[str, dict[str, float]]) -> None:
    """Write the model card with the figures of ``scores`` into the folder ``model``."""
    lines = ["| data | " + " | ".join(_COLUMNS) + " |", "|---" * (len(_COLUMNS) + 1) + "|"]
    for part, values in sorted(scores.items()):
        cells = [f"{values[name]:.1f}" if name in values else "" for name in _COLUMNS]
        lines.append(f"| {part} | " + " | ".join(cells) + " |")
    card = (CARD / "README.md").read_text(encoding="utf-8")
    figures = "\n".join(lines) if scores else "(run the step `score` of the recipe)"
    (model / "README.md").write_text(card.replace("{figures}", figures), encoding="utf-8")

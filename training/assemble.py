"""Puts the trained parts together to the folder that the package ships."""

from __future__ import annotations

import hashlib
import shutil
from pathlib import Path

import spacy
from spacy.language import Language

from simak.indonesian import language, sentence

NAME = "news"
RELEASE = "1"
DESCRIPTION = "Indonesian news: tokens with clitics, sentences, tags, lemmas, trees, names"
_NEEDS = (language.CODE, sentence.SentenceSplitter)


def assemble(syntax: Path, names: Path, out: Path, card: Path | None = None) -> Language:
    """Write the shipped folder ``out`` from the two trained models; return the pipeline.

    The folder is written beside ``out`` and then takes its place, so that a reader that loads
    meanwhile finds one or the other.
    """
    nlp = spacy.load(syntax)
    names_nlp = spacy.load(names)
    names_nlp.replace_listeners("tok2vec", "ner", ["model.tok2vec"])
    nlp.add_pipe("ner", source=names_nlp)
    nlp.add_pipe("simak_sentences", first=True)
    nlp.meta["name"] = NAME
    nlp.meta["description"] = DESCRIPTION
    nlp.meta["license"] = "CC BY-SA 4.0"
    nlp.meta["version"] = RELEASE
    nlp.meta["performance"] = {}
    # Half precision keeps the package small; simak.indonesian.pipeline.load turns it back.
    nlp.vocab.vectors.data = nlp.vocab.vectors.data.astype("float16")
    # Strings met in training are in the lexemes' way only: the components store their own labels.
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
    for name in ("README.md", "LICENSE"):
        source = (card or out) / name
        if source.exists():
            shutil.copyfile(source, fresh / name)
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    return nlp

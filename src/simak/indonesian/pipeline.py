"""The trained pipeline: tokens, sentences, tags, lemmas, trees and names, ready to read with.

The weights lie in ``simak/indonesian/model`` (licence CC BY-SA 4.0, see the model card beside
them); the recipe that makes them is in ``training/``.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from spacy.language import Language
from spacy.util import load_model_from_path

from simak.errors import SimakError
from simak.indonesian import language, lemma, sentence
from simak.indonesian.network import component
from simak.lexicon import Lexicon

MODEL = Path(__file__).parent / "model"

# spaCy refuses longer texts as a guard against memory; an article with a 1 MB line is still read.
_MAX_LENGTH = 50_000_000

# Loading needs the language and our components to be registered with spaCy.
_REGISTERED = (language.CODE, sentence.FACTORY, component.FACTORY, lemma.FACTORY)


class ModelError(SimakError):
    """The weights are missing or cannot be read."""


def load(model: Path | None = None, lexicon: Lexicon | None = None) -> Language:
    """Return the trained pipeline.

    Args:
        model: folder of a model made by ``python -m training``; None means the shipped one.
        lexicon: data files for tokenizer and sentence ends; None means ours.

    Raises:
        ModelError: the folder is missing or no model of ours.

    >>> doc = load()("Rina Wulandari tiba di Bandung.")
    >>> [token.pos_ for token in doc]
    ['PROPN', 'PROPN', 'VERB', 'ADP', 'PROPN', 'PUNCT']
    """
    folder = model or MODEL
    if not (folder / "config.cfg").is_file():
        raise ModelError(
            f"{folder}: no model here (config.cfg is missing); reinstall simak, or make the "
            "weights with `python -m training`"
        )
    try:
        nlp = load_model_from_path(folder)
    except (ValueError, OSError, KeyError, EOFError, BadZipFile) as error:
        raise ModelError(f"{folder}: the model cannot be loaded: {error}") from error
    if lexicon is not None:
        nlp.tokenizer = language.IndonesianTokenizer(nlp.vocab, lexicon)
        own: dict[str, Any] = {
            sentence.FACTORY: sentence.SentenceSplitter,
            lemma.FACTORY: lemma.LemmaCorrector,
        }
        nlp._components = [
            (name, own[name](lexicon) if name in own else pipe) for name, pipe in nlp._components
        ]
    nlp.max_length = _MAX_LENGTH
    return nlp


def annotation(nlp: Language) -> tuple[str, str]:
    """Return the annotations of trees and of names that a loaded pipeline gives."""
    network = component.of(nlp)
    return network.trees, network.names


def set_annotation(nlp: Language, *, trees: str | None = None, names: str | None = None) -> None:
    """Have a loaded pipeline give other annotations; None leaves one as it is.

    Args:
        nlp: a pipeline from :func:`load`.
        trees: "csui" (news, the default) or "gsd": sentence ends, tags and trees in the manner of
            that treebank.
        names: "news" (the default), "idner", "nergrit" or "nerp".

    Raises:
        ValueError: there is no such annotation.
    """
    network = component.of(nlp)
    component.check(trees or network.trees, names or network.names)
    network.trees, network.names = trees or network.trees, names or network.names
    for _, pipe in nlp.components:
        if isinstance(pipe, sentence.SentenceSplitter | lemma.LemmaCorrector):
            pipe.annotation = network.trees


def model_version(nlp: Language) -> str:
    """Return name and version of a loaded pipeline, such as "id_simak_news 1+3f2a81c0"."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}"

"""Lemmas by dictionary and rule, where the trained lemmatizer has to guess.

The trained lemmatizer knows the words of the treebanks; for the others this component takes the
root that :mod:`simak.root` finds. The lemma is the root, as in UD_Indonesian-CSUI and
UD_Indonesian-GSD; names keep their form.
"""

from __future__ import annotations

from collections.abc import Callable

from spacy.language import Language
from spacy.tokens import Doc, Token

from simak.indonesian.clitic import is_clitic
from simak.lexicon import Lexicon
from simak.root import RootFinder

FACTORY = "simak_lemmas"


class LemmaCorrector:
    """spaCy component ``simak_lemmas``: sets better lemmas than a guess.

    ``annotation`` may be set to "gsd", whose lemmas of names and clitics follow rules of their own
    ("nya" is "dia"): there the network's guess stands. "csui" is how articles are read.
    """

    annotation = "csui"

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._roots = RootFinder(lexicon or Lexicon())

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of each token of ``doc`` that is no name and return the Doc."""
        for token in doc:
            token.lemma_ = self._lemma(token)
        return doc

    def _lemma(self, token: Token) -> str:
        if token.is_space:
            return token.text
        form = token.text.lower()
        if (
            self.annotation == "gsd"
            and token.lemma_
            and (token.pos_ == "PROPN" or is_clitic(token))
        ):
            return token.lemma_
        if token.pos_ in ("PROPN", "PUNCT", "SYM", "X"):
            return token.text
        if is_clitic(token):
            return form
        guess = token.lemma_
        if token.pos_ == "PRON" or (guess != form and self._roots.is_root_of(guess, form)):
            return guess or form
        root = self._roots.root(form)
        if root:
            return root
        if token.text.isupper() and len(form) > 1:
            return token.text  # an acronym
        # A guess that puts letters in ("tgecam") is worse than none.
        return guess if guess and guess.lower() in form else form


@Language.factory(FACTORY, assigns=["token.lemma"], requires=["token.pos"])
def make_lemma_corrector(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Return the component, for ``nlp.add_pipe("simak_lemmas")``."""
    return LemmaCorrector()

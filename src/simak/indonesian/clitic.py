"""Clitics: the small words that lean on another without a space.

Indonesian writes "-nya", "-ku", "-mu", "-lah", "-kah", "-pun" and "ku-", "kau-" together with their
host. Universal Dependencies makes syntactic words of them ("menyetujui|nya"), and so do we, since
a speaker is often no more than the "nya" of "ujarnya". Words that only end alike ("hanya",
"buku", "masalah") stay whole: they are listed in ``clitic_exception.tsv``, and the short,
ambiguous clitics are cut only from a host in ``clitic_host.tsv``.

Reference: UD_Indonesian-CSUI and UD_Indonesian-GSD (current annotation).
"""

from __future__ import annotations

from spacy.tokens import Token

from simak.lexicon import Lexicon

ENCLITICS = ("nya", "ku", "mu", "lah", "kah", "pun")
PROCLITICS = ("ku", "kau")

# A word longer than this is no Indonesian word; the cap keeps junk cheap.
_LONGEST = 48
# Shorter stems before "-nya" must be known words: "tim|nya", but "Kenya".
_SHORT_STEM = 3
_HYPHENS = "-‐‑"


class CliticSplitter:
    """Finds the clitics in a word.

    >>> CliticSplitter(Lexicon()).cuts("menyetujuinya")
    (10,)
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._whole: dict[str, set[str]] = {clitic: set() for clitic in (*ENCLITICS, "ku-", "kau-")}
        for row in lexicon.rows("clitic_exception.tsv", ("word", "clitic")):
            clitic = row.one_of("clitic", tuple(self._whole))
            self._whole[clitic].add(row["word"].lower())
        self._words: set[str] = set()
        self._verbs: set[str] = set()
        kinds = {"word": self._words, "verb": self._verbs}
        for row in lexicon.rows("clitic_host.tsv", ("host", "takes")):
            for kind in row.list("takes"):
                if kind not in kinds:
                    raise row.error(f"takes is {kind!r}; it must be word or verb, divided by |")
                kinds[kind].add(row["host"].lower())

    def cuts(self, word: str) -> tuple[int, ...]:
        """Return the offsets at which ``word`` falls into host and clitics, in order.

        "rumahku" gives (5,), "kuterima" (2,), "adakah" (3,), "hanya" ().
        """
        if not 4 <= len(word) <= _LONGEST:
            return ()
        lower = word.lower()
        if len(lower) != len(word):  # "İ" grows when lowered: offsets would not hold
            return ()
        end = len(word)
        cuts: list[int] = []
        if word[-3:] == "nya" and word[:-3].isupper():
            return (len(word) - 3,)  # "NPLnya", "DPRnya"
        while (cut := self._enclitic(lower[:end])) and len(cuts) < 3:
            cuts.append(cut)
            end = cut
        if start := self._proclitic(lower[:end]):
            cuts.append(start)
        return tuple(sorted(cuts))

    def _enclitic(self, word: str) -> int:
        """Return where the last clitic of ``word`` begins, 0 if it has none."""
        for clitic in ENCLITICS:
            if not word.endswith(clitic):
                continue
            stem = word[: -len(clitic)]
            if not stem or word in self._whole[clitic]:
                return 0
            if stem[-1] in _HYPHENS:
                return len(stem) if len(stem) > 2 else 0
            if not stem[-1].isalnum():
                return 0
            if clitic == "nya":
                return len(stem) if self._takes_nya(stem) else 0
            # "anak-anakku": the last part of a reduplication decides.
            last = stem.rsplit("-", 1)[-1]
            known = last in self._words or self._is_host_with_clitic(last)
            return len(stem) if known and stem[-1].isalpha() else 0
        return 0

    def _is_host_with_clitic(self, word: str) -> bool:
        """True for a host that already carries a clitic: the "dirinya" of "dirinyalah"."""
        return word.endswith("nya") and word[:-3] in self._words

    def _takes_nya(self, stem: str) -> bool:
        first, _, last = stem.partition("-")
        if last and first.startswith("se") and last in (first[2:], first):
            return False  # "sebesar-besarnya", "sebaik-baiknya" are adverbs
        if len(stem) <= _SHORT_STEM:
            return stem in self._words or stem.isdigit()
        return True

    def _proclitic(self, word: str) -> int:
        """Return the length of the "ku" or "kau" that ``word`` begins with, 0 if none."""
        for clitic in PROCLITICS:
            if (
                word.startswith(clitic)
                and word[len(clitic) :] in self._verbs
                and word not in self._whole[f"{clitic}-"]
            ):
                return len(clitic)
        return 0


def is_clitic(token: Token) -> bool:
    """True if ``token`` is a clitic that the tokenizer cut from its neighbour.

    The text alone decides: "nya" in "ujarnya", "ku" in "kuterima", but not a "nya" that stands
    between spaces. Works on any Doc, also one read back from disk.
    """
    text = token.text.lower()
    doc = token.doc
    if text in ENCLITICS and token.i > 0:
        before = doc[token.i - 1]
        if not before.whitespace_ and before.text[-1:].isalnum():
            return True
        if not before.whitespace_ and len(before.text) > 2 and before.text[-1] in _HYPHENS:
            return True
    if text in PROCLITICS and not token.whitespace_ and token.i + 1 < len(doc):
        after = doc[token.i + 1]
        return after.text[:1].isalpha() and after.text.lower() not in ENCLITICS
    return False


def joined(token: Token) -> bool:
    """Return whether a token is written in one with the word before it: "menyetujui|nya".

    In a Doc, a multiword token is a run of tokens with no space between them. Marks and numbers
    are tokens of their own in Indonesian treebanks, so what meets letter to letter, or letter to
    hyphen with letters on both sides ("KTP|-nya", "hamba-|Ku"), is one word of the text.
    """
    if token.i == 0 or token.nbor(-1).whitespace_:
        return False
    before, after = token.nbor(-1).text, token.text
    if not (before[0].isalpha() and after[-1].isalpha()):
        return False
    meets = before[-1].isalpha() and after[0].isalpha()
    hyphened = before[-1].isalpha() and after[0] == "-" and len(after) > 1
    return meets or hyphened or (before[-1] == "-" and after[0].isalpha())

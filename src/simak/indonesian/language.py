"""The language: a slim spaCy ``Language`` for Indonesian news, with its own tokenizer.

spaCy's stock Indonesian takes more than a second to build its 16,000 exceptions and knows no
clitics. This one is a single pass of one regular expression over the text, in linear time; words
are then cut at their clitics (``simak.indonesian.clitic``).

Importing this module registers the language code ``id_simak`` and the tokenizer
``simak.tokenizer.v1`` with spaCy; the stock code ``id`` is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Iterator, Set
from pathlib import Path
from typing import Any

from spacy.language import BaseDefaults, Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from simak.indonesian.clitic import ENCLITICS, CliticSplitter
from simak.lexicon import Lexicon

CODE = "id_simak"

_ABBREVIATION = ("form", "kind", "meaning")
ABBREVIATION_KINDS = ("title", "tail", "number")

# Junk without a space is cut into pieces of this many characters.
_LONGEST_TOKEN = 200

# Letters, digits, marks that combine with them, soft hyphen and joiners.
_W = r"[\w\u0300-\u036f\u00ad\u200c\u200d\u2060]"
_TLD = (
    r"(?:com|net|org|info|biz|co|id|tv|io|me|my|sg|go\.id|co\.id|ac\.id|or\.id|web\.id|sch\.id"
    r"|mil\.id|desa\.id|CO|COM|ID|CO\.ID)"
)

# One alternative a kind of token; all repeats are possessive or bounded, so that a match never
# takes more than linear time. Order matters: the first that matches wins.
_TOKEN = re.compile(
    rf"""
    (?P<space>[^\S ]\s*+|[ ]\s*+)
  | (?P<url>(?:https?://|www\.)[^\s<>"“”«»‘]++)
  | (?P<mail>[A-Za-z0-9_.+-]{{1,64}}@[A-Za-z0-9-]{{1,63}}(?:\.[A-Za-z0-9-]{{1,63}}){{1,6}})
  | (?P<domain>[A-Za-z][A-Za-z0-9-]{{1,40}}(?:\.[A-Za-z0-9-]{{1,40}}){{0,3}}\.{_TLD}(?![\w.]*\w))
  | (?P<tag>[@\#]{_W}++)
  | (?P<currency>(?:[Rr][Pp]\.?|US\$|A\$|S\$|HK\$|[$€£¥])(?=\d))
  | (?P<decree>\w{{1,12}}(?:[-./]\w{{1,12}}){{1,6}}/\d{{2,4}}(?!\w)(?<![A-Z]/\d\d))
  | (?P<period>[IVXLC]{{1,6}}/(?:\d{{4}}|[A-Z])(?!\w))
  | (?P<number>(?:\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?(?![\d/])|\d++(?:[.,:]\d++)*+)
        (?:(?:-?{_W}++(?<=[^\W\d_]))?+))
  | (?P<initial>(?:[A-Z]\.){{1,5}}(?=[\w\s,;)\]'"”’-]|$))
  | (?P<word>{_W}++(?:['’ʼ`](?=[^\W\d_]){_W}++|[-‐‑](?=\w){_W}++)*+)
  | (?P<repeat>\.{{2,}}|-{{2,}}|={{2,}}|\*{{2,}}|_{{2,}}|~{{2,}}|''|``|(?P<mark>[!?])(?P=mark)*+)
  | (?P<other>[\s\S][\ufe0e\ufe0f\u0300-\u036f\U0001f3fb-\U0001f3ff]*+
        (?:\u200d[^\w\s][\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]*+)*+)
    """,
    re.VERBOSE,
)
_TRAILING = ".,;:!?)]}'’”*"
_ABBREVIATED = re.compile(r"(?:\w{1,8}\.){1,4}\w{0,8}")
_BEFORE_NUMBER = re.compile(r"\s?[\dIVXLC]")
_BEFORE_NAME = re.compile(r"\s{0,2}[\"'“‘(]?[A-Z]|\s?,|[ ][a-z]")
_BEFORE_CAPITALS = re.compile(r"\s{0,2}[A-Z][A-Z.]")
_HYPHEN = re.compile(r"[-‐‑]")


class IndonesianDefaults(BaseDefaults):
    """Nothing of spaCy's own rules: the tokenizer brings all it needs."""


@registry.languages(CODE)
class Indonesian(Language):  # type: ignore[no-untyped-call]
    """spaCy pipeline class for Indonesian news, code ``id_simak``."""

    lang = CODE
    Defaults = IndonesianDefaults
    default_config = Language.default_config.copy()


class IndonesianTokenizer:
    """Cuts a text into words, clitics, numbers, names of sites and punctuation.

    ``doc.text == text`` for every text, but for lone surrogates, which spaCy cannot store and
    which become U+FFFD (the length, and so every offset, stays).

    >>> [token.text for token in IndonesianTokenizer(Vocab())('"Ya," ujarnya.')]
    ['"', 'Ya', ',', '"', 'ujar', 'nya', '.']
    """

    def __init__(self, vocab: Vocab, lexicon: Lexicon | None = None) -> None:
        self.vocab = vocab
        lexicon = lexicon or Lexicon()
        self._clitics = CliticSplitter(lexicon)
        self._abbreviations: dict[str, str] = {}
        for row in lexicon.rows("abbreviation.tsv", _ABBREVIATION):
            self._abbreviations[row["form"]] = row.one_of("kind", ABBREVIATION_KINDS)
        # In a headline in capitals "PROF." is "Prof."; short forms stay strict ("DI." is no "di."),
        # and elsewhere "BPK." is no "Bpk." but an acronym at the end of its sentence.
        self._capitals: set[str] = set()
        for form, kind in list(self._abbreviations.items()):
            if len(form) > 3 and form.upper() not in self._abbreviations:
                self._abbreviations[form.upper()] = kind
                if kind == "title":
                    self._capitals.add(form.upper())
        self._prefixes = frozenset(
            row["prefix"].lower() for row in lexicon.rows("hyphen_prefix.tsv", ("prefix",))
        )
        self._memory: dict[str, tuple[int, ...]] = {}

    def __call__(self, text: str) -> Doc:
        """Return the tokens of ``text``, any str."""
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            text = re.sub("[\ud800-\udfff]", "\ufffd", text)
        words: list[str] = []
        spaces: list[bool] = []
        for start, end in self.spans(text):
            piece = text[start:end]
            if piece[0] == " " and words and not spaces[-1]:
                spaces[-1] = True
                piece = piece[1:]
            if piece:
                words.append(piece)
                spaces.append(False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each token and of each run of white space, gaplessly."""
        position = 0
        length = len(text)
        match_at = _TOKEN.match
        while position < length:
            match = match_at(text, position)
            assert match is not None  # the last alternative takes anything
            kind = match.lastgroup if match.lastgroup != "mark" else "repeat"
            end = match.end()
            if kind == "word":
                end = yield from self._word(text, position, end)
            elif kind == "url":
                end = position + len(text[position:end].rstrip(_TRAILING))
                yield from _pieces(position, end)
            elif kind == "initial" and (form := self._abbreviation(text, position)):
                end = position + len(form)
                yield position, end
            elif kind == "initial" and not self._is_initial(text, position, end):
                end = yield from self._word(text, position, position + 1)
            elif kind == "number" and "-" in match.group():
                end = yield from self._number(text, position, end)
            else:
                yield from _pieces(position, end)
            position = end

    def kind(self, form: str) -> str | None:
        """Return the kind of the abbreviation ``form`` ("title", "tail", "number"), or None."""
        return self._abbreviations.get(form)

    def _abbreviation(self, text: str, start: int) -> str:
        """Return the longest abbreviation of the list that stands at ``start``, or ""."""
        match = _ABBREVIATED.match(text, start)
        form = match.group() if match else ""
        while form:
            kind = self._abbreviations.get(form)
            end = start + len(form)
            whole = form.endswith(".") or not text[end : end + 1].isalnum()
            if kind == "number":
                whole = whole and _BEFORE_NUMBER.match(text, end) is not None
            elif form in self._capitals:
                whole = whole and _BEFORE_CAPITALS.match(text, end) is not None
            if kind and whole:
                return form
            form = form[:-1] if form.endswith(".") else form[: form.rfind(".") + 1]
            if "." not in form:
                return ""
        return ""

    def _is_initial(self, text: str, start: int, end: int) -> bool:
        """True if "A." at [start, end) abbreviates a name, not the end of a sentence."""
        form = text[start:end]
        if start and (text[start - 1].isalnum() or text[start - 1] in "-'’"):
            return False
        if end - start > 2 or form in self._abbreviations:
            return True
        return _BEFORE_NAME.match(text, end) is not None

    def _word(self, text: str, start: int, end: int) -> Generator[tuple[int, int], None, int]:
        """Yield the tokens of a word; return where it ends, the dot of an abbreviation included."""
        if text.startswith(".", end) and (form := self._abbreviation(text, start)):
            yield start, start + len(form)
            return start + len(form)
        word = text[start:end]
        if len(word) > _LONGEST_TOKEN:
            yield from _pieces(start, end)
            return end
        cuts = self._memory.get(word)
        if cuts is None:
            cuts = self._cuts(word)
            if len(self._memory) > 50_000:
                self._memory.clear()
            self._memory[word] = cuts
        before = start
        for cut in cuts:
            yield before, start + cut
            before = start + cut
        yield before, end
        return end

    def _number(self, text: str, start: int, end: int) -> Generator[tuple[int, int], None, int]:
        """Yield "1980-an" whole, "5-nya" cut."""
        word = text[start:end]
        if word.lower().endswith("-nya") and len(word) > 4:
            yield start, end - 3
            yield end - 3, end
        elif word[word.index("-") + 1 :] == "an" or len(word) < 8:
            yield start, end
        else:
            hyphen = start + word.index("-")
            yield start, hyphen
            yield hyphen, hyphen + 1
            return hyphen + 1
        return end

    def _cuts(self, word: str) -> tuple[int, ...]:
        """Return the inner token borders of a word: around a joining hyphen, before clitics."""
        borders: list[int] = []
        offset = 0
        for part_start, part_end in _hyphen_parts(word, self._prefixes):
            if part_start:
                borders.append(part_start)
            borders += [part_start + cut for cut in self._clitics.cuts(word[part_start:part_end])]
            offset = part_end
            if part_end < len(word):
                borders.append(part_end)
        assert offset == len(word)
        return tuple(sorted(set(borders)))

    # spaCy stores a tokenizer with the pipeline; ours has no state of its own.
    def to_bytes(self, **kwargs: Any) -> bytes:
        """Return nothing: the rules come with the package."""
        return b""

    def from_bytes(self, data: bytes, **kwargs: Any) -> IndonesianTokenizer:
        """Return self."""
        return self

    def to_disk(self, path: str | Path, **kwargs: Any) -> None:
        """Write nothing."""

    def from_disk(self, path: str | Path, **kwargs: Any) -> IndonesianTokenizer:
        """Return self."""
        return self

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterator[Doc]:
        """Yield a Doc for each text."""
        for text in texts:
            yield self(text)


def _pieces(start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield [start, end) in pieces of at most the longest token."""
    while end - start > _LONGEST_TOKEN:
        yield start, start + _LONGEST_TOKEN
        start += _LONGEST_TOKEN
    if start < end:
        yield start, end


def _hyphen_parts(word: str, prefixes: Set[str]) -> list[tuple[int, int]]:
    """Return the parts of ``word`` that a hyphen joins as equals: "Januari-Maret" has two.

    Reduplication ("cita-cita", "bolak-balik"), prefixes ("non-migas", "al-Quds"), affixes
    ("era-nya", "80-an") and names with a short part ("Ki-moon", "Covid-19", "F-16") stay whole.
    """
    hyphens = [match.start() for match in _HYPHEN.finditer(word)]
    if not hyphens:
        return [(0, len(word))]
    parts: list[tuple[int, int]] = []
    start = 0
    for index, hyphen in enumerate(hyphens):
        left = word[start:hyphen]
        right_end = hyphens[index + 1] if index + 1 < len(hyphens) else len(word)
        if _joins(left, word[hyphen + 1 : right_end], prefixes):
            parts.append((start, hyphen))
            start = hyphen + 1
    parts.append((start, len(word)))
    return parts


def _joins(left: str, right: str, prefixes: Set[str]) -> bool:
    """True if a hyphen between ``left`` and ``right`` stands between two words."""
    first = _HYPHEN.split(left)[-1]
    if len(first) < 3 or len(right) < 2 or first.lower() in prefixes:
        return False
    if right.lower() in ENCLITICS:
        return False
    if not (first[0].isupper() and right[0].isupper() and right.isalpha()):
        return False
    if first.isupper() and right.isupper() and len(first) > 5 and len(right) > 5:
        # a line in capitals: "BENTUK-BENTUK", "PERUNDANG-UNDANGAN", but "JAKARTA-BANDUNG"
        return first[-5:].lower() not in right.lower()
    return first[-4:].lower() not in right.lower()


@registry.tokenizers("simak.tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], IndonesianTokenizer]:
    """Return what spaCy calls to make the tokenizer of a pipeline."""

    def create(nlp: Language) -> IndonesianTokenizer:
        return IndonesianTokenizer(nlp.vocab)

    return create


def blank() -> Language:
    """Return an empty pipeline with our tokenizer; starts in a few hundredths of a second."""
    return Indonesian.from_config({"nlp": {"tokenizer": {"@tokenizers": "simak.tokenizer.v1"}}})

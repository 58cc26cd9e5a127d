"""Words, tags and trees from raw text, in the manner of the CoNLL 2018 shared task.

The pipeline gets the raw text of a treebank and must find sentences, tokens and words by itself;
each layer is an F1 over its own rows (Zeman et al. 2018, "CoNLL 2018 Shared Task: Multilingual
Parsing from Raw Text to Universal Dependencies", section 6), so figures compare with published
ones. In short:

- characters are compared with all white space left out;
- a token (a multiword token counts as one) or a sentence is right if its characters are the same;
- words outside multiword tokens are aligned if their characters are the same; where either side
  has a multiword token, the words inside are aligned by the longest common subsequence of their
  lower-cased forms;
- UPOS, lemma, features, head and label count on aligned words; a head is right if it is aligned
  with the gold head; labels are compared without their subtype ("nmod:poss" as "nmod").

Written from that definition; the organisers' script was not used.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from simak.errors import RecordError
from simak.evaluation.annotation import of_trees, spoken
from simak.evaluation.file import fault, files, read_text
from simak.evaluation.gold import Progress
from simak.evaluation.measure import Counts
from simak.evaluation.report import Line, Report, total
from simak.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

ReadDoc = Callable[[str], "Doc"]
"""The language pipeline: text to Doc with sentences, tags, lemmas and heads."""

Keep = Callable[[int], bool]
"""Says of a sentence of a file, by its number from 0, whether it is read."""

Joined = Callable[["Token"], bool]
"""Says whether a token of a Doc is one multiword token with the token before it."""

# The features that the task compares; language-specific ones are left out.
UNIVERSAL_FEATURES = frozenset(
    {
        *("PronType", "NumType", "Poss", "Reflex", "Foreign", "Abbr"),
        *("Gender", "Animacy", "Number", "Case", "Definite", "Degree"),
        *("VerbForm", "Mood", "Tense", "Aspect", "Voice", "Evident", "Polarity"),
        *("Person", "Polite"),
    }
)


@dataclass(slots=True)
class Word:
    """A syntactic word. ``head`` is an index into the words of the same analysis, None for root.

    ``span`` counts characters without white space; a word of a multiword token has the span of
    its token.
    """

    form: str
    span: Span
    upos: str = "_"
    lemma: str = "_"
    features: str = "_"
    deprel: str = "_"
    head: int | None = None
    multiword: bool = False


@dataclass(slots=True)
class Analysis:
    """One analysis of a text: its characters without white space, and what was found in them."""

    characters: str = ""
    sentences: list[Span] = field(default_factory=list)
    tokens: list[Span] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph (or a whole file without paragraph marks): its raw text and its gold."""

    text: str
    gold: Analysis


def _squeeze(text: str) -> str:
    return "".join(text.split())


@dataclass(slots=True)
class _Sentence:
    """The lines of one sentence, with the line of its first."""

    line: int
    comments: list[str] = field(default_factory=list)
    rows: list[tuple[int, list[str]]] = field(default_factory=list)

    def comment(self, name: str) -> str | None:
        for comment in self.comments:
            key, mark, value = comment[1:].partition("=")
            if key.strip() == name:
                return value.strip() if mark else ""
        return None


def _sentences(path: Path) -> Iterator[_Sentence]:
    sentence: _Sentence | None = None
    for number, line in enumerate(read_text(path).split("\n"), start=1):
        if not line.strip():
            if sentence and sentence.rows:
                yield sentence
            sentence = None
            continue
        sentence = sentence or _Sentence(number)
        if line.startswith("#"):
            sentence.comments.append(line)
            continue
        cells = line.split("\t")
        if len(cells) != 10:
            raise fault(path, number, f"{len(cells)} columns; CoNLL-U has 10, divided by tabs")
        sentence.rows.append((number, cells))
    if sentence and sentence.rows:
        yield sentence


def _numbers(path: Path, line: int, cell: str, what: str) -> list[int]:
    try:
        return [int(part) for part in cell.split("-", 1)]
    except ValueError:
        raise fault(path, line, f"{what} {cell!r} is no number") from None


def _add(analysis: Analysis, sentence: _Sentence, path: Path) -> str:
    """Add a gold sentence to an analysis and return its text with the space that follows it."""
    offset = len(analysis.words)
    begin = length = analysis.tokens[-1][1] if analysis.tokens else 0
    text = ""
    rows = [(line, cells) for line, cells in sentence.rows if "." not in cells[0]]
    last_of_token = 0
    count = sum("-" not in cells[0] for _, cells in rows)
    for line, cells in rows:
        ids = _numbers(path, line, cells[0], "ID")
        surface = ids[0] > last_of_token
        if surface:
            form = _squeeze(cells[1])
            if not form:
                raise fault(path, line, "the form is empty")
            token = length, length + len(form)
            length = token[1]
            analysis.tokens.append(token)
            text += cells[1] + ("" if "SpaceAfter=No" in cells[9].split("|") else " ")
            last_of_token = ids[-1]
        if len(ids) == 2:
            continue
        if ids[0] != len(analysis.words) - offset + 1:
            raise fault(path, line, f"ID {cells[0]} is out of order")
        head = _numbers(path, line, cells[6], "HEAD")[0] if cells[6] != "_" else 0
        if head > count:
            raise fault(path, line, f"HEAD {head} is outside the sentence of {count} words")
        analysis.words.append(
            Word(
                form=_squeeze(cells[1]),
                span=token,
                upos=cells[3],
                lemma=cells[2],
                features=cells[5],
                deprel=cells[7],
                head=offset + head - 1 if head else None,
                multiword=not surface,
            )
        )
    analysis.sentences.append((begin, length))
    given = sentence.comment("text")
    if given is None:
        return text
    if _squeeze(given) != _squeeze(text):
        raise fault(path, sentence.line, "the words of the sentence do not spell its '# text'")
    return given + (" " if text.endswith(" ") else "")


def read_conllu(path: Path, keep: Keep | None = None) -> list[Passage]:
    """Return the passages of a CoNLL-U file, divided at ``# newdoc`` and ``# newpar``.

    The raw text is the sentences' ``# text`` joined by spaces (none after a last word with
    ``SpaceAfter=No``), or the words where a sentence has no ``# text``. Empty nodes ("8.1") are
    left out, and so are the sentences that ``keep`` does not want. Raises FormatError (file,
    line).
    """
    passages: list[tuple[list[str], Analysis]] = []
    begins = True
    for number, sentence in enumerate(_sentences(path)):
        marks = [comment[1:].split("=")[0].strip().split(" ")[0] for comment in sentence.comments]
        begins = begins or "newdoc" in marks or "newpar" in marks
        if keep and not keep(number):
            continue
        if begins:
            passages.append(([], Analysis()))
            begins = False
        texts, analysis = passages[-1]
        texts.append(_add(analysis, sentence, path))
    if not passages:
        raise fault(path, 1, f"no sentence {'that is wanted ' if keep else ''}in this file")
    for texts, analysis in passages:
        analysis.characters = _squeeze("".join(texts))
    return [Passage("".join(texts).strip(), analysis) for texts, analysis in passages]


def clitic_joined(token: Token) -> bool:
    """Return whether a token belongs to the word before it, as our own pipeline cuts clitics."""
    from simak.indonesian.clitic import joined  # brings spaCy

    return joined(token)


def from_doc(doc: Doc, joined: Joined = clitic_joined) -> Analysis:
    """Return the analysis that a Doc holds; tokens of white space only are left out."""
    analysis = Analysis()
    index: dict[int, int] = {}
    heads: list[Token] = []
    pieces: list[str] = []
    length = 0
    for sentence in doc.sents:
        begin = length
        for token in sentence:
            form = _squeeze(token.text)
            if not form:
                continue
            pieces.append(form)
            span = length, length + len(form)
            length = span[1]
            index[token.i] = len(analysis.words)
            heads.append(token)
            word = Word(
                form=form,
                span=span,
                upos=token.pos_ or "_",
                lemma=token.lemma_ or "_",
                features=str(token.morph) or "_",
                # spaCy writes the label of a root in capitals.
                deprel="root" if token.dep_ == "ROOT" else token.dep_,
            )
            if span[0] > begin and joined(token):
                span = analysis.tokens[-1][0], length
                analysis.tokens[-1] = span
                for part in reversed(analysis.words):
                    if part.span[1] <= span[0]:
                        break
                    part.span, part.multiword = span, True
                word.span, word.multiword = span, True
            else:
                analysis.tokens.append(span)
            analysis.words.append(word)
        if length > begin:
            analysis.sentences.append((begin, length))
    analysis.characters = "".join(pieces)
    for word, token in zip(analysis.words, heads, strict=True):
        head = token.head
        while head.text.isspace() and head.head.i != head.i:
            head = head.head
        word.head = None if head.i == token.i else index.get(head.i)
    return analysis


def _regions(analyses: Iterable[Analysis]) -> list[Span]:
    """Return the stretches covered by multiword tokens of either side, overlapping ones as one."""
    spans = sorted({word.span for a in analyses for word in a.words if word.multiword})
    regions: list[Span] = []
    for start, end in spans:
        if regions and start < regions[-1][1]:
            regions[-1] = regions[-1][0], max(end, regions[-1][1])
        else:
            regions.append((start, end))
    return regions


def _common(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Return the index pairs of a longest common subsequence, the leftmost one."""
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            if a[i] == b[j]:
                best[i][j] = best[i + 1][j + 1] + 1
            else:
                best[i][j] = max(best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[int, int]] = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] == b[j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def align(gold: Analysis, predicted: Analysis) -> list[tuple[int, int]]:
    """Return the index pairs of aligned words, gold and predicted.

    Both analyses must be of the same characters.
    """
    regions = _regions((gold, predicted))
    inside: list[tuple[list[int], list[int]]] = [([], []) for _ in regions]
    outside: tuple[dict[Span, int], dict[Span, int]] = ({}, {})
    for side, analysis in enumerate((gold, predicted)):
        region = 0
        for index, word in enumerate(analysis.words):
            while region < len(regions) and regions[region][1] <= word.span[0]:
                region += 1
            within = region < len(regions) and (
                regions[region][0] <= word.span[0] and word.span[1] <= regions[region][1]
            )
            if within:
                inside[region][side].append(index)
            else:
                outside[side][word.span] = index
    pairs = [(i, outside[1][span]) for span, i in outside[0].items() if span in outside[1]]
    for ours, theirs in inside:
        common = _common(
            [gold.words[i].form.lower() for i in ours],
            [predicted.words[j].form.lower() for j in theirs],
        )
        pairs += [(ours[a], theirs[b]) for a, b in common]
    return sorted(pairs)


def _universal(features: str) -> str:
    return "|".join(
        sorted(
            feature
            for feature in features.split("|")
            if feature.partition("=")[0] in UNIVERSAL_FEATURES
        )
    )


def score_analysis(gold: Analysis, predicted: Analysis) -> Report:
    """Return the shared task's F1 for one text.

    Lemmas and features are left out when the gold has none at all. Raises RecordError if the two
    are not of the same characters.
    """
    if gold.characters != predicted.characters:
        raise RecordError(
            "the words of the Doc do not spell the text that was read; scoring from raw text "
            "needs a pipeline that loses no character"
        )
    pairs = align(gold, predicted)
    gold_of = {j: i for i, j in pairs}
    words = [(gold.words[i], predicted.words[j]) for i, j in pairs]
    sizes = len(predicted.words), len(gold.words)

    def spans(name: str, ours: list[Span], theirs: list[Span]) -> Line:
        right = len(set(ours) & set(theirs))
        return Line("conllu", name, Counts(right, len(theirs), len(ours)), name)

    def of_words(name: str, label: str, right: Iterable[bool]) -> Line:
        return Line("conllu", name, Counts(sum(right), *sizes), label)

    heads = [
        (b.head is None)
        if a.head is None
        else (b.head is not None and gold_of.get(b.head) == a.head)
        for a, b in words
    ]
    labels = [a.deprel.split(":")[0] == b.deprel.split(":")[0] for a, b in words]
    lines = [
        spans("tokens", gold.tokens, predicted.tokens),
        spans("sentences", gold.sentences, predicted.sentences),
        of_words("words", "words", (True for _ in words)),
        of_words("upos", "UPOS", (a.upos == b.upos for a, b in words)),
    ]
    if any(word.features != "_" for word in gold.words):
        same = (_universal(a.features) == _universal(b.features) for a, b in words)
        lines.append(of_words("ufeats", "UFeats", same))
    if any(word.lemma != "_" for word in gold.words):
        # The task takes any lemma where the gold gives none.
        same = (a.lemma in ("_", b.lemma) for a, b in words)
        lines.append(of_words("lemmas", "lemmas", same))
    lines += [
        of_words("uas", "UAS", heads),
        of_words("las", "LAS", (h and d for h, d in zip(heads, labels, strict=True))),
    ]
    return Report(tuple(lines), 1)


def evaluate_conllu(
    paths: Iterable[Path],
    read: ReadDoc,
    *,
    annotation: str | None = None,
    keep: Keep | None = None,
    joined: Joined = clitic_joined,
    progress: Progress | None = None,
) -> Report:
    """Read the raw text of CoNLL-U files with a pipeline and return the shared task's F1.

    Args:
        paths: files, or folders of ``.conllu`` files.
        read: the pipeline, such as a spaCy Language.
        annotation: "csui" or "gsd"; None goes by the name of each file
            (:func:`simak.evaluation.annotation.of_trees`). A note says which it was.
        keep: which sentences of each file are read; None means all.
        joined: says which tokens of a Doc belong to one multiword token.

    Raises FormatError (file, line) for a file that is no CoNLL-U, AnnotationError for an
    annotation that is none.

    ::

        evaluate_conllu([Path("id_gsd-ud-test.conllu")], indonesian.load()).table()
    """
    texts = [
        (path, of_trees(path, annotation), read_conllu(path, keep))
        for path in files(paths, (".conllu",))
    ]
    count = sum(len(passages) for _, _, passages in texts)
    reports: list[Report] = []
    done = 0
    for path, chosen, passages in texts:
        with spoken(read, "trees", chosen) as could:
            reports.append(Report(notes=(chosen.note(path, could),)))
            for passage in passages:
                reports.append(score_analysis(passage.gold, from_doc(read(passage.text), joined)))
                done += 1
                if progress:
                    progress(done, count)
    return total(reports)

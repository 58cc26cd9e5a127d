"""Names: span F1 on files of token and tag columns (CoNLL 2003 manner).

The pipeline's own names are scored (``doc.ents``), as those of any recogniser; the names of a
record have a measure of their own (:mod:`simak.evaluation.entity`). PER, ORG and LOC are known
under the spellings of Indonesian data sets; our GPE counts as LOC.

The files are tokenised already: the tokens of a sentence are joined with spaces, the text is
read, and a name that is found is widened to whole tokens of the file, since a clitic that we cut
off belongs to the file's token.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from simak.errors import RecordError
from simak.evaluation.annotation import check, of_names, spoken
from simak.evaluation.conllu import ReadDoc
from simak.evaluation.file import fault, files, read_text
from simak.evaluation.gold import Progress
from simak.evaluation.measure import Counts
from simak.evaluation.report import Line, Report, total
from simak.record import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Name = tuple[Span, str]

SPELLINGS = {
    "PER": ("PER", "PERS", "PERSON", "PPL", "PEOPLE", "ORANG", "TOKOH"),
    "ORG": ("ORG", "ORGANIZATION", "ORGANISATION", "ORGANISASI", "NOR"),
    "LOC": ("LOC", "LOCATION", "LOKASI", "PLACE", "PLC", "TEMPAT", "GPE", "FAC"),
    "NORP": ("NORP",),
}
_TYPES = {spelling: type for type, spellings in SPELLINGS.items() for spelling in spellings}
_OF_PIPELINE = {"PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "NORP": "NORP"}
_TAG = re.compile(r"([BILUSE])[-_](\S+)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tagged sentence: its tokens joined by spaces, and its names with the file's own types.

    ``tokens`` are the spans of the tokens in the text.
    """

    text: str
    names: tuple[Name, ...]
    tokens: tuple[Span, ...] = ()


def _sentence(path: Path, rows: Sequence[tuple[int, str, str]]) -> Sentence:
    """Read the tags of one sentence: IOB2, IOB1, BILOU or BIOES, whichever they are."""
    text = " ".join(token for _, token, _ in rows)
    names: list[Name] = []
    tokens: list[Span] = []
    open_type = ""
    start = 0
    for line, token, tag in rows:
        end = start + len(token)
        tokens.append((start, end))
        if tag.upper() == "O":
            open_type = ""
        else:
            found = _TAG.fullmatch(tag)
            if not found:
                raise fault(path, line, f"{tag!r} is no tag such as O, B-PER or I-PER")
            place, type = found.groups()
            if place in "ILE" and type == open_type:
                names[-1] = (names[-1][0][0], end), type
            else:  # an I- that continues nothing begins a name, as the scorers read it
                names.append(((start, end), type))
            open_type = "" if place in "LUSE" else type
        start = end + 1
    return Sentence(text, tuple(names), tuple(tokens))


def read_tagged(path: Path) -> list[Sentence]:
    """Return the sentences of a file with a token first and its tag last on each line.

    Columns are divided by tabs (then a token may hold spaces) or by spaces; an empty line ends a
    sentence. Raises FormatError (file, line).
    """
    sentences: list[Sentence] = []
    rows: list[tuple[int, str, str]] = []
    for number, line in enumerate([*read_text(path).split("\n"), ""], start=1):
        if line.strip():
            cells = [cell.strip() for cell in line.split("\t")] if "\t" in line else line.split()
            if cells[0] == "-DOCSTART-":
                continue
            if len(cells) < 2 or not cells[0]:
                raise fault(path, number, "a line needs a token and a tag")
            rows.append((number, cells[0], cells[-1]))
        elif rows:
            sentences.append(_sentence(path, rows))
            rows = []
    if not sentences:
        raise fault(path, 1, "no sentence in this file")
    return sentences


def doc_names(doc: Doc, tokens: Sequence[Span]) -> list[Name]:
    """Return the names of a Doc as PER, ORG, LOC, NORP, each widened to whole ``tokens``.

    ``tokens`` are spans of the Doc's text in order. Where two names come to overlap, the first one
    stays.

    ::

        doc_names(nlp("Bupati Rawa Eloknya ."), [(0, 6), (7, 11), (12, 19), (20, 21)])
        # the name "Rawa Elok", (7, 16), becomes [((7, 19), "LOC")]
    """
    starts = [start for start, _ in tokens]
    ends = [end for _, end in tokens]
    found: list[Name] = []
    last = 0
    for name in doc.ents:
        first = bisect_right(ends, name.start_char)
        behind = bisect_left(starts, name.end_char)
        if name.label_ not in _OF_PIPELINE or first >= behind or first < last:
            continue
        found.append(((starts[first], ends[behind - 1]), _OF_PIPELINE[name.label_]))
        last = behind
    return found


def score_names(
    gold: Sequence[Name], predicted: Sequence[Name], types: Sequence[str] = ("PER", "ORG", "LOC")
) -> Report:
    """Return F1 of names, strict on span and type: over the ``types`` together and for each."""
    ours, theirs = set(gold), set(predicted)

    def counts(of: Sequence[str]) -> Counts:
        a = {name for name in ours if name[1] in of}
        b = {name for name in theirs if name[1] in of}
        return Counts(len(a & b), len(b), len(a))

    return Report(
        (
            Line("ner", "", counts(types), "names"),
            *(Line("ner", type, counts((type,)), type) for type in types),
        ),
        1,
    )


def evaluate_ner(
    paths: Iterable[Path],
    read: ReadDoc,
    *,
    annotation: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read the sentences of tagged files with a pipeline and return F1 of its names.

    Types that a file does not tag at all are not scored in it (so NORP seldom is), and neither
    are tags that mean no person, body or place; a note names those.

    Args:
        paths: files, or folders of ``.txt``, ``.conll``, ``.tsv`` and ``.iob`` files.
        read: the pipeline, such as a spaCy Language; its ``doc.ents`` count.
        annotation: "news", "idner", "nergrit" or "nerp"; None goes by how each file spells its
            types (:func:`simak.evaluation.annotation.of_names`). A note says which it was.

    Raises FormatError (file, line), AnnotationError for an annotation that is none, RecordError
    for a pipeline that changes the text.

    ::

        evaluate_ner([Path("idner/test.txt")], indonesian.load()).figures()["ner.f1"]
    """
    if annotation is not None:
        check("names", annotation)  # before anything is read
    tagged = [
        (path, read_tagged(path)) for path in files(paths, (".txt", ".conll", ".tsv", ".iob"))
    ]
    count = sum(len(sentences) for _, sentences in tagged)
    done = 0
    reports: list[Report] = []
    for path, sentences in tagged:
        tags = sorted({type for sentence in sentences for _, type in sentence.names})
        known = {_TYPES[tag.upper()] for tag in tags if tag.upper() in _TYPES}
        types = [type for type in SPELLINGS if type in known]
        rest = [tag for tag in tags if tag.upper() not in _TYPES]
        chosen = of_names(tags, annotation)
        with spoken(read, "names", chosen) as could:
            notes = [chosen.note(path, could)]
            if rest:
                notes.append(f"Not scored in {path.name}: {', '.join(rest)}.")
            reports.append(Report(notes=tuple(notes)))
            for sentence in sentences:
                reports.append(score_names(_gold(sentence), _found(read, sentence, path), types))
                done += 1
                if progress:
                    progress(done, count)
    return total(reports)


def _gold(sentence: Sentence) -> list[Name]:
    return [(span, _TYPES[tag.upper()]) for span, tag in sentence.names if tag.upper() in _TYPES]


def _found(read: ReadDoc, sentence: Sentence, path: Path) -> list[Name]:
    doc = read(sentence.text)
    if doc.text != sentence.text:
        raise RecordError(f"{path}: the pipeline changed the text {sentence.text[:60]!r}")
    return doc_names(doc, sentence.tokens)

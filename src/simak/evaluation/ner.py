"""Names: span F1 on files of token and tag columns (CoNLL 2003 manner).

PER, ORG and LOC are known under the spellings of Indonesian data sets; the record's GPE and LOC
both count as LOC. The files are tokenised already: the tokens of a sentence are joined with
spaces, the text is read, and names are compared by characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from simak.evaluation.entity import NAMES
from simak.evaluation.file import fault, files, read_text
from simak.evaluation.gold import Progress, ReadArticle
from simak.evaluation.measure import Counts
from simak.evaluation.report import Line, Report, total
from simak.evaluation.score import same_text
from simak.record import Article, Record, Span, article_id

Name = tuple[Span, str]

SPELLINGS = {
    "PER": ("PER", "PERS", "PERSON", "PPL", "PEOPLE", "ORANG", "TOKOH"),
    "ORG": ("ORG", "ORGANIZATION", "ORGANISATION", "ORGANISASI", "NOR"),
    "LOC": ("LOC", "LOCATION", "LOKASI", "PLACE", "PLC", "TEMPAT", "GPE", "FAC"),
}
_TYPES = {spelling: type for type, spellings in SPELLINGS.items() for spelling in spellings}
_OF_RECORD = {"PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC"}
_TAG = re.compile(r"([BILUSE])[-_](\S+)")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A tagged sentence: its tokens joined by spaces, and its names with the file's own types."""

    text: str
    names: tuple[Name, ...]


def _names(path: Path, rows: Sequence[tuple[int, str, str]]) -> tuple[str, tuple[Name, ...]]:
    """Read the tags of one sentence: IOB2, IOB1, BILOU or BIOES, whichever they are."""
    text = " ".join(token for _, token, _ in rows)
    names: list[Name] = []
    open_type = ""
    start = 0
    for line, token, tag in rows:
        end = start + len(token)
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
    return text, tuple(names)


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
            sentences.append(Sentence(*_names(path, rows)))
            rows = []
    if not sentences:
        raise fault(path, 1, "no sentence in this file")
    return sentences


def record_names(record: Record) -> list[Name]:
    """Return the names and acronyms of people, bodies and places in a record, as PER, ORG, LOC."""
    found = {
        (mention.span, _OF_RECORD[entity.type])
        for entity in record.entities
        for mention in entity.mentions
        if entity.type in _OF_RECORD and mention.kind in NAMES
    }
    return sorted(found)


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
    paths: Iterable[Path], read: ReadArticle, progress: Progress | None = None
) -> Report:
    """Read the sentences of tagged files with ``read`` and return F1 of their names.

    Types that a file does not tag at all are not scored in it, and neither are tags that mean no
    person, body or place; a note names those. Raises FormatError (file, line).
    """
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
        notes = (f"Not scored in {path.name}: {', '.join(rest)}.",) if rest else ()
        reports.append(Report(notes=notes))
        for sentence in sentences:
            article = Article(id=article_id(sentence.text), text=sentence.text)
            record = read(article)
            same_text(sentence.text, record.article.text, str(path))
            gold = [
                (span, _TYPES[tag.upper()]) for span, tag in sentence.names if tag.upper() in _TYPES
            ]
            reports.append(score_names(gold, record_names(record), types))
            done += 1
            if progress:
                progress(done, count)
    return total(reports)

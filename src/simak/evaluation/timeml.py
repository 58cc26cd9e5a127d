"""Times on TimeML files: inline TIMEX3 tags, anchored on the document creation time.

TimeML: Pustejovsky et al. 2003 and ISO 24617-1. ``DCT`` holds the TIMEX3 of the document's own
date, ``TEXT`` the text; other tags (EVENT, SIGNAL, ...) are passed through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from simak.evaluation import indotimex
from simak.evaluation.annotation import check, of_times
from simak.evaluation.file import fault, files, read_text
from simak.evaluation.gold import Progress, ReadArticle
from simak.evaluation.report import Report, total
from simak.evaluation.score import same_text
from simak.evaluation.time import Timex, Timex3, score_times
from simak.record import Article, Published, article_id


@dataclass(frozen=True, slots=True)
class TimeMLText:
    """The text of a TimeML file, its creation time (ISO 8601 or None) and its tags."""

    text: str
    created: str | None
    times: tuple[Timex3, ...]


def _walk(element: ElementTree.Element, pieces: list[str], times: list[Timex3], at: int) -> int:
    """Add the text inside an element and its TIMEX3 tags; return the offset after it."""
    start = at
    for piece in [element.text, *element]:
        if isinstance(piece, str):
            pieces.append(piece)
            at += len(piece)
        elif piece is not None:
            at = _walk(piece, pieces, times, at)
            tail = piece.tail or ""
            pieces.append(tail)
            at += len(tail)
    if element.tag == "TIMEX3" and at > start:
        times.append(Timex3((start, at), element.get("type", ""), element.get("value", "")))
    return at


def read_timeml(path: Path) -> TimeMLText:
    """Return text, creation time and TIMEX3 tags of a TimeML file.

    A tag around no words (an implicit time) is left out. Raises FormatError (file, line).
    """
    try:
        root = ElementTree.fromstring(read_text(path))
    except ElementTree.ParseError as error:
        raise fault(path, error.position[0], f"no well-formed XML: {error}") from error
    body = root.find("TEXT")
    if body is None:
        raise fault(path, 1, "no TEXT element; a TimeML file has one inside TimeML")
    created = root.find("DCT//TIMEX3")
    if created is None:
        created = next(
            (
                tag
                for tag in root.iter("TIMEX3")
                if tag.get("functionInDocument") == "CREATION_TIME"
            ),
            None,
        )
    pieces: list[str] = []
    times: list[Timex3] = []
    _walk(body, pieces, times, 0)
    value = None if created is None else created.get("value")
    return TimeMLText("".join(pieces), value or None, tuple(sorted(times, key=lambda t: t.span)))


def evaluate_timeml(
    paths: Iterable[Path],
    read: ReadArticle,
    progress: Progress | None = None,
    *,
    annotation: str | None = None,
) -> Report:
    """Read the texts of TimeML files with ``read`` and return the figures of TempEval-3.

    The article that ``read`` gets has the creation time as its publication date (basis "given").
    ``annotation`` is "guide" for files tagged by our reading guide, "indotimex" for those tagged in
    the manner of IndoTimex, into which our rows are then put (:mod:`simak.evaluation.indotimex`);
    None goes by how the files are tagged. A note says which it was.

    Raises FormatError (file, line), AnnotationError for an annotation that is none.
    """
    if annotation is not None:
        check("times", annotation)  # before anything is read
    names = files(paths, (".tml", ".xml"))
    golds = [read_timeml(path) for path in names]
    chosen = of_times(indotimex.manner((gold.text, gold.times) for gold in golds), annotation)
    reports: list[Report] = [Report(notes=(f'Annotation: "{chosen.name}", {chosen.reason}.',))]
    for index, (path, gold) in enumerate(zip(names, golds, strict=True), start=1):
        record = read(
            Article(
                id=article_id(gold.text),
                published=Published(
                    value=gold.created, basis="given" if gold.created else "unknown"
                ),
                text=gold.text,
            )
        )
        same_text(gold.text, record.article.text, str(path))
        found: Sequence[Timex] = record.times
        if chosen.name == "indotimex":
            found = indotimex.convert(gold.text, found, gold.created)
        reports.append(Report(tuple(score_times(gold.times, found, "timeml")), 1))
        if progress:
            progress(index, len(names))
    return total(reports)

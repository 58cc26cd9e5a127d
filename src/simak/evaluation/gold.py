"""Gold records: reading them, and reading their texts again to compare."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from simak import record
from simak.errors import RecordError, SimakError
from simak.evaluation.file import fault, files, read_text
from simak.evaluation.report import Report, total
from simak.evaluation.score import score_record
from simak.record import Article, Record

ReadArticle = Callable[[Article], Record]
"""Reads the text of an article (with its date, outlet, ...) and gives the record."""

Progress = Callable[[int, int], None]
"""Is told after each text how many are done, and how many there are."""

_BYTE = re.compile(r"\(byte (\d+)\)")


def _decode(path: Path, line: int, text: str) -> Record:
    try:
        return record.decode(text)
    except (RecordError, UnicodeError) as error:
        # msgspec says the byte where JSON breaks off; people look for lines.
        where = _BYTE.search(str(error))
        if where:
            line += text.encode("utf-8", "surrogatepass")[: int(where[1])].count(b"\n")
        raise fault(path, line, str(error)) from error


def read_gold(paths: Iterable[Path]) -> Iterator[tuple[Path, Record]]:
    """Yield the records in files and folders (.json, and .jsonl with one record a line), in order.

    Raises FormatError (file, line) when a file holds no record.
    """
    for path in files(paths, (".json", ".jsonl")):
        text = read_text(path)
        if path.suffix != ".jsonl":
            yield path, _decode(path, 1, text)
            continue
        for number, line in enumerate(text.split("\n"), start=1):
            if line.strip():
                yield path, _decode(path, number, line)


def evaluate_records(
    paths: Iterable[Path], read: ReadArticle, progress: Progress | None = None
) -> Report:
    """Read the texts of gold records with ``read`` and return the report over all of them.

    Raises FormatError for a file that is no gold record, RecordError if ``read`` changes a text.

    ::

        report = evaluate_records([Path("gold")], lambda article: reader.read(article.text))
        print(report.table())
    """
    gold = list(read_gold(paths))
    reports: list[Report] = []
    for index, (path, ours) in enumerate(gold, start=1):
        try:
            reports.append(score_record(ours, read(ours.article)))
        except SimakError as error:
            error.add_note(f"in reading the text of {path}")
            raise
        if progress:
            progress(index, len(gold))
    return total(reports)

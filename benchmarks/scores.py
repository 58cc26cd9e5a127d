"""The scoreboard (``make scores``): our figures beside the published ones, with their sources.

Ours are measured on the parts of ``../shared/data`` that training never sees, and on the real test
files where there is a folder with them. Speed and memory are measured beside a bare spaCy
pipeline in the same run.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fnmatch import fnmatch
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from benchmarks.bare import Speed
    from benchmarks.published import Figure, Missing
    from simak.evaluation import Report

EXAMPLES = Path(__file__).parent.parent / "examples"
ARTICLES = 40

_TITLES = {
    "csui": "UD_Indonesian-CSUI, from raw text (F1 of the CoNLL 2018 shared task)",
    "gsd": "UD_Indonesian-GSD, from raw text (F1 of the CoNLL 2018 shared task)",
    "trees": "Trees, measured in another way or on another set: for orientation only",
    "idner": "Names, idner-news-2k (F1 of exact spans with their type)",
    "nergrit": "Names, NERGRIT (F1 of exact spans with their type)",
    "names": "Names, published on other sets: for orientation only",
}
# What the files of a test set look like, below the folder that is given, in small letters.
TESTS = {
    "csui-train": "*csui*test*.conllu",
    "gsd-dev": "*gsd*test*.conllu",
    "idner-dev": "*idner*test*",
    "nergrit-valid": "*nergrit*test*",
}
_HELD_OUT = "held out"
_WARNING = """\
The rows "held out" are NOT the published test sets. They are what we have of the same corpora:
{parts}.
No weight was trained on them, but the best of several runs may have been chosen on them, and they
may be easier or harder than the test sets: they show the size of the figures, not a rank. To
compare, put the test files (id_csui-ud-test.conllu, id_gsd-ud-test.conllu, idner-test.txt) into a
folder: make scores TEST=FOLDER"""
_ONE_ANNOTATION = (
    "These weights have one annotation only, which is neither that of CSUI nor that of GSD."
)


@dataclass(frozen=True)
class Row:
    """A row of a table: a system, its figures in percent, and on what they were measured."""

    system: str
    values: dict[str, float]
    measured: str
    source: int | None = None


def our_values(report: Report) -> dict[str, float]:
    """Return the figures of a report in percent, by the columns of the tables."""
    figures = report.figures()
    trees = {
        name: f"conllu.f1_{name}"
        for name in ("words", "sentences", "upos", "ufeats", "lemmas", "uas", "las")
    }
    names = {"precision": "ner.precision", "recall": "ner.recall", "f1": "ner.f1"}
    kinds = {kind: f"ner.f1_{kind}" for kind in ("PER", "ORG", "LOC")}
    keys = {**trees, **names, **kinds}
    return {name: 100 * figures[key] for name, key in keys.items() if key in figures}


def percent(value: float) -> str:
    """Return a figure with one decimal; a half is rounded up, as people do with published ones."""
    return str(Decimal(str(round(value, 6))).quantize(Decimal("0.1"), ROUND_HALF_UP))


def table(title: str, columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Return a table as plain text; a figure that is not known is a dash."""
    lines = [(title, *columns, "measured on")]
    for row in rows:
        cells = [percent(row.values[name]) if name in row.values else "-" for name in columns]
        source = "" if row.source is None else f" [{row.source}]"
        lines.append((f"  {row.system}", *cells, f"{row.measured}{source}"))
    widths = [max(len(line[place]) for line in lines[1:]) for place in range(len(columns) + 1)]
    widths = [max(width, len(name)) for width, name in zip(widths, ("", *columns), strict=True)]
    shown = [title]
    for number, (first, *cells, last) in enumerate(lines):
        head = "" if number == 0 else first
        middle = "  ".join(cell.rjust(width) for cell, width in zip(cells, widths[1:], strict=True))
        shown.append(f"{head.ljust(widths[0])}  {middle}  {last}".rstrip())
    return "\n".join(shown)


def board(ours: dict[str, list[Row]], figures: Sequence[Figure], missing: Sequence[Missing]) -> str:
    """Return the tables, ours first in each, then the sources and what was not found."""
    from benchmarks.published import NAMES, TREES

    sources: dict[str, int] = {}
    for figure in figures:
        sources.setdefault(figure.source, len(sources) + 1)
    parts: list[str] = []
    for name, title in _TITLES.items():
        rows = ours.get(name, []) + [
            Row(figure.system, figure.values, figure.measured, sources[figure.source])
            for figure in figures
            if figure.table == name
        ]
        if rows:
            columns = TREES if name in ("csui", "gsd", "trees") else NAMES
            parts.append(table(title, columns, rows))
    listed = [f"  [{number}] {source}" for source, number in sources.items()]
    parts.append("\n".join(["Sources", *listed]))
    if missing:
        lost = [f"  {row.what}\n    ({row.where})" for row in missing]
        parts.append("\n".join(["Looked for and not found", *lost]))
    return "\n\n".join(parts)


def test_files(folder: Path, pattern: str) -> list[Path]:
    """Return the files below a folder whose path below it has the pattern, in any case."""
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file() and fnmatch(path.relative_to(folder).as_posix().lower(), pattern)
    )


def our_rows(nlp: Any, system: str, data: Path | None, test: Path | None) -> dict[str, list[Row]]:
    """Return our rows by table: on the test files first, then on what is held out of the data."""
    from training.score import PARTS

    rows: dict[str, list[Row]] = {}
    for part in PARTS:
        found = test_files(test, TESTS[part.name]) if test else []
        for path in found:
            values = our_values(part.score_files(nlp, [path]))
            measured = f"{path.name}, annotation {part.annotation}"
            rows.setdefault(part.annotation, []).append(Row(system, values, measured))
        if data is not None and (data / part.path).is_file():
            values = our_values(part.score(nlp, data))
            measured = f"{_HELD_OUT}: {part.about}, annotation {part.annotation}"
            rows.setdefault(part.annotation, []).append(Row(system, values, measured))
    return rows


def speed_texts(data: Path | None) -> list[str]:
    """Return articles to read: of the data, or without it our own examples."""
    articles = data / "articles" / "indosum.jsonl" if data else None
    if articles is None or not articles.is_file():
        return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))]
    with articles.open(encoding="utf-8") as lines:
        found = [json.loads(line) for line in islice(lines, ARTICLES)]
    return ["\n\n".join(article["paragraphs"]) for article in found]


def speed_report(speed: Speed, taken: dict[str, dict[str, float]], wide: Speed) -> str:
    """Return what the speed and the footprint of the pipelines are, as plain text.

    ``wide`` is the speed beside a bare pipeline that is as wide as ours.
    """
    names = {
        "ours": "ours: words, tags, lemmas, trees, names",
        "bare": "bare spaCy (tok2vec 96 x 4): tags, trees, names",
    }
    lines = [
        f"Speed, one thread: {speed.texts} articles of {speed.words:,} words, both in one run",
        f"{'':<50}{'one by one':>14}{'nlp.pipe':>14}{'memory':>10}",
    ]
    for which, rates in (("ours", speed.ours), ("bare", speed.bare)):
        cells = "".join(f"{rates[way]:>10,.0f} w/s" for way in ("one by one", "nlp.pipe"))
        lines.append(f"  {names[which]:<48}{cells}{taken[which]['memory']:>7.0f} MB")
    ratios = "".join(f"{speed.ratio(way):>14.2f}" for way in ("one by one", "nlp.pipe"))
    lines.append(f"  {'ours / bare':<48}{ratios}")
    ratios = "".join(f"{wide.ratio(way):>14.2f}" for way in ("one by one", "nlp.pipe"))
    lines.append(f"  {'ours / bare as wide (200; aim: 0.80)':<48}{ratios}")
    lines.append(
        f"Of the memory {taken['ours']['empty']:.0f} MB are Python with spaCy. Ours is loaded in "
        f"{taken['ours']['load']:.2f} s after the import of spaCy."
    )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scores", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--test", type=Path, help="a folder with the real test files")
    parser.add_argument("--model", type=Path, help="other weights than ours")
    parser.add_argument("--without-speed", action="store_true", help="only what is right")
    options = parser.parse_args(arguments)
    data = options.data if options.data.is_dir() else None
    if data is None:
        print(
            f"make scores: there is no {options.data} here; it is not part of this repository. "
            "Set SHARED=FOLDER if it lies elsewhere. Without it nothing is held out to score on.",
            file=sys.stderr,
        )
        if options.test is None:
            return 1
    if options.test is not None and not any(
        test_files(options.test, pattern) for pattern in TESTS.values()
    ):
        wanted = ", ".join(TESTS.values())
        print(f"make scores: no test file in {options.test}; wanted: {wanted}", file=sys.stderr)
        return 1
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
        os.environ[name] = "1"  # before numpy is loaded

    from training.score import PARTS

    from benchmarks import bare, published
    from simak import indonesian
    from simak.evaluation import annotation

    nlp = indonesian.load(options.model)
    rows = our_rows(nlp, f"Simak, {indonesian.model_version(nlp)}", data, options.test)
    print(board(rows, *published.read()))
    if not annotation.can_be_asked(nlp):
        print("\n" + _ONE_ANNOTATION)
    if data is not None:
        print("\n" + _WARNING.format(parts=",\n".join(f"  {part.about}" for part in PARTS)))
    if not options.without_speed:
        texts = speed_texts(data)
        speed = bare.measure(nlp, bare.bare(), texts)
        taken = {which: bare.footprint(which, texts, options.model) for which in ("ours", "bare")}
        wide = bare.measure(nlp, bare.bare(bare.AS_OURS), texts, rounds=3)
        print("\n" + speed_report(speed, taken, wide))
    return 0


if __name__ == "__main__":
    sys.exit(main())

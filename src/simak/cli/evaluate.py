"""``simak evaluate``: read hand-made files again and print how well the rows agree."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from simak.cli import BELOW_FLOOR, NOTHING_READ, OK, CommandError
from simak.cli.progress import Progress
from simak.errors import FormatError, InputError, SimakError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from simak.evaluation import Report
    from simak.reader import Reader
    from simak.record import Article, Record

DESCRIPTION = """\
Reads the texts of hand-made files again and prints how well the rows agree.

  simak evaluate emas/ --floors batas.toml
  simak evaluate --format conllu id_csui-ud-dev.conllu
"""

# The table of a floors file that holds for a format, unless --table names another.
_TABLE = {
    "record": "gold",
    "conllu": "conllu",
    "ner": "ner",
    "timeml": "timeml",
    "sacr": "sacr",
    "pfsa": "pfsa",
}


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak evaluate`` to ``parser``."""
    add = parser.add_argument
    add("gold", nargs="+", metavar="GOLD", help="files or folders")
    add(
        "--format",
        choices=("record", "conllu", "ner", "timeml", "sacr", "pfsa"),
        default="record",
        help="what the files hold: records (default), CoNLL-U trees, token and tag columns, "
        "TimeML, SACR coreference",
    )
    add(
        "--annotation",
        metavar="NAME",
        help="in whose manner to read: conllu csui or gsd, ner news, idner, nergrit or nerp "
        ", timeml guide or indotimex (default: by the name of a treebank's file, by the spelling "
        "of the types of names, by how times are tagged)",
    )
    add("--json", action="store_true", help="print the figures as JSON")
    add("--floors", metavar="FILE", help="exit with 4 if a figure is below its floor in FILE")
    add("--table", metavar="NAME", help="the table of FILE that holds (default: by --format)")
    add("--lexicon", metavar="DIR", help="your lexicon files, laid over ours")
    add("--model", metavar="DIR", help="other weights than ours")


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak evaluate`` and return the exit code."""
    from simak.evaluation import fallen, read_floors
    from simak.reader import Reader

    paths = [Path(name) for name in options.gold]
    for path in paths:
        if not path.exists():
            raise CommandError(f"{path}: no such file or folder")
    _check_annotation(options.format, options.annotation)
    try:
        floors = read_floors(Path(options.floors)) if options.floors else {}
        reader = Reader(
            Path(options.lexicon) if options.lexicon else None,
            Path(options.model) if options.model else None,
        )
    except (SimakError, OSError) as error:
        raise CommandError(str(error)) from error
    try:
        report = _report(options.format, paths, reader, options.annotation)
    except (FormatError, InputError) as error:
        notes = "; ".join(getattr(error, "__notes__", ()))
        raise CommandError(f"{error}{f' ({notes})' if notes else ''}", NOTHING_READ) from error
    below = fallen(report.figures(), floors, options.table or _TABLE[options.format])
    if options.json:
        print(
            json.dumps(
                {
                    "texts": report.texts,
                    "figures": {name: round(value, 6) for name, value in report.figures().items()},
                    "notes": report.notes,
                    "below_floor": [str(figure) for figure in below],
                },
                ensure_ascii=False,
                indent=1,
            )
        )
    else:
        print(report.table())
    for figure in below:
        print(f"simak: below its floor: {figure}", file=sys.stderr)
    if options.floors and not below and not options.json:
        print("No figure is below its floor.")
    return BELOW_FLOOR if below else OK


def _check_annotation(form: str, name: str | None) -> None:
    """Refuse an annotation that is none, before anything is loaded."""
    from simak.evaluation import annotation

    layer = annotation.LAYER_OF.get(form)
    if name is None:
        return
    if layer is None:
        formats = ", ".join(annotation.LAYER_OF)
        raise CommandError(f"--annotation is for the formats {formats}, not for {form}")
    try:
        annotation.check(layer, name)
    except annotation.AnnotationError as error:
        raise CommandError(f"--annotation: {error}") from error


def _report(form: str, paths: list[Path], reader: Reader, asked: str | None) -> Report:
    from simak.evaluation import (
        evaluate_conllu,
        evaluate_ner,
        evaluate_pfsa,
        evaluate_records,
        evaluate_sacr,
        evaluate_timeml,
    )

    def read(article: Article) -> Record:
        # Gold is Indonesian by definition, and some of its passages are too short to tell.
        return reader.read(
            article.text,
            published=article.published.value,
            outlet=article.outlet,
            title=article.title,
            url=article.url,
            byline=article.byline,
            force=True,
        )

    with Progress(2, "scoring") as progress:
        if form == "conllu":
            return evaluate_conllu(paths, reader.nlp, annotation=asked, progress=progress.step)
        if form == "ner":
            return evaluate_ner(paths, reader.nlp, annotation=asked, progress=progress.step)
        if form == "timeml":
            return evaluate_timeml(paths, read, progress.step, annotation=asked)
        score = {
            "record": evaluate_records,
            "sacr": evaluate_sacr,
            "pfsa": evaluate_pfsa,
        }[form]
        return score(paths, read, progress.step)

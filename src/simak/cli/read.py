"""``simak read``: files in, records out; every input ends as a record or as a rejection."""

from __future__ import annotations

import argparse
import dataclasses
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from simak.cli import FAULT, NOTHING_READ, OK, SOME_REFUSED, CommandError, check_date, output
from simak.cli.output import sink
from simak.cli.progress import Progress
from simak.errors import InputError, LexiconError, SimakError
from simak.export import html, json, text
from simak.export.format import FORMATS, Setting
from simak.intake.article import Incoming, Rejection
from simak.intake.origin import STDIN, Origin, collect
from simak.intake.text import decode
from simak.record import Record

if TYPE_CHECKING:
    from simak.intake.page import PageReader

DESCRIPTION = """\
Reads articles from plain text files and saved web pages. FILE may be a folder (all *.txt and *.html
files under it) or - for standard input. Messages go to standard error, one for each input that is
refused. Feeds, tables and archives are read by simak add, into a store.

  simak read berita.txt --published 2024-03-05
  simak read halaman.html
  simak read berita/ --format jsonl --out berita.jsonl
  simak read berita.txt --format xlsx --out berita.xlsx
  cat berita.txt | simak read - --format json
"""

# What is drawn here; all other formats are written by the modules of simak.export.
_SUFFIX = {"text": ".txt", "json": ".json", "jsonl": ".jsonl", "html": ".html"}

Result = tuple[Origin, Record]


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of ``simak read`` to ``parser``."""
    add = parser.add_argument
    add("files", nargs="+", metavar="FILE", help="a file, a folder, or - for standard input")
    add("--published", metavar="DATE", help="publication date (2024-03-05); dates hang on it")
    add("--outlet", metavar="NAME", help="who published it")
    add("--title", metavar="TEXT", help="its headline (one input only)")
    add("--url", metavar="URL", help="where it was published (one input only)")
    add(
        "--format",
        choices=tuple(dict.fromkeys([*_SUFFIX, *FORMATS])),
        default="text",
        metavar="FORMAT",
        help="text to look at (default), json (several inputs: an array), jsonl (a record a "
        "line), html (a page to click through; several inputs: a folder of pages), or one of "
        f"simak export: {', '.join(name for name in FORMATS if name not in _SUFFIX)}",
    )
    add("--out", metavar="PATH", help="write there, not to standard output; a folder: a file each")
    add("--lexicon", metavar="DIR", help="your lexicon files, laid over ours")
    add("--model", metavar="DIR", help="other weights than ours")
    add("--force", action="store_true", help="read it though it seems to be no Indonesian")


class _Run:
    """One run of the command: what was read, what was refused."""

    def __init__(self, options: argparse.Namespace, origins: list[Origin]) -> None:
        self._options = options
        self._origins = origins
        from simak.reader import Reader  # brings spaCy

        self._reader = Reader(
            Path(options.lexicon) if options.lexicon else None,
            Path(options.model) if options.model else None,
        )
        self._pages: PageReader | None = None
        self.setting = Setting(lexicon=self._reader.lexicon, trees=self._reader.conllu)
        self.read = self.refused = self.faults = 0

    def results(self) -> Iterator[Result]:
        """Yield the records; say on standard error why an input gives none."""
        # No bar where the records themselves go to the terminal.
        watched = len(self._origins) if self._options.out or not sys.stdout.isatty() else 0
        with Progress(watched, "reading") as progress:
            for origin in self._origins:
                try:
                    record = self._record(origin)
                except InputError as error:
                    self.refused += 1
                    progress.say(f"simak: {_named(origin, str(error))}")
                except LexiconError as error:
                    raise CommandError(str(error)) from error
                except Exception as error:
                    self.refused += 1
                    self.faults += 1
                    if self._options.debug:
                        traceback.print_exc()
                    progress.say(
                        f"simak: {origin.name}: a fault in Simak ({type(error).__name__}: "
                        f"{str(error)[:200]}). Please report it; --debug shows where it happened."
                    )
                else:
                    self.read += 1
                    yield origin, record
                progress.step()

    def _record(self, origin: Origin) -> Record:
        options = self._options
        data = origin.read()
        came = self._page(data, origin) or Incoming(name=origin.name, text="")
        outlet, title = options.outlet or came.outlet, options.title or came.title
        url = options.url or came.url
        if came.text and not options.published:
            came = dataclasses.replace(came, outlet=outlet, title=title, url=url)
            return self._reader.read_incoming(came, force=options.force)
        return self._reader.read(
            came.text or decode(data, origin.name),
            published=options.published,
            outlet=outlet,
            title=title,
            url=url,
            byline=came.byline,
            force=options.force,
        )

    def _page(self, data: bytes, origin: Origin) -> Incoming | None:
        """Return the article of a saved page, None if the data is no page."""
        from simak.intake.page import PageReader, is_page  # brings lxml

        if not is_page(data):
            _refuse_many(data, origin.name)
            return None
        if self._pages is None:
            self._pages = PageReader(self._reader.lexicon)
        found = self._pages.read(data, origin.name, self._options.url)
        if isinstance(found, Rejection):
            raise InputError(found.message)
        return found

    def close(self) -> int:
        """Say how it went, if there is anything to say, and return the exit code."""
        if len(self._origins) > 1 or self.faults:
            print(
                f"simak: {len(self._origins)} inputs, {self.read} read, {self.refused} refused",
                file=sys.stderr,
            )
        if self.faults:
            return FAULT
        if not self.refused:
            return OK
        return SOME_REFUSED if self.read else NOTHING_READ


def run(options: argparse.Namespace) -> int:
    """Carry out ``simak read`` and return the exit code."""
    check_date(options.published)
    origins = list(collect(options.files))
    several = len(origins) > 1 or any(
        name != STDIN and os.path.isdir(name)  # noqa: PTH112 - no exception on odd names
        for name in options.files
    )
    if len(origins) > 1 and (options.title or options.url):
        raise CommandError("--title and --url are for one article; here are several inputs")
    out = Path(options.out) if options.out else None
    form = None if options.format in _SUFFIX else FORMATS[options.format]
    pages = options.format == "html" or (form is not None and form.kind == "each")
    folder = out is not None and (
        options.out.endswith(("/", os.sep)) or out.is_dir() or (several and pages)
    )
    if several and pages and out is None:
        raise CommandError("several articles need a folder to go to: give --out FOLDER")
    if form and form.kind == "folder" and out is None:
        raise CommandError(f"--format {form.name} makes several files: give --out FOLDER")
    if out and any(origin.path and _same(origin.path, out) for origin in origins):
        raise CommandError(f"--out {out} is one of the inputs; it would be overwritten")
    try:
        job = _Run(options, origins)
    except SimakError as error:  # a lexicon file or the weights
        raise CommandError(str(error)) from error
    if out and form and form.kind == "folder":
        with output.folder(out) as parts:
            form.write((record for _, record in job.results()), parts, job.setting)
    elif out and folder:
        _write_each(out, job.results(), options.format, job.setting)
    elif form:
        with sink(out) as file:
            form.write((record for _, record in job.results()), file, job.setting)
    else:
        with sink(out) as file:
            for part in _parts(job.results(), options.format, several, _look(out)):
                file.write(part)
                if out is None:
                    file.flush()
    return job.close()


def _parts(
    results: Iterator[Result], form: str, several: bool, show: Callable[[Record], str]
) -> Iterator[bytes]:
    """Yield the output, a record at a time."""
    if form == "json" and several:
        yield from json.array(record for _, record in results)
        return
    for number, (origin, record) in enumerate(results):
        if form == "text" and several:
            rule = f"{'' if number == 0 else chr(10)}=== {origin.name}\n"
            yield rule.encode("utf-8", "backslashreplace")
        yield _whole(record, form, show)


def _whole(record: Record, form: str, show: Callable[[Record], str]) -> bytes:
    if form == "json":
        return json.one(record)
    if form == "jsonl":
        return json.line(record)
    page = html.render(record) if form == "html" else show(record)
    return page.encode("utf-8", "backslashreplace")


def _look(out: Path | None) -> Callable[[Record], str]:
    """Return how text is drawn: as wide as the terminal, coloured if it is one and may be."""
    terminal = out is None and sys.stdout.isatty()
    colour = terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = 100
    if terminal or os.environ.get("COLUMNS", "").isdigit():
        import shutil

        width = shutil.get_terminal_size((100, 24)).columns
    return lambda record: text.render(record, width=width, colour=colour)


def _write_each(folder: Path, results: Iterable[Result], form: str, setting: Setting) -> None:
    """Write a file for each record, named after its input."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for origin, record in results:
        name, number = origin.stem, 1
        while name.casefold() in taken:
            number += 1
            name = f"{origin.stem}-{number}"
        taken.add(name.casefold())
        path = folder / f"{name}{_SUFFIX.get(form) or FORMATS[form].suffix}"
        if origin.path and _same(origin.path, path):
            raise CommandError(
                f"{path} is the input; it would be overwritten. Give another --out FOLDER"
            )
        with sink(path) as file:
            if form in _SUFFIX:
                file.write(_whole(record, form, _look(path)))
            else:
                FORMATS[form].write([record], file, setting)


_MANY = {
    "feed": "a feed",
    "table": "a table",
    "json": "JSON",
    "jsonl": "JSON Lines",
    "parquet": "a table (Parquet)",
    "warc": "a web archive (WARC)",
}


def _refuse_many(data: bytes, name: str) -> None:
    """Raise InputError for a file that holds articles, but is no text of one."""
    from simak.intake.kind import HEAD, tell
    from simak.intake.refusal import RefusalError

    try:
        kind = tell(data[:HEAD], name)
    except RefusalError as error:
        raise InputError(str(error)) from error
    if kind in _MANY:
        raise InputError(
            f"{_MANY[kind]}, not the text of one article; simak add reads it into a store"
        )


def _named(origin: Origin, message: str) -> str:
    """Return a message that begins with the input's name, once."""
    return message if message.startswith(origin.name) else f"{origin.name}: {message}"


def _same(one: Path, other: Path) -> bool:
    try:
        return one.resolve() == other.resolve()
    except (OSError, RuntimeError):
        return False

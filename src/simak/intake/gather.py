"""Files, folders, archives and addresses to articles: what comes in, in one stream.

Everything that comes in ends as an :class:`~simak.intake.article.Incoming` or a
:class:`~simak.intake.article.Rejection`, each with a name of its own; what is no input at all (a
hidden file, a picture in a web archive) is counted. Nothing is held but the article at hand.
"""

from __future__ import annotations

import contextlib
import io
import os
import stat
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING

from simak.intake import archive, parquet, table, warc
from simak.intake.article import Incoming, Reason, Rejection
from simak.intake.column import Columns, Field
from simak.intake.feed import FeedReader
from simak.intake.kind import HEAD, Kind, in_utf8, suffix, tell
from simak.intake.limit import Budget, Limits
from simak.intake.page import PageReader
from simak.intake.refusal import RefusalError, fault
from simak.intake.stream import Counted, Gunzip, Stream
from simak.intake.text import TextError, decode
from simak.intake.walk import Found, Walker
from simak.lexicon import Lexicon

if TYPE_CHECKING:
    from simak.intake.fetch import Fetcher

Outcome = Incoming | Rejection
STDIN = "-"
#: Rows of a table, one after the other, that may be no articles before the table is given up.
MOST_BAD_ROWS = 10_000


@dataclass
class Tally:
    """What a run saw: files, articles, what was refused by reason, what was no input by kind."""

    files: int = 0
    articles: int = 0
    refused: Counter[Reason] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)

    def count(self, outcome: Outcome) -> None:
        """Count an article or a rejection."""
        if isinstance(outcome, Incoming):
            self.articles += 1
        else:
            self.refused[outcome.reason] += 1


@dataclass(frozen=True)
class _Input:
    """One file, wherever it lies.

    ``name`` is for people and for records; ``file_name`` tells the kind where the content does
    not. ``file`` is what ``stream`` reads from, if one can go to and fro in it. ``url``,
    ``charset`` and ``media_type`` are what a server said.
    """

    stream: Stream
    name: str
    file_name: str
    budget: Budget
    depth: int = 0
    file: IO[bytes] | None = None
    url: str | None = None
    charset: str | None = None
    media_type: str = ""


class Gatherer:
    """Gathers articles. One is made for a run; ``tally`` counts what it sees.

    ``columns`` says how the columns of tables are called
    (:func:`simak.intake.column.parse_columns`). With a ``fetcher``, addresses are fetched;
    without one they are refused. ``summaries``: a feed's entry that has only a summary is an
    article too. Raises LexiconError when a file of ``lexicon`` has a fault.

    >>> [found.name for found in Gatherer().gather(["tak-ada.txt"])]
    ['tak-ada.txt']
    """

    def __init__(
        self,
        lexicon: Lexicon | None = None,
        *,
        columns: Mapping[Field, Sequence[str]] | None = None,
        limits: Limits | None = None,
        fetcher: Fetcher | None = None,
        summaries: bool = False,
    ) -> None:
        lexicon = lexicon or Lexicon()
        self.tally = Tally()
        self._limits = limits or Limits()
        self._fetcher = fetcher
        self._pages = PageReader(lexicon)
        self._feeds = FeedReader(lexicon, summaries=summaries, pages=self._pages)
        self._columns = Columns(lexicon, columns, pages=self._pages)
        self._walker = Walker(self.tally.left_out)
        self._passed = 0
        self._at: IO[bytes] | None = None

    @property
    def position(self) -> int:
        """Bytes of the files that were read so far, as they lie on the disk."""
        at = self._at
        return self._passed + (at.tell() if at is not None and not at.closed else 0)

    def gather(self, paths: Iterable[str]) -> Iterator[Outcome]:
        """Yield an article or a rejection for everything that ``paths`` stand for. Never raises.

        A path is a file, a folder, an address (``http://``, ``https://``) or "-" for standard
        input.
        """
        for path in paths:
            if path == STDIN:
                yield from self._counted(self._of_stdin(), "standard input")
            elif path.lower().startswith(("http://", "https://")):
                yield from self._counted(self._of_address(path), shown(path))
            else:
                for found in self._walker.files(path):
                    name = shown(found.path)
                    yield from self._counted(self._of_file(found, name), name)

    def _counted(self, outcomes: Iterator[Outcome], name: str) -> Iterator[Outcome]:
        self.tally.files += 1
        for outcome in _held(outcomes, name):
            self.tally.count(outcome)
            yield outcome

    def _of_stdin(self) -> Iterator[Outcome]:
        budget = Budget(self._limits)
        stream = Stream(Counted(sys.stdin.buffer, budget))
        yield from self._of(_Input(stream, "standard input", "", budget))

    def _of_address(self, url: str) -> Iterator[Outcome]:
        if self._fetcher is None:
            raise RefusalError("not allowed", "an address; it is fetched only with --fetch")
        found = self._fetcher.fetch(url)
        yield from self._of(
            _Input(
                Stream(io.BytesIO(found.data)),
                shown(url),
                found.file_name,
                Budget(self._limits, len(found.data)),
                url=found.url,
                charset=found.charset,
                media_type=found.media_type,
            )
        )

    def _of_file(self, found: Found, name: str) -> Iterator[Outcome]:
        if found.fault is not None:
            raise RefusalError("not there", found.fault)
        try:
            file = open(found.path, "rb", opener=_open)  # noqa: SIM115
        except (OSError, ValueError) as error:
            why = getattr(error, "strerror", None) or error
            raise RefusalError("not there", f"cannot be opened ({why})") from error
        with file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise RefusalError("not text", "no file but a device or a pipe; give - and pipe it")
            budget = Budget(self._limits, status.st_size)
            self._at = file
            try:
                yield from self._of(_Input(Stream(file), name, found.path, budget, file=file))
            finally:
                self._at = None
                self._passed += status.st_size

    def _of(self, given: _Input) -> Iterator[Outcome]:
        """Yield what one file holds. Raises RefusalError where it cannot be read (on)."""
        stream, name, limits = given.stream, given.name, self._limits
        kind = self._kind(given)
        if kind == "empty":
            raise RefusalError("empty", "the file is empty; give a file with the article's text")
        if kind in ("zip", "gzip") and given.depth >= limits.depth:
            raise RefusalError(
                "nested too deep",
                f"archives more than {limits.depth} deep inside each other; unpack the outer one",
            )
        if kind == "zip":
            yield from self._of_zip(given)
        elif kind == "gzip":
            yield from self._of_gzip(given)
        elif kind == "warc":
            yield from self._of_warc(given)
        elif kind == "parquet":
            with self._seekable(given) as file:
                yield from _patient(parquet.read(file, name, self._columns, limits, given.budget))
        elif kind == "jsonl":
            yield from _patient(table.read_jsonl(stream, name, self._columns, limits))
        elif kind == "json":
            yield from _patient(table.read_json(stream, name, self._columns, limits))
        elif kind == "table":
            yield from _patient(table.read_csv(stream, name, self._columns, limits))
        elif kind == "feed":
            data = stream.whole(limits.article, "feed")
            yield from self._feeds.read(data, name, charset=given.charset)
        else:
            data = stream.whole(limits.article)
            yield self._of_body(data, name, given.url, given.charset, kind == "page")

    def _kind(self, given: _Input) -> Kind:
        head = given.stream.peek(HEAD)
        kind = tell(head, given.file_name)
        if kind != "text":
            return kind
        if given.media_type in ("text/html", "application/xhtml+xml"):
            return "page"
        if given.media_type == "text/csv":
            return "table"
        line = in_utf8(head).partition(b"\n")[0].decode("utf-8", "replace")
        known = table.divider(line.rstrip("\r"), self._columns)
        return "table" if known else "text"

    def _seekable(self, given: _Input) -> contextlib.AbstractContextManager[IO[bytes]]:
        """Return a file to go to and fro in, from its beginning."""
        if given.file is None:
            return given.stream.spool(self._limits.whole)
        given.file.seek(0)
        return contextlib.nullcontext(given.file)

    def _of_zip(self, given: _Input) -> Iterator[Outcome]:
        budget = given.budget
        with self._seekable(given) as file:
            left_out = self.tally.left_out
            for member, opened in archive.members(file, self._limits, budget, left_out):
                name = f"{given.name}!{shown(member)}"
                outcomes = self._of_member(opened, name, member, given)
                yield from _held(outcomes, name, budget)

    def _of_member(
        self, opened: archive.Opener, name: str, file_name: str, outer: _Input
    ) -> Iterator[Outcome]:
        yield from self._of(_Input(opened(), name, file_name, outer.budget, outer.depth + 1))

    def _of_gzip(self, given: _Input) -> Iterator[Outcome]:
        last = suffix(given.file_name)
        inner = given.file_name[:-3] if last == "gz" else given.file_name
        if last == "tgz":
            inner += ".tar"
        stream = Stream(Gunzip(given.stream, given.budget))
        yield from self._of(
            _Input(
                stream,
                given.name,
                inner,
                given.budget,
                given.depth + 1,
                url=given.url,
                charset=given.charset,
            )
        )

    def _of_warc(self, given: _Input) -> Iterator[Outcome]:
        left_out: Counter[str] = Counter()
        some = False
        try:
            for outcome in warc.read(
                given.stream, given.name, self._of_body, self._limits, given.budget, left_out
            ):
                some = True
                yield outcome
        finally:
            self.tally.left_out.update(left_out)
        if not some:
            what = ", ".join(f"{number} {kind}" for kind, number in sorted(left_out.items()))
            raise RefusalError("no article", f"no page in this archive, only: {what or 'nothing'}")

    def _of_body(
        self, data: bytes, name: str, url: str | None, charset: str | None, page: bool
    ) -> Outcome:
        """Return the article of a page or of a plain text. May raise RefusalError."""
        if page:
            return self._pages.read(data, name, url, charset=charset)
        try:
            text = decode(data, name)
        except TextError as error:
            raise RefusalError(error.reason, str(error)) from error
        return Incoming(name=name, text=text, url=url)


def _held(
    outcomes: Iterator[Outcome], name: str, budget: Budget | None = None
) -> Iterator[Outcome]:
    """Yield ``outcomes``; what they raise, and that there are none, becomes a rejection.

    With a ``budget`` that is spent the error goes on up to the file that unpacks too large.
    """
    some = False
    try:
        for outcome in outcomes:
            some = True
            yield outcome
    except RefusalError as error:
        if budget is not None and budget.spent:
            raise
        yield error.of(name)
    except OSError as error:
        why = error.strerror or str(error) or type(error).__name__
        yield RefusalError("damaged", f"cannot be read to its end ({why})").of(name)
    except Exception as error:
        yield fault(name, error)
    else:
        if not some:
            yield RefusalError("empty", "there is nothing in it").of(name)


def _patient(outcomes: Iterator[Outcome]) -> Iterator[Outcome]:
    """Yield the outcomes of a table's rows, until too many one after the other are no articles."""
    bad = 0
    for outcome in outcomes:
        yield outcome
        bad = 0 if isinstance(outcome, Incoming) else bad + 1
        if bad >= MOST_BAD_ROWS:
            raise RefusalError(
                "no article",
                f"{bad:,} rows one after the other are no articles, so the rest is not read; "
                "is the column right (--map text=COLUMN)?",
            )


def shown(name: str) -> str:
    r"""Return a name as it may be printed and stored: no control characters, no broken bytes.

    >>> shown("a\x1b[31m.txt")
    'a\\x1b[31m.txt'
    """
    if name.isprintable():
        return name
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in name
    )


def _open(path: str, flags: int) -> int:
    # A pipe that nobody writes to would hold us for ever.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))

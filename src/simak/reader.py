"""Text to record: where the pipeline, the readers and the record meet.

A :class:`Reader` holds the pipeline and the lexicons; :meth:`Reader.read` runs the readers of
:mod:`simak.reading` in their order, has their findings turned into rows (:mod:`simak.row`) and
checks every span against the text before it lets the record go.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from msgspec import UNSET

from simak import indonesian
from simak.errors import InputError
from simak.indonesian.conllu import sentences
from simak.intake.article import Incoming
from simak.intake.furniture import Finder
from simak.intake.language import Detector
from simak.lexicon import Lexicon
from simak.reading.confidence import Confidence
from simak.reading.context import ContextReader
from simak.reading.coreference import Coreference
from simak.reading.credit import CreditReader
from simak.reading.dateline import DatelineFinding, DatelineReader
from simak.reading.event import EventReader
from simak.reading.intensity import Intensity
from simak.reading.mention import MentionReader
from simak.reading.page import Page
from simak.reading.place.resolution import PlaceReader
from simak.reading.quotation import QuotationReader
from simak.reading.role import RoleReader
from simak.reading.statement import StatementReader
from simak.reading.time import TimeReader
from simak.reading.wording import WordingReader
from simak.record import (
    Article,
    CreditedSource,
    Provenance,
    Published,
    Record,
    Span,
    article_id,
    check,
)
from simak.row import Findings, Rows

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST = 2_000_000
"""Code points of the longest text that is read; the longest of news articles has some 100,000."""

PIECE = 20_000
"""Code points that go through the pipeline at once: bounds its memory on long texts."""


@dataclass(frozen=True)
class About:
    """What is known of an article from outside its text; ``basis``: how ``published`` is known."""

    published: str | datetime.date | None = None
    outlet: str | None = None
    title: str | None = None
    url: str | None = None
    byline: tuple[str, ...] = ()
    basis: Literal["given", "metadata"] = "given"


class Reader:
    """Reads articles; loading takes a second, so keep one and use it again.

    ``lexicon`` is a folder with the user's own lexicon files, laid over ours; ``model`` a folder
    with other weights. A Reader holds no state of the articles it has read.

    >>> reader = Reader()                                               # doctest: +SKIP
    >>> record = reader.read("Bupati Rawa Elok bertemu warga.", published="2024-03-05")
    """

    def __init__(self, lexicon: Path | str | None = None, model: Path | str | None = None) -> None:
        self.lexicon = Lexicon(Path(lexicon) if lexicon is not None else None)
        self.nlp = indonesian.load(Path(model) if model is not None else None, self.lexicon)
        self._languages = Detector(self.lexicon)
        self._furniture = Finder(self.lexicon)
        self._times = TimeReader(self.lexicon)
        self._credits = CreditReader(self.lexicon)
        self._datelines = DatelineReader(self.lexicon)
        self._quotations = QuotationReader(self.lexicon)
        self._mentions = MentionReader(self.lexicon)
        self._roles = RoleReader(self.lexicon)
        self._statements = StatementReader(self.lexicon)
        self._coreference = Coreference(self.lexicon)
        self._events = EventReader(self.lexicon)
        self._contexts = ContextReader(self.lexicon)
        self._intensity = Intensity(self.lexicon)
        self._places = PlaceReader(self.lexicon)
        self._confidence = Confidence(self.lexicon)
        self._wording = WordingReader(self.lexicon)
        self.provenance = Provenance(
            simak=_version(), model=indonesian.model_version(self.nlp), lexicon=self.lexicon.digest
        )

    def read(
        self,
        text: str,
        *,
        published: str | datetime.date | None = None,
        outlet: str | None = None,
        title: str | None = None,
        url: str | None = None,
        byline: Sequence[str] = (),
        force: bool = False,
    ) -> Record:
        """Return the record of one article.

        ``published`` is an ISO 8601 date; without it, the date of the dateline is taken, and with
        neither, "20 Juni" stays ``XXXX-06-20``. Line ends become ``\\n``, nothing else of the text
        is changed.

        Raises InputError (empty, too long, a date that is none) and LanguageError (not
        Indonesian, unless ``force``).
        """
        return self._record(text, About(published, outlet, title, url, tuple(byline)), force)

    def read_incoming(self, incoming: Incoming, *, force: bool = False) -> Record:
        """Return the record of an article that came in with its page, feed or table.

        Its date is known from metadata. Raises InputError and LanguageError as :meth:`read` does.

        >>> page = Incoming(name="a.html", text="Rapat dibuka.", published="2024-03-05")
        >>> Reader().read_incoming(page).article.published.basis        # doctest: +SKIP
        'metadata'
        """
        about = About(
            incoming.published, incoming.outlet, incoming.title, incoming.url, incoming.byline,
            "metadata",
        )  # fmt: skip
        return self._record(incoming.text, about, force)

    def _record(self, text: str, about: About, force: bool) -> Record:
        text = _checked(text)
        language = self._languages.require_indonesian(text, force=force)
        skip = self._skip(text)
        with self.nlp.memory_zone():
            return self._read(self._parse(text, skip), skip, about, language)

    def read_doc(self, doc: Doc, about: About | None = None, *, force: bool = False) -> Record:
        """Return the record of a Doc that Simak's own pipeline has made.

        Raises InputError as :meth:`read` does; the text must have ``\\n`` line ends.
        """
        text = _checked(doc.text)
        if text != doc.text:
            raise InputError(
                "the text has CR line ends; replace them by \\n before the pipeline reads it"
            )
        language = self._languages.require_indonesian(text, force=force)
        return self._read(doc, self._skip(text), about or About(), language)

    def conllu(self, record: Record) -> Iterator[str]:
        """Yield the sentences of a record's text in CoNLL-U, with its entities.

        The text is parsed once more: a record keeps no trees.
        """
        text = record.article.text
        with self.nlp.memory_zone():
            yield from sentences(self._parse(text, self._skip(text)), record)

    def _skip(self, text: str) -> tuple[Span, ...]:
        return tuple(found.span for found in self._furniture.find(text))

    def _parse(self, text: str, skip: tuple[Span, ...]) -> Doc:
        """Return one Doc of the text; page furniture and the dateline are parsed apart."""
        from spacy.tokens import Doc

        # Few at once: spaCy's own batches would hold the tensors of a whole megabyte.
        dateline = self._datelines.read(text)  # "Jakarta, Kabar Kini --" is no part of a sentence
        apart = (*skip, dateline.span) if dateline else skip
        docs = list(self.nlp.pipe((text[a:b] for a, b in pieces(text, apart)), batch_size=4))
        whole = Doc.from_docs(docs, ensure_whitespace=False) if len(docs) > 1 else docs[0]
        assert whole is not None and whole.text == text
        return whole

    def _read(self, doc: Doc, skip: tuple[Span, ...], about: About, language: str) -> Record:
        dateline = self._datelines.read(doc.text)
        published = self._published(about, dateline, doc.text)
        date = datetime.date.fromisoformat(published.value[:10]) if published.value else None
        times = tuple(self._times.read(doc.text, date, skip))
        credited = tuple(self._credits.read(doc.text, skip))
        page = Page(doc, skip, times, dateline, date, credited)
        return self._rows(self._find(page), published, about, language)

    def _published(self, about: About, dateline: DatelineFinding | None, text: str) -> Published:
        if about.published is not None:
            return Published(value=_iso_date(about.published), basis=about.basis)
        date = (dateline.date if dateline else None) or self._datelines.published(text)
        if date is not None:
            return Published(value=date.isoformat(), basis="dateline")
        return Published()

    def _find(self, page: Page) -> Findings:
        quotations = self._quotations.read(page)
        mentions = self._mentions.read(page)
        roles, mentions = self._roles.read(page, mentions)
        statements = self._statements.read(page, quotations, mentions)
        cast = self._coreference.read(page, mentions, roles, statements, quotations)
        cast = self._confidence.weighed(self._places.read(page, cast))
        events = self._events.read(page, cast, statements)
        return Findings(
            page,
            cast,
            tuple(statements),
            tuple(events),
            tuple(self._wording.read(page, quotations, statements)),
            tuple(self._contexts.read(page, cast, events)),
            tuple(self._intensity.of(event.type, event.mode) for event in events),
        )

    def _rows(self, found: Findings, published: Published, about: About, language: str) -> Record:
        text, dateline = found.page.text, found.page.dateline
        rows = Rows(found)
        record = Record(
            article=Article(
                id=article_id(text),
                title=about.title,
                url=about.url,
                outlet=about.outlet or (dateline.outlet if dateline else None),
                byline=about.byline or tuple(self._furniture.bylines(text)),
                credited_sources=tuple(
                    CreditedSource(name=credit.name, span=credit.span, via=credit.via or UNSET)
                    for credit in found.page.credits
                ),
                published=published,
                dateline_place=dateline.place if dateline else None,
                language=language,
                text=text,
            ),
            entities=rows.entities(),
            times=rows.times(),
            statements=rows.statements(),
            events=rows.events(),
            wording=rows.wording(),
            provenance=self.provenance,
        )
        check(record)
        return record


def pieces(text: str, skip: Sequence[Span], longest: int = PIECE) -> Iterator[Span]:
    """Yield spans that cover ``text`` without gap: cut at furniture, and where it is too long.

    A long stretch is cut after a line end, else after a sentence's full stop, else at a space,
    else (a megabyte without a space) in mid-word.
    """
    edges = sorted({0, len(text), *(edge for span in skip for edge in span)})
    for start, end in pairwise(edges):
        while end - start > longest:
            window = text[start : start + longest]
            cut = next(
                (at + len(mark) for mark in ("\n", ". ", " ") if (at := window.rfind(mark)) > 0),
                longest,
            )
            yield start, start + cut
            start += cut
        yield start, end


def _checked(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise InputError("the text is empty; give an article's text")
    if len(text) > LONGEST:
        raise InputError(
            f"the text has {len(text):,} characters; an article has at most {LONGEST:,}. "
            "Split it into its articles"
        )
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise InputError(
            "the text holds lone surrogates, which no encoding can write; "
            "decode the bytes again, e.g. with errors='replace'"
        )
    return text


def _iso_date(value: str | datetime.date) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    try:
        datetime.datetime.fromisoformat(value)
    except ValueError as error:
        raise InputError(
            f"published is {value!r}; give a date as in 2023-06-21 (ISO 8601)"
        ) from error
    return value


def _version() -> str:
    try:
        return version("simak")
    except PackageNotFoundError:
        return "0"

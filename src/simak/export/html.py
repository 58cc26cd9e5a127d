"""The record as one self-contained page: the article with what was read in it, and a list of it.

The page asks for nothing outside itself, and says so to the browser: a Content-Security-Policy
allows exactly our own style and script, by their hashes. Everything that comes from the article is
escaped. It works without a script (links jump to the words); the script (``page.js``) adds the
filters, the way back from the words to the list, and the marking of all words of a row.

The words of the page are in Indonesian, as the article is.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import count, pairwise
from pathlib import Path
from typing import BinaryIO
from urllib.parse import urlsplit

from msgspec import UnsetType

from simak.export.format import Setting
from simak.export.view import View, harmless, mention_words, neutral
from simak.record import Entity, Event, Record, Span, Statement

_HERE = Path(__file__).parent

_ACT = {
    "say": "mengatakan", "ask": "bertanya", "request": "meminta", "demand": "menuntut",
    "order": "memerintahkan", "promise": "berjanji", "propose": "mengusulkan",
    "announce": "mengumumkan", "warn": "memperingatkan", "threaten": "mengancam",
    "accuse": "menuduh", "condemn": "mengecam", "deny": "membantah", "reject": "menolak",
    "praise": "memuji", "thank": "berterima kasih", "congratulate": "memberi selamat",
    "welcome": "menyambut baik", "condole": "berbelasungkawa", "apologise": "meminta maaf",
    "hope": "berharap",
}  # fmt: skip
_STATEMENT = {"direct": "langsung", "indirect": "tidak langsung", "mixed": "campuran"}
_EVENT = {
    "AGREE": "kesepakatan", "CONSULT": "pertemuan", "SUPPORT": "dukungan",
    "COOPERATE": "kerja sama", "AID": "bantuan", "CONCEDE": "konsesi", "REQUEST": "permintaan",
    "ACCUSE": "tuduhan", "REJECT": "penolakan", "THREATEN": "ancaman", "PROTEST": "protes",
    "SANCTION": "sanksi", "MOBILIZE": "pengerahan", "COERCE": "paksaan", "ASSAULT": "serangan",
    "RETREAT": "penarikan diri",
}  # fmt: skip
_STATUS = {
    "actual": "terjadi", "planned": "direncanakan", "hypothetical": "pengandaian",
    "denied": "dibantah",
}  # fmt: skip
_ENTITY = {
    "PER": "orang", "ORG": "lembaga", "GPE": "wilayah", "LOC": "lokasi", "NORP": "kelompok",
    "GROUP": "rombongan", "POST": "jabatan",
}  # fmt: skip
_TIME = {"DATE": "tanggal", "TIME": "jam", "DURATION": "lama", "SET": "berulang"}
_BASIS = {
    "text": "tertulis", "anchored": "dihitung", "metadata": "metadata",
    "dateline": "pangkal berita", "given": "diberikan", "unknown": "tidak diketahui",
    "lexicon": "leksikon", "guess": "dugaan",
}  # fmt: skip
_WORDING = {"scare_quote": "tanda kutip", "loaded_term": "istilah bermuatan"}

#: The kinds that can be switched off: class in the page, name, on from the start.
_KINDS = (
    ("stm", "Pernyataan", True),
    ("spk", "Pembicara", True),
    ("evt", "Peristiwa", True),
    ("tim", "Waktu", True),
    ("plc", "Tempat", True),
    ("wrd", "Pilihan kata", True),
    ("src", "Sumber", True),
    ("act", "Orang dan lembaga", False),
)
# Which of two marks of the same words lies outside.
_DEPTH = {
    name: depth
    for depth, name in enumerate(
        ("evd", "stm", "src", "act", "plc", "adr", "spk", "tim", "evt", "cue", "wrd")
    )
}


@dataclass(frozen=True)
class Mark:
    """Words of the article that belong to a row of the list: ``kind`` is a class of the page."""

    span: Span
    kind: str
    row: int


def render(record: Record) -> str:
    """Return the page, to be written as UTF-8. The same record gives the same page."""
    return _Page(record).render()


def write(records: Iterable[Record], out: BinaryIO, setting: Setting) -> None:
    """Write the page of each record; a file is to get one."""
    for record in records:
        out.write(render(record).encode("utf-8", "backslashreplace"))


def nest(text: str, marks: Sequence[Mark], draw: Callable[[Mark], str]) -> str:
    """Return ``text`` as paragraphs of HTML with ``marks`` drawn around their words.

    Marks may overlap in any way: where one begins or ends inside another, or a line ends, the
    inner ones are closed and opened again, so that tags nest. ``draw`` gives the opening tag of a
    piece.
    """
    opening: dict[int, list[Mark]] = {}
    edges = {0, len(text)}
    for mark in marks:
        opening.setdefault(mark.span[0], []).append(mark)
        edges.update(mark.span)
    for line_end, letter in enumerate(text):
        if letter == "\n":
            edges.update((line_end, line_end + 1))
    out: list[str] = ["<p>"]
    covering: list[Mark] = []  # the marks over the present stretch, outermost first
    open_tags: list[Mark] = []
    for start, end in pairwise(sorted(edges)):
        covering = [mark for mark in covering if mark.span[1] > start]
        if start in opening:
            covering = sorted(covering + opening[start], key=_depth)
        stretch = text[start:end]
        keep = 0
        if stretch != "\n":
            while keep < min(len(open_tags), len(covering)) and (open_tags[keep] == covering[keep]):
                keep += 1
        out.append("</span>" * (len(open_tags) - keep))
        open_tags = open_tags[:keep]
        if stretch == "\n":
            out.append("</p>\n<p>")
            continue
        for mark in covering[keep:]:
            out.append(draw(mark))
            open_tags.append(mark)
        out.append(escape(harmless(stretch)))
    out.append("</span>" * len(open_tags) + "</p>")
    return "".join(out).replace("<p></p>\n", "").replace("\n<p></p>", "")


def _depth(mark: Mark) -> tuple[int, int, int, int]:
    return _DEPTH[mark.kind], mark.span[0], -mark.span[1], mark.row


class _Page:
    """One page in the making: numbers the rows and gathers the marks of their words."""

    def __init__(self, record: Record) -> None:
        self._record = record
        self._view = View(record)
        self._number = count()
        self._marks: list[Mark] = []
        self._speakers = self._view.speakers()
        self._person = {entity.id: index for index, entity in enumerate(record.entities)}
        self._related: dict[str, list[str | None]] = {}
        self._anchored: set[int] = set()

    def render(self) -> str:
        sections = [
            self._statements(), self._events(), self._entities("act", self._view.actors()),
            self._entities("plc", self._view.places()), self._times(), self._wording(),
            self._credits(),
        ]  # fmt: skip
        article = self._record.article
        title = harmless(article.title or _opening(article.text))
        style = (_HERE / "page.css").read_text(encoding="utf-8")
        script = (_HERE / "page.js").read_text(encoding="utf-8")
        policy = (
            f"default-src 'none'; style-src {_hash(style)}; script-src {_hash(script)}; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        )
        return f"""<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>{escape(title)} · Simak</title>
<link rel="icon" href="data:,">
<style>{style}</style>
</head>
<body>
<a class="skip" href="#daftar">Langsung ke daftar</a>
<header class="top">
<p class="brand">Simak <span>catatan berita</span></p>
<h1>{escape(title)}</h1>
{self._facts()}
</header>
{self._tools()}
<main>
<article id="teks" tabindex="-1" aria-label="Teks berita">
{nest(article.text, self._marks, self._draw)}
</article>
<aside id="daftar" tabindex="-1" aria-label="Daftar isi catatan">
{"".join(sections)}
</aside>
</main>
<footer><p>Simak mencatat apa yang diberitakan; catatan ini tidak menyatakan bahwa isinya benar.</p>
<p>{self._made_by()}</p></footer>
<script>{script}</script>
</body>
</html>
"""

    # --- around the article ------------------------------------------------------------------

    def _draw(self, mark: Mark) -> str:
        """Return the opening tag of a piece. A row's first one is where its link leads."""
        anchor = ""
        if mark.kind != "evd" and mark.row not in self._anchored:  # evidence: a whole sentence
            self._anchored.add(mark.row)
            anchor = f' id="w{mark.row}"'
        return f'<span class="{mark.kind}" data-w="{mark.row}"{anchor}>'

    def _facts(self) -> str:
        article = self._record.article
        published = article.published
        rows = [
            ("Media", escape(harmless(article.outlet or ""))),
            (
                "Terbit",
                f"{escape(harmless(published.value))} <i>({_BASIS[published.basis]})</i>"
                if published.value
                else "tidak diketahui",
            ),
            ("Tempat", escape(harmless(article.dateline_place or ""))),
            ("Penulis", escape(harmless(", ".join(article.byline)))),
            ("Alamat", _link(article.url) if article.url else ""),
        ]
        return (
            '<dl class="facts">'
            + "".join(f"<div><dt>{name}</dt><dd>{fact}</dd></div>" for name, fact in rows if fact)
            + "</dl>"
        )

    def _tools(self) -> str:
        counts = Counter(kind for kind, _ in {(mark.kind, mark.row) for mark in self._marks})
        buttons = "".join(
            f'<button type="button" class="kind k-{kind}" data-kind="{kind}" '
            f'aria-pressed="{"true" if on else "false"}"><span class="swatch" aria-hidden="true">'
            f"</span>{name} <b>{counts[kind]}</b></button>"
            for kind, name, on in _KINDS
            if counts[kind]
        )
        options = "".join(
            f'<option value="{self._key(speaker.entity.id if speaker.entity else None)}">'
            f"{escape(harmless(speaker.entity.name)) if speaker.entity else 'tidak disebut'} "
            f"({len(speaker.statements)})</option>"
            for speaker in self._speakers
        )
        chooser = (
            '<label class="who">Pembicara <select id="pembicara">'
            f'<option value="">semua</option>{options}</select></label>'
            if options
            else ""
        )
        return (
            '<form class="tools" aria-label="Saringan"><fieldset><legend>Tampilkan</legend>'
            f"{buttons}</fieldset>{chooser}"
            '<button type="reset" class="plain">Pulihkan</button>'
            '<p id="jumlah" role="status" aria-live="polite"></p></form>'
        )

    def _made_by(self) -> str:
        made = self._record.provenance
        parts = [f"catatan {self._record.article.id}"]
        if not isinstance(made, UnsetType):
            parts.append(f"Simak {made.simak}, model {made.model}, leksikon {made.lexicon}")
        return escape(harmless(" · ".join(parts)))

    # --- the list ----------------------------------------------------------------------------

    def _key(self, entity: str | None) -> str:
        """Return the name by which the script knows an entity."""
        return f"e{self._person[entity]}" if entity in self._person else "e-"

    def _row(
        self,
        kind: str,
        marks: Iterable[tuple[str, Span]],
        label: str,
        facts: Iterable[str],
        quotes: Iterable[str],
        people: Iterable[str | None] = (),
        parties: str = "",
    ) -> str:
        """Return a row of the list. All text is escaped here."""
        number = next(self._number)
        self._marks.extend(Mark(span, name, number) for name, span in marks)
        keys = " ".join(sorted({self._key(person) for person in people}))
        # The pieces of one quotation, or the different words for one entity.
        quoted = (" … " if kind == "stm" else ", ").join(f"“{escape(words)}”" for words in quotes)
        return (
            f'<li id="r{number}" data-r="{number}" data-kind="{kind}" data-who="{keys}">'
            f'<p class="facts"><b class="label">{escape(label)}</b>'
            + (f' <span class="party">{escape(parties)}</span>' if parties else "")
            + "".join(f" <span>{escape(fact)}</span>" for fact in facts if fact)
            + f'</p><a class="words" href="#w{number}">{quoted}</a></li>'
        )

    def _section(self, kind: str, name: str, number: int, body: str) -> str:
        if not number:
            return ""
        return (
            f'<section class="rows k-{kind}" data-kind="{kind}"><h2>{name} <span>{number}</span>'
            f"</h2>{body}</section>"
        )

    def _statements(self) -> str:
        body = []
        for speaker in self._speakers:
            entity = speaker.entity
            name = harmless(entity.name) if entity else "Sumber tidak disebut"
            offices = "; ".join(self._view.offices(entity)) if entity else ""
            rows = "".join(map(self._statement, speaker.statements))
            body.append(
                f'<div class="speaker"><h3>{escape(name)}'
                + (f" <small>{escape(offices)}</small>" if offices else "")
                + f"</h3><ul>{rows}</ul></div>"
            )
        return self._section("stm", "Pernyataan", len(self._record.statements), "".join(body))

    def _statement(self, row: Statement) -> str:
        view = self._view
        marks = [("stm", span) for span in row.content]
        if row.cue:
            marks.append(("cue", row.cue))
        if row.source.span:
            marks.append(("spk", row.source.span))
        if row.addressee:
            marks.append(("adr", row.addressee))
        within = view.statements.get(row.within or "")
        self._relate(row.time, row.place, [row.source.entity])
        return self._row(
            "stm",
            marks,
            _ACT[row.act],
            [
                _STATEMENT[row.kind],
                f"kata kunci “{view.words(row.cue)}”" if row.cue else "",
                f"kepada “{view.words(row.addressee)}”" if row.addressee else "",
                *self._when_where(row.time, row.place),
                f"dikutip oleh {view.name(within.source.entity)}" if within else "",
            ],
            map(view.words, row.content),
            [row.source.entity],
        )

    def _events(self) -> str:
        rows = "".join(map(self._event, self._view.events()))
        return self._section("evt", "Peristiwa", len(self._record.events), f"<ul>{rows}</ul>")

    def _event(self, row: Event) -> str:
        view = self._view
        told = view.asserter(row.asserted_by)
        teller = view.statements.get(row.asserted_by)
        people = [*row.actors, *row.recipients, *([teller.source.entity] if teller else [])]
        self._relate(row.time, row.place, people)
        who = view.names(row.actors)
        to = f" → {view.names(row.recipients)}" if row.recipients else ""
        return self._row(
            "evt",
            [("evt", row.trigger), *(("evd", span) for span in row.evidence)],
            f"{_EVENT[row.type]}{f' ({row.mode})' if row.mode else ''}",
            [
                *self._when_where(row.time, row.place),
                _STATUS[row.status],
                f"menurut {told}" if told else "menurut media",
                row.type,
                ", ".join(row.contexts or ()),
            ],
            [view.words(row.trigger)],
            people,
            f"{who}{to}",
        )

    def _relate(self, time: str | None, place: str | None, people: Sequence[str | None]) -> None:
        """Remember whose statements and events name a time or place, for the filter."""
        for id in (time, place):
            if id:
                self._related.setdefault(id, []).extend(people)

    def _when_where(self, time: str | None, place: str | None) -> Iterator[str]:
        found = self._view.times.get(time or "")
        if found:
            yield harmless(found.value)
        if place:
            yield f"di {self._view.name(place)}"

    def _entities(self, kind: str, entities: Sequence[Entity]) -> str:
        rows = []
        for entity in entities:
            link = f"{entity.link.authority} {entity.link.id}" if entity.link else ""
            rows.append(
                self._row(
                    kind,
                    [(kind, mention.span) for mention in entity.mentions],
                    harmless(entity.name),
                    [
                        _ENTITY[entity.type],
                        f"disingkat {harmless(entity.acronym)}" if entity.acronym else "",
                        *self._view.offices(entity),
                        harmless(link),
                        f"{len(entity.mentions)} kali",
                    ],
                    mention_words(self._view, entity),
                    [entity.id, *self._related.get(entity.id, ())],
                )
            )
        name = "Tempat" if kind == "plc" else "Orang dan lembaga"
        return self._section(kind, name, len(rows), f"<ul>{''.join(rows)}</ul>")

    def _times(self) -> str:
        rows = [
            self._row(
                "tim",
                [("tim", time.span)],
                harmless(time.value),
                [
                    _TIME[time.type],
                    time.mod if isinstance(time.mod, str) else "",
                    harmless(time.note) if isinstance(time.note, str) else "",
                    _BASIS[time.basis],
                ],
                [self._view.words(time.span)],
                self._related.get(time.id, ()),
            )
            for time in self._view.times_in_order()
        ]
        return self._section("tim", "Waktu", len(rows), f"<ul>{''.join(rows)}</ul>")

    def _wording(self) -> str:
        rows = []
        for wording in sorted(self._record.wording, key=lambda row: row.span):
            told = self._view.asserter(wording.asserted_by)
            statement = self._view.statements.get(wording.asserted_by)
            other = neutral(wording.neutral)
            rows.append(
                self._row(
                    "wrd",
                    [("wrd", wording.span)],
                    _WORDING[wording.kind],
                    [f"dipakai {told or 'media'}", f"netral: {other}" if other else ""],
                    [self._view.words(wording.span)],
                    [statement.source.entity] if statement else [],
                )
            )
        return self._section("wrd", "Pilihan kata", len(rows), f"<ul>{''.join(rows)}</ul>")

    def _credits(self) -> str:
        rows = [
            self._row("src", [("src", credit.span)], harmless(credit.name), ["sumber berita"],
                      [self._view.words(credit.span)])
            for credit in self._record.article.credited_sources
        ]  # fmt: skip
        return self._section("src", "Sumber", len(rows), f"<ul>{''.join(rows)}</ul>")


def _link(url: str) -> str:
    """Return a link if ``url`` is one for the web, else its text: never ``javascript:``."""
    shown = escape(harmless(url))
    try:
        web = urlsplit(url).scheme in ("http", "https")
    except ValueError:
        web = False
    return f'<a href="{shown}" rel="noopener noreferrer">{shown}</a>' if web else shown


def _opening(text: str) -> str:
    """Return the first words of a text that has no title."""
    words = text[:400].split()
    opening = ""
    for word in words:
        if len(opening) + len(word) > 80:
            return f"{opening.rstrip(',;:')} …" if opening else f"{word[:80]} …"
        opening = f"{opening} {word}" if opening else word
    return opening


def _hash(source: str) -> str:
    digest = hashlib.sha256(source.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"

"""brat standoff: a folder with a .txt and an .ann file for each article, and brat's configuration.

Format: https://brat.nlplab.org/standoff.html (Stenetorp et al. 2012, "brat: a Web-based Tool for
NLP-Assisted Text Annotation", EACL). Offsets count code points. brat marks no line end: a span over
several lines is written as a fragment for each.

======== =====================================================================================
T        mentions (PER, ORG, ...), times (DATE, ...), Role, wording, Credit, and the passages
         (Source, Addressee, Content, Evidence) and triggers of statements and events
E        statements and events, with their arguments; a statement may be an argument (AssertedBy)
R        Coref between mentions of one entity, Holder and Organization of a Role, AssertedBy of
         wording
A        Kind, Status, Mode, Act, ... : what has few values
N        a time's value (TIMEX3:2024-03-05), an entity's link (wikidata:Q1)
#        AnnotatorNotes: what has free words ("name=Sari Wulan | acronym=SW"); Simak: the key of
         the row, and on the last line the article and the state that the file was made from
======== =====================================================================================

``simak import --format brat`` reads such files back (:mod:`simak.correction.brat`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import get_args
from urllib.parse import quote

from simak.export.format import Setting
from simak.export.mark import (
    BREAKS,
    ENDS,
    ENTITIES,
    EVENTS,
    PASSAGES,
    SEVERAL,
    TIMES,
    WORDINGS,
    Mark,
    marks,
    state,
)
from simak.export.plain import plain
from simak.lexicon import Lexicon
from simak.record import Act, EventStatus, MentionKind, Record, Span, StatementKind

ATTRIBUTES = {
    ("mention", "kind"): "Kind",
    ("time", "mod"): "Mod",
    ("statement", "kind"): "StatementKind",
    ("statement", "act"): "Act",
    ("statement", "cueless"): "Cueless",
    ("event", "mode"): "Mode",
    ("event", "status"): "Status",
}
"""By layer and feature: the attribute of brat that shows it. Cueless is on or off."""

NOTES = ("name", "acronym", "title", "neutral")
"""The features that stand in the notes of annotators."""

TIMEX3 = "TIMEX3"
"""The authority of ``N`` lines under which times have their values."""

_MODS = ("START", "MID", "END", "APPROX", "MORE_THAN", "LESS_THAN")

# What would end a cell or a line in a note, and what steers.
_BREAKING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_PIECE = re.compile(f"[^{re.escape(BREAKS)}]+")


def write(records: Iterable[Record], out: Path, setting: Setting) -> None:
    """Write records into the folder ``out``: ID.txt and ID.ann each, and brat's configuration."""
    for record in records:
        name = quote(record.article.id, safe="")
        text = plain(record.article.text).encode()
        (out / f"{name}.txt").write_bytes(text)
        (out / f"{name}.ann").write_bytes("".join(lines(record, marks(record))).encode())
    (out / "annotation.conf").write_text(configuration(setting.lexicon or Lexicon()), "utf-8")
    (out / "visual.conf").write_text(_visual(), "utf-8")


def fragments(text: str, span: Span) -> list[Span]:
    """Return a span as the pieces that brat can mark: one a line.

    >>> fragments("Rapat\\nbesar", (0, 11))
    [(0, 5), (6, 11)]
    """
    return [found.span() for found in _PIECE.finditer(text, *span)]


def quoted(value: str) -> str:
    """Return a value without white space, line ends or the marks that divide values."""
    return quote(value, safe="-_.,:/()'!", errors="replace") or "%"


def noted(features: Iterable[tuple[str, str]]) -> str:
    """Return features as a note that people can read and change."""
    return " | ".join(f"{name}={_noted(value)}" for name, value in features)


def _noted(value: str) -> str:
    value = _BREAKING.sub(_percent, value.replace("%", "%25").replace("|", "%7C"))
    inner = value.strip(" ")
    left = len(value) - len(value.lstrip(" "))
    return "%20" * left + inner + "%20" * (len(value) - left - len(inner))


def _percent(found: re.Match[str]) -> str:
    return quote(found[0], errors="replace")


def lines(record: Record, drawn: Sequence[Mark]) -> Iterator[str]:
    """Yield the lines of an .ann file with the marks of a record, each with its line end."""
    text = record.article.text
    spans = {mark.name: f"T{number}" for number, mark in enumerate(drawn, start=1)}
    events = [mark for mark in drawn if mark.layer in ("statement", "event")]
    names = spans | {mark.name: f"E{number}" for number, mark in enumerate(events, start=1)}
    for mark in drawn:
        pieces = fragments(text, mark.span)
        where = ";".join(f"{start} {end}" for start, end in pieces)
        # To the letter: brat compares them with the text.
        words = plain(" ".join(text[start:end] for start, end in pieces))
        yield f"{spans[mark.name]}\t{mark.label} {where}\t{words}\n"
    for mark in events:
        arguments = [f"{mark.label}:{spans[mark.name]}"]
        numbers: dict[str, Iterator[int]] = {}
        for link, other in mark.links:
            number = next(numbers.setdefault(link, count(1)))
            arguments.append(f"{link}{number if number > 1 else ''}:{names[other]}")
        yield f"{names[mark.name]}\t{' '.join(arguments)}\n"
    relations = count(1)
    for mark in drawn:
        if mark.layer not in ("statement", "event"):
            for link, other in mark.links:
                number = next(relations)
                yield f"R{number}\t{link} Arg1:{names[mark.name]} Arg2:{names[other]}\n"
    attributes = count(1)
    for mark in drawn:
        for feature, value in mark.features.items():
            if name := ATTRIBUTES.get((mark.layer, feature)):
                shown = "" if name == "Cueless" else f" {quoted(value)}"
                yield f"A{next(attributes)}\t{name} {names[mark.name]}{shown}\n"
    references = count(1)
    for mark in drawn:
        if mark.layer == "time" and "value" in mark.features:
            entry = f"{TIMEX3}:{quoted(mark.features['value'])}"
        elif "authority" in mark.features:
            authority = quoted(mark.features["authority"]).replace(":", "%3A")
            entry = f"{authority}:{quoted(mark.features.get('id', ''))}"
        else:
            continue
        words = _BREAKING.sub(" ", mark.features.get("name") or text[slice(*mark.span)])
        yield f"N{next(references)}\tReference {names[mark.name]} {entry}\t{words}\n"
    notes = count(1)
    for mark in drawn:
        told = [(name, mark.features[name]) for name in NOTES if name in mark.features]
        if told:
            yield f"#{next(notes)}\tAnnotatorNotes {names[mark.name]}\t{noted(told)}\n"
        if mark.row:
            yield f"#{next(notes)}\tSimak {names[mark.name]}\t{quoted(mark.row)}\n"
    # On the last line, so that a file that was cut off is seen to be.
    made = f"{quoted(record.article.id)} {state(record)}"
    yield f"#{next(notes)}\tSimak article\t{made}\n"


def configuration(lexicon: Lexicon) -> str:
    """Return annotation.conf: what may be marked and tied in brat, the modes from our data."""
    kinds = {
        "mention": "|".join(ENTITIES),
        "time": "|".join(TIMES),
        "event": "|".join(EVENTS),
        "wording": "|".join(WORDINGS.values()),
        "statement": "Statement",
    }

    def arguments(layer: str) -> str:
        return ", ".join(
            f"{link}{'*' if link in SEVERAL else '?'}:{kinds.get(end, link)}"
            for (start, link), end in ENDS.items()
            if start == layer
        )

    def values(some: Iterable[str]) -> str:
        return "|".join(some)

    modes = sorted(
        {
            row["event"].partition("/")[2]
            for row in lexicon.rows("intensity.tsv", ("event", "score", "note"))
        }
        - {""}
    )
    return "\n".join(
        [
            "# Written by Simak; brat.nlplab.org/configuration.html tells the format.",
            "[entities]",
            "!Mention",
            *(f"\t{name}" for name in ENTITIES),
            "!Timex",
            *(f"\t{name}" for name in TIMES),
            "Role",
            *WORDINGS.values(),
            "Credit",
            *PASSAGES,
            "",
            "[relations]",
            f"Coref\tArg1:{kinds['mention']}, Arg2:{kinds['mention']}",
            f"Holder\tArg1:Role, Arg2:{kinds['mention']}",
            f"Organization\tArg1:Role, Arg2:{kinds['mention']}",
            f"AssertedBy\tArg1:{kinds['wording']}, Arg2:Statement",
            "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
            "",
            "[events]",
            f"Statement\t{arguments('statement')}",
            *(f"{name}\t{arguments('event')}" for name in EVENTS),
            "",
            "[attributes]",
            f"Kind\tArg:{kinds['mention']}, Value:{values(get_args(MentionKind))}",
            f"Mod\tArg:{kinds['time']}, Value:{values(_MODS)}",
            f"StatementKind\tArg:Statement, Value:{values(get_args(StatementKind))}",
            f"Act\tArg:Statement, Value:{values(get_args(Act))}",
            "Cueless\tArg:Statement",
            f"Mode\tArg:{kinds['event']}, Value:{values(modes)}",
            f"Status\tArg:{kinds['event']}, Value:{values(get_args(EventStatus))}",
            "",
        ]
    )


_COLOURS = {
    **dict.fromkeys(ENTITIES, "#bcd2f5"),
    **dict.fromkeys(TIMES, "#d7efb6"),
    **dict.fromkeys(EVENTS, "#f7c6a3"),
    **dict.fromkeys(WORDINGS.values(), "#f3c4dd"),
    "Statement": "#fae29c",
    "Role": "#c8e6e4",
    "Credit": "#dddddd",
    **dict.fromkeys(PASSAGES, "#eeeeee"),
}


def _visual() -> str:
    return "\n".join(
        [
            "[labels]",
            *(f"{name} | {name.replace('_', ' ')}" for name in _COLOURS),
            "",
            "[drawing]",
            "SPAN_DEFAULT\tfgColor:black, bgColor:lightgreen, borderColor:darken",
            *(f"{name}\tbgColor:{colour}" for name, colour in _COLOURS.items()),
            "Coref\tdashArray:3-3, arrowHead:none",
            "",
        ]
    )

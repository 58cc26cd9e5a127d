"""brat standoff read back: .ann files that :mod:`simak.export.brat` wrote and people changed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote

from simak.correction import Correction
from simak.correction.file import files, text
from simak.errors import FormatError
from simak.export.brat import ATTRIBUTES, NOTES, TIMEX3
from simak.export.mark import LAYER_OF, Mark
from simak.record import Span

_FEATURES = {(layer, name): feature for (layer, feature), name in ATTRIBUTES.items()}
# "Actor2" is the second Actor.
_ARGUMENT = re.compile(r"([A-Za-z]+?)[0-9]*:(\S+)", re.ASCII)
_NUMBER = re.compile(r"[0-9]{1,9}", re.ASCII)
_HEADER = re.compile(r"(\S+) ([0-9a-f]{16})")


def read(paths: Sequence[str]) -> Iterator[Correction]:
    """Yield the corrections of .ann files and of folders of them.

    Where the .txt file lies beside, the offsets are checked against its words. Raises FormatError
    with file and line.
    """
    for path in files(paths, ".ann"):
        yield _File(path).correction()


class _File:
    """One .ann file: its lines by kind, each with its number."""

    def __init__(self, path: Path) -> None:
        self._path = path
        beside = path.with_suffix(".txt")
        self._text = text(beside) if beside.is_file() else None
        self._header: tuple[str, str] | None = None
        self._spans: dict[str, tuple[int, str, Span]] = {}
        self._events: dict[str, tuple[int, str, str, list[tuple[str, str]]]] = {}
        self._links: dict[str, list[tuple[int, str, str]]] = {}
        self._given: dict[str, list[tuple[int, str, str]]] = {}
        self._rows: dict[str, tuple[int, str]] = {}

    def correction(self) -> Correction:
        rest: list[tuple[int, str, list[str]]] = []
        for number, line in enumerate(text(self._path).split("\n"), start=1):
            if line.strip():
                self._line(number, line, rest)
        if self._header is None:
            raise FormatError(
                f"{self._path}: the last line of Simak ('#.. Simak article ...') is not there: the "
                "file was cut off, or was not written by simak export --format brat"
            )
        for number, kind, cells in rest:
            self._more(number, kind, cells)
        article, state = self._header
        return Correction(article, state, tuple(self._marks()), str(self._path), self._text)

    def _line(self, number: int, line: str, rest: list[tuple[int, str, list[str]]]) -> None:
        cells = line.split("\t")
        name, kind = cells[0], cells[0][:1]
        if kind == "T":
            self._word(number, cells)
        elif kind == "E":
            self._event(number, cells)
        elif kind in "#RAMN*" and len(cells) > 1:
            rest.append((number, kind, cells))
            if kind == "#" and cells[1] == "Simak article":
                found = _HEADER.fullmatch(cells[2].strip()) if len(cells) > 2 else None
                if not found or self._header:
                    raise self._fault(number, "the line that names the article is damaged")
                self._header = unquote(found[1]), found[2]
        else:
            raise self._fault(number, f"{name[:20]!r} begins no line of brat standoff")

    # --- words -----------------------------------------------------------------------------------

    def _word(self, number: int, cells: list[str]) -> None:
        if len(cells) < 2 or " " not in cells[1]:
            raise self._fault(number, "a T line is T1, a tab, LABEL START END, a tab, the words")
        label, _, where = cells[1].partition(" ")
        if label not in LAYER_OF:
            raise self._fault(number, f"the label {label!r} is none of Simak's")
        if cells[0] in self._spans:
            raise self._fault(number, f"{cells[0]} stands twice")
        pieces = [self._piece(number, one) for one in where.split(";")]
        for one, other in pairwise(pieces):
            if other[0] < one[1]:
                raise self._fault(number, "the pieces are not in the order of the text")
        if self._text is not None:
            self._compare(number, pieces, "\t".join(cells[2:]))
        self._spans[cells[0]] = number, label, (pieces[0][0], pieces[-1][1])

    def _piece(self, number: int, words: str) -> Span:
        edges = words.split(" ")
        if len(edges) != 2 or not all(map(_NUMBER.fullmatch, edges)):
            raise self._fault(number, f"{words!r} is no START END")
        start, end = map(int, edges)
        length = len(self._text) if self._text is not None else end
        if not start < end <= length:
            raise self._fault(number, f"[{start}, {end}] is empty or outside the text")
        return start, end

    def _compare(self, number: int, pieces: list[Span], words: str) -> None:
        assert self._text is not None
        there = " ".join(self._text[start:end] for start, end in pieces)
        if there.split() != words.split():
            raise self._fault(number, f"the text has {there[:60]!r} there, not {words[:60]!r}")
        for one, other in pairwise(pieces):
            if self._text[one[1] : other[0]].strip():
                raise self._fault(number, "the pieces leave words out; Simak's rows do not")

    def _event(self, number: int, cells: list[str]) -> None:
        if len(cells) < 2 or cells[0] in self._events:
            raise self._fault(number, "an E line is E1, a tab, LABEL:T1 ARGUMENT:T2 ..., once")
        found = [_ARGUMENT.fullmatch(one) for one in cells[1].split()]
        label, _, trigger = (cells[1].split() or [""])[0].partition(":")
        links = []
        for one in found[1:]:
            if one is None:
                raise self._fault(number, f"{cells[1]!r}: an argument is NAME:T1")
            links.append((one[1], one[2]))
        self._events[cells[0]] = number, label, trigger, links

    # --- what hangs on words ---------------------------------------------------------------------

    def _more(self, number: int, kind: str, cells: list[str]) -> None:
        said = cells[1].split()
        if kind == "R":
            ends = dict(one.split(":", 1) for one in said[1:] if ":" in one)
            if len(said) != 3 or ends.keys() != {"Arg1", "Arg2"}:
                raise self._fault(number, "an R line is R1, a tab, TYPE Arg1:T1 Arg2:T2")
            self._links.setdefault(self._known(number, ends["Arg1"]), []).append(
                (number, said[0], self._known(number, ends["Arg2"]))
            )
        elif kind == "*":
            # brat's other way to say that words are of one entity
            if len(said) < 3 or said[0] != "Equiv":
                raise self._fault(number, "a * line is *, a tab, Equiv T1 T2 ...")
            first, *others = (self._known(number, one) for one in said[1:])
            for other in others:
                self._links.setdefault(other, []).append((number, "Coref", first))
        elif kind in "AM":
            if len(said) not in (2, 3):
                raise self._fault(number, "an A line is A1, a tab, NAME T1 VALUE")
            value = unquote(said[2]) if len(said) == 3 else "yes"
            self._give(number, said[1], f"A{said[0]}", value)
        elif kind == "N":
            authority, colon, id = said[2].partition(":") if len(said) == 3 else ("", "", "")
            if not colon or said[0] != "Reference":
                raise self._fault(number, "an N line is N1, a tab, Reference T1 AUTHORITY:ID")
            self._give(number, said[1], "Nauthority", unquote(authority))
            self._give(number, said[1], "Nid", unquote(id))
        elif cells[1].startswith("Simak ") and len(said) == 2 and said[1] != "article":
            name = self._known(number, said[1])
            if name in self._rows or len(cells) < 3:
                raise self._fault(number, f"the key of {name} is damaged or stands twice")
            self._rows[name] = number, unquote(cells[2].strip())
        elif said[:1] == ["AnnotatorNotes"] and len(said) == 2:
            self._note(number, said[1], "\t".join(cells[2:]))

    def _note(self, number: int, name: str, words: str) -> None:
        for part in words.split("|"):
            feature, equals, value = part.partition("=")
            # Anything else is a remark of the annotator.
            if equals and feature.strip() in NOTES:
                self._give(number, name, f"#{feature.strip()}", unquote(value.strip(" ")))

    def _give(self, number: int, name: str, what: str, value: str) -> None:
        self._given.setdefault(self._known(number, name), []).append((number, what, value))

    def _known(self, number: int, name: str) -> str:
        """Return the name under which a mark goes: an event's own, for its trigger as well."""
        if name in self._events:
            return name
        if name not in self._spans:
            raise self._fault(number, f"{name} is not in the file")
        return self._triggers().get(name, name)

    def _triggers(self) -> dict[str, str]:
        if not hasattr(self, "_of_trigger"):
            self._of_trigger: dict[str, str] = {}
            for event, (_, _, trigger, _) in self._events.items():
                self._of_trigger.setdefault(trigger, event)
        return self._of_trigger

    # --- marks -----------------------------------------------------------------------------------

    def _marks(self) -> Iterator[Mark]:
        triggers = self._triggers()
        for name, (number, label, span) in self._spans.items():
            if name in triggers:
                continue
            if LAYER_OF[label] in ("statement", "event"):
                raise self._fault(number, f"{name} ({label}) is the trigger of no E line")
            yield self._mark(name, number, label, span, [])
        for name, (number, label, trigger, links) in self._events.items():
            if trigger not in self._spans:
                raise self._fault(number, f"{trigger or 'its trigger'} is not in the file")
            _, of_trigger, span = self._spans[trigger]
            if of_trigger != label or LAYER_OF.get(label) not in ("statement", "event"):
                raise self._fault(number, f"{label} has a trigger that is a {of_trigger}")
            ends = [(link, self._known(number, other)) for link, other in links]
            yield self._mark(name, number, label, span, ends)

    def _mark(
        self, name: str, number: int, label: str, span: Span, links: list[tuple[str, str]]
    ) -> Mark:
        layer = LAYER_OF[label]
        features: dict[str, str] = {}
        for line, what, value in self._given.get(name, ()):
            feature = _FEATURES.get((layer, what[1:])) if what[0] == "A" else what[1:]
            if what[0] == "N" and layer == "time":
                authority = self._given[name][self._given[name].index((line, what, value)) - 1][2]
                feature = "value" if feature == "id" and authority == TIMEX3 else None
            if feature is None:
                continue  # another tool's
            if features.get(feature, value) != value:
                raise self._fault(line, f"{name} has two values of {feature}")
            features[feature] = value
        ties = [*links, *((link, other) for _, link, other in self._links.get(name, ()))]
        row = self._rows.get(name)
        where = f"{self._path}:{number}"
        key = row[1] if row else None
        return Mark(name, layer, label, span, key, features, tuple(dict.fromkeys(ties)), where)

    def _fault(self, line: int, message: str) -> FormatError:
        return FormatError(f"{self._path}:{line}: {message}")

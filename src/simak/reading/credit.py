"""Credits: whom the article names as its origin.

"dikutip dari X", "dilansir X", "Sumber: X", "(Antara)": the span is the outlet's name alone. A name
that outlet.tsv knows counts after every cue; another one only after a cue that is certain. A person
or a body whose speech is quoted ("dikutip dari pernyataan X") is no credit.

Credits form chains: in "dikutip dari X yang melansir Y" the article has Y's report through X, and
in "dilaporkan Y, seperti dikutip X", too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from simak.lexicon import Lexicon
from simak.record import Span

OUTLET_COLUMNS = ("name", "forms", "weak", "codes", "kind", "wikidata")
KINDS = ("agency", "outlet")
_ROLES = (
    "strong", "opening", "known", "after", "link", "medium", "quoting", "quoted",
    "through", "and", "not",
)  # fmt: skip
_QID = re.compile(r"Q[1-9]\d{0,11}")

_S = r"[^\S\n]{1,6}"
_WORD = r"(?:[A-Z0-9][\w&'’!+-]{0,40}(?:\.\w{1,20}){0,3}|[a-z0-9-]{2,40}(?:\.[a-z]{2,12}){1,2})"
_RUN = rf"(?:[Tt]he{_S})?{_WORD}(?:{_S}(?:(?:of|and|the|de|dello|for|in){_S}){{0,2}}{_WORD}){{0,4}}"
_SOURCE_LINE = re.compile(
    r"^[^\S\n]{0,8}[(\[]?Sumber(?:[^\S\n]{1,3}berita)?[^\S\n]{0,3}:[^\S\n]{0,3}([^\n]{2,160})",
    re.IGNORECASE | re.MULTILINE,
)
_PART = re.compile(r"(?:,|;|/|&|\bdan\b|\bvia\b)", re.IGNORECASE)
# What may stand between a credited name and the verb that carries the chain on.
_LED = r"(?:[^\S\n]{0,3}\([^()\n]{1,30}\))?[^\S\n]{0,2},?[^\S\n]{1,6}"
_BRACKET = re.compile(r"\(([^()\n]{2,60})\)[^\S\n.]{0,4}\.?[^\S\n]{0,4}(?=\n|$)")
_DATELINE = re.compile(r"\s{0,20}[^()\n]{1,60}\(([^()\n]{2,60})\)[^\S\n]{0,4}(?:--?|–|—|:)")
_COUNTRY = re.compile(rf"[A-Z][a-z]{{2,20}}(?:{_S}[A-Z][a-z]{{2,20}})?,{_S}(?=[A-Z])")
_SLASH = re.compile(r"[^/,;-]+")


@dataclass(frozen=True, slots=True)
class CreditFinding:
    """An outlet credited as the article's origin: its name and where it stands.

    ``via`` is the name of the credited source through which the article has this one's report,
    None if it has it directly (or the text does not say).
    """

    name: str
    span: Span
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher or an agency that outlet.tsv knows."""

    name: str
    kind: str
    wikidata: str | None


class OutletNames:
    """The names of outlets and agencies, ready to be matched in a text.

    ``certain`` maps a name to its outlet; ``weak`` the names that are also common words;
    ``codes`` what stands for an outlet in brackets only. Raises LexiconError on a wrong row.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self.certain: dict[str, Outlet] = {}
        self.weak: dict[str, Outlet] = {}
        self.codes: dict[str, Outlet] = {}
        for row in lexicon.rows("outlet.tsv", OUTLET_COLUMNS):
            qid = row["wikidata"] or None
            if qid and not _QID.fullmatch(qid):
                raise row.error(f"wikidata is {qid!r}; it must be an identifier such as Q9531")
            outlet = Outlet(row["name"], row.one_of("kind", KINDS), qid)
            weak = row.list("weak")
            for form in (row["name"], *row.list("forms")):
                if form not in weak:
                    self.certain.setdefault(form, outlet)
            for form in weak:
                self.weak.setdefault(form, outlet)
            for form in row.list("codes"):
                self.codes.setdefault(form, outlet)
        self.certain_pattern = re.compile(any_of(self.certain) + r"(?![\w-])")
        self.any_pattern = re.compile(any_of([*self.certain, *self.weak]) + r"(?![\w-])")

    def get(self, name: str, *, code: bool = False) -> Outlet | None:
        """Return the outlet of this name (blanks folded), or None."""
        name = " ".join(name.split())
        found = self.certain.get(name) or self.weak.get(name)
        return found or (self.codes.get(name) if code else None)


def _outside(found: Iterable[Span], skip: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans in order that touch none of ``skip``."""
    closed = sorted(skip)
    position = 0
    for start, end in sorted(found):
        while position < len(closed) and closed[position][1] <= start:
            position += 1
        if position == len(closed) or closed[position][0] >= end:
            yield start, end


def _leads(via: dict[str, str], start: str, goal: str) -> bool:
    """Whether a chain leads from one credit to another."""
    while start != goal and start in via:
        start = via[start]
    return start == goal


def any_of(words: Sequence[str] | dict[str, Outlet]) -> str:
    """Return a pattern for any of ``words``, the longest first, blanks as in the text."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", _S) for word in ordered) + ")"


class CreditReader:
    """Finds the credited sources of an article; each outlet once, where it is first credited.

    Raises LexiconError if a row of outlet.tsv or credit_cue.tsv is wrong.

    >>> CreditReader(Lexicon()).read('"Rapat batal," kata Sarwi seperti dikutip AFP, Sabtu.')
    [CreditFinding(name='AFP', span=(42, 45), via=None)]
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._names = OutletNames(lexicon)
        words: dict[str, list[str]] = {role: [] for role in _ROLES}
        for row in lexicon.rows("credit_cue.tsv", ("role", "words")):
            words[row.one_of("role", _ROLES)] += row.list("words")
        cues = [(role, word) for role in ("strong", "opening", "known") for word in words[role]]
        self._role = {word.lower(): role for role, word in cues}
        link = any_of([*words["link"], *words["medium"]])
        self._cue = re.compile(
            rf"\b(?P<cue>{any_of([word for _, word in cues])}){_S}"
            rf"(?P<links>(?-i:(?:{link}{_S}){{0,4}}))(?=\S)",
            re.IGNORECASE,
        )
        self._is_medium = re.compile(rf"\b{any_of(words['medium'])}\b", re.IGNORECASE)
        self._after = re.compile(rf"\b{any_of(words['after'])}\b", re.IGNORECASE)
        self._before_after = re.compile(rf"(?<![\w.-]){any_of(self._names.certain)}(?={_S}$)")
        self._run = re.compile(_RUN)
        links = rf"(?:(?:{link}){_S}){{0,4}}"
        self._onward = re.compile(
            rf"{_LED}(?:(?P<quoting>(?:yang{_S})?(?:juga{_S})?{any_of(words['quoting'])})"
            rf"|(?P<quoted>{any_of(words['quoted'])})"
            rf"|(?P<through>{any_of(words['through'])}))"
            rf"{_S}(?P<links>{links})(?=\S)"
        )
        self._next = re.compile(rf"(?:[^\S\n]{{0,2}},{_S}|{_S}{any_of(words['and'])}{_S})(?=[A-Z])")
        self._leading = re.compile(
            rf"(?P<quoting>(?:yang{_S})?{any_of([*words['quoting'], *words['strong']])}{_S}"
            rf"{links})(?=\S)",
            re.IGNORECASE,
        )
        self._not = frozenset(words["not"])
        self._calendar = frozenset(
            form
            for name, columns in (
                ("month.tsv", ("name", "number", "forms", "short", "given")),
                ("weekday.tsv", ("name", "number", "forms", "word")),
            )
            for row in lexicon.rows(name, columns)
            for form in (row["name"], *row.list("forms"))
        )

    def read(self, text: str, skip: Sequence[Span] = ()) -> list[CreditFinding]:
        """Return the credits of ``text`` in order, none inside ``skip``.

        Never raises on any text; takes time linear in its length.
        """
        lines, behind = self._source_lines(text)
        found = {
            *self._after_cues(text),
            *self._before_verbs(text),
            *lines,
            *self._brackets(text),
        }
        behind.update(self._chains(text, found))
        kept: dict[str, CreditFinding] = {}
        key_at: dict[Span, str] = {}
        for span in _outside(found, skip):
            words = text[slice(*span)]
            outlet = self._names.get(words, code=True)
            key_at[span] = key = (outlet.name if outlet else " ".join(words.split())).lower()
            coded = outlet is not None and self._names.get(words) is None
            name = outlet.name if outlet and coded else words
            kept.setdefault(key, CreditFinding(name, span))
        via: dict[str, str] = {}
        for span, nearer in sorted(behind.items()):
            one, other = key_at.get(span), key_at.get(nearer)
            if one and other and one not in via and not _leads(via, other, one):
                via[one] = other
        return [
            replace(one, via=kept[via[key]].name) if key in via else one
            for key, one in kept.items()
        ]

    def _chains(self, text: str, found: set[Span]) -> dict[Span, Span]:
        """Return which credit comes through which, and add to ``found`` those that were missed.

        "X yang melansir Y", "X, mengutip Y": Y through X. "Y seperti dikutip X", "Y via X": Y
        through X, too. In "dikutip dari X dan Y" both are credited alike.
        """
        behind: dict[Span, Span] = {}
        waiting = sorted(found, reverse=True)
        while waiting:
            span = waiting.pop()
            onward = self._onward.match(text, span[1])
            if onward:
                other = self._name_at(text, onward.end(), known=bool(onward["through"]))
                if other is not None:
                    one, nearer = (other, span) if onward["quoting"] else (span, other)
                    behind.setdefault(one, nearer)
            else:
                more = self._next.match(text, span[1])
                other = self._name_at(text, more.end(), known=True) if more else None
                if other is not None and span in behind:
                    behind.setdefault(other, behind[span])
            if other is not None and other not in found:
                found.add(other)
                waiting.append(other)
        return behind

    def _name_at(self, text: str, start: int, *, known: bool = False) -> Span | None:
        """Return where the outlet's name that begins at ``start`` stands; None if none does."""
        name = self._names.certain_pattern.match(text, start)
        if name and name.end() > start:
            return name.span()
        end = start if known else self._run_end(text, start)
        return (start, end) if end > start else None

    def _after_cues(self, text: str) -> Iterator[Span]:
        """Yield names after "dikutip dari", "dilansir", "menurut laporan" ..."""
        for match in self._cue.finditer(text):
            role = self._role[" ".join(match["cue"].lower().split())]
            if role == "opening":
                role = "strong" if match["cue"][0].isupper() else "known"
            if self._is_medium.search(match["links"]):
                role = "strong"
            start = self._past_country(text, match) if role == "strong" else match.end()
            names = self._names.any_pattern if role == "strong" else self._names.certain_pattern
            name = names.match(text, start)
            if role != "strong":
                if name and name.end() > start:
                    yield name.span()
                continue
            end = self._run_end(text, start)
            certain = name and " ".join(name.group().split()) in self._names.certain
            if name and (certain or end <= name.end()):
                yield name.span()
            elif end > start:
                yield start, end

    def _past_country(self, text: str, match: re.Match[str]) -> int:
        """Return where the name begins, past the country in "media Turki, DHA"."""
        start = match.end()
        if not self._is_medium.search(match["links"]) or self._names.any_pattern.match(text, start):
            return start
        country = _COUNTRY.match(text, start)
        return country.end() if country else start

    def _run_end(self, text: str, start: int) -> int:
        """Return where the capitalised name at ``start`` ends, ``start`` if there is none."""
        run = self._run.match(text, start)
        if run is None:
            return start
        words = list(re.finditer(r"\S+", run.group()))
        if words[0].group().rstrip(".") in self._not | self._calendar:
            return start
        if words[0].group().isdecimal():
            return start
        end = 0
        for word in words:
            if word.group() in self._calendar:
                break
            end = word.end()
        name = run.group()[:end]
        while name.rsplit(None, 1)[-1] in ("of", "and", "the", "de", "dello", "for", "in"):
            name = name.rsplit(None, 1)[0]
        return start + len(name)

    def _before_verbs(self, text: str) -> Iterator[Span]:
        """Yield known names before "melaporkan", "memberitakan" ..."""
        for match in self._after.finditer(text):
            left = max(0, match.start() - 48)
            name = self._before_after.search(text[left : match.start()])
            if name:
                yield left + name.start(), left + name.end()

    def _source_lines(self, text: str) -> tuple[list[Span], dict[Span, Span]]:
        """Return the names of lines "Sumber: X dan Y", and which comes through which.

        Whoever stands there is an origin; in "Sumber: X, mengutip Y" Y is through X.
        """
        found: list[Span] = []
        behind: dict[Span, Span] = {}
        for match in _SOURCE_LINE.finditer(text):
            words = re.split(r"\.(?=\s|$)|[)\]]", match.group(1), maxsplit=1)[0]
            position = match.start(1)
            before: Span | None = None
            for part in [*_PART.finditer(words), None]:
                end = match.start(1) + (part.start() if part else len(words))
                piece = text[position:end]
                left = position + len(piece) - len(piece.lstrip())
                right = left + len(piece.strip())
                cue = self._leading.match(text, left, right)
                if cue:
                    left = cue.end()
                if 1 < right - left <= 60 and any(char.isalpha() for char in text[left:right]):
                    found.append((left, right))
                    if cue and before:
                        behind[left, right] = before
                    before = left, right
                position = match.start(1) + part.end() if part else end
        return found, behind

    def _brackets(self, text: str) -> Iterator[Span]:
        """Yield known names in brackets: at the end of a paragraph, or second in the dateline."""
        dateline = _DATELINE.match(text)
        for match in _BRACKET.finditer(text):
            yield from self._coded(match, 0)
        if dateline:
            yield from self._coded(dateline, 1)

    def _coded(self, match: re.Match[str], first: int) -> Iterator[Span]:
        for index, part in enumerate(_SLASH.finditer(match.group(1))):
            name = part.group().strip()
            known = name in self._names.codes or " ".join(name.split()) in self._names.certain
            if not known and index == first == 0:
                return  # "(rsa/rsa)", "(Sarwi/ANT)": initials of the desk
            if not known or index < first:
                continue
            start = match.start(1) + part.start() + part.group().index(name)
            yield start, start + len(name)

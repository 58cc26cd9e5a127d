"""Direct quotations of people in office, in the manner of PFSA-ID (Purnomo et al. 2021).

PFSA-ID is a corpus of Kompas articles in two columns, a token and a BILOU tag, with a blank line
between sentences and nothing between articles. It labels whom an article quotes word for word.

The corpus's convention, as it shows in the files, and how a record is put into its terms
(:func:`labels`):

STATEMENT
    A whole quotation from its opening to its closing mark, both included, over as many sentences
    as it takes. Only a quotation with its tag behind it counts ("..., kata X", "..., ujarnya"), and
    only if the speaker is somebody in office or otherwise said to be something of some body
    ("public figure"); what residents, buyers and passers-by say is left unlabelled. So the
    statements of a record that are *direct*, have their cue behind the closing mark and a
    speaker with a role give STATEMENT.
CUE, CUECOREF
    The verb of the tag: CUE for "kata", CUECOREF for a verb that has the speaker in it
    ("katanya", one token here).
PERSONCOREF
    The speaker as the tag names him: a short name, a pronoun, a title ("Presiden"). "X, juru
    bicara Y" has no title in it; that is ROLE and AFFILIATION.
PERSON, ROLE, AFFILIATION
    The speaker where the article introduces him, that is with a role beside the name: once for
    each speaker, before or in the first of his quotations. PERSON is the name with a rank or a
    degree before it ("Kombes X"); ROLE is the title, with the place that it governs ("Gubernur
    Rawa Elok") but without the body, which is AFFILIATION, its acronym in brackets included. Of a
    body inside a greater one the greater is AFFILIATION ("Guru Besar Fakultas Hukum | Universitas
    X"), where our roles have the smaller.

A token has one label in the corpus. ISSUE, EVENT, DATETIME and LOCATION are not ours: they are not
scored, and what a record has at those tokens is passed over, since the corpus could not label it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec

from simak.evaluation.file import fault, files, read_text
from simak.evaluation.gold import Progress, ReadArticle
from simak.evaluation.measure import Counts
from simak.evaluation.report import Line, Report, total
from simak.evaluation.score import same_text
from simak.lexicon import Lexicon
from simak.record import Article, Entity, Record, Role, Span, Statement, article_id

TYPES: Final = (
    "STATEMENT",
    "PERSON",
    "PERSONCOREF",
    "ROLE",
    "AFFILIATION",
    "CUE",
    "CUECOREF",
)
"""The labels that are scored, in the order of the report."""

_MARKS = frozenset('”“"„‟')
_CLOSING = frozenset(".,;:!?)]}%…’") | {"’s", "...", "....", "-nya"}
_OPENING = frozenset("([{‘")
_JOINING = frozenset("-/")
_LED = frozenset({"dari", "di", "pada", ",", "untuk", "bidang"})
# First words of bodies that are parts of greater ones, and of those.
_PARTS = frozenset(
    {"Fakultas", "Pusat", "Bareskrim", "Pengurus", "Dewan", "Fraksi", "Komisi", "Badan", "Biro"}
    | {"Bagian", "Bidang", "Sekretariat", "Satuan", "Departemen", "Laboratorium", "DPP", "Unit"}
    | {"Pusdalops", "Program", "Jurusan", "Lemdiklat", "Balai", "Puslit", "Rumpun", "Subdit"}
)
_GREATER = frozenset(
    {"Kementerian", "Universitas", "Institut", "Polri", "Mabes", "Polda", "DPR", "DPRD", "MPR"}
    | {"Pemprov", "Pemkot", "Pemkab", "Pemerintah", "Lembaga", "Ikatan", "Asosiasi", "Himpunan"}
    | {"Kesatuan", "Kejaksaan", "Partai", "BNPB", "TNI", "UI", "UGM", "ITB", "IPB", "PBNU", "PT"}
    | {"Polres", "Kemenkes", "Kemendikbud", "Kemenkeu", "Kemenhub", "Dinas", "LIPI", "MUI"}
)
# What a rank is followed by: the arm in which it is held.
_ARMS = frozenset({"tni", "pol", "pol.", "inf", "purn", "mar", "laut", "udara", "darat"})
_BRACKETS = re.compile(r"\([^()]*\)")
_ENDING = frozenset(".,!?…") | {"...", "...."}


@dataclass(frozen=True, slots=True, order=True)
class Label:
    """A label over the tokens ``first`` to ``last``, both included."""

    first: int
    last: int
    type: str


@dataclass(frozen=True, slots=True)
class PfsaArticle:
    """An article: its text, the span of each token in it, and its labels in text order."""

    text: str
    tokens: tuple[Span, ...]
    labels: tuple[Label, ...]

    def words(self, label: Label) -> str:
        """Return the text under a label."""
        return self.text[self.tokens[label.first][0] : self.tokens[label.last][1]]


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    place: str
    type: str
    line: int


def read_pfsa(path: Path) -> list[PfsaArticle]:
    """Return the articles of a file.

    An article begins at a sentence that opens with its dateline ("RAWA ELOK, KOMPAS --"), or with
    the second ISSUE in a row, since an article has one and has it at its top. The text is put
    together again from the tokens: no space before a comma, inside brackets and quotation marks
    and around a hyphen; sentences are joined by a space, for the file does not know paragraphs.

    Raises FormatError (file, line).
    """
    articles: list[list[_Token]] = []
    issues = 0
    for sentence in _sentences(path):
        issue = any(token.type == "ISSUE" and token.place in "BU" for token in sentence)
        if not articles or _is_dateline(sentence) or (issue and issues):
            articles.append([])
            issues = 0
        issues += issue
        articles[-1] += sentence
    if not articles:
        raise fault(path, 1, "no sentence in this file")
    return [_article(path, tokens) for tokens in articles]


def _sentences(path: Path) -> Iterator[list[_Token]]:
    rows: list[_Token] = []
    for number, line in enumerate([*read_text(path).split("\n"), ""], start=1):
        if line.strip():
            cells = line.split("\t")
            if len(cells) != 2 or not cells[0].strip():
                raise fault(path, number, "a line needs a token and a tag, divided by a tab")
            tag = cells[1].strip()
            place, _, type = tag.partition("-")
            if tag != "O" and (place not in {"B", "I", "L", "U"} or not type):
                raise fault(path, number, f"{tag!r} is no tag such as O, B-PERSON or U-CUE")
            rows.append(_Token(cells[0].strip(), place, type, number))
        elif rows:
            yield rows
            rows = []


def _is_dateline(sentence: Sequence[_Token]) -> bool:
    words = [token.text for token in sentence[:14]]
    dash = next((at for at, word in enumerate(words) if word in ("—", "–", "--", "-")), 0)
    return bool(dash) and len(words[0]) > 2 and words[0].isupper() and "KOMPAS" in words[:dash]


def _article(path: Path, tokens: Sequence[_Token]) -> PfsaArticle:
    spans: list[Span] = []
    text = ""
    for token, apart in zip(tokens, _spaced([token.text for token in tokens]), strict=True):
        text += " " * apart
        spans.append((len(text), len(text) + len(token.text)))
        text += token.text
    labels: list[Label] = []
    for at, token in enumerate(tokens):
        if token.place in "BU":
            labels.append(Label(at, at, token.type))
        elif token.place in "IL":
            if not labels or (labels[-1].last, labels[-1].type) != (at - 1, token.type):
                raise fault(path, token.line, f"{token.type} goes on, but none was begun")
            labels[-1] = Label(labels[-1].first, at, token.type)
    return PfsaArticle(text, tuple(spans), tuple(labels))


def _spaced(words: Sequence[str]) -> Iterator[bool]:
    """Yield for each word of an article whether a space stands before it."""
    opens = _opening_marks(words)
    tight = True
    for at, word in enumerate(words):
        mark = word in _MARKS
        closes = word in _CLOSING or word in _JOINING or (mark and at not in opens)
        yield not (tight or closes)
        tight = word in _OPENING or word in _JOINING or at in opens


def _opening_marks(words: Sequence[str]) -> frozenset[int]:
    """Return which quotation marks open. Most often one sign does both, and one may be missing.

    Marks open and close in turn; where the words beside one leave no doubt, they decide: a
    closing mark stands after "," and before a small letter, an opening one after ":" or before a
    capital inside a sentence.
    """
    opening = set()
    inside = False
    for at, word in enumerate(words):
        if word not in _MARKS:
            continue
        before = words[at - 1] if at else "."
        after = words[at + 1] if at + 1 < len(words) else ""
        if (before in _ENDING and after[:1].islower()) or (inside and not after):
            opens = False
        elif before == ":" or word in "“„":
            opens = True
        else:
            opens = not inside
        if opens:
            opening.add(at)
        inside = opens
    return frozenset(opening)


class _Conversion:
    """One record in the terms of the corpus."""

    def __init__(self, article: PfsaArticle, record: Record, ranks: frozenset[str]) -> None:
        self.article = article
        self.record = record
        self.ranks = ranks
        self.entities: Mapping[str, Entity] = {entity.id: entity for entity in record.entities}
        self.starts = [start for start, _ in article.tokens]
        self.ends = [end for _, end in article.tokens]

    def tokens(self, span: Span) -> tuple[int, int]:
        """Return the first and last token that a span touches."""
        return bisect_right(self.ends, span[0]), bisect_left(self.starts, span[1]) - 1

    def word(self, at: int) -> str:
        if not 0 <= at < len(self.article.tokens):
            return ""
        start, end = self.article.tokens[at]
        return self.article.text[start:end]

    def label(self, span: Span, type: str) -> Label | None:
        first, last = self.tokens(span)
        return Label(first, last, type) if first <= last else None

    def go(self) -> Iterator[Label]:
        introduced: set[str] = set()
        for statement in sorted(self.record.statements, key=lambda row: row.content[0]):
            speaker = self.entities.get(statement.source.entity or "")
            quotation = self.quotation(statement)
            if quotation is None or speaker is None or not self.in_office(speaker):
                continue
            yield quotation
            introduction = []
            if speaker.id not in introduced:
                introduced.add(speaker.id)
                introduction = list(self.introduction(speaker, statement))
                yield from introduction
            yield from self.tag(statement, introduction)

    def in_office(self, speaker: Entity) -> bool:
        """Tell whether a speaker is more than a resident: has a role that is no mere rank."""
        return speaker.type in ("PER", "POST") and any(
            not self.is_rank(role.title) for role in speaker.roles
        )

    def is_rank(self, title: str) -> bool:
        """Tell whether a title is a rank, with or without its arm: "Brigadir Jenderal (Pol)"."""
        words = [word for word in _BRACKETS.sub(" ", title.lower()).split() if word not in _ARMS]
        return title.lower() in self.ranks or " ".join(words) in self.ranks

    def quotation(self, statement: Statement) -> Label | None:
        """Return a direct quotation, if its tag stands behind it."""
        if statement.kind != "direct" or statement.cue is None:
            return None
        pieces = [piece for piece in statement.content if piece[1] <= statement.cue[0]]
        if not pieces:
            return None
        first, last = self.tokens((pieces[0][0], pieces[-1][1]))
        if self.word(first - 1) in _MARKS:
            first -= 1
        after = last + 1
        while self.word(after) in _ENDING:
            after += 1
        if self.word(after) in _MARKS:
            last = after
        return Label(first, last, "STATEMENT")

    def tag(self, statement: Statement, introduction: Sequence[Label]) -> Iterator[Label]:
        """Yield the cue, and the speaker as the tag has him."""
        assert statement.cue is not None
        cue = self.label(statement.cue, "CUE")
        if cue is None:
            return
        source = statement.source.span
        named = self.label(source, "PERSONCOREF") if source else None
        if named is not None and named.first <= cue.last:
            yield Label(cue.first, cue.last, "CUECOREF")
            return
        yield cue
        if named is not None and not any(
            label.first <= named.last and named.first <= label.last for label in introduction
        ):
            yield named

    def introduction(self, speaker: Entity, statement: Statement) -> Iterator[Label]:
        """Yield PERSON, ROLE and AFFILIATION where the speaker is introduced."""
        roles = sorted(
            (role for role in speaker.roles if not self.is_rank(role.title)),
            key=lambda role: role.span,
        )
        names = sorted(
            mention.span for mention in speaker.mentions if mention.kind in ("name", "acronym")
        )
        said = max(span[1] for span in (statement.cue, statement.source.span) if span)
        found = self._beside(names, roles, said)
        if found is None:
            return
        name, beside = found
        yield from self._person(name)
        for role in beside:
            yield from self._role(role)

    def _beside(
        self, names: Sequence[Span], roles: Sequence[Role], said: int
    ) -> tuple[Span, list[Role]] | None:
        """Return the last name up to ``said`` that has roles beside it, with those; else the first.

        A record has an office once, the article may give it again: "Presiden X".
        """
        found: tuple[Span, list[Role]] | None = None
        for name in names:
            again = [(role, self._again(role, name)) for role in roles]
            beside = [
                msgspec.structs.replace(role, span=span) if span else role
                for role, span in again
                if span
                or role.span[0] - 4 <= name[1] <= role.span[0] + 4
                or -40 <= role.span[1] - name[0] <= 0
                or 0 <= role.span[0] - name[1] <= 15
            ]
            whole = found is None or name[1] - name[0] >= found[0][1] - found[0][0]
            if beside and (found is None or (name[0] < said and whole)):
                found = name, beside
        return found

    def _again(self, role: Role, name: Span) -> Span | None:
        """Return where an office is said again right before a name."""
        start, end = role.span
        words = self.article.text[start:end]
        last = name[0]
        while last > 0 and self.article.text[last - 1] == " ":
            last -= 1
        first = last - len(words)
        if first < 0 or self.article.text[first:last].lower() != words.lower():
            return None
        return first, last

    def _person(self, name: Span) -> Iterator[Label]:
        label = self.label(name, "PERSON")
        if label is None:
            return
        first, moved = label.first, True
        while moved:
            moved = False
            for length in (7, 6, 5, 4, 3, 2, 1):
                words = [self.word(at) for at in range(first - length, first)]
                if words[0] != "(" and self.is_rank(" ".join(words)):
                    first, moved = first - length, True
                    break
        yield Label(first, label.last, "PERSON")

    def _role(self, role: Role) -> Iterator[Label]:
        body = self.entities.get(role.organization or "")
        start, end = role.span
        divide = min(end, start + len(role.title))
        whole = self.label((start, end), "ROLE")
        title = self.label((start, divide), "ROLE")
        if whole is None or title is None:
            return
        if body is None or body.type in ("GPE", "LOC"):
            yield whole
            return
        first = title.last + 1
        while first <= whole.last and self.word(first).lower() in _LED:
            first += 1
        last = title.last
        if self.word(first) in _PARTS:
            greater = next(
                (at for at in range(first + 1, whole.last + 1) if self.word(at) in _GREATER), first
            )
            if greater > first:
                first, last = greater, greater - 1
        yield Label(title.first, last, "ROLE")
        if first <= whole.last:
            yield Label(first, whole.last, "AFFILIATION")


def labels(
    article: PfsaArticle, record: Record, ranks: frozenset[str] = frozenset()
) -> list[Label]:
    """Return what a record says of an article in the labels of the corpus, see the top.

    ``ranks`` are titles, in lower case, that belong to the person and are no office.
    """
    taken = {
        at
        for label in article.labels
        if label.type not in TYPES
        for at in range(label.first, label.last + 1)
    }
    found = _Conversion(article, record, ranks).go()
    return sorted(
        {label for label in found if taken.isdisjoint(range(label.first, label.last + 1))}
    )


def score_pfsa(gold: Sequence[Label], predicted: Sequence[Label]) -> Report:
    """Return F1 for each label, strict on span and relaxed: sharing a token is enough."""
    lines: list[Line] = []
    for type in TYPES:
        ours = [label for label in gold if label.type == type]
        theirs = [label for label in predicted if label.type == type]
        right = len(set(ours) & set(theirs))
        lines.append(Line("pfsa", type, Counts(right, len(theirs), len(ours)), type))
    for type in TYPES:
        ours = sorted(label for label in gold if label.type == type)
        theirs = sorted(label for label in predicted if label.type == type)
        counts = Counts(_touching(ours, theirs), len(theirs), len(ours))
        lines.append(Line("pfsa", f"{type}_overlap", counts, f"{type}, overlap"))
    return Report(tuple(lines), 1)


def _touching(a: Sequence[Label], b: Sequence[Label]) -> int:
    """Return how many labels of two sorted lists share a token, each taken once."""
    right = i = j = 0
    while i < len(a) and j < len(b):
        if a[i].first <= b[j].last and b[j].first <= a[i].last:
            right, i, j = right + 1, i + 1, j + 1
        elif a[i].last < b[j].last:
            i += 1
        else:
            j += 1
    return right


def ranks(lexicon: Lexicon) -> frozenset[str]:
    """Return the titles of title.tsv that are ranks or forms of address, in lower case."""
    rows = lexicon.rows("title.tsv", ("title", "kind", "of"))
    return frozenset(row["title"].lower() for row in rows if row["kind"] in ("rank", "honorific"))


def evaluate_pfsa(
    paths: Iterable[Path], read: ReadArticle, progress: Progress | None = None
) -> Report:
    """Read the articles of PFSA-ID files with ``read`` and return F1 for each label.

    Args:
        paths: files, or folders of ``.txt``, ``.tsv`` and ``.conll`` files.
        read: what makes a record of an article.
        progress: told how many articles are done, and of how many.

    Raises FormatError (file, line), RecordError for a record of another text.
    """
    articles = [
        (path, article)
        for path in files(paths, (".txt", ".tsv", ".conll"))
        for article in read_pfsa(path)
    ]
    known = ranks(Lexicon())
    reports: list[Report] = []
    for index, (path, article) in enumerate(articles, start=1):
        record = read(Article(id=article_id(article.text), text=article.text))
        same_text(article.text, record.article.text, str(path))
        reports.append(score_pfsa(article.labels, labels(article, record, known)))
        if progress:
            progress(index, len(articles))
    return total(reports)
